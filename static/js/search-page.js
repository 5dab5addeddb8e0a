"use strict";
// The search page: results as you type, filters with counts, and all of it in the address.

(() => {
  const find = (/** @type {string} */ selector) => /** @type {any} */ (document.querySelector(selector));
  const [form, box, area] = [find("[data-search-root]"), find("[data-search-key]"), find("[data-results]")];
  if (!form || !box || !area) return;
  const root = form.dataset.searchRoot;
  const [facets, list, status, notice, chips] = ["facets", "hits", "status", "notice", "chips"].map((name) => find(`[data-${name}]`));
  const [sort, more, empty] = ["sort", "more", "empty"].map((name) => find(`[data-${name}]`));
  const WAIT = 120; // ms without a key before a search begins
  const words = sitegenWords("results");
  const usual = document.title;
  const counted = (/** @type {number} */ count) => words.papers({ count }).join("");
  const PAGE = 10; // results, and as many again with "more"
  const OFFERED = 10; // filters of a kind, before all of them are asked for
  const SLOW = 300; // ms after which the page says that it is searching
  const KINDS = ["tag", "digest", "new", "year", "venue", "author"];
  const checks = /** @type {HTMLInputElement[]} */ ([...facets.querySelectorAll("input[type=checkbox]")]);
  const tags = new Map(checks.filter(({ name }) => name === "tag").map((check) => [
    check.value, { slug: check.value, label: check.dataset.label, group: check.closest("label")?.dataset.group }]));
  const folds = /** @type {HTMLElement[]} */ ([...facets.querySelectorAll("[data-facet]")]).map((box) => ({
    box, button: /** @type {HTMLButtonElement} */ (box.nextElementSibling), checks: checks.filter((check) => box.contains(check)),
  }));
  let shown = PAGE;
  let timer = 0;
  let typed = false; // since the last entry of the history

  /** What is asked, as the address says it. */
  function address() {
    const asked = new URLSearchParams();
    if (box.value.trim()) asked.set("q", box.value.trim());
    for (const check of checks) if (check.checked) asked.append(check.name, check.value);
    if (sort.value) asked.set("sort", sort.value);
    return asked;
  }

  /** Sets box, filters and order to what the address says. */
  function read() {
    const asked = new URLSearchParams(location.search);
    box.value = asked.get("q") || "";
    for (const check of checks) check.checked = asked.getAll(check.name).includes(check.value);
    sort.value = [...sort.options].some(({ value }) => value === asked.get("sort")) ? asked.get("sort") : "";
    shown = history.state?.shown || PAGE;
  }

  /** @param {boolean} step  whether "back" should lead to what was there before */
  function write(step) {
    const asked = String(address());
    const url = location.pathname + (asked ? `?${asked}` : "");
    if (url === location.pathname + location.search && history.state?.shown === shown) return;
    try {
      history[step ? "pushState" : "replaceState"]({ shown }, "", url);
    } catch { /* a browser that forbids it over file://: the search works, its address stays */ }
    document.title = (box.value.trim() ? `${box.value.trim()} · ` : "") + usual;
  }

  async function search() {
    const asked = address();
    const idle = ![...asked.keys()].some((key) => key === "q" || KINDS.includes(key));
    empty.hidden = !idle;
    empty.dataset.shown = "";
    area.hidden = idle;
    if (idle) return void (status.textContent = "");
    const filters = Object.fromEntries(KINDS.map((kind) => [kind, asked.getAll(kind)]).filter(([, values]) => values.length));
    area.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => { status.textContent = words.searching; }, SLOW);
    try {
      show(await window.sitegenSearch.ask({
        q: box.value, filters, sort: sort.value, from: 0, count: shown, facets: true,
      }));
    } catch (failure) {
      if (failure.name === "Overtaken") return;
      list.replaceChildren();
      tell([searchElement("strong", {}, [`${words.unavailable} `]), failure.message]);
      status.textContent = "";
      more.hidden = true;
    } finally {
      clearTimeout(slow);
    }
    area.removeAttribute("aria-busy");
  }

  /** @param {any[]} parts */
  function tell(parts) {
    notice.replaceChildren(...parts);
    notice.hidden = !parts.length;
  }

  /** @param {any} answer */
  function show(answer) {
    const before = list.children.length;
    const rows = [];
    for (const [at, result] of answer.results.entries()) {
      if (result.close && !answer.results[at - 1]?.close) {
        rows.push(searchElement("li", { class: "hits__rest" }, words.rest({ count: answer.strict })));
      }
      rows.push(searchHit(result, root, tags));
    }
    list.replaceChildren(...rows);
    tell(noticeFor(answer));
    status.textContent = found(answer);
    area.toggleAttribute("data-none", !answer.total);
    sort.closest("label").hidden = answer.total < 2;
    sort.options[0].textContent = box.value.trim() ? words.closest_first : words.newest_digest;
    const needless = { digest: !box.value.trim(), best: !checks.some(({ name, checked }) => name === "tag" && checked) };
    for (const option of sort.options) option.hidden = Boolean(needless[option.value]);
    more.hidden = answer.total <= shown;
    more.textContent = words.show_more({ number: Math.min(PAGE, answer.total - shown) }).join("");
    offer(answer);
    if (history.state?.top && !before) scrollTo(0, history.state.top);
  }

  /** How many papers there are, and how many of them lack a word. @param {any} answer */
  function found({ total, strict, results }) {
    if (!total) return words.nothing;
    const near = total - strict;
    if (!strict || !near || results.some((/** @type {any} */ { close }) => close)) return counted(total);
    return words.near({ papers: counted(strict), near }).join("");
  }

  /** Quiet remarks: what else was searched for, and what a rare word may have been. @param {any} answer */
  function remarks(answer) {
    const parts = [];
    for (const [word, other, count] of answer.hints) {
      const link = searchElement("a", { href: `?${new URLSearchParams({ q: replaced(word, other) })}` }, [other]);
      parts.push(...words.did_you_mean_of({ link, papers: counted(count) }));
    }
    if (answer.also.length) {
      const also = answer.also.flatMap((/** @type {string[]} */ [, other], /** @type {number} */ at) => [at ? ", " : "", searchElement("em", {}, [other])]);
      parts.push(...words.also({ words: also }).flat());
      const word = answer.also[0][0];
      if (box.value.trim().toLowerCase() === word) parts.push(searchElement("a", { href: `?${new URLSearchParams({ q: `"${word}"` })}` }, words.only({ word })));
    }
    return parts;
  }

  /** @param {any} answer */
  function noticeFor(answer) {
    const parts = answer.unknown.map((/** @type {string} */ one) => {
      const [kind, value] = [one.slice(0, one.indexOf(":")), one.slice(one.indexOf(":") + 1)];
      return searchElement("strong", {}, words[/** @type {"no_tag"} */ (`no_${kind}`)]({ value }));
    });
    for (const [word, guess] of answer.words) {
      parts.push(searchElement("strong", {}, words.unknown({ word })));
      if (!guess) continue;
      const link = searchElement("a", { href: `?${new URLSearchParams({ q: replaced(word, guess) })}` }, [guess]);
      parts.push(...(answer.note === "closest" ? words.did_you_mean : words.showing)({ link }));
    }
    if (answer.note === "closest") {
      parts.push(searchElement("strong", {}, [words.closest]), words.closest_about);
    }
    if (!answer.total) {
      const filtered = checks.some((check) => check.checked);
      parts.push(filtered ? words.filtered : words.empty);
      empty.hidden = filtered;
    }
    parts.push(...remarks(answer));
    return parts;
  }

  /** The query with one word in another's place. @param {string} word @param {string} guess */
  function replaced(word, guess) {
    return box.value.split(/(\s+)/).map((/** @type {string} */ part) => (searchWord(part) === word ? guess : part)).join("");
  }

  /** Filters with their counts, and the chosen ones as chips. @param {any} answer */
  function offer(answer) {
    facets.dataset.counted = "";
    const counts = answer.facets || {};
    const count = (/** @type {HTMLInputElement} */ check) => counts[check.name]?.[check.value] || 0;
    for (const { box: part, button, checks: own } of folds) {
      const ranked = part.dataset.ranked === undefined ? own : [...own].sort((a, b) => count(b) - count(a));
      const open = button.getAttribute("aria-expanded") === "true";
      const offered = ranked.filter((check) => count(check) > 0);
      for (const check of ranked) {
        const row = /** @type {HTMLElement} */ (check.closest("label"));
        row.querySelector(".count")?.replaceChildren(count(check).toLocaleString(document.documentElement.lang));
        row.hidden = !check.checked && !(open ? offered : offered.slice(0, OFFERED)).includes(check);
      }
      const active = /** @type {HTMLElement} */ (document.activeElement);
      part.append(...ranked.map((check) => /** @type {HTMLElement} */ (check.closest("label"))));
      if (part.contains(active)) active.focus({ preventScroll: true });
      /** @type {HTMLElement} */ (part.parentElement).hidden = !part.querySelector("label:not([hidden])");
      button.hidden = offered.length <= OFFERED;
      button.textContent = open ? words[/** @type {"fewer_tags"} */ (`fewer_${part.dataset.facet}`)] : words[/** @type {"all_tags"} */ (`all_${part.dataset.facet}`)]({ number: offered.length }).join("");
    }
    const chosen = checks.filter((check) => check.checked);
    chips.replaceChildren(...chosen.map((check) => {
      const remove = searchElement("button", { type: "button", class: "chip" }, [
        searchElement("span", { class: "visually-hidden" }, [words[/** @type {"remove_tag"} */ (`remove_${check.name}`)]]), check.dataset.label || check.value]);
      remove.addEventListener("click", () => {
        check.checked = false;
        changed(true);
        box.focus();
      });
      return searchElement("li", {}, [remove]);
    }));
  }

  /** @param {boolean} step */
  function changed(step) {
    clearTimeout(timer);
    shown = PAGE;
    write(step);
    typed = false;
    void search();
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      shown = PAGE;
      write(!typed && Boolean(location.search)); // one step of the history for one stretch of typing
      typed = true;
      void search();
    }, WAIT);
  });
  box.addEventListener("change", () => { typed = false; });
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    changed(true);
  });
  facets.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  facets.addEventListener("change", () => changed(true));
  sort.addEventListener("change", () => changed(true));
  for (const { button } of folds) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
      void search();
    });
  }
  more.addEventListener("click", async () => {
    const before = list.querySelectorAll(".hit").length;
    shown += PAGE;
    write(false);
    await search();
    list.querySelectorAll(".row__title a")[before]?.focus();
  });
  area.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") return box.focus();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (/** @type {Element} */ (event.target).closest("select, .facets")) return;
    const links = [...list.querySelectorAll(".row__title a")];
    const at = links.indexOf(document.activeElement?.closest(".hit")?.querySelector(".row__title a"));
    event.preventDefault();
    (links[at + (event.key === "ArrowDown" ? 1 : -1)] || (at <= 0 ? box : links[at])).focus();
  });
  box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const first = list.querySelector(".row__title a");
    if (event.key !== "ArrowDown" || !first || area.hidden) return;
    event.preventDefault();
    first.focus();
  });
  addEventListener("beforeprint", () => find("[data-print-address]")?.replaceChildren(location.href));
  addEventListener("popstate", () => { read(); void search(); });
  addEventListener("pagehide", () => {
    try { history.replaceState({ ...history.state, shown, top: scrollY }, ""); } catch { /* as above */ }
  });

  if (matchMedia("(min-width: 62rem)").matches) find("[data-fold]").open = true;
  for (const hidden of document.querySelectorAll("[data-needs-search]")) hidden.removeAttribute("hidden");
  read();
  void search();
  if (!location.search) box.focus({ preventScroll: true });
})();
