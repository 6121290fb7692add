// Services side by side, as the command line sets them.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAccessible, assertFits } from "./looks.mjs";
import { DAY, LANGUAGES, chosen, downloaded, launch, openExample, printed, savedFile, started, told, words } from "./support.mjs";

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "kumomori-services-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const said = {
  ja: { add: "並べるファイルを選ぶ", title: "サービスの比較", clear: "並べるのをやめる", gates: "関門(キー管理策)" },
  en: { add: "Choose a file to set beside it", title: "Services side by side", clear: "Take them away", gates: "Gates (key controls)" },
};

for (const lang of LANGUAGES) {
  test(`up to four services stand side by side (${lang})`, async () => {
    const [w, s] = [words[lang], said[lang]];
    const { context, page, heard } = await started(browser, lang, { viewport: { width: 320, height: 640 } });
    await openExample(page, lang, "exampleSaas", "#/result");
    const present = await savedFile(page, lang);
    const named = (name) => present.text.replaceAll("Larkfield Ledger, Inc.", name);
    const files = ["Second", "Third", "Fourth"].map((name) => ({ name, path: join(folder, `${name}.${lang}.json`), text: named(name) }));
    const add = page.getByLabel(s.add);
    const section = page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: s.title, exact: true }) });
    for (const { name, path, text } of files) {
      assert.notEqual(text, present.text);
      await writeFile(path, text);
      await add.setInputFiles(path);
      await section.getByRole("heading", { level: 4, name, exact: false }).waitFor();
    }
    assert.equal(await add.count(), 0, "there is no room for a fifth");
    await told(page);
    const gates = section.locator("table").first();
    assert.deepEqual((await gates.locator("thead th").allInnerTexts()).slice(1), ["A", "B", "C", "D"]);
    await assertFits(page, "services side by side");
    await assertAccessible(page, "services side by side");
    for (const [name, format] of [["CSV", "csv"], ["Markdown", "md"], ["HTML", "html"]]) {
      const file = await downloaded(page, section.getByRole("button", { name, exact: true }));
      assert.equal(file.name, `kumomori-services.${format}`);
      const args = ["services", present.path, ...files.map((it) => it.path), "--as-of", DAY, "--lang", lang, "--format", format];
      if (format === "csv") args.push("--bom");
      assert.equal(file.text, await printed(...args), format);
    }
    await section.getByRole("button", { name: s.clear, exact: true }).click();
    await gates.waitFor({ state: "detached" });

    await add.setInputFiles(chosen("cut.json", present.text.slice(0, 300)));
    await page.getByRole("heading", { name: w.refused }).waitFor();
    assert.equal(await gates.count(), 0);
    assert.equal((await savedFile(page, lang)).text, present.text, "the present work stays");
    assert.deepEqual(heard.violations, []);
    assert.deepEqual(heard.errors, []);
    await context.close();
  });
}
