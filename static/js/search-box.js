"use strict";
// The search box of every page: "/" goes to it, Esc leaves it, and away from the search page the best results stand under it.

(() => {
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-search-key]"));
  const form = box?.form;
  if (!box || !form) return;
  const root = form.dataset.searchRoot || "";
  const words = sitegenWords("searching");
  const WAIT = 120; // ms without a key before a search begins
  const SHOWN = 6;

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/** @type {Element} */ (event.target).closest("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]")) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    box.blur();
  });

  /** Loads the rest of the search, once, in order. */
  let loaded = window.sitegenSearch ? Promise.resolve() : null;
  function load() {
    loaded ??= new Promise((resolve, reject) => {
      const names = (form?.dataset.searchScripts || "").split(" ");
      for (const [at, name] of names.entries()) {
        const script = document.createElement("script");
        script.src = root + name;
        script.async = false;
        script.onerror = () => {
          loaded = null;
          reject(new Error(words.unreadable({ file: name }).join("")));
        };
        if (at === names.length - 1) script.onload = () => resolve();
        document.head.append(script);
      }
    });
    return loaded;
  }
  window.sitegenSearchLoaded = load;
  if (!form.dataset.searchScripts) return; // the search page: search-page.js takes over

  const panel = document.createElement("div");
  panel.className = "suggest";
  panel.hidden = true;
  const note = document.createElement("p");
  note.className = "suggest__note";
  const list = document.createElement("div");
  list.id = "suggest";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.found_label);
  panel.append(note, list);
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.append(panel, status);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", "suggest");
  box.setAttribute("aria-expanded", "false");

  let active = -1;
  let timer = 0;
  const options = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=option]")]);

  /** @param {boolean} open */
  function show(open) {
    panel.hidden = !open;
    box?.setAttribute("aria-expanded", String(open && options().length > 0));
    if (!open) move(-1);
  }

  /** @param {number} to */
  function move(to) {
    active = to;
    for (const [at, option] of options().entries()) option.setAttribute("aria-selected", String(at === to));
    const here = options()[to];
    if (here) {
      box?.setAttribute("aria-activedescendant", here.id);
      here.scrollIntoView({ block: "nearest" });
    } else box?.removeAttribute("aria-activedescendant");
  }

  /** @param {string} text */
  function say(text) {
    note.textContent = text;
    note.hidden = !text;
  }

  /** @param {[string, string]} pair  an unknown word and what it could be */
  function instead([word, guess]) {
    return (guess ? words.unknown_guess : words.unknown)({ word, guess }).join("");
  }

  async function search() {
    const q = box?.value.trim() || "";
    if (!q) return show(false);
    try {
      await load();
      const answer = await window.sitegenSearch.ask({ q, filters: {}, sort: "", from: 0, count: SHOWN, facets: false });
      if (document.activeElement !== box) return;
      const href = `${root}search.html?${new URLSearchParams({ q })}`;
      const rows = answer.results.map((/** @type {any} */ result) => [root + result.url, searchPieces(result.title)]);
      say(answer.note === "closest" ? words.closest : answer.words.map(instead).join(" "));
      list.replaceChildren();
      for (const [at, [url, pieces]] of rows.entries()) {
        list.append(searchElement("a", { class: "suggest__paper", role: "option", id: `suggest-${at}`, href: url, tabindex: "-1", dir: "auto", lang: sitegenTextLanguage(), "aria-selected": "false" }, pieces));
      }
      for (const [at, { kind, label, address }] of answer.named.entries()) {
        const parts = [searchElement("span", { class: "suggest__kind" }, [words[/** @type {"tag"} */ (kind)] || kind]), label];
        list.append(searchElement("a", { class: "suggest__named", role: "option", id: `suggest-named-${at}`, href: root + address, tabindex: "-1", dir: "auto", "aria-selected": "false" }, parts));
      }
      const all = answer.total ? words.all({ count: answer.total }).join("") : words.nothing_here;
      list.append(searchElement("a", { class: "suggest__all", role: "option", id: "suggest-all", href, tabindex: "-1", "aria-selected": "false" }, [all]));
      status.textContent = answer.total ? words.found({ count: answer.total }).join("") : words.nothing;
      show(true);
      move(-1);
    } catch (failure) {
      if (/** @type {Error} */ (failure).name === "Overtaken") return;
      const said = /** @type {Error} */ (failure).message;
      list.replaceChildren();
      say(said);
      status.textContent = said;
      show(true);
    }
  }

  box.addEventListener("focus", () => { load().catch(() => {}); });
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(search, WAIT);
  });
  box.addEventListener("keydown", (event) => {
    const many = options().length;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !panel.hidden && many) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      move(active + step < -1 ? many - 1 : active + step >= many ? -1 : active + step);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options()[active].click();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) show(false);
  });
  panel.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the box until the click is done
})();
