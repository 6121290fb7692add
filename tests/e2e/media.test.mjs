// On paper, and in colors that the reader's system forces: nothing that matters is lost.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Result } from "./pages.mjs";
import { LANGUAGES, go, launch, openExample, started } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: { summary: "経営層向け要約", gaps: "ギャップ分析報告書", result: "結果", lift: "次のレベルに上げる管理策", documents: "報告書と一覧" },
  en: { summary: "Management summary", gaps: "Gap analysis report", result: "Result", lift: "What would lift this", documents: "Documents" },
};

/** How many sheets a page prints on. */
async function sheets(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
}

/** The document of a title as its file, shown alone. */
async function file(page, lang, title) {
  const result = new Result(page, lang);
  await result.read(title);
  const { text } = await result.save("HTML");
  const alone = await page.context().newPage();
  await alone.setContent(text);
  return alone;
}

// axe takes no part here: it reads a color of text that forced colors do not reach and nobody sees.

/** What of a page cannot be told from what is behind it: texts, marks and lines of pictures, and fields. */
function faint(wanted) {
  const numbers = (color) => color.match(/[\d.]+/g).map(Number);
  const linear = (it) => (it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (color) => {
    const [r, g, b] = numbers(color).map(linear);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const isClear = (color) => color === "none" || color === "transparent" || numbers(color)[3] === 0;
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  return wanted.flatMap(([selector, names, least]) => [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility()).flatMap((it) => {
    const style = getComputedStyle(it);
    const seen = names.map((name) => style[name]).filter((color) => !isClear(color));
    const is = Math.max(0, ...seen.map((color) => ratio(color, paper)));
    return is < least ? [`${selector} ${it.getAttribute("class") ?? ""} ${seen.join(" ")} ${is.toFixed(1)}`] : [];
  }));
}

const WANTED = [
  ["main svg text", ["fill"], 4.5],
  ["main svg circle, main svg line", ["stroke", "fill"], 3],
  ["main input[type=text], main select, main textarea", ["borderTopColor"], 3],
  ["main button", ["borderTopColor", "textDecorationColor"], 3],
  ["main p, main a, main button:not(:disabled), main label, main td, main th, main dd", ["color"], 4.5],
];

for (const lang of LANGUAGES) {
  const s = said[lang];

  test(`the management summary is one sheet of A4 (${lang})`, async () => {
    const { context, page } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/result");
    const summary = await file(page, lang, s.summary);
    assert.equal(await sheets(summary), 1);
    await go(page, "#/assess");
    const gaps = await file(page, lang, s.gaps);
    assert.ok(await sheets(gaps) > 2, "a longer document has more, or nothing would be counted");
    await context.close();
  });

  test(`paper has the result and no buttons (${lang})`, async () => {
    const { context, page } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/result");
    await page.locator("svg[role=img]:visible").first().waitFor();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const seen = await page.evaluate(() => {
      const visible = (selector) => [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility());
      return {
        heads: visible("h1, h2").map((it) => it.textContent),
        tools: visible("header.masthead, nav, main button:not(.topic), main input, main select").length,
        tables: visible("main details.printed table").length,
        paper: getComputedStyle(document.documentElement).backgroundColor,
      };
    });
    assert.ok(seen.heads.includes(s.result) && seen.heads.includes(s.lift) && !seen.heads.includes(s.documents), seen.heads.join());
    assert.equal(seen.tools, 0);
    assert.ok(seen.tables >= 1, "the table of a picture is printed with it");
    assert.equal(seen.paper, "rgb(255, 255, 255)", "dark is for screens");
    assert.ok(await sheets(page) > 1);
    await context.close();
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`forced colors hide nothing (${lang}, ${colorScheme})`, async () => {
      const { context, page, heard } = await started(browser, lang, { forcedColors: "active", colorScheme });
      await openExample(page, lang, "exampleSaas", "#/result");
      for (const place of ["#/result", "#/result/iso27017-2015", "#/plan", "#/control/limit-admins", "#/list/any/any/any/any"]) {
        await go(page, place);
        assert.deepEqual(await page.evaluate(faint, WANTED), [], place);
        const current = await page.evaluate(() => {
          const looks = [...document.querySelectorAll(".masthead nav a")].map((it) => [it.matches("[aria-current]"), getComputedStyle(it).borderBottomStyle]);
          return looks.filter(([is, border]) => is === (border === "none"));
        });
        assert.deepEqual(current, [], `${place}: the page of the menu is marked`);
      }
      assert.deepEqual(heard.violations, []);
      await context.close();
    });
  }
}
