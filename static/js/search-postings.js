"use strict";
// Which papers hold a word, how often and where? The index asked word by word. Runs in the search worker.

/**
 * @typedef {{weight: number, exact: number, rows: number[], frequency: Float32Array, title: Float32Array, forms: {level: number, form: any}[],
 *   places: (row: number, least: number) => number[], marks: (row: number) => number[], instead: (row: number) => string}} SearchPosting
 *   weight: rarer words weigh more; exact: how many papers hold the word itself in any inflection; rows: of papers that hold it
 *   or what stands for it; frequency: by row, how often, titles counting more; title: by row, how surely the title holds it, 0 to 1;
 *   places: of a paper's words that are the word at such a level at least; marks: all of them; instead: what stands for it there
 */

/** @param {any} shards  as searchShards makes it @param {{title: Int32Array, names: Int32Array, facts: Int32Array}} ends  the words
 *   of each paper's title, names and facts @param {(is: (word: string) => boolean, names: boolean) => Set<number>} beside
 *   the papers whose tags are called so, or whose tags and digests are described so */
function searchPostings(shards, ends, beside) {
  const KEPT = 24; // words
  const TITLE = 4; // a word in the title counts so many times
  const FACT = 2; // a word among names, venue, year and ids
  const BESIDE = 0.3; // a word in the name of one of its tags
  const PART = 0.85; // a word that is part of a compound
  const BEGINNING = 0.35; // a word that only begins so
  const OPEN = 3; // letters from which a word is taken for the beginning of others, wherever they stand
  const NARROW = 8; // files: fewer letters do where all their words stand in so few
  const PLACES = 100000; // of beginnings that are looked up; the commonest words come first
  /** @type {Map<string, Promise<SearchPosting>>} */ const cache = new Map();

  /** @param {string} text @param {boolean} open @param {SearchInstead[]} others */
  async function look(text, open, others) {
    /** @type {{level: number, form: any, instead: string}[]} */ const forms = [];
    const add = async (/** @type {string} */ word, /** @type {number} */ worth, /** @type {boolean} */ begins) => {
      const wanted = searchForms(word);
      const wide = begins && (word.length >= OPEN || shards.width(word) <= NARROW);
      const found = await shards.find(wide ? [...wanted.starts, word] : wanted.starts, wanted.wholes,
        (/** @type {string} */ form) => wanted.level(form) > 0 || (wide && form.startsWith(word)));
      let left = PLACES;
      for (const [form, { count, read }] of [...found].sort((a, b) => b[1].count - a[1].count)) {
        const level = wanted.level(form) || ((left -= count) >= 0 ? BEGINNING : 0);
        if (level) forms.push({ level: level * worth, form: read(), instead: worth < 1 ? word : "" });
      }
    };
    await add(text, 1, open);
    for (const { word, worth } of others) {
      if (!word.includes(" ")) await add(word, worth, false);
      else forms.push({ level: worth, form: (await phrase(word.split(" "))).forms[0].form, instead: word });
    }
    const levels = [text, ...others.map(({ word }) => word)].map((word) => searchForms(word).level);
    const is = (/** @type {string} */ form) => levels.some((level) => level(form) >= 0.9) || (open && text.length >= OPEN && form.startsWith(text));
    const described = beside(is, false);
    return { ...count(forms, [beside(is, true), forms.length ? new Set() : described]), described };
  }

  /** @param {{level: number, form: any, instead: string}[]} forms @param {Set<number>[]} [around]  papers that have the word beside them
   * @returns {SearchPosting} */
  function count(forms, around = []) {
    const [frequency, title] = [new Float32Array(shards.total), new Float32Array(shards.total)];
    /** @type {number[]} */ const rows = [];
    const surely = new Set();
    for (const { level, form } of forms) {
      for (const [number, row] of form.rows.entries()) {
        if (!frequency[row]) rows.push(row);
        if (level >= 0.8) surely.add(row);
        const [endTitle, endFacts] = [ends.title[row], ends.title[row] + ends.names[row] + ends.facts[row]];
        for (let next = form.from[number]; next < form.from[number + 1]; next += 1) {
          const place = form.at[next] >> 1;
          const worth = form.at[next] & 1 ? level * PART : level;
          frequency[row] += worth * (place < endTitle ? TITLE : place < endFacts ? FACT : 1);
          if (place < endTitle && worth > title[row]) title[row] = worth;
        }
      }
    }
    const exact = surely.size;
    for (const row of around.flatMap((some) => [...some])) {
      if (!frequency[row]) rows.push(row);
      frequency[row] += BESIDE;
    }
    const places = (/** @type {number} */ row, /** @type {number} */ least) => forms.flatMap(({ level, form }) => (level >= least ? searchPlacesIn(form, row) : []));
    return {
      weight: Math.log(1 + (shards.total + 0.5) / ((exact || rows.length) + 0.5)),
      exact, rows, frequency, title, forms, places, described: new Set(),
      marks: (row) => forms.flatMap(({ form }) => searchPlacesIn(form, row).flatMap((place) => Array.from({ length: form.span || 1 }, (_, next) => place + next))),
      instead: (row) => forms.find(({ form, instead }) => instead && searchPlacesIn(form, row).length)?.instead || "",
    };
  }

  /** Words in this order, side by side. @param {string[]} words */
  async function phrase(words) {
    const each = await Promise.all(words.map((word) => one(word, false, [])));
    const [first] = [...each].sort((a, b) => a.rows.length - b.rows.length);
    /** @type {number[]} */ const [rows, from, at] = [[], [0], []];
    for (const row of [...first.rows].sort((a, b) => a - b)) {
      if (!each.every(({ frequency }) => frequency[row])) continue;
      const places = each.map((posting) => new Set(posting.places(row, 0.8)));
      const begins = [...places[0]].filter((begin) => {
        let place = begin; // a compound's parts stand at one place
        return places.every((held, number) => !number || held.has(place + 1) && (place += 1) || held.has(place));
      }).sort((a, b) => a - b);
      if (!begins.length) continue;
      rows.push(row);
      at.push(...begins.map((place) => place * 2));
      from.push(at.length);
    }
    const form = { word: words.join(" "), count: rows.length, rows: Int32Array.from(rows), from: Int32Array.from(from), at: Int32Array.from(at), span: words.length };
    return count([{ level: 1, form, instead: "" }]);
  }

  /** The same among the names of authors alone. @param {SearchPosting} posting */
  function named(posting) {
    return count(posting.forms.filter(({ level, form }) => level === 1 || form.span).map(({ form, instead }) => {
      /** @type {number[][]} */ const [rows, from, at] = [[], [0], []];
      for (const row of form.rows) {
        const names = searchPlacesIn(form, row).filter((place) => place >= ends.title[row] && place < ends.title[row] + ends.names[row]);
        if (!names.length) continue;
        rows.push(row);
        at.push(...names.map((place) => place * 2));
        from.push(at.length);
      }
      return { level: 1, instead, form: { ...form, count: rows.length, rows: Int32Array.from(rows), from: Int32Array.from(from), at: Int32Array.from(at) } };
    }));
  }

  /** @param {string} key @param {() => Promise<any>} make @returns {Promise<any>} */
  function remembered(key, make) {
    const found = cache.get(key) || make();
    cache.delete(key);
    cache.set(key, found);
    found.catch(() => cache.delete(key));
    if (cache.size > KEPT) cache.delete(/** @type {string} */ (cache.keys().next().value));
    return found;
  }

  const one = (/** @type {string} */ text, /** @type {boolean} */ open, /** @type {SearchInstead[]} */ others) =>
    remembered(JSON.stringify([text, open, others]), () => look(text, open, others));

  /** @param {SearchTerm} term @param {boolean} open  perhaps not typed to its end
   * @param {SearchInstead[]} [others]  what may stand for it @returns {Promise<SearchPosting>} */
  return async function postings(term, open, others = []) {
    const words = term.text.split(" ");
    const found = words.length > 1 ? remembered(`"${term.text}"`, () => phrase(words)) : one(term.text, open && !term.phrase, others);
    return term.author ? named(await found) : found;
  };
}

/** The places of a word in one paper. @param {any} form @param {number} row @returns {number[]} */
function searchPlacesIn(form, row) {
  let low = 0;
  let high = form.rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (form.rows[middle] < row) low = middle + 1;
    else high = middle;
  }
  return form.rows[low] === row ? Array.from(form.at.subarray(form.from[low], form.from[low + 1]), (/** @type {number} */ place) => place >> 1) : [];
}
