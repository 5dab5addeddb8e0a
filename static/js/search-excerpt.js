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
