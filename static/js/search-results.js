"use strict";
// Results as elements. Whatever comes from papers or queries becomes text nodes: nothing here takes markup.

/** @param {string} name @param {Record<string, string | undefined>} [attributes] @param {(Node | string)[]} [children] */
function searchElement(name, attributes = {}, children = []) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** @param {{text: string, mark: boolean}[]} pieces */
function searchPieces(pieces) {
  return pieces.map(({ text, mark }) => (mark ? searchElement("mark", {}, [text]) : text));
}

/** A result of the search page. @param {any} result @param {string} root @param {Map<string, any>} tags  what is known of each tag */
function searchHit(result, root, tags) {
  const words = sitegenWords("hits");
  const lang = sitegenTextLanguage();
  const title = searchElement("a", { href: root + result.url, dir: "auto", lang }, searchPieces(result.title));
  const byline = [["byline__authors", searchPieces(result.by)], ["byline__published", [result.where]]].filter(([, [known]]) => known);
  const meta = [];
  const known = result.tags.map((/** @type {string} */ slug) => tags.get(slug)).filter(Boolean).slice(0, 4);
  if (known.length) {
    meta.push(searchElement("ul", { class: "tags", "aria-label": words.tags }, known.map((/** @type {any} */ tag) =>
      searchElement("li", {}, [searchElement("a", { class: "tag", "data-group": tag.group, href: `${root}tags/${tag.slug}.html` }, [tag.label])]))));
  }
  if (result.missing.length) {
    const lacks = result.missing.flatMap((/** @type {string} */ word, /** @type {number} */ at) => [at ? ", " : `${words.without} `, searchElement("del", {}, [word])]);
    meta.push(searchElement("p", { class: "hit__missing" }, lacks));
  }
  return searchElement("li", { class: "hit" }, [
    searchElement("h2", { class: "row__title" }, [title]),
    ...(byline.length ? [searchElement("p", { class: "byline", dir: "auto" }, byline.map(([kind, parts]) => searchElement("span", { class: kind }, parts)))] : []),
    ...(result.excerpt.length ? [searchElement("p", { class: "hit__excerpt", dir: "auto", lang }, searchPieces(result.excerpt))] : []),
    ...(meta.length ? [searchElement("div", { class: "hit__meta" }, meta)] : []),
  ]);
}
