// Documents that go out of an assessment: the same as the command line makes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertFits } from "./looks.mjs";
import { DAY, LANGUAGES, downloaded, launch, openExample, printed, savedFile, started } from "./support.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const titles = {
  ja: {
    label: "文書", gaps: "ギャップ分析報告書", soa: "適用宣言書", summary: "経営層向け要約", questions: "事業者への質問一覧",
    responsibility: "責任分担表", readiness: "審査・監査の準備状況", crosswalk: "基準間の対応表",
  },
  en: {
    label: "Document", gaps: "Gap analysis report", soa: "Statement of applicability", summary: "Management summary",
    questions: "Questions to the provider",
    responsibility: "Responsibility matrix", readiness: "Readiness for examination", crosswalk: "Crosswalk of the targets",
  },
};
const SHOW = { ja: "この画面で読む", en: "Read it here" };
const FORMATS = { HTML: "html", CSV: "csv", Markdown: "md" };

async function resultPage(lang, example) {
  const { context, page } = await started(browser, lang);
  await openExample(page, lang, example, "#/result");
  return { context, page };
}

for (const lang of LANGUAGES) {
  test(`every document in every format is that of the command line (${lang})`, async () => {
    const { label, ...kinds } = titles[lang];
    const { context, page } = await resultPage(lang, "exampleSaas");
    const saved = await savedFile(page, lang);
    for (const [kind, title] of Object.entries(kinds)) {
      await page.getByLabel(label, { exact: true }).selectOption({ label: title });
      for (const [name, format] of Object.entries(FORMATS)) {
        const file = await downloaded(page, page.getByRole("button", { name, exact: true }));
        assert.equal(file.name, `kumomori-${kind}.${format}`);
        const args = ["report", kind, saved.path, "--as-of", DAY, "--format", format, "--lang", lang];
        if (format === "csv") args.push("--bom");
        const stdout = await printed(...args);
        assert.equal(file.text, stdout, `${kind}.${format}`);
      }
    }
    await context.close();
  });
}

for (const lang of LANGUAGES) {
  test(`a document is read on the page, and another when it is chosen (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang, { viewport: { width: 320, height: 640 } });
    await openExample(page, lang, "exampleSaas", "#/result");
    await page.getByText(SHOW[lang], { exact: true }).click();
    for (const kind of ["gaps", "readiness", "responsibility", "crosswalk"]) {
      const title = titles[lang][kind];
      await page.getByLabel(titles[lang].label, { exact: true }).selectOption({ label: title });
      await page.getByRole("heading", { level: 3, name: title }).waitFor();
      await assertFits(page, kind);
      await assertAccessible(page, kind);
    }
    assert.deepEqual(heard.violations, []);
    await context.close();
  });
}

test("a document in HTML opens alone, runs nothing and loads nothing", async () => {
  const { context, page } = await resultPage("ja", "exampleAi");
  const file = await downloaded(page, page.getByRole("button", { name: "HTML", exact: true }));
  const alone = await context.newPage();
  const asked = [];
  alone.on("request", (it) => asked.push(it.url()));
  await alone.setContent(file.text);
  assert.match(await alone.title(), /ギャップ分析報告書/);
  assert.deepEqual(asked, []);
  assert.equal(await alone.evaluate(() => document.querySelectorAll("script, [onclick], [onload]").length), 0);
  await context.close();
});
