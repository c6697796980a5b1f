// The script of live pages. It loses nothing that was typed: it saves by itself, keeps text while the line is down or
// the plan is locked, and says what is saved only when the server said so.
(() => {
  const PAUSE = 1200, RETRY = 4000, GRACE = 4000, TICK = 250, WARNING = 30000, BEAT = 20000;
  const byId = (id) => document.getElementById(id);
  const here = () => byId("here");
  const told = (name) => here()?.dataset[name] ?? "";
  const fields = () => document.querySelectorAll("[data-autosave]");
  const post = (path, values = {}) => fetch(path, {
    method: "POST", body: new URLSearchParams(values), credentials: "same-origin", cache: "no-store",
  });

  // -- Boxes. A box nobody touched shows what the server has. One that was touched keeps its text until the server
  // has the same. `base` is what the server had when we last agreed, `sent` what we sent since.
  // `drafts` is what was typed and not yet saved, `stash` the same behind a locked door: in memory only, for one plan.
  const known = new WeakMap(), sentAt = new WeakMap(), drafts = new Map(), stash = new Map();
  let whose = "";
  const about = (box) => {
    const owner = box.dataset.for ?? "";
    if (known.get(box)?.owner !== owner) known.set(box, { owner, base: null, sent: [] });
    return known.get(box);
  };
  const asked = (box) => box.closest("[data-of]")?.dataset.of ?? box.dataset.for;
  const place = (box) => `${location.pathname} ${asked(box)} ${box.id}`;
  const lineUp = () => navigator.onLine && byId("ready") && !byId("line-down");
  const agreed = (box) => told("door") === "" && told("whose") && box.dataset.for && asked(box) === box.dataset.for;
  const unsaved = (box) => Boolean(box.touched) && box.value !== box.defaultValue;
  const note = (box, theirs) => {
    const line = document.querySelector(`[data-of-box="${box.id}"]`);
    if (line) { line.textContent = theirs; line.hidden = !theirs; }
  };
  const remember = (box) => { const { sent } = about(box); sent.push(box.value); if (sent.length > 20) sent.shift(); };
  document.addEventListener("input", ({ target }) => {
    if (target.matches?.("[data-autosave]") && told("door") === "") drafts.set(place(target), target.value);
  }, true);
  document.addEventListener("focusout", (event) => {
    if (event.target.matches?.("[data-autosave]")) { remember(event.target); sentAt.set(event.target, Date.now()); }
  }, true);

  const settle = (box) => {
    box.touched = 0;
    about(box).base = box.defaultValue;
    note(box, "");
    drafts.delete(place(box));
  };
  // What another question left in the box must be gone before anybody can press a key.
  const showTheirs = (box) => {
    if (!agreed(box)) return;
    if (box.value === box.defaultValue) settle(box);  // at once: what comes next may be the words taken out again
    if (stash.has(place(box)) && !unsaved(box)) { box.value = stash.get(place(box)); box.touched = 1; stash.delete(place(box)); }
    if (!box.touched && box.value !== box.defaultValue) box.value = box.defaultValue;
  };
  const keepUp = (box) => {
    showTheirs(box);
    if (!agreed(box) || !lineUp()) return;
    const facts = about(box), mine = box.value, theirs = box.defaultValue;
    if (mine === theirs) return;
    facts.base ??= "";
    if (theirs !== facts.base) {
      if (!facts.sent.includes(theirs)) note(box, theirs);
      facts.base = theirs;
    }
    const now = Date.now();
    if (box === document.activeElement && now - box.touched < PAUSE) return;
    if (now - (sentAt.get(box) ?? 0) < RETRY && facts.sent.at(-1) === mine) return;
    box.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  };
  const flush = () => fields().forEach((box) => {
    if (agreed(box) && lineUp() && unsaved(box)) box.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  });
  document.addEventListener("visibilitychange", flush);
  // The browser asks before words are lost. What can still be sent goes first, because Reflex hangs up at this event;
  // whoever stays gets the line back.
  addEventListener("beforeunload", (event) => {
    if (document.documentElement.dataset.left !== undefined || ![...fields()].some(unsaved)) return;
    flush();
    event.preventDefault();
    setTimeout(() => document.dispatchEvent(new Event("visibilitychange")), 300);
  });

  const built = document.documentElement.innerHTML.match(/manifest-[\w-]+\.js/)?.[0] ?? "";

  // -- Signs: saving, no line, back again, updated.
  let downSince = 0, wasDown = false;
  const signs = () => {
    const open = [...fields()].some((box) => unsaved(box) && told("door") === "");
    const saved = byId("saved");
    if (saved) saved.dataset.stale = String(open);
    const line = byId("line");
    if (!line) return;
    hydratedOnce ||= Boolean(byId("ready"));
    const updated = told("build") && built && told("build") !== built;
    if (!lineUp() && byId("here")) {
      downSince ||= Date.now();
      if (Date.now() - downSince > GRACE && !wasDown && hydratedOnce) { wasDown = true; line.textContent = told("noLine"); }
    } else {
      downSince = 0;
      if (wasDown) { wasDown = false; line.textContent = told("back"); setTimeout(() => { if (!wasDown) line.textContent = ""; }, 5000); }
      else if (updated && !line.dataset.updated) offerReload(line);
    }
  };
  let hydratedOnce = false;
  const offerReload = (line) => {
    line.dataset.updated = "yes";
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: told("reload") });
    button.addEventListener("click", () => { flush(); setTimeout(() => location.reload(), 500); });
    line.replaceChildren(told("updated") + " ", button);
  };

  // -- The door: when it closes, no word stays on the page; what was not saved waits in memory only.
  let door = null;
  const wipe = () => {
    // The page may have taken a box away already; what was typed into it waits all the same.
    for (const [where, words] of drafts) if (words && where.startsWith(`${location.pathname} `)) stash.set(where, words);
    drafts.clear();
    fields().forEach((box) => {
      if (unsaved(box) && box.value) stash.set(place(box), box.value);
      known.delete(box);
      box.value = "";
      box.touched = 0;
      note(box, "");
    });
    document.querySelectorAll("[data-secret]").forEach((p) => { p.textContent = ""; });
    document.querySelectorAll("[data-secret-value], .content [data-words]").forEach((i) => { i.value = ""; });
    byId("kept")?.setAttribute("hidden", "");
    byId("asking")?.removeAttribute("hidden");
  };
  const watchDoor = () => {
    if (!here()) return;
    if (told("door") === "" && told("whose") && told("whose") !== whose) {
      if (whose) stash.clear();  // another plan was opened here; what waited was not said in it
      whose = told("whose");
    }
    if (told("door") === door) return;
    door = told("door");
    if (door) { wipe(); stillHere(false); }
    if (door === "handed") return location.replace(`/${told("language")}/y`);  // what is behind the door stays covered
    document.documentElement.removeAttribute("data-locked");  // the words are gone; the door may be seen
  };
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.matches("[data-makes]")) {
      event.preventDefault();
      return makeWords(form, form.getAttribute("action"), Object.fromEntries(new FormData(form)));
    }
    if (!form.matches("[data-door-form]")) return;
    event.preventDefault();
    const trouble = byId("wrong"), beside = byId("words-wrong");
    const complain = (words) => {
      trouble.hidden = false;
      trouble.querySelector("p").lastChild.textContent = words;
      beside.hidden = false;
      beside.textContent = words;
      if (!document.title.startsWith("Error")) document.title = `Error: ${document.title}`;
      trouble.focus();
    };
    const wrongWords = trouble.querySelector("p").textContent;
    try {
      const values = Object.fromEntries(new FormData(form));
      const answer = await post(form.getAttribute("action"), { ...values, tab: sessionStorage.getItem("token") ?? "" });
      if (answer.status === 503) return complain(trouble.dataset.busy);
      if (answer.url.endsWith("/changed")) return location.assign(answer.url);
      if (answer.url.endsWith("/no")) return complain(form.dataset.wrong ?? (form.dataset.wrong = wrongWords));
      form.reset();
      document.title = document.title.replace(/^Error: /, "");
    } catch { complain(trouble.dataset.offline); }
  });

  // -- Clicks that are not events of a page: resume, keep, hide, other language.
  document.addEventListener("click", async (event) => {
    const at = (selector) => event.target.closest?.(selector);
    if (at("[data-resume]") && !(await post("/resume")).ok) location.reload();  // it is gone by now; the door says so
    const keep = at("[data-keep]");
    if (keep) await makeWords(keep, keep.dataset.at ?? "/keep", { language: keep.dataset.keep });
    const out = at("[data-hand-out]");
    if (out) await handOut(out);
    const copy = at("[data-copy]");
    if (copy) await navigator.clipboard.writeText(byId(copy.dataset.copy).value).then(() => { copy.textContent = copy.dataset.copied; }, () => byId(copy.dataset.copy).select());
    const hide = at("[data-hide-secret]");
    if (hide) { wipe(); location.assign(hide.dataset.hideSecret); }
    const tongue = at("[data-tongue]");
    if (tongue && [...fields()].some(unsaved) && lineUp()) {
      event.preventDefault();
      flush();
      const until = Date.now() + 1500;
      const go = () => ([...fields()].some(unsaved) && Date.now() < until ? setTimeout(go, 50) : location.assign(tongue.href));
      go();
    }
  }, true);
  // A link arrives here and is shown here: no event, no state, no address ever holds its key.
  const handOut = async (button) => {
    const trouble = byId("keep-trouble"), form = byId("hand-out");
    const values = Object.fromEntries([...form.querySelectorAll("[name]")].filter((box) => box.type !== "checkbox" || box.checked).map((box) => [box.name, box.value]));
    trouble.textContent = "";
    button.disabled = true;
    try {
      const answer = await post("/links", { ...values, language: button.dataset.handOut });
      if (answer.status === 401) return location.reload();  // the door stands there then
      if (!answer.ok) { trouble.textContent = { 409: button.dataset.changed, 503: button.dataset.busy, 507: button.dataset.full }[answer.status] ?? button.dataset.amiss; return; }
      const { link, code, outline, side } = await answer.json();
      byId("made-link").value = link;
      byId("made-code").replaceChildren(...code.split(" ").map((word) => Object.assign(document.createElement("span"), { textContent: word })));
      byId("made-coded").hidden = !code;
      byId("made-qr").replaceChildren(picture(outline, side, byId("made-qr").dataset.label));
      byId("link-name").value = "";
      byId("link-name").touched = 0;
      byId("kept").hidden = false;
      byId("words-title").focus();
    } catch { trouble.textContent = told("noLine"); }
    finally { button.disabled = false; }
  };
  const picture = (outline, side, label) => {
    const make = (name, values) => {
      const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(values)) shape.setAttribute(key, value);
      return shape;
    };
    const drawn = make("svg", { viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": label });
    drawn.append(make("rect", { width: side, height: side, fill: "#fff" }), make("path", { d: outline, fill: "#000" }));
    return drawn;
  };
  // What asks is a button, or a form with words that are there already. One card of words comes back, or two.
  const makeWords = async (asks, door, values) => {
    const told_of = asks.dataset, trouble = byId(told_of.trouble ?? "keep-trouble");
    const button = asks.querySelector("[type=submit]") ?? asks;
    trouble.textContent = "";
    button.disabled = true;
    try {
      const answer = await post(door, values);
      if (answer.status === 401) return location.reload();  // the door stands there then
      const why = { 403: told_of.wrong, 409: told_of.hidden, 429: told_of.enough, 503: told_of.busy };
      if (!answer.ok) { trouble.textContent = why[answer.status] ?? told_of.full; return; }
      const made = await answer.json(), cards = [made.words].flat();
      document.querySelectorAll("[data-secret]").forEach((p, n) => p.replaceChildren(...(cards[n] ?? "").split(" ").map((word) => Object.assign(document.createElement("span"), { textContent: word }))));
      document.querySelectorAll("[data-secret-value]").forEach((i, n) => { i.value = cards[n] ?? ""; });
      document.querySelectorAll("[data-makes]").forEach((form) => form.reset());
      byId("asking")?.setAttribute("hidden", "");
      if (byId("words-link")) byId("words-link").textContent = location.origin + made.link;
      byId("kept").hidden = false;
      byId("words-title").focus();
      if (told_of.again) button.textContent = told_of.again;
    } catch { trouble.textContent = told("noLine"); }
    finally { button.disabled = false; }
  };

  // -- Still here? Signs of life are told to the server at most every twenty seconds; silence locks.
  let lastSign = Date.now(), lastBeat = Date.now(), beating = 0, dialog = null;
  const beat = () => { beating = 0; lastBeat = Date.now(); if (told("door") === "") post("/here").catch(() => {}); };
  const alive = (event) => {
    if (event && dialog?.contains(event.target)) return;  // its own button answers, once it is let go
    lastSign = Date.now();
    stillHere(false);
    beating ||= setTimeout(beat, Math.max(0, BEAT - (Date.now() - lastBeat)));
  };
  for (const sign of ["pointerdown", "keydown", "input", "wheel", "touchmove"]) document.addEventListener(sign, alive, { capture: true, passive: true });
  const stillHere = (asking) => {
    if (!asking) { dialog?.remove(); dialog = null; return; }
    if (dialog) return;
    dialog = document.createElement("div");
    dialog.className = "still";
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", "still-words");
    const words = Object.assign(document.createElement("p"), { id: "still-words", textContent: told("still") });
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn main", textContent: told("here") });
    button.addEventListener("click", () => { clearTimeout(beating); beat(); alive(); });
    dialog.append(words, button);
    document.body.append(dialog);
    button.focus({ preventScroll: true });
  };
  const watchIdle = () => {
    const idle = Number(told("idle")) * 1000;
    if (!idle || told("door") !== "") return;
    const left = idle - (Date.now() - lastSign);
    if (left <= 0) {
      stillHere(false);
      lastSign = Date.now();
      document.documentElement.setAttribute("data-locked", "");
      wipe();
      post("/lock", { language: told("language") }).catch(() => {});
    } else if (left <= Math.min(WARNING, idle / 2)) stillHere(true);
  };

  // -- After moving to another page of the plan, focus goes to its heading.
  // The address may change before or after the page does: for two seconds each new heading gets the focus.
  let path = location.pathname, movedAt = 0, focused = null;
  const watchPage = () => {
    const now = document.querySelector("main h1");
    if (location.pathname !== path) { path = location.pathname; movedAt = Date.now(); focused = null; }
    if (now && now !== focused && Date.now() - movedAt < 2000) {
      focused = now;
      scrollTo(0, 0);
      now.focus({ preventScroll: true });
      window.dressButtons?.();
    }
    if (now) retitle(now);
  };
  const retitle = (h1) => {
    if (document.documentElement.dataset.left !== undefined) return;
    if (document.title.startsWith("Error") && document.querySelector("#wrong:not([hidden])")) return;
    let named = false;
    try { named = localStorage.getItem("titles") === "named"; } catch { /* plain, then */ }
    const name = document.querySelector("header .name")?.textContent ?? "";
    const trouble = document.querySelector("[data-titled]") ? "Error: " : "";
    const title = trouble + (named ? `${name} – ${h1.textContent.slice(0, 20)}` : name);
    if (name && document.title !== title) document.title = title;
  };

  // -- Paper: chosen in one form that prints, it is so in every other, here and on the next page.
  const PRINTS = "form[action='/print'] select:is([name=paper], [name=size])", chosen = new Map();
  const carried = (name) => { try { return localStorage.getItem(`print-${name}`); } catch { return chosen.get(name); } };
  const carry = () => document.querySelectorAll(PRINTS).forEach((box) => {
    const value = carried(box.name);
    if (box.value !== value && [...box.options].some((option) => option.value === value)) box.value = value;
  });
  document.addEventListener("change", ({ target }) => {
    if (!target.matches?.(PRINTS)) return;
    chosen.set(target.name, target.value);
    try { localStorage.setItem(`print-${target.name}`, target.value); } catch { /* it lasts until the page goes */ }
    carry();
  });

  // -- A member's clock: the minutes since they came in. It makes no sound, and no parent's page has one.
  let came = "", cameAt = 0;
  const watchClock = () => {
    const clock = document.querySelector("[data-clock]");
    if (!clock) return;
    if (clock.dataset.clock !== came) { came = clock.dataset.clock; cameAt = Date.now() - came * 1000; }
    const minutes = String(Math.floor((Date.now() - cameAt) / 60000));
    if (clock.textContent !== minutes) clock.textContent = minutes;
  };

  // A browser may keep a page it left, to show it again as it was. Kept so, it is blank, and is asked for anew.
  addEventListener("pagehide", ({ persisted }) => { if (persisted) document.documentElement.dataset.left = ""; });

  const tick = () => { watchClock(); watchDoor(); fields().forEach(keepUp); signs(); watchIdle(); };
  setInterval(tick, TICK);
  new MutationObserver(() => { watchDoor(); watchPage(); carry(); fields().forEach(showTheirs); }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-door", "data-for", "data-whose"] });
})();
