// Places in the site's pages and beside them, and ways out that are tried in the very place, so under
// the policy that it has.

import assert from "node:assert/strict";
import { closed, pause, within } from "./support.mjs";
import {
  framed, frames, inFrame, inServiceWorker, inWorker, leaveFrame, leavePage, leaveServiceWorker, program,
} from "./ways-out-inside.mjs";

/** Visits a site in a fresh profile, served by its service worker if that is let in; `fresh` opens one more page of it. */
export async function visited(t, browser, address, serviceWorkers = "block") {
  const context = await browser.newContext({ permissions: ["notifications"], serviceWorkers });
  t.after(() => closed(context));
  const fresh = async () => {
    const page = await context.newPage();
    await page.goto(address);
    await page.locator("#page-title").waitFor();
    while (page.workers().length < 2) await page.waitForEvent("worker");
    return page;
  };
  const first = await fresh();
  if (serviceWorkers === "block") return { page: first, fresh };
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await closed(first);
  return { page: await fresh(), fresh, serviceWorker: context.serviceWorkers()[0] };
}

/** The document in a new frame of a kind, if the browser lets it be. */
async function frameOf(page, kind) {
  const element = (await page.evaluateHandle(framed(frames[kind])).catch(() => undefined))?.asElement();
  const frame = await element?.contentFrame();
  if (!frame) return undefined;
  await within(5000, frame.waitForLoadState());
  return frame.url().startsWith("chrome-error:") ? undefined : frame;
}

/** Tries a way out of a place, with addresses that tell from where it came. */
async function attempt(ears, where, place, [name, code], patience = 20_000) {
  const at = await ears.address(`${where}\t${name}`);
  return within(patience, place.evaluate(program(code, at)));
}

/** Tries ways out at once; each must have been tried. */
async function tryAll(ears, where, place, ways) {
  const all = Object.entries(ways);
  const tried = await Promise.all(all.map((way) => attempt(ears, where, place, way)));
  assert.deepEqual(all.map(([name]) => name).filter((_, at) => tried[at] !== "tried"), [], `not tried in ${where}`);
}

/** Tries ways out one after the other, each in a place of its own, which may end with it. */
async function tryEach(ears, where, place, ways) {
  for (const way of Object.entries(ways)) await attempt(ears, where, await place(), way, 3000);
}

export const inside = (kind) => `frame: ${kind}`;

/** Tries everything in a worker and in every kind of frame of a page; gives the kinds that there are. */
export async function fromPage(ears, { page, fresh }) {
  await tryAll(ears, "worker", page.workers()[0], inWorker);
  const there = [];
  for (const kind of Object.keys(frames)) {
    const frame = await frameOf(page, kind);
    if (!frame) continue;
    there.push(kind);
    await tryAll(ears, inside(kind), frame, inFrame);
    await tryEach(ears, inside(kind), () => frameOf(page, kind), leaveFrame);
  }
  await tryEach(ears, inside("about:blank"), async () => frameOf(await fresh(), "about:blank"), leavePage);
  return there;
}

/** Tries everything in the service worker that serves a page. */
export async function fromServiceWorker(ears, { serviceWorker }) {
  await tryAll(ears, "service worker", serviceWorker, inServiceWorker);
  await tryEach(ears, "service worker", () => serviceWorker, leaveServiceWorker);
}

/** What has arrived in the end; a slow machine has more time where something is expected. */
export async function arrived({ heard }, awaited = []) {
  await pause(2000);
  for (let n = 0; n < 200 && awaited.some((it) => !heard.has(it)); n += 1) await pause(100);
  return [...heard];
}
