// Every page, in both languages, narrow and wide, light and dark: axe finds nothing, and nothing
// is wider than the window.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { LANGUAGES, go, launch, open, speak, start, words } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PAGES = [
  "#/",
  "#/scope",
  "#/assess",
  "#/assess/data-protection",
  "#/assess/ai-use",
  "#/evidence",
  "#/result",
  "#/result/iso27017-2015",
  "#/result/soc2-2017",
  "#/about",
];
const EVIDENCE = fileURLToPath(new URL("../../policies/evidence/tls-endpoints/example.json", import.meta.url));
const PROFILE = { ja: "サービス概要を入力する", en: "Fill in a service profile" };
const SIZES = [{ width: 320, height: 640 }, { width: 1280, height: 800 }];

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

async function violations(page) {
  // Through the debugger, which the page's own policy does not bind.
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    const options = { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
    const found = await globalThis.axe.run(document, options);
    return found.violations.map((it) => `${it.id}: ${it.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`);
  }, TAGS);
}

for (const lang of LANGUAGES) {
  for (const colorScheme of ["light", "dark"]) {
    for (const viewport of SIZES) {
      test(`${lang} ${colorScheme} ${viewport.width} px`, async () => {
        const { context, page, heard } = await open(browser, { locale: lang, colorScheme, viewport });
        await start(page);
        await speak(page, lang);
        for (const fragment of PAGES) {
          if (fragment === "#/scope") {
            await page.getByRole("button", { name: words[lang].exampleAi, exact: true }).click();
            await page.waitForFunction(() => location.hash !== "#/" && location.hash !== "");
          }
          await go(page, fragment);
          if (fragment === "#/evidence") {
            await page.locator("main input[type=file]").setInputFiles(EVIDENCE);
            await page.locator("main table").first().waitFor();
            await page.getByRole("button", { name: PROFILE[lang], exact: true }).click();
            await page.locator("main fieldset button").first().click();
            assert.equal(await page.evaluate(() => document.activeElement.tagName), "SELECT", "what was added has the focus");
            assert.deepEqual(await violations(page), [], "a form");
            await page.locator("#page-title").focus();
          }
          await page.waitForTimeout(150);
          assert.deepEqual(await violations(page), [], fragment);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= viewport.width, `${fragment} is ${wide} px wide`);
          const focused = await page.evaluate(() => document.activeElement?.id);
          if (fragment !== "#/") assert.equal(focused, "page-title", `${fragment}: the heading has the focus`);
        }
        assert.deepEqual(heard.errors.filter((it) => !it.includes("axe")), []);
        await context.close();
      });
    }
  }
}

test("a level is chosen with the keyboard alone", async () => {
  const { context, page } = await open(browser, { locale: "en" });
  await start(page);
  await speak(page, "en");
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
