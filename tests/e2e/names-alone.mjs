// What `names.test.mjs` runs in a network of its own: a server of names hears what is looked up.

import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { host, unprotected } from "./host.mjs";
import { pipe, portOf } from "./loopback.mjs";
import { ARGUMENTS, SITE, go, openExample, savedFile, speak } from "./support.mjs";
import { inFrame, inServiceWorker, inWorker, leaveFrame, leavePage, program } from "./ways-out-inside.mjs";

const TABLE = fileURLToPath(new URL("names.tsv", import.meta.url));
const ZONE = "kumomori-leak.test";
/** Where Chromium's own services are, for which it asks in a profile on disk. */
const BROWSER = /(^|\.)(google|googleapis|gstatic|gvt1)\.com$/;

const link = (rel) => `document.head.append(Object.assign(document.createElement("link"), { rel: "${rel}", href: url }));`;
const chosen = (ways, ...names) => Object.fromEntries(names.map((it) => [it, ways[it]]));
const ways = {
  "page": { ...chosen(inFrame, "fetch", "image", "web-socket", "prefetch", "frame"), "preconnect": link("preconnect"), "dns-prefetch": link("dns-prefetch") },
  "page that ends": { ...chosen(leaveFrame, "location", "form"), ...chosen(leavePage, "stun") },
  "worker": chosen(inWorker, "fetch", "web-socket", "import-scripts"),
  "service worker": chosen(inServiceWorker, "fetch", "web-socket"),
};
const NAMES = Object.entries(ways).flatMap(([where, them]) => Object.keys(them).map((it) => `${where}\t${it}`));
const nameOf = (row) => `${row.replaceAll(/\W/g, "-")}.${ZONE}`;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Tells every name that it is here, and remembers the names. */
async function nameserver() {
  const heard = new Set();
  const socket = createSocket("udp4", (query, from) => {
    const labels = [];
    let at = 12;
    for (; query[at] > 0; at += query[at] + 1) labels.push(query.toString("latin1", at + 1, at + 1 + query[at]));
    heard.add(labels.join(".").toLowerCase());
    const isAddress = query.readUInt16BE(at + 1) === 1;
    const head = [query[0], query[1], 0x81, 0x80, 0, 1, 0, isAddress ? 1 : 0, 0, 0, 0, 0];
    const answer = isAddress ? [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 127, 0, 0, 1] : [];
    socket.send(Buffer.concat([Buffer.from(head), query.subarray(12, at + 5), Buffer.from(answer)]), from.port, from.address);
  });
  await new Promise((resolve) => socket.bind(53, "127.0.0.1", resolve));
  return { heard, stop: () => socket.close() };
}

/** A browser with a profile on disk: one without looks no name up before it is needed. */
async function visited(t, address) {
  const profile = await mkdtemp(join(tmpdir(), "kumomori-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM, args: ARGUMENTS });
  t.after(async () => {
    await context.close();
    await rm(profile, { recursive: true });
  });
  const fresh = async () => {
    const page = await context.newPage();
    await page.goto(address);
    await page.locator("#page-title").waitFor();
    return page;
  };
  const page = await fresh();
  while (page.workers().length < 2) await page.waitForEvent("worker");
  return { context, page, fresh };
}

/** Tries ways out to names that nobody else looks for; `place` gives where. */
async function tryAll(where, place) {
  for (const [name, code] of Object.entries(ways[where])) {
    const to = nameOf(`${where}\t${name}`);
    const inside = await place();
    const trying = inside.evaluate(program(code, { url: `http://${to}/`, stun: `stun:${to}:3478` })).catch(() => undefined);
    const isEnd = where === "page that ends";
    const tried = await Promise.race([trying, pause(isEnd ? 3000 : 20_000)]);
    if (!isEnd) assert.equal(tried, "tried", `${where}: ${name}`);
  }
}

async function tryPage({ page, fresh }) {
  await tryAll("page", () => page);
  await tryAll("worker", () => page.workers()[0]);
  await tryAll("page that ends", fresh);
}

async function tryServiceWorker({ context, page }) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await tryAll("service worker", () => context.serviceWorkers()[0]);
}

let names;
before(async () => { names = await nameserver(); });
after(() => names.stop());

test("a journey and every attempt look up no name", async (t) => {
  const server = await pipe(portOf(SITE), { path: process.env.KUMOMORI_PIPE });
  t.after(() => server.close());
  const visit = await visited(t, SITE);
  await visit.page.locator("#level").waitFor();
  await speak(visit.page, "en");
  await openExample(visit.page, "en", "exampleSaas", "#/assess/access");
  await visit.page.locator('input[name="limit-admins-provider-design"]').nth(2).check();
  await go(visit.page, "#/result");
  assert.ok((await savedFile(visit.page, "en")).text.length > 1000);
  await go(visit.page, "#/about");
  await tryServiceWorker(visit);
  await tryPage(visit);
  await pause(2000);
  t.diagnostic(`heard ${[...names.heard].join(" ") || "nothing"}`);
  assert.deepEqual([...names.heard].filter((it) => !BROWSER.test(it)), []);
});

test("without the protection names are looked up", async (t) => {
  const lines = (await readFile(TABLE, "utf8").catch(() => "")).trim().split("\n").slice(1);
  const known = new Map(lines.map((it) => [it.slice(0, it.lastIndexOf("\t")), it.endsWith("\tarrives")]));
  const [open, plain] = [await host(), await host()];
  t.after(() => Promise.all([open.stop(), plain.stop()]));
  await unprotected(open);
  await tryPage(await visited(t, open.url));
  await tryServiceWorker(await visited(t, plain.url));
  // Peers look for nothing where there is only loopback.
  const hasWire = Object.keys(networkInterfaces()).length > 1;
  const awaited = NAMES.filter((it) => known.get(it) && (hasWire || !it.endsWith("stun")));
  for (let n = 0; n < 200 && awaited.some((it) => !names.heard.has(nameOf(it))); n += 1) await pause(100);
  const table = `where\tway out\tunprotected\n${NAMES.map((it) => `${it}\t${names.heard.has(nameOf(it)) ? "arrives" : "-"}\n`).join("")}`;
  if (process.env.UPDATE_EXPECT) await writeFile(TABLE, table);
  else assert.deepEqual([...known.keys()], NAMES, "the table names every way out");
  assert.deepEqual(awaited.filter((it) => !names.heard.has(nameOf(it))), [], "these were looked up once");
});
