// The page tries its own ways out and says honestly what the browser refuses.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { host, unprotected } from "./host.mjs";
import { assertAccessible, assertFits } from "./looks.mjs";
import { LANGUAGES, go, launch, open, started } from "./support.mjs";
import { test } from "./turn.mjs";

/** What refuses each way. */
const DIRECTIVES = {
  "fetch": "connect-src", "XMLHttpRequest": "connect-src", "WebSocket": "connect-src", "EventSource": "connect-src",
  "sendBeacon": "connect-src", "WebTransport": "connect-src", "<img>": "img-src", "<link rel=stylesheet>": "style-src-elem",
  "FontFace": "font-src", "<video>": "media-src", "<iframe>": "frame-src", "<object>": "require-trusted-types-for", "<script>": "require-trusted-types-for",
  "import()": "script-src-elem", "Worker": "require-trusted-types-for", "<form>": "form-action",
};

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: { ask: "外へ出る道を試す", all: /すべてブラウザが止めました/, some: /止められていません/, open: "止められていない", sent: "このページには、そのヘッダーが付いています" },
  en: { ask: "Try the ways out", all: /The browser refused all \d+ ways/, some: /\d+ of \d+ ways are not refused/, open: "not refused", sent: "This page was served with it" },
};

for (const lang of LANGUAGES) {
  const s = said[lang];

  test(`with the protection every way is refused (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang, { viewport: { width: 320, height: 640 } });
    await go(page, "#/about");
    await page.locator("#level").waitFor();
    await page.getByRole("button", { name: s.ask, exact: true }).click();
    await page.getByText(s.all).waitFor();
    const rows = await page.locator("[role=status] tbody tr").allInnerTexts();
    const refused = Object.fromEntries(rows.map((row) => row.match(/^(.+?)\t.*\((.+)\)$/).slice(1)));
    assert.deepEqual(refused, DIRECTIVES);
    assert.ok(await page.getByText(s.sent).isVisible());
    assert.ok(heard.violations.length >= rows.length - 1, "the browser said so itself");
    assert.deepEqual(heard.foreign.filter((it) => !it.includes("probe.example")), []);
    await assertFits(page, "the result");
    await assertAccessible(page, "the result");
    await context.close();
  });
}

test("without the protection it says what is open", async () => {
  const site = await host();
  await unprotected(site);
  const opened = await open(browser, { locale: "en" });
  await opened.page.goto(`${site.url}#/about`);
  await opened.page.getByRole("button", { name: said.en.ask, exact: true }).click();
  await opened.page.getByText(said.en.some).waitFor({ timeout: 30_000 });
  const rows = await opened.page.locator("[role=status] tbody tr").allInnerTexts();
  assert.ok(rows.filter((it) => it.includes(said.en.open)).length >= 10, rows.join());
  await opened.context.close();
  await site.stop();
});
