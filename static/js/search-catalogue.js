"use strict";
// What is known of all papers: filters, facets, orders, texts. Pagefind is asked once for each. Runs in the search worker.

/** @param {any} pagefind */
function searchCatalogue(pagefind) {
  const KINDS = ["tag", "digest", "year"];
  const ORDERS = { title: ["title", "asc"], digest: ["digest", "asc"] };
  /** @type {Map<string, Promise<any>>} */ const once = new Map();
  /** @template T @param {string} key @param {() => Promise<T>} make @returns {Promise<T>} */
  const keep = (key, make) => {
    if (!once.has(key)) once.set(key, make().catch((failure) => { once.delete(key); throw failure; }));
    return /** @type {Promise<T>} */ (once.get(key));
  };
  const data = new Map();
  const take = (results) => results.map((result) => { data.has(result.id) || data.set(result.id, result.data); return result.id; });
  const everything = () => keep("all", async () => take((await pagefind.search(null, { sort: { digest: "asc" } })).results));
  const values = () => keep("values", () => pagefind.filters());
  const holders = (kind, value) =>
    keep(`${kind}:${value}`, async () => new Set((await pagefind.search(null, { filters: { [kind]: value } })).results.map(({ id }) => id)));
  const ranks = (sort) => keep(`sort ${sort}`, async () => {
    const [key, direction] = ORDERS[sort];
    return new Map((await pagefind.search(null, { sort: { [key]: direction } })).results.map(({ id }, rank) => [id, rank]));
  });
  /** Each paper's values of a kind. */
  const membership = (kind) => keep(`of ${kind}`, async () => {
    const of = new Map();
    for (const value of Object.keys((await values())[kind] || {})) {
      for (const id of await holders(kind, value)) of.has(id) ? of.get(id).push(value) : of.set(id, [value]);
    }
    return of;
  });

  return {
    total: async () => (await everything()).length,
    all: everything,

    /** A paper's title, text and filters. @param {string} id */
    async fragment(id) {
      await everything();
      return data.get(id)();
    },

    /** Filters of the page and of the query together; what names no value of this catalogue is handed back. */
    async filters(chosen, typed) {
      const filters = {};
      const unknown = [];
      const asked = [...Object.entries(chosen).flatMap(([kind, list]) => list.map((value) => ({ kind, value }))), ...typed];
      const all = asked.length ? await values() : {};
      for (const { kind, value } of asked) {
        const slugs = Object.keys(all[kind] || {});
        const slug = searchFold(value).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
        const match = slugs.find((one) => one === value || one === slug)
          ?? slugs.find((one) => slug && one.startsWith(slug)) ?? slugs.find((one) => slug && one.includes(slug));
        if (!KINDS.includes(kind) || match === undefined) unknown.push(`${kind}:${value}`);
        else if (!(filters[kind] ??= []).includes(match)) filters[kind].push(match);
      }
      return { filters, unknown };
    },

    /** Which papers the filters let through: within a kind any of the values (tags: every one, if so asked), and all kinds. */
    async allowed(filters, every) {
      const rules = [];
      for (const [kind, list] of Object.entries(filters)) {
        const sets = await Promise.all(list.map((value) => holders(kind, value)));
        rules.push(kind === "tag" && every ? (id) => sets.every((set) => set.has(id)) : (id) => sets.some((set) => set.has(id)));
      }
      return (id) => rules.every((rule) => rule(id));
    },

    /** How many papers each value would leave or add: a kind's own choice does not narrow it unless every value must hold. */
    async facets(ids, without, filters, every) {
      const counts = {};
      for (const kind of KINDS) {
        const others = { ...filters };
        if (!(kind === "tag" && every)) delete others[kind];
        const rest = await this.allowed(others, every);
        const of = await membership(kind);
        const count = (counts[kind] = {});
        for (const id of ids) {
          if (without.has(id) || !rest(id)) continue;
          for (const value of of.get(id) || []) count[value] = (count[value] || 0) + 1;
        }
      }
      return counts;
    },

    /** The same papers by title or by newest digest. */
    async sorted(order, sort) {
      if (!ORDERS[sort]) return order;
      const rank = await ranks(sort);
      return [...order].sort((a, b) => rank.get(a.id) - rank.get(b.id));
    },
  };
}
