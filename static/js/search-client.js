"use strict";
// Starts the search worker and brings it the files of the index: classic scripts, over http and over file:// alike.
// Offers window.sitegenSearch.ask(). Loaded when somebody begins to search.

(() => {
  const words = sitegenWords("search_failures");
  const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-search-root]"));
  const root = new URL(form.dataset.searchRoot || "./", location.href);
  const overHttp = /^https?:$/.test(location.protocol);
  const PARTS = [
    searchFold, searchLetters, searchSpaced, searchWord, searchUnique, searchSmall, searchTelling, searchIds, searchParse, searchDistance, searchWords,
    searchSpellingTable, searchAmerican, searchBritish, searchSpellings, searchSpelling, searchStem, searchRoot, searchShort, searchForms, searchChunk, searchUnpacked, searchShards, searchPlacesIn, searchPostings, searchCatalogue, searchRank, searchMarked,
    searchExcerpt, searchBy, searchAnswers, searchEngine,
  ];

  /** @type {Map<string, {version: string, value: any}>} */ const arrived = new Map();
  window.sitegenSearchFile = (/** @type {string} */ name, /** @type {string} */ version, /** @type {any} */ value) => arrived.set(name, { version, value });

  /** @type {Map<number, {resolve: (answer: any) => void, reject: (failure: Error) => void}>} */ const asked = new Map();
  /** @type {{post: (message: any) => void, end: () => void} | null} */ let engine = null;
  let count = 0;

  /** @param {{name: string, version: string}} wanted  a script in search/ */
  function bring({ name, version }) {
    const element = document.createElement("script");
    const done = () => {
      const file = arrived.get(name);
      arrived.delete(name);
      element.remove();
      engine?.post(file ? { kind: "file", name, missing: false, ...file } : { kind: "file", name, missing: true });
    };
    // Over http a new build may put new bytes under an old name. The first file names the versions of all others.
    element.src = new URL(`search/${name}.js${overHttp ? `?${version || Date.now()}` : ""}`, root).href;
    element.onload = done;
    element.onerror = done;
    document.head.append(element);
  }

  /** @param {any} message  from the engine */
  function hear(message) {
    if (message.kind === "need") return bring(message);
    const question = asked.get(message.id);
    asked.delete(message.id);
    if (message.kind === "answer") return question?.resolve(message.answer);
    const failure = new Error(message.stale ? "overtaken" : explain(message));
    failure.name = message.stale ? "Overtaken" : "SearchFailure";
    if (!message.stale) stop();
    question?.reject(failure);
  }

  /** What a reader can do about it. @param {{missing: string, renewed: boolean, reason: string}} message */
  function explain({ missing, renewed, reason }) {
    if (renewed) return words.renewed;
    if (missing) return overHttp ? words.offline : words.unreadable({ file: missing }).join("");
    return words.broken({ reason }).join("");
  }

  function stop() {
    engine?.end();
    engine = null;
    for (const { reject } of asked.values()) reject(Object.assign(new Error("overtaken"), { name: "Overtaken" }));
    asked.clear();
  }

  /** In a worker made of the functions' own text; on this page where there are no such workers. */
  function start() {
    const source = `"use strict";\n${PARTS.join("\n")}\nsearchEngine({ post: (m) => postMessage(m), hear: (f) => { onmessage = (e) => f(e.data); } });`;
    try {
      const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      const worker = new Worker(address);
      worker.onmessage = (event) => hear(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        for (const id of [...asked.keys()]) hear({ kind: "failed", id, stale: false, missing: "", renewed: false, reason: event.message || "no worker" });
      };
      engine = { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
      URL.revokeObjectURL(address);
    } catch {
      /** @type {(message: any) => void} */ let give = () => {};
      searchEngine({ post: (message) => queueMicrotask(() => hear(message)), hear: (handler) => { give = handler; } });
      engine = { post: (message) => give(message), end: () => {} };
    }
  }

  window.sitegenSearch = {
    /** @param {any} ask @returns {Promise<any>} rejects with an Error named Overtaken where a newer question came */
    ask(ask) {
      if (!engine) start();
      count += 1;
      const id = count;
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject });
        engine?.post({ kind: "ask", id, ask });
      });
    },
  };
})();
