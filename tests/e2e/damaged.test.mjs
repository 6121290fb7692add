// The database of the browser is damaged, as a seed decides. The site then has all of the work, or
// says what is wrong; it never shows nothing, never begins empty without a word, and what can be read
// can be saved to a file.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { SITE, chosen, downloaded, go, launch, openExample, savedFile, speak, started, told, words } from "./support.mjs";
import { test } from "./turn.mjs";

const TIMES = process.env.KUMOMORI_FULL ? 300 : 10;
const REFERENCE = new URL("refs/index.en.html", SITE).href;
const w = words.en;

let browser;
let page;
let heard;
/** The assessment and its history as files, before every damage. */
let whole;

/** Numbers between 0 and 1 that follow from a seed. */
function* chances(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const isSaved = () => page.locator(".saving", { hasText: w.saved }).waitFor();
const level = (at) => page.locator('input[name="limit-admins-provider-design"]').nth(at);

/** What the page tells the reader of its own accord, but that everything is kept. */
async function said() {
  const all = await page.locator("[role=status], [role=alert], .problem").allInnerTexts();
  return all.map((it) => it.trim()).filter((it) => it !== "" && !/^Saved( [\d:]+)?$/.test(it)).join(" | ");
}

/** The history as a file, if the page has one to save, and what the page says of it. */
async function history() {
  await go(page, "#/history");
  await page.waitForFunction(() => document.querySelector("main tbody tr, main .problem") || /no history yet|history could not be read/.test(document.body.innerText));
  await told(page);
  const save = page.getByRole("button", { name: "Save the history to a file", exact: true });
  const isThere = (await save.count()) > 0 && (await page.locator("main tbody tr").count()) > 0;
  return { file: isThere ? (await downloaded(page, save)).text : "", says: `${await page.locator("main").innerText()} ${await said()}` };
}

/** Keys cannot leave the browser, so the copy of the whole database is another one beside it. */
async function copy(from, to) {
  await page.evaluate(async ([from, to]) => {
    const done = (it) => new Promise((resolve, reject) => { it.onsuccess = () => resolve(it.result); it.onerror = () => reject(it.error); });
    const source = await done(indexedDB.open(from));
    const names = [...source.objectStoreNames];
    const all = await Promise.all(names.map(async (name) => {
      const store = source.transaction(name).objectStore(name);
      const [keys, values] = [store.getAllKeys(), store.getAll()];
      return { name, keyPath: store.keyPath, values: await done(values), keys: keys.result };
    }));
    source.close();
    await done(indexedDB.deleteDatabase(to));
    const request = indexedDB.open(to, 2);
    request.onupgradeneeded = () => {
      for (const { name, keyPath, keys, values } of all) {
        const store = request.result.createObjectStore(name, { keyPath });
        values.forEach((it, at) => (keyPath === null ? store.put(it, keys[at]) : store.put(it)));
      }
    };
    (await done(request)).close();
  }, [from, to]);
}

/**
 * Damages a record: a byte is another one ("bytes"), it is not there ("gone"), it has other fields
 * ("shape"), or what was encrypted in it ends too early ("cut"); `chance` says where. A key, which is
 * no bytes, becomes another key.
 */
async function damage(store, id, kind, chance) {
  await page.evaluate(async ([name, id, kind, chance]) => {
    const done = (it) => new Promise((resolve, reject) => { it.onsuccess = () => resolve(it.result); it.onerror = () => reject(it.error); });
    const database = await done(indexedDB.open("kumomori"));
    const key = await done(database.transaction("keys").objectStore("keys").get("device"));
    const store = (mode) => database.transaction(name, mode).objectStore(name);
    const put = (value) => done(store().keyPath === null ? store("readwrite").put(value, id) : store("readwrite").put(value));
    const value = await done(store().get(id));
    if (kind === "gone") await done(store("readwrite").delete(id));
    else if (kind === "shape") {
      const shapes = [{}, { nonce: "a", data: 7 }, { seq: "one", nonce: null, data: null }, { ...value, nonce: undefined }, { ...value, data: [value.data] }];
      await put({ ...shapes[Math.floor(chance * shapes.length)], ...(store().keyPath && { [store().keyPath]: id }) });
    } else if (value instanceof CryptoKey) {
      await put(await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]));
    } else if (kind === "bytes") {
      const bytes = new Uint8Array(chance < 0.2 ? value.nonce : value.data);
      bytes[Math.floor(chance * bytes.length)] ^= 1 + Math.floor(chance * 254);
      await put(chance < 0.2 ? { ...value, nonce: bytes } : { ...value, data: bytes.buffer });
    } else {
      const additionalData = new TextEncoder().encode(`kumomori.record/1|${name === "steps" ? "step" : id}|${value.seq}`);
      const how = { name: "AES-GCM", iv: value.nonce, additionalData, tagLength: 128 };
      const plain = await crypto.subtle.decrypt(how, key, value.data);
      await put({ ...value, data: await crypto.subtle.encrypt(how, key, plain.slice(0, Math.floor(chance * plain.byteLength))) });
    }
    database.close();
  }, [store, id, kind, chance]);
}

before(async () => {
  browser = await launch();
  ({ page, heard } = await started(browser, "en"));
  for (const lang of ["ja", "en"]) await speak(page, lang);
  await openExample(page, "en", "exampleSaas", "#/assess/access");
  for (const at of [1, 2, 4]) {
    await isSaved();
    await level(at).check();
  }
  await go(page, "#/evidence");
  const evidence = { kind: "tls-endpoints", collected_at: "2026-06-01T00:00:00Z", tool: "testssl.sh 3.2", document: [] };
  await page.locator("main input[type=file]").setInputFiles(chosen("scan.json", JSON.stringify(evidence)));
  await page.locator("main h2", { hasText: "scan.json" }).waitFor();
  await page.keyboard.press("?");
  await page.getByLabel("Use keyboard shortcuts").uncheck();
  await page.keyboard.press("Escape");
  whole = { assessment: (await savedFile(page, "en")).text, history: (await history()).file };
  await isSaved();
  await page.goto(REFERENCE);
  await copy("kumomori", "whole");
});
after(() => browser.close());

/** What can be damaged: a record of a store by its id. The steps are the assessment that was opened and three answers. */
const PLACES = [["records", "assessment"], ["records", "evidence"], ["records", "language"], ["records", "keys"], ["keys", "device"], ["steps", 1], ["steps", 2], ["steps", 3], ["steps", 4]];
const KINDS = ["bytes", "gone", "shape", "cut"];

/** Loads the site; it shows something, and no error. */
async function load() {
  heard.errors.length = 0;
  await page.goto(SITE);
  await page.waitForFunction(() => document.querySelector("#page-title, main[role=alert]"));
  await page.waitForLoadState("networkidle");
  assert.ok((await page.locator("main").innerText()).trim() !== "", "the page shows something");
  assert.deepEqual(heard.errors, [], "errors on the page");
}

/** Answers once more; what the page then calls saved is there after it was loaded again. */
async function isKept() {
  await go(page, "#/assess/access");
  await level(3).check();
  await page.waitForFunction(() => /^(Saved|Not saved)/.test(document.querySelector(".saving").textContent));
  const [{ text }, state] = [await savedFile(page, "en"), await page.locator(".saving").innerText()];
  await page.goto(SITE);
  await page.locator("#page-title").waitFor();
  return !state.startsWith("Saved") || (await savedFile(page, "en")).text === text;
}

/**
 * Every way in which the site fails a reader after a record was damaged: what is not there is spoken
 * of where it would be, and one record takes none of the others with it, but for the key.
 */
async function faults(id) {
  const [found, greeting] = [[], await said()];
  const save = page.getByRole("button", { name: /^Save (to a file|what is stored to a file)$/ }).and(page.locator(":enabled"));
  const text = (await save.count()) > 0 ? (await downloaded(page, save.first())).text : "";
  if (text !== whole.assessment && greeting === "") found.push("nothing is said of the assessment");
  if (text !== whole.assessment && id !== "assessment" && id !== "device") found.push("the assessment can be read, and not be had");
  if (await page.locator("main[role=alert]").count() > 0) return [...found, `nothing can be had: ${greeting}`];
  if (text === whole.assessment) {
    await go(page, "#/evidence");
    const isThere = await page.getByText("scan.json").first().waitFor({ timeout: 5000 }).then(() => true, () => false);
    if (!isThere && (await said()) === "") found.push("nothing is said of the evidence");
  }
  const { file, says } = await history();
  if (file !== whole.history && typeof id === "string" && id !== "device") found.push("the history can be read, and not be had");
  if (file !== whole.history && typeof id === "number" && !/not follow|missing|damaged|cannot be|could not be/.test(says)) found.push(`nothing is said of the history but: ${says.split("tampering")[1]}`);
  if (text === whole.assessment && !(await isKept())) found.push("what was called saved is gone");
  return found;
}

const chance = chances(20260701);
for (let n = 0; n < TIMES; n += 1) {
  const [store, id] = PLACES[n % PLACES.length];
  const kind = KINDS[Math.floor(chance.next().value * KINDS.length)];
  const where = chance.next().value;
  test(`${n + 1}: ${store} ${id}: ${kind}`, async () => {
    await page.goto(REFERENCE);
    await copy("whole", "kumomori");
    await damage(store, id, kind, where);
    await load();
    assert.deepEqual(await faults(id), []);
  });
}

test("an assessment that cannot be read is had back from its history, beside its evidence, or gives way to a file", async () => {
  for (const isFile of [false, true]) {
    await page.goto(REFERENCE);
    await copy("whole", "kumomori");
    await damage("records", "assessment", "bytes", 0.5);
    await load();
    assert.match(await said(), /cannot be read, or is gone/);
    if (isFile) {
      await page.locator(".masthead input[type=file]").setInputFiles(chosen("whole.json", whole.assessment));
      await page.getByRole("button", { name: w.replace, exact: true }).click();
    } else {
      await go(page, "#/history/4");
      await page.getByRole("button", { name: "Go back to this state", exact: true }).click();
    }
    await page.locator(".saving", { hasText: /^Saved [\d:]+$/ }).waitFor();
    await load();
    assert.equal((await savedFile(page, "en")).text, whole.assessment);
    await go(page, "#/evidence");
    await page.getByText(isFile ? "There are no evidence documents yet." : "scan.json").first().waitFor();
  }
});

test("a damaged list of what is kept takes nothing with it", async () => {
  await page.goto(REFERENCE);
  await copy("whole", "kumomori");
  await page.evaluate(() => new Promise((resolve) => {
    indexedDB.open("kumomori").onsuccess = ({ target: { result } }) => {
      const transaction = result.transaction("keys", "readwrite");
      transaction.objectStore("keys").put(7, "ids");
      transaction.objectStore("keys").put({ a: 1 }, "last");
      transaction.oncomplete = () => resolve(result.close());
    };
  }));
  await load();
  assert.equal((await savedFile(page, "en")).text, whole.assessment);
});

for (const [name, version, stores] of [["a newer version", 99, ["keys", "records", "steps"]], ["a database without its parts", 2, []]]) {
  test(name, async () => {
    await page.goto(REFERENCE);
    await page.evaluate(([version, stores]) => new Promise((resolve) => {
      indexedDB.deleteDatabase("kumomori");
      const request = indexedDB.open("kumomori", version);
      request.onupgradeneeded = () => { for (const it of stores) request.result.createObjectStore(it); };
      request.onsuccess = () => resolve(request.result.close());
    }), [version, stores]);
    await load();
    assert.match(await said(), /Not saved/);
    // What is answered nevertheless can be saved to a file.
    await openExample(page, "en", "exampleSaas", "#/assess/access");
    await level(3).check();
    await page.locator(".saving .problem").waitFor();
    assert.match((await savedFile(page, "en")).text, /"limit-admins"/);
  });
}

test("a damaged lock says that it does not open, and leaves what is kept alone", async () => {
  await page.goto(REFERENCE);
  await copy("whole", "kumomori");
  const bytes = (n) => Array.from({ length: n }, (_, at) => at);
  const lock = { memory: 19456, passes: 2, lanes: 1, minutes: 15, salt: bytes(16), nonce: bytes(12), wrapped: bytes(48) };
  for (const change of [{}, { memory: 2 ** 40 }, { memory: -1 }, { lanes: 0 }, { salt: [] }, { salt: null }, { nonce: null }, { wrapped: "text" }, { wrapped: [] }]) {
    await page.goto(REFERENCE);
    await page.evaluate(async (lock) => {
      for (const [name, it] of Object.entries(lock)) if (Array.isArray(it)) lock[name] = new Uint8Array(it);
      const request = indexedDB.open("kumomori");
      await new Promise((resolve) => { request.onsuccess = resolve; });
      const transaction = request.result.transaction("keys", "readwrite");
      transaction.objectStore("keys").put(lock, "passphrase");
      await new Promise((resolve) => { transaction.oncomplete = resolve; });
      request.result.close();
    }, { ...lock, ...change });
    await page.goto(SITE);
    await page.locator("#unlock-now").fill("correct horse battery staple");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#unlock-problem").textContent !== "");
  }
  await page.goto(REFERENCE);
  await page.evaluate(() => new Promise((resolve) => {
    indexedDB.open("kumomori").onsuccess = ({ target: { result } }) => {
      const transaction = result.transaction("keys", "readwrite");
      transaction.objectStore("keys").delete("passphrase");
      transaction.oncomplete = () => resolve(result.close());
    };
  }));
  await load();
  assert.equal((await savedFile(page, "en")).text, whole.assessment, "what is kept was not touched");
});

test("a full disk is said, and everything can be saved to a file", async () => {
  await page.goto(REFERENCE);
  await copy("whole", "kumomori");
  await load();
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(SITE).origin, quotaSize: 1 });
  await go(page, "#/assess/access");
  // The browser looks at what is left of the disk every half minute.
  const problem = page.locator(".saving .problem");
  for (let n = 0; n < 60 && (await problem.count()) === 0; n += 1) {
    await level(1 + (n % 2)).check();
    await page.waitForTimeout(1000);
  }
  await level(3).check();
  await problem.filter({ hasText: "no room left" }).waitFor();
  const [answer] = JSON.parse((await savedFile(page, "en")).text).answers.filter((it) => it.control === "limit-admins" && it.role === "provider");
  assert.deepEqual(answer.design.rungs, ["F", "F", "F", "N", "N"]);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(SITE).origin });
  await level(2).check();
  await page.locator(".saving", { hasText: /^Saved [\d:]+$/ }).waitFor();
  const { text } = await savedFile(page, "en");
  await page.goto(SITE);
  await page.locator("#page-title").waitFor();
  assert.equal((await savedFile(page, "en")).text, text, "kept again as soon as there is room");
});
