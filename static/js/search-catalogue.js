"use strict";
// What is known of every paper: its place by title, its tags and digests, year, venue, authors. Runs in the search worker.

/**
 * @typedef {"tag" | "digest" | "year" | "venue" | "author" | "new"} SearchKind  of filter; new: papers that this digest names first
 * @typedef {Record<string, string[]>} SearchFilters  values by kind
 */

/** @param {any} table  as sitegen/search/table.py writes it */
function searchCatalogue(table) {
  const total = table.tag ? table.tag.split(" ").length : 0;
  const numbers = (/** @type {string} */ cell) => (cell === "-" ? [] : cell.split(".").map((digits) => parseInt(digits, 36)));
  /** @param {string} text @returns {number[][]} */
  const lists = (text) => (text ? text.split(" ").map(numbers) : Array.from({ length: total }, () => []));
  const slugs = (/** @type {string[][]} */ rows) => rows.map(([slug]) => slug);
  const digests = slugs(table.digests);
  /** What filters are called, by kind. @type {Record<string, string[]>} */
  const values = {
    tag: slugs(table.tags), digest: digests, year: table.years, venue: slugs(table.venues), author: slugs(table.authors), new: digests,
  };
  const kinds = Object.keys(values);
  /** The places of each paper's values among those, by kind. @type {Record<string, number[][]>} */
  const held = {
    tag: lists(table.tag), digest: lists(table.digest), year: lists(table.year), venue: lists(table.venue), author: lists(table.author), new: lists(table.first),
  };
  if (!table.first) held.new = held.new.map(() => (digests.length ? [0] : []));
  const shards = table.shard ? table.shard.split(" ").map((digits) => parseInt(digits, 36)) : new Array(total).fill(0);
  /** What labels say, folded, by kind: for filters that are typed. @type {Record<string, string[]>} */
  const labels = {
    tag: table.tags.map(([, short, name]) => `${short} ${name}`), digest: table.digests.map(([, label, title]) => `${label} ${title}`),
    venue: table.venues.map(([, ...names]) => names.join(" ")),
  };

  /** Places of a filter's values. @param {SearchFilters} filters @param {string} kind */
  const places = (filters, kind) => (filters[kind] || []).map((value) => values[kind].indexOf(value));

  /** Which papers the filters let through: every tag, any value of another kind, and all kinds.
   * @param {SearchFilters} filters @returns {(row: number) => boolean} */
  function allowed(filters) {
    const rules = kinds.filter((kind) => filters[kind]?.length).map((kind) => {
      const wanted = places(filters, kind);
      const of = held[kind];
      return kind === "tag"
        ? (/** @type {number} */ row) => wanted.every((place) => of[row].includes(place))
        : (/** @type {number} */ row) => wanted.some((place) => of[row].includes(place));
    });
    return (row) => rules.every((rule) => rule(row));
  }

  const slugged = (/** @type {string} */ text) => searchFold(text).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

  /** The values that somebody means. @param {string} kind @param {string} value @returns {string[]} */
  function meant(kind, value) {
    const known = values[kind] || [];
    if (known.includes(value)) return [value];
    const slug = slugged(value);
    if (!slug) return [];
    if (kind === "year") {
      const [, from, dash, to] = /^(\d{4})?(-?)(\d{4})?$/.exec(slug.replace(/[–—]/g, "-")) || [];
      return dash || from ? known.filter((year) => (dash ? year >= (from || "") && year <= (to || "9") : year === from)) : [];
    }
    const called = known.map(slugged);
    const named = (labels[kind] || []).map(slugged);
    if (kind === "venue") return known.filter((_, place) => `-${called[place]}-${named[place]}`.includes(`-${slug}`));
    const match = [
      called.indexOf(slug), called.findIndex((one) => one.startsWith(slug)), named.findIndex((one) => one.includes(slug)),
      called.findIndex((one) => one.includes(slug)),
    ].find((place) => place >= 0);
    return match === undefined ? [] : [known[match]];
  }

  /** Texts that stand beside papers: the names of their tags; their definitions, and the titles of digests. */
  const others = /** @type {[string, number, string, boolean][]} */ ([
    ...table.tags.flatMap(([, short, name, definition], place) => [["tag", place, `${short} ${name}`, true], ["tag", place, definition, false]]),
    ...table.digests.map(([, , title], place) => ["digest", place, title, false]),
  ]).map(([kind, place, text, name]) => ({ kind, place, name, words: searchFold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word && !searchSmall(word)) }));

  return {
    total,
    shards,

    /** Tags and digests in whose name each of some words begins a word, the shortest names first. @param {string[]} words */
    named(words) {
      const MOST = 3;
      const begun = (/** @type {string} */ name) => {
        const folded = searchFold(name).split(/[^\p{L}\p{N}]+/u);
        return words.every((word) => folded.some((part) => part.startsWith(word)) || folded.join("").startsWith(word));
      };
      const found = [
        ...table.tags.filter(([, short, name]) => begun(`${short} ${name}`)).map(([slug, short]) => ({ kind: "tag", label: short, address: `tags/${slug}.html` })),
        ...table.digests.filter(([, label, title]) => begun(label) || begun(title)).map(([slug, label]) => ({ kind: "digest", label, address: `digests/${slug}.html` })),
      ];
      return found.sort((a, b) => a.label.length - b.label.length).slice(0, MOST);
    },

    /** The papers whose tags are called so, or whose tags' definitions or digests' titles have such a word.
     * @param {(word: string) => boolean} is @param {boolean} names  the names of tags, or the rest @returns {Set<number>} */
    beside(is, names) {
      const places = /** @type {Record<string, Set<number>>} */ ({ tag: new Set(), digest: new Set() });
      for (const one of others) if (one.name === names && one.words.some(is)) places[one.kind].add(one.place);
      const has = (/** @type {string} */ kind, /** @type {number} */ row) => places[kind].size > 0 && held[kind][row].some((place) => places[kind].has(place));
      return new Set([...held.tag.keys()].filter((row) => has("tag", row) || has("digest", row)));
    },
    table,
    allowed,
    all: () => Array.from({ length: total }, (_, row) => row),

    /** @param {number} row */
    facts: (row) => ({
      tags: held.tag[row].map((place) => values.tag[place]), digests: held.digest[row].map((place) => values.digest[place]),
      year: held.year[row].map((place) => values.year[place])[0] || "",
    }),

    /** Filters of the page and of the query together, by the values that there are; what names none is handed back.
     * @param {SearchFilters} chosen @param {{kind: string, value: string}[]} typed */
    filters(chosen, typed) {
      /** @type {SearchFilters} */ const filters = {};
      /** @type {string[]} */ const unknown = [];
      const asked = [...Object.entries(chosen).flatMap(([kind, list]) => list.map((value) => ({ kind, value }))), ...typed];
      for (const { kind, value } of asked) {
        const found = meant(kind, value);
        if (!found.length) unknown.push(`${kind}:${value}`);
        else filters[kind] = [...new Set([...(filters[kind] || []), ...found])];
      }
      return { filters, unknown };
    },

    /** How many papers there are after one more click: on a tag, those that carry it too; on a value of another kind, those
     * of it as well. @param {number[]} rows  what the words find @param {SearchFilters} filters */
    facets(rows, filters) {
      /** @type {Record<string, Record<string, number>>} */ const counts = {};
      for (const kind of kinds) {
        const fits = allowed(kind === "tag" ? filters : { ...filters, [kind]: [] });
        const chosen = places(filters, kind);
        const [of, known] = [held[kind], values[kind]];
        const count = new Array(known.length).fill(0);
        let before = 0; // papers of values that are chosen already
        for (const row of rows) {
          if (!fits(row)) continue;
          const has = kind !== "tag" && chosen.length > 0 && of[row].some((place) => chosen.includes(place));
          if (has) before += 1;
          for (const place of of[row]) if (!has || chosen.includes(place)) count[place] += 1;
        }
        counts[kind] = Object.fromEntries(known.map((value, place) => [value, chosen.includes(place) ? count[place] : count[place] && count[place] + before]));
      }
      return counts;
    },

    /** The same papers A–Z, by newest digest, by year, or by how much they are about a tag.
     * @template {{row: number}} T @param {T[]} list @param {string} sort @param {SearchFilters} filters */
    sorted(list, sort, filters) {
      const LAST = 1e6;
      const tags = places(filters, "tag");
      const key = sort === "digest" ? (/** @type {number} */ row) => Math.min(LAST, ...held.digest[row])
        : sort === "year" ? (/** @type {number} */ row) => Math.min(LAST, ...held.year[row])
          : sort === "best" ? (/** @type {number} */ row) => tags.reduce((sum, tag) => sum + held.tag[row].indexOf(tag), 0) : () => 0;
      return [...list].sort((a, b) => key(a.row) - key(b.row) || a.row - b.row);
    },
  };
}
