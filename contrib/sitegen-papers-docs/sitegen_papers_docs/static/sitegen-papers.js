// The card of a paper, while the pointer or the keyboard is on a link to it. What it says came with the page, as
// attributes of the link; nothing is fetched, and text stays text. Without this script browsers show the link's title.
(() => {
  if (!("popover" in HTMLElement.prototype)) return;
  const LINK = "a[data-paper-title]";
  const PARTS = ["title", "by", "where", "preview", "note", "tags"];
  const SHOW = 250; // ms: who only passes over a link wants nothing of it
  const HIDE = 200; // ms: enough for the way from the link to the card
  const LARGEST = 1.1; // of the page's own size of text
  const GAP = 6; // px between link and card
  const EDGE = 12; // px between card and window

  const card = document.createElement("div");
  card.className = "sitegen-card";
  card.id = "sitegen-card";
  card.popover = "manual";
  card.setAttribute("role", "tooltip");
  /** @type {HTMLAnchorElement | null} */
  let shown = null;
  let timer = 0;
  let pointed = { x: 0, line: 0 };

  const later = (/** @type {() => void} */ what, /** @type {number} */ after) => {
    clearTimeout(timer);
    timer = setTimeout(what, after);
  };

  /** The link's surroundings give colours, behind which nothing shines through, and letters. */
  const dress = (/** @type {HTMLElement} */ around) => {
    const own = getComputedStyle(around);
    let ground = "Canvas";
    for (let part = /** @type {HTMLElement | null} */ (around); part; part = part.parentElement) {
      const colour = getComputedStyle(part).backgroundColor;
      if (colour === "transparent" || /[,/]\s*(0|0?\.\d+)\)$/.test(colour)) continue;
      ground = colour;
      break;
    }
    const largest = LARGEST * parseFloat(getComputedStyle(document.documentElement).fontSize); // not as large as a heading
    const size = `${Math.min(parseFloat(own.fontSize), largest)}px`;
    Object.assign(card.style, { backgroundColor: ground, color: own.color, fontFamily: own.fontFamily, fontSize: size });
  };

  /** Below the pointed line of the link, near the pointer, or above it where there is more room. */
  const place = (/** @type {HTMLElement} */ link) => {
    const line = link.getClientRects()[pointed.line] || link.getBoundingClientRect();
    const { width, height } = card.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const under = line.bottom + GAP, over = line.top - GAP - height;
    const top = under + height + EDGE > clientHeight && line.top > clientHeight - line.bottom ? over : under;
    const left = Math.min(Math.max(pointed.x - 32, line.left), Math.max(line.left, line.right - 32));
    card.style.top = `${Math.max(EDGE, Math.min(top, clientHeight - height - EDGE))}px`;
    card.style.left = `${Math.max(EDGE, Math.min(left, clientWidth - width - EDGE))}px`;
  };

  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    card.hidePopover();
  };

  /** Show the card of a link; `x` and `y` are where the pointer is, if it is there. */
  const show = (/** @type {HTMLAnchorElement} */ link, x = 0, y = -1) => {
    clearTimeout(timer);
    if (shown === link || !link.isConnected) return;
    hide();
    card.replaceChildren();
    for (const part of PARTS) {
      const text = link.getAttribute(`data-paper-${part}`);
      if (!text) continue;
      const line = document.createElement("p");
      line.className = `sitegen-card__${part}`;
      line.dir = "auto";
      line.textContent = text;
      card.append(line);
    }
    if (!card.isConnected) document.body.append(card);
    dress(link.parentElement || document.body);
    card.showPopover();
    const line = [...link.getClientRects()].findIndex((one) => y >= one.top && y <= one.bottom);
    pointed = { x, line: Math.max(0, line) };
    place(link);
    link.setAttribute("aria-describedby", card.id);
    shown = link;
  };

  /** The link that something happened in; its title goes, so that the browser does not show it too. */
  const linkOf = (/** @type {EventTarget | null} */ target) => {
    const link = target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest(LINK)) : null;
    link?.removeAttribute("title");
    return link;
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return; // a tap follows the link
    const link = linkOf(event.target);
    if (link) later(() => show(link, event.clientX, event.clientY), link === shown ? 0 : SHOW);
    else if (card.contains(/** @type {Node} */ (event.target))) clearTimeout(timer);
    else if (document.activeElement !== shown) later(hide, HIDE);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event.target);
    if (link?.matches(":focus-visible")) show(link);
    else hide();
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("scroll", (event) => {
    if (!shown || event.target === card) return;
    const { top, bottom } = shown.getBoundingClientRect();
    const gone = bottom < 0 || top > document.documentElement.clientHeight;
    if (gone && document.activeElement !== shown) hide(); // on its way to a link that has the focus, the page scrolls
    else place(shown);
  }, { capture: true, passive: true });
})();
