"use strict";
// In what order do papers answer? docs/search.md says the same in prose. Runs in the search worker.

/**
 * @typedef {{row: number, score: number, held: number, missing: string[], close?: boolean}} SearchRanked
 *   held: the share of the query's weight that the paper holds
 * @typedef {{term: SearchTerm, posting: SearchPosting, unknown: boolean}} SearchFound
 */

/** @param {{title: Int32Array, names: Int32Array, facts: Int32Array, length: Int32Array}} ends  numbers of words, by row */
function searchRank(ends) {
  const ENOUGH = 1.2; // how soon more of a word adds nothing: BM25's k1
  const LONG = 0.5; // how much length counts: BM25's b
  const DESCRIBED = 0.4; // a word in the description of a tag or digest of the paper's, beside a word in its text
  const WINDOW = 200; // papers that are looked at closer, for order and neighbourhood of words
  const best = (/** @type {SearchRanked} */ a, /** @type {SearchRanked} */ b) => b.score - a.score || a.row - b.row;
  const mean = ends.length.reduce((sum, length) => sum + length, 0) / (ends.length.length || 1) || 1;
  const damping = Float32Array.from(ends.length, (length) => ENOUGH * (1 - LONG + (LONG * length) / mean));

  /** @param {SearchFound[]} found @param {number} all  their weight @param {number} row @param {number} words  of the query @returns {SearchRanked} */
  function score(found, all, row, words) {
    let [sum, held, title, inTitle] = [0, 0, 0, 0];
    /** @type {string[]} */ const missing = [];
    for (const { term, posting } of found) {
      const frequency = posting.frequency[row];
      if (posting.described.has(row)) sum += DESCRIBED * posting.weight;
      if (!frequency) {
        missing.push(term.author ? `author:${term.text}` : term.text);
        continue;
      }
      sum += (posting.weight * frequency * (ENOUGH + 1)) / (frequency + damping[row]);
      held += posting.weight;
      title += posting.weight * posting.title[row];
      if (posting.title[row] >= 0.8) inTitle += 1;
    }
    let total = sum / all + (0.5 * title) / all;
    if (inTitle === found.length) total += 0.4 + (words === ends.title[row] ? 1 : 0.4 * Math.min(1, words / ends.title[row]));
    return { row, score: total, held: held / all, missing };
  }

  /** What order and neighbourhood of the words add. @param {SearchFound[]} found @param {number} all @param {SearchRanked} one */
  function closer(found, all, one) {
    let extra = 0;
    let begins = 1; // how surely the title begins with the words
    /** @type {{at: Set<number>, weight: number, term: SearchTerm} | null} */ let before = null;
    for (const { term, posting } of found) {
      const at = new Set(posting.frequency[one.row] ? posting.places(one.row, 0.4) : []);
      begins = at.has(term.at) ? Math.min(begins, posting.title[one.row]) : 0;
      const step = before ? term.at - before.term.at : 0;
      if (before && [...at].some((place) => before?.at.has(place - step) || before?.at.has(place))) extra += 0.4 * Math.min(posting.weight, before.weight);
      before = { at, weight: posting.weight, term };
    }
    return { ...one, score: one.score + extra / all + 1.5 * begins };
  }

  return {
    /** The best first. @param {SearchRanked[]} list */
    best: (list) => [...list].sort(best),

    /** Papers by what they hold of the query: rare words, whole words, words of the title, neighbours, the right beginning.
     * @param {SearchFound[]} found @param {Iterable<number>} rows @param {number} words  of the query @returns {SearchRanked[]} */
    ranked(found, rows, words) {
      const all = found.reduce((sum, { posting }) => sum + posting.weight, 0) || 1;
      const ranked = Array.from(rows, (row) => score(found, all, row, words)).sort(best);
      const window = ranked.splice(0, WINDOW).map((one) => closer(found, all, one)).sort(best);
      return [...window, ...ranked];
    },
  };
}
