// On the 404 page: offer the words of the missing address as a query.
(() => {
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("main [data-search-key]"));
  let name = location.pathname.split("/").pop() || "";
  try { name = decodeURIComponent(name); } catch { /* not an address that anybody wrote */ }
  const words = name.replace(/\.html?$/, "").replace(/[-_]+/g, " ").trim();
  if (box && words && words !== "404" && words !== "index") box.value = words;
})();
