"use strict";
// Which papers answer a query, and in what order? Runs in the search worker. docs/search.md says the same in prose.

/**
 * @typedef {{q: string, filters: Record<string, string[]>, every: boolean, sort: string, from: number, count: number, facets: boolean}} SearchAsk
 * @typedef {{text: string, mark: boolean}[]} SearchText
 * @typedef {{url: string, title: SearchText, excerpt: SearchText, tags: string[], digests: string[], missing: string[], close: boolean}} SearchResult
 * @typedef {{total: number, strict: number, results: SearchResult[], note: string, words: [string, string][], unknown: string[],
 *   filters: Record<string, string[]>, facets: Record<string, Record<string, number>> | null}} SearchAnswer
 */

/** @param {any} pagefind @param {any} catalogue  as searchCatalogue makes it @param {() => Promise<string>} loadWords
 * @param {() => boolean} stale  whether a newer question waits */
function searchAnswers(pagefind, catalogue, loadWords, stale) {
  const FEW = 2; // papers with every word: so few, and the closest others are shown below them
  const CLOSE = 40; // closest papers, at most
  const WINDOW = 10; // papers whose text is compared with the query as it is written; twice as many for several words
  const postings = searchPostings(pagefind, catalogue);
  const { fragment } = catalogue;
  /** @type {Promise<any> | null} */ let words = null;
  const vocabulary = () => (words ??= loadWords().then(searchWords).catch((failure) => { words = null; throw failure; }));
  const stop = () => { if (stale()) throw new Error("overtaken"); };

  /** What each word finds. With the vocabulary, a word that nothing begins with is what it could have been.
   * @param {any[]} terms @param {any} known  the vocabulary, or null @param {boolean} wide  known words too */
  async function lookUp(terms, known, wide) {
    const found = [];
    for (const [at, term] of terms.entries()) {
      stop();
      let posting = await postings(term, at === terms.length - 1);
      let unknown = false;
      /** @type {string[]} */ let guesses = [];
      if (known && !term.phrase && (wide || !posting.exact)) {
        unknown = !posting.exact && !known.begins(term.text);
        if (unknown) posting = { pages: new Map(), exact: 0, weight: Math.log(1 + catalogue.total) };
        if (unknown || wide) {
          const merged = new Map(posting.pages);
          for (const guess of known.guess(term.text)) {
            stop();
            const other = await postings({ text: guess.word, phrase: false, not: false }, true);
            const worth = (unknown ? 0.9 : 0.5) ** guess.distance * Math.min(1, other.weight / posting.weight);
            for (const [id, hit] of other.pages) {
              if (!hit.exact) continue;
              const before = merged.get(id);
              if (before && (before.worth ?? 1) * (before.exact ? 1 : 0.5) >= worth) continue;
              merged.set(id, { ...hit, worth, guess: guess.word });
            }
            guesses.push(guess.word);
          }
          posting = { ...posting, pages: merged };
        }
      }
      found.push({ term, posting, unknown, guesses });
    }
    return found;
  }

  /** How well each paper answers: rare words, whole words, words of the title, neighbours and the right beginning count. */
  function rank(found, ids) {
    const all = found.reduce((sum, { posting }) => sum + posting.weight, 0) || 1;
    const scored = [];
    for (const id of ids) {
      let score = 0;
      let held = 0;
      let title = true;
      let begins = true;
      const missing = [];
      /** @type {any} */ let before = null;
      for (const [at, { term, posting }] of found.entries()) {
        const hit = posting.pages.get(id);
        if (!hit) {
          title = begins = false;
          before = null;
          missing.push(term.text);
          continue;
        }
        const weight = posting.weight * (hit.worth ?? 1);
        held += weight;
        score += weight * ((hit.exact ? 1 : 0.5) * (0.6 + 0.4 * hit.score) + hit.title);
        title &&= hit.title > 0;
        begins &&= hit.at.includes(at);
        if (before && hit.at.some((place) => before.at.includes(place - 1))) score += 0.4 * Math.min(weight, before.weight);
        before = { at: hit.at, weight };
      }
      if (title) score += 0.6 * all;
      if (begins) score += 3 * all;
      if (begins && catalogue.facts(id).words === found.length) score += all;
      scored.push({ id, score: score / all, held: held / all, missing, begins });
    }
    return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  const holdsAll = (found) => {
    const lists = found.map(({ posting }) => posting.pages).sort((a, b) => a.size - b.size);
    return lists.length ? [...lists[0].keys()].filter((id) => lists.every((pages) => pages.has(id))) : [];
  };
  const holdsAny = (found) => [...new Set(found.flatMap(({ posting }) => [...posting.pages.keys()]))];

  /** @param {SearchAsk} ask @returns {Promise<SearchAnswer>} */
  return async function answer(ask) {
    const query = searchParse(ask.q);
    const { filters, unknown } = catalogue.filters(ask.filters, query.filters);
    const wanted = query.terms.filter((term) => !term.not);
    const without = new Set();
    for (const term of query.terms.filter((other) => other.not)) {
      for (const [id, hit] of (await postings(term, false)).pages) if (hit.exact) without.add(id);
    }
    const allowed = catalogue.allowed(filters, ask.every);
    const fits = (id) => !without.has(id) && allowed(id);

    let note = "";
    /** @type {any[]} */ let order = [];
    /** @type {any[]} */ let found = [];
    let strict = 0;
    let matches = []; // before filters: what facets count
    if (!wanted.length) {
      if (query.terms.length || Object.keys(filters).length || ask.sort) matches = catalogue.all().filter((id) => !without.has(id));
      order = catalogue.sorted(matches.filter(fits).map((id) => ({ id, score: 0, held: 1, missing: [], begins: false })), "digest");
      strict = order.length;
    } else {
      found = await lookUp(wanted, null, false);
      matches = holdsAll(found).filter((id) => !without.has(id));
      order = rank(found, matches.filter(fits));
      const doubtful = found.some(({ term, posting }) => !term.phrase && !posting.exact && posting.pages.size);
      const few = order.length <= FEW && !(order.length && (wanted.length < 2 || await sameTitle(order, query, ask.q)));
      if (few || (doubtful && !(await reallyBegin(found, order)))) {
        const known = await vocabulary();
        stop();
        found = await lookUp(wanted, known, false);
        const holders = holdsAll(found).filter((id) => !without.has(id));
        const corrected = found.some((one) => one.unknown);
        order = rank(found, holders.filter(fits));
        matches = holders;
        if (order.length && corrected) note = "corrected";
        if (order.length <= FEW && wanted.length + (corrected ? 0 : 1) > 1) {
          stop();
          const wide = await lookUp(wanted, known, true);
          const seen = new Set(order.map(({ id }) => id));
          let close = rank(wide, holdsAny(wide).filter((id) => fits(id) && !seen.has(id)));
          const most = close.reduce((sum, { held }) => Math.max(sum, held), 0);
          close = close.filter(({ held }) => held >= 0.5 * most).slice(0, CLOSE);
          if (close.length) {
            note = order.length ? note : wanted.length > 1 ? "closest" : "corrected";
            const exact = order.length;
            order = [...order, ...close.map((one) => ({ ...one, close: exact > 0, from: wide }))];
            matches = [...new Set([...matches, ...close.map(({ id }) => id)])];
            if (!exact) found = wide;
          }
        }
      }
      strict = order.filter((one) => !one.close).length;
      if (note === "closest") strict = 0;
      order = await asWritten(order, found);
      order = await exactFirst(order, query, ask.q);
    }
    if (ask.sort && ask.sort !== "relevance") order = catalogue.sorted(order, ask.sort);
    stop();
    const shown = order.slice(ask.from, ask.from + ask.count);
    const results = await Promise.all(shown.map((one) => describe(one, one.from || found)));
    stop();
    return {
      total: order.length, strict, results, note, unknown, filters,
      words: corrections(found, order),
      facets: ask.facets ? catalogue.facets(matches, filters, ask.every) : null,
    };
  };

  /** Whether one of the papers shown first holds a word that begins with each doubtful word: an unknown word makes Pagefind
   * fall back to shorter and shorter beginnings, and what it then finds is no answer. */
  async function reallyBegin(found, order) {
    const doubtful = found.filter(({ term, posting }) => !term.phrase && !posting.exact);
    for (const { id } of order.slice(0, WINDOW)) {
      const text = searchFold((await fragment(id)).content).split(/\s+/);
      const held = doubtful.every(({ term, posting }) => (posting.pages.get(id)?.places || []).some((place) =>
        (text[place] || "").split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(term.text)) || searchWord(text[place] || "").startsWith(term.text)));
      if (held) return true;
    }
    return false;
  }

  /** The first papers again, with words that stand there exactly as written counting more than other forms of them. */
  async function asWritten(order, found) {
    const window = found.length > 1 ? 2 * WINDOW : WINDOW;
    const most = found.reduce((sum, { posting }) => sum + posting.weight, 0) || 1;
    const again = await Promise.all(order.slice(0, window).map(async (one) => {
      if (one.close) return one;
      const paper = await fragment(one.id);
      const split = (/** @type {string} */ text) => new Set(searchFold(text).split(/[^\p{L}\p{N}\p{Pc}]+/u).concat(text.split(/\s+/).map(searchWord)));
      const [text, title] = [split(paper.content), split(paper.meta.title)];
      let extra = 0;
      let all = true;
      for (const { term, posting } of found) {
        const word = posting.pages.get(one.id)?.guess || term.text;
        if (text.has(word)) extra += posting.weight * (title.has(word) ? 0.8 : 0.4);
        else all = false;
      }
      return { ...one, score: one.score + extra / most + (all ? 1 : 0) };
    }));
    return [...again.sort((a, b) => Number(a.close || 0) - Number(b.close || 0) || b.score - a.score), ...order.slice(window)];
  }

  async function sameTitle(order, query, text) {
    const letters = searchLetters(text);
    for (const { id } of order) if (searchLetters((await fragment(id)).meta.title) === letters) return true;
    return false;
  }

  /** The paper whose title is the query, letter by letter, before all others; looked for among those that begin so. */
  async function exactFirst(order, query, text) {
    const letters = searchLetters(text);
    const ids = order.slice(0, WINDOW).map(({ id }) => id);
    if (query.literal.length) {
      const literal = await lookUp(query.literal, null, false);
      ids.push(...rank(literal, holdsAll(literal)).slice(0, WINDOW).map(({ id }) => id));
    }
    const same = new Set();
    await Promise.all(ids.map(async (id) => {
      if (searchLetters((await fragment(id)).meta.title) === letters) same.add(id);
    }));
    if (!same.size) return order;
    const first = [...same].map((id) => order.find((one) => one.id === id) || { id, score: 0, held: 1, missing: [], begins: true });
    return [...first.map((one) => ({ ...one, close: false })), ...order.filter(({ id }) => !same.has(id))];
  }

  /** Which guess stands for each unknown word: the one that the best paper holds. */
  function corrections(found, order) {
    return found.filter((one) => one.unknown).map(({ term, posting }) =>
      /** @type {[string, string]} */ ([term.text, order.map(({ id }) => posting.pages.get(id)?.guess).find(Boolean) || ""]));
  }

  /** @returns {Promise<SearchResult>} */
  async function describe(one, found) {
    const paper = await fragment(one.id);
    const places = new Map(); // place -> which term
    for (const [at, { posting }] of found.entries()) for (const place of posting.pages.get(one.id)?.places || []) places.set(place, at);
    const title = paper.meta.title.split(/\s+/);
    const text = paper.content.split(/\s+/);
    return {
      url: paper.url.replace(/^\/+/, ""),
      title: searchMarked(title, places, 0),
      excerpt: searchExcerpt(text, places, title.length),
      tags: catalogue.facts(one.id).tag,
      digests: catalogue.facts(one.id).digest,
      missing: one.missing,
      close: Boolean(one.close),
    };
  }
}
