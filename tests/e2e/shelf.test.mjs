// Several assessments in one browser: each is kept by itself, and one tab never changes another's.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { assertAccessible } from "./looks.mjs";
import { LANGUAGES, SITE, go, launch, openExample, savedFile, start, started, words } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: { beside: "別の評価を作る", open: "開く", empty: "まだ何もありません", memory: "保存せずに使う", gone: "タブを閉じると消えます", erase: "消去", eraseDo: "消去する", done: "消去しました。", all: "すべて消去する", other: "ほかの評価" },
  en: { beside: "Make another assessment", open: "Open", empty: "nothing yet", memory: "Work without keeping anything", gone: "gone once the tab is closed", erase: "Erase", eraseDo: "Erase", done: "It is erased.", all: "Erase everything", other: "Other assessments" },
};
const SAAS = "Yearly self-assessment of a SaaS provider";
const PASSPHRASE = "correct horse battery staple";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const row = (page, text) => page.locator("li", { hasText: text });
const titleOf = async (page, lang) => JSON.parse((await savedFile(page, lang)).text).title;
const isSaved = (page, lang) => page.locator(".saving", { hasText: words[lang].saved }).waitFor();
const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map((it) => it.name).sort());

/** Does what loads the page anew, and waits until the site has started again. */
async function anew(page, act) {
  await page.evaluate(() => { globalThis.isOld = true; });
  await act();
  await page.waitForFunction(() => !globalThis.isOld && document.querySelector("#page-title") !== null);
  await page.waitForLoadState("networkidle");
}

/** A page with the example of a provider in its first store, and an empty second one. */
async function second(lang) {
  const opened = await started(browser, lang);
  await openExample(opened.page, lang, "exampleSaas", "#/");
  await isSaved(opened.page, lang);
  await anew(opened.page, () => button(opened.page, said[lang].beside).click());
  return opened;
}

for (const lang of LANGUAGES) {
  test(`two assessments side by side, each with its own tab that writes (${lang})`, async () => {
    const { context, page, heard } = await second(lang);
    assert.equal(await page.evaluate(() => document.documentElement.lang), lang, "the language came along");
    await row(page, said[lang].empty).waitFor();
    await assertAccessible(page, `shelf ${lang}`);
    await openExample(page, lang, "exampleAi", "#/assess");
    await isSaved(page, lang);
    const other = await titleOf(page, lang);
    assert.notEqual(other, SAAS);
    const tab = await context.newPage();
    await start(tab);
    assert.equal(await titleOf(tab, lang), other, "a new tab has the one that was chosen last");
    await anew(tab, () => row(tab, SAAS).getByRole("button", { name: said[lang].open, exact: true }).click());
    assert.equal(await titleOf(tab, lang), SAAS);
    const before = (await savedFile(page, lang)).text;
    await go(tab, "#/assess/access");
    await tab.locator('input[name="limit-admins-provider-design"]').nth(1).check();
    await tab.locator(".saving", { hasText: /\d:\d\d/ }).waitFor();
    const after = (await savedFile(tab, lang)).text;
    await anew(page, () => page.reload());
    assert.equal((await savedFile(page, lang)).text, before, "a tab that is loaded again has its own, as it was");
    await tab.goto(new URL(`refs/index.${lang}.html`, SITE).href);
    await tab.locator("a[href='../']").click();
    await tab.locator("#page-title").waitFor();
    assert.equal((await savedFile(tab, lang)).text, after, "and so has one that went away and came back");
    assert.deepEqual([heard.errors, heard.violations], [[], []]);
    await context.close();
  });

  test(`what is erased is gone, one by one and all at once (${lang})`, async () => {
    const { context, page } = await second(lang);
    await row(page, SAAS).locator("summary").click();
    await row(page, SAAS).getByRole("button", { name: said[lang].eraseDo, exact: true }).click();
    await page.getByText(said[lang].done, { exact: true }).waitFor();
    assert.deepEqual(await databases(page), ["kumomori-2"]);
    const tab = await context.newPage();
    await start(tab);
    assert.deepEqual(await databases(tab), ["kumomori-2"], "a new tab takes one that is there");
    await tab.close();
    await anew(page, () => button(page, said[lang].beside).click());
    assert.deepEqual(await databases(page), ["kumomori-2", "kumomori-3"]);
    await go(page, "#/about");
    await button(page, said[lang].all).click();
    await anew(page, () => page.locator("dialog").getByRole("button", { name: said[lang].eraseDo, exact: true }).click());
    assert.deepEqual(await databases(page), ["kumomori"], "only the new, empty one is there");
    await context.close();
  });

  test(`a page that keeps nothing says so, and gives everything as a file (${lang})`, async () => {
    const { context, page } = await started(browser, lang);
    await anew(page, () => button(page, said[lang].memory).click());
    await page.getByRole("button", { name: lang === "ja" ? "日本語" : "English", exact: true }).click();
    await openExample(page, lang, "exampleSaas", "#/assess/access");
    await page.locator(".saving", { hasText: said[lang].gone }).waitFor();
    assert.equal(await titleOf(page, lang), SAAS);
    const kept = await page.evaluate(() => new Promise((resolve) => {
      const request = indexedDB.open("kumomori");
      request.onsuccess = () => {
        const all = request.result.transaction("records").objectStore("records").getAllKeys();
        all.onsuccess = () => resolve(all.result);
      };
    }));
    assert.ok(!kept.includes("assessment"), "nothing was kept");
    page.on("dialog", (it) => it.accept());
    await anew(page, () => page.reload());
    assert.ok(await button(page, words[lang].save).isDisabled(), "it is gone");
    await context.close();
  });
}

test("an assessment with a passphrase does not stand in the way of another one", async () => {
  const { context, page } = await second("en");
  await openExample(page, "en", "exampleAi", "#/about");
  await isSaved(page, "en");
  const first = await context.newPage();
  await start(first);
  await anew(first, () => row(first, SAAS).getByRole("button", { name: "Open", exact: true }).click());
  await first.evaluate(() => { globalThis.isSame = true; });
  await page.locator("#lock-set-next").fill(PASSPHRASE);
  await page.locator("#lock-set-again").fill(PASSPHRASE);
  await page.locator("form:has(#lock-set-next) [type=submit]").click();
  await page.getByText("The passphrase is set.").waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Lock now" }).click();
  await page.locator("#unlock-now").waitFor();
  assert.ok(await first.evaluate(() => globalThis.isSame), "the tab of the other one went on");
  await first.close();
  await page.getByRole("heading", { name: "Other assessments" }).waitFor();
  await assertAccessible(page, "locked with another one");
  await anew(page, () => row(page, SAAS).getByRole("button", { name: "Open", exact: true }).click());
  assert.equal(await titleOf(page, "en"), SAAS);
  await go(page, "#/");
  await row(page, "Assessment 2, protected with a passphrase").waitFor();
  await context.close();
});

test("after many changes without a file, the page says that there is none", async () => {
  const { context, page } = await started(browser, "en");
  await openExample(page, "en", "exampleSaas", "#/assess/access");
  await isSaved(page, "en");
  let step = 0;
  const change = async (n) => {
    for (const end = step + n; step < end; step += 1) {
      await page.locator('input[name="limit-admins-provider-design"]').nth(1 + (step % 2)).check();
      await isSaved(page, "en");
      await page.waitForTimeout(450);
    }
  };
  const reminder = page.locator("#reminder");
  await change(20);
  assert.equal(await reminder.count(), 0);
  for (let n = 0; n < 30 && (await reminder.count()) === 0; n += 1) await change(1);
  await reminder.waitFor();
  await assertAccessible(page, "reminder");
  const [download] = await Promise.all([page.waitForEvent("download"), reminder.getByRole("button", { name: "Save to a file" }).click()]);
  assert.equal(download.suggestedFilename(), "kumomori-assessment.json");
  await go(page, "#/about");
  await page.locator("dt", { hasText: "Last saved to a file" }).waitFor();
  const file = await page.locator("dt", { hasText: "Last saved to a file" }).locator("xpath=following-sibling::dd[1]").innerText();
  assert.match(file, /20\d\d.*\(0 changes since\)/s);
  await context.close();
});
