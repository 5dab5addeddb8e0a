"use strict";
// Which papers answer a query? First those with every word; where there are hardly any, the closest. Runs in the search worker.

/**
 * @typedef {{q: string, filters: SearchFilters, sort: string, from: number, count: number, facets: boolean, titles?: boolean}} SearchAsk
 *   titles: every word must begin one of the title or of the authors, and nothing is guessed
 * @typedef {{text: string, mark: boolean}[]} SearchPieces
 * @typedef {{url: string, title: SearchPieces, excerpt: SearchPieces, authors: string[], by: SearchPieces, where: string, tags: string[], digests: string[],
 *   missing: string[], close: boolean}} SearchResult
 * @typedef {{total: number, strict: number, results: SearchResult[], note: "" | "corrected" | "closest", words: [string, string][],
 *   also: [string, string][], hints: [string, string, number][], unknown: string[], filters: SearchFilters, facets: Record<string, Record<string, number>> | null,
 *   named: {kind: string, label: string, address: string}[]}} SearchAnswer  named: tags, digests and authors that are called so;
 *   also: words and what else was searched for in their place; hints: rare words, near ones that are far commoner, and in how many papers;
 *   strict: how many of the results have every word; words: unknown ones with what stands for them; unknown: filters
 * @typedef {{word: string, worth: number}} SearchInstead  what may stand for a word, and how much it is worth, below 1
 */

/** @param {any} catalogue  as searchCatalogue makes it @param {any} shards  as searchShards makes it
 * @param {() => boolean} stale  whether a newer question waits */
function searchAnswers(catalogue, shards, stale) {
  const FEW = 2; // papers with every word: so few, and the closest others are shown below them
  const QUESTION = 3; // words: so many may be a question, which few papers answer in all its words
  const MANY = 100; // papers with every word: more, and no others are looked for
  const PART = 0.5; // of the question's weight that a paper must hold, by what the best one holds
  const WHOLE = 0.15; // what having every word adds
  const SLIP = 5; // a word that papers have is perhaps a slip of one that is so many times as common
  const CLOSE = 40; // closest papers, at most
  const LIKE = 0.85; // an abbreviation and what it stands for
  const SAME = 0.95; // "self supervised" and "selfsupervised"
  const TITLES = 20; // papers whose title is compared with the query letter by letter
  const ends = { title: shards.column("title"), names: shards.column("names"), facts: shards.column("facts"), length: shards.column("length") };
  const postings = searchPostings(shards, ends, catalogue.beside);
  const abbreviations = searchShort(shards.short);
  const before = shards.column("before");
  const rank = searchRank(ends);
  /** @type {Promise<any> | null} */ let words = null;
  const vocabulary = () => (words ??= shards.words().then(searchWords).catch((/** @type {Error} */ failure) => { words = null; throw failure; }));
  const stop = () => { if (stale()) throw new Error("overtaken"); };

  /** What may stand for each term too: the long form of an abbreviation, the abbreviation of a long form, two words in one,
   * one word in two. @param {SearchTerm[]} terms @returns {Promise<{others: SearchInstead[][], also: [string, string][]}>} */
  async function otherwise(terms) {
    const free = terms.map(({ phrase, author }) => !phrase && !author);
    /** @type {SearchInstead[][]} */ const others = terms.map(() => []);
    /** @type {[string, string][]} */ const also = [];
    for (const [at, { text, parts }] of terms.entries()) {
      if (!free[at]) continue;
      for (const long of abbreviations.of(text)) {
        others[at].push({ word: long, worth: LIKE });
        also.push([text, long]);
      }
      const split = parts.length ? parts : await shards.split(text);
      if (split.length) others[at].push({ word: split.join(" "), worth: SAME });
    }
    for (const { from, to, short } of abbreviations.in(terms.map(({ text }, at) => (free[at] ? text : '"')))) {
      if (also.some(([word, long]) => long.split(" ").length === to - from && word === short)) continue;
      for (const list of others.slice(from, to)) list.push({ word: short, worth: LIKE });
      also.push([terms.slice(from, to).map(({ text }) => text).join(" "), short]);
    }
    for (let at = 1; at < terms.length; at += 1) {
      const [one, two] = [terms[at - 1], terms[at]];
      if (!free[at - 1] || !free[at] || one.end !== two.at || one.text.length + two.text.length < 5) continue;
      const joined = one.text + two.text;
      if (!(await shards.find([], [joined], () => true)).size) continue;
      for (const list of [others[at - 1], others[at]]) list.push({ word: joined, worth: SAME });
    }
    return { others, also };
  }

  /** What each term finds. @param {SearchTerm[]} terms @param {boolean} open @param {SearchInstead[][]} [others]
   * @returns {Promise<SearchFound[]>} */
  async function find(terms, open, others = []) {
    const found = await Promise.all(terms.map((term, number) => postings(term, open && number === terms.length - 1, others[number])));
    stop();
    return terms.map((term, number) => ({ term, posting: found[number], unknown: !found[number].rows.length, others: others[number] || [] }));
  }

  /** For rare words those that they are perhaps a slip of: near ones, and far commoner. @param {SearchFound[]} found
   * @returns {Promise<[string, string, number][]>}  word, the commoner one, in how many papers it is */
  async function hinted(found) {
    const COMMONER = 20; // times
    const rare = found.filter(({ term, posting, unknown }) => !unknown && !term.phrase && !term.author && term.text.length >= 5 && posting.exact * COMMONER <= shards.total);
    if (!rare.length) return [];
    const known = await vocabulary();
    return rare.flatMap(({ term, posting }) => {
      const { level } = searchForms(term.text);
      const better = known.guess(term.text).find((/** @type {SearchGuess} */ { word, count, distance }) =>
        count >= COMMONER * Math.max(1, posting.exact) && distance <= (term.text.length < 9 ? 1 : 2) && level(word) < 0.9 && !word.startsWith(term.text));
      return better ? [/** @type {[string, string, number]} */ ([term.text, better.word, better.count])] : [];
    });
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
      if (term.phrase || term.author || !(unknown || wide)) {
        again.push(one);
        continue;
      }
      const likely = known.guess(term.text).slice(0, found.length > 1 ? undefined : 1); // other words tell which one it was
      const others = likely.filter((/** @type {SearchGuess} */ { count }) => unknown || count >= SLIP * posting.exact)
        .map((/** @type {SearchGuess} */ { word, distance }) => ({ word, worth: (unknown ? 0.9 : 0.5) ** distance }));
      stop();
      const more = others.length ? await postings(term, false, [...one.others, ...others]) : posting;
      again.push({ ...one, posting: unknown ? more : { ...more, weight: posting.weight } });
    }
    return again;
  }

  /** What to show for terms that few papers hold together: those, and others by how much of the question they hold.
   * @param {SearchFound[]} found @param {SearchRanked[]} strict  what was found @param {(row: number) => boolean} fits @param {number} count  of words */
  async function fallBack(found, strict, fits, count) {
    const known = await vocabulary();
    const corrected = found.some(({ unknown }) => unknown);
    let used = corrected ? await guessed(found, known, false) : found;
    let order = corrected ? rank.ranked(used, together(used).filter(fits), count) : strict;
    let note = order.length && corrected ? "corrected" : "";
    if (found.length >= QUESTION && order.length > FEW) order = among(used, order, fits, count);
    else if (found.length > 1 && order.length <= FEW) {
      used = await guessed(found, known, true);
      const close = among(used, [], (row) => fits(row) && !order.some((one) => one.row === row), count);
      if (close.length && !order.length) note = "closest";
      order = [...order, ...close.map((one) => ({ ...one, close: order.length > 0 }))];
    }
    const instead = found.filter(({ unknown }) => unknown).map(({ term }) => {
      const posting = used.find((one) => one.term === term)?.posting;
      return /** @type {[string, string]} */ ([term.text, order.map(({ row }) => posting?.instead(row)).find(Boolean) || ""]);
    });
    return { order, note, words: instead, used };
  }

  /** The papers that hold every term, among those that come near: much of the question, and more than they of its rare words.
   * @param {SearchFound[]} found @param {SearchRanked[]} strict @param {(row: number) => boolean} fits @param {number} count  of words */
  function among(found, strict, fits, count) {
    const whole = new Set(strict.map(({ row }) => row));
    const any = new Set(found.flatMap(({ posting }) => posting.rows));
    const ranked = rank.ranked(found, [...any].filter((row) => fits(row)), count);
    const most = ranked.reduce((sum, { held }) => Math.max(sum, held), 0);
    const near = ranked.filter(({ row, held }) => !whole.has(row) && held >= PART * most).slice(0, CLOSE);
    return rank.best([...strict.map((one) => ({ ...one, score: one.score + WHOLE })), ...near]);
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

  /** Papers in whose title or authors each term begins a word. @param {SearchTerm[]} terms @returns {Promise<SearchRanked[]>} */
  async function titled(terms) {
    const found = await Promise.all(terms.map((term) => postings(term, true)));
    const inHead = (/** @type {number} */ row) => found.every((posting) => posting.places(row, 0).some((place) => place < ends.title[row] + ends.names[row]));
    const [least] = [...found].sort((a, b) => a.rows.length - b.rows.length);
    return (least?.rows || []).filter(inHead).map((row) => ({ row, score: 0, held: 1, missing: [] }));
  }

  /** @param {SearchAsk} ask @returns {Promise<SearchAnswer>} */
  return async function answer(ask) {
    const query = searchParse(catalogue.total ? ask.q : "");
    const { filters, unknown } = catalogue.filters(ask.filters, query.filters);
    const wanted = searchTelling(query.terms.filter(({ not }) => !not));
    const without = new Set();
    for (const term of query.terms.filter(({ not }) => not)) {
      const posting = await postings(term, false);
      for (const row of posting.rows) if (posting.places(row, 0.8).length) without.add(row);
    }
    const allowed = catalogue.allowed(filters);
    const stays = (/** @type {number} */ row) => !without.has(row);
    let [order, note, words, matches] = /** @type {[SearchRanked[], any, any[], number[]]} */ ([[], "", [], []]);
    /** @type {SearchFound[]} */ let used = [];
    /** @type {[string, string][]} */ let also = [];
    /** @type {[string, string, number][]} */ let hints = [];
    if (wanted.length && ask.titles) order = await titled(wanted);
    else if (wanted.length) {
      const ways = await otherwise(wanted);
      also = ways.also;
      used = await find(wanted, query.open, ways.others);
      unknown.push(...used.filter((one) => one.unknown && one.term.author).map(({ term }) => `author:${term.text}`));
      used = used.filter((one) => !(one.unknown && one.term.author));
      hints = await hinted(used);
      stop();
      let same = false;
      let list = rank.ranked(used, together(used).filter(stays), query.words);
      ({ order: list, same } = await titleFirst(list, [], ask.q));
      stop();
      const found = list.filter(({ row }) => allowed(row)).length;
      if (!same && (found <= FEW ? used.length > 1 || !list.length : used.length >= QUESTION && found <= MANY)) {
        ({ order: list, note, words, used } = await fallBack(used, list, stays, query.words));
        list = (await titleFirst(list, [], ask.q)).order;
      }
      matches = list.map(({ row }) => row);
      order = list.filter(({ row }) => allowed(row));
    } else if (query.terms.length || Object.values(filters).some(({ length }) => length)) {
      matches = catalogue.all().filter(stays);
      order = catalogue.sorted(matches.filter(allowed).map((/** @type {number} */ row) => ({ row, missing: [] })), "digest", filters);
    }
    if (query.literal.length && !ask.titles) {
      const found = await find(searchTelling(query.literal), false);
      const rows = rank.ranked(found, together(found), query.words).slice(0, 3).map(({ row }) => row);
      order = (await titleFirst(order, rows, ask.q)).order;
    }
    if (ask.sort) order = catalogue.sorted(order, ask.sort, filters);
    stop();
    const results = await Promise.all(order.slice(ask.from, ask.from + ask.count).map((one) => describe(one, used)));
    return {
      total: order.length, strict: note === "closest" ? 0 : order.filter(({ close, missing }) => !close && !missing.length).length, results, note, words, also, hints, unknown, filters,
      named: named(wanted.filter(({ phrase }) => !phrase).map(({ text }) => text), results),
      facets: ask.facets ? catalogue.facets(matches, filters) : null,
    };
  };

  /** Tags and digests that are called so, and authors of what was found. @param {string[]} words @param {SearchResult[]} results */
  function named(words, results) {
    const MOST = 2; // authors
    if (!words.length) return [];
    const wears = (/** @type {string} */ name) => {
      const parts = searchFold(name).split(/[^\p{L}\p{N}]+/u);
      return words.every((word) => word.length > 1 && parts.some((part) => part.startsWith(word)));
    };
    const authors = [...new Set(results.flatMap(({ authors }) => authors))].filter(wears).slice(0, MOST);
    const asked = (/** @type {string} */ name) => new URLSearchParams({ q: `author:"${name.replaceAll('"', "")}"` });
    return [...catalogue.named(words), ...authors.map((name) => ({ kind: "author", label: name, address: `search.html?${asked(name)}` }))];
  }

  /** @param {SearchRanked} one @param {SearchFound[]} found @returns {Promise<SearchResult>} */
  async function describe({ row, missing, close }, found) {
    const { slug, title, abstract, authors, where } = await shards.text(row);
    /** @type {Map<number, number>} */ const places = new Map();
    for (const [number, { posting }] of found.entries()) for (const place of posting.frequency[row] ? posting.marks(row) : []) places.set(place, number);
    const begin = ends.title[row] + ends.names[row] + ends.facts[row];
    return {
      url: `papers/${slug}.html`, title: searchMarked(searchSpaced(title).split(" "), places, 0),
      excerpt: searchExcerpt(searchSpaced(abstract).split(" "), places, begin, before[row]),
      authors: authors.filter(Boolean), by: searchBy(authors, places, ends.title[row]), where,
      tags: catalogue.facts(row).tags, digests: catalogue.facts(row).digests, missing, close: Boolean(close),
    };
  }
}
