// A visit, with what the page itself can say about how it started.

import { DAY, SITE } from "../support.mjs";

/**
 * Notes in the page when the program is compiled, when it has made its first page, when that is
 * painted, and when a click on a link is answered. Times are milliseconds since the navigation.
 */
function noteStart(day) {
  globalThis.kumomoriToday = day;
  const noted = (globalThis.benchNoted = {});
  const note = (name) => { noted[name] ??= performance.now(); };
  const compile = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...args) => {
    note("compiling");
    const made = await compile.apply(WebAssembly, args);
    note("compiled");
    globalThis.benchMemory = made.instance.exports.memory;
    return made;
  };
  const title = () => document.getElementById("page-title");
  const tryLink = () => {
    note("painted");
    if (!globalThis.benchClicks) return;
    const first = title().textContent;
    new MutationObserver(() => { if (title() && title().textContent !== first) note("answered"); }).observe(document, { childList: true, subtree: true, characterData: true });
    document.querySelector('a[href="#/about"]').click();
  };
  const look = new MutationObserver(() => {
    if (!title()) return;
    note("rendered");
    look.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = tryLink;
      port2.postMessage(0);
    });
  });
  look.observe(document, { childList: true, subtree: true });
}

/** A page of a fresh profile; the service worker stays out unless it is let in. */
export async function fresh(browser, options = {}) {
  const context = await browser.newContext({ serviceWorkers: "block", locale: "ja", ...options });
  return { context, page: await page(context) };
}

/** A page that notes how it starts. */
export async function page(context) {
  const page = await context.newPage();
  await page.addInitScript(noteStart, DAY);
  return page;
}

/** Slows a page down: how many times its processor, and its connection, if it has a limit. */
export async function slow(context, page, { cpu, network }) {
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  if (network) await session.send("Network.emulateNetworkConditions", { offline: false, ...network });
  if (cpu > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  return session;
}

/** What was noted, and when files arrived, once a click on a link has been answered. */
function started() {
  return new Promise((resolve) => {
    const look = () => {
      const { benchNoted: noted } = globalThis;
      if (noted?.answered === undefined) return void setTimeout(look, 20);
      const files = performance.getEntriesByType("resource").map((it) => ({ name: it.name.replace(/.*\//, ""), start: it.startTime, end: it.responseEnd }));
      const [{ responseEnd }] = performance.getEntriesByType("navigation");
      const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
      resolve({ ...noted, paint, html: responseEnd, files });
    };
    look();
  });
}

/** Goes to the site and gives what was noted until a click on a link was answered. */
export async function visit(page) {
  await page.addInitScript(() => { globalThis.benchClicks = true; });
  await page.goto(SITE, { waitUntil: "commit" });
  return page.evaluate(started);
}

/** When the site's page for what is missing, which has no program, is first painted. */
export async function paintOfMissing(page) {
  await page.goto(`${SITE}no-such-page`);
  const paint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  return (await page.waitForFunction(paint)).jsonValue();
}
