// Every change can be taken back and done again, one step at a time.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { LANGUAGES, go, launch, openExample, savedFile, started, words } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = { ja: { undo: "元に戻す", redo: "やり直す" }, en: { undo: "Undo", redo: "Redo" } };

for (const lang of LANGUAGES) {
  const w = words[lang];

  test(`answers, scope and typed words are taken back step by step (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    const [undo, redo] = [said[lang].undo, said[lang].redo].map((name) => page.getByRole("button", { name, exact: true }));
    const saved = async () => (await savedFile(page, lang)).text;
    await openExample(page, lang, "exampleSaas", "#/scope");
    assert.ok(await undo.isDisabled() && await redo.isDisabled(), "nothing was changed yet");
    const states = [await saved()];

    const name = page.getByLabel(w.name, { exact: true });
    await name.click();
    await page.keyboard.press("End");
    await page.keyboard.type(" & Co.");
    states.push(await saved());
    await page.getByLabel(w.usesAi, { exact: true }).check();
    states.push(await saved());
    await go(page, "#/assess/access");
    await page.locator('input[name="limit-admins-provider-design"]').nth(1).check();
    states.push(await saved());
    assert.equal(new Set(states).size, states.length, "each step changes the file");

    for (const state of states.slice(0, -1).reverse()) {
      await undo.click();
      assert.equal(await saved(), state);
    }
    assert.ok(await undo.isDisabled(), "all steps are taken back");
    for (const state of states.slice(1)) {
      await redo.click();
      assert.equal(await saved(), state);
    }
    assert.ok(await redo.isDisabled());

    await undo.click();
    await undo.click();
    await go(page, "#/scope");
    assert.equal(await page.getByLabel(w.usesAi, { exact: true }).isChecked(), false, "the page shows what is");
    assert.match(await name.inputValue(), / & Co\.$/);
    await page.getByText(w.saved).first().waitFor();
    await page.reload();
    await page.locator("#page-title").waitFor();
    assert.equal(await saved(), states[1], "what was taken back stays so");
    assert.deepEqual(heard.errors, []);
    await context.close();
  });
}
