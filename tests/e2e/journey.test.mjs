// The whole way, in both languages: from the first page to a saved file and back, with nothing
// leaving the browser.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DAY, LANGUAGES, go, launch, open, openExample, printed, savedEvaluation, savedFile, speak, start, started, words } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** The evaluation of a file by the command line. */
function evaluated(path) {
  return printed("evaluate", path, "--as-of", DAY, "--format", "json");
}

/** The section of one control and role on a domain page. */
function answerOf(page, control, role) {
  return page.locator(`[id="${control}-${role}"], [data-answer="${control}-${role}"]`).first();
}

function quiet(heard) {
  assert.deepEqual(heard.foreign, [], "requests to other origins");
  assert.deepEqual(heard.violations, [], "violations of the content security policy");
  assert.deepEqual(heard.errors, [], "errors on the page");
}

for (const lang of LANGUAGES) {
  const w = words[lang];

  test(`answer, read the result, save, come back (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await page.locator("#level").waitFor();
    const loaded = heard.requests.length;

    await page.getByRole("button", { name: w.start, exact: true }).click();
    await page.waitForFunction(() => location.hash === "#/scope");
    await page.getByLabel(w.name, { exact: true }).fill("翻訳サービスA / Service A");
    await page.getByLabel(w.both, { exact: true }).check();
    await page.getByLabel(w.usesAi, { exact: true }).check();

    await go(page, "#/assess");
    await page.getByRole("link", { name: w.dataProtection }).first().click();
    await page.waitForFunction(() => location.hash.startsWith("#/assess/data-protection"));
    const name = "encrypt-in-transit-provider";
    await page.locator(`input[name="${name}-design"]`).nth(3).check();
    await page.locator(`input[name="${name}-operation"]`).nth(2).check();
    const before = await page.locator("main").innerText();
    assert.ok(before.includes(w.encryptInTransit));

    await go(page, "#/result");
    await page.locator("svg[role=img]:visible").waitFor();
    await page.getByRole("heading", { name: w.aiRisks, exact: true }).waitFor();
    const result = await page.locator("main").innerText();
    for (const needle of [w.main, w.aiRisks, "ISO/IEC 27017:2026", "SOC 2", "M1", "M7"]) {
      assert.ok(result.includes(needle), `the result names ${needle}`);
    }
    assert.ok(await page.locator("svg[role=img]").count() >= 1, "the main picture is there");
    assert.ok(await page.locator("details table").count() >= 1, "the picture has its table");

    assert.doesNotMatch(result, /27017:2015|27018:2019/, "nobody begins with an edition that was withdrawn");
    await go(page, "#/result/iso27017-2015");
    assert.match(await page.locator("main").innerText(), w.withdrawn, "the withdrawn edition says so");
    await go(page, "#/result");

    const saved = await savedFile(page, lang);
    const evaluation = await savedEvaluation(page, lang);
    assert.equal(evaluation.text, await evaluated(saved.path), "browser and command line agree byte for byte");
    assert.match(saved.text, /"format": "kumomori.assessment\/1"/);

    await page.getByText(w.saved).first().waitFor();
    assert.equal(heard.requests.length, loaded, "nothing was requested after the load");
    await page.reload();
    await page.locator("#page-title").waitFor();
    await page.waitForLoadState("networkidle");
    assert.equal(await page.evaluate(() => document.documentElement.lang), lang, "the language is remembered");
    await go(page, "#/assess/data-protection");
    assert.ok(await page.locator(`input[name="${name}-design"]`).nth(3).isChecked(), "reload loses nothing");
    const again = await savedFile(page, lang);
    assert.equal(again.text, saved.text, "the same file after a reload");

    await go(page, "#/about");
    await page.getByRole("button", { name: w.erase, exact: true }).click();
    const erase = page.getByRole("dialog").getByRole("button", { name: w.eraseDo, exact: true });
    await Promise.all([page.waitForEvent("load"), erase.click()]);
    await page.locator("#page-title").waitFor();
    await page.waitForLoadState("networkidle");
    await go(page, "#/result");
    assert.ok((await page.locator("main").innerText()).includes(w.notYet), "everything is erased");

    await page.locator("input[type=file]").first().setInputFiles(saved.path);
    await page.waitForFunction(() => location.hash !== "#/result" || document.querySelector("svg[role=img]"));
    const back = await savedFile(page, lang);
    assert.equal(back.text, saved.text, "the same file after opening it");
    quiet(heard);
    await context.close();
  });

  test(`an example gives the figures of the command line (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    for (const example of [w.exampleAi, w.exampleSaas]) {
      await go(page, "#/");
      await page.getByRole("button", { name: example, exact: true }).click();
      // The first one finds nothing to replace.
      const replace = page.getByRole("dialog").getByRole("button", { name: w.replace, exact: true });
      if (example !== w.exampleAi) await replace.click();
      await page.waitForFunction(() => location.hash !== "#/" && location.hash !== "");
      await go(page, "#/result");
      const saved = await savedFile(page, lang);
      const evaluation = await savedEvaluation(page, lang);
      assert.equal(evaluation.text, await evaluated(saved.path), example);
    }
    quiet(heard);
    await context.close();
  });
}

test("switching the language in the middle loses nothing", async () => {
  const { context, page, heard } = await started(browser, "ja");
  await page.getByRole("button", { name: words.ja.start, exact: true }).click();
  await page.getByLabel(words.ja.name, { exact: true }).fill("途中の名前");
  const before = await savedFile(page, "ja");
  await speak(page, "en");
  assert.equal(await page.getByLabel(words.en.name, { exact: true }).inputValue(), "途中の名前");
  const later = await savedFile(page, "en");
  assert.equal(later.text, before.text);
  quiet(heard);
  await context.close();
});

test("what was typed never stands in the address, the title or the clear in the store", async () => {
  const canary = "canary-7Q-漏えい";
  const { context, page, heard } = await open(browser, { locale: "ja" });
  await start(page);
  await page.getByRole("button", { name: words.ja.start, exact: true }).click();
  await page.getByLabel(words.ja.name, { exact: true }).fill(canary);
  await page.getByText(words.ja.saved).first().waitFor();
  const stored = await page.evaluate(async () => {
    const open = indexedDB.open("kumomori");
    const database = await new Promise((resolve) => { open.onsuccess = () => resolve(open.result); });
    const all = database.transaction("records").objectStore("records").getAll();
    const records = await new Promise((resolve) => { all.onsuccess = () => resolve(all.result); });
    const key = await new Promise((resolve) => {
      const get = database.transaction("keys").objectStore("keys").getAll();
      get.onsuccess = () => resolve(get.result[0]);
    });
    const decode = (data) => new TextDecoder().decode(data);
    return { texts: records.map((it) => decode(it.data)), extractable: key.extractable, local: { ...localStorage }, cookie: document.cookie };
  });
  assert.ok(stored.texts.length > 0);
  assert.ok(stored.texts.every((it) => !it.includes("canary")), "kept encrypted");
  assert.equal(stored.extractable, false);
  assert.deepEqual([stored.local, stored.cookie], [{}, ""]);
  assert.ok(!decodeURIComponent(page.url()).includes("canary"));
  assert.ok(!(await page.title()).includes("canary"));
  assert.ok(heard.requests.every((url) => !decodeURIComponent(url).includes("canary")));
  quiet(heard);
  await context.close();
});

test("today is the day where the reader is", async () => {
  const days = [["Asia/Tokyo", "2026-07-01"], ["America/Los_Angeles", "2026-06-30"]];
  for (const [timezoneId, day] of days) {
    const context = await browser.newContext({ locale: "en", timezoneId, serviceWorkers: "block" });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date("2026-06-30T20:00:00Z"));
    await start(page);
    await openExample(page, "en", "exampleSaas", "#/result");
    await page.getByText(day).first().waitFor();
    await context.close();
  }
});

test("an answer says whose report it relies on", async () => {
  const { context, page, heard } = await started(browser, "en");
  await openExample(page, "en", "exampleSaas", "#/control/limit-admins");
  await page.getByText(words.en.evidence).first().click();
  await page.getByLabel("Certificate or report that the answer relies on", { exact: true }).first().selectOption({ index: 1 });
  const { answers, attestations } = JSON.parse((await savedFile(page, "en")).text);
  const [relying] = answers.filter((it) => it.inherited_from);
  assert.equal(relying.control, "limit-admins");
  assert.equal(relying.inherited_from, attestations[0].id);
  await page.getByRole("button", { name: /^Why/ }).first().click();
  await page.getByRole("dialog").getByText(`relies on the attestation "${attestations[0].id}"`).waitFor();
  quiet(heard);
  await context.close();
});

test("a second tab reads and does not write", async () => {
  const { context, page } = await started(browser, "en");
  await page.getByRole("button", { name: words.en.exampleSaas, exact: true }).click();
  await page.getByText(words.en.saved).first().waitFor();
  const second = await context.newPage();
  await start(second);
  assert.ok(await second.getByRole("button", { name: words.en.start, exact: true }).isDisabled());
  assert.match(await second.locator("body").innerText(), /Read only/);
  await context.close();
});
