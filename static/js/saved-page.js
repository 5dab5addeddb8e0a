"use strict";
// The page of saved papers: the list with its order, notes and read marks; files and addresses that carry it.

(() => {
  const find = (/** @type {string} */ name) => /** @type {any} */ (document.querySelector(`[data-saved${name}]`));
  const area = find("");
  const saved = window.sitegenSaved;
  const words = sitegenWords("saved_list");
  const foreign = sitegenTextLanguage();
  const lang = foreign ? { lang: foreign } : {};
  if (!area) return;
  const [list, status, empty, take, offer, count] = ["list", "status", "empty", "take", "offer", "count"].map((name) => find(`-${name}`));
  area.hidden = false;
  if (!saved) return void (empty.textContent = words.nowhere);
  const parts = Number(area.dataset.saved);
  // A path on this machine is nobody's address: without a better one, files name papers from the catalogue's own folder.
  const base = area.dataset.address || (location.protocol === "file:" ? "" : new URL(saved.root || "./", location.href).href);

  /** @type {Map<number, Promise<any>>} */ const loading = new Map();
  /** @type {Map<number, any>} */ const arrived = new Map();
  window.sitegenSavedPapers = (/** @type {number} */ number, /** @type {any} */ known) => arrived.set(number, known);

  /** The part that knows a name, as sitegen/pages/saved.py computes it. @param {string} slug */
  function partOf(slug) {
    let hash = 2166136261;
    for (const sign of slug) hash = Math.imul(hash ^ sign.charCodeAt(0), 16777619) >>> 0;
    return hash % parts;
  }

  /** What the site says of a name. @param {string} slug @returns {Promise<any>} undefined where it says nothing */
  async function said(slug) {
    const number = partOf(slug);
    if (!loading.has(number)) {
      loading.set(number, new Promise((resolve) => {
        const script = document.createElement("script");
        script.onload = () => resolve(arrived.get(number) || {});
        script.onerror = () => resolve(null);
        script.src = `${saved.root}saved/${number}.js${location.protocol === "file:" ? "" : `?${Date.now()}`}`;
        document.head.append(script);
      }));
    }
    const known = await loading.get(number);
    if (!known) throw new Error("not loaded");
    return Object.hasOwn(known, slug) ? known[slug] : undefined;
  }

  /** A name as it is now, with what the site says of it. @param {string} slug
   * @returns {Promise<{slug: string, bib: string, csl: any, gone: boolean}>} */
  async function known(slug) {
    let now = slug;
    let found = await said(now);
    for (let steps = 0; typeof found === "string" && steps < 9; steps += 1) [now, found] = [found, await said(found)];
    return found?.length === 2 ? { slug: now, bib: found[0], csl: found[1], gone: false } : { slug: now, bib: "", csl: { title: found?.[0] }, gone: true };
  }

  /** @param {string} name @param {Record<string, any>} [set] @param {(Node | string)[]} [children] */
  function make(name, set = {}, children = []) {
    const { aria, ...others } = set;
    const element = Object.assign(document.createElement(name), others);
    for (const [key, value] of Object.entries(aria || {})) element.setAttribute(`aria-${key}`, value);
    element.append(...children);
    return element;
  }

  const tell = (/** @type {string} */ text) => { status.textContent = text; };
  const counted = (/** @type {number} */ number) => words.papers({ count: number }).join("");

  /** @type {(SavedEntry & {gone: boolean})[]} */ let entries = [];

  /** @param {(papers: SavedPaper[]) => SavedPaper[]} change @param {string} [focus]  where the focus goes: a slug and what of it */
  function change(change, focus) {
    saved.write(change(saved.read()));
    if (focus) requestAnimationFrame(() => /** @type {HTMLElement | null} */ (list.querySelector(`[data-focus="${focus}"]`))?.focus());
  }

  /** @param {SavedEntry & {gone: boolean}} entry @param {number} at @param {number} of */
  function row(entry, at, of) {
    const { slug, title, note, read, gone, csl } = entry;
    const move = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {"up" | "down"} */ word) => {
      const button = make("button", {
        type: "button", className: "button saved__move", title: words[word], disabled: at + by < 0 || at + by >= of,
        onclick: () => change((papers) => { const one = papers.splice(at, 1); papers.splice(at + by, 0, ...one); return papers; }, `${word} ${slug}`),
        aria: { label: words[`${word}_title`]({ title }).join("") },
      }, [sign]);
      button.dataset.focus = `${word} ${slug}`;
      return button;
    };
    const set = (/** @type {Partial<SavedPaper>} */ what) => saved.write(saved.read().map((paper) => (paper.slug === slug ? { ...paper, ...what } : paper)));
    const year = csl.issued?.["date-parts"]?.[0]?.[0];
    const names = (csl.author || []).map((who) => who.literal || who.family);
    const who = names.length < 2 ? names.join("") : (names.length > 2 ? words.more_authors : words.two_authors)({ first: names[0], second: names[1] }).join("");
    const by = who && year ? words.by_and_year({ by: who, year: String(year) }).join("") : who || String(year || "");
    return make("li", { className: `row saved__row${read ? " saved__row--read" : ""}` }, [
      make("div", { className: "saved__head" }, [
        make("h3", { className: "row__title" }, gone ? [make("span", { dir: "auto", ...lang }, [title])]
          : [make("a", { href: `${saved.root}papers/${slug}.html`, dir: "auto", ...lang }, [csl.title])]),
        ...(gone ? [make("p", { className: "note" }, [words.gone])] : by ? [make("p", { className: "note", dir: "auto" }, [by])] : []),
      ]),
      make("div", { className: "saved__tools" }, [
        make("label", { className: "check" }, [make("input", { type: "checkbox", checked: read, onchange: (event) => set({ read: event.target.checked }) }), make("span", {}, [words.read])]),
        move(-1, "↑", "up"), move(1, "↓", "down"),
        make("button", {
          type: "button", className: "button", aria: { label: words.remove_title({ title }).join("") },
          onclick: () => { change((papers) => papers.filter((paper) => paper.slug !== slug)); tell(words.removed({ title }).join("")); },
        }, [words.remove]),
      ]),
      make("label", { className: "saved__note" }, [
        make("span", { className: "visually-hidden" }, [words.note_on({ title }).join("")]),
        make("textarea", { rows: Math.min(8, note.split("\n").length), value: note, placeholder: words.your_note, dir: "auto", onchange: (event) => set({ note: event.target.value.trim() }) }),
      ]),
    ]);
  }

  let turn = 0;
  async function show() {
    const mine = (turn += 1);
    const papers = saved.read();
    let found;
    try {
      found = await Promise.all(papers.map(async (paper) => ({ ...paper, ...(await known(paper.slug)) })));
    } catch {
      return tell(words.not_loaded);
    }
    if (mine !== turn) return;
    const moved = new Set(found.filter((entry, at) => entry.slug !== papers[at].slug).map(({ slug }) => slug));
    if (moved.size) { // papers that have other names now: kept under those, once
      const once = new Map();
      for (const { slug, title: known, csl, note, read } of found) {
        const title = csl.title || known;
        const before = once.get(slug);
        once.set(slug, before ? { ...before, note: [before.note, note].filter(Boolean).join("\n"), read: before.read || read } : { slug, title, note, read });
      }
      return saved.write([...once.values()]);
    }
    entries = found.map((entry) => ({ ...entry, title: entry.csl.title || entry.title, address: `${base}papers/${entry.slug}.html` }));
    const focused = document.activeElement?.closest?.("[data-saved-list]") && document.activeElement;
    if (!(focused instanceof HTMLTextAreaElement)) list.replaceChildren(...entries.map((entry, at) => row(entry, at, entries.length)));
    const gone = entries.filter((entry) => entry.gone).length;
    count.textContent = entries.length ? (gone ? words.read_and_gone : words.read_of)({ papers: counted(entries.length), read: entries.filter(({ read }) => read).length, gone }).join("") : "";
    empty.hidden = entries.length > 0;
    take.hidden = entries.length === gone;
  }

  /** Add what a file or an address names. @param {SavedMark[]} marks */
  async function add(marks) {
    const found = await Promise.all(marks.map(async (mark) => ({ ...mark, ...(/^[a-z0-9-]+$/.test(mark.slug) ? await known(mark.slug) : { gone: true, csl: {} }) })));
    const papers = saved.read();
    const before = papers.length;
    for (const { slug, csl, note, read, gone } of found) {
      if (gone) continue;
      const there = papers.find((paper) => paper.slug === slug);
      if (there) Object.assign(there, { note: there.note || note, read: there.read || read });
      else papers.push({ slug, title: csl.title, note, read });
    }
    saved.write(papers);
    const missing = found.filter(({ gone }) => gone);
    const added = papers.length - before;
    const there = found.length - missing.length - added;
    tell([words.added({ papers: counted(added) }).join(""), there && words.kept({ number: there }).join(""),
      missing.length && words.missing({ titles: missing.map(({ title, slug }) => title || slug).join("; ") }).join("")].filter(Boolean).join(", ") + ".");
  }

  for (const format of Object.values(window.sitegenSavedFormats.formats)) {
    find("-formats").append(make("li", {}, [make("button", {
      type: "button", className: "button",
      onclick: () => {
        const file = new Blob([format.write(entries.filter(({ gone }) => !gone))], { type: format.type });
        const link = make("a", { href: URL.createObjectURL(file), download: `saved-papers${format.ending}` });
        link.click();
        setTimeout(() => URL.revokeObjectURL(/** @type {any} */ (link).href), 1000);
      },
    }, [format.label])]));
  }
  find("-file").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    const marks = window.sitegenSavedFormats.read(await file.text());
    event.target.value = "";
    if (marks.length) await add(marks);
    else tell(words.none_in_file);
  });
  /** @param {string} text @returns {Promise<boolean>} */
  async function copied(text) {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* file:// in some browsers */ }
    const box = make("textarea", { value: text });
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }

  find("-share").parentElement.hidden = !base;
  find("-share").addEventListener("click", async (event) => {
    const word = event.currentTarget.firstElementChild;
    const usual = word.textContent;
    const address = `${base}saved.html#papers=${entries.filter(({ gone }) => !gone).map(({ slug }) => slug).join(",")}`;
    if (await copied(address)) word.textContent = words.copied;
    else if (location.protocol === "file:") return tell(address); // the one of this file is nobody else's
    else { location.hash = address.split("#")[1]; word.textContent = words.in_address; }
    setTimeout(() => { word.textContent = usual; }, 1600);
  });

  /** What an address carries: shown, and kept when the reader says so. */
  async function offered() {
    const [, names = ""] = /^#papers=([a-z0-9,-]+)$/.exec(location.hash) || [];
    const slugs = [...new Set(names.split(",").filter(Boolean))];
    offer.hidden = !slugs.length;
    if (!slugs.length) return;
    const found = await Promise.all(slugs.map(known)).catch(() => []);
    offer.querySelector("h2").textContent = words.offer({ papers: counted(slugs.length) }).join("");
    find("-offered").replaceChildren(...found.map(({ slug, csl, gone }) => make("li", {}, gone ? words.gone_title({ title: csl.title || slug })
      : [make("a", { href: `${saved.root}papers/${slug}.html`, dir: "auto", ...lang }, [csl.title])])));
    const leave = () => { history.replaceState(null, "", location.href.replace(/#.*/, "")); offer.hidden = true; };
    find("-accept").onclick = async () => { await add(slugs.map((slug) => ({ slug, title: "", note: "", read: false }))); leave(); };
    find("-decline").onclick = leave;
  }
  window.addEventListener("hashchange", offered);
  offered();
  saved.watch(show);
})();
