// Evidence without an evidence file: typed into a form, or what a tool printed.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { DAY, LANGUAGES, go, launch, openExample, printed, savedEvaluation, savedFile, speak, started, words } from "./support.mjs";
import { test } from "./turn.mjs";

const ROOT = new URL("../../", import.meta.url);
let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "kumomori-"));
});
after(() => browser.close());

const said = {
  ja: {
    ai: "AIサービスの条件と利用状況を入力する", profile: "サービス概要を入力する", edit: "フォームで直す",
    training: "契約条件における入力・出力の学習利用", never: "使わない", days: "提供者が入力データを保存する日数。保存しなければ0",
    upstream: "背後のモデルの学習に使われないことも契約条件で定めている", yes: "はい", whose: "だれについての証拠か", customer: "利用者",
    supports: "裏づけ", whole: /0以上の整数です/, unusable: /使えない値があります/,
    add: /^追加する サービスに関する認証と報告書$/, kind: "認証・報告書の種類", close: "フォームを閉じる",
    notes: "読み取れなかったもの", fill: "全件に共通の値を入力する", inside: "全件に入れる",
  },
  en: {
    ai: "Fill in the terms and use of AI services", profile: "Fill in a service profile", edit: "Edit in the form",
    training: "Use of input and output for training under the terms", never: "Never", days: "Days for which the provider keeps input; 0 when it keeps none",
    upstream: "The terms also keep input out of the training of models behind the service", yes: "Yes", whose: "Whose evidence it is", customer: "Customer",
    supports: "Supports", whole: /a whole number, 0 or more/, unusable: /Some values cannot be used/,
    add: /^Add Certificates and reports about the service$/, kind: "Kind of certificate or report", close: "Close the form",
    notes: "What could not be read out", fill: "Fill in values that hold for all entries", inside: "Fill in",
  },
};

async function evidencePage(lang) {
  const { context, page } = await started(browser, lang);
  await openExample(page, lang, "exampleAi", "#/evidence");
  return { context, page };
}

const pressed = (page, name) => page.getByRole("button", { name, exact: typeof name === "string" }).click();

/** The evidence that the store keeps, as the page would read it after a reload. */
const kept = (page) => page.evaluate(async () => JSON.parse((await globalThis.kumomoriStore.load("evidence")) ?? "[]"));

/** The text of the one file that is kept, once its document is as wanted. */
async function keptOnce(page, isWanted) {
  for (let n = 0; n < 100; n += 1) {
    const [file] = await kept(page);
    if (file && isWanted(JSON.parse(file.text).document)) return file.text;
    await page.waitForTimeout(100);
  }
  throw new Error("what is wanted is not kept within ten seconds");
}

for (const lang of LANGUAGES) {
  const s = said[lang];

  test(`terms of an AI service are typed in, asked at once and corrected later (${lang})`, async () => {
    const { context, page } = await evidencePage(lang);
    await pressed(page, s.ai);
    await page.getByLabel(s.training).selectOption({ label: s.never });
    await page.getByLabel(s.upstream).selectOption({ label: s.yes });
    await page.getByLabel(s.days).fill("-3");
    await page.getByLabel(s.days).blur();
    await page.locator(".problem").getByText(s.whole).waitFor();
    await page.getByText(s.unusable).waitFor();
    assert.equal(await page.getByLabel(s.days).getAttribute("aria-invalid"), "true");
    await page.getByLabel(s.days).fill("0");
    await page.getByLabel(s.days).blur();
    await page.waitForFunction(() => document.querySelector("[aria-invalid]") === null);
    await page.getByLabel(s.whose).selectOption({ label: s.customer });
    await page.locator("main table").getByText(s.supports, { exact: true }).first().waitFor();

    const text = await keptOnce(page, ([first]) => first?.retention_days === 0);
    const { document, tool } = JSON.parse(text);
    assert.deepEqual(document, [{ training: "never", upstream_training_excluded: true, retention_days: 0 }]);
    assert.equal(tool, undefined, "what is typed in names no tool");

    // The command line says the same of the same file.
    const path = join(folder, `typed-${lang}.json`);
    await writeFile(path, text);
    await go(page, "#/result");
    const w = words[lang];
    const evaluation = await savedEvaluation(page, lang);
    const saved = await savedFile(page, lang);
    const stdout = await printed("evaluate", saved.path, "--as-of", DAY, "--format", "json", "--evidence", path, "--role", "customer");
    assert.equal(evaluation.text, stdout);

    await page.evaluate(() => { location.hash = "#/evidence"; });
    await page.reload();
    await pressed(page, s.edit);
    await page.getByLabel(s.training).waitFor();
    assert.equal(await page.getByLabel(s.training).inputValue(), "never");
    assert.equal(await page.getByLabel(s.days).inputValue(), "0");
    await context.close();
  });

  test(`repeated parts of a form can be added and removed (${lang})`, async () => {
    const { context, page } = await evidencePage(lang);
    await pressed(page, s.profile);
    await pressed(page, s.add);
    await pressed(page, s.add);
    await page.getByLabel(s.kind).nth(0).selectOption("ISMAP");
    await page.getByLabel(s.kind).nth(1).selectOption("SOC 2 Type 2");
    const removes = page.locator("fieldset fieldset button.quiet");
    await removes.first().click();
    await keptOnce(page, ({ assurance }) => JSON.stringify(assurance) === '[{"type":"SOC 2 Type 2"}]');
    assert.equal(await page.getByLabel(s.kind).count(), 1);
    // Another language keeps what was typed.
    const other = lang === "ja" ? "en" : "ja";
    await speak(page, other);
    await page.getByLabel(said[other].kind).waitFor();
    assert.equal(await page.getByLabel(said[other].kind).inputValue(), "SOC 2 Type 2");
    await speak(page, lang);
    await pressed(page, s.close);
    assert.equal(await page.getByLabel(s.kind).count(), 0);
    await context.close();
  });

  test(`what a tool printed becomes evidence, and what it does not tell is filled in (${lang})`, async () => {
    const { context, page } = await evidencePage(lang);
    const output = new URL("crates/kumomori-import/tests/fixtures/gcp/list.json", ROOT);
    await page.locator("main input[type=file]").setInputFiles(output.pathname);
    await page.getByText(s.notes).first().waitFor();
    await pressed(page, s.fill);
    const classes = page.locator("main select[id^=form-]").first();
    await classes.waitFor();
    await classes.selectOption("internal");
    await pressed(page, s.inside);
    const text = await keptOnce(page, (all) => all.every((it) => it.data_class === "internal"));
    const file = JSON.parse(text);
    assert.equal(file.kind, "storage-inventory");
    assert.match(file.tool, /^gcloud/);

    // It is what the command line makes of the same output.
    const stdout = await printed("import", "--from", "gcp-storage", output.pathname, "--set", "data_class=internal");
    assert.deepEqual(file, JSON.parse(stdout));
    await context.close();
  });
}
