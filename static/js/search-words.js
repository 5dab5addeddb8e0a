"use strict";
// Which known words could a misspelt one be? Runs in the search worker; the list of words loads when too little is found.

/**
 * @typedef {{word: string, count: number, distance: number}} SearchGuess
 * @typedef {{count: (word: string) => number, begins: (start: string) => boolean, guess: (word: string) => SearchGuess[]}} SearchWords
 */

/** @param {string[]} lists  of the shards, as sitegen/search/vocabulary.py writes them @returns {SearchWords} */
function searchWords(lists) {
  /** @type {Map<string, number>} */ const known = new Map();
  for (const list of lists) {
    let before = "";
    for (const line of list ? list.split("\n") : []) {
      const [rest, count] = line.split(" ");
      before = before.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
      known.set(before, (known.get(before) || 0) + Number(count || 1));
    }
  }
  const words = [...known.keys()].sort();
  const counts = words.map((word) => /** @type {number} */ (known.get(word)));
  /** The first place at or after which words are not smaller. @param {string} word */
  const place = (word) => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    count: (word) => known.get(word) || 0,
    begins: (start) => Boolean(words[place(start)]?.startsWith(start)),
    /** What a word may have been, likeliest first: few slips, in common words. @param {string} word */
    guess(word) {
      const SLIP = 30; // a word that is one slip further away must be so many times as common
      const OTHER = 5; // and one that begins with another letter so many times
      if (word.length < 3 || word.length > 30) return [];
      const most = word.length < 8 ? 1 : 2;
      const found = [];
      for (let at = 0; at < words.length; at += 1) {
        const other = words[at];
        if (Math.abs(other.length - word.length) > most || other === word) continue;
        if (most === 1 && other[0] !== word[0] && other[1] !== word[1] && other[0] !== word[1]) continue;
        const distance = searchDistance(word, other, most);
        if (distance <= most) found.push({ word: other, count: counts[at], distance, likely: counts[at] / SLIP ** distance / (other[0] === word[0] ? 1 : OTHER) });
      }
      return found.sort((a, b) => b.likely - a.likely || (a.word < b.word ? -1 : 1)).slice(0, 8);
    },
  };
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words; most + 1 where they are more.
 * @param {string} a @param {string} b @param {number} most */
function searchDistance(a, b, most) {
  let twoUp = [];
  let up = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(up[column] + 1, here[column - 1] + 1, up[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, twoUp[column - 2] + 1);
      }
      here.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    twoUp = up;
    up = here;
  }
  return up[b.length];
}
