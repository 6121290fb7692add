// What a screen reader is told of every page, in both languages: the tree of roles and names is
// the one that was read and kept in trees/, and the headings, the landmarks and the title hold.
//
// UPDATE_EXPECT=1 writes the trees anew; read the change as somebody who hears the page.

import assert from "node:assert/strict";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { LANGUAGES, go, launch, openExample, started, told, unfold, words } from "./support.mjs";

const TREES = new URL("./trees/", import.meta.url);
const EVIDENCE = fileURLToPath(new URL("../../policies/evidence/tls-endpoints/example.json", import.meta.url));

/** No kept tree is longer, so that every one is read. */
const MOST_LINES = 250;
/** Lines shown around the first one that differs. */
const AROUND = 3;

/** What every page leaves out, because it only repeats: rows of tables after the third. */
const REPEATED = "tbody > tr:nth-child(n+4)";
/** What long lists of names with what is said of each leave out: those after the third. */
const FACTS = "dl > div:nth-child(n+4)";

/** What the file that was opened gives cause to say stands on every page, and is read on one. */
const NOTICE = "details.notice";
const CONTENT = "details:not(.notice)";
const ALL = "details";
const NONE = ":not(*)";

/**
 * The pages. `without` is left out of the tree beside the rows of `REPEATED`; `opened` is what is
 * opened of all that can be, which is closed otherwise; `first` is done before. The window is named
 * after the first heading, or after `named`.
 */
const PAGES = [
  { name: "start", at: "#/", opened: NOTICE },
  // Of the exceptions of a report: the boxes of the controls after the third. What a move means.
  { name: "scope", at: "#/scope", opened: CONTENT, without: ".columns > :nth-child(n+4), [id^=edition] details > :not(summary)" },
  { name: "assess", at: "#/assess" },
  // The controls after the first.
  { name: "domain", at: "#/assess/data-protection", without: ".control ~ .control" },
  // The second role, the rungs of a ladder after the first, and all evidence but one.
  { name: "control", at: "#/control/limit-admins", named: ".control > h2", opened: CONTENT, without: ".role ~ .role, .rung ~ .rung, .entry ~ .entry" },
  { name: "list", at: "#/list/any/any/any/any", opened: CONTENT },
  { name: "guide", at: "#/guide" },
  // Of every table the rows after the second, and the items of lists after the fourth.
  { name: "result", at: "#/result", without: `${FACTS}, tbody > tr:nth-child(n+2), ul > li:nth-child(n+5)` },
  { name: "framework", at: "#/result/iso27017-2015" },
  { name: "plan", at: "#/plan", without: `${FACTS}, fieldset.duty:nth-of-type(n+3), tbody > tr:nth-child(n+3)` },
  // The glossary after the third word.
  { name: "about", at: "#/about", without: FACTS },
  // With a file that was read. The kinds of evidence after the third.
  { name: "evidence", at: "#/evidence", without: FACTS, first: chooseEvidence },
];

/** What stands around `main` is the same on every page and kept once. */
const FRAME = "frame";

let browser;
const shown = {};
before(async () => {
  browser = await launch();
  await mkdir(TREES, { recursive: true });
  for (const lang of LANGUAGES) {
    shown[lang] = await started(browser, lang);
    await openExample(shown[lang].page, lang, "exampleSaas", "#/scope");
  }
});
after(() => browser.close());

async function chooseEvidence(page) {
  await page.locator("main input[type=file]").setInputFiles(EVIDENCE);
  await page.locator("main table").first().waitFor();
}

/** Hides parts from the tree, and gives how many were there to be hidden. */
function hide(page, selector) {
  return page.evaluate((selector) => {
    const found = document.querySelectorAll(`main :is(${selector}):not([aria-hidden])`);
    for (const it of found) it.setAttribute("aria-hidden", "true");
    return found.length;
  }, selector);
}

/** The tree without times and fingerprints, as what stands around `main` and `main` itself. */
async function tree(page, { without }) {
  const left = [REPEATED, without].filter(Boolean).join(", ");
  let text;
  // A part that was made anew meanwhile is not hidden any more.
  do {
    await told(page);
    await hide(page, left);
    text = await page.locator("body").ariaSnapshot();
  } while (await hide(page, left) > 0);
  const lines = text
    .replace(/(Saved|保存済み) \d\d:\d\d/g, "$1 HH:MM")
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, "YYYY-MM-DD HH:MM")
    .replace(/\d+\.\d+\.\d+ [0-9a-f]{64}/g, "VERSION FINGERPRINT")
    .split("\n");
  const parts = { frame: [], main: [] };
  let part = "frame";
  for (const line of lines) {
    if (/^- /.test(line)) part = /^- main\b/.test(line) ? "main" : "frame";
    parts[part].push(line);
  }
  return { frame: `${parts.frame.join("\n")}\n`, main: `${parts.main.join("\n")}\n` };
}

/** Some lines with their numbers, the one in question marked. */
function excerpt(lines, at) {
  const from = Math.max(0, at - AROUND);
  const near = lines.slice(from, at + AROUND + 1);
  return near.map((line, i) => `${from + i === at ? ">" : " "} ${from + i + 1}: ${line}`).join("\n");
}

async function assertKept(file, actual) {
  const place = new URL(file, TREES);
  const count = actual.split("\n").length - 1;
  assert.ok(count <= MOST_LINES, `${file} has ${count} lines, and at most ${MOST_LINES} are read; leave more out`);
  if (process.env.UPDATE_EXPECT) return writeFile(place, actual);
  const kept = await readFile(place, "utf8").catch(() => null);
  assert.ok(kept !== null, `trees/${file} is missing; UPDATE_EXPECT=1 writes it`);
  if (kept === actual) return;
  const [before, now] = [kept, actual].map((it) => it.split("\n"));
  const at = now.findIndex((line, i) => line !== before[i]);
  const first = at < 0 ? now.length : at;
  assert.fail([
    `trees/${file}: line ${first + 1} is the first that differs.`,
    "It was:", excerpt(before, first),
    "It is:", excerpt(now, first),
    "If that is how it should be told, UPDATE_EXPECT=1 writes the trees anew; read the change.",
  ].join("\n"));
}

/** The levels of the headings that are told now, in order. */
function headings(page) {
  return page.getByRole("heading").evaluateAll((all) =>
    all.map((it) => Number(it.getAttribute("aria-level") ?? it.tagName.slice(1))));
}

function assertInOrder(levels, when) {
  assert.equal(levels.filter((it) => it === 1).length, 1, `one first heading ${when}: ${levels}`);
  const skipped = levels.findIndex((level, i) => level > (levels[i - 1] ?? 0) + 1);
  assert.equal(skipped, -1, `heading ${skipped + 1} skips a level ${when}: ${levels}`);
}

async function assertWellFormed(page, lang, { named = "h1" }) {
  await unfold(page, ALL);
  assertInOrder(await headings(page), "when all is open");
  await unfold(page, NONE);
  assertInOrder(await headings(page), "when all is closed");
  assert.equal(await page.getByRole("main").count(), 1, "one main landmark");
  assert.equal(await page.locator("html").getAttribute("lang"), lang);
  const here = page.locator('nav [aria-current="page"]');
  assert.equal(await here.count(), 1, "the menu says where the reader is");
  const name = await page.locator(named).first().innerText();
  const title = await page.title();
  assert.ok(name !== "" && title.startsWith(`${name} - `), `the window "${title}" is named after "${name}"`);
}

for (const lang of LANGUAGES) {
  for (const it of PAGES) {
    test(`${it.name} is told as before (${lang})`, async () => {
      const { page } = shown[lang];
      await go(page, it.at);
      await page.getByRole("status").filter({ hasText: words[lang].saved }).waitFor();
      await it.first?.(page);
      await assertWellFormed(page, lang, it);
      if (it.opened) await unfold(page, it.opened);
      const { frame, main } = await tree(page, it);
      await unfold(page, NONE);
      await assertKept(`${it.name}.${lang}.yml`, main);
      // The first page says it, all others must say the same.
      if (it === PAGES[0] || !process.env.UPDATE_EXPECT) await assertKept(`${FRAME}.${lang}.yml`, frame);
    });
  }
}

test("every kept tree is that of a page", async () => {
  const names = [FRAME, ...PAGES.map((it) => it.name)];
  const known = LANGUAGES.flatMap((lang) => names.map((it) => `${it}.${lang}.yml`));
  const stale = (await readdir(TREES)).filter((it) => !known.includes(it));
  if (process.env.UPDATE_EXPECT) await Promise.all(stale.map((it) => rm(new URL(it, TREES))));
  else assert.deepEqual(stale, [], "files in trees/ that no page is compared with; UPDATE_EXPECT=1 removes them");
});
