// Keyboard shortcuts: they do what their list says, nowhere else and not for those who switch them
// off; and the whole way can be gone with the keyboard alone.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { assertAccessible, assertFits } from "./looks.mjs";
import { LANGUAGES, go, launch, open, openExample, savedFile, speak, start, started, text, told, words } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: { list: "キーボードショートカット", use: "キーボードショートカットを使う", close: "閉じる", search: "探す(管理策の名前・目的・担当・メモ)" },
  en: { list: "Keyboard shortcuts", use: "Use keyboard shortcuts", close: "Close", search: "Search in names, objectives, owners and notes" },
};
const PLACES = { s: "#/scope", a: "#/assess", l: "#/list/any/any/any/any", e: "#/evidence", r: "#/result", p: "#/plan", h: "#/" };
const NARROW = { viewport: { width: 320, height: 640 } };
const WIDE = { viewport: { width: 1280, height: 800 } };

/** A page on which shortcuts work already: they come after everything that the page needs. */
async function ready(lang, options) {
  const opened = await started(browser, lang, options);
  await opened.page.locator("footer button").waitFor();
  return opened;
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

const at = (page, fragment) => page.waitForFunction((it) => location.hash === it, fragment);
const focusedOn = (page, selector) => page.waitForFunction((it) => document.activeElement.matches(it), selector);
const hash = (page) => page.evaluate(() => location.hash);
const listIn = (page, lang) => page.getByRole("dialog", { name: said[lang].list, exact: true });
const rowLinks = (page) => page.locator("table.answers tbody th a");
const radios = (page, name) => page.locator(`input[name="${name}"]`);

/** The place of what has the focus among some elements, or -1. */
const focused = (locator) => locator.evaluateAll((all) => all.indexOf(document.activeElement));

/** Asserts that a locator's element lies in the window. */
async function assertSeen(locator, message) {
  const [box, height] = [await locator.boundingBox(), locator.page().viewportSize().height];
  assert.ok(box.y >= 0 && box.y + box.height <= height, `${message} is seen`);
}

/** Waits for what a key that must do nothing could do. */
const idle = (page) => page.waitForTimeout(200);

for (const lang of LANGUAGES) {
  const [s, w] = [said[lang], words[lang]];

  test(`g and a letter lead to a page, and only together (${lang})`, async () => {
    const { context, page, heard } = await ready(lang);
    await openExample(page, lang, "exampleSaas", "#/about");
    for (const [key, fragment] of Object.entries(PLACES)) {
      await press(page, "g", key);
      await at(page, fragment);
      await focusedOn(page, "#page-title");
    }
    await press(page, "s", "g", "x", "s");
    await idle(page);
    assert.equal(await hash(page), "#/", "a letter alone, or after another one, leads nowhere");
    await press(page, "g");
    await page.waitForTimeout(1700);
    await press(page, "s");
    await idle(page);
    assert.equal(await hash(page), "#/", "too late");
    await press(page, "Control+g", "s", "g", "Control+s", "g", "Alt+s");
    await idle(page);
    assert.equal(await hash(page), "#/", "not with other keys held down");
    assert.deepEqual(heard.errors, []);
    await context.close();
  });

  test(`the focus goes from control to control in a domain and in the list (${lang})`, async () => {
    const { context, page } = await ready(lang, WIDE);
    await openExample(page, lang, "exampleSaas", "#/assess/access");
    const headings = page.locator("main .control > h2");
    const many = await headings.count();
    await press(page, "k");
    assert.equal(await focused(headings), -1, "nothing is before the first one");
    for (const [key, place] of [["j", 0], ["n", 1], ["j", 2], ["k", 1], ["p", 0], ["k", 0]]) {
      await press(page, key);
      assert.equal(await focused(headings), place, key);
      await assertSeen(headings.nth(place), `heading ${place}`);
    }
    assert.notEqual(await headings.first().evaluate((it) => getComputedStyle(it).outlineStyle), "none", "the focus shows");
    await press(page, "j", "Tab", "j");
    assert.equal(await focused(headings), 2, "from within a control to the next one");
    for (let n = 0; n < many; n++) await press(page, "j");
    assert.equal(await focused(headings), many - 1, "the last one stays");
    await page.locator("main .actions a").last().focus();
    await press(page, "k");
    assert.equal(await focused(headings), many - 1, "back to the last one from below");

    await press(page, "g", "l");
    await at(page, PLACES.l);
    await focusedOn(page, "#page-title");
    for (const [key, place] of [["j", 0], ["n", 1], ["p", 0], ["j", 1], ["j", 2]]) {
      await press(page, key);
      assert.equal(await focused(rowLinks(page)), place, key);
      await assertSeen(rowLinks(page).nth(place), `row ${place}`);
    }
    const href = await rowLinks(page).nth(2).getAttribute("href");
    await press(page, "Enter");
    await at(page, href);
    await context.close();
  });

  test(`the page of one control leads on and back (${lang})`, async () => {
    const { context, page } = await ready(lang);
    await openExample(page, lang, "exampleSaas", "#/assess");
    const controls = [];
    for (const domain of await page.locator(".tasks a").evaluateAll((all) => all.map((it) => it.hash))) {
      await go(page, domain);
      const ids = await page.locator("main .control > h2").evaluateAll((all) => all.map((it) => it.id));
      controls.push(...ids.map((it) => it.replace("control-", "#/control/")));
    }
    await go(page, controls[0]);
    await press(page, "k");
    await idle(page);
    assert.equal(await hash(page), controls[0], "nothing is before the first one");
    for (const [key, place] of [["j", 1], ["n", 2], ["k", 1], ["p", 0]]) {
      await press(page, key);
      await at(page, controls[place]);
      await focusedOn(page, "#page-title");
    }
    await go(page, controls.at(-1));
    await press(page, "j");
    await idle(page);
    assert.equal(await hash(page), controls.at(-1), "nothing is after the last one");
    await press(page, "k");
    await at(page, controls.at(-2));
    await context.close();
  });

  test(`digits choose a level where it is clear which, and u takes it back (${lang})`, async () => {
    const { context, page, heard } = await ready(lang);
    await openExample(page, lang, "exampleAi", "#/control/limit-admins");
    const [design, operation] = ["design", "operation"].map((it) => radios(page, `limit-admins-provider-${it}`));
    const first = radios(page, await page.locator(".ladder .option input").first().getAttribute("name"));
    for (const level of [0, 1, 2, 3, 4, 5]) {
      await press(page, String(level));
      assert.ok(await first.nth(level).isChecked(), `the first one of the only control has level ${level}`);
      assert.equal(await focused(first), level, "and the focus");
    }
    await operation.first().focus();
    await press(page, "2");
    assert.ok(await operation.nth(2).isChecked(), "the one that has the focus");
    await page.locator("#limit-admins-provider input[type=radio]").first().focus();
    await press(page, "4");
    assert.ok(await design.nth(4).isChecked(), "the first one of the role that has the focus");

    await press(page, "u");
    assert.ok(!(await design.nth(4).isChecked()));
    await press(page, "u");
    assert.ok(!(await operation.nth(2).isChecked()));
    await press(page, "Shift+U");
    assert.ok(await operation.nth(2).isChecked());
    await press(page, "Shift+U");
    assert.ok(await design.nth(4).isChecked());
    await press(page, "Shift+U", "Control+u");
    assert.ok(await design.nth(4).isChecked(), "nothing is left to do again");

    const before = await savedFile(page, lang);
    await page.locator("#limit-admins-provider .ladder details summary").first().click();
    await page.locator("#limit-admins-provider .rung input").first().focus();
    await press(page, "1", "6", "9", "Control+1", "Alt+1", "Meta+1");
    await go(page, "#/assess/access");
    await press(page, "1");
    assert.equal((await savedFile(page, lang)).text, before.text, "on a page of many controls, one must have the focus");
    await page.locator("#page-title").focus();
    await press(page, "j", "3");
    const here = page.locator("main .control").first().locator(".ladder").first().locator(".option input");
    assert.ok(await here.nth(3).isChecked());
    assert.deepEqual(heard.errors, []);
    await context.close();
  });

  test(`the search is one key away, and nothing works while somebody types (${lang})`, async () => {
    const { context, page } = await ready(lang);
    await openExample(page, lang, "exampleSaas", "#/scope");
    const search = page.getByLabel(s.search, { exact: true });
    await press(page, "/");
    await at(page, PLACES.l);
    await focusedOn(page, ".filters input");
    assert.equal(await search.inputValue(), "", "the key itself is not typed");
    await press(page, "g", "s", "j", "u", "/", "3", "?");
    assert.equal(await search.inputValue(), "gsju/3?");
    await page.locator("table.answers select, main .filters select").first().focus();
    await press(page, "g", "s", "?");
    await go(page, "#/list/gap/any/any/any");
    await page.locator("#page-title").focus();
    await press(page, "/");
    await focusedOn(page, ".filters input");
    assert.equal(await hash(page), "#/list/gap/any/any/any", "a filter stays");

    await go(page, "#/control/limit-admins");
    await page.evaluate(() => { for (const it of document.querySelectorAll("main details")) it.open = true; });
    await page.locator(".role textarea").first().focus();
    await press(page, "g", "r", "j", "?");
    assert.match(await page.locator(".role textarea").first().inputValue(), /grj\?/);
    await page.locator("input[type=file]").first().focus();
    await press(page, "g", "r", "j", "?");
    await page.locator("#page-title").focus();
    await page.evaluate(() => {
      const compose = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, isComposing: true }));
      for (const key of ["g", "r", "j", "?"]) compose(key);
    });
    await idle(page);
    assert.equal(await hash(page), "#/control/limit-admins");
    assert.equal(await page.getByRole("dialog").count(), 0);
    await context.close();
  });

  test(`nothing works while another dialog is open (${lang})`, async () => {
    const { context, page } = await ready(lang);
    await openExample(page, lang, "exampleSaas", "#/");
    await page.getByRole("button", { name: w.exampleAi, exact: true }).click();
    await page.getByRole("dialog").waitFor();
    await press(page, "g", "s", "/", "?");
    await idle(page);
    assert.equal(await hash(page), "#/");
    assert.equal(await page.locator("dialog#keys").count(), 0);
    await context.close();
  });

  for (const look of [NARROW, WIDE]) {
    const { width } = look.viewport;
    test(`the list opens by key and by button, and leads back (${lang}, ${width} px)`, async () => {
      const { context, page, heard } = await ready(lang, look);
      await openExample(page, lang, "exampleSaas", "#/assess");
      const link = page.locator(".tasks a").nth(1);
      await link.focus();
      await press(page, "?");
      await listIn(page, lang).waitFor();
      assert.equal(await listIn(page, lang).locator("tbody tr").count(), 14);
      await assertAccessible(page, "the list");
      await assertFits(page, "the list");
      const wide = await listIn(page, lang).evaluate((it) => it.scrollWidth - it.clientWidth);
      assert.equal(wide, 0, "the list is not wider than its frame");
      await press(page, "g", "s", "j", "u");
      assert.equal(await hash(page), "#/assess", "nothing else works meanwhile");
      for (const key of ["?", "Escape"]) {
        await press(page, key);
        await page.locator("dialog#keys").waitFor({ state: "detached" });
        assert.ok(await link.evaluate((it) => it === document.activeElement), "the focus is where it was");
        if (key === "?") await press(page, "?");
      }

      const button = page.locator("footer").getByRole("button", { name: s.list, exact: true });
      const { width, height } = await button.boundingBox();
      assert.ok(width >= 24 && height >= 24, `${width} x ${height}`);
      await button.focus();
      await press(page, "Enter");
      await listIn(page, lang).getByRole("button", { name: s.close, exact: true }).press("Enter");
      await page.locator("dialog#keys").waitFor({ state: "detached" });
      assert.ok(await button.evaluate((it) => it === document.activeElement));
      await assertAccessible(page, "the page with the button");
      await assertFits(page, "the page with the button");
      assert.deepEqual([heard.errors, heard.violations], [[], []]);
      await context.close();
    });
  }

  test(`who switches them off is left alone, also after a reload (${lang})`, async () => {
    const { context, page, heard } = await ready(lang);
    await openExample(page, lang, "exampleSaas", "#/assess");
    const use = page.getByLabel(s.use, { exact: true });
    const button = page.locator("footer button");
    await press(page, "?", "Tab", "Space");
    assert.ok(!(await use.isChecked()));
    await told(page);
    await press(page, "?");
    assert.equal(await page.locator("dialog#keys").count(), 1, "not even the list's own key works");
    await press(page, "Escape", "g", "s", "?", "j");
    await idle(page);
    assert.equal(await hash(page), "#/assess");
    await page.reload();
    await button.waitFor();
    await press(page, "g", "s", "?", "/", "u");
    await idle(page);
    assert.equal(await hash(page), "#/assess");
    assert.equal(await page.getByRole("dialog").count(), 0);

    await button.press("Enter");
    assert.ok(!(await use.isChecked()), "the list says so");
    await press(page, "Tab", "Space");
    await told(page);
    await press(page, "Escape", "g", "s");
    await at(page, "#/scope");
    await page.reload();
    await button.waitFor();
    await press(page, "g", "r");
    await at(page, "#/result");
    assert.deepEqual([heard.errors, heard.foreign], [[], []]);
    await context.close();
  });

  test(`from the first page to the result with the keyboard alone (${lang})`, async () => {
    const { context, page, heard } = await open(browser, { locale: lang });
    await start(page);
    await page.locator("footer button").waitFor();
    const reach = async (key, locator) => {
      for (let n = 0; n < 60; n++) {
        if ((await focused(locator)) >= 0) return;
        await press(page, key);
      }
      assert.fail(`${locator} is not reached`);
    };
    await reach("Tab", page.getByRole("button", { name: w.start, exact: true }));
    await press(page, "Enter");
    await at(page, "#/scope");
    await focusedOn(page, "#page-title");
    await reach("Tab", page.getByLabel(w.name, { exact: true }));
    await page.keyboard.type("gaj service 3?");
    assert.equal(await page.getByLabel(w.name, { exact: true }).inputValue(), "gaj service 3?");
    await reach("Tab", page.locator("main a.primary"));
    await press(page, "g", "a");
    await at(page, "#/assess");
    await focusedOn(page, "#page-title");
    const ways = page.locator(".ways a");
    await reach("Tab", ways.nth(1));
    await press(page, "Enter");
    await page.waitForFunction(() => location.hash.startsWith("#/control/"));
    await focusedOn(page, "#page-title");
    const from = await hash(page);
    const [design, operation] = [0, 1].map((it) => page.locator(".ladder").nth(it).locator(".option input"));
    await press(page, "3");
    assert.ok(await design.nth(3).isChecked());
    await press(page, "ArrowDown");
    assert.ok(await design.nth(4).isChecked(), "arrows go on from there");
    await reach("Tab", operation);
    await press(page, "2");
    assert.ok(await operation.nth(2).isChecked());
    await press(page, "j");
    await page.waitForFunction((it) => location.hash !== it, from);
    await focusedOn(page, "#page-title");
    await press(page, "k");
    await at(page, from);
    assert.ok(await design.nth(4).isChecked() && await operation.nth(2).isChecked());
    await press(page, "g", "r");
    await at(page, "#/result");
    await told(page);
    await page.locator("svg[role=img]:visible").first().waitFor();
    await reach("Shift+Tab", page.getByRole("button", { name: w.save, exact: true }));
    const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Enter")]);
    const kept = JSON.parse(await text(file));
    assert.equal(Object.keys(kept.answers).length, 1, "one control was answered");
    assert.deepEqual([heard.errors, heard.violations, heard.foreign], [[], [], []]);
    await context.close();
  });
}

test("the button and the list follow the language", async () => {
  const { context, page } = await ready("ja");
  for (const lang of ["en", "ja", "en"]) {
    await speak(page, lang);
    await page.locator("footer").getByRole("button", { name: said[lang].list, exact: true }).waitFor();
    await press(page, "?");
    await listIn(page, lang).waitFor();
    await press(page, "?");
    await go(page, lang === "ja" ? "#/" : "#/about");
    assert.equal(await page.locator("footer").count(), 1, "there is one button on every page");
  }
  await context.close();
});

test("a tab that may not write uses the choice without keeping it, and says so", async () => {
  const { context, page } = await ready("en");
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator("footer button").waitFor();
  await press(other, "?", "Tab", "Space");
  await other.locator("dialog#keys [role=status]").filter({ hasText: /\S/ }).waitFor();
  await press(other, "Escape", "?");
  await idle(other);
  assert.equal(await other.locator("dialog#keys").count(), 0);
  await press(page, "?");
  await listIn(page, "en").waitFor();
  await context.close();
});
