"use strict";
// What is asked: the query language. Runs in the search worker (see search-client.js); docs/search.md explains it to readers.

/**
 * @typedef {{text: string, phrase: boolean, not: boolean, author: boolean, small: boolean, parts: string[], at: number, end: number}} SearchTerm
 *   a word or a quoted phrase, without punctuation; author: wanted among the names of authors; small: a function word; parts: of a
 *   compound such as "pre-trained"; at: its place among the words of the query; end: how many of them are behind it
 * @typedef {{terms: SearchTerm[], filters: {kind: string, value: string}[], literal: SearchTerm[], words: number, open: boolean}} SearchQuery
 *   literal: the same text with every sign taken as text, for titles that hold such signs; empty where that is the same;
 *   words: how many there are; open: whether the last word may not be typed to its end
 */

/** Small letters without accents, Greek letters that stand alone by their names: as sitegen/search/records.py folds what is
 * indexed and Pagefind compares it. @param {string} text */
function searchFold(text) {
  if (!/[^\x00-\x7f]/.test(text)) return text.toLowerCase();
  const NAMES = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".split(" ");
  /** @type {Record<string, string>} */ const STROKED = { ø: "o", đ: "d", ł: "l", æ: "ae", œ: "oe", ð: "d", þ: "th", ı: "i", ß: "ss", ς: "σ" };
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[øđłæœðþıßς]/g, (sign) => STROKED[sign])
    .replace(/(?<![\u0370-\u03ff\u1f00-\u1fff])[α-ω](?![\u0370-\u03ff\u1f00-\u1fff])/g, (sign) => NAMES["αβγδεζηθικλμνξοπρσςτυφχψω".indexOf(sign)]);
}

/** The letters and digits alone: equal for two spellings of one title. @param {string} text */
function searchLetters(text) {
  return searchFold(text).replace(/[^\p{L}\p{N}]+/gu, "") || text.trim();
}

/** The text with a space around each sign of a script that sets none between words, as sitegen/search/records.py indexes it
 * (the characters are CHINESE_JAPANESE of sitegen/words/scripts.py).
 * @param {string} text */
function searchSpaced(text) {
  return text.replace(/(?<=[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}])(?=\S)|(?<=\S)(?=[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}])/gu, " ");
}

/** A word as Pagefind indexes it: its letters, digits and pictures. "" where it holds nothing else. @param {string} word */
function searchWord(word) {
  return searchFold(word).replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, "");
}

/** Words that say nothing of a topic, and what every entry of a catalogue of papers is. They count in quotes alone.
 * @param {string} word  folded */
function searchSmall(word) {
  return (searchSmall.words ??= new Set(`a about after all also am an and any are article articles as at be because been before being between both but by can
    could did do does doing done during each either every few for from had has have having he her here his how i if in into is it its just may me might more
    most much must my no nor not of on only onto or other our ours out over own paper papers per please shall she should so some such than that the their them
    then there these they this those through to too under until up upon us very via was we were what when where which while who whom whose why will with
    within without would you your`.split(/\s+/))).has(word);
}

/** The terms without function words, unless there is nothing else. @param {SearchTerm[]} terms */
function searchTelling(terms) {
  return terms.some(({ small }) => !small) ? terms.filter(({ small }) => !small) : terms;
}

/** Addresses of papers as their ids, by which they are indexed: whatever page of arXiv, of a mirror of it, of the ACL Anthology
 * or of OpenReview somebody pastes. @param {string} text */
function searchIds(text) {
  return text
    .replace(/(?<!\S)(?:(?:https?:\/\/\S+?\/|doi:\s?)?10\.48550\/arxiv\.|https?:\/\/\S+?\/|(?:\w+\.)*arxiv\.org\/\w+\/|arxiv:\s?)(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?(?![\w./])\S*/giu, "$1")
    .replace(/(?<!\S)(?:(?:https?:\/\/)?(?:\w+\.)*arxiv\.org\/\w+\/|arxiv:\s?)([a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?(?!\S)/giu, "$1")
    .replace(/(?<!\S)(\d{4}\.\d{4,5})v\d+(?!\S)/gu, "$1")
    .replace(/(?<!\S)(?:(?:https?:\/\/)?(?:\w+\.)*doi\.org\/|doi:\s?)(10\.\d+\/)/giu, "$1")
    .replace(/(?<!\S)(?:https?:\/\/)?(?:www\.)?aclanthology\.org\/([\w.-]+?)(?:\.pdf|\.bib|\/)?(?!\S)/giu, "$1")
    .replace(/(?<!\S)(?:https?:\/\/)?openreview\.net\/\w+\?id=([\w-]+)\S*/giu, "$1");
}

/** @param {string} typed @returns {SearchQuery} */
function searchParse(typed) {
  const text = searchIds(typed);
  /** @type {SearchTerm[]} */ const terms = [];
  const filters = [];
  let signs = false;
  let count = 0;
  const add = (/** @type {SearchTerm[]} */ list, /** @type {string} */ words, /** @type {boolean} */ phrase, /** @type {boolean} */ not, author = false) => {
    const spaced = searchSpaced(words);
    const clean = spaced.split(/\s+/).filter(searchWord);
    const unspaced = spaced !== words && !/\s/.test(words.trim()); // "深度学习": its signs, in this order
    if ((phrase || unspaced) && clean.length > 1) {
      list.push({ text: clean.map(searchWord).join(" "), phrase: true, not, author, small: false, parts: [], at: count, end: count + clean.length });
      count += clean.length;
      return;
    }
    for (const word of clean) {
      const parts = searchFold(word).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      const plain = searchWord(word);
      list.push({ text: plain, phrase, not, author, small: !phrase && !author && searchSmall(plain), parts: parts.length > 1 ? parts : [], at: count, end: count + 1 });
      count += 1;
    }
  };
  for (const [, minus, kind, quoted, value, phrase, word] of text.matchAll(
    /(?<!\S)(-?)(?:(tag|digest|year|venue|author):(?:"([^"]*)"|(\S+))|"([^"]*)"(?!\S)|(\S+))/giu,
  )) {
    if (kind?.toLowerCase() === "author" && searchWord(quoted ?? value)) {
      add(terms, (quoted ?? value).replace(/[_+]/g, " "), true, Boolean(minus), true);
      signs = true;
    } else if (kind && !minus) {
      filters.push({ kind: kind.toLowerCase(), value: quoted ?? value });
      signs = true;
    } else if (phrase !== undefined) {
      add(terms, phrase, true, Boolean(minus));
      signs = true;
    } else {
      const whole = kind ? `${kind}:${quoted ?? value}` : word;
      const not = Boolean(minus) && Boolean(searchWord(whole));
      add(terms, whole, false, not);
      signs ||= not;
    }
  }
  const words = count;
  /** @type {SearchTerm[]} */ const literal = [];
  count = 0;
  if (signs) for (const word of text.split(/\s+/)) add(literal, word, false, false);
  return { terms: searchUnique(terms), filters, literal, words: signs ? count : words, open: !/["\s]$/.test(text) };
}

/** The first of terms that repeat. @param {SearchTerm[]} terms */
function searchUnique(terms) {
  const seen = new Set();
  return terms.filter((term) => {
    const key = `${term.not} ${term.phrase} ${term.author} ${term.text}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
