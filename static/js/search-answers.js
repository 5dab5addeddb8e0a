"use strict";
// Which papers answer a query? First those with every word; where there are hardly any, the closest. Runs in the search worker.

/**
 * @typedef {{q: string, filters: Record<string, string[]>, every: boolean, sort: string, from: number, count: number, facets: boolean}} SearchAsk
 * @typedef {{text: string, mark: boolean}[]} SearchText
 * @typedef {{url: string, title: SearchText, excerpt: SearchText, tags: string[], digests: string[], missing: string[], close: boolean}} SearchResult
 * @typedef {{total: number, strict: number, results: SearchResult[], note: "" | "corrected" | "closest", words: [string, string][],
 *   unknown: string[], filters: Record<string, string[]>, facets: Record<string, Record<string, number>> | null}} SearchAnswer
 *   strict: how many of the results have every word; words: unknown ones with what stands for them; unknown: filters
 */

/** @param {any} pagefind @param {any} catalogue  as searchCatalogue makes it @param {() => Promise<string>} loadWords
 * @param {() => boolean} stale  whether a newer question waits */
function searchAnswers(pagefind, catalogue, loadWords, stale) {
  const FEW = 2; // papers with every word: so few, and the closest others are shown below them
  const CLOSE = 40; // closest papers, at most
  const LOOKED_UP = 12000; // papers that the words of a fallback may hold together: rare words first, at least two
  const postings = searchPostings(pagefind, catalogue);
  const rank = searchRank(catalogue);
  /** @type {Promise<any> | null} */ let words = null;
  const vocabulary = () => (words ??= loadWords().then(searchWords).catch((failure) => { words = null; throw failure; }));
  const stop = () => { if (stale()) throw new Error("overtaken"); };
  const surely = (/** @type {any} */ term) => ({ text: term.text, weight: 1, guesses: new Map() });

  /** The papers that hold every term, as Pagefind sees it. @param {any[]} terms */
  async function together(terms) {
    if (terms.length === 1) {
      const found = [{ term: terms[0], posting: await postings(terms[0], true), unknown: false }];
      return { order: rank.byWords(found, found[0].posting.pages.keys()), known: found[0].posting.exact > 0 };
    }
    const single = terms.filter(({ phrase }) => !phrase);
    let results = single.length ? (await pagefind.search(single.map(({ text }) => text).join(" "))).results : null;
    for (const phrase of terms.filter((term) => term.phrase)) {
      stop();
      const { pages } = await postings(phrase, false);
      results = results
        ? results.filter((/** @type {any} */ { id }) => pages.has(id)).map((/** @type {any} */ one) => ({ ...one, words: [...one.words, ...pages.get(one.id).at] }))
        : [...pages].map(([id, hit]) => ({ id, score: hit.score, words: hit.at }));
    }
    const count = terms.reduce((sum, { text }) => sum + text.split(" ").length, 0);
    return { order: rank.together(results || [], count), known: false };
  }

  /** Whether each term is a word of the catalogue, or the beginning of one. For an unknown word Pagefind falls back to shorter
   * and shorter beginnings, and what it then finds is no answer. */
  async function allKnown(terms, order) {
    const texts = await Promise.all(order.slice(0, 10).map(async ({ id }) => [...searchForms((await catalogue.fragment(id)).content)]));
    for (const term of terms) {
      if (term.phrase || texts.some((forms) => forms.some((form) => form.startsWith(term.text)))) continue;
      stop();
      if (!(await pagefind.search(`"${term.text}"`)).results.length) return false;
    }
    return true;
  }

  /** Papers where the parts of a compound stand at one place: "bc-de" in an address such as a.org/bc-de. @param {any} term */
  async function inParts(term) {
    /** @type {Map<string, any>} */ let pages = new Map();
    if (term.parts.length < 2) return pages;
    for (const [number, part] of term.parts.entries()) {
      const next = (await postings({ text: part, phrase: false }, false)).pages;
      const both = new Map();
      for (const [id, hit] of number ? pages : next) {
        const at = number ? hit.at.filter((/** @type {number} */ place) => next.get(id)?.at.includes(place)) : hit.at;
        if (at.length) both.set(id, { ...hit, at, places: at });
      }
      pages = both;
    }
    return pages;
  }

  /** What each term finds by itself. A word that no word of the catalogue begins with is what it could have been instead.
   * @param {any[]} terms @param {any} known  the vocabulary @param {boolean} wide  whether known words may be misspelt too */
  async function apart(terms, known, wide) {
    const counted = terms.map((term) => ({ term, count: term.phrase ? 0 : known.count(term.text) }));
    let left = LOOKED_UP;
    const rare = new Set([...counted].sort((a, b) => a.count - b.count).filter(({ count }, at) => (left -= count) >= 0 || at < 2).map(({ term }) => term));
    const found = [];
    for (const term of terms) {
      if (!rare.has(term)) continue;
      stop();
      let posting = await postings(term, term === terms[terms.length - 1]);
      let unknown = !term.phrase && !posting.exact && !known.begins(term.text);
      if (unknown) posting = { pages: await inParts(term), exact: 0, weight: Math.log(1 + catalogue.total) };
      unknown &&= !posting.pages.size;
      const pages = new Map(posting.pages);
      for (const guess of !term.phrase && (unknown || wide) ? known.guess(term.text) : []) {
        if (guess.count > LOOKED_UP / 4) continue;
        stop();
        const other = await postings({ text: guess.word, phrase: false }, false);
        const worth = (unknown ? 0.9 : 0.5) ** guess.distance * Math.min(1, other.weight / posting.weight);
        for (const [id, hit] of other.pages) {
          const before = pages.get(id);
          if (hit.exact && !(before && (before.worth ?? 1) * (before.exact ? 1 : 0.5) >= worth)) pages.set(id, { ...hit, worth, guess: guess.word });
        }
      }
      found.push({ term, posting: { ...posting, pages }, unknown });
    }
    return found;
  }

  const holdAll = (/** @type {any[]} */ found) => {
    const lists = found.map(({ posting }) => posting.pages).sort((a, b) => a.size - b.size);
    return lists.length ? [...lists[0].keys()].filter((id) => lists.every((pages) => pages.has(id))) : [];
  };
  const written = (/** @type {any[]} */ order, /** @type {any[]} */ found) => rank.asWritten(order, found.map(({ term, posting }) => ({
    text: term.text, weight: posting.weight, guesses: new Map(order.map(({ id }) => [id, posting.pages.get(id)?.guess || ""])),
  })));

  /** What to show for terms that no paper, or hardly any, holds together.
   * @param {any[]} terms @param {any[]} strict  what was found @param {(id: string) => boolean} fits */
  async function fallBack(terms, strict, fits) {
    const known = await vocabulary();
    let found = await apart(terms, known, false);
    const corrected = found.some(({ unknown }) => unknown);
    let order = strict;
    if (corrected) order = await written(rank.byWords(found, holdAll(found).filter(fits)), found);
    let note = order.length && corrected ? "corrected" : "";
    if (order.length <= FEW && terms.length > 1) {
      const wide = await apart(terms, known, true);
      const seen = new Set(order.map(({ id }) => id));
      const any = new Set(wide.flatMap(({ posting }) => [...posting.pages.keys()]));
      let close = rank.byWords(wide, [...any].filter((id) => fits(id) && !seen.has(id)));
      const most = close.reduce((sum, { held }) => Math.max(sum, held), 0);
      close = await written(close.filter(({ held }) => held >= 0.5 * most).slice(0, CLOSE), wide);
      if (close.length && !order.length) [note, found] = ["closest", wide];
      order = [...order, ...close.map((one) => ({ ...one, close: order.length > 0 }))];
    }
    const instead = found.filter(({ unknown }) => unknown).map(({ term, posting }) =>
      /** @type {[string, string]} */ ([term.text, order.map(({ id }) => posting.pages.get(id)?.guess).find(Boolean) || ""]));
    return { order, note, words: instead };
  }

  /** @param {SearchAsk} ask @returns {Promise<SearchAnswer>} */
  return async function answer(ask) {
    const query = searchParse(catalogue.total ? ask.q : "");
    const { filters, unknown } = catalogue.filters(ask.filters, query.filters);
    const wanted = query.terms.filter(({ not }) => !not);
    const without = new Set();
    for (const term of query.terms.filter(({ not }) => not)) {
      for (const [id, hit] of (await postings(term, false)).pages) if (hit.exact) without.add(id);
    }
    const allowed = catalogue.allowed(filters, ask.every);
    const stays = (/** @type {string} */ id) => !without.has(id);
    let [order, note, words, matches] = /** @type {[any[], any, any[], string[]]} */ ([[], "", [], []]);
    if (wanted.length) {
      const found = await together(wanted);
      stop();
      let all = found.order.filter(({ id }) => stays(id));
      let same = false;
      const sure = found.known || await allKnown(wanted, all);
      if (sure) ({ order: all, same } = await rank.titleFirst(await rank.asWritten(all, wanted.map(surely)), [], ask.q));
      const few = all.filter(({ id }) => allowed(id)).length <= FEW && !same && (wanted.length > 1 || !all.length);
      if (!sure || few) {
        stop();
        const fallen = await fallBack(wanted, sure ? all : [], stays);
        ({ note, words } = fallen);
        all = (await rank.titleFirst(fallen.order, [], ask.q)).order;
      }
      matches = all.map(({ id }) => id);
      order = all.filter(({ id }) => allowed(id));
    } else if (query.terms.length || Object.values(filters).some(({ length }) => length)) {
      matches = catalogue.all().filter(stays);
      order = catalogue.sorted(matches.filter(allowed).map((id) => ({ id, missing: [], places: new Map() })), "digest");
    }
    if (query.literal.length) order = (await rank.titleFirst(order, await asTitle(query), ask.q)).order;
    if (ask.sort) order = catalogue.sorted(order, ask.sort);
    stop();
    const results = await Promise.all(order.slice(ask.from, ask.from + ask.count).map(describe));
    return {
      total: order.length, strict: note === "closest" ? 0 : order.filter(({ close }) => !close).length, results, note, words, unknown, filters,
      facets: ask.facets ? catalogue.facets(matches, filters, ask.every) : null,
    };
  };

  /** Papers that the query finds with all its signs taken as text: a title may hold a minus or a colon. */
  async function asTitle(query) {
    return query.literal.length ? (await together(query.literal)).order.slice(0, 5).map(({ id }) => id) : [];
  }

  /** @param {any} one @returns {Promise<SearchResult>} */
  async function describe({ id, places, missing, close }) {
    const { meta, content, url } = await catalogue.fragment(id);
    const title = searchSpaced(meta.title).split(/\s+/);
    return {
      url: url.replace(/^\/+/, ""), title: searchMarked(title, places, 0), excerpt: searchExcerpt(content.split(/\s+/), places, title.length),
      tags: catalogue.facts(id).tag, digests: catalogue.facts(id).digest, missing, close: Boolean(close),
    };
  }
}
