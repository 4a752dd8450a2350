// Keeps a page that `hirekit serve` shows up to date. Pages on the disk have no script.
(() => {
  "use strict";
  const built = document.currentScript.dataset.build;
  const PANEL_HEIGHT = "45vh";
  let events = null;
  let panel = null;

  function show(problems) {
    if (!problems) {
      panel?.remove();
      panel = null;
    } else {
      panel ??= makePanel();
      panel.lastChild.textContent = problems;
    }
    // What is at the end of the page can be scrolled out from under the panel.
    document.body.style.paddingBottom = panel ? PANEL_HEIGHT : "";
  }

  function makePanel() {
    const aside = document.createElement("aside");
    aside.setAttribute("role", "status");
    aside.lang = "en";
    aside.tabIndex = 0;
    Object.assign(aside.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: "1000", maxHeight: PANEL_HEIGHT, overflow: "auto",
      padding: "0.75rem 1rem", background: "#fff4ce", color: "#1a1a1a", borderTop: "3px solid #8a5a00",
    });
    const heading = document.createElement("p");
    heading.textContent = "The last build had findings. The kit of a guide with an error stays as it was.";
    Object.assign(heading.style, { margin: "0 0 0.5rem", fontWeight: "bold" });
    const text = document.createElement("pre");
    Object.assign(text.style, { margin: "0", whiteSpace: "pre-wrap", font: "0.85rem monospace" });
    aside.append(heading, text);
    document.body.append(aside);
    return aside;
  }

  function listen() {
    events ??= new EventSource("/.hirekit/events");
    events.onmessage = (event) => {
      const news = JSON.parse(event.data);
      if (news.build !== built) {
        location.reload();
      } else {
        show(news.problems);
      }
    };
  }

  // A browser opens six connections to a server at most, and the server keeps four for listeners:
  // pages that nobody sees do without.
  function listenWhileVisible() {
    if (document.visibilityState === "visible") {
      listen();
    } else {
      events?.close();
      events = null;
    }
  }

  // Paper gets the page only.
  addEventListener("beforeprint", () => panel?.toggleAttribute("hidden", true));
  addEventListener("afterprint", () => panel?.toggleAttribute("hidden", false));
  document.addEventListener("visibilitychange", listenWhileVisible);
  document.addEventListener("DOMContentLoaded", listenWhileVisible);
})();
