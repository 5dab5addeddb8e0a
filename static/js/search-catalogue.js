"use strict";
// What is known of every paper: its place by title, its tags and digests, its text. Runs in the search worker.

/**
 * @typedef {{order: number, words: number, tag: string[], digest: string[], year: string[], newest: number}} SearchPaper
 *   order: place by title; words: of the title; newest: place of its newest digest
 * @typedef {{meta: {title: string}, content: string, url: string, filters: Record<string, string[]>}} SearchFragment
 */

/** @param {string} table  as sitegen/search/table.py writes it @param {(id: string) => Promise<SearchFragment>} read */
function searchCatalogue(table, read) {
  const [tags, digests, years, ...lines] = table.split("\n");
  const names = { tag: tags.split(" "), digest: digests.split(" "), year: years.split(" ") };
  /** @type {Map<string, SearchPaper>} */ const papers = new Map();
  for (const [order, line] of lines.entries()) {
    const [id, words, held, seen] = line.split(" ");
    const places = seen.split(".").map((place) => parseInt(place, 36));
    papers.set(id, {
      order,
      words: parseInt(words, 36),
      tag: held === "-" ? [] : held.split(".").map((place) => names.tag[parseInt(place, 36)]),
      digest: places.map((place) => names.digest[place]),
      year: [...new Set(places.map((place) => names.year[place]))].filter((year) => year !== "-"),
      newest: Math.min(...places),
    });
  }
  const values = { tag: names.tag, digest: names.digest, year: [...new Set(names.year)].filter((year) => year !== "-") };
  const kinds = /** @type {("tag" | "digest" | "year")[]} */ (Object.keys(values));
  const nothing = { order: Infinity, words: 0, tag: [], digest: [], year: [], newest: Infinity };
  /** A paper newer than the table has no facts yet. @param {string} id @returns {SearchPaper} */
  const facts = (id) => papers.get(id) || nothing;
  /** @type {Map<string, Promise<SearchFragment>>} */ const fragments = new Map();
  const KEPT = 400;

  /** Which papers the filters let through: any of a kind's values (every tag, if so asked), and all kinds.
   * @param {Record<string, string[]>} filters @param {boolean} every @returns {(id: string) => boolean} */
  function allowed(filters, every) {
    const rules = kinds.filter((kind) => filters[kind]?.length).map((kind) => {
      const wanted = filters[kind];
      return kind === "tag" && every
        ? (/** @type {SearchPaper} */ paper) => wanted.every((value) => paper[kind].includes(value))
        : (/** @type {SearchPaper} */ paper) => wanted.some((value) => paper[kind].includes(value));
    });
    return (id) => rules.every((rule) => rule(facts(id)));
  }

  return {
    total: papers.size,
    facts,
    allowed,
    all: () => [...papers.keys()],

    /** A paper's title, text and address. @param {string} id */
    fragment(id) {
      const known = fragments.get(id) || read(id);
      fragments.delete(id);
      fragments.set(id, known);
      known.catch(() => fragments.delete(id));
      if (fragments.size > KEPT) fragments.delete(/** @type {string} */ (fragments.keys().next().value));
      return known;
    },

    /** Filters of the page and of the query together, as slugs; what names no value of this catalogue is handed back.
     * @param {Record<string, string[]>} chosen @param {{kind: string, value: string}[]} typed */
    filters(chosen, typed) {
      /** @type {Record<string, string[]>} */ const filters = {};
      /** @type {string[]} */ const unknown = [];
      const asked = [...Object.entries(chosen).flatMap(([kind, list]) => list.map((value) => ({ kind, value }))), ...typed];
      for (const { kind, value } of asked) {
        const slugs = values[/** @type {"tag"} */ (kind)] || [];
        const slug = searchFold(value).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
        const match = slugs.find((one) => one === value || one === slug)
          ?? slugs.find((one) => slug && one.startsWith(slug)) ?? slugs.find((one) => slug && one.includes(slug));
        if (!match) unknown.push(`${kind}:${value}`);
        else if (!(filters[kind] ??= []).includes(match)) filters[kind].push(match);
      }
      return { filters, unknown };
    },

    /** How many papers each value would leave or add: a kind's own choice does not narrow it unless all must hold.
     * @param {string[]} ids @param {Record<string, string[]>} filters @param {boolean} every */
    facets(ids, filters, every) {
      /** @type {Record<string, Record<string, number>>} */ const counts = {};
      for (const kind of kinds) {
        const others = { ...filters };
        if (!(kind === "tag" && every)) delete others[kind];
        const fits = allowed(others, every);
        /** @type {Record<string, number>} */ const count = (counts[kind] = {});
        for (const id of ids) if (fits(id)) for (const value of facts(id)[kind]) count[value] = (count[value] || 0) + 1;
      }
      return counts;
    },

    /** The same papers by title, or by newest digest. @template {{id: string}} T @param {T[]} list @param {string} sort */
    sorted(list, sort) {
      const key = sort === "digest" ? (/** @type {SearchPaper} */ paper) => paper.newest : () => 0;
      return [...list].sort((a, b) => key(facts(a.id)) - key(facts(b.id)) || facts(a.id).order - facts(b.id).order);
    },
  };
}
