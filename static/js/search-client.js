"use strict";
// Starts the search worker and brings it what it cannot fetch: over file:// every file of the index is a classic script.
// Offers window.sitegenSearch.ask(). Loaded when somebody begins to search.

(() => {
  const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-search-root]"));
  const root = new URL(form.dataset.searchRoot || "./", location.href);
  const overHttp = /^https?:$/.test(location.protocol);
  const plain = overHttp && form.dataset.searchPlain ? new URL("pagefind/", root).href : "";
  const PARTS = [
    searchFold, searchLetters, searchSpaced, searchWord, searchUnique, searchParse, searchDistance, searchWords, searchPostings,
    searchCatalogue, searchForms, searchRank, searchMarked, searchExcerpt, searchAnswers, searchEngine,
  ];

  /** @type {Map<string, string>} */ let arrived = new Map();
  window.sitegenSearchFile = (/** @type {string} */ name, /** @type {string} */ text) => arrived.set(name, text);

  /** @type {Map<number, {resolve: (answer: any) => void, reject: (failure: Error) => void}>} */ const asked = new Map();
  /** @type {{post: (message: any) => void, end: () => void} | null} */ let engine = null;
  let count = 0;

  /** @param {string} name  of a script in search/ */
  function bring(name) {
    const element = document.createElement("script");
    const done = (/** @type {any} */ message) => {
      element.remove();
      engine?.post(message);
    };
    // Over http a new build may put new bytes under an old name, and boot.js names all the others.
    element.src = new URL(`search/${name}${overHttp && name === "boot.js" ? `?${Date.now()}` : ""}`, root).href;
    element.onload = () => {
      const files = [...arrived];
      arrived = new Map();
      done({ kind: "files", script: name, files });
    };
    element.onerror = () => done({ kind: "missing", script: name });
    document.head.append(element);
  }

  /** @param {any} message  from the engine */
  function hear(message) {
    if (message.kind === "need") return bring(message.script);
    const question = asked.get(message.id);
    asked.delete(message.id);
    if (message.kind === "answer") return question?.resolve(message.answer);
    const failure = new Error(message.stale ? "overtaken" : explain(message));
    failure.name = message.stale ? "Overtaken" : "SearchFailure";
    if (!message.stale) stop();
    question?.reject(failure);
  }

  /** What a reader can do about it. @param {{missing: string, reason: string}} message */
  function explain({ missing, reason }) {
    if (missing && !overHttp) {
      return `The search cannot read its file search/${missing}. If you opened this page inside an archive, unpack the archive first, whole.`;
    }
    if (overHttp && (missing || /fetch|load|network/i.test(reason))) return "The search index did not load. Check the connection and try again.";
    return `The search does not work here (${reason}).`;
  }

  function stop() {
    engine?.end();
    engine = null;
    for (const { reject } of asked.values()) reject(Object.assign(new Error("overtaken"), { name: "Overtaken" }));
    asked.clear();
  }

  /** In a worker made of the functions' own text; on this page where there are no such workers. */
  function start() {
    const source = `"use strict";\n${PARTS.join("\n")}\nsearchEngine({ scope: self, post: (m) => postMessage(m), hear: (f) => { onmessage = (e) => f(e.data); } });`;
    try {
      const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      const worker = new Worker(address);
      worker.onmessage = (event) => hear(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        for (const id of [...asked.keys()]) hear({ kind: "failed", id, stale: false, missing: "", reason: event.message || "no worker" });
      };
      engine = { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
      URL.revokeObjectURL(address);
    } catch {
      /** @type {(message: any) => void} */ let give = () => {};
      searchEngine({ scope: window, post: (message) => queueMicrotask(() => hear(message)), hear: (handler) => { give = handler; } });
      engine = { post: (message) => give(message), end: () => {} };
    }
    engine.post({ kind: "start", plain });
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
