// On the 404 page: search for the words of the missing address.
(() => {
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("main [data-search-key]"));
  let name = location.pathname.split("/").pop() || "";
  try { name = decodeURIComponent(name); } catch { /* not an address that anybody wrote */ }
  const words = name.replace(/\.html?$/, "").replace(/-\d+$/, "").replace(/[-_+]+/g, " ").trim();
  if (!box || !words || words === "404" || words === "index") return;
  box.value = words;
  document.addEventListener("DOMContentLoaded", () => { // the box's own script is there by then
    box.focus({ preventScroll: true });
    box.dispatchEvent(new Event("input"));
  });
})();
