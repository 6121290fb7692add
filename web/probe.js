// Tries the ways out of this page, when the reader asks for it, and shows which of them the browser
// refuses. The name that is asked for belongs to nobody (RFC 2606) and nothing is sent with it, so
// that nothing reaches anybody even where a way is open.

const NOBODY = "probe.example";
/** Milliseconds after which nothing has refused an attempt. */
const PATIENCE = 500;
/** Milliseconds without a word after which an attempt is over: several policies may refuse it. */
const QUIET = 60;

const words = {
  ja: {
    caption: "このブラウザでの結果", way: "外へ出る道", result: "結果", closed: "止められた", open: "止められていない", absent: "このブラウザにない",
    busy: "試しています。", between: "",
    all: (n) => `試した${n}の道は、すべてブラウザが止めました。`,
    some: (n, all) => `${all}の道のうち${n}は止められていません。このサイトを配信している人に、ヘッダーの設定を確かめてもらってください。`,
    rest: "別のページへの移動、新しい窓、WebRTCは、試すとページを離れたり相手が要ったりするため、試していません。これらを止めるのはConnection-Allowlistというヘッダーです。",
    known: "このブラウザは対応しています。", unknown: "このブラウザは対応していないため、これらは開いています。",
    sent: "このページには、そのヘッダーが付いています。", missing: "このページには、そのヘッダーが付いていません。",
  },
  en: {
    caption: "What this browser does", way: "Way out", result: "Result", closed: "refused", open: "not refused", absent: "not in this browser",
    busy: "Trying.", between: " ",
    all: (n) => `The browser refused all ${n} ways that were tried.`,
    some: (n, all) => `${n} of ${all} ways are not refused. Ask whoever runs this site to check the headers that it sends.`,
    rest: "Going to another page, new windows and WebRTC were not tried: that would leave the page, or need somebody at the other end. What closes them is the header Connection-Allowlist.",
    known: "This browser knows it.", unknown: "This browser does not know it, so they are open.",
    sent: "This page was served with it.", missing: "This page was served without it.",
  },
};

const element = (name, attributes) => Object.assign(document.createElement(name), attributes);

/** Puts an element into the page for as long as an attempt takes. */
function shown(made) {
  made.hidden = true;
  document.body.append(made);
  return () => made.remove();
}

/** What the way is called, and how it is tried with an address; what it gives back cleans up after it. */
const ways = [
  ["fetch", (url) => { fetch(url, { mode: "no-cors", credentials: "omit" }).catch(() => undefined); }],
  ["XMLHttpRequest", (url) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.send();
    return () => request.abort();
  }],
  ["WebSocket", (url) => {
    const socket = new WebSocket(url.replace("https", "wss"));
    return () => socket.close();
  }],
  ["EventSource", (url) => {
    const source = new EventSource(url);
    return () => source.close();
  }],
  ["sendBeacon", (url) => { navigator.sendBeacon(url); }],
  ["WebTransport", (url) => {
    const transport = new WebTransport(url);
    for (const promise of [transport.ready, transport.closed]) promise.catch(() => undefined);
  }],
  ["<img>", (url) => shown(element("img", { src: url }))],
  ["<link rel=stylesheet>", (url) => shown(element("link", { rel: "stylesheet", href: url }))],
  ["FontFace", (url) => { new FontFace("probe", `url("${url}")`).load().catch(() => undefined); }],
  ["<video>", (url) => shown(element("video", { preload: "auto", src: url }))],
  ["<iframe>", (url) => shown(element("iframe", { src: url }))],
  ["<object>", (url) => shown(element("object", { data: url }))],
  ["<script>", (url) => shown(element("script", { src: url }))],
  ["import()", (url) => { import(url).catch(() => undefined); }],
  ["Worker", (url) => { new Worker(url); }],
  ["<form>", (url) => {
    const frame = element("iframe", { name: "probe" });
    const form = element("form", { action: url, target: "probe" });
    const gone = [shown(frame), shown(form)];
    form.submit();
    return () => gone.forEach((it) => it());
  }],
];

const isThere = (name) => !/^\w+$/.test(name) || name in globalThis || name in navigator;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** The directive that refuses an attempt, or nothing when none does. */
async function refusal(act, host) {
  let [directive, last] = [undefined, 0];
  const hear = ({ disposition, blockedURI, effectiveDirective }) => {
    const isOther = blockedURI.startsWith("https:") && new URL(blockedURI).host !== host;
    if (disposition !== "enforce" || isOther) return;
    directive ??= effectiveDirective;
    last = performance.now();
  };
  document.addEventListener("securitypolicyviolation", hear);
  const start = performance.now();
  let cleanUp;
  try {
    cleanUp = act(`https://${host}/`);
  } catch {
    // What refuses it tells so as well.
  }
  while (directive ? performance.now() - last < QUIET : performance.now() - start < PATIENCE) await pause(10);
  document.removeEventListener("securitypolicyviolation", hear);
  cleanUp?.();
  return directive;
}

function row(name, said) {
  const head = element("th", { scope: "row", textContent: name });
  const line = element("tr", {});
  line.append(head, element("td", { textContent: said }));
  return line;
}

/** Whether the browser knows the header that closes the rest, and whether the page has it; nothing before that is known. */
function rest(say, allowlist) {
  const { isKnown, isSent } = allowlist ?? {};
  const told = allowlist ? [isKnown ? say.known : say.unknown, isSent ? say.sent : say.missing] : [];
  return [say.rest, ...told].join(say.between);
}

/** Tries every way, one after the other, and shows in an element what came of each. */
export async function show(place, tag, allowlist) {
  const say = words[tag];
  place.replaceChildren(element("p", { textContent: say.busy }));
  const rows = [];
  let [open, tried] = [0, 0];
  for (const [at, [name, act]] of ways.entries()) {
    if (!isThere(name)) {
      rows.push(row(name, say.absent));
      continue;
    }
    const directive = await refusal(act, `${at}.${NOBODY}`);
    tried += 1;
    open += directive ? 0 : 1;
    rows.push(row(name, directive ? `${say.closed} (${directive})` : say.open));
  }
  const table = element("table", {});
  const head = element("tr", {});
  head.append(...[say.way, say.result].map((text) => element("th", { scope: "col", textContent: text })));
  const [thead, tbody] = [element("thead", {}), element("tbody", {})];
  thead.append(head);
  tbody.append(...rows);
  table.append(element("caption", { textContent: say.caption }), thead, tbody);
  const sum = element("p", { className: "strong", textContent: open > 0 ? say.some(open, tried) : say.all(tried) });
  const more = element("p", { textContent: rest(say, allowlist) });
  const frame = element("div", { className: "frame", role: "group", tabIndex: 0, ariaLabel: say.caption });
  frame.append(table);
  place.replaceChildren(sum, frame, more);
}
