// The one script every page has, before anything is painted. It works without the rest of the site: leave fast, never
// send a form where it does not belong, take what a link brings out of the address, cover the page when it is hidden,
// light or dark, text size.
(() => {
  const root = document.documentElement;
  const setting = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
  const dress = () => {
    root.dataset.theme = setting("look") || "system";  // not "theme": Reflex keeps its own word under that
    root.dataset.size = setting("size") || "normal";
  };
  dress();

  // What a link brings stands behind the # of its address, where no server sees it. It leaves the address before
  // anything is painted and before any other script runs: the key of a copy lies in this one variable and nowhere else,
  // and the words of an invitation go into the box that waits for them.
  let key = "", code = "";
  const bring = () => {
    const brought = location.hash.slice(1), invites = /^\/[\w-]+\/n$/.test(location.pathname);
    if (!/^[\w-]{43}$/.test(brought) && !(invites && brought && !document.getElementById(brought))) return;
    history.replaceState(null, "", location.pathname);
    if (invites) code = brought; else key = brought;
    show();
  };
  const show = () => {
    document.getElementById("link-here")?.toggleAttribute("hidden", !key);
    document.getElementById("link-paste")?.toggleAttribute("hidden", Boolean(key));
    const box = document.querySelector("[name=code]");
    if (box && code && !document.getElementById(code)) box.value = spoken(code);
  };
  const spoken = (words) => { try { return decodeURIComponent(words).replaceAll(".", " "); } catch { return words; } };
  bring();
  addEventListener("hashchange", bring);
  document.addEventListener("DOMContentLoaded", show);

  const turnInto = async (answer) => {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.title = page.title;
    root.lang = page.documentElement.lang;
    root.dir = page.documentElement.dir;
    document.body.replaceWith(document.adoptNode(page.body));
    scrollTo(0, 0);
    document.getElementById("h1")?.focus({ preventScroll: true });
  };
  // In another language the key is still here: the page changes, and the address does not.
  document.addEventListener("click", (event) => {
    const tongue = key && event.target.closest?.("[data-tongue]");
    if (!tongue) return;
    event.preventDefault();
    fetch(tongue.href, { credentials: "omit" }).then(turnInto).then(show, () => {});
  }, true);

  // Opened in this page, not by going to another: no browser keeps a form that was sent this way for later.
  const openLink = async (form) => {
    const trouble = document.getElementById("wrong"), line = trouble.querySelector("p"), button = form.querySelector("button");
    line.dataset.wrong ??= line.lastChild.textContent;
    const complain = (words) => {
      line.lastChild.textContent = words;
      trouble.hidden = false;
      if (!document.title.startsWith("Error")) document.title = `Error: ${document.title}`;
      trouble.focus();
    };
    const values = new URLSearchParams(new FormData(form));
    if (key) values.set("key", key);
    button.disabled = true;
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body: values, credentials: "omit", cache: "no-store" });
      if (!answer.ok) return complain({ 503: trouble.dataset.busy, 507: trouble.dataset.full }[answer.status] ?? line.dataset.wrong);
      key = "";
      await turnInto(answer);
    } catch { complain(trouble.dataset.offline); }
    finally { button.disabled = false; }
  };

  // A form goes out natively only if it was written for that. Everything else waits for the page script: before it is
  // there, Enter would put what was typed into the address.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-link-form]") && form.method === "post") {
      event.preventDefault();
      openLink(form);
      return;
    }
    const meant = form.matches("[data-native], [data-door-form]") && form.method === "post";
    if (!meant) event.preventDefault();
  }, true);

  // Remembered before the page is alive, so that no text typed early is taken for the server's.
  document.addEventListener("input", (event) => { event.target.touched = Date.now(); }, true);

  const left = () => root.dataset.left !== undefined;
  const leave = (link) => {
    root.dataset.left = "";
    document.title = "\u200b";
    try { sessionStorage.clear(); } catch { /* a browser may forbid storage */ }
    navigator.sendBeacon?.("/leave");
    try { new BroadcastChannel("leave").postMessage(""); } catch { /* an old browser */ }
    location.replace(link.dataset.leave);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-leave]");
    if (!link) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave(link);
  }, true);
  try {
    new BroadcastChannel("leave").onmessage = () => {
      const link = document.querySelector("[data-leave]");
      if (link && !left()) leave(link);
    };
  } catch { /* an old browser */ }
  addEventListener("pageshow", (event) => { if (event.persisted && left()) location.reload(); });

  // Three times Shift, alone, each within five seconds.
  let presses = 0, timer = 0, withOther = false;
  const say = (words) => { const line = document.getElementById("leaving"); if (line) line.textContent = words; };
  document.addEventListener("keydown", (event) => { if (event.key !== "Shift") { withOther = true; presses = 0; } }, true);
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    if (withOther) { withOther = event.shiftKey; return; }
    clearTimeout(timer);
    timer = setTimeout(() => { presses = 0; say(""); }, 5000);
    presses += 1;
    const link = document.querySelector("[data-leave]");
    if (presses >= 3 && link) leave(link);
    else say((document.getElementById("leaving")?.dataset.press ?? "").replace("{count}", 3 - presses));
  }, true);
  document.addEventListener("keyup", (event) => { if (!event.shiftKey) withOther = false; }, true);

  // What is covered loses the focus; whoever comes back finds the caret where it was.
  let held = null;
  const cover = () => {
    const hidden = document.visibilityState === "hidden";
    if (hidden && !root.hasAttribute("data-covered")) held = document.activeElement;
    root.toggleAttribute("data-covered", hidden);
    if (!hidden && held?.isConnected) held.focus({ preventScroll: true });
    if (!hidden) held = null;
  };
  document.addEventListener("visibilitychange", cover, true);
  addEventListener("pagehide", () => root.toggleAttribute("data-covered", true));
  addEventListener("pageshow", cover);

  const press = () => document.querySelectorAll("[data-set]").forEach((button) => {
    const chosen = setting(button.dataset.set) || { size: "normal", look: "system", titles: "plain" }[button.dataset.set];
    button.setAttribute("aria-pressed", String(chosen === button.dataset.value));
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-set]");
    if (button) {
      try { localStorage.setItem(button.dataset.set, button.dataset.value); } catch { /* it lasts until the page goes */ }
      dress();
      if (button.dataset.set === "look") root.dataset.theme = button.dataset.value;
      if (button.dataset.set === "size") root.dataset.size = button.dataset.value;
      press();
    }
    const show = event.target.closest?.("[data-show]");
    if (show) {
      const box = document.getElementById(show.dataset.show), shown = box.type === "text";
      box.type = shown ? "password" : "text";
      show.setAttribute("aria-pressed", String(!shown));
    }
  });
  window.dressButtons = press;
  document.addEventListener("DOMContentLoaded", press);
})();
