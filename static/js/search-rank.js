"use strict";
// In what order do papers answer? docs/search.md says the same in prose. Runs in the search worker.

/**
 * @typedef {{id: string, score: number, held: number, missing: string[], places: Map<number, number>, close?: boolean}} SearchRanked
 *   score: about 1 for an abstract with all words, up to 7 for the title itself; held: the share of the query's weight that
 *   the paper holds; places: of marked words, with the number of the word of the query
 * @typedef {{term: {text: string, phrase: boolean}, posting: any, unknown: boolean}} SearchFound
 */

/** @param {any} catalogue  as searchCatalogue makes it */
function searchRank(catalogue) {
  const { facts, fragment } = catalogue;
  const WINDOW = 10; // papers whose text is compared with the query as it is written; twice as many for several words
  const best = (/** @type {SearchRanked} */ a, /** @type {SearchRanked} */ b) => b.score - a.score || (a.id < b.id ? -1 : 1);

  return {
    /** Papers by what was found of each word: rare words, whole words, words of the title, neighbours, the right beginning.
     * @param {SearchFound[]} found @param {Iterable<string>} ids @returns {SearchRanked[]} */
    byWords(found, ids) {
      const all = found.reduce((sum, { posting }) => sum + posting.weight, 0) || 1;
      const ranked = [];
      for (const id of ids) {
        let [score, held, title, begins] = [0, 0, true, true];
        /** @type {string[]} */ const missing = [];
        /** @type {Map<number, number>} */ const places = new Map();
        /** @type {{at: number[], weight: number} | null} */ let before = null;
        for (const [number, { term, posting }] of found.entries()) {
          const hit = posting.pages.get(id);
          if (!hit) {
            title = begins = false;
            before = null;
            missing.push(term.text);
            continue;
          }
          const weight = posting.weight * (hit.worth ?? 1);
          const { at } = hit;
          held += weight;
          score += weight * ((hit.exact ? 1 : 0.5) * (0.6 + 0.4 * hit.score) + hit.title);
          title &&= hit.title > 0;
          begins &&= at.includes(number);
          if (before && at.some((/** @type {number} */ place) => before?.at.includes(place - 1))) score += 0.4 * Math.min(weight, before.weight);
          before = { at, weight };
          for (const place of hit.places) places.set(place, number);
        }
        if (title) score += 0.6 * all;
        if (begins) score += 3 * all;
        if (begins && facts(id).words === found.length) score += all;
        ranked.push({ id, score: score / all, held: held / all, missing, places });
      }
      return ranked.sort(best);
    },

    /** Papers that Pagefind found for all words at once, by its own score and by how much of the title was asked for.
     * @param {{id: string, score: number, words: number[]}[]} results @param {number} count  of words @returns {SearchRanked[]} */
    together(results, count) {
      const most = results.reduce((sum, { score }) => Math.max(sum, score), 0) || 1;
      return results.map(({ id, score, words }) => {
        const title = facts(id).words;
        const inTitle = new Set(words.filter((place) => place < title)).size;
        let run = 0;
        while (words.includes(run)) run += 1;
        const begins = run >= count;
        return {
          id, held: 1, missing: [], places: new Map(words.map((place) => [place, place])),
          score: 0.6 + 0.4 * (score / most) + Math.min(1, inTitle / count) + (inTitle >= count ? 0.6 : 0) + (begins ? 3 : 0) + (begins && run >= title ? 1 : 0),
        };
      }).sort(best);
    },

    /** The first papers again, with words that stand there as they are written counting more than other forms of them.
     * @param {SearchRanked[]} order @param {{text: string, weight: number, guesses: Map<string, string>}[]} words  guesses: what
     *   stands for the word, by paper */
    async asWritten(order, words) {
      const all = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
      const window = words.length > 1 ? 2 * WINDOW : WINDOW;
      const again = await Promise.all(order.slice(0, window).map(async (one) => {
        const paper = await fragment(one.id);
        const [text, title] = [searchForms(paper.content), searchForms(paper.meta.title)];
        let [extra, every] = [0, true];
        for (const { text: word, weight, guesses } of words) {
          const form = guesses.get(one.id) || word;
          if (text.has(form)) extra += weight * (title.has(form) ? 0.8 : 0.4);
          else every = false;
        }
        return { ...one, score: one.score + extra / all + (every ? 1 : 0) };
      }));
      return [...again.sort(best), ...order.slice(window)];
    },

    /** The papers whose title is the query, letter by letter, before all others.
     * @param {SearchRanked[]} order @param {string[]} others  further candidates @param {string} text  the query */
    async titleFirst(order, others, text) {
      const letters = searchLetters(text);
      const ids = [...new Set([...order.slice(0, WINDOW).map(({ id }) => id), ...others])];
      const titles = await Promise.all(ids.map(async (id) => (await fragment(id)).meta.title));
      const same = ids.filter((_, at) => searchLetters(titles[at]) === letters);
      if (!same.length) return { order, same: false };
      const first = same.map((id) => order.find((one) => one.id === id) || { id, score: 0, held: 1, missing: [], places: new Map() });
      return { order: [...first, ...order.filter(({ id }) => !same.includes(id))], same: true };
    },
  };
}

/** The different words of a text, folded: each whole, and the parts of compounds. @param {string} text */
function searchForms(text) {
  return new Set(searchFold(text).split(/[^\p{L}\p{N}\p{Pc}]+/u).concat(text.split(/\s+/).map(searchWord)));
}
