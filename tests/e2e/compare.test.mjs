// Two assessments side by side, as the command line compares them.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAccessible, assertFits } from "./looks.mjs";
import { DAY, LANGUAGES, chosen, launch, openExample, printed, savedFile, started, words } from "./support.mjs";

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "kumomori-compare-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const said = {
  ja: { choose: "比べるファイルを選ぶ", title: "比較", differs: "対象が異なる2つの評価です", same: /^管理策: 変化なし\d+件。$/ },
  en: { choose: "Choose a file to compare with", title: "Comparison", differs: "The two are about different subjects", same: /^Controls: \d+ the same\.$/ },
};

for (const lang of LANGUAGES) {
  const [w, s] = [words[lang], said[lang]];
  const choose = (page, file) => page.getByLabel(s.choose).setInputFiles(file);

  test(`a file is set beside the present assessment (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang, { viewport: { width: 320, height: 640 } });
    await openExample(page, lang, "exampleSaas", "#/result");
    const saved = await savedFile(page, lang);
    await choose(page, saved.path);
    await page.getByText(s.same).first().waitFor();

    const less = saved.text.replace('"rungs": ["F", "F", "F", "F", "U"]', '"rungs": ["F", "F", "N", "N", "U"]');
    assert.notEqual(less, saved.text);
    await choose(page, chosen("earlier.json", less));
    await page.getByText(s.same).first().waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 3, name: s.title, exact: true }).waitFor();
    await assertFits(page, "a comparison");
    await assertAccessible(page, "a comparison");
    const table = page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: s.title, exact: true }) }).locator("table").last();
    const cells = await table.locator("tbody tr").last().locator("th, td").allInnerTexts();
    const path = join(folder, `earlier.${lang}.json`);
    await writeFile(path, less);
    const args = ["compare", path, saved.path, "--as-of", DAY, "--lang", lang, "--format", "csv"];
    const stdout = await printed(...args);
    const last = stdout.trim().split("\r\n").at(-1);
    assert.equal(cells.length, 6);
    for (const cell of cells) assert.ok(last.includes(cell), `${last} says ${cell}`);

    await choose(page, chosen("cut.json", less.slice(0, 300)));
    await page.getByRole("heading", { name: w.refused }).waitFor();
    const now = await savedFile(page, lang);
    assert.equal(now.text, saved.text, "the present work stays");
    assert.deepEqual(heard.violations, []);
    assert.deepEqual(heard.errors, []);
    await context.close();
  });

  test(`another service is told to be another one (${lang})`, async () => {
    const { context, page } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/scope");
    const saved = await savedFile(page, lang);
    await page.goto(`${page.url().split("#")[0]}#/`);
    await page.getByRole("button", { name: w.exampleAi, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: w.replace, exact: true }).click();
    await page.waitForFunction(() => location.hash !== "#/" && location.hash !== "");
    await page.evaluate(() => { location.hash = "#/result"; });
    await choose(page, saved.path);
    await page.getByText(s.differs).first().waitFor();
    await context.close();
  });
}
