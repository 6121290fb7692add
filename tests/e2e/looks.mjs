// In what shapes pages are looked at, and what is held against each of them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { LANGUAGES } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SIZES = [{ width: 320, height: 640 }, { width: 1280, height: 800 }];

const THEMES = ["light", "dark"];

/** Of any two of language, theme and width, every pair of values is among those of an even sum. */
const isPaired = (...places) => places.reduce((sum, place) => sum + place) % 2 === 0;

/** Languages, light and dark, narrow and wide: every pair of these, and in the long form all of them. */
export const LOOKS = LANGUAGES.flatMap((lang, at) =>
  THEMES.flatMap((colorScheme, theme) =>
    SIZES.map((viewport, width) => ({ name: `${lang} ${colorScheme} ${viewport.width} px`, lang, colorScheme, viewport, is: isPaired(at, theme, width) }))))
  .filter(({ is }) => is || process.env.KUMOMORI_FULL)
  .map(({ is, ...look }) => look);

/** Asserts that axe finds nothing on a page. */
export async function assertAccessible(page, message) {
  // Through the debugger, which the page's own policy does not bind.
  await page.evaluate(axe);
  const found = await page.evaluate(async (tags) => {
    const options = { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
    const { violations } = await globalThis.axe.run(document, options);
    return violations.map((it) => `${it.id}: ${it.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`);
  }, TAGS);
  assert.deepEqual(found, [], message);
}

/** Asserts that the browser neither fills fields in nor sends them to be checked or translated. */
export async function assertPrivate(page, message) {
  const open = await page.evaluate(() => {
    const wanted = { autocomplete: "off", spellcheck: "false", translate: "no" };
    const isOpen = (field) => Object.entries(wanted).some(([name, value]) => field.getAttribute(name) !== value);
    const fields = document.querySelectorAll("textarea, input:not([type=radio], [type=checkbox], [type=file]), [contenteditable]");
    return [...fields].filter(isOpen).map((it) => it.outerHTML);
  });
  assert.deepEqual(open, [], message);
}

/** Asserts that nothing is wider than the window. */
export async function assertFits(page, message) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= page.viewportSize().width, `${message} is ${wide} px wide`);
}
