// After a first visit the site is complete in the browser: without a server, with its own headers,
// exactly as published, and one version at a time.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before } from "node:test";
import { host, published } from "./host.mjs";
import { DAY, LANGUAGES, SITE, launch, open, openExample, printed, savedEvaluation, savedFile, speak } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** A page on a host, once the browser has all of the site. */
async function visited(site, options = {}) {
  const visit = await open(browser, { serviceWorkers: "allow", ...options });
  await visit.page.goto(site.url);
  await visit.page.locator("#page-title").waitFor();
  await visit.page.evaluate(() => navigator.serviceWorker.ready);
  return visit;
}

/** Has the browser look for a newer version; on a busy machine the script of it may not start at once. */
const lookForNewer = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  for (let left = 2; ; left -= 1) {
    try {
      return void (await registration.update());
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => { setTimeout(resolve, 1000); });
    }
  }
});

const versions = (page) => page.evaluate(() => caches.keys());

/** What an address gives in a tab of its own: a page that is closed fetches nothing. */
async function opened(page, url, act = (response) => response.text()) {
  const tab = await page.context().newPage();
  const response = await tab.goto(url);
  const given = await act(response, tab);
  await tab.close();
  return given;
}

const missing = (page, site) => opened(page, `${site.url}no-such-page`);

for (const lang of LANGUAGES) {
  test(`everything works though the server is gone (${lang})`, async () => {
    const site = await host("/some/where/");
    const { context, page, heard } = await visited(site, { locale: lang });
    await site.stop();
    await page.reload();
    await page.locator("#page-title").waitFor();
    await speak(page, lang);
    await openExample(page, lang, "exampleAi", "#/result");
    const saved = await savedFile(page, lang);
    const evaluation = await savedEvaluation(page, lang);
    const args = ["evaluate", saved.path, "--as-of", DAY, "--format", "json"];
    assert.equal(evaluation.text, await printed(...args));
    await page.goto(`${site.url}refs/index.${lang}.html`);
    assert.ok(await page.locator("h1").isVisible());
    const response = await page.goto(`${site.url}no-such-page`);
    assert.equal(response.status(), 404);
    assert.deepEqual(heard.requests.filter((it) => !it.startsWith(new URL(site.url).origin) && !/^(data|blob):/.test(it)), []);
    assert.deepEqual(heard.violations, []);
    await context.close();
  });
}

test("a host without headers gets those of the site", async () => {
  const [site, other] = [await host(), await host()];
  const { context, page } = await visited(site);
  await page.reload();
  await page.locator("#page-title").waitFor();
  assert.ok(await page.evaluate(() => crossOriginIsolated));
  for (const name of ["", "no-such.js", "refs/index.ja.html"]) {
    const response = await fetch(new URL(name, SITE));
    // A body that is not read keeps the connection, and so this process.
    await response.arrayBuffer();
    const wanted = response.headers;
    const has = new Map(Object.entries(await opened(page, site.url + name, (it) => it.allHeaders())));
    for (const header of ["content-security-policy", "connection-allowlist", "integrity-policy", "permissions-policy", "referrer-policy", "cross-origin-opener-policy"]) {
      assert.equal(has.get(header), wanted.get(header), `${header} of /${name}`);
    }
  }
  const reach = (_, tab) => tab.evaluate((url) => fetch(url, { mode: "no-cors" }).then(() => "reached", () => "blocked"), other.url);
  const reached = await opened(page, `${site.url}no-such-page`, reach);
  assert.equal(reached, "blocked");
  assert.deepEqual(other.asked, []);
  await context.close();
  await Promise.all([site.stop(), other.stop()]);
});

test("a file that is not the published one is not kept, and neither is the rest", async () => {
  const site = await host();
  site.exchanged.set("refs/index.ja.html", Buffer.from("<!doctype html><title>other</title>"));
  const { context, page } = await open(browser, { serviceWorkers: "allow" });
  await page.goto(site.url);
  await page.locator("#page-title").waitFor();
  while (!site.asked.includes("/refs/index.ja.html")) await page.waitForTimeout(50);
  await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()));
  await page.waitForFunction(async () => (await caches.keys()).length === 0);
  assert.ok(await page.locator("#page-title").isVisible(), "the page goes on");
  await context.close();
  await site.stop();
});

test("a newer version waits until every tab is closed, and no file of the two is mixed", async () => {
  const site = await host();
  const { context, page } = await visited(site, { locale: "en" });
  await page.reload();
  await page.locator("#page-title").waitFor();
  const before = await versions(page);
  assert.equal(before.length, 1);
  const was = await missing(page, site);

  const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
  const [page404, worker] = [await published("404.html"), (await published("sw.js")).toString()];
  const newer = Buffer.from(`${page404}<!-- newer -->\n`);
  site.exchanged.set("404.html", newer);
  const version = /"version": "(\w+)"/.exec(worker)[1];
  site.exchanged.set("sw.js", Buffer.from(worker.replace(integrity(page404), integrity(newer)).replace(version, "ffffffffffffffff")));
  await lookForNewer(page);

  await page.locator("#waiting").waitFor();
  assert.equal(await missing(page, site), was, "the present version goes on");
  await page.reload();
  await page.locator("#waiting").waitFor();
  assert.equal(await missing(page, site), was, "a reload does not change it");
  assert.equal((await versions(page)).length, 2);

  await page.close();
  const later = await context.newPage();
  await later.waitForTimeout(500);
  await later.goto(site.url);
  await later.locator("#page-title").waitFor();
  assert.equal(await missing(later, site), newer.toString());
  assert.deepEqual(await versions(later), ["kumomori ffffffffffffffff"], "the former version is forgotten");
  assert.equal(await later.locator("#waiting").count(), 0);
  await context.close();
  await site.stop();
});
