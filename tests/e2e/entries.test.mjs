// Entries of evidence: of a file that proves something its hash is noted, and nothing else of it.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { LANGUAGES, launch, openExample, savedFile, started, words } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: { open: /^証拠 \(\d+\)$/, add: "証拠を追加", hash: "ファイルのSHA-256を控える(ファイルは保存しません)", location: "所在(URLや保管場所。リンクにはなりません)" },
  en: { open: /^Evidence \(\d+\)$/, add: "Add evidence", hash: "Note the SHA-256 of a file (the file is not kept)", location: "Where it is kept (text; never a link)" },
};

const file = (name, text) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(text) });
const noted = (name, text) => `${name} sha256:${createHash("sha256").update(text).digest("hex")}`;

for (const lang of LANGUAGES) {
  const s = said[lang];

  test(`the hash of a file is noted, the file is not (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/control/limit-admins");
    await page.locator("summary").filter({ hasText: s.open }).first().click();
    await page.getByRole("button", { name: s.add }).first().click();
    const entry = page.locator("fieldset.entry").last();
    const [location, choose] = [s.location, s.hash].map((name) => entry.getByLabel(name, { exact: true }));
    await choose.setInputFiles(file("報告書 1.pdf", "very secret content"));
    const first = noted("報告書 1.pdf", "very secret content");
    await page.waitForFunction(([it, value]) => it.value === value, [await location.elementHandle(), first]);

    await location.fill(`Shelf 3; ${first}`);
    await choose.setInputFiles(file("empty.bin", ""));
    const second = `Shelf 3; ${noted("empty.bin", "")}`;
    await page.waitForFunction(([it, value]) => it.value === value, [await location.elementHandle(), second]);
    await page.getByRole("status").filter({ hasText: words[lang].saved }).waitFor();
    const saved = await savedFile(page, lang);
    assert.ok(saved.text.includes(second));
    assert.ok(!saved.text.includes("very secret content"));
    assert.deepEqual(heard.violations, []);
    assert.deepEqual(heard.errors, []);
    await context.close();
  });
}
