"use strict";
// Which papers answer a query? First those with every word; where there are hardly any, the closest. Runs in the search worker.

/**
 * @typedef {{q: string, filters: SearchFilters, sort: string, from: number, count: number, facets: boolean}} SearchAsk
 * @typedef {{text: string, mark: boolean}[]} SearchPieces
 * @typedef {{url: string, title: SearchPieces, excerpt: SearchPieces, authors: string[], where: string, tags: string[], digests: string[],
 *   missing: string[], close: boolean}} SearchResult
 * @typedef {{total: number, strict: number, results: SearchResult[], note: "" | "corrected" | "closest", words: [string, string][],
 *   unknown: string[], filters: SearchFilters, facets: Record<string, Record<string, number>> | null}} SearchAnswer
 *   strict: how many of the results have every word; words: unknown ones with what stands for them; unknown: filters
 * @typedef {{word: string, worth: number}} SearchInstead  what may stand for a word, and how much it is worth, below 1
 */

/** @param {any} catalogue  as searchCatalogue makes it @param {any} shards  as searchShards makes it
 * @param {() => boolean} stale  whether a newer question waits */
function searchAnswers(catalogue, shards, stale) {
  const FEW = 2; // papers with every word: so few, and the closest others are shown below them
  const CLOSE = 40; // closest papers, at most
  const TITLES = 20; // papers whose title is compared with the query letter by letter
  const ends = { title: shards.column("title"), names: shards.column("names"), facts: shards.column("facts"), length: shards.column("length") };
  const before = shards.column("before");
  const postings = searchPostings(shards, ends);
  const rank = searchRank(ends);
  /** @type {Promise<any> | null} */ let words = null;
  const vocabulary = () => (words ??= shards.words().then(searchWords).catch((/** @type {Error} */ failure) => { words = null; throw failure; }));
  const stop = () => { if (stale()) throw new Error("overtaken"); };

  /** What each term finds. @param {SearchTerm[]} terms @param {boolean} open @returns {Promise<SearchFound[]>} */
  async function find(terms, open) {
    const found = await Promise.all(terms.map((term, number) => postings(term, open && number === terms.length - 1)));
    stop();
    return terms.map((term, number) => ({ term, posting: found[number], unknown: !found[number].rows.length }));
  }

  /** Papers that hold every term. @param {SearchFound[]} found */
  function together(found) {
    const [least, ...others] = found.map(({ posting }) => posting).sort((a, b) => a.rows.length - b.rows.length);
    return least ? least.rows.filter((row) => others.every(({ frequency }) => frequency[row])) : [];
  }

  /** The same with what unknown words could have been, or with what any word could have been.
   * @param {SearchFound[]} found @param {any} known  the vocabulary @param {boolean} wide @returns {Promise<SearchFound[]>} */
  async function guessed(found, known, wide) {
    const again = [];
    for (const one of found) {
      const { term, posting, unknown } = one;
      if (term.phrase || !(unknown || wide)) {
        again.push(one);
        continue;
      }
      const others = known.guess(term.text).map((/** @type {SearchGuess} */ { word, distance }) => ({ word, worth: (unknown ? 0.9 : 0.5) ** distance }));
      stop();
      const more = others.length ? await postings(term, false, others) : posting;
      again.push({ term, posting: unknown ? more : { ...more, weight: posting.weight }, unknown });
    }
    return again;
  }

  /** What to show for terms that no paper, or hardly any, holds together.
   * @param {SearchFound[]} found @param {SearchRanked[]} strict  what was found @param {(row: number) => boolean} fits @param {number} count  of words */
  async function fallBack(found, strict, fits, count) {
    const known = await vocabulary();
    let order = strict;
    const corrected = found.some(({ unknown }) => unknown);
    let used = corrected ? await guessed(found, known, false) : found;
    if (corrected) order = rank.ranked(used, together(used).filter(fits), count);
    let note = order.length && corrected ? "corrected" : "";
    if (order.length <= FEW && found.length > 1) {
      const wide = await guessed(found, known, true);
      const seen = new Set(order.map(({ row }) => row));
      const any = new Set(wide.flatMap(({ posting }) => posting.rows));
      let close = rank.ranked(wide, [...any].filter((row) => fits(row) && !seen.has(row)), count);
      const most = close.reduce((sum, { held }) => Math.max(sum, held), 0);
      close = close.filter(({ held }) => held >= 0.5 * most).slice(0, CLOSE);
      if (close.length && !order.length) [note, used] = ["closest", wide];
      order = [...order, ...close.map((one) => ({ ...one, close: order.length > 0 }))];
      if (note !== "corrected") used = wide;
    }
    const instead = found.filter(({ unknown }) => unknown).map(({ term }) => {
      const posting = used.find((one) => one.term === term)?.posting;
      return /** @type {[string, string]} */ ([term.text, order.map(({ row }) => posting?.instead(row)).find(Boolean) || ""]);
    });
    return { order, note, words: instead, used };
  }

  /** Papers whose title is the query, letter by letter, before all others.
   * @param {SearchRanked[]} order @param {number[]} others  further candidates @param {string} text  the query */
  async function titleFirst(order, others, text) {
    const letters = searchLetters(text);
    const rows = [...new Set([...order.slice(0, TITLES).map(({ row }) => row), ...others])];
    const titles = await Promise.all(rows.slice(0, 3).map(async (row) => (await shards.text(row)).title));
    const same = rows.filter((_, at) => titles[at] !== undefined && searchLetters(titles[at]) === letters);
    if (!same.length) return { order, same: false };
    const first = same.map((row) => order.find((one) => one.row === row) || { row, score: 0, held: 1, missing: [] });
    return { order: [...first, ...order.filter(({ row }) => !same.includes(row))], same: true };
  }

  /** @param {SearchAsk} ask @returns {Promise<SearchAnswer>} */
  return async function answer(ask) {
    const query = searchParse(catalogue.total ? ask.q : "");
    const { filters, unknown } = catalogue.filters(ask.filters, query.filters);
    const wanted = query.terms.filter(({ not }) => !not);
    const without = new Set();
    for (const term of query.terms.filter(({ not }) => not)) {
      const posting = await postings(term, false);
      for (const row of posting.rows) if (posting.places(row, 0.8).length) without.add(row);
    }
    const allowed = catalogue.allowed(filters);
    const stays = (/** @type {number} */ row) => !without.has(row);
    let [order, note, words, matches] = /** @type {[SearchRanked[], any, any[], number[]]} */ ([[], "", [], []]);
    /** @type {SearchFound[]} */ let used = [];
    if (wanted.length) {
      used = await find(wanted, query.open);
      let same = false;
      let all = rank.ranked(used, together(used).filter(stays), query.words);
      ({ order: all, same } = await titleFirst(all, [], ask.q));
      stop();
      if (!same && all.filter(({ row }) => allowed(row)).length <= FEW && (wanted.length > 1 || !all.length)) {
        ({ order: all, note, words, used } = await fallBack(used, all, stays, query.words));
        all = (await titleFirst(all, [], ask.q)).order;
      }
      matches = all.map(({ row }) => row);
      order = all.filter(({ row }) => allowed(row));
    } else if (query.terms.length || Object.values(filters).some(({ length }) => length)) {
      matches = catalogue.all().filter(stays);
      order = catalogue.sorted(matches.filter(allowed).map((/** @type {number} */ row) => ({ row, missing: [] })), "digest", filters);
    }
    if (query.literal.length) {
      const found = await find(query.literal, false);
      const rows = rank.ranked(found, together(found), query.words).slice(0, 3).map(({ row }) => row);
      order = (await titleFirst(order, rows, ask.q)).order;
    }
    if (ask.sort) order = catalogue.sorted(order, ask.sort, filters);
    stop();
    const results = await Promise.all(order.slice(ask.from, ask.from + ask.count).map((one) => describe(one, used)));
    return {
      total: order.length, strict: note === "closest" ? 0 : order.filter(({ close }) => !close).length, results, note, words, unknown, filters,
      facets: ask.facets ? catalogue.facets(matches, filters) : null,
    };
  };

  /** @param {SearchRanked} one @param {SearchFound[]} found @returns {Promise<SearchResult>} */
  async function describe({ row, missing, close }, found) {
    const { slug, title, abstract, authors, where } = await shards.text(row);
    /** @type {Map<number, number>} */ const places = new Map();
    for (const [number, { posting }] of found.entries()) for (const place of posting.frequency[row] ? posting.marks(row) : []) places.set(place, number);
    const begin = ends.title[row] + ends.names[row] + ends.facts[row];
    return {
      url: `papers/${slug}.html`, title: searchMarked(searchSpaced(title).split(" "), places, 0),
      excerpt: searchExcerpt(searchSpaced(abstract).split(" "), places, begin, before[row]), authors, where,
      tags: catalogue.facts(row).tags, digests: catalogue.facts(row).digests, missing, close: Boolean(close),
    };
  }
}
