// How an assessment came about stays in the browser: steps are listed, compared and had back, also
// after a reload, and the file of the history is one that the command line can check.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { assertAccessible, assertFits } from "./looks.mjs";
import { CLI, LANGUAGES, downloaded, go, launch, openExample, printed, savedFile, started, told, words } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "kumomori-history-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const said = {
  ja: {
    history: "履歴", name: "いまの状態に付ける名前", keep: "名前を付けて残す", only: "名前を付けた状態だけ", save: "履歴をファイルに保存",
    restore: "この時点に戻す", state: "この時点の評価をファイルに保存", erase: "履歴を消す", eraseDo: "消して、ここから記録し直す",
    undo: "元に戻す", redo: "やり直す", opened: "評価の開始または読み込み", scope: "対象範囲", subject: "評価対象", answers: "回答の履歴",
    follows: "どの記録も直前の記録につながっています", comparison: "比較", owner: "責任者", beside: "比べる相手", worse: "悪化",
  },
  en: {
    history: "History", name: "A name for the present state", keep: "Keep under this name", only: "Named states only", save: "Save the history to a file",
    restore: "Go back to this state", state: "Save this state to a file", erase: "Delete the history", eraseDo: "Delete it and begin again from here",
    undo: "Undo", redo: "Redo", opened: "Begun or opened", scope: "Scope", subject: "Subject", answers: "History of the answers",
    follows: "Every step follows from the one before it", comparison: "Comparison", owner: "Owner", beside: "Compare with", worse: "Worse",
  },
};

const button = (page, name) => page.getByRole("button", { name, exact: true });
const level = (page, at) => page.locator('input[name="limit-admins-provider-design"]').nth(at);

/** Waits until everything is kept. */
async function kept(page, lang) {
  await page.locator(".saving", { hasText: words[lang].saved }).waitFor();
}

/** The rows of the list of steps, as soon as there are so many. */
async function rows(page, n) {
  const all = page.locator("main table").first().locator("tbody tr");
  await page.waitForFunction((n) => document.querySelector("main table")?.querySelectorAll("tbody tr").length === n, n);
  return all.allInnerTexts();
}

/** Does something that is kept as a step of its own. */
async function step(page, lang, act) {
  await act();
  await kept(page, lang);
}

/** The example with two changes, each of them kept. */
async function changed(lang, options) {
  const { context, page, heard } = await started(browser, lang, options);
  await openExample(page, lang, "exampleSaas", "#/assess/access");
  await kept(page, lang);
  const states = [(await savedFile(page, lang)).text];
  for (const at of [1, 2]) {
    await step(page, lang, () => level(page, at).check());
    states.push((await savedFile(page, lang)).text);
  }
  return { context, page, heard, states };
}

/** How the command line ends, and what it says. */
const run = (...args) =>
  new Promise((resolve) => {
    execFile(CLI, args, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }));
  });

for (const lang of LANGUAGES) {
  const s = said[lang];

  test(`every change is listed, and the command line can check them (${lang})`, async () => {
    const { context, page, heard, states } = await changed(lang);
    await go(page, "#/scope");
    const name = page.getByLabel(words[lang].name, { exact: true });
    await name.click();
    await page.keyboard.press("End");
    await page.keyboard.type(" & Co. \"雲\"", { delay: 120 });
    await kept(page, lang);
    await page.getByRole("link", { name: s.history, exact: true }).click();
    const listed = await rows(page, 4);
    assert.match(listed[0], new RegExp(s.subject), "what is typed into one field is one step");
    assert.match(listed[3], new RegExp(s.opened));
    await page.getByText(s.follows).waitFor();

    const { text } = await downloaded(page, button(page, s.save));
    const path = join(folder, `${lang}.json`);
    await writeFile(path, text);
    const verified = await run("verify", path, "--lang", lang);
    assert.equal(verified.code, 0, verified.stderr);
    for (const line of listed) assert.ok(verified.stdout.includes(line.split("\t")[1]), line);
    for (const [seq, state] of states.entries()) {
      assert.equal(await printed("restore", path, "--step", String(seq + 1)), state);
    }
    assert.equal(await printed("restore", path), (await savedFile(page, lang)).text);
    await writeFile(path, text.replace("& Co.", "& Sons"));
    const bent = await run("restore", path, "--step", "9");
    assert.equal(bent.code, 2);
    await writeFile(path, text.replace('"limit-admins"', '"limit-others"'));
    assert.equal((await run("verify", path)).code, 1);
    assert.deepEqual([heard.errors, heard.violations], [[], []]);
    await context.close();
  });

  test(`a named state is compared with, had back and saved (${lang})`, async () => {
    const { context, page, heard, states } = await changed(lang);
    await go(page, "#/history");
    await page.getByLabel(s.name, { exact: true }).fill("A & B");
    await button(page, s.keep).click();
    await page.getByRole("cell", { name: "A & B", exact: true }).waitFor();
    await go(page, "#/assess/access");
    await step(page, lang, () => level(page, 4).check());
    await go(page, "#/history");
    assert.equal((await rows(page, 4)).filter((it) => it.includes("A & B")).length, 1, "a later step has no name");
    await button(page, s.only).click();
    const [named] = await rows(page, 1);
    assert.match(named, /A & B/);
    await assertAccessible(page, `history ${lang}`);
    await page.locator("main table a").first().click();
    await page.getByRole("heading", { name: s.comparison, exact: true }).waitFor();
    await told(page);
    assert.match(await page.locator("main").innerText(), /4/);
    await assertAccessible(page, `step ${lang}`);
    assert.equal(await page.getByLabel(s.beside, { exact: true }).count(), 0, "there is no other named state");
    const file = await downloaded(page, button(page, s.state));
    assert.equal(file.text, states[2]);
    await button(page, s.restore).click();
    assert.equal((await savedFile(page, lang)).text, states[2]);
    await button(page, s.undo).click();
    assert.notEqual((await savedFile(page, lang)).text, states[2]);
    assert.deepEqual([heard.errors, heard.violations], [[], []]);
    await context.close();
  });

  test(`two named states are compared with each other (${lang})`, async () => {
    const { context, page, heard } = await changed(lang);
    const keep = async (name) => {
      await go(page, "#/history");
      await page.getByLabel(s.name, { exact: true }).fill(name);
      await button(page, s.keep).click();
      await page.getByRole("cell", { name, exact: true }).waitFor();
    };
    await keep("First");
    await go(page, "#/assess/access");
    await step(page, lang, () => level(page, 4).check());
    await keep("Second");
    await go(page, "#/assess/access");
    await step(page, lang, () => level(page, 0).check());
    await go(page, "#/history");
    await page.locator("tbody tr").filter({ hasText: "First" }).getByRole("link").click();
    const other = page.getByLabel(s.beside, { exact: true });
    await other.waitFor();
    await told(page);
    const present = await page.locator("main").innerText();
    assert.ok(present.includes(s.worse), "now it is worse than at first");
    await other.selectOption({ index: 1 });
    await told(page);
    const between = await page.locator("main").innerText();
    assert.ok(!between.includes(s.worse) && between !== present, between);
    await assertAccessible(page, `two states ${lang}`);
    assert.deepEqual([heard.errors, heard.violations], [[], []]);
    await context.close();
  });

  test(`steps of an earlier visit are taken back and done again (${lang})`, async () => {
    const { context, page, heard, states } = await changed(lang);
    await button(page, s.undo).click();
    await kept(page, lang);
    await page.reload();
    await page.locator("#page-title").waitFor();
    const now = async () => (await savedFile(page, lang)).text;
    assert.equal(await now(), states[1]);
    await page.waitForFunction((name) => [...document.querySelectorAll("button")].some((it) => it.textContent === name && !it.disabled), s.redo);
    await button(page, s.redo).click();
    assert.equal(await now(), states[2]);
    await button(page, s.undo).click();
    await button(page, s.undo).click();
    assert.equal(await now(), states[0]);
    assert.ok(await button(page, s.undo).isDisabled(), "nothing was before the example");
    assert.deepEqual(heard.errors, []);
    await context.close();
  });

  test(`the history of an answer is beside it (${lang})`, async () => {
    const { context, page } = await changed(lang);
    const control = page.locator("section.control", { has: page.locator("#control-limit-admins") });
    await control.getByText(s.answers, { exact: true }).click();
    const table = control.locator("details.screen table").last();
    await table.waitFor();
    assert.equal(await table.locator("tbody tr").count(), 3);
    await assertAccessible(page, `answers ${lang}`);
    await context.close();
  });

  test(`the history can be deleted; what is there stays (${lang})`, async () => {
    const { context, page, states } = await changed(lang);
    await go(page, "#/history");
    await rows(page, 3);
    await page.getByText(s.erase, { exact: true }).click();
    await button(page, s.eraseDo).click();
    const [only] = await rows(page, 1);
    assert.match(only, new RegExp(s.opened));
    assert.equal((await savedFile(page, lang)).text, states[2]);
    await go(page, "#/assess/access");
    await step(page, lang, () => level(page, 3).check());
    await go(page, "#/history");
    await rows(page, 2);
    const { text } = await downloaded(page, button(page, s.save));
    const path = join(folder, `deleted-${lang}.json`);
    await writeFile(path, text);
    assert.equal((await run("verify", path)).code, 0);
    await context.close();
  });

  for (const width of [320, 1280]) {
    test(`the pages of the history fit (${lang}, ${width})`, async () => {
      const { context, page } = await changed(lang, { viewport: { width, height: 900 } });
      for (const fragment of ["#/history", "#/history/1"]) {
        await go(page, fragment);
        await page.locator("main table").first().waitFor();
        await assertFits(page, `${fragment} ${lang} ${width}`);
      }
      await context.close();
    });
  }
}

/** Keeps so many notes about the first answer, one after the other. */
const many = (page, n) => page.evaluate(async (n) => {
  const { kumomoriStore: store } = globalThis;
  const assessment = JSON.parse(await store.load("assessment"));
  for (let number = 1; number <= n; number += 1) {
    assessment.answers[0].note = `Note ${number}`;
    await store.record("assessment", JSON.stringify(assessment));
  }
}, n);

/** How many steps are asked for to tell what was just before, and how many there are. */
const asked = (page) => page.evaluate(async () => {
  const n = async (isRecent) => JSON.parse(await globalThis.kumomoriStore.history(isRecent)).steps.length;
  return [await n(true), await n(false)];
});

test("after hundreds of changes few steps are read to take the last ones back", async () => {
  const { context, page, heard } = await started(browser, "en");
  await openExample(page, "en", "exampleSaas", "#/assess");
  await kept(page, "en");
  const note = async () => JSON.parse((await savedFile(page, "en")).text).answers[0].note;
  const takeBack = async () => {
    await page.reload();
    await page.waitForFunction((name) => [...document.querySelectorAll("button")].some((it) => it.textContent === name && !it.disabled), said.en.undo);
    const now = await note();
    for (let n = 0; n < 3; n += 1) await button(page, said.en.undo).click();
    return [now, await note()];
  };
  await many(page, 450);
  assert.deepEqual(await asked(page), [252, 451], "a state, and the steps after it");
  assert.deepEqual(await takeBack(), ["Note 450", "Note 447"]);
  await kept(page, "en");
  const everything = await asked(page);
  await page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open("kumomori");
    request.onsuccess = () => {
      const transaction = request.result.transaction("records", "readwrite");
      transaction.objectStore("records").put({ id: "base-1", seq: 200, nonce: new Uint8Array(12), data: new Uint8Array(40) });
      transaction.oncomplete = () => resolve(request.result.close());
    };
  }));
  assert.deepEqual(await asked(page), [everything[1], everything[1]], "without the state all steps are read");
  assert.deepEqual(await takeBack(), ["Note 447", "Note 444"]);
  assert.deepEqual([heard.errors, heard.violations], [[], []]);
  await context.close();
});

test("what an earlier version kept is taken over, and its history begins with the next change", async () => {
  const { context, page } = await started(browser, "en");
  await openExample(page, "en", "exampleSaas", "#/assess/access");
  await kept(page, "en");
  const { text } = await savedFile(page, "en");
  // The database as the first version made it: no steps, and the record bound in the same way.
  await page.goto(new URL("refs/index.en.html", page.url()).href);
  await page.evaluate(async (text) => {
    const done = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
    await done(indexedDB.deleteDatabase("kumomori"));
    const request = indexedDB.open("kumomori", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("keys");
      request.result.createObjectStore("records", { keyPath: "id" });
    };
    const database = await done(request);
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = new TextEncoder().encode("kumomori.record/1|assessment|1");
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData, tagLength: 128 }, key, new TextEncoder().encode(text));
    await done(database.transaction("keys", "readwrite").objectStore("keys").add(key, "device"));
    await done(database.transaction("records", "readwrite").objectStore("records").put({ id: "assessment", seq: 1, nonce, data }));
    database.close();
  }, text);
  await page.goto(new URL("../#/history", page.url()).href);
  await page.locator("#page-title").waitFor();
  assert.equal((await savedFile(page, "en")).text, text);
  await page.getByText("This browser has no history yet.").waitFor();
  await go(page, "#/assess/access");
  await step(page, "en", () => level(page, 1).check());
  await go(page, "#/history");
  const [only] = await rows(page, 1);
  assert.match(only, /Begun or opened/);
  await context.close();
});
