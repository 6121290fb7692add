// What nobody expects in a field or a file: texts of every kind at their full length, the first and
// the last day of the calendar, a table out of a spreadsheet, a file of another library.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { LANGUAGES, chosen, go, launch, openExample, savedFile, started, words } from "./support.mjs";
import { assertFits } from "./looks.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const LONGEST_NOTE = 10_000;
const said = {
  ja: { notes: "担当・期限・メモ", note: "メモ", owner: "担当", from: "開始日", to: "終了日", order: /終了日は開始日以降/, title: "評価の題名", opened: /注意してください/, unknown: "no-such-control", library: "9.9.9" },
  en: { notes: "Owner, due date, note", note: "Note", owner: "Owner", from: "From", to: "To", order: /must not be before/, title: "Title of the assessment", opened: /Please note/, unknown: "no-such-control", library: "9.9.9" },
};

/** HTML, emoji of several code points, both directions of writing, and a word that breaks nowhere. */
const KINDS = '<img src=x onerror="document.title=1"> </textarea><script>1</script> 👩‍👩‍👧‍👦🏴‍☠️ \u202eright to left\u202c שלום مرحبا ' + "長".repeat(200) + "w".repeat(400) + " {{7*7}} %00 \\u0041 =1+1 ";
const NOTE = KINDS.repeat(20).slice(0, LONGEST_NOTE).replace(/[\ud800-\udbff]$/, "");

const parsed = async (page, lang) => JSON.parse((await savedFile(page, lang)).text);

for (const lang of LANGUAGES) {
  const w = words[lang];
  const s = said[lang];

  test(`a long note of every kind stays what it is and breaks no page (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang, { viewport: { width: 320, height: 640 } });
    await openExample(page, lang, "exampleSaas", "#/control/limit-admins");
    await page.getByText(s.notes, { exact: true }).first().click();
    const note = page.getByLabel(s.note, { exact: true }).first();
    await note.fill(NOTE);
    const owner = page.getByLabel(s.owner, { exact: true }).first();
    await owner.fill(KINDS.slice(0, 199));
    const kept = (await parsed(page, lang)).answers.filter((it) => it.note === NOTE);
    assert.equal(kept.length, 1, "the whole note is kept");
    const title = await page.title();
    await page.getByText(w.saved).first().waitFor();
    await page.reload();
    await page.locator("#page-title").waitFor();
    for (const place of ["#/control/limit-admins", "#/list/any/any/any/any", "#/result", "#/history"]) {
      await go(page, place);
      await assertFits(page, place);
    }
    await go(page, "#/control/limit-admins");
    await page.getByText(s.notes, { exact: true }).first().click();
    assert.equal(await page.getByLabel(s.note, { exact: true }).first().inputValue(), NOTE, "and it comes back");
    assert.equal(await page.title(), title);
    assert.deepEqual(heard.errors, []);
    assert.deepEqual(heard.violations, []);
    await context.close();
  });

  test(`the first and the last day can be typed, and a wrong order is said (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/scope");
    const [from, to] = [s.from, s.to].map((name) => page.getByLabel(name, { exact: true }));
    await from.fill("0001-01-01");
    await to.fill("9999-12-31");
    await to.blur();
    assert.deepEqual((await parsed(page, lang)).window, { from: "0001-01-01", to: "9999-12-31" });
    await go(page, "#/result");
    await page.locator("svg[role=img]:visible").waitFor();
    await go(page, "#/scope");
    await to.fill("0001-01-01");
    await from.fill("9999-12-31");
    await from.blur();
    await page.getByText(s.order).waitFor();
    assert.equal(await from.getAttribute("aria-invalid"), "true");
    assert.equal(await to.getAttribute("aria-invalid"), "true");
    assert.deepEqual((await parsed(page, lang)).window, { from: "0001-01-01", to: "0001-01-01" }, "what is wrong is not taken up");
    await from.fill("0001-01-01");
    await from.blur();
    await page.waitForFunction(() => document.querySelector("[aria-invalid]") === null);
    assert.deepEqual(heard.errors, []);
    await context.close();
  });

  test(`a table that is pasted into a field becomes one line (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
    await openExample(page, lang, "exampleSaas", "#/scope");
    const name = page.getByLabel(s.title, { exact: true });
    await name.fill("");
    await name.evaluate((field) => {
      const data = new DataTransfer();
      data.setData("text/plain", "a\tb\r\n1\t2\r\n");
      data.setData("text/html", "<table><tr><td onclick=x>a<td>b</table>");
      field.focus();
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      if (field.dispatchEvent(event)) document.execCommand("insertText", false, "a\tb\r\n1\t2\r\n");
    });
    const { title } = await parsed(page, lang);
    assert.match(title, /^a\tb ?1\t2 ?$/, JSON.stringify(title));
    assert.equal(await name.inputValue(), title);
    assert.deepEqual(heard.errors, []);
    await context.close();
  });

  test(`a file of another library is opened, and what is not known there is named and kept out (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/scope");
    const file = await parsed(page, lang);
    file.library = { version: s.library, sha256: "0".repeat(64) };
    file.answers.push({ ...file.answers[0], control: s.unknown });
    await page.locator("input[type=file]").first().setInputFiles(chosen("other.json", JSON.stringify(file)));
    const replace = page.getByRole("dialog").getByRole("button", { name: w.replace, exact: true });
    await replace.click();
    const notice = page.locator("details.notice");
    await notice.getByText(s.opened).waitFor();
    if (!(await notice.evaluate((it) => it.open))) await notice.locator("summary").click();
    await notice.getByText(s.unknown).first().waitFor();
    await notice.getByText(s.library).first().waitFor();
    const again = await parsed(page, lang);
    assert.ok(again.answers.some((it) => it.control === s.unknown), "an answer that is not known here is not lost");
    assert.equal(again.answers.length, file.answers.length);
    assert.deepEqual(heard.errors, []);
    await context.close();
  });
}
