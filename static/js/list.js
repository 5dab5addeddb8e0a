// Tools above a list of papers: filter by words of the title, open or close all abstracts.
(() => {
  const tools = /** @type {HTMLElement | null} */ (document.querySelector("[data-list-tools]"));
  const list = document.querySelector("[data-rows]");
  if (!tools || !list) return;
  const fold = (/** @type {string} */ text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = [...list.querySelectorAll(".row")].map((row) => ({ row, text: fold(row.querySelector("h3 a").textContent) }));
  for (const peek of list.querySelectorAll(".peek")) { // which paper "more" is about, for those who hear the word by itself
    const of = `of the abstract of ${peek.closest(".row")?.querySelector("h3 a")?.textContent}`;
    const name = () => peek.querySelector("summary").setAttribute("aria-label", `${peek.open ? "less" : "more"} ${of}`);
    peek.addEventListener("toggle", name);
    name();
  }
  const count = tools.querySelector("[data-filter-count]");
  const all = tools.querySelector("[data-abstracts]");
  tools.querySelector("[data-filter]").addEventListener("input", (event) => {
    const words = fold(event.target.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    for (const part of list.querySelectorAll(".letter")) part.hidden = !part.querySelector(".row:not([hidden])");
    count.textContent = words.length ? `${shown} of ${rows.length}` : "";
  });
  all.addEventListener("click", () => {
    const open = all.getAttribute("aria-pressed") !== "true";
    all.setAttribute("aria-pressed", String(open));
    for (const peek of list.querySelectorAll(".peek")) peek.open = open;
  });
  tools.hidden = false;
})();
