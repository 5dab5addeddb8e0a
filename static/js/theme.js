// The reader's theme, set before anything is painted; the button that changes it appears when the page is there.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  // Storage may be forbidden (over file://, in private windows): then the choice lasts for this page.
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const store = (/** @type {string} */ theme) => {
    try { if (theme) localStorage.setItem("theme", theme); else localStorage.removeItem("theme"); } catch { /* not kept */ }
  };
  const apply = (/** @type {string | null} */ theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme; else delete root.dataset.theme;
  };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  apply(stored());
  document.addEventListener("DOMContentLoaded", () => {
    const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-theme-switch]"));
    if (!button) return;
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      const theme = isDark() ? "light" : "dark";
      const asSystem = (theme === "dark") === system.matches;
      apply(asSystem ? null : theme); // back to what the system says: follow it again
      store(asSystem ? "" : theme);
      show();
    });
    system.addEventListener("change", show);
    show();
    button.hidden = false;
  });
})();
