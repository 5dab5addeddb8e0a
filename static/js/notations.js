// A paper's link in the notations of documents, made from its title, name and address when the page is read; the
// notation that a reader chose stays open on the next paper. The same lines as sitegen/pages/snippets.py makes.
(() => {
  const block = /** @type {HTMLElement | null} */ (document.querySelector("[data-notations]"));
  const group = block && block.querySelector("[data-switch]");
  if (!block || !group) return;
  const names = new Set((block.dataset.names || "").split(" "));
  const label = `paper-${block.dataset.notations}`;
  const title = block.dataset.title || document.querySelector("h1").textContent;
  const shown = block.querySelector("#address");
  if (!shown.textContent && location.protocol !== "file:") { // the site does not know its own address; the browser does
    for (const part of location.href.replace(/[?#].*/, "").split(/(?<=[/-])/)) shown.append(part, document.createElement("wbr"));
    shown.parentElement.hidden = false;
  }
  const address = shown.textContent;

  const entities = { "<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "~": "&#126;", '"': "&quot;", "'": "&#x27;" };
  const markdown = title.replace(/([\\`*_[\]])|[<>|~]|&(?=#?[\p{L}\p{N}_]+;)/gu, (sign, slashed) => slashed ? `\\${sign}` : entities[sign]);
  const rest = title.replace(/[\\`*_|<>]/g, "\\$&");
  const html = (/** @type {string} */ text, /** @type {RegExp} */ signs) => text.replace(signs, (sign) => entities[sign]);
  const inventory = names.has("objects_inv");
  /** @type {[string, string, boolean][]} */
  const lines = [
    ["Markdown", `[${markdown}](${address})`, address !== ""],
    ["Sphinx", `:external+papers:ref:\`${label}\``, inventory],
    ["reStructuredText", `\`${rest} <${address}>\`__`, address !== ""],
    ["MyST (Sphinx)", `[](inv:papers#${label})`, inventory],
    ["MyST (mystmd)", `[](xref:papers#${label})`, inventory || names.has("myst_xref")],
    ["MkDocs", `[${markdown}][${label}]`, inventory || names.has("links_md")],
    ["Quarto", `[${markdown}](:std:label:\`${label}\`)`, inventory],
    ["HTML", `<a href="${html(address, /[&<>"']/g)}">${html(title, /[&<>]/g)}</a>`, address !== ""],
  ];
  const first = group.querySelector("details");
  for (const [name, code, there] of lines) {
    if (!there) continue;
    const part = /** @type {HTMLDetailsElement} */ (first.cloneNode(true));
    part.open = false;
    part.querySelector("summary").textContent = name;
    part.querySelector("pre").setAttribute("aria-label", name);
    Object.assign(part.querySelector("code"), { id: `line-${name.replace(/\W+/g, "-").toLowerCase()}`, textContent: code });
    group.append(part);
  }
  const parts = [...group.querySelectorAll("details")];
  for (const part of parts) {
    const copy = document.createElement("button");
    const said = document.createElement("span");
    const what = document.createElement("span");
    Object.assign(copy, { type: "button", className: "button copy" }).dataset.copy = part.querySelector("code").id;
    said.setAttribute("aria-live", "polite");
    said.textContent = sitegenWords("copying").copy;
    what.className = "visually-hidden";
    what.textContent = ` ${part.querySelector("summary").textContent}`;
    copy.append(said, what);
    part.querySelector("pre").after(copy);
  }

  const KEY = "sitegen-notation";
  const name = (/** @type {Element} */ part) => part.querySelector("summary").textContent;
  try {
    const chosen = parts.find((part) => name(part) === localStorage.getItem(KEY));
    if (chosen) for (const part of parts) part.open = part === chosen;
    for (const part of parts) part.querySelector("summary").addEventListener("click", () => localStorage.setItem(KEY, name(part)));
  } catch { /* no storage: nothing is remembered */ }
})();
