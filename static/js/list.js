// Tools above a list of papers: filter by words of titles and names, open or close all abstracts.
// A list that goes on over several pages (data-whole: so many papers) is filtered whole, with the search's index, whose
// filters for it data-within has.
(() => {
  const tools = /** @type {HTMLElement | null} */ (document.querySelector("[data-list-tools]"));
  const list = /** @type {HTMLElement | null} */ (document.querySelector("[data-rows]"));
  if (!tools || !list) return;
  const said = sitegenWords("filtering");
  const MOST = 100; // papers of the whole list that are shown at once
  const fold = (/** @type {string} */ text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = [...list.querySelectorAll(".row")].map((row) => ({ row, text: fold(row.querySelector("h3 a").textContent) }));
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
  const found = document.createElement("ol");
  found.className = "hits";
  found.hidden = true;
  list.before(found);

  /** The rows of this page. @param {string} typed */
  function onPage(typed) {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    for (const part of list.querySelectorAll(".letter")) part.hidden = !part.querySelector(".row:not([hidden])");
    count.textContent = words.length ? (whole ? said.on_page : said.shown)({ shown, all: rows.length }).join("") : "";
  }

  /** The same for all pages, or for this one where the index cannot be read. @param {string} typed */
  async function everywhere(typed) {
    try {
      await window.sitegenSearchLoaded();
      const answer = await window.sitegenSearch.ask({ q: typed, titles: true, filters, sort: "title", from: 0, count: MOST, facets: false });
      if (box.value.trim() !== typed) return;
      const { searchRoot = "" } = /** @type {HTMLElement} */ (document.querySelector("[data-search-root]")).dataset;
      found.replaceChildren(...answer.results.map((/** @type {any} */ result) => searchHit(result, searchRoot, new Map())));
      show(true);
      count.textContent = (answer.total > MOST ? said.first : said.shown)({ shown: answer.total, all: whole, most: MOST }).join("");
    } catch (failure) {
      if (/** @type {Error} */ (failure).name !== "Overtaken") show(false);
    }
  }

  /** @param {boolean} instead  what was found, or the list itself */
  function show(instead) {
    found.hidden = !instead;
    list.hidden = all.hidden = instead; // results show their own stretch of the abstract
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
  all.addEventListener("click", () => {
    const open = all.getAttribute("aria-pressed") !== "true";
    all.setAttribute("aria-pressed", String(open));
    for (const peek of list.querySelectorAll(".peek")) peek.open = open;
  });
  tools.hidden = false;
  box.value = new URLSearchParams(location.search).get("filter") || "";
  if (box.value) addEventListener("DOMContentLoaded", filter); // the search box's script comes after this one
})();
