// From one edition of a standard to the next: what that means is shown before, no answer is lost, and
// it can be taken back.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { LANGUAGES, go, launch, openExample, savedFile, started, told } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: { to: "ISO/IEC 27017:2026への移行", back: "ISO/IEC 27017:2015への移行", take: "この版に移行する", review: /^見直すもの \(\d+\)$/, undo: "元に戻す", basis: /27001.*暫定/ },
  en: { to: "Move to ISO/IEC 27017:2026", back: "Move to ISO/IEC 27017:2015", take: "Move to this edition", review: /^To look at again \(\d+\)$/, undo: "Undo", basis: /27001.*provisional/ },
};

const editions = async (page, lang) =>
  JSON.parse((await savedFile(page, lang)).text).scope.targets.map((it) => `${it.framework}:${it.edition}`);
const answers = async (page, lang) => JSON.parse((await savedFile(page, lang)).text).answers;

for (const lang of LANGUAGES) {
  const w = said[lang];

  test(`the next edition is looked at, taken and taken back (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/scope");
    const before = await answers(page, lang);
    const way = page.locator("details").filter({ has: page.getByText(w.to, { exact: true }) });
    await way.locator("summary").click();
    await told(page);
    const title = way.getByRole("heading", { name: w.review });
    await title.waitFor();
    const rows = way.getByRole("table").first().locator("tbody tr");
    const counted = Number((await title.innerText()).match(/\d+/)[0]);
    assert.equal(await rows.count(), counted, "each requirement to look at again stands in a row");
    assert.deepEqual(await editions(page, lang), ["iso27017:2015", "soc2:2017"], "looking changes nothing");

    await way.getByRole("button", { name: w.take, exact: true }).click();
    await page.getByText(w.back, { exact: true }).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest("#edition-iso27017-2026 input:checked"));
    assert.deepEqual(await editions(page, lang), ["iso27017:2026", "soc2:2017"]);
    assert.deepEqual(await answers(page, lang), before, "answers belong to controls");
    assert.equal(await page.getByText(w.to, { exact: true }).count(), 0);

    await go(page, "#/result/iso27017-2026");
    await page.getByText(w.basis).waitFor();
    await page.getByRole("button", { name: w.undo, exact: true }).click();
    assert.deepEqual(await editions(page, lang), ["iso27017:2015", "soc2:2017"], "one step takes it back");
    assert.deepEqual(heard.errors, []);
    assert.deepEqual(heard.violations, []);
    await context.close();
  });
}
