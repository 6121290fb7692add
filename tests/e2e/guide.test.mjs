// From a situation to a target: profiles, and the questions of the selection guide.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LANGUAGES, go, launch, openExample, savedFile, started, words } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: {
    guide: "目標の選び方から始める", soc: "SOC 2 Type 2報告書に向けた準備", begin: "これで始める", nothing: "まだ目標の案はありません。",
    personal: /個人データを取り扱いますか/, reason: /公的|処理する事業者の責務/, anew: "この目標で新しく始める", apply: "今の評価の目標にする(回答は残ります)",
  },
  en: {
    guide: "Begin with choosing a target", soc: "Preparing for a SOC 2 Type 2 report", begin: "Begin with this", nothing: "Nothing is proposed yet.",
    personal: /handle personal data/, reason: /processes personal data for others/, anew: "Begin anew with these targets", apply: "Make them the targets of the present assessment (answers stay)",
  },
};

const targets = (file) => JSON.parse(file.text).scope.targets.map((it) => `${it.framework}:${it.edition}`);

for (const lang of LANGUAGES) {
  const [w, s] = [words[lang], said[lang]];

  test(`a profile begins an assessment (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await page.getByRole("link", { name: s.guide, exact: true }).click();
    const item = page.locator("main li").filter({ has: page.getByRole("heading", { name: s.soc, exact: true }) });
    await item.getByRole("button", { name: `${s.begin} : ${s.soc}`, exact: true }).click();
    await page.waitForFunction(() => location.hash === "#/scope");
    const file = await savedFile(page, lang);
    assert.deepEqual(targets(file), ["soc2:2017"]);
    assert.equal(JSON.parse(file.text).title, s.soc);
    assert.deepEqual(heard.violations, []);
    assert.deepEqual(heard.errors, []);
    await context.close();
  });

  test(`questions lead to targets with their reasons, and answers stay (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleAi", "#/guide");
    const before = JSON.parse((await savedFile(page, lang)).text);
    // Whoever does not say otherwise judges an organization of their own.
    for (const box of await page.locator("main input[type=checkbox]").all()) assert.equal(await box.isChecked(), false);
    await page.locator("main input[type=checkbox]").first().check();
    await page.getByText(s.nothing, { exact: true }).waitFor();
    assert.ok(await page.getByRole("button", { name: s.anew, exact: true }).isDisabled());
    await page.getByLabel(s.personal).check();
    await page.getByText(s.reason).first().waitFor();
    await page.getByRole("button", { name: s.apply, exact: true }).click();
    await page.waitForFunction(() => location.hash === "#/scope");
    const file = await savedFile(page, lang);
    assert.deepEqual(targets(file), ["iso27018:2025"]);
    assert.deepEqual(JSON.parse(file.text).answers, before.answers);
    assert.ok(JSON.parse(file.text).scope.personal_data);
    assert.ok(await page.getByLabel(w.usesAi, { exact: true }).isChecked(), "what was said before stays");
    await go(page, "#/guide");
    assert.equal(await page.locator("main input:checked").count(), 0, "answers to the guide are not kept");
    assert.deepEqual(heard.errors, []);
    await context.close();
  });
}
