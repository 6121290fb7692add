// The plan: who closes which gap until when, and the schedule, as the command line makes it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertFits } from "./looks.mjs";
import { DAY, LANGUAGES, downloaded, launch, openExample, printed, savedFile, started, told, words } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: {
    owner: "担当", due: "期限", more: /^残りも表示 \((\d+)\)$/, start: "作業を始める日", people: "人数(役割ごと)", wrong: "日付と、1から99の人数を入れてください。",
    each: "役割ごとに2人", show: "この画面で読む", steps: "6つの段階", schedule: "工程表", plan: "改善計画書", none: "目標に届いていない管理策はありません。",
  },
  en: {
    owner: "Owner", due: "Due", more: /^Show the rest \((\d+)\)$/, start: "Work begins on", people: "People for each role", wrong: "Give a day, and a number of people from 1 to 99.",
    each: "2 for each role", show: "Read it here", steps: "The six steps", schedule: "Schedule", plan: "Improvement plan", none: "No control is below the target.",
  },
};

const under = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });

for (const lang of LANGUAGES) {
  const s = said[lang];

  test(`who closes a gap until when is said in the order of the gaps (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang, { viewport: { width: 320, height: 640 } });
    await openExample(page, lang, "exampleSaas", "#/plan");
    const duties = page.locator("fieldset.duty");
    await duties.first().waitFor();
    assert.equal(await duties.count(), 7);
    const more = page.getByRole("button", { name: s.more });
    const [, all] = s.more.exec(await more.innerText());
    await more.click();
    assert.equal(await duties.count(), Number(all));
    await assertFits(page, "the plan");
    await assertAccessible(page, "the plan");

    const before = await savedFile(page, lang);
    const [first] = (await printed("report", "gaps", before.path, "--as-of", DAY, "--lang", lang, "--format", "csv")).split("\r\n").slice(1);
    const name = await duties.first().locator("legend").innerText();
    assert.ok(first.includes(name.replace(/\s*[((].*/, "")), `${first} is about ${name}`);
    await duties.first().getByLabel(s.owner, { exact: true }).fill("Mei");
    await duties.first().getByLabel(s.due, { exact: true }).fill("2026-09-30");
    await page.getByRole("status").filter({ hasText: words[lang].saved }).waitFor();
    const after = await savedFile(page, lang);
    assert.notEqual(before.text, after.text);
    const gaps = await printed("report", "gaps", after.path, "--as-of", DAY, "--lang", lang, "--format", "csv");
    const [told] = gaps.split("\r\n").slice(1);
    assert.ok(told.includes("Mei") && told.includes("2026-09-30"), told);
    assert.deepEqual(heard.violations, []);
    assert.deepEqual(heard.errors, []);
    await context.close();
  });

  test(`a schedule follows its terms, and its dates go into a calendar (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/plan");
    const saved = await savedFile(page, lang);
    const schedule = under(page, s.schedule);
    const [start, people] = [s.start, s.people].map((name) => page.getByLabel(name, { exact: true }));
    await start.fill("2026-09-01");
    await people.fill("3");
    const terms = ["--as-of", DAY, "--lang", lang, "--start", "2026-09-01", "--people", "3"];
    for (const [name, format] of [["iCalendar", "ics"], ["HTML", "html"], ["Markdown", "md"]]) {
      const file = await downloaded(page, schedule.getByRole("button", { name, exact: true }));
      assert.equal(file.name, `kumomori-schedule.${format}`);
      assert.equal(file.text, await printed("report", "schedule", saved.path, "--format", format, ...terms));
      if (format === "ics") assert.match(file.text, /\r\nDTSTART;VALUE=DATE:20260901\r\n/);
    }
    assert.ok(await schedule.locator("svg[role=img]:visible").count() >= 2, "a picture for each role");
    await people.fill("0");
    await page.getByText(s.wrong, { exact: true }).waitFor();
    assert.ok(await schedule.getByRole("button", { name: "HTML", exact: true }).isDisabled());
    await people.fill("2");
    await page.getByText(s.wrong, { exact: true }).waitFor({ state: "detached" });
    await told(page);
    assert.ok(await page.getByText(s.each, { exact: true }).isVisible());

    const steps = under(page, s.steps);
    await steps.getByText(s.show, { exact: true }).click();
    await steps.getByRole("heading", { level: 3, name: s.plan }).waitFor();
    await assertAccessible(page, "the plan with everything");
    const file = await downloaded(page, steps.getByRole("button", { name: "CSV", exact: true }));
    assert.equal(file.name, "kumomori-plan.csv");
    assert.equal(file.text, await printed("report", "plan", saved.path, "--format", "csv", "--bom", "--as-of", DAY, "--lang", lang));
    assert.deepEqual(heard.violations, []);
    assert.deepEqual(heard.errors, []);
    await context.close();
  });
}
