"use strict";
// Which abbreviations stand for which words? As papers say it: "long form (SHORT)". Runs in the search worker.

/**
 * @typedef {{of: (short: string) => string[], in: (words: string[]) => {from: number, to: number, short: string}[]}} SearchShort
 *   of: the long forms of an abbreviation, words with a space between, commonest first; in: the long forms that stand among words
 */

/** @param {[string, string, number][][]} lists  of the shards: abbreviation, long form, how many papers say so @returns {SearchShort} */
function searchShort(lists) {
  const MOST = 3; // long forms of one abbreviation
  const key = (/** @type {string[]} */ words) => words.map((word) => searchStem(searchSpelling(word))).join(" ");
  /** @type {Map<string, Map<string, {long: string, count: number}>>} */ const known = new Map();
  for (const [short, long, count] of lists.flat()) {
    const longs = known.get(short) || new Map();
    const name = key(long.split(" "));
    const before = longs.get(name);
    longs.set(name, { long: before && before.long < long ? before.long : long, count: count + (before?.count || 0) });
    known.set(short, longs);
  }
  /** @type {Map<string, string[]>} */ const shorts = new Map();
  for (const [short, longs] of [...known].sort(([a], [b]) => (a < b ? -1 : 1))) for (const name of longs.keys()) shorts.set(name, [...(shorts.get(name) || []), short]);

  return {
    of: (short) => [...(known.get(short) || known.get(short.replace(/s$/, "")) || new Map()).values()]
      .sort((a, b) => b.count - a.count || (a.long < b.long ? -1 : 1)).slice(0, MOST).map(({ long }) => long),

    in(words) {
      const found = [];
      for (let from = 0; from < words.length - 1; from += 1) {
        for (let to = words.length; to > from + 1; to -= 1) {
          const here = shorts.get(key(words.slice(from, to)));
          if (!here) continue;
          for (const short of here) found.push({ from, to, short });
          from = to - 1; // what stands inside is no other one
        }
      }
      return found;
    },
  };
}
