// Files that are broken get a message that names the place, and the present work stays.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { LANGUAGES, chosen, go, launch, openExample, savedFile, started, words } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const lang of LANGUAGES) {
  const w = words[lang];
  test(`a broken file is refused with its place (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleAi", "#/scope");
    const whole = await savedFile(page, lang);
    const cases = [
      ["cut.json", whole.text.slice(0, 300), /:?\d+:\d+|行/],
      ["level.json", whole.text.replace(/"design": \{ "rungs": \[[^\]]*\] \}/, '"design": { "level": 9 }'), /9/],
      ["field.json", whole.text.replace('"title":', '"titel":'), /titel/],
      ["edition.json", whole.text.replace('"edition": "2015"', '"edition": "1999"'), /1999/],
      ["version.json", whole.text.replace("assessment/1", "assessment/7"), /assessment\/7/],
      ["picture.json", "\u0089PNG\r\n\u001a\n", /PNG|JSON/],
      ["empty.json", "", /./],
      ["large.json", " ".repeat((8 << 20) + 1), /./],
    ];
    for (const [name, content, expected] of cases) {
      await page.locator("input[type=file]").first().setInputFiles(chosen(name, content));
      const message = page.getByRole("heading", { name: w.refused });
      await message.waitFor();
      // Until then the page may still say what was wrong with the file before.
      await page.waitForFunction((it) => new RegExp(it).test(document.body.innerText), expected.source);
      const said = await page.locator("body").innerText();
      assert.match(said, expected, name);
      await page.waitForTimeout(50);
      assert.equal((await savedFile(page, lang)).text, whole.text, `${name}: the present work stays`);
      const close = page.getByRole("button", { name: lang === "ja" ? "閉じる" : "Close", exact: true });
      if (await close.count()) await close.first().click();
    }
    assert.deepEqual(heard.errors, []);
    assert.deepEqual(heard.violations, []);
    await context.close();
  });

  test(`opening over present work asks first (${lang})`, async () => {
    const { context, page } = await started(browser, lang);
    await openExample(page, lang, "exampleAi", "#/assess");
    const first = await savedFile(page, lang);
    await go(page, "#/");
    await page.getByRole("button", { name: w.exampleSaas, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: w.keep, exact: true }).click();
    assert.equal((await savedFile(page, lang)).text, first.text);
    await context.close();
  });
}
