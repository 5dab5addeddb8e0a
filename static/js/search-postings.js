"use strict";
// Which papers hold a word, and how? Pagefind asked word by word. Runs in the search worker.

/**
 * @typedef {{score: number, exact: boolean, title: number, at: number[], places: number[], worth?: number, guess?: string}} SearchHit
 *   score 0–1; exact: the word itself (in any inflection), not only its beginning; title: 1 where the title holds the
 *   word itself, 0.6 its beginning, 0 neither; at: places of the exact word, counted from the title's first word as 0;
 *   places: all that are marked; worth and guess: for another word in the place of a misspelt one
 * @typedef {{pages: Map<string, SearchHit>, exact: number, weight: number}} SearchPosting  weight: rarer words weigh more
 */

/** @param {any} pagefind @param {{total: number, facts: (id: string) => {words: number}}} catalogue */
function searchPostings(pagefind, catalogue) {
  /** @type {Map<string, Promise<SearchPosting>>} */ const cache = new Map();
  const KEPT = 60; // words: a long title, and some more
  const SHORT = 3; // "of" begins many words: shorter words beside others are taken as they stand

  /** @param {string} text @param {boolean} whole @returns {Promise<SearchPosting>} */
  async function look(text, whole) {
    const exact = (await pagefind.search(`"${text}"`)).results;
    const wide = whole && exact.length ? [] : (await pagefind.search(text)).results;
    let best = 0;
    for (const { score } of wide) if (score > best) best = score;
    /** @type {Map<string, SearchHit>} */ const pages = new Map();
    for (const { id, score, words } of wide) {
      const title = words.some((/** @type {number} */ place) => place < catalogue.facts(id).words) ? 0.6 : 0;
      pages.set(id, { score: score / best, exact: false, title, at: [], places: words });
    }
    for (const { id, words } of exact) {
      const before = pages.get(id);
      const title = words.some((/** @type {number} */ place) => place < catalogue.facts(id).words) ? 1 : before?.title || 0;
      pages.set(id, { score: before?.score ?? 0.5, exact: true, title, at: words, places: before?.places || words });
    }
    const weight = Math.log(1 + catalogue.total / Math.max(1, exact.length || pages.size));
    return { pages, exact: exact.length, weight };
  }

  /** @param {{text: string, phrase: boolean}} term @param {boolean} open  perhaps not typed to its end
   * @returns {Promise<SearchPosting>} */
  return function postings(term, open) {
    const whole = term.phrase || (!open && term.text.length < SHORT);
    const key = `${whole} ${term.text}`;
    const found = cache.get(key) || look(term.text, whole);
    cache.delete(key);
    cache.set(key, found);
    found.catch(() => cache.delete(key));
    if (cache.size > KEPT) cache.delete(/** @type {string} */ (cache.keys().next().value));
    return found;
  };
}
