// Every page, in both languages, narrow and wide, light and dark: axe finds nothing, and nothing
// is wider than the window.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { LOOKS, assertAccessible, assertFits, assertPrivate } from "./looks.mjs";
import { go, launch, openExample, started, unfold, words } from "./support.mjs";

const PAGES = [
  "#/",
  "#/scope",
  "#/assess",
  "#/assess/data-protection",
  "#/assess/ai-use",
  "#/list/gap/provider/access/iso27017-2015",
  "#/control/limit-admins",
  "#/evidence",
  "#/result",
  "#/result/iso27017-2015",
  "#/result/soc2-2017",
  "#/plan",
  "#/about",
  "#/guide",
  "#/history",
];
const EVIDENCE = fileURLToPath(new URL("../../policies/evidence/tls-endpoints/example.json", import.meta.url));
const PROFILE = { ja: "サービス概要を入力する", en: "Fill in a service profile" };

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const { name, lang, ...look } of LOOKS) {
  test(name, async () => {
    const { context, page, heard } = await started(browser, lang, look);
    for (const fragment of PAGES) {
      if (fragment === "#/scope") await openExample(page, lang, "exampleAi", fragment);
      else await go(page, fragment);
      if (fragment === "#/evidence") {
        await page.locator("main input[type=file]").setInputFiles(EVIDENCE);
        await page.locator("main table").first().waitFor();
        await page.getByRole("button", { name: PROFILE[lang], exact: true }).click();
        await page.locator("main fieldset button").first().click();
        assert.equal(await page.evaluate(() => document.activeElement.tagName), "SELECT", "what was added has the focus");
        await assertAccessible(page, "a form");
        await assertPrivate(page, "a form");
        await page.locator("#page-title").focus();
      }
      await page.waitForTimeout(150);
      // As the page comes in the light, and with everything opened in the dark.
      if (look.colorScheme === "dark") await unfold(page);
      await assertAccessible(page, fragment);
      await assertFits(page, fragment);
      await unfold(page);
      await assertPrivate(page, fragment);
      const focused = await page.evaluate(() => document.activeElement?.id);
      if (fragment !== "#/") assert.equal(focused, "page-title", `${fragment}: the heading has the focus`);
    }
    assert.deepEqual(heard.errors.filter((it) => !it.includes("axe")), []);
    await context.close();
  });
}

test("a level is chosen with the keyboard alone", async () => {
  const { context, page } = await started(browser, "en");
  await page.getByRole("button", { name: words.en.exampleSaas, exact: true }).press("Enter");
  await page.waitForFunction(() => location.hash !== "#/" && location.hash !== "");
  await go(page, "#/assess/access");
  const group = page.locator('input[name="limit-admins-provider-design"]');
  await group.nth(0).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  assert.ok(await group.nth(1).isChecked());
  await context.close();
});
