// What is kept in the browser behind a passphrase: without it nothing opens, with it everything is
// there, and a file that opens with one is the format that other tools know.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { promisify } from "node:util";
import { assertAccessible, assertFits, assertPrivate } from "./looks.mjs";
import { CLI, LANGUAGES, downloaded, go, launch, open, openExample, savedFile, start, started, words } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "kumomori-lock-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const GOOD = "correct horse 電池 staple";
const OTHER = "another good passphrase";

const said = {
  ja: {
    set: "パスフレーズで保護する", done: "パスフレーズを設定しました。", lock: "今すぐロックする", open: "開く", wrong: "パスフレーズが違います。", few: /12文字以上にしてください/, differ: "2回の入力が一致していません。",
    change: "パスフレーズの変更", changeDo: "変更する", changed: "パスフレーズを変更しました。", remove: "保護の解除", removeDo: "解除する", removed: "保護を解除しました。",
    lost: "パスフレーズを忘れたとき", erase: "この評価を消去する", eraseDo: "消去する", encrypt: "暗号化して保存", cancel: "やめる", damaged: /ファイルが壊れているか/,
  },
  en: {
    set: "Protect with a passphrase", done: "The passphrase is set.", lock: "Lock now", open: "Open", wrong: "This is not the passphrase.", few: /at least 12 characters\.$/, differ: "The two are not the same.",
    change: "Change the passphrase", changeDo: "Change", changed: "The passphrase is changed.", remove: "Remove the protection", removeDo: "Remove", removed: "The protection is removed.",
    lost: "If you forgot the passphrase", erase: "Erase this assessment", eraseDo: "Erase", encrypt: "Save encrypted", cancel: "Cancel", damaged: /The file is damaged/,
  },
};

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const isSaved = (page, lang) => page.locator(".saving", { hasText: words[lang].saved }).waitFor();

/** A page with the example, protected with a passphrase. */
async function protectedPage(lang, options = {}) {
  const opened = await started(browser, lang, options);
  await openExample(opened.page, lang, "exampleSaas", "#/about");
  await isSaved(opened.page, lang);
  await protect(opened.page, lang);
  return opened;
}

async function protect(page, lang, passphrase = GOOD) {
  await page.locator("#lock-set-next").fill(passphrase);
  await page.locator("#lock-set-again").fill(passphrase);
  await press(page, said[lang].set);
  await page.getByText(said[lang].done, { exact: true }).waitFor();
}

async function lock(page, lang) {
  await press(page, said[lang].lock);
  await page.locator("#unlock-now").waitFor();
}

async function unlock(page, passphrase) {
  await page.locator("#unlock-now").fill(passphrase);
  await page.keyboard.press("Enter");
}

/** What lies in the store of keys, but the list of what is kept. */
const keys = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const request = indexedDB.open("kumomori");
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const all = request.result.transaction("keys").objectStore("keys");
    const [names, values] = [all.getAllKeys(), all.getAll()];
    values.onsuccess = () => {
      request.result.close();
      const all = names.result.map((name, at) => [name, values.result[at] instanceof CryptoKey ? "key" : Object.keys(values.result[at]).sort().join()]);
      resolve(all.filter(([name]) => name !== "ids"));
    };
  };
}));

for (const lang of LANGUAGES) {
  const s = said[lang];

  test(`without the passphrase nothing opens, with it everything is there (${lang})`, async () => {
    const { context, page, heard } = await protectedPage(lang, { viewport: { width: 320, height: 640 } });
    assert.deepEqual(await keys(page), [["passphrase", "lanes,memory,minutes,nonce,passes,salt,wrapped"]], "no key lies beside the data");
    await assertAccessible(page, "the settings");
    await assertPrivate(page, "the settings");
    const { text } = await savedFile(page, lang);
    await lock(page, lang);
    assert.equal(await page.getByText("SaaS", { exact: false }).count(), 0);
    assert.equal(await page.evaluate(() => globalThis.kumomoriBoot), undefined, "the program has nothing yet");
    await assertAccessible(page, "the lock");
    await assertPrivate(page, "the lock");
    await assertFits(page, "the lock");
    await unlock(page, OTHER);
    await page.getByText(s.wrong, { exact: true }).waitFor();
    await unlock(page, GOOD);
    await page.locator("#lock-minutes").waitFor();
    assert.equal((await savedFile(page, lang)).text, text);
    await go(page, "#/history");
    assert.ok(await page.locator("main tbody tr").count() > 0, "the history is there");
    assert.deepEqual([heard.errors, heard.violations, heard.foreign], [[], [], []]);
    await context.close();
  });

  test(`a passphrase is changed and taken away again (${lang})`, async () => {
    const { context, page } = await protectedPage(lang);
    const { text } = await savedFile(page, lang);
    await page.getByText(s.change, { exact: true }).click();
    await page.locator("#lock-change-now").fill(OTHER);
    await page.locator("#lock-change-next").fill(OTHER);
    await page.locator("#lock-change-again").fill(OTHER);
    await press(page, s.changeDo);
    await page.getByText(s.wrong, { exact: true }).waitFor();
    await page.locator("#lock-change-now").fill(GOOD);
    await press(page, s.changeDo);
    await page.getByText(s.changed, { exact: true }).waitFor();
    await lock(page, lang);
    await unlock(page, GOOD);
    await page.getByText(s.wrong, { exact: true }).waitFor();
    await unlock(page, OTHER);
    await page.locator("#lock-minutes").waitFor();
    await page.getByText(s.remove, { exact: true }).click();
    await page.locator("#lock-remove-now").fill(OTHER);
    await press(page, s.removeDo);
    await page.getByText(s.removed, { exact: true }).waitFor();
    assert.deepEqual(await keys(page), [["device", "key"]]);
    await start(page, "#/about");
    assert.equal((await savedFile(page, lang)).text, text);
    await context.close();
  });

  test(`who forgot the passphrase can begin again, and only that (${lang})`, async () => {
    const { context, page } = await protectedPage(lang);
    await lock(page, lang);
    await page.getByText(s.lost, { exact: true }).click();
    await press(page, s.erase);
    await assertAccessible(page, "the question");
    await press(page, s.cancel);
    await press(page, s.erase);
    await press(page, s.eraseDo);
    await page.locator("#lock-set-next").waitFor();
    assert.deepEqual(await keys(page), [["device", "key"]]);
    assert.equal(await page.getByRole("button", { name: words[lang].save, exact: true }).isDisabled(), true);
    await context.close();
  });

  test(`an encrypted file opens with its passphrase, here and with the command line (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang, { viewport: { width: 320, height: 640 } });
    await openExample(page, lang, "exampleSaas", "#/about");
    const { text } = await savedFile(page, lang);
    await press(page, s.encrypt);
    const dialog = page.getByRole("dialog");
    await dialog.locator("#passphrase-next").fill("short");
    await press(dialog, s.encrypt);
    await page.locator("#passphrase-problem", { hasText: s.few }).waitFor();
    await dialog.locator("#passphrase-next").fill(GOOD);
    await dialog.locator("#passphrase-again").fill(`${GOOD}!`);
    await press(dialog, s.encrypt);
    await page.getByText(s.differ, { exact: true }).waitFor();
    await assertAccessible(page, "the dialog");
    await assertPrivate(page, "the dialog");
    await dialog.locator("#passphrase-again").fill(GOOD);
    const { name, path } = await downloaded(page, dialog.getByRole("button", { name: s.encrypt, exact: true }));
    assert.equal(name, "kumomori-assessment.json.age");
    const file = await readFile(path);
    assert.ok(file.subarray(0, 22).equals(Buffer.from("age-encryption.org/v1\n")));
    const secret = join(folder, "passphrase");
    await writeFile(secret, `${GOOD}\n`);
    const env = { ...process.env, KUMOMORI_PASSPHRASE_FILE: secret };
    const { stdout } = await promisify(execFile)(CLI, ["decrypt", path], { env, maxBuffer: 1 << 26 });
    assert.equal(stdout, text);
    await context.close();

    const fresh = await started(browser, lang);
    const choose = (name, buffer) => fresh.page.locator(".masthead input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await choose("a.json.age", file);
    await fresh.page.locator("#passphrase-now").fill(OTHER);
    await fresh.page.keyboard.press("Enter");
    await fresh.page.getByText(s.wrong, { exact: true }).waitFor();
    await press(fresh.page.getByRole("dialog"), s.cancel);
    assert.equal(await fresh.page.getByRole("button", { name: words[lang].save, exact: true }).isDisabled(), true, "nothing was opened");
    await choose("a.json.age", file.subarray(0, file.length - 9));
    await fresh.page.locator("#passphrase-now").fill(GOOD);
    await fresh.page.keyboard.press("Enter");
    await fresh.page.getByText(s.damaged).waitFor();
    await press(fresh.page.getByRole("dialog"), s.cancel);
    await choose("a.json.age", file);
    await fresh.page.locator("#passphrase-now").fill(GOOD);
    await press(fresh.page.getByRole("dialog"), s.open);
    await isSaved(fresh.page, lang);
    assert.equal((await savedFile(fresh.page, lang)).text, text);
    assert.deepEqual([fresh.heard.errors, heard.errors, heard.violations, fresh.heard.violations], [[], [], [], []]);
    await fresh.context.close();
  });
}

test("a file that the command line encrypted opens on the site", async () => {
  const { context, page } = await started(browser, "en");
  await openExample(page, "en", "exampleAi", "#/assess");
  const { path, text } = await savedFile(page, "en");
  const [secret, file] = [join(folder, "typed"), join(folder, "made.age")];
  await writeFile(secret, `${OTHER}\n`);
  await promisify(execFile)(CLI, ["encrypt", path, "--out", file], { env: { ...process.env, KUMOMORI_PASSPHRASE_FILE: secret } });
  const fresh = await started(browser, "en");
  await fresh.page.locator(".masthead input[type=file]").setInputFiles(file);
  await fresh.page.locator("#passphrase-now").fill(OTHER);
  await fresh.page.keyboard.press("Enter");
  await isSaved(fresh.page, "en");
  assert.equal((await savedFile(fresh.page, "en")).text, text);
  await fresh.context.close();
  await context.close();
});

test("the page locks itself when nothing was touched, with the last word kept", async () => {
  const { context, page } = await open(browser, { locale: "en" });
  await page.clock.install();
  await start(page);
  await openExample(page, "en", "exampleSaas", "#/about");
  await protect(page, "en");
  await page.locator("#lock-minutes").selectOption("5");
  await page.getByText("The time is changed.", { exact: true }).waitFor();
  await go(page, "#/scope");
  await page.clock.fastForward("04:30");
  await page.getByLabel(words.en.name, { exact: true }).first().fill("The last word");
  await page.keyboard.press("Tab");
  await page.clock.fastForward("04:30");
  assert.equal(await page.locator("#unlock-now").count(), 0, "a key that was pressed begins the time anew");
  await page.clock.fastForward("00:40");
  await page.locator("#unlock-now").waitFor();
  await unlock(page, GOOD);
  await page.locator("#app .masthead nav").waitFor();
  assert.match((await savedFile(page, "en")).text, /The last word/);
  await context.close();
});

test("locking one tab locks the others", async () => {
  const { context, page } = await protectedPage("en");
  const second = await context.newPage();
  await start(second, "#/assess");
  await unlock(second, GOOD);
  await second.locator("#app .masthead nav").waitFor();
  await second.waitForLoadState("networkidle");
  await lock(page, "en");
  await second.locator("#unlock-now").waitFor();
  await context.close();
});

test("a time that is changed while the passphrase is changed does not bring the old one back", async () => {
  const { context, page } = await protectedPage("en");
  const kept = await page.evaluate(async () => {
    const store = globalThis.kumomoriStore;
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    const next = { ...store.lock, wrapped: new Uint8Array([1, 2, 3]).buffer };
    await Promise.all([store.rekey(key, next), store.relock(60)]);
    return { bytes: store.lock.wrapped.byteLength, minutes: store.lock.minutes };
  });
  assert.deepEqual(kept, { bytes: 3, minutes: 60 });
  await context.close();
});

test("what was kept before the passphrase, and a cost that was lowered, open nothing", async () => {
  const { context, page } = await protectedPage("en");
  await page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open("kumomori");
    request.onsuccess = () => {
      const transaction = request.result.transaction("keys", "readwrite");
      const all = transaction.objectStore("keys");
      all.get("passphrase").onsuccess = ({ target }) => all.put({ ...target.result, memory: 8, passes: 1 }, "passphrase");
      transaction.oncomplete = () => { request.result.close(); resolve(); };
    };
  }));
  await lock(page, "en");
  await unlock(page, GOOD);
  await page.locator("#unlock-problem", { hasText: "could not finish" }).waitFor();
  await context.close();
});
