// Reloads the page after each build, and shows what went wrong in one. Served by the preview alone, never published.
(() => {
  "use strict";
  const own = document.currentScript.src.replace(/[^/]*$/, "");
  let stream = null;
  /** @type {number | null} the state that this page shows */
  let version = null;

  /** @param {string} name @param {string} text @param {Node} parent */
  const add = (name, text, parent) => {
    const element = document.createElement(name);
    element.textContent = text; // never as HTML: messages quote what digests say
    parent.append(element);
    return element;
  };

  /** @param {string[]} errors */
  const show = (errors) => {
    document.getElementById("sitegen-errors")?.remove();
    if (!errors.length) return;
    if (!document.querySelector("link[data-sitegen]")) {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = own + "overlay.css";
      sheet.dataset.sitegen = "";
      document.head.append(sheet);
    }
    const box = document.createElement("section");
    box.id = "sitegen-errors";
    box.setAttribute("role", "alert");
    add("h2", "Not built: this is the last good site", box);
    const list = document.createElement("ul");
    for (const message of errors) add("li", message, list);
    box.append(list);
    add("button", "Hide", box).addEventListener("click", () => box.remove());
    document.body.append(box);
  };

  const listen = () => {
    stream = new EventSource(own + "events");
    stream.onmessage = (event) => {
      const state = JSON.parse(event.data);
      if (version !== null && version !== state.version && !state.errors.length) {
        location.reload();
        return;
      }
      version = state.version;
      show(state.errors);
    };
  };

  // A browser opens six connections to a host: tabs that nobody looks at must not hold them.
  const follow = () => {
    stream?.close();
    if (!document.hidden) listen();
  };
  document.addEventListener("visibilitychange", follow);
  window.addEventListener("pagehide", () => stream?.close());
  window.addEventListener("pageshow", (event) => event.persisted && follow());
  follow();
})();
