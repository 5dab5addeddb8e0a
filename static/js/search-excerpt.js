"use strict";
// Which words of a paper are shown and marked? Text in pieces: the page makes nodes of them. Runs in the search worker.

/** Words as pieces of text, neighbours joined. @param {string[]} words @param {Map<number, number>} places @param {number} first */
function searchMarked(words, places, first) {
  /** @type {{text: string, mark: boolean}[]} */ const pieces = [];
  for (const [at, word] of words.entries()) {
    const gap = at + 1 < words.length && searchSpaced(word + words[at + 1]) !== `${word} ${words[at + 1]}` ? " " : "";
    const put = (/** @type {string} */ text, /** @type {boolean} */ mark) => {
      if (!text) return;
      const last = pieces[pieces.length - 1];
      if (last && last.mark === mark) last.text += text;
      else pieces.push({ text, mark });
    };
    if (!places.has(first + at)) put(word + gap, false);
    else { // the mark leaves out brackets, quotes and full stops around the word
      const [, before, core, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word) || ["", "", word, ""];
      put(core ? before : "", false);
      put(core || word, true);
      put((core ? after : "") + gap, false);
    }
  }
  return pieces;
}

/** Who wrote a paper, as lists have it: all of four, or the first three, "et al." and the last; and those who are asked for.
 * @param {string[]} authors  an empty one at the end: there are others @param {Map<number, number>} places  of marked words
 * @param {number} first  the place of the first name's first word */
function searchBy(authors, places, first) {
  const [NAMED, ASKED] = [4, 2];
  const complete = authors[authors.length - 1] !== "";
  let place = first;
  const names = authors.filter(Boolean).map((name) => {
    const words = searchSpaced(name).split(" ");
    const pieces = searchMarked(words, places, place);
    place += words.length + 1; // the place between two names
    return pieces;
  });
  const all = names.length <= NAMED;
  const asked = names.slice(NAMED - 1, -1).filter((pieces) => pieces.some(({ mark }) => mark)).slice(0, ASKED);
  const begun = all ? names : [...names.slice(0, NAMED - 1), ...asked];
  const pieces = begun.flatMap((name, at) => (at ? [{ text: ", ", mark: false }, ...name] : name));
  if (names.length && (!all || !complete)) pieces.push({ text: ` ${sitegenWords("byline").et_al}`, mark: false });
  if (!all && complete) pieces.push({ text: ", ", mark: false }, ...names[names.length - 1]);
  return pieces;
}

/** The stretch of the abstract that holds most different words asked for; where none is held, what the paper does.
 * @param {string[]} text @param {Map<number, number>} places  of marked words, with the number of the word of the query
 * @param {number} first  the place of the abstract's first word @param {number} before  how many words come before the point */
function searchExcerpt(text, places, first, before) {
  const LENGTH = 32; // words
  const marked = [...places].map(([place, term]) => [place - first, term]).filter(([place]) => place >= 0 && place < text.length).sort((a, b) => a[0] - b[0]);
  let start = 0;
  let best = 0;
  for (const [begin] of marked) {
    const inside = marked.filter(([place]) => place >= begin && place < begin + LENGTH - 6);
    const worth = new Set(inside.map(([, term]) => term)).size + inside.length / 100;
    if (worth > best) [start, best] = [begin, worth];
  }
  start = start < 12 ? 0 : start - 6;
  start = marked.length ? Math.max(0, Math.min(start, text.length - LENGTH)) : before;
  const end = Math.min(text.length, start + LENGTH);
  const pieces = searchMarked(text.slice(start, end), places, first + start);
  if (start > 0) pieces.unshift({ text: "… ", mark: false });
  if (end < text.length) pieces.push({ text: " …", mark: false });
  return pieces;
}
