"use strict";
// Which written words are one word? The index holds them as they are written; this says what to look for. Runs in the search worker.

/**
 * @typedef {{word: string, starts: string[], wholes: string[], level: (form: string) => number}} SearchForms  starts and wholes: under
 *   which beginnings, and as which words, its forms stand in the index; level: how much a form is the word: 1 the word itself,
 *   0.9 another form of it, 0.45 a word derived from it, 0 another word
 */

/** Without plural, -ing, -ed and final e: equal for the forms of one word, not always a word.
 * @param {string} word  in small letters */
function searchStem(word) {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  let stem = word;
  if (/(?:[^aeiou]|qu)ies$/.test(stem)) stem = `${stem.slice(0, -3)}y`;
  else if (/s[ei]s$/.test(stem) && stem.length > 5) stem = stem.slice(0, -2);
  else if (/s$/.test(stem) && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  if (/[aeiouy].*ing$/.test(stem) && stem.length > 5) stem = stem.slice(0, -3);
  else if (/[aeiouy].*[^e]ed$/.test(stem) && stem.length > 4) stem = stem.slice(0, -2);
  if (stem.length > 3 && stem.endsWith("e")) stem = stem.slice(0, -1);
  if (stem.length > 3 && /([bdfglmnprt])\1$/.test(stem)) stem = stem.slice(0, -1);
  return stem;
}

/** Without the endings of derivation too. @param {string} word */
function searchRoot(word) {
  let root = searchStem(word);
  if (/[^a-z]/.test(root)) return root;
  for (const [ending, least] of /** @type {[string, number][]} */ ([
    ["ly", 4], ["al", 6], ["ion", 4], ["ity", 4], ["iv", 5], ["at", 5], ["er", 5], ["or", 5], ["ic", 5], ["y", 5],
  ])) {
    if (root.endsWith(ending) && root.length >= ending.length + least) root = root.slice(0, -ending.length);
  }
  return root.length > 4 && root.endsWith("e") ? root.slice(0, -1) : root;
}

/** @param {string} word  folded @returns {SearchForms} */
function searchForms(word) {
  const ENDINGS = ["", "s", "es", "e", "ed", "d", "ing", "y", "ies"];
  const SHORT = 4; // letters: so short a root begins too many words
  const spelling = searchSpelling(word);
  const [stem, root] = [searchStem(spelling), searchRoot(spelling)];
  const level = (/** @type {string} */ form) => {
    if (form === word) return 1;
    const other = searchSpelling(form);
    if (other === spelling) return 1;
    if (searchStem(other) === stem) return 0.9;
    return root.length >= SHORT && searchRoot(other) === root ? 0.45 : 0;
  };
  if (/[^a-z]/.test(word)) return { word, starts: [], wholes: [word], level };
  const [starts, wholes] = [new Set(), new Set([word])];
  for (const spelt of searchSpellings(word)) {
    wholes.add(spelt);
    const [short, begin] = [searchStem(spelt), searchRoot(spelt)];
    if (begin.length >= SHORT) starts.add(begin);
    else for (const start of [short, short + short.slice(-1)]) for (const ending of ENDINGS) wholes.add(start + ending);
  }
  return { word, starts: [...starts], wholes: [...wholes], level };
}
