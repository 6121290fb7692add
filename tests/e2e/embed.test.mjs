// In the frame of a portal: whom the host names may show the page, nobody else, and nothing is kept
// there unless the reader wants it.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { DAY, LANGUAGES, SITE, downloaded, launch, open, printed, words } from "./support.mjs";

/** The site, which portals of `localhost` may show in a frame. */
const FRAMED = process.env.KUMOMORI_FRAMED_URL;
/** The same as a part of the portals' own site. */
const SAME = FRAMED.replace("127.0.0.1", "localhost");

const said = {
  ja: { memory: "このタブは、何も保存していません。", beside: "別の評価を作る" },
  en: { memory: "This tab keeps nothing.", beside: "Make another assessment" },
};

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const portals = [];
after(() => portals.forEach((it) => it.close().closeAllConnections()));

/** A portal with one page, which shows an address in a frame. */
async function portal(address, headers = {}) {
  const page = `<!doctype html><title>Portal</title><h1>Portal</h1><iframe src="${address}" width="1000" height="800"></iframe>`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html", ...headers }).end(page));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  portals.push(server);
  const { port } = server.address();
  return { url: `http://localhost:${port}/`, other: `http://127.0.0.1:${port}/` };
}

/** The frame of a portal in a page of a fresh profile. */
async function shown(address, lang, options = {}) {
  const place = await portal(address, options.headers);
  const opened = await open(browser, { locale: lang, serviceWorkers: "allow" });
  await opened.page.goto(options.isOther ? place.other : place.url);
  const frame = opened.page.frames()[1];
  return { ...opened, place, frame };
}

async function started(frame) {
  await frame.locator("#page-title").waitFor();
  await frame.locator("#level").waitFor();
}

const go = async (frame, fragment) => {
  await frame.evaluate((it) => { location.hash = it; }, fragment);
  await frame.waitForFunction((it) => location.hash === it && document.querySelector("[aria-busy=true]") === null, fragment);
};
const kept = (frame) => frame.evaluate(async () => ({
  databases: (await indexedDB.databases()).map(({ name }) => name),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  notes: sessionStorage.length + localStorage.length,
}));

for (const lang of LANGUAGES) {
  const w = words[lang];

  test(`a portal that is named shows the site, which keeps nothing there (${lang})`, async () => {
    const { context, page, place, frame, heard } = await shown(`${FRAMED}embed/`, lang);
    await started(frame);
    await frame.getByRole("button", { name: w.exampleAi, exact: true }).click();
    await go(frame, "#/assess/data-protection");
    await frame.locator('input[name="encrypt-in-transit-customer-design"]').nth(2).check();
    await go(frame, "#/result");
    await frame.getByText(w.main, { exact: true }).first().waitFor();
    const saveAs = (name) => downloaded(page, frame.getByRole("button", { name, exact: true }));
    const saved = await saveAs(w.save);
    const evaluation = await saveAs(w.saveEvaluation);
    assert.equal(evaluation.text, await printed("evaluate", saved.path, "--as-of", DAY, "--format", "json"));
    await go(frame, "#/");
    await frame.getByText(said[lang].memory).waitFor();
    await go(frame, "#/about");
    assert.equal(await frame.locator("a[href^='refs/']").count(), 0, "no other page can be shown in the frame");
    const address = await frame.locator("code", { hasText: "refs/security" }).innerText();
    assert.equal(address, `${FRAMED}refs/security.${lang}.html`);
    const own = (it) => [FRAMED, place.url].some((origin) => it.startsWith(origin)) || /^(blob|data):/.test(it);
    assert.deepEqual([heard.requests.filter((it) => !own(it)), heard.errors, heard.violations], [[], [], []]);
    await context.close();
  });

  test(`who wants it keeps an assessment in the frame of a portal too (${lang})`, async () => {
    // Chromium gives frames of other sites no database in profiles such as that of a test.
    const { context, page, frame } = await shown(`${SAME}embed/`, lang);
    page.on("dialog", (it) => it.accept());
    await started(frame);
    await frame.getByRole("button", { name: w.exampleSaas, exact: true }).click();
    await go(frame, "#/");
    assert.deepEqual(await kept(frame), { databases: [], workers: 0, notes: 0 });
    const [loaded] = await Promise.all([frame.waitForNavigation(), frame.getByRole("button", { name: said[lang].beside, exact: true }).click()]);
    assert.ok(loaded.ok());
    await started(frame);
    await frame.getByRole("button", { name: w.exampleAi, exact: true }).click();
    await frame.locator(".saving", { hasText: /\d:\d\d/ }).waitFor();
    await page.reload();
    const again = page.frames()[1];
    await started(again);
    assert.ok(await again.getByRole("button", { name: w.save, exact: true }).isEnabled(), "it is still there");
    assert.deepEqual((await kept(again)).databases, ["kumomori-2"]);
    await context.close();
  });
}

test("a portal that is not named shows nothing of it, and no portal shows anything else", async () => {
  const attempts = [
    [`${FRAMED}embed/`, { isOther: true }],
    [FRAMED, {}],
    [`${FRAMED}refs/index.en.html`, {}],
    [`${SITE}embed/`, {}],
  ];
  for (const [address, options] of attempts) {
    const { context, page } = await shown(address, "en", options);
    await page.waitForLoadState("networkidle");
    const frame = page.frames()[1];
    // What is refused has no address before the browser's own page is there.
    for (let n = 0; n < 100 && frame.url() === ""; n += 1) await page.waitForTimeout(100);
    assert.ok(frame.url().startsWith("chrome-error:"), `${address}: ${frame.url()}`);
    await context.close();
  }
});

test("from a portal no frame leads the window elsewhere", async () => {
  const { context, page, place, frame } = await shown(`${FRAMED}embed/`, "en");
  await started(frame);
  await frame.evaluate((url) => {
    const go = (act) => { try { act(); } catch { /* refused */ } };
    go(() => { top.location.href = url; });
    go(() => open(url, "_top"));
    go(() => open(url, "_blank"));
  }, `${SITE}refs/index.en.html`);
  await page.waitForTimeout(500);
  assert.equal(page.url(), place.url);
  assert.equal(context.pages().length, 1);
  await context.close();
});

test("outside of a frame the page for frames leads to the site", async () => {
  const { context, page, heard } = await open(browser, { locale: "en" });
  await page.goto(`${SITE}embed/`);
  await page.waitForURL(SITE);
  await page.locator("#level").waitFor();
  assert.deepEqual([heard.errors, heard.violations], [[], []]);
  await context.close();
});

test("a visit of the site before leaves the portal its own answer", async () => {
  const { context, page, place, frame: early } = await shown(`${SAME}embed/`, "en");
  await started(early);
  await page.goto(SAME);
  await page.locator("#level").waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(place.url);
  const frame = page.frames()[1];
  await started(frame);
  assert.ok(await frame.evaluate(() => navigator.serviceWorker.controller !== null), "the service worker is asked");
  await context.close();
});
