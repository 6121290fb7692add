// What was typed is nowhere in the clear on the disk, whether the browser was closed or killed: every
// file that it wrote is searched for one word, and the search finds the word where it is in the clear.

import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { constants, gunzipSync, gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { ARGUMENTS, SITE, downloaded, go, savedFile, start, words } from "./support.mjs";

let folder;
before(async () => { folder = await mkdtemp(join(tmpdir(), "kumomori-disk-")); });
after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** The browser writes its list of open pages some seconds after they changed. */
const WRITTEN = 6000;
/** Fields that must be among those that are typed into. */
const FIELDS = ["Name", "Title of the assessment", "Issuer", "Title", "Where it is kept (text; never a link)", "Owner", "Note", "Justification", "Decided by", "Search in names, objectives, owners and notes", "Name of the service", "A name for the present state", "Passphrase", "Passphrase, once more"];

/** Letters of which none comes twice: a compressor finds nothing in them to shorten. */
function word() {
  const left = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];
  return Array.from({ length: 24 }, () => left.splice(randomInt(left.length), 1)[0]).join("");
}

/** What bytes look like in base64, wherever in a longer text they begin. */
const inBase64 = (bytes) => [0, 1, 2].map((at) => {
  const all = Buffer.concat([Buffer.alloc(at), bytes]);
  return all.toString("base64").slice(Math.ceil((at * 8) / 6), Math.floor((all.length * 8) / 6));
});

/** Every form of a text; a URL has letters and digits as they are, or in percent. */
function forms(text) {
  const [utf8, little] = [Buffer.from(text), Buffer.from(text, "utf16le")];
  const hex = utf8.toString("hex");
  const big = Buffer.from(little).swap16();
  return [utf8, little, big, hex, hex.toUpperCase(), hex.replace(/../g, "%$&"), ...inBase64(utf8), ...inBase64(little)].map((it) => Buffer.from(it));
}

/** The bytes of a file, and those of what is compressed in it with gzip. */
function* layers(bytes) {
  yield bytes;
  for (let at = bytes.indexOf("1f8b08", 0, "hex"); at >= 0; at = bytes.indexOf("1f8b08", at + 1, "hex")) {
    try { yield gunzipSync(bytes.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH }); } catch { /* It is no gzip. */ }
  }
}

/** The files of a folder with any third of a word in any form: LevelDB may have cut it once. */
async function search(place, canary) {
  const parts = [0, 8, 16].flatMap((at) => forms(canary.slice(at, at + 8)));
  const found = [];
  const files = (await readdir(place, { recursive: true, withFileTypes: true })).filter((it) => it.isFile());
  for (const path of files.map((it) => join(it.parentPath ?? it.path, it.name))) {
    const bytes = await readFile(path);
    if ([...layers(bytes)].some((layer) => parts.some((it) => layer.includes(it)))) found.push(path.slice(place.length));
  }
  return { found, all: files.map((it) => it.name) };
}

/** A browser that writes everything below a folder, but for what is saved on purpose. */
function profile(place, log) {
  const args = [...ARGUMENTS, `--log-net-log=${join(place, log)}`, "--net-log-capture-mode=Everything"];
  const env = { ...process.env, HOME: place, TMPDIR: place };
  return chromium.launchPersistentContext(join(place, "profile"), { executablePath: process.env.CHROMIUM, args, env, locale: "en", serviceWorkers: "allow", downloadsPath: join(folder, "saved") });
}

/** Kills every process of a browser profile, as a loss of power would. */
async function kill(place) {
  for (const pid of (await readdir("/proc")).filter((it) => /^\d+$/.test(it))) {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (command.includes(`--user-data-dir=${join(place, "profile")}`)) {
      try { process.kill(Number(pid), "SIGKILL"); } catch { /* It has ended already. */ }
    }
  }
}

/** Writes down what is requested, said on the console, and sent to other windows. */
async function listen(context) {
  const heard = [];
  await context.exposeFunction("reportHeard", (text) => heard.push(text));
  await context.addInitScript(() => {
    for (const it of [globalThis, BroadcastChannel.prototype, MessagePort.prototype]) {
      const send = it.postMessage;
      it.postMessage = function postMessage(...given) {
        globalThis.reportHeard(JSON.stringify(given));
        return send.apply(this ?? globalThis, given);
      };
    }
  });
  context.on("console", (message) => heard.push(message.text()));
  context.on("weberror", (error) => heard.push(String(error.error())));
  context.on("request", (it) => heard.push(`${it.url()} ${it.postData()} ${JSON.stringify(it.headers())}`));
  return heard;
}

const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();

/** Types a word into every field for text that a page has, also those that are folded; gives their names. */
async function type(page, canary) {
  const folded = page.locator("main details:not([open]) > summary:visible");
  while (await folded.count() > 0) await folded.first().click();
  for (const name of ["Add evidence", "Add a certificate or report"]) {
    if (await page.getByRole("button", { name, exact: true }).count() > 0) await press(page, name);
  }
  const typed = [];
  for (const field of await page.locator("input:is([type=text], [type=password]):not([inputmode=numeric]):enabled:visible, textarea:visible").all()) {
    await field.fill(canary);
    typed.push(await field.evaluate((it) => it.labels[0].textContent.trim()));
  }
  return typed;
}

/** Drops files on the page of evidence: one that is used and one that is refused, named by the word too. */
async function drop(page, canary) {
  for (const [n, content] of [{ kind: "tls-endpoints", collected_at: "2026-06-01T00:00:00Z", tool: canary, document: [{ host: canary }] }, canary].entries()) {
    await page.locator(".drop").evaluate((zone, [name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name));
      zone.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
    }, [`${canary}-${n}.json`, JSON.stringify(content)]);
    await page.getByText(`${canary}-${n}.json`).first().waitFor();
  }
}

/** Works on every page with the word; gives the fields it was typed into, and what the window said of itself. */
async function work(page, canary) {
  const [typed, places] = [[], []];
  const acts = {
    "#/scope": () => page.getByLabel(words.en.both, { exact: true }).check(),
    "#/control/limit-admins": () => page.getByLabel(words.en.applies, { exact: true }).first().check(),
    "#/evidence": async () => {
      await drop(page, canary);
      await press(page, "Fill in a service profile");
      await page.getByLabel("Name of the service").waitFor();
    },
    "#/about": () => page.locator("#lock-set-next").waitFor(),
  };
  await press(page, words.en.start);
  for (const fragment of ["#/scope", "#/control/limit-admins", "#/list/any/any/any/any", "#/evidence", "#/guide", "#/assess", "#/result", "#/about", "#/history"]) {
    await go(page, fragment);
    await acts[fragment]?.();
    typed.push(...(await type(page, canary)));
    places.push(page.url(), await page.title(), await page.evaluate(() => document.cookie));
  }
  await press(page, "Keep under this name");
  await page.getByRole("cell", { name: canary, exact: true }).first().waitFor();
  await press(page, "Save encrypted");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Show what is typed").check();
  typed.push(...(await type(page, canary)));
  await downloaded(page, dialog.getByRole("button", { name: "Save encrypted", exact: true }));
  return { typed, places };
}

/** Leaves a word in the clear wherever a page can, and types it into a field that may be remembered. */
async function leave(page, canary) {
  await page.goto(new URL("refs/index.en.html", SITE).href);
  await page.evaluate(async (text) => {
    localStorage.setItem("text", text);
    const request = indexedDB.open("clear");
    request.onupgradeneeded = () => request.result.createObjectStore("texts").put({ text }, "text");
    await new Promise((resolve) => { request.onsuccess = resolve; });
    document.body.append(document.createElement("textarea"));
  }, canary);
  await page.locator("textarea").fill(canary);
  await page.waitForTimeout(WRITTEN);
}

test("the search finds a word in every form", async () => {
  const [place, canary] = [await mkdtemp(join(folder, "forms-")), word()];
  const text = `{"before":"${canary}"}`;
  const wide = Buffer.from(text, "utf16le");
  const all = [text, text.replace(canary.slice(2, 12), ""), wide, Buffer.from(wide).swap16(), Buffer.from(text).toString("hex"), Buffer.concat([wide.subarray(0, 9), gzipSync(text)])];
  for (const before of ["", "1", "12"]) all.push(Buffer.from(before + text).toString("base64"));
  for (const [n, bytes] of all.entries()) await writeFile(join(place, String(n)), bytes);
  assert.equal((await search(place, canary)).found.length, all.length);
  assert.deepEqual((await search(place, word())).found, []);
});

for (const end of ["closed", "killed"]) {
  test(`what was typed is not on the disk of a browser that was ${end}`, { skip: process.platform !== "linux" }, async (t) => {
    const [place, canary] = [await mkdtemp(join(folder, `${end}-`)), word()];
    const context = await profile(place, "network.json");
    t.after(() => context.close());
    const heard = await listen(context);
    const page = await context.newPage();
    await start(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const { typed, places } = await work(page, canary);
    assert.deepEqual(FIELDS.filter((it) => !typed.includes(it)), [], "fields that the test no longer finds");
    assert.ok((await savedFile(page, "en")).text.split(canary).length > 8, "it is in the file that was saved");
    assert.deepEqual([...places, ...heard].filter((it) => it.includes(canary)), []);
    await page.waitForTimeout(WRITTEN);
    if (end === "killed") await kill(place);
    await context.close();
    const { found, all } = await search(place, canary);
    assert.deepEqual(found, []);
    assert.ok(all.length > 100 && all.includes("network.json"), `${all.length} files`);

    const again = await profile(place, "control.json");
    await leave(await again.newPage(), canary);
    await again.close();
    const clear = (await search(place, canary)).found;
    for (const part of ["Local Storage", "IndexedDB", "Sessions"]) assert.ok(clear.some((it) => it.includes(part)), `${part}: ${clear}`);
  });
}
