"use strict";
// The map: the title of the dot that is pointed at, tapped or focused, and one tab stop for all dots, with arrows from
// dot to dot. Without this, dots are links with titles.
(() => {
  const map = /** @type {SVGSVGElement} */ (document.querySelector("[data-map]"));
  const caption = document.querySelector("[data-map-caption]");
  const REACH = { mouse: 10, touch: 28 }; // px, from where the map is touched to the dot that is meant
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const dots = [.../** @type {NodeListOf<SVGAElement>} */ (map.querySelectorAll(".map__dots a"))].map((link) => {
    const dot = link.querySelector("circle");
    return { link, x: dot.cx.baseVal.value, y: dot.cy.baseVal.value };
  });
  let here = dots[0];
  here.link.setAttribute("tabindex", "0"); // all others have -1

  /** The dots of the topic that the address names, or all. */
  const shown = () => {
    const topic = map.querySelector("g:target");
    return topic ? dots.filter((dot) => topic.contains(dot.link)) : dots;
  };
  /** @template T @param {T[]} all @param {(one: T) => number} cost */
  const least = (all, cost) => all.reduce((best, one) => (!best || cost(one) < cost(best) ? one : best), /** @type {T | undefined} */ (undefined));

  function show(/** @type {typeof here} */ dot) {
    here.link.classList.remove("map__here");
    here.link.setAttribute("tabindex", "-1");
    here = dot;
    here.link.classList.add("map__here");
    here.link.setAttribute("tabindex", "0");
    const title = document.createElement("a");
    title.href = here.link.href.baseVal;
    title.dir = "auto";
    const lang = sitegenTextLanguage();
    if (lang) title.lang = lang;
    title.textContent = here.link.querySelector("title").textContent;
    caption.replaceChildren(title);
  }

  /** The dot that somebody means who points here. */
  function meant(/** @type {MouseEvent} */ event, /** @type {number} */ reach) {
    const matrix = map.getScreenCTM();
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const far = (/** @type {typeof here} */ dot) => Math.hypot(dot.x - at.x, dot.y - at.y) * matrix.a;
    const dot = least(shown(), far);
    return dot && far(dot) <= reach ? dot : undefined;
  }

  let touched = false;
  map.addEventListener("pointerdown", (event) => { touched = event.pointerType !== "mouse"; });
  map.addEventListener("pointermove", (event) => {
    const dot = event.pointerType === "mouse" ? meant(event, REACH.mouse) : undefined;
    if (dot && dot !== here) show(dot);
  });
  // A finger covers several dots: it shows the title first, which is a link, and the dot opens at the second touch.
  map.addEventListener("click", (event) => {
    const dot = touched && !(/** @type {Element} */ (event.target).closest(".map__label")) ? meant(event, REACH.touch) : undefined;
    if (!dot || dot.link.classList.contains("map__here")) return;
    event.preventDefault();
    show(dot);
  });
  map.addEventListener("focusin", (event) => {
    const dot = dots.find((one) => one.link === event.target);
    if (dot && !touched) show(dot);
  });
  map.addEventListener("keydown", (event) => {
    touched = false;
    const way = WAYS[event.key];
    if (!way || document.activeElement !== here.link || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const along = (/** @type {typeof here} */ dot) => (dot.x - here.x) * way[0] + (dot.y - here.y) * way[1];
    const aside = (/** @type {typeof here} */ dot) => Math.abs((dot.x - here.x) * way[1]) + Math.abs((dot.y - here.y) * way[0]);
    least(shown().filter((dot) => along(dot) > 0), (dot) => along(dot) + 2 * aside(dot))?.link.focus();
  });

  const frame = map.parentElement; // a map that is wider is shown from its middle, so that it is seen to go on
  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
  const paper = new URLSearchParams(location.search).get("paper");
  const asked = dots.find((dot) => dot.link.href.baseVal === `papers/${paper}.html`);
  if (asked) {
    show(asked);
    asked.link.scrollIntoView({ block: "center", inline: "center" });
  }
})();
