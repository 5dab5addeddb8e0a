"use strict";
// What does a file of Pagefind's word index hold? Its CBOR (RFC 8949), read where it lies. Runs in the search worker.

/**
 * @typedef {{words: string[], pages: number[], read: (word: number) => SearchPlaces}} SearchChunk  words: in order; pages: how many
 *   hold each of them
 * @typedef {{pages: number[], from: number[], at: number[]}} SearchPlaces  pages: those of one word, rising; from: where the places of
 *   each begin in at, and at the end where they end; at: places, rising, times two; odd where the word is part of a compound
 */

/** Twelve bytes of signature, then [[[word, [[page, [places], []], …], [[accented form, [pages]], …]], …]]. Pages are counted on from
 * the one before; so are places, except behind a weight, which is negative. sitegen/search/pagefind.py names the version.
 * @param {Uint8Array} bytes @returns {SearchChunk} */
function searchChunk(bytes) {
  const WHOLE = 24; // the weight of a word that is no part of a compound
  const text = new TextDecoder();
  let place = 12;
  let negative = false;

  /** The number that every item of CBOR begins with: itself, a length, or the negative of its successor. */
  function head() {
    const first = bytes[place];
    place += 1;
    negative = first >> 5 === 1;
    const small = first & 31;
    if (small < 24) return small;
    let value = 0;
    for (let left = 1 << (small - 24); left; left -= 1) {
      value = value * 256 + bytes[place];
      place += 1;
    }
    return value;
  }

  function string() {
    const length = head();
    place += length;
    return text.decode(bytes.subarray(place - length, place));
  }

  function skip() {
    const pages = head();
    for (let left = pages; left; left -= 1) {
      head();
      head();
      for (let places = head(); places; places -= 1) head();
      for (let places = head(); places; places -= 1) head();
    }
    return pages;
  }

  /** @param {Map<number, number[]>} found  places by page */
  function collect(found) {
    let page = 0;
    for (let left = head(); left; left -= 1) {
      head();
      page += head();
      /** @type {number[]} */ const at = found.get(page) || [];
      let [last, part] = [0, 0];
      for (let places = head(); places; places -= 1) {
        const value = head();
        if (negative) [last, part] = [0, value < WHOLE ? 1 : 0];
        else {
          last += value;
          at.push(last * 2 + part);
        }
      }
      for (let places = head(); places; places -= 1) head();
      found.set(page, at);
    }
  }

  /** @type {string[]} */ const words = [];
  /** @type {number[]} */ const pages = [];
  /** @type {number[]} */ const begins = [];
  head();
  for (let left = head(); left; left -= 1) {
    head();
    words.push(string());
    begins.push(place);
    let count = skip();
    for (let forms = head(); forms; forms -= 1) {
      head();
      string();
      count += skip();
    }
    pages.push(count);
  }

  return {
    words,
    pages,
    read(word) {
      /** @type {Map<number, number[]>} */ const found = new Map();
      place = begins[word];
      collect(found);
      for (let forms = head(); forms; forms -= 1) {
        head();
        string();
        collect(found);
      }
      const rising = [...found.keys()].sort((a, b) => a - b);
      /** @type {SearchPlaces} */ const places = { pages: rising, from: [], at: [] };
      for (const page of rising) {
        places.from.push(places.at.length);
        places.at.push(.../** @type {number[]} */ (found.get(page)).sort((a, b) => a - b));
      }
      places.from.push(places.at.length);
      return places;
    },
  };
}
