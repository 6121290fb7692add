// Two tabs on one assessment: one writes, the other may take that over, and nothing is lost.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { assertAccessible } from "./looks.mjs";
import { LANGUAGES, go, launch, openExample, savedFile, start, started, words } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = { ja: { take: "このタブで編集する", only: "閲覧のみ" }, en: { take: "Edit here", only: "Read only" } };

const level = (page, at) => page.locator('input[name="limit-admins-provider-design"]').nth(at);
const isReader = (page, lang) => page.locator(".saving", { hasText: said[lang].only }).waitFor();
const isWriter = (page, lang) => page.waitForFunction((only) => {
  const saving = document.querySelector(".saving");
  return saving !== null && !saving.textContent.includes(only);
}, said[lang].only);

for (const lang of LANGUAGES) {
  test(`another tab takes over what the first one has, unsaved words too (${lang})`, async () => {
    const { context, page: first, heard } = await started(browser, lang);
    await openExample(first, lang, "exampleSaas", "#/assess/access");
    await first.locator(".saving", { hasText: words[lang].saved }).waitFor();
    const second = await context.newPage();
    await start(second, "#/assess/access");
    await isReader(second, lang);
    await assertAccessible(second, `second tab ${lang}`);
    await level(first, 1).check();
    await second.getByRole("button", { name: said[lang].take, exact: true }).click();
    await isWriter(second, lang);
    await isReader(first, lang);
    assert.ok(await level(second, 1).isChecked(), "what was answered just before is there");
    await level(second, 2).check();
    await second.locator(".saving", { hasText: words[lang].saved }).waitFor();
    const { text } = await savedFile(second, lang);
    await first.reload();
    await isReader(first, lang);
    assert.equal((await savedFile(first, lang)).text, text);
    assert.deepEqual([heard.errors, heard.violations], [[], []]);
    await context.close();
  });

  test(`a tab that is asleep loses its right to write, and cannot undo what the other one writes (${lang})`, async () => {
    const { context, page: first } = await started(browser, lang);
    await openExample(first, lang, "exampleSaas", "#/assess/access");
    await first.locator(".saving", { hasText: words[lang].saved }).waitFor();
    const session = await context.newCDPSession(first);
    await session.send("Debugger.enable");
    await session.send("Debugger.pause");
    const second = await context.newPage();
    await start(second, "#/assess/access");
    await isReader(second, lang);
    await second.getByRole("button", { name: said[lang].take, exact: true }).click();
    await isWriter(second, lang);
    await level(second, 2).check();
    await second.locator(".saving", { hasText: words[lang].saved }).waitFor();
    const { text } = await savedFile(second, lang);
    await session.send("Debugger.disable");
    await isReader(first, lang);
    assert.equal((await savedFile(first, lang)).text, text);
    await second.reload();
    await second.locator("#page-title").waitFor();
    assert.equal((await savedFile(second, lang)).text, text);
    await context.close();
  });
}
