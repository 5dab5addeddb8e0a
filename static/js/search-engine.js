"use strict";
// The index and the answers drawn from it, behind messages: the whole of the search worker. search-client.js starts it.

/** @param {{post: (message: any) => void, hear: (handler: (message: any) => void) => void}} port */
function searchEngine(port) {
  /** @type {Map<string, {promise: Promise<any>, resolve: (value: any) => void, reject: (failure: Error) => void, version: string}>} */
  const asked = new Map();
  /** @type {Promise<any> | null} */ let answers = null;
  let fault = { missing: "", renewed: false };
  /** @type {{id: number, ask: any} | null} */ let waiting = null;
  let working = false;

  /** The value that a script in search/ hands over: the page loads it, once for all that wait for it.
   * @param {string} name @param {string} version  "" for whatever there is @returns {Promise<any>} */
  function load(name, version) {
    const known = asked.get(name);
    if (known) return known.promise;
    let [resolve, reject] = [(/** @type {any} */ _) => {}, (/** @type {Error} */ _) => {}];
    const promise = new Promise((done, failed) => { [resolve, reject] = [done, failed]; });
    asked.set(name, { promise, resolve, reject, version });
    port.post({ kind: "need", name, version });
    return promise;
  }

  /** @param {{name: string, version: string, value: any, missing: boolean}} message */
  function arrived({ name, version, value, missing }) {
    const wanted = asked.get(name);
    asked.delete(name); // whoever asked keeps it
    if (!wanted) return;
    const renewed = !missing && wanted.version !== "" && wanted.version !== version;
    if (!missing && !renewed) return wanted.resolve(value);
    fault = { missing: `${name}.js`, renewed };
    wanted.reject(new Error(`search/${name}.js is ${renewed ? "another" : "missing"}`));
  }

  async function start() {
    const catalogue = searchCatalogue(await load("papers", ""));
    const contents = await Promise.all(catalogue.table.shards.map((/** @type {string} */ version, /** @type {number} */ shard) => load(`${shard}/contents`, version)));
    return searchAnswers(catalogue, searchShards(contents, catalogue.shards, { load }), () => waiting !== null);
  }

  /** Answers the newest question; one that a newer one overtakes is given up. */
  async function work() {
    while (waiting) {
      const { id, ask } = waiting;
      waiting = null;
      try {
        port.post({ kind: "answer", id, answer: await (await (answers ??= start()))(ask) });
      } catch (failure) {
        port.post({ kind: "failed", id, stale: waiting !== null, ...fault, reason: String(failure) });
      }
    }
    working = false;
  }

  port.hear((message) => {
    if (message.kind === "file") arrived(message);
    else if (message.kind === "ask") {
      if (waiting) port.post({ kind: "failed", id: waiting.id, stale: true, missing: "", renewed: false, reason: "overtaken" });
      waiting = { id: message.id, ask: message.ask };
      if (!working) {
        working = true;
        void work();
      }
    }
  });
}
