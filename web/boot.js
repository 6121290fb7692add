// Starts the site: closes the HTML sinks, fetches the program and the policies with their
// hashes, opens the store, and only then hands over to Rust. The names of the files come from
// the attributes of this script's own element.

const own = document.querySelector("script[data-js]");

const DANGEROUS =
  /<\s*(script|iframe|object|embed|link|meta|base|form)\b|\son\w+\s*=|javascript:|srcdoc/i;

// Leptos writes the static parts of its views through a template element. Those strings are in
// the program, never in an answer; anything that could run is refused all the same.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (DANGEROUS.test(html) ? null : html),
  createScriptURL: (text) => {
    const url = new URL(text, location.href);
    const isOurs = url.origin === location.origin && /\/(sw|worker)[\w.-]*\.js$/.test(url.pathname);
    return isOurs ? url.href : null;
  },
});

/** The address of a file that the element names, as a path of our own origin. */
function address(name) {
  const url = new URL(own.dataset[name], document.baseURI);
  if (url.origin !== location.origin) throw new Error(`${name}: other origin`);
  return url.href;
}

/** Fetches a file whose hash must match, if the element gives one. */
async function file(name) {
  const integrity = own.dataset[`${name}Integrity`] ?? "";
  const response = await fetch(address(name), { integrity, credentials: "omit" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

async function bytes(name) {
  const response = await file(name);
  return new Uint8Array(await response.arrayBuffer());
}

/** SHA-256 over the parts, each after its length: what saved files name the policies by. */
async function fingerprint(parts) {
  const length = (part) => {
    const bytes = new DataView(new ArrayBuffer(8));
    bytes.setBigUint64(0, BigInt(part.length), true);
    return bytes;
  };
  const whole = await new Blob(parts.flatMap((part) => [length(part), part])).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function start() {
  if (!own) throw new Error("data-js");
  const [library, textsJa, textsEn, wasm, program, { openStore }] = await Promise.all([
    bytes("library"),
    bytes("textsJa"),
    bytes("textsEn"),
    file("wasm"),
    import(address("js")),
    import(address("store")),
  ]);
  const store = await openStore();
  globalThis.kumomoriStore = store;
  globalThis.kumomoriBoot = {
    library,
    textsJa,
    textsEn,
    sha256: await fingerprint([library, textsJa, textsEn]),
    assessment: await store.load("assessment"),
    language: await store.load("language"),
    storeProblem: store.problem,
    isWriter: store.isWriter,
  };
  await program.default({ module_or_path: wasm });
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
