"use strict";
// What is in the index? Its shards, asked all at once for words, texts and what is known of papers. Runs in the search worker.

/**
 * @typedef {{word: string, count: number, rows: Int32Array, from: Int32Array, at: Int32Array}} SearchForm  a word as it is written and
 *   where it stands: rows of papers, rising; from and at as in SearchPlaces; count: of rows
 * @typedef {{slug: string, title: string, abstract: string, authors: string[], where: string}} SearchText
 * @typedef {{load: (name: string, version: string) => Promise<any>}} SearchFiles
 */

/** @param {any[]} contents  of each shard, as sitegen/search/shards.py writes them @param {number[]} shardOf  the shard of each paper
 * @param {SearchFiles} files */
function searchShards(contents, shardOf, files) {
  const KEPT = 3000; // texts
  const rows = contents.map(() => /** @type {number[]} */ ([]));
  const pageOf = shardOf.map((shard, row) => rows[shard].push(row) - 1);
  /** @type {Map<string, Promise<any>>} */ const chunks = new Map();
  /** @type {Map<string, Promise<any>>} */ const texts = new Map();

  /** @param {string} name  of a column */
  function column(name) {
    const values = new Int32Array(shardOf.length);
    for (const [shard, { [name]: numbers }] of contents.entries()) {
      if (numbers) for (const [page, number] of numbers.split(" ").entries()) values[rows[shard][page]] = parseInt(number, 36);
    }
    return values;
  }

  /** @param {number} shard @param {number} place @returns {Promise<SearchChunk>} */
  function chunk(shard, place) {
    const name = `${shard}/index-${place}`;
    let known = chunks.get(name);
    if (!known) {
      known = files.load(name, contents[shard].chunks[place][1]).then(searchUnpacked).then(searchChunk);
      known.catch(() => chunks.delete(name));
      chunks.set(name, known);
    }
    return known;
  }

  /** The places of the chunks that hold the words beginning so, whole: only that word. @param {number} shard @param {string} start
   * @param {boolean} whole */
  function span(shard, start, whole) {
    const list = contents[shard].chunks;
    let low = 0;
    let high = list.length;
    while (low < high) { // the first chunk that begins behind the word
      const middle = (low + high) >> 1;
      if (list[middle][0] <= start) low = middle + 1;
      else high = middle;
    }
    const found = low ? [low - 1] : [];
    if (!whole) for (let place = low; place < list.length && list[place][0].startsWith(start); place += 1) found.push(place);
    return found;
  }

  return {
    total: shardOf.length,
    column,

    /** How many files hold the words that begin so. @param {string} start */
    width: (start) => contents.reduce((sum, _, shard) => sum + span(shard, start, false).length, 0),

    /** Every word that begins like one of starts, or is one of wholes, and is wanted.
     * @param {string[]} starts @param {string[]} wholes @param {(word: string) => boolean} wanted
     * @returns {Promise<Map<string, {count: number, read: () => SearchForm}>>} */
    async find(starts, wholes, wanted) {
      /** @type {Map<string, [number, SearchChunk, number][]>} */ const found = new Map();
      await Promise.all(contents.map(async (_, shard) => {
        const places = new Set([...starts.flatMap((start) => span(shard, start, false)), ...wholes.flatMap((word) => span(shard, word, true))]);
        for (const held of await Promise.all([...places].map((place) => chunk(shard, place)))) {
          for (const [at, word] of held.words.entries()) {
            if (!(starts.some((start) => word.startsWith(start)) || wholes.includes(word)) || !wanted(word)) continue;
            const lists = found.get(word) || [];
            lists.push([shard, held, at]);
            found.set(word, lists);
          }
        }
      }));
      return new Map([...found].map(([word, lists]) => [word, {
        count: lists.reduce((sum, [, held, at]) => sum + held.pages[at], 0),
        read: () => form(word, lists.map(([shard, held, at]) => [rows[shard], held.read(at)])),
      }]));
    },

    /** The two words that a word joins, where a paper has it with a hyphen: its parts stand at the place of the whole.
     * @param {string} word @returns {Promise<string[]>} */
    async split(word) {
      const starts = Array.from({ length: Math.max(0, word.length - 5) }, (_, at) => word.slice(0, at + 3));
      for (const [shard] of contents.entries()) {
        const [held, at] = await entry(shard, word);
        if (!held) continue;
        /** @type {Map<number, Set<number>>} */ const places = new Map();
        const whole = held.read(at);
        for (const [place, page] of whole.pages.entries()) places.set(page, new Set(whole.at.slice(whole.from[place], whole.from[place + 1]).map((one) => one >> 1)));
        for (const start of starts.reverse()) {
          const [near, number] = await entry(shard, start);
          if (!near) continue;
          const part = near.read(number);
          const joint = part.pages.some((page, place) => part.at.slice(part.from[place], part.from[place + 1]).some((one) => one & 1 && places.get(page)?.has(one >> 1)));
          if (joint) return [start, word.slice(start.length)];
        }
      }
      return [];
    },

    /** Abbreviations and what they stand for, of each shard. @type {[string, string, number][][]} */
    short: contents.map(({ short }) => short || []),

    /** @param {number} row @returns {Promise<SearchText>} */
    async text(row) {
      const shard = shardOf[row];
      const together = contents[shard].together;
      const place = Math.floor(pageOf[row] / together);
      const name = `${shard}/texts-${place}`;
      let known = texts.get(name);
      if (!known) {
        if (texts.size * together > KEPT) texts.clear();
        known = files.load(name, contents[shard].texts[place]);
        known.catch(() => texts.delete(name));
        texts.set(name, known);
      }
      const [slug, title, abstract, authors = [], where = ""] = (await known)[pageOf[row] % together];
      return { slug, title, abstract, authors, where };
    },

    /** The vocabularies of all shards. @returns {Promise<string[]>} */
    words: () => Promise.all(contents.map(({ words }, shard) => files.load(`${shard}/words`, words))),
  };

  /** Where a shard has a word. @param {number} shard @param {string} word @returns {Promise<[SearchChunk | null, number]>} */
  async function entry(shard, word) {
    for (const place of span(shard, word, true)) {
      const held = await chunk(shard, place);
      const at = held.words.indexOf(word);
      if (at >= 0) return [held, at];
    }
    return [null, -1];
  }

  /** One word of several shards. @param {string} word @param {[number[], SearchPlaces][]} lists @returns {SearchForm} */
  function form(word, lists) {
    const count = lists.reduce((sum, [, { pages }]) => sum + pages.length, 0);
    const order = lists.flatMap(([rowOf, { pages }], list) => pages.map((page, place) => ({ row: rowOf[page], list, place })));
    if (lists.length > 1) order.sort((a, b) => a.row - b.row);
    const [found, from, at] = [new Int32Array(count), new Int32Array(count + 1), /** @type {number[]} */ ([])];
    for (const [number, { row, list, place }] of order.entries()) {
      const places = lists[list][1];
      found[number] = row;
      for (let next = places.from[place]; next < places.from[place + 1]; next += 1) at.push(places.at[next]);
      from[number + 1] = at.length;
    }
    return { word, count, rows: found, from, at: Int32Array.from(at) };
  }
}

/** What a file of Pagefind holds, which arrives as base64 of gzip. @param {string} text @returns {Promise<Uint8Array>} */
async function searchUnpacked(text) {
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const unzip = new DecompressionStream("gzip");
  const writer = unzip.writable.getWriter(); // not a Blob's stream: on file:// WebKit refuses to read its own blobs
  writer.write(bytes).then(() => writer.close()).catch(() => {}); // the reader below hears of it
  return new Uint8Array(await new Response(unzip.readable).arrayBuffer());
}
