"use strict";
// Which words of a paper are shown and marked? Text in pieces: the page makes nodes of them. Runs in the search worker.

/** Words as pieces of text, neighbours joined. @param {string[]} words @param {Map<number, number>} places @param {number} first */
function searchMarked(words, places, first) {
  /** @type {{text: string, mark: boolean}[]} */ const pieces = [];
  for (const [at, word] of words.entries()) {
    const gap = at + 1 < words.length && searchSpaced(word + words[at + 1]) !== `${word} ${words[at + 1]}` ? " " : "";
    const put = (text, mark) => {
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

/** The stretch of the abstract that holds most different words asked for, from its beginning where none is held.
 * @param {string[]} text @param {Map<number, number>} places @param {number} first  where the abstract begins */
function searchExcerpt(text, places, first) {
  const LENGTH = 32; // words
  const marked = [...places].filter(([place]) => place >= first && place < text.length).sort((a, b) => a[0] - b[0]);
  let start = first;
  let best = 0;
  for (const [begin] of marked) {
    const inside = marked.filter(([place]) => place >= begin && place < begin + LENGTH - 6);
    const worth = new Set(inside.map(([, term]) => term)).size + inside.length / 100;
    if (worth > best) [start, best] = [begin, worth];
  }
  start = start - first < 12 ? first : Math.max(first, start - 6);
  start = Math.max(first, Math.min(start, text.length - LENGTH));
  const end = Math.min(text.length, start + LENGTH);
  const pieces = searchMarked(text.slice(start, end), places, start);
  if (start > first) pieces.unshift({ text: "… ", mark: false });
  if (end < text.length) pieces.push({ text: " …", mark: false });
  return pieces;
}
