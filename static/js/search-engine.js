"use strict";
// Pagefind and the answers drawn from it, behind messages: the whole of the search worker. search-client.js starts it.

/** @param {{post: (message: any) => void, hear: (handler: (message: any) => void) => void, scope: any}} port */
function searchEngine(port) {
  const PREFIX = "/.sitegen-search/"; // no real place: what Pagefind asks for below it comes from scripts
  /** @type {Map<string, string>} */ const files = new Map();
  /** @type {Map<string, {promise: Promise<void>, settle: (missing: boolean) => void}>} */ const scripts = new Map();
  /** @type {Promise<void> | null} */ let booted = null;
  let missing = ""; // the script that could not be loaded
  /** @type {any} */ let answers = null;
  /** @type {{id: number, ask: any} | null} */ let waiting = null;
  let working = false;

  /** Has the page load one of the scripts in search/; once for all that wait for it. @param {string} name */
  function script(name) {
    let known = scripts.get(name);
    if (!known) {
      let settle = (/** @type {boolean} */ _) => {};
      const promise = new Promise((resolve, reject) => {
        settle = (lost) => {
          scripts.delete(name); // only here: whoever waits for a script must hear of it
          if (!lost) return resolve();
          missing = name;
          reject(new Error(`search/${name} is missing`));
        };
      });
      known = { promise, settle };
      scripts.set(name, known);
      port.post({ kind: "need", script: name });
    }
    return known.promise;
  }

  /** Which script holds a file; sitegen/search/offline.py packs by the same rule. @param {string} name */
  function holder(name) {
    const [, kind, stem] = /^(index|filter|fragment)\/(.*)\.pf_[a-z]+$/.exec(name) || [];
    if (!kind) return "boot.js";
    const digits = Number(files.get("fragment-digits"));
    return `${kind}-${kind === "fragment" ? stem.slice(stem.lastIndexOf("_") + 1).slice(0, digits) : stem}.js`;
  }

  /** A file of Pagefind's bundle, byte for byte. @param {string} name */
  async function file(name) {
    await (booted ??= script("boot.js"));
    if (!files.has(name)) await script(holder(name));
    const text = files.get(name);
    if (text === undefined) throw new Error(`search/${holder(name)} does not hold ${name}`);
    files.delete(name); // whoever asked keeps it; another time its script loads again
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  }

  /** @param {string} plain  address of the plain bundle, "" to take everything from scripts */
  async function start(plain) {
    let module = `${plain}pagefind.js`;
    if (!plain) {
      const fetched = port.scope.fetch;
      port.scope.fetch = function (/** @type {any} */ input) {
        if (typeof input !== "string" || !input.startsWith(PREFIX)) return fetched.apply(port.scope, arguments);
        return file(input.slice(PREFIX.length).replace(/\?.*$/, "")).then((bytes) => new Response(bytes));
      };
      module = URL.createObjectURL(new Blob([await file("pagefind.js")], { type: "text/javascript" }));
    }
    const pagefind = await import(module);
    await pagefind.options({ basePath: plain || PREFIX, baseUrl: "/", noWorker: true });
    const read = plain
      ? async (/** @type {string} */ id) => new Uint8Array(await (await fetch(`${plain}fragment/${id}.pf_fragment`)).arrayBuffer())
      : (/** @type {string} */ id) => file(`fragment/${id}.pf_fragment`);
    const catalogue = searchCatalogue(await text("papers"), async (id) => fragment(await read(id)));
    if (catalogue.total) await pagefind.init(); // it calls an index of nothing an error
    return searchAnswers(pagefind, catalogue, () => text("words"), () => waiting !== null);
  }

  /** A fragment is JSON behind twelve bytes of signature. Pagefind reads one only for a result that it found itself.
   * @param {Uint8Array} bytes */
  async function fragment(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(new TextDecoder().decode((await new Response(stream).arrayBuffer()).slice(12)));
  }

  /** A list of ours, from the script of its name. @param {"papers" | "words"} name */
  async function text(name) {
    await script(`${name}.js`);
    const held = files.get(name) || "";
    files.delete(name);
    return held;
  }

  /** Answers the newest question; one that a newer one overtakes is given up. */
  async function work() {
    while (waiting) {
      const { id, ask } = waiting;
      waiting = null;
      try {
        port.post({ kind: "answer", id, answer: await (await answers)(ask) });
      } catch (failure) {
        port.post({ kind: "failed", id, stale: waiting !== null, missing, reason: String(failure) });
      }
    }
    working = false;
  }

  port.hear((message) => {
    if (message.kind === "start") {
      answers = start(message.plain);
      answers.catch(() => {}); // told with each answer
    } else if (message.kind === "files") {
      for (const [name, text] of message.files) files.set(name, text);
      scripts.get(message.script)?.settle(false);
    } else if (message.kind === "missing") {
      scripts.get(message.script)?.settle(true);
    } else if (message.kind === "ask") {
      if (waiting) port.post({ kind: "failed", id: waiting.id, stale: true, missing: "", reason: "overtaken" });
      waiting = { id: message.id, ask: message.ask };
      if (!working) {
        working = true;
        void work();
      }
    }
  });
}
