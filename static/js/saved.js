"use strict";
// The papers that a reader keeps: in this browser and nowhere else. A star on each row, a button on a paper's page.

/**
 * @typedef {{slug: string, title: string, note: string, read: boolean}} SavedPaper
 */
(() => {
  const { root = "", site = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  const words = sitegenWords("saving");
  const KEY = `sitegen-saved ${site}`;
  const NAME = `sitegen-saved-${[...site].map((sign) => (/[a-z0-9]/i.test(sign) ? sign : "-")).join("").slice(0, 80)}`;
  const STAR = '<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="m10 1.8 2.5 5.4 5.9.7-4.4 4 1.2 5.8-5.2-2.9-5.2 2.9 1.2-5.8-4.4-4 5.9-.7z"/></svg>';
  /** @type {(() => void)[]} */ const watchers = [];

  /** Where lists are kept: null where nothing can be. @returns {{get: () => string, set: (text: string) => void} | null} */
  function storage() {
    if (location.protocol === "file:") {
      document.cookie = `${NAME}=1; path=/`;
      if (document.cookie.includes(`${NAME}=1`)) return crumbs; // Firefox: each file has a localStorage of its own, cookies are one
    }
    try {
      localStorage.setItem(`${KEY} test`, "1");
      localStorage.removeItem(`${KEY} test`);
      return { get: () => localStorage.getItem(KEY) || "", set: (text) => localStorage.setItem(KEY, text) };
    } catch { return null; }
  }

  /** The same text in cookies of a size that every browser takes. On file:// there is no server to send them to. */
  const crumbs = {
    get() {
      const found = [...document.cookie.matchAll(new RegExp(`(?:^|; )${NAME}\\.(\\d+)=([^;]*)`, "g"))];
      return decodeURIComponent(found.sort((a, b) => Number(a[1]) - Number(b[1])).map(([, , part]) => part).join(""));
    },
    set(/** @type {string} */ text) {
      const parts = encodeURIComponent(text).match(/.{1,3500}/g) || [];
      for (const [number, part] of parts.entries()) document.cookie = `${NAME}.${number}=${part}; path=/; max-age=34560000`;
      for (let number = parts.length; document.cookie.includes(`${NAME}.${number}=`); number += 1) document.cookie = `${NAME}.${number}=; path=/; max-age=0`;
    },
  };
  const store = storage();
  if (!store) return; // no stars

  /** @returns {SavedPaper[]} what is kept, in the reader's order; what somebody else wrote there is passed over */
  function read() {
    try {
      const found = JSON.parse(store.get() || "[]");
      return Array.isArray(found) ? found.filter((paper) => /^[a-z0-9-]+$/.test(paper?.slug)).map(({ slug, title, note, read: done }) => (
        { slug, title: String(title || slug), note: String(note || ""), read: Boolean(done) })) : [];
    } catch { return []; }
  }

  /** @param {SavedPaper[]} papers */
  function write(papers) {
    store.set(JSON.stringify(papers));
    tellAll();
  }

  /** Keep a paper, or no longer. @param {string} slug @param {string} title */
  function toggle(slug, title) {
    const papers = read();
    const others = papers.filter((paper) => paper.slug !== slug);
    write(others.length < papers.length ? others : [...papers, { slug, title, note: "", read: false }]);
  }

  const tellAll = () => { for (const tell of watchers) tell(); };
  window.addEventListener("storage", (event) => { if (event.key === KEY) tellAll(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) tellAll(); }); // back to a page as it was left
  window.sitegenSaved = { read, write, toggle, root, stars: newRows, watch: (/** @type {() => void} */ tell) => { watchers.push(tell); tell(); } };

  /** @type {[HTMLButtonElement, string][]} */ let stars = [];
  function show() {
    const kept = new Set(read().map(({ slug }) => slug));
    for (const [star, slug] of stars) {
      star.setAttribute("aria-pressed", String(kept.has(slug)));
      if (star.dataset.save) star.textContent = kept.has(slug) ? words.saved : words.save;
    }
    const nav = document.querySelector(".site-nav ul");
    let item = nav?.querySelector(".site-nav__saved");
    if (nav && kept.size && !item) {
      item = document.createElement("li");
      item.className = "site-nav__saved";
      item.append(Object.assign(document.createElement("a"), { href: `${root}saved.html` }));
      nav.append(item);
    }
    const link = item?.firstElementChild;
    if (link) {
      link.textContent = words.nav({ number: kept.size }).join("");
      link.setAttribute("data-count", String(kept.size));
      if (document.querySelector("main.page--saved")) link.setAttribute("aria-current", "page");
    }
    if (item instanceof HTMLElement) item.hidden = !kept.size;
  }

  /** Give the rows below an element their stars. @param {ParentNode} below */
  function starRows(below) {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (below.querySelectorAll(".row__title > a"))) {
      const body = link.closest(".row__body, .hit");
      const [, slug] = /([a-z0-9-]+)\.html$/.exec(link.pathname) || [];
      if (!body || !slug || body.querySelector(".star")) continue;
      const title = link.textContent || slug;
      const star = document.createElement("button");
      Object.assign(star, { type: "button", className: "star", title: words.save });
      star.setAttribute("aria-label", words.save_title({ title }).join(""));
      star.innerHTML = STAR;
      star.addEventListener("click", () => toggle(slug, title));
      body.append(star);
      stars.push([star, slug]);
    }
  }

  /** The same for rows that have just come, in place of others. @param {ParentNode} below */
  function newRows(below) {
    stars = stars.filter(([star]) => star.isConnected);
    starRows(below);
    show();
  }

  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-save]"))) {
    const slug = button.dataset.save || "";
    const title = document.querySelector("h1")?.textContent || slug;
    button.addEventListener("click", () => toggle(slug, title));
    button.hidden = false;
    stars.push([button, slug]);
  }
  starRows(document);
  const hits = document.querySelector("[data-hits]");
  if (hits) new MutationObserver(() => newRows(hits)).observe(hits, { childList: true });
  window.sitegenSaved.watch(show);
})();
