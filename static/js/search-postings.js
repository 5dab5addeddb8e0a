"use strict";
// Which papers hold a word, and how? Pagefind asked word by word. Runs in the search worker.

/**
 * @typedef {{score: number, exact: boolean, title: boolean, at: number[], places: number[], data: () => Promise<any>}} SearchHit
 *   score 0–1; exact: the word itself (any inflection), not only its beginning; title: the title holds it;
 *   at: places of the exact word, counted from 0 with the title's first word; places: of all that should be marked
 * @typedef {{pages: Map<string, SearchHit>, exact: number, weight: number}} SearchPosting  weight: rarer words weigh more
 */

/** @param {any} pagefind @param {() => Promise<number>} total  how many papers there are */
function searchPostings(pagefind, total) {
  /** @type {Map<string, Promise<SearchPosting>>} */ const cache = new Map();
  const KEPT = 60; // postings of as many words: a long title typed twice
  const SHORT = 3; // "of" begins half of all words: words below this are taken whole while others stand beside them

  /** @param {string} text @param {boolean} whole */
  async function look(text, whole) {
    const exact = (await pagefind.search(`"${text}"`)).results;
    const wide = whole && exact.length ? [] : (await pagefind.search(text)).results;
    const best = wide.reduce((most, result) => Math.max(most, result.score), 0) || 1;
    /** @type {Map<string, SearchHit>} */ const pages = new Map();
    for (const result of wide) {
      pages.set(result.id, {
        score: result.score / best, exact: false, title: Boolean(result.matchedMetaFields), at: [], places: result.words, data: result.data,
      });
    }
    for (const result of exact) {
      const hit = pages.get(result.id);
      if (hit) Object.assign(hit, { exact: true, at: result.words });
      else pages.set(result.id, { score: 0.5, exact: true, title: false, at: result.words, places: result.words, data: result.data });
    }
    const weight = Math.log(1 + (await total()) / Math.max(1, exact.length || pages.size));
    return { pages, exact: exact.length, weight };
  }

  /** @param {import("./search-query.js").SearchTerm} term @param {boolean} alone  no other word follows or stands beside it
   * @returns {Promise<SearchPosting>} */
  return function postings(term, alone) {
    const whole = term.phrase || (!alone && term.text.length < SHORT);
    const key = `${whole} ${term.text}`;
    const known = cache.get(key);
    cache.delete(key);
    const found = known || look(term.text, whole);
    cache.set(key, found);
    if (cache.size > KEPT) cache.delete(cache.keys().next().value);
    return found;
  };
}
