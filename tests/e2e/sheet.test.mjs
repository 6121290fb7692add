// Answers go out to a spreadsheet and come back, after a look at what would change.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { assertAccessible, assertFits } from "./looks.mjs";
import { DAY, LANGUAGES, downloaded, launch, openExample, printed, savedFile, started, told } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: {
    sheet: "表計算ソフトで答える(CSV)", write: "CSVを書き出す", read: "CSVを読み込む", take: "この変更を取り込む", leave: "取り込まない",
    undo: "元に戻す", head: ["管理策ID", "役割", "設計", "メモ"], role: "利用者", changes: "変更は2件です。", wrong: "0から5のレベル", utf8: "UTF-8",
  },
  en: {
    sheet: "Answer in a spreadsheet (CSV)", write: "Write CSV", read: "Read CSV", take: "Take these changes", leave: "Leave it",
    undo: "Undo", head: ["Control id", "Role", "Design", "Note"], role: "Customer", changes: "2 changes.", wrong: "Write a level from 0 to 5", utf8: "UTF-8",
  },
};

async function opened(lang, options) {
  const { context, page, heard } = await started(browser, lang, options);
  await openExample(page, lang, "exampleSaas", "#/list/any/any/any/any");
  await page.getByText(said[lang].sheet, { exact: true }).click();
  return { context, page, heard };
}

/** Chooses a file as a spreadsheet saves it. */
async function choose(page, lang, bytes) {
  const input = page.locator("label", { hasText: said[lang].read }).locator("input[type=file]");
  await input.setInputFiles({ name: "answers.csv", mimeType: "text/csv", buffer: Buffer.from(bytes) });
}

for (const lang of LANGUAGES) {
  const s = said[lang];

  test(`the sheet is that of the command line, and changes nothing when it comes back (${lang})`, async () => {
    const { context, page, heard } = await opened(lang);
    const saved = await savedFile(page, lang);
    const file = await downloaded(page, page.getByRole("button", { name: s.write, exact: true }));
    assert.equal(file.name, "kumomori-answers.csv");
    assert.equal(file.text, await printed("sheet", "export", saved.path, "--as-of", DAY, "--lang", lang, "--bom"));
    await choose(page, lang, file.text);
    await page.getByRole("button", { name: s.take, exact: true }).click();
    assert.equal((await savedFile(page, lang)).text, saved.text);
    assert.deepEqual(heard.violations, []);
    await context.close();
  });

  test(`changes are shown before they are made, and taken back in one step (${lang})`, async () => {
    const { context, page, heard } = await opened(lang, { viewport: { width: 320, height: 640 } });
    const before = (await savedFile(page, lang)).text;
    const id = JSON.parse(before).answers[0].control;
    const rows = [s.head, [id, s.role, "1", "雲 <b>&amp;</b>"], [id, s.role, "2", ""], ["no-such-control", s.role, "3", ""]];
    await choose(page, lang, rows.map((it) => it.join(";")).join("\r\n"));
    await page.getByText(s.changes).waitFor();
    await told(page);
    assert.equal((await savedFile(page, lang)).text, before, "nothing has changed yet");
    await page.getByText("no-such-control").first().waitFor();
    await assertFits(page, "preview");
    await assertAccessible(page, "preview");
    await page.getByRole("button", { name: s.leave, exact: true }).click();
    assert.equal(await page.getByText(s.changes).count(), 0);

    await choose(page, lang, rows.map((it) => it.join("\t")).join("\n"));
    await page.getByText(s.changes).waitFor();
    await page.getByRole("button", { name: s.take, exact: true }).click();
    await page.waitForFunction((label) => [...document.querySelectorAll("button")].some((it) => it.textContent === label && !it.disabled), s.undo);
    const after = JSON.parse((await savedFile(page, lang)).text);
    const answer = after.answers.find((it) => it.control === id && it.role === "customer");
    assert.equal(answer.note, "雲 <b>&amp;</b>");
    await page.getByRole("button", { name: s.undo, exact: true }).click();
    assert.equal((await savedFile(page, lang)).text, before);
    assert.deepEqual(heard.violations, []);
    assert.deepEqual(heard.errors, []);
    await context.close();
  });

  test(`what Excel saves is read, and what is no sheet says what to do (${lang})`, async () => {
    const { context, page } = await opened(lang);
    const id = JSON.parse((await savedFile(page, lang)).text).answers[0].control;
    // "管理策ID,役割,設計" and "利用者" as Japanese Excel saves CSV.
    const head = Buffer.from("8ac7979d8df449442c96f08a842c90dd8c760d0a", "hex");
    const role = Buffer.from("979897708ed2", "hex");
    await choose(page, lang, Buffer.concat([head, Buffer.from(`${id},`), role, Buffer.from(",nine\r\n")]));
    await page.getByText(s.wrong).waitFor();
    const wide = Buffer.from(`\ufeff${s.head.join("\t")}\n${id}\t${s.role}\t9\t\n`, "utf16le");
    await choose(page, lang, wide);
    await page.getByText(s.wrong).waitFor();
    await choose(page, lang, "{}");
    await page.getByText(s.head[0]).first().waitFor();
    await choose(page, lang, [0xff, 0x00, 0xfe, 0x81]);
    await page.locator(".notice").first().waitFor();
    await context.close();
  });
}
