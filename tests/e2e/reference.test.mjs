// The reference pages, in both languages, narrow and wide, light and dark: plain documents that
// run nothing, load nothing from elsewhere and can be read by everybody.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LOOKS, assertAccessible, assertFits } from "./looks.mjs";
import { LANGUAGES, SITE, go, launch, open, started } from "./support.mjs";

const PAGES = ["index", "iso27017-2015", "domain-access", "about", "security"];
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const address = (page, lang) => new URL(`refs/${page}.${lang}.html`, SITE).href;

for (const { name, lang, ...look } of LOOKS) {
  test(name, async () => {
    const { context, page, heard } = await open(browser, { locale: lang, ...look });
    for (const shown of PAGES) {
      await page.goto(address(shown, lang));
      assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
      const styled = await page.evaluate(() => getComputedStyle(document.body).paddingInlineStart);
      assert.notEqual(styled, "0px", `${shown}: the style sheet was loaded`);
      await assertFits(page, shown);
      assert.deepEqual(heard.violations, [], shown);
      assert.deepEqual(heard.errors, [], shown);
      await assertAccessible(page, shown);
      heard.errors.length = 0;
      heard.violations.length = 0;
    }
    assert.deepEqual(heard.foreign, []);
    const own = heard.requests.filter((it) => !/\/refs\/[\w.-]+\.(html|css)$/.test(it));
    assert.deepEqual(own, [], "only pages and their style sheet are asked for");
    await context.close();
  });
}

for (const lang of LANGUAGES) {
  test(`controls and requirements lead to each other (${lang})`, async () => {
    const { context, page } = await open(browser, { locale: lang });
    await page.goto(`${address("domain-access", lang)}#limit-admins`);
    const place = page.locator("[id='limit-admins']");
    await place.getByRole("link", { name: "9.2.3", exact: true }).first().click();
    await page.waitForURL(`**/refs/iso27017-2015.${lang}.html#9.2.3`);
    const title = await place.count();
    assert.equal(title, 0);
    const back = page.locator(`[id='9.2.3'] a[href='domain-access.${lang}.html#limit-admins']`);
    await back.click();
    await page.waitForURL(`**/refs/domain-access.${lang}.html#limit-admins`);
    assert.ok(await place.isVisible());
    const other = lang === "ja" ? "en" : "ja";
    await place.locator(`a[hreflang='${other}']`).click();
    await page.waitForURL(`**/refs/domain-access.${other}.html#limit-admins`);
    await context.close();
  });

  test(`the site leads to them and they lead back (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await go(page, "#/about");
    await page.locator(`a[href='refs/index.${lang}.html']`).click();
    await page.waitForURL(`**/refs/index.${lang}.html`);
    await page.locator("a[href='../']").click();
    await page.locator("#page-title").waitFor();
    assert.deepEqual(heard.violations, []);
    assert.deepEqual(heard.foreign, []);
    await context.close();
  });
}

test("the statement for a security department has the headers that are sent and the hashes of what is served", async () => {
  for (const lang of LANGUAGES) {
    const text = await (await fetch(address("security", lang))).text();
    const rows = new Map([...text.matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><\/tr>/g)].map(([, name, value]) => [name, value]));
    const { headers } = await fetch(SITE);
    for (const name of ["connection-allowlist", "permissions-policy", "referrer-policy"]) assert.equal(rows.get(name), headers.get(name), name);
    assert.ok([...rows.values()].includes(headers.get("content-security-policy")), "the policy of the page");
    const files = [...rows].filter(([, value]) => /^[0-9a-f]{64}$/.test(value));
    assert.ok(files.length > 80, `${files.length} files`);
    const sums = new Map((await (await fetch(new URL("SHA256SUMS", SITE))).text()).trim().split("\n").map((it) => it.split("  ").reverse()));
    for (const [name, hash] of files) assert.equal(hash, sums.get(name), name);
    const others = [...sums.keys()].filter((it) => !rows.has(it) && !it.endsWith(".br"));
    assert.deepEqual(others.sort(), ["refs/security.en.html", "refs/security.ja.html", "sw.js"], "all others are in it");
  }
});

test("their headers allow a style sheet and nothing else", async () => {
  for (const lang of LANGUAGES) {
    const response = await fetch(address("index", lang));
    const policy = response.headers.get("content-security-policy");
    assert.equal(policy, `${POLICY}; frame-ancestors 'none'`);
    assert.equal(response.headers.get("connection-allowlist"), "(response-origin)");
    assert.equal(response.headers.get("referrer-policy"), "no-referrer");
    const text = await response.text();
    assert.ok(text.includes(`<meta http-equiv="Content-Security-Policy" content="${POLICY}">`));
    assert.match(text, /<link rel="stylesheet" href="refs\.[0-9a-f]{16}\.css" integrity="sha384-/);
    assert.doesNotMatch(text, /<script|<style|\sstyle=|\son\w+=/);
  }
});
