"use strict";
// Saved papers as BibTeX, RIS, CSL-JSON and Markdown, and back: names, notes and read marks return as they went.

/**
 * @typedef {SavedPaper & {bib: string, csl: any, address: string}} SavedEntry  a paper with what the site says of it
 * @typedef {{slug: string, title: string, note: string, read: boolean}} SavedMark  what a file says of a paper
 */

window.sitegenSavedFormats = (() => {
  const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\n": "\\newline{}" };
  const toTex = (/** @type {string} */ text) => text.replace(/[{}%&#$_]/g, "\\$&").replace(/\\(?![{}%&#$_])|[~^\n]/g, (sign) => TEX[sign]);
  const fromTex = (/** @type {string} */ text) => Object.entries(TEX)
    .reduce((rest, [sign, tex]) => rest.replaceAll(tex, sign === "\\" ? "\u0000" : sign), text).replace(/\\([{}%&#$_])/g, "$1").replaceAll("\u0000", "\\");
  const TYPES = { "article-journal": "JOUR", "paper-conference": "CPAPER" };

  /** @param {SavedEntry} entry */
  function bibtex({ bib, note, read }) {
    const own = [...(note ? [`  annotation = {${toTex(note)}}`] : []), ...(read ? ["  readstatus = {read}"] : [])];
    return own.length ? bib.replace(/\n}\n$/, () => `,\n${own.join(",\n")}\n}\n`) : bib;
  }

  /** @param {SavedEntry} entry */
  function ris({ csl, note, read, address }) {
    const day = csl.issued?.["date-parts"]?.[0] || [];
    const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
    const lines = [
      ["TY", TYPES[csl.type] || "GEN"], ["ID", csl.id], ["TI", csl.title],
      ...(csl.author || []).map((who) => ["AU", who.literal || (who.given ? `${who.family}, ${who.given}` : who.family)]),
      ["PY", day[0]], ["DA", day.length === 3 && `${day[0]}/${two(day[1])}/${two(day[2])}`], ["T2", csl["container-title"]],
      ...(csl.keyword ? csl.keyword.split(", ") : []).map((word) => ["KW", word]),
      ["DO", csl.DOI], ["UR", csl.URL], ["UR", address !== csl.URL && /^https?:/.test(address) && address], ["DB", csl.source], ["N1", csl.note],
      ...(note ? note.split("\n") : []).map((line) => ["RN", line]), ["C1", read && "read"],
    ];
    return [...lines.filter(([tag, value]) => value || tag === "RN").map(([tag, value]) => `${tag}  - ${value}`), "ER  - ", "", ""].join("\r\n");
  }

  /** @param {SavedEntry} entry */
  const csl = ({ csl: item, note, read }) => ({ ...item, ...(note ? { annote: note } : {}), ...(read ? { custom: { read: true } } : {}) });

  /** @param {SavedEntry} entry */
  function markdown({ csl: { title }, address, note, read }) {
    const shown = title.replace(/[\\`*_[\]<>]/g, "\\$&");
    return `- [${read ? "x" : " "}] [${shown}](${address})\n${note ? note.replace(/^/gm, "  ").replace(/[ \t]+$/gm, "") + "\n" : ""}`;
  }

  /** The parts of a text that begin with a match, with the match. @param {string} text @param {RegExp} start @returns {[RegExpExecArray, string][]} */
  function parts(text, start) {
    const found = [...text.matchAll(start)];
    return found.map((match, at) => [match, text.slice(match.index + match[0].length, found[at + 1]?.index)]);
  }

  /** @type {Record<string, {label: string, ending: string, type: string, write: (entries: SavedEntry[]) => string, read: (text: string) => SavedMark[]}>} */
  const formats = {
    bibtex: {
      label: "BibTeX", ending: ".bib", type: "application/x-bibtex",
      write: (entries) => entries.map(bibtex).join("\n"),
      read: (text) => parts(text, /^@\w+\s*\{\s*([^,\s]+)\s*,/gm).map(([[, slug], rest]) => ({
        slug, title: (/^\s*title\s*=\s*\{(.*)\},?$/m.exec(rest)?.[1] || slug).replace(/[{}]/g, ""),
        note: fromTex(/^\s*annotation\s*=\s*\{(.*)\},?$/m.exec(rest)?.[1] || ""), read: /^\s*readstatus\s*=\s*\{read\}/m.test(rest),
      })),
    },
    ris: {
      label: "RIS", ending: ".ris", type: "application/x-research-info-systems",
      write: (entries) => entries.map(ris).join(""),
      read: (text) => text.split(/^ER {2}-.*$/m).map((entry) => {
        const values = (/** @type {string} */ tag) => [...entry.matchAll(new RegExp(`^${tag}  - ?(.*?)\\r?$`, "gm"))].map(([, value]) => value);
        return { slug: values("ID")[0] || "", title: values("TI")[0] || "", note: values("RN").join("\n"), read: values("C1").includes("read") };
      }).filter(({ slug }) => slug),
    },
    csl: {
      label: "CSL-JSON", ending: ".csl.json", type: "application/vnd.citationstyles.csl+json",
      write: (entries) => `[\n${entries.map((entry) => JSON.stringify(csl(entry))).join(",\n")}\n]\n`,
      read: (text) => [JSON.parse(text)].flat().filter((item) => item && typeof item === "object" && item.id).map(({ id, title, annote, custom }) => (
        { slug: String(id), title: String(title || id), note: String(annote || ""), read: custom?.read === true })),
    },
    markdown: {
      label: "Markdown", ending: ".md", type: "text/markdown",
      write: (entries) => entries.map(markdown).join(""),
      read: (text) => parts(text.replace(/\r\n/g, "\n"), /^- \[([ xX])\] \[(.*)\]\((?:[^)\s]*\/)?([a-z0-9-]+)\.html\)$/gm).map(([[, mark, title, slug], rest]) => (
        { slug, title: title.replace(/\\(.)/g, "$1"), note: rest.replace(/^\n|\n$/g, "").replace(/^ {2}/gm, ""), read: mark !== " " })),
    },
  };

  /** What a file of any of the formats says. @param {string} text @returns {SavedMark[]} */
  function read(text) {
    const start = text.replace(/^\ufeff/, "").trimStart();
    const format = /^[[{]/.test(start) ? formats.csl : /^TY {2}-/m.test(start) ? formats.ris : /^@\w+\s*\{/m.test(start) ? formats.bibtex : formats.markdown;
    try { return format.read(start); } catch { return []; }
  }

  return { formats, read };
})();
