// Starts the site: closes the HTML sinks, fetches the program and the policies with their
// hashes, opens the store, and only then hands over to Rust. The names of the files come from
// the attributes of this script's own element.

const own = document.querySelector("script[data-js]");

// The program makes elements, attributes and texts, never HTML from a string: whatever tries is
// refused.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: () => null,
  createScriptURL: (text) => {
    const url = new URL(text, location.href);
    const isOurs = url.origin === location.origin && /\/(sw|worker)[\w.-]*\.js$/.test(url.pathname);
    return isOurs ? url.href : null;
  },
});

const isFramed = globalThis.top !== globalThis;

/** The address of a path beside this script, which must be of our own origin. */
function address(path) {
  const url = new URL(path, own.src);
  if (url.origin !== location.origin) throw new Error(`${path}: other origin`);
  return url.href;
}

/** Fetches a path whose hash must match. */
async function load(path, integrity) {
  const response = await fetch(address(path), { integrity, credentials: "omit" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

let list;

/** Path and hash of a file: the element has those of the start, a list those that come later. */
async function entry(name) {
  const named = (name) => [own.dataset[name], own.dataset[`${name}Integrity`]];
  if (own.dataset[name]) return named(name);
  list ??= load(...named("later")).then((it) => it.json());
  // A failure is not kept, so that a later try can succeed.
  list.catch(() => { list = undefined; });
  const found = (await list)[name];
  if (!found) throw new Error(name);
  return found;
}

async function file(name) {
  return load(...(await entry(name)));
}

/** A script of the page's own, which the page names with its hash. */
const script = (name) => import(address(own.dataset[name]));

const kept = new Map();

/** What arrives under a name, fetched once. */
function keep(name, arrive) {
  if (!kept.has(name)) {
    const arriving = arrive(name);
    // A failure is not kept, so that a later try can succeed.
    arriving.catch(() => kept.delete(name));
    kept.set(name, arriving);
  }
  return kept.get(name);
}

/** Fetches a script that comes later, with its hash; nothing else can be imported under its address. */
async function fetchScript(name) {
  const [path, integrity] = await entry(name);
  const href = address(path);
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "modulepreload", href, integrity, onload: () => resolve(href), onerror: () => reject(new Error(path)) });
    document.head.append(link);
  });
}

/** The address of a script that comes later, once it is here. */
const preload = (name) => keep(name, fetchScript);

/** A script that comes later. */
const later = async (name) => import(await preload(name));

async function bytes(name) {
  const response = await file(name);
  return new Uint8Array(await response.arrayBuffer());
}

/** The language to begin with: the one chosen last, or the first of the browser's that we speak. */
function firstLanguage(chosen) {
  const spoken = [chosen, ...navigator.languages].map((tag) => tag?.split("-")[0]);
  return spoken.find((tag) => tag === "ja" || tag === "en") ?? "ja";
}

/** The bytes of a file that the element names, fetched once. */
const once = (name) => keep(name, bytes);

/** An example assessment as text. */
async function exampleOf(id) {
  const name = `example-${id}`.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return new TextDecoder().decode(await once(name));
}

/** What the names of a language's chapters begin with; `titles` is the one the page starts with. */
const chapters = (tag) => (tag === "ja" ? "textsJa" : "textsEn");

/** All chapters of a language. */
async function chaptersOf(tag) {
  await entry("checks");
  const names = Object.keys(await list).filter((name) => name.startsWith(chapters(tag)));
  return Promise.all([`${chapters(tag)}Titles`, ...names].map(once));
}

/** What workers are made of. */
const parts = {
  address: async () => address((await entry("worker"))[0]),
  program: async (work) => WebAssembly.compile(await once(work)),
  checks: () => once("checks"),
  library: () => once("library"),
  texts: chaptersOf,
  form: () => later("form"),
};

/** What is done about keeping: passphrases and encrypted files, other assessments, how safe it is. */
const keepers = (store) => keep("keepers", async () => {
  const names = ["cipher", "lock", "passphrase", "shelf", "keeping"];
  const [kept, { Helper }, { Cipher }, { Lock }, ui, { Shelf }, { Keeping }] = await Promise.all([...["store", "aside"].map(script), ...names.map(later)]);
  const cipher = new Cipher((work) => new Helper(work, parts, () => ({ step: "take" })));
  const shelf = new Shelf(store, kept, ui);
  return { cipher, ui, shelf, keeping: new Keeping(store, ui), lock: new Lock(store, cipher, ui, shelf) };
});

/** Shows in an element of the page what goes by a name. */
async function show(store, name, place, tag) {
  const shown = name === "probe" ? await later("probe") : (await keepers(store))[name];
  return name === "probe" ? shown.show(place, tag, allowlist) : shown.show(place, tag);
}

/** The store, the language it remembers, and the titles in it; the program loads meanwhile. */
async function remembered() {
  const [{ openStore }, { Aside }] = await Promise.all([
    script("store"),
    script("aside"),
  ]);
  const store = await openStore();
  if (store.isLocked) await (await keepers(store)).lock.unlock(firstLanguage());
  globalThis.kumomoriAside = new Aside(store, parts);
  const language = firstLanguage(await store.load("language"));
  return { store, language, titles: await once(`${chapters(language)}Titles`) };
}

/** Whether the browser knows the header that closes the rest, and whether the page has it, once asked. */
let allowlist;

async function start() {
  if (!own) throw new Error("data-js");
  // Outside of a frame, the page for frames leads to the site.
  if (!isFramed && location.href.startsWith(address("embed/"))) return location.replace(address("./"));
  const [library, wasm, program, { store, language, titles }] = await Promise.all([
    once("library"),
    file("wasm"),
    script("js"),
    remembered(),
  ]);
  let { problem } = store;
  const assessment = await store.load("assessment").catch((error) => { problem = error; });
  globalThis.kumomoriStore = store;
  globalThis.kumomoriBoot = {
    library,
    language,
    titles,
    chaptersOf,
    exampleOf,
    show: (...shown) => show(store, ...shown),
    async encrypt(...given) {
      const { cipher, ui } = await keepers(store);
      return ui.encrypt(cipher, ...given);
    },
    async decrypt(...given) {
      const { cipher, ui } = await keepers(store);
      return ui.decrypt(cipher, ...given);
    },
    assessment,
    storeProblem: problem,
    isWriter: store.isWriter,
    steps: await store.steps(assessment),
  };
  await program.default({ module_or_path: wasm });
  rest(language).catch(() => undefined);
}

/**
 * Fetches all that comes later and starts the workers, so that everything works without a connection,
 * then closes the page; the program says what it lacks.
 */
async function rest(language) {
  await chaptersOf(language);
  await globalThis.kumomoriAside.ready();
  dispatchEvent(new Event("asideready"));
  const [{ keys }, offline, seal] = await Promise.all(["keys", "offline", "seal", "form", "probe"].map(later));
  await keys(globalThis.kumomoriStore);
  const { cipher, lock, keeping } = await keepers(globalThis.kumomoriStore);
  lock.watch();
  keeping.watch();
  await cipher.ready();
  await chaptersOf(language === "ja" ? "en" : "ja");
  await Promise.all(Object.keys(await list).filter((it) => it.startsWith("example")).map(once));
  allowlist = await seal.allowlist();
  // What a portal shows is the portal's to keep; a browser that keeps no site is closed as well.
  if (!isFramed) await offline.keep(address("sw.js")).catch(() => undefined);
  seal.seal(allowlist);
}

/** Says in both languages that nothing can be shown, and why; keeps what is stored. */
function explain(reason) {
  const place = document.getElementById("main") ?? document.body;
  const paragraph = (lang, text) => {
    const element = document.createElement("p");
    element.lang = lang;
    element.textContent = text;
    return element;
  };
  const title = document.createElement("h1");
  title.textContent = "ページを開けませんでした / The page could not be opened";
  place.replaceChildren(
    title,
    paragraph("ja", "必要なファイルを読み込めなかったか、内容が配布時のものと一致しませんでした。保存済みの回答には触れていません。読み込み直しても直らないときは、新しいブラウザで試すか、このサイトの管理者に下の理由を伝えてください。"),
    paragraph("en", "A file that the page needs could not be loaded, or was not the one that was published. Saved answers were not touched. If reloading does not help, try a current browser, or tell whoever runs this site the reason below."),
    paragraph("en", String(reason)),
  );
  place.setAttribute("role", "alert");
}

/** A stop of the program: the page behind it no longer answers, so say so instead. */
function onStop(event) {
  if (event.error instanceof WebAssembly.RuntimeError) explain(event.error);
}

addEventListener("error", onStop);
start().catch(explain);
