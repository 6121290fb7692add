// Once everything is here the page is closed: it fetches nothing more, not even from where it came,
// and all that people do works without.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { host, unprotected } from "./host.mjs";
import { LANGUAGES, go, launch, open, openExample, savedEvaluation, savedFile, speak, start } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const levels = {
  ja: { all: "外への通信は、ブラウザがすべて遮断しています", rest: "外への通信は、ページの移動とWebRTCを除き、ブラウザが遮断しています" },
  en: { all: "The browser blocks every way out", rest: "The browser blocks every way out but navigation and WebRTC" },
};

/** What is tried against the host that the page came from. */
const tries = {
  fetch: (url) => fetch(url),
  request: (url) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    [request.onload, request.onerror] = [resolve, reject];
    request.open("GET", url);
    request.send();
  }),
  beacon: (url) => { if (!navigator.sendBeacon(url, "a")) throw new Error("refused"); },
  image: (url) => new Promise((resolve, reject) => { Object.assign(new Image(), { onload: resolve, onerror: reject, src: url }); }),
  sheet: (url) => new Promise((resolve, reject) => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: url, onload: resolve, onerror: reject }));
  }),
  module: (url) => new Promise((resolve, reject) => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: url, onload: resolve, onerror: reject }));
  }),
  import: (url) => import(url),
  worker: (url) => new Promise((resolve, reject) => {
    const worker = new Worker(`${url}/worker.js`);
    worker.onerror = reject;
    setTimeout(resolve, 1000);
  }),
  program: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
};

/** What comes of an attempt; some that are refused say nothing. */
async function outcome(page, name, url) {
  const tried = page.evaluate(tries[name], `${url}tried-${name}`).then(() => "passed", () => "refused");
  return Promise.race([tried, page.waitForTimeout(2000).then(() => "nothing")]);
}

for (const lang of LANGUAGES) {
  test(`a closed page reaches nothing, and everything works (${lang})`, async (t) => {
    const site = await host();
    t.after(() => site.stop());
    const { context, page, heard } = await open(browser, { locale: lang });
    await page.goto(site.url);
    await page.locator("#level").waitFor();
    await speak(page, lang);
    assert.equal(await page.locator("#level").innerText(), levels[lang].rest, "a host without headers");
    const before = site.asked.length;
    await openExample(page, lang, "exampleSaas", "#/assess/access");
    await page.locator('input[name="limit-admins-provider-design"]').nth(2).check();
    for (const place of ["#/result", "#/history", "#/list/any/any/any/any", "#/evidence", "#/about", "#/control/limit-admins", "#/framework/iso27017:2015"]) await go(page, place);
    await speak(page, lang === "ja" ? "en" : "ja");
    await speak(page, lang);
    await go(page, "#/result");
    await savedEvaluation(page, lang);
    await savedFile(page, lang);
    await go(page, "#/about");
    await page.locator("#lock-set-next").fill("four words for a page");
    await page.locator("#lock-set-again").fill("four words for a page");
    await page.keyboard.press("Enter");
    await page.locator("#lock-minutes").waitFor();
    assert.deepEqual([heard.errors, heard.violations], [[], []]);
    assert.equal(site.asked.length, before, `asked for ${site.asked.slice(before)}`);

    for (const name of Object.keys(tries)) {
      const what = await outcome(page, name, site.url);
      // A beacon says that it is on its way before anybody looks at the policy.
      if (name !== "beacon") assert.notEqual(what, "passed", name);
    }
    await page.waitForTimeout(300);
    assert.deepEqual(site.asked.slice(before), []);
    await context.close();
  });

  test(`with all headers every way out is said to be closed (${lang})`, async () => {
    const { context, page } = await open(browser, { locale: lang });
    await start(page);
    await speak(page, lang);
    await page.getByRole("link", { name: levels[lang].all, exact: true }).click();
    await page.waitForFunction(() => location.hash === "#/about");
    await context.close();
  });
}

test("on a page that is not closed the same attempts arrive", async (t) => {
  const site = await host();
  t.after(() => site.stop());
  await unprotected(site);
  const { context, page } = await open(browser, { locale: "en" });
  await page.goto(site.url);
  await page.locator("#page-title").waitFor();
  await page.waitForLoadState("networkidle");
  assert.equal(await page.locator("#level").count(), 0, "nothing is said before it is so");
  for (const name of Object.keys(tries)) await outcome(page, name, site.url);
  assert.equal(await outcome(page, "program", site.url), "passed");
  const names = Object.keys(tries).filter((it) => it !== "program");
  const arrived = names.filter((name) => site.asked.some((it) => it.startsWith(`/tried-${name}`)));
  assert.deepEqual(arrived, names);
  await context.close();
});
