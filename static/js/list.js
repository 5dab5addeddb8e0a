// Tools above a list of papers or names: filter by words of titles and names, open or close all abstracts.
// A list that goes on over several pages (data-whole: so many) is filtered whole: papers with the search's index, whose
// filters for it data-within has, names with the script data-names (sitegen/exports/everyName.py).
(() => {
  const tools = /** @type {HTMLElement | null} */ (document.querySelector("[data-list-tools]"));
  const list = /** @type {HTMLElement | null} */ (document.querySelector("[data-rows]"));
  if (!tools || !list) return;
  const said = sitegenWords("filtering");
  const MOST = 100; // papers of the whole list that are shown at once
  const FEW = 6; // rows that are seen at a glance
  const fold = (/** @type {string} */ text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".row, .names li"))].map((row) => ({ row, text: fold(row.querySelector("a").textContent) }));
  for (const peek of list.querySelectorAll(".peek")) { // which paper "more" is about, for those who hear the word by itself
    const title = peek.closest(".row")?.querySelector("h3 a")?.textContent || "";
    const name = () => peek.querySelector("summary").setAttribute("aria-label", (peek.open ? said.less_of : said.more_of)({ title }).join(""));
    peek.addEventListener("toggle", name);
    name();
  }
  const count = tools.querySelector("[data-filter-count]");
  const all = tools.querySelector("[data-abstracts]");
  const box = /** @type {HTMLInputElement} */ (tools.querySelector("[data-filter]"));
  const whole = Number(list.dataset.whole || 0);
  const within = new URLSearchParams(list.dataset.within || "");
  const filters = Object.fromEntries([...within.keys()].map((kind) => [kind, within.getAll(kind)]));
  const source = list.dataset.names;
  const found = document.createElement(source ? "ul" : "ol");
  found.className = source ? "names" : "hits";
  found.hidden = true;
  list.before(found);
  const wordsOf = (/** @type {string} */ typed) => fold(typed).split(/\s+/).filter(Boolean);
  const has = (/** @type {string} */ text, /** @type {string[]} */ words) => words.every((word) => text.includes(word));

  /** The rows of this page. @param {string} typed */
  function onPage(typed) {
    const words = wordsOf(typed);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !has(text, words);
      shown += row.hidden ? 0 : 1;
    }
    for (const part of list.querySelectorAll(".letter")) part.hidden = !part.querySelector("li:not([hidden])");
    count.textContent = words.length ? (whole ? said.on_page : said.shown)({ shown, all: rows.length }).join("") : "";
  }

  /** Papers of all pages. @param {string} typed @returns {Promise<{total: number, items: HTMLElement[]}>} */
  async function papers(typed) {
    await window.sitegenSearchLoaded();
    const answer = await window.sitegenSearch.ask({ q: typed, titles: true, filters, sort: "title", from: 0, count: MOST, facets: false });
    const { searchRoot = "" } = /** @type {HTMLElement} */ (document.querySelector("[data-search-root]")).dataset;
    return { total: answer.total, items: answer.results.map((/** @type {any} */ result) => searchHit(result, searchRoot, new Map())) };
  }

  /** @type {Promise<{name: string, href: string, papers: number, text: string}[]> | null} */ let everyName = null;
  function loadNames() {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      window.sitegenNames = (/** @type {[string, string, number][]} */ names) => resolve(names.map(([name, href, papers]) => ({ name, href, papers, text: fold(name) })));
      script.onerror = reject;
      script.src = source + (location.protocol === "file:" ? "" : `?${Date.now()}`);
      document.head.append(script);
    });
  }

  /** Names of all pages. @param {string} typed @returns {Promise<{total: number, items: HTMLElement[]}>} */
  async function names(typed) {
    const words = wordsOf(typed);
    const fit = (await (everyName ??= loadNames())).filter(({ text }) => has(text, words));
    const items = fit.slice(0, MOST).map(({ name, href, papers: count }) => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href, dir: "auto", textContent: name }));
      if (count > 1) item.append(" ", Object.assign(document.createElement("span"), { className: "count", textContent: count.toLocaleString(document.documentElement.lang) }));
      return item;
    });
    return { total: fit.length, items };
  }

  /** All pages, or this one where what is needed cannot be read. @param {string} typed */
  async function everywhere(typed) {
    try {
      const { total, items } = await (source ? names : papers)(typed);
      if (box.value.trim() !== typed) return;
      found.replaceChildren(...items);
      window.sitegenSaved?.stars(found);
      show(true);
      count.textContent = (total > MOST ? said.first : said.shown)({ shown: total, all: whole, most: MOST }).join("");
    } catch (failure) {
      if (/** @type {Error} */ (failure).name !== "Overtaken") show(false);
    }
  }

  /** @param {boolean} instead  what was found, or the list itself */
  function show(instead) {
    found.hidden = !instead;
    list.hidden = instead;
    if (all) all.hidden = instead; // results show their own stretch of the abstract
    for (const part of document.querySelectorAll(".letters, .pager")) /** @type {HTMLElement} */ (part).hidden = instead;
  }

  function filter() {
    const typed = box.value.trim();
    onPage(typed);
    if (whole && typed) void everywhere(typed);
    else show(false);
    const asked = new URLSearchParams(location.search);
    if (typed) asked.set("filter", typed);
    else asked.delete("filter");
    try {
      history.replaceState(history.state, "", location.pathname + (String(asked) && `?${asked}`) + location.hash);
    } catch { /* a browser that forbids it over file://: the filter works, the address stays */ }
  }

  box.addEventListener("input", filter);
  all?.addEventListener("click", () => {
    const open = all.getAttribute("aria-pressed") !== "true";
    all.setAttribute("aria-pressed", String(open));
    for (const peek of list.querySelectorAll(".peek")) peek.open = open;
  });
  tools.hidden = false;
  box.parentElement.hidden = !whole && rows.length < FEW;
  box.value = new URLSearchParams(location.search).get("filter") || "";
  if (box.value) addEventListener("DOMContentLoaded", filter); // the search box's script comes after this one
})();
