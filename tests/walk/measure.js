// What a page measures of itself, for tests/walk/tour.py. Each function gives a list of what is wrong, or facts.
window.measure = (() => {
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const out = (el) => el.closest(".skip, .unseen, [hidden]") !== null;
  const seen = (el) => !out(el) && el.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && el.getClientRects().length > 0;
  const controls = () => [...document.querySelectorAll(CONTROLS)].filter(seen);
  const called = (el) => `${el.tagName.toLowerCase()}${el.id ? "#" + el.id : ""}.${el.className} "${(el.textContent || el.value || "").trim().slice(0, 30)}"`;
  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode, el = node.parentElement;
      if (node.data.trim() && !el.closest("script, style, noscript, option") && seen(el)) found.push([node, el]);
    }
    return found;
  };

  // -- Color.
  const parse = (color) => { const n = color.match(/[\d.]+/g).map(Number); return [n[0], n[1], n[2], n[3] ?? 1]; };
  const light = ([r, g, b]) => [r, g, b].map((v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; })
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const ground = (el) => {
    for (let at = el; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color[3] === 1) return color;
    }
    return [255, 255, 255, 1];
  };
  const pale = () => texts().filter(([, el]) => !el.closest(".symbol"))
    .map(([, el]) => [ratio(parse(getComputedStyle(el).color), ground(el)), called(el)])
    .filter(([r]) => r < 7).map(([r, name]) => `${r.toFixed(2)} ${name}`);
  const faint = () => [...document.querySelectorAll(".btn, .chip:not(.said-so), .choice, .leave, input[type=text], input[type=password], textarea, select")].filter(seen)
    .filter((el) => {
      const style = getComputedStyle(el), around = ground(el.parentElement);
      const edge = parseFloat(style.borderTopWidth) >= 1 ? ratio(parse(style.borderTopColor), around) : 0;
      return Math.max(edge, ratio(ground(el), around)) < 3;
    }).map(called);
  const symbols = () => [...document.querySelectorAll(".symbol")].filter(seen)
    .filter((el) => ratio(parse(getComputedStyle(el).color), ground(el)) < 3).map(called);

  // -- Size. A link inside running text is as tall as its line (WCAG 2.5.5 says so); alone it is a target like any other.
  const runs = (el) => el.matches("a") && getComputedStyle(el).display === "inline"
    && [...el.parentElement.childNodes].some((n) => n !== el && n.nodeType === Node.TEXT_NODE && n.data.trim().length > 2);
  const target = (el) => (el.matches("input[type=checkbox], input[type=radio]") && el.closest("label")) || el;
  const small = () => controls().filter((el) => !runs(el))
    .map((el) => [target(el).getBoundingClientRect(), el])
    .filter(([box]) => box.width < 43.9 || box.height < 43.9)
    .map(([box, el]) => `${Math.round(box.width)}×${Math.round(box.height)} ${called(el)}`);
  const tiny = () => [...texts().map(([, el]) => el), ...controls()]
    .filter((el) => parseFloat(getComputedStyle(el).fontSize) < 16).map((el) => `${getComputedStyle(el).fontSize} ${called(el)}`);

  // -- Room.
  const wide = () => {
    const room = document.documentElement.clientWidth, found = [];
    if (document.scrollingElement.scrollWidth > room) found.push(`scrolls ${document.scrollingElement.scrollWidth} > ${room}`);
    for (const el of document.body.querySelectorAll("*")) {
      if (!seen(el) || el.closest("svg, select")) continue;
      const box = el.getBoundingClientRect(), style = getComputedStyle(el);
      if (box.width && (box.right > room + 1 || box.left < -1)) found.push(`out ${called(el)}`);
      if (style.overflowX !== "visible" && el.scrollWidth > el.clientWidth + 1) found.push(`cut ${called(el)}`);
      if (style.overflowY === "hidden" && el.scrollHeight > el.clientHeight + 1 && !el.matches("textarea")) found.push(`cut ${called(el)}`);
    }
    return found.slice(0, 8);
  };
  const reaches = (el, x, y) => { const top = document.elementFromPoint(x, y); return top && (el.contains(top) || top.contains(el) && !top.matches("html, body, main") || top.closest("label")?.contains(el)); };
  const covered = () => controls().filter((el) => {
    el.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const box = el.getClientRects()[0];
    return !reaches(el, box.left + box.width / 2, box.top + box.height / 2);
  }).map(called);
  const hiddenFocus = () => controls().filter((el) => {
    el.focus();
    const box = el.getClientRects()[0];
    return ![0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95].some((part) => reaches(el, box.left + box.width / 2, box.top + box.height * part));
  }).map(called);
  const stuck = () => [...document.querySelectorAll("body *")].filter((el) => seen(el) && ["sticky", "fixed"].includes(getComputedStyle(el).position))
    .filter((el) => { const { top, bottom } = getComputedStyle(el); return parseFloat(top) >= 0 || parseFloat(bottom) >= 0; })
    .reduce((sum, el) => sum + el.getBoundingClientRect().height, 0) / innerHeight;

  // -- Leave: seen, free and large enough, wherever the page was scrolled to.
  const leave = () => [0, 0.5, 1].map((part) => {
    scrollTo(0, (document.documentElement.scrollHeight - innerHeight) * part);
    const link = document.querySelector(".leave"), { x, y, width, height } = link.getBoundingClientRect();
    const inside = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return inside && (top === link || link.contains(top)) && height >= 44 ? "" : `at ${part}: ${top ? called(top) : "nothing"}`;
  }).filter(Boolean);

  // -- How the page is built.
  const names = () => {
    axe.setup(document);
    try {
      return controls().map((el) => {
        const name = axe.commons.text.accessibleText(el).toLowerCase().replace(/\s+/g, " "), text = (el.innerText ?? "").trim().toLowerCase().replace(/\s+/g, " ");
        const own = el.matches("a, button, summary") ? text : "";
        return !name ? `no name: ${called(el)}` : !name.includes(own) ? `"${own}" not in "${name}"` : "";
      }).filter(Boolean);
    } finally { axe.teardown(); }
  };
  const path = (el) => { const steps = []; for (let at = el; at && at !== document.body; at = at.parentElement) steps.unshift(`${at.tagName}.${at.className}`); return steps.join(" > "); };
  const build = () => ({
    title: document.title, lang: document.documentElement.lang, dir: document.documentElement.dir,
    levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(seen).map((h) => Number(h.tagName[1])),
    landmarks: Object.fromEntries(["header", "nav", "main", "footer"].map((t) => [t, document.querySelectorAll(`body ${t}`).length])),
    first: [...document.querySelectorAll(`${CONTROLS}, [tabindex="0"]`)].slice(0, 2).map((el) => el.matches("[data-leave]") ? "leave" : el.getAttribute("href")),
    talk: [...document.querySelectorAll("footer a")].map((a) => `${path(a)} ${new URL(a.href).pathname} ${a.textContent}`),
    ways: [...document.querySelectorAll("nav.ways a")].map((a) => `${new URL(a.href).pathname} ${a.textContent}`),
    order: [...document.body.querySelectorAll("header.top, main, nav.ways, footer.foot")].map((el) => el.tagName),
    names: names(),
    drawn: [...document.querySelectorAll("svg, img")].filter((el) => el.getAttribute("aria-hidden") !== "true" && !el.getAttribute("alt")).map(called),
    chosen: [...document.querySelectorAll("input:checked, [aria-pressed=true]:not([data-set], [data-kept-setting])")].filter(seen).map(called),
    asked: [...document.querySelectorAll("[required], [aria-required=true], [placeholder], [accesskey], [autofocus]")].map(called),
    starred: texts().filter(([node]) => node.data.includes("*")).map(([, el]) => called(el)),
    radios: [...document.querySelectorAll("input[type=radio]")].filter((r) => !r.closest("fieldset")?.querySelector("legend")).map(called),
    ids: (() => { const all = [...document.querySelectorAll("[id]")].map((el) => el.id); return all.filter((id, i) => all.indexOf(id) !== i); })(),
    focus: document.activeElement?.id ?? "",
    words: document.body.innerText,
    buttons: [...document.querySelectorAll("main .btn")].filter(seen).map((el) => {
      const box = el.getBoundingClientRect(), style = getComputedStyle(el);
      return { text: el.textContent, area: box.width * box.height, height: box.height, equal: Boolean(el.closest(".choices")),
        looks: [box.width, box.height, style.fontSize, style.fontWeight, style.color, style.backgroundColor, style.borderColor].join(" ") };
    }),
    roles: Object.fromEntries(["saved", "trouble", "line", "leaving"].map((id) => [id, document.getElementById(id)?.getAttribute("role") ?? ""])),
    scripts: [...document.scripts].map((s) => s.getAttribute("src") ?? "inline"),
    tongues: [...document.querySelectorAll(".tongue")].map((a) => `${a.lang} ${a.textContent}`),
    changers: [...document.querySelectorAll("select")].filter((s) => s.onchange || !s.form).map(called),
  });
  const moving = () => [...document.querySelectorAll("*")].filter((el) => {
    const style = getComputedStyle(el), seconds = (s) => Math.max(...s.split(",").map((v) => parseFloat(v) * (v.includes("ms") ? 0.001 : 1)));
    return seconds(style.transitionDuration) > 0.01 || (style.animationName !== "none" && seconds(style.animationDuration) > 0.01);
  }).map(called);
  const bare = () => [...document.querySelectorAll(".btn, .chip:not(.said-so), .choice, .leave, input[type=text], input[type=password], textarea, select")].filter(seen)
    .filter((el) => parseFloat(getComputedStyle(el).borderTopWidth) < 1 || parse(getComputedStyle(el).borderTopColor)[3] === 0).map(called);
  const shifted = () => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 60);
  });
  const found = async (tags) => {
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], preload: false });
    return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`);
  };
  // -- A language that is not there: each word two fifths longer, with marks above and below its letters.
  const MARKS = { a: "ä", e: "ę", i: "ï", o: "ø", u: "ű", y: "ÿ", c: "ç", n: "ñ", s: "ş", A: "Å", E: "É", I: "Í", O: "Ö", U: "Ů" };
  const strange = (text) => text.replace(/\p{L}+/gu, (word) => {
    const letters = [...word].map((letter) => MARKS[letter] ?? letter), more = Math.ceil(letters.length * 0.4);
    return letters.flatMap((letter, at) => (at < more ? [letter, letter] : [letter])).join("");
  });
  const NAMES = ["aria-label", "placeholder", "title"];
  const lengthen = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, noscript, textarea")) walker.currentNode.data = strange(walker.currentNode.data);
    for (const name of NAMES) document.querySelectorAll(`[${name}]`).forEach((el) => el.setAttribute(name, strange(el.getAttribute(name))));
  };
  const style = (text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); document.adoptedStyleSheets = text ? [sheet] : []; };
  return { pale, faint, symbols, small, tiny, wide, covered, hiddenFocus, stuck, build, moving, bare, shifted, found, style, lengthen, leave };
})();
