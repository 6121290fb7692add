// From an address to a page that answers: on a first visit, and on a later one that the service
// worker serves.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ARGUMENTS, SITE } from "../support.mjs";
import { openEverything } from "./full.mjs";
import { fresh, page as newPage, paintOfMissing, slow, visit } from "./visit.mjs";

const WANTED_FIRST = 1500;
const WANTED_LATER = 400;

const network = (latency, down, up) =>
  ({ latency, downloadThroughput: (down * 1_000_000) / 8, uploadThroughput: (up * 1_000_000) / 8 });

/**
 * The preset "Fast 4G" of Chrome's developer tools: 60 ms, 9 Mbit/s down and 1.5 up. The tools (and
 * Puppeteer's PredefinedNetworkConditions) delay every request by 2.75 times the 60 ms and take a
 * tenth off the rates, because delays of requests stand for what connections cost; the first line
 * has the bare figures.
 */
const FAST_4G = [
  ["4G of 60 ms, 9 Mbit/s", network(60, 9, 1.5)],
  ["4G as in developer tools", network(165, 8.1, 1.35)],
];

/** How a start went, part by part. */
function note(figures, name, it, wanted) {
  const wasm = it.files.find((file) => file.name.endsWith(".wasm"));
  figures.note(`${name}: page arrived`, it.html);
  figures.note(`${name}: first contentful paint`, it.paint, "ms", wanted);
  figures.note(`${name}: program asked for`, wasm.start);
  figures.note(`${name}: program arrived`, wasm.end);
  figures.note(`${name}: program handed over to be compiled`, it.compiling);
  figures.note(`${name}: program compiled`, it.compiled);
  figures.note(`${name}: first page made`, it.rendered);
  figures.note(`${name}: first page painted`, it.painted);
  figures.note(`${name}: a link answers`, it.answered, "ms", wanted);
}

/** One first visit over each connection. */
async function firstVisits(browser, figures) {
  for (const [name, network] of [...FAST_4G, ["no limit", undefined]]) {
    const { context, page } = await fresh(browser);
    const cpu = network ? 4 : 1;
    await slow(context, page, { cpu, network });
    note(figures, `first visit, ${name}, processor ${cpu}x`, await visit(page), network && WANTED_FIRST);
    await context.close();
  }
}

/** Visits once with the service worker, which then has the whole site; leaves everything answered. */
async function prepare(context, isFilled) {
  const page = await newPage(context);
  await page.goto(SITE);
  await page.locator("#page-title").waitFor();
  if (isFilled) {
    await openEverything(page);
    await page.waitForTimeout(1500);
  }
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.close();
}

/** A later visit: a new page, and a service worker that has to start again. */
async function laterVisit(context, cpu) {
  const page = await newPage(context);
  const session = await slow(context, page, { cpu });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  const noted = await visit(page);
  const isServed = await page.evaluate(() => navigator.serviceWorker.controller !== null);
  if (!isServed) throw new Error("the service worker does not serve the page");
  await page.close();
  return noted;
}

/** Later visits, in a profile on disk, because others keep no compiled code. */
async function laterVisits(figures) {
  for (const isFilled of [false, true]) {
    const folder = await mkdtemp(join(tmpdir(), "kumomori-"));
    const options = { executablePath: process.env.CHROMIUM, args: ARGUMENTS, locale: "ja" };
    const context = await chromium.launchPersistentContext(folder, options);
    await prepare(context, isFilled);
    for (const cpu of [1, 4]) {
      const name = `later visit, ${isFilled ? "everything answered" : "nothing kept"}, processor ${cpu}x`;
      note(figures, name, await laterVisit(context, cpu), WANTED_LATER);
    }
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the browser takes for a page without a program: no start can be faster. */
async function withoutProgram(browser, figures) {
  for (const cpu of [1, 4]) {
    const { context, page } = await fresh(browser);
    await slow(context, page, { cpu });
    figures.note(`page without a program, no limit, processor ${cpu}x: first contentful paint`, await paintOfMissing(page));
    await context.close();
  }
}

/** One run of all starts. */
export async function starts(browser, figures) {
  await withoutProgram(browser, figures);
  await firstVisits(browser, figures);
  await laterVisits(figures);
}
