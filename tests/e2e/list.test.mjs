// Answers in one table: the address says what is listed, and what is answered there is answered
// everywhere.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { LANGUAGES, go, launch, openExample, savedFile, started } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: {
    state: "状態", open: "回答が済んでいない", search: "探す(管理策の名前・目的・担当・メモ)", bulk: "表示中のものにまとめて答える",
    run: "まとめて答える", undo: "元に戻す", level: "レベル", two: "レベル2 基本", control: "管理者と特権ツールの限定", next: "次の管理策",
  },
  en: {
    state: "State", open: "Not answered in full", search: "Search in names, objectives, owners and notes", bulk: "Answer all that are listed at once",
    run: "Answer them", undo: "Undo", level: "Level", two: "Level 2 Basic", control: "Limit administrators and powerful tools", next: "Next control",
  },
};

const rows = (page) => page.locator("table.answers tbody tr");

/** Waits until as many rows are listed. */
const listed = (page, n) =>
  page.waitForFunction((n) => document.querySelectorAll("table.answers tbody tr").length === n, n);

for (const lang of LANGUAGES) {
  const s = said[lang];

  test(`filters are in the address, and a search is not (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/list/any/any/any/any");
    const all = await rows(page).count();
    await page.getByLabel(s.state, { exact: true }).focus();
    await page.getByLabel(s.state, { exact: true }).selectOption({ label: s.open });
    await page.waitForFunction(() => location.hash === "#/list/open/any/any/any");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SELECT", "the focus stays");
    const open = await rows(page).count();
    assert.ok(open > 0 && open < all, `${open} of ${all}`);
    await page.goBack();
    await listed(page, all);
    await page.goForward();
    await listed(page, open);
    await page.reload();
    await page.locator("table.answers").waitFor();
    assert.equal(await rows(page).count(), open, "a reload lists the same");

    const before = page.url();
    await page.getByLabel(s.search, { exact: true }).fill(s.control.toUpperCase());
    await page.waitForFunction((n) => document.querySelectorAll("table.answers tbody tr").length < n, open);
    for (const row of await rows(page).allInnerTexts()) assert.ok(row.includes(s.control), row);
    assert.equal(page.url(), before, "what is searched for is nowhere in the address");
    assert.deepEqual(heard.violations, []);
    assert.deepEqual(heard.errors, []);
    await context.close();
  });

  test(`a level chosen in the list is the answer, and many are given and taken back at once (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleAi", "#/list/any/provider/access/any");
    const name = "limit-admins-provider";
    const row = rows(page).filter({ hasText: s.control });
    await row.locator("select").first().selectOption("4");
    await row.locator("select").last().selectOption("2");
    await row.getByRole("link").click();
    await page.waitForFunction(() => location.hash.startsWith("#/control/limit-admins"));
    assert.ok(await page.locator(`input[name="${name}-design"]`).nth(4).isChecked());
    assert.ok(await page.locator(`input[name="${name}-operation"]`).nth(2).isChecked());
    await page.getByRole("link", { name: s.next, exact: true }).click();
    await page.waitForFunction(() => !location.hash.includes("limit-admins"));

    await go(page, "#/list/open/provider/access/any");
    const before = await savedFile(page, lang);
    const count = await rows(page).count();
    assert.ok(count > 2);
    await page.getByText(s.bulk, { exact: true }).click();
    await page.getByLabel(s.level, { exact: true }).selectOption({ label: s.two });
    await page.getByRole("button", { name: s.run, exact: true }).click();
    assert.ok(await page.getByRole("button", { name: s.run, exact: true }).isDisabled(), "nothing is left to change");
    assert.equal(await rows(page).count(), count, "rows stay while they are worked on");
    const values = await rows(page).locator("select").evaluateAll((all) => all.filter((_, idx) => idx % 2 === 0).map((it) => it.value));
    assert.ok(values.includes("2") && !values.includes("-"), values.join());
    assert.notEqual((await savedFile(page, lang)).text, before.text);
    await page.getByRole("button", { name: s.undo, exact: true }).click();
    assert.equal((await savedFile(page, lang)).text, before.text, "one step takes all of it back");
    assert.deepEqual(heard.errors, []);
    await context.close();
  });
}
