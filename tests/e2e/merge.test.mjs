// A file of the same assessment is merged with the present one: what each changed is in what comes of
// both, where they contradict the reader decides, and one step takes it back.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { assertAccessible, assertFits } from "./looks.mjs";
import { LANGUAGES, chosen, go, launch, openExample, savedFile, started, told, words } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: { none: "食い違いはありません。", some: /食い違っているところが1件あります/, first: "まとめる(食い違いはいまの評価を採る)", second: "まとめる(食い違いはファイルを採る)", undo: "元に戻す", title: "評価の題名", sides: ["いまの評価", "ファイル"] },
  en: { none: "Nothing contradicts.", some: /1 thing was changed in both files/, first: "Merge, with yours where they contradict", second: "Merge, with the file's where they contradict", undo: "Undo", title: "Title of the assessment", sides: ["Yours", "The file"] },
};

const EVIDENCE = "Backup plan for internal systems";
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const isSaved = (page, lang) => page.locator(".saving", { hasText: words[lang].saved }).waitFor();

for (const lang of LANGUAGES) {
  test(`a colleague's file and one's own work become one (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang, { viewport: { width: 320, height: 640 } });
    await openExample(page, lang, "exampleSaas", "#/scope");
    await isSaved(page, lang);
    const shared = (await savedFile(page, lang)).text;
    const colleague = shared.replace(EVIDENCE, "Backup plan, second edition");
    assert.notEqual(colleague, shared);
    const title = page.getByLabel(said[lang].title, { exact: true });
    await title.fill("My own title");
    await title.blur();
    await isSaved(page, lang);
    const mine = (await savedFile(page, lang)).text;
    const choose = (text) => page.locator(".masthead input[type=file]").setInputFiles(chosen("colleague.json", text));

    await choose(colleague);
    await page.getByText(said[lang].none, { exact: true }).waitFor();
    await told(page);
    await assertAccessible(page, "the dialog");
    await assertFits(page, "the dialog");
    await press(page, said[lang].first);
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    const both = (await savedFile(page, lang)).text;
    assert.match(both, /My own title/);
    assert.match(both, /Backup plan, second edition/);
    assert.ok(!both.includes(EVIDENCE), "what the colleague changed is not there as it was");
    await press(page, said[lang].undo);
    assert.equal((await savedFile(page, lang)).text, mine, "one step takes it back");

    const other = shared.replace(/"title": "[^"]*"/, '"title": "Another title"');
    for (const [side, wanted] of [["first", "My own title"], ["second", "Another title"]]) {
      await choose(other);
      await page.getByText(said[lang].some).waitFor();
      const row = await page.getByRole("dialog").locator("tbody tr").innerText();
      assert.ok(row.includes("My own title") && row.includes("Another title"), row);
      const heads = await page.getByRole("dialog").locator("thead th").allInnerTexts();
      assert.deepEqual(heads.slice(2), said[lang].sides);
      await assertAccessible(page, "a contradiction");
      await press(page, said[lang][side]);
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      assert.ok((await savedFile(page, lang)).text.includes(wanted), side);
    }
    await choose((await savedFile(page, lang)).text.replace(/"id": "[^"]*"/, '"id": "something-else"'));
    await page.getByRole("button", { name: words[lang].replace, exact: true }).waitFor();
    assert.equal(await page.getByRole("button", { name: said[lang].first, exact: true }).count(), 0, "another assessment is not merged");
    await press(page, words[lang].keep);
    await go(page, "#/assess");
    assert.deepEqual([heard.errors, heard.violations], [[], []]);
    await context.close();
  });
}
