// Keyboard shortcuts, with a list in which they can be switched off. They press the links, buttons
// and choices of the page, found by their classes (web/src/pages/, web/src/components/).

/** What the store calls the choice, and the page the list. */
const NAME = "keys";
/** Milliseconds within which a letter after `g` says where to go. */
const PATIENCE = 1500;

/** Where a letter after `g` leads (web/src/routes.rs), and what the list says of it. */
const places = {
  h: ["#/", "「はじめに」", "Go to Start"],
  s: ["#/scope", "「対象と目標」", "Go to Scope"],
  a: ["#/assess", "「回答」", "Go to Answers"],
  l: ["#/list/any/any/any/any", "「管理策の一覧」", "Go to All controls"],
  e: ["#/evidence", "「証拠文書」", "Go to Evidence"],
  r: ["#/result", "「結果」", "Go to Result"],
  p: ["#/plan", "「改善計画」", "Go to Plan"],
};

/** What a key does. */
const acts = { "?": toggle, "/": search, u: () => changes(0).click(), U: () => changes(1).click() };
for (const key of "jn") acts[key] = () => move(1);
for (const key of "kp") acts[key] = () => move(-1);
for (const key of "012345") acts[key] = () => choose(Number(key));

/** Keys with a word between, and what they do. */
const list = [
  ["?", "この一覧の開閉", "Open or close this list"],
  ...Object.entries(places).map(([key, [, ...said]]) => [`g then ${key}`, ...said]),
  ["/", "「管理策の一覧」の検索欄", "Go to the search field of All controls"],
  ["j or n", "次の管理策", "Go to the next control"],
  ["k or p", "前の管理策", "Go to the previous control"],
  ["0 to 5", "レベルの選択(フォーカスのある設問、なければ管理策の最初の設問)", "Choose a level in the question that has the focus, or else in the first one of the control"],
  ["u", "元に戻す", "Undo"],
  ["Shift plus u", "やり直す", "Redo"],
];

const words = {
  ja: {
    title: "キーボードショートカット", use: "キーボードショートカットを使う", close: "閉じる", key: "キー", does: "移動先・操作", then: "のあと", or: "または", to: "から", plus: "+",
    hint: "使わない設定にしても、この一覧はページの最後にあるボタンで開けます。設定はこのブラウザに保存されます。",
    when: "文字の入力中や、ほかのダイアログを開いている間は働きません。gのあとのキーは、1.5秒以内に押してください。", unkept: "設定を保存できませんでした。このページを閉じるまでは有効です。",
  },
  en: {
    title: "Keyboard shortcuts", use: "Use keyboard shortcuts", close: "Close", key: "Key", does: "What it does", then: " then ", or: " or ", to: " to ", plus: " + ",
    hint: "While they are off, the button at the end of the page still opens this list. The choice is kept in this browser.",
    when: "They do nothing while you type or while another dialog is open. Press the key after g within one and a half seconds.", unkept: "The choice could not be kept. It holds until this page is closed.",
  },
};

let store;
let isOn = true;
let ledAt = -Infinity;

const tag = () => (document.documentElement.lang === "en" ? "en" : "ja");
const all = (selector, place = document) => [...place.querySelectorAll(selector)];
function element(name, attributes, ...inside) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...inside);
  return made;
}

/** Puts a button at the end of the page and listens, with what was chosen before. */
export async function keys(from) {
  store = from;
  isOn = (await store.load(NAME)) !== "off";
  const button = element("button", { type: "button", className: "quiet", onclick: toggle });
  const name = () => { button.textContent = words[tag()].title; };
  name();
  new MutationObserver(name).observe(document.documentElement, { attributeFilter: ["lang"] });
  document.body.append(element("footer", { className: "screen" }, button));
  document.addEventListener("keydown", press);
}

function press(event) {
  if (!isOn || isForeign(event)) return;
  const act = actOf(event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase(), event.timeStamp);
  const dialog = document.querySelector("dialog:modal");
  if (!act || (dialog && !(dialog.id === NAME && act === toggle))) return;
  event.preventDefault();
  act();
}

/** Whether a key is meant for the browser or a text, or is held down. */
function isForeign({ target, key, ctrlKey, altKey, metaKey, isComposing, repeat }) {
  const isText = target.isContentEditable || target.matches?.("textarea, select, input:not([type=radio], [type=checkbox])");
  return isText || ctrlKey || altKey || metaKey || isComposing || key?.length !== 1 || (repeat && !"jnkp".includes(key));
}

/** What a key does now: after `g` it leads somewhere or nowhere. */
function actOf(key, now) {
  const isLed = now - ledAt < PATIENCE;
  ledAt = key === "g" ? now : -Infinity;
  if (!isLed) return acts[key];
  return places[key] && (() => { location.hash = places[key][0]; });
}

/** To the next control or the one before it, along the page's links or within the page. */
function move(by) {
  if (location.hash.startsWith("#/control/")) follow(by); else focusControl(by);
}

function follow(by) {
  const onward = document.querySelector("main .actions > .primary");
  const link = by > 0 ? onward : onward?.previousElementSibling;
  // The last control leads on to the result, which is no control.
  if (link?.hash.startsWith("#/control/")) link.click();
}

function focusControl(by) {
  const { activeElement } = document;
  const stops = all("main .control > h2, table.answers tbody th a");
  const isPassed = (it) => it.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
  const here = stops.findLastIndex((it) => it === activeElement || isPassed(it));
  // From below all controls, the one before is the last of them.
  const isInside = stops[here]?.closest(".control, tr").contains(activeElement);
  const next = stops[here + (by > 0 || isInside ? by : 0)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: next.matches("h2") ? "start" : "center" });
}

/** Chooses a level where the focus is, or else the first one that the control asks for. */
function choose(level) {
  const [only, ...others] = all(".control");
  const around = document.activeElement.closest(".rung, .ladder, .role, .control");
  const part = around ?? (others.length > 0 ? null : only);
  // The levels one by one have answers of their own.
  if (!part || part.matches(".rung")) return;
  const radio = all(".option input", part)[level];
  radio?.focus();
  radio?.click();
}

/** The button that takes a change back, or the one that does it again. */
const changes = (idx) => all(".files > button").slice(-2)[idx];

function search() {
  const focus = () => document.querySelector(".filters input")?.focus();
  if (location.hash.startsWith("#/list")) return focus();
  // The page moves the focus to its heading in the frame that it is first shown in.
  addEventListener("hashchange", () => requestAnimationFrame(focus), { once: true });
  location.hash = places.l[0];
}

/** Shows the list, or closes it; the browser then leads back to where the focus was. */
function toggle() {
  const shown = document.getElementById(NAME);
  if (shown) return shown.close();
  const say = words[tag()];
  const title = element("h2", { id: "keys-title", tabIndex: -1 }, say.title);
  const close = element("button", { type: "button", onclick: () => dialog.close() }, say.close);
  const parts = [title, ...choice(say), table(say), element("div", { className: "actions" }, close)];
  const dialog = element("dialog", { id: NAME, onclose: () => dialog.remove() }, ...parts);
  dialog.setAttribute("aria-labelledby", title.id);
  document.body.append(dialog);
  dialog.showModal();
  title.focus();
}

/** Whether shortcuts are used, and what to know of them. */
function choice(say) {
  const problem = element("p", { className: "problem", role: "status" });
  const box = element("input", { type: "checkbox", checked: isOn });
  box.onchange = async () => {
    isOn = box.checked;
    box.ariaBusy = true;
    problem.textContent = await store.save(NAME, isOn ? "on" : "off").then(() => "", () => say.unkept);
    box.ariaBusy = null;
  };
  const hint = element("span", { id: "keys-hint", className: "hint" }, say.hint);
  box.setAttribute("aria-describedby", hint.id);
  const label = element("label", {}, box, element("span", {}, say.use));
  return [element("div", { className: "choice" }, label, hint), problem, element("p", {}, say.when)];
}

function table(say) {
  const head = (scope, ...inside) => element("th", { scope, className: "brief" }, ...inside);
  const cap = (it, idx) => (idx % 2 === 1 ? say[it] : element("kbd", {}, it));
  const does = ([, ja, en]) => element("td", {}, say === words.ja ? ja : en);
  const row = (it) => element("tr", {}, head("row", ...it[0].split(" ").map(cap)), does(it));
  const heads = element("tr", {}, head("col", say.key), head("col", say.does));
  return element("table", {}, element("thead", {}, heads), element("tbody", {}, ...list.map(row)));
}
