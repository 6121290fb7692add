// Somebody listens, and every way out is tried from inside: the page's workers, the service worker and
// frames, in the very place, so under the policy that the place has. With the protection nothing
// arrives; without it, the same attempts arrive where the table says so.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { host, published, unprotected } from "./host.mjs";
import { arrived, fromPage, fromServiceWorker, inside, visited } from "./inside.mjs";
import { listener } from "./listener.mjs";
import { SITE, launch } from "./support.mjs";
import { frames, inFrame, inServiceWorker, inWorker, leaveFrame, leavePage, leaveServiceWorker } from "./ways-out-inside.mjs";

const TABLE = fileURLToPath(new URL("egress-inside.tsv", import.meta.url));

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** A listener that ends with a test. */
async function listening(t) {
  const made = await listener();
  t.after(made.stop);
  return made;
}

/** A host of the site with files that are not as they were published; it ends with a test. */
async function hostWith(t, changes) {
  const site = await host();
  t.after(site.stop);
  for (const [name, change] of Object.entries(changes)) {
    site.exchanged.set(name, Buffer.from(change((await published(name)).toString())));
  }
  return site;
}

test("nothing arrives from a worker or a frame as they are served", async (t) => {
  const ears = await listening(t);
  const there = await fromPage(ears, await visited(t, browser, SITE));
  assert.deepEqual(await arrived(ears), []);
  assert.deepEqual(there, ["about:blank"], "other frames have no document");
});

test("nothing arrives from them on a host without headers, once the service worker brings them", async (t) => {
  const [ears, site] = [await listening(t), await hostWith(t, {})];
  const there = await fromPage(ears, await visited(t, browser, site.url, "allow"));
  assert.deepEqual(await arrived(ears), []);
  assert.deepEqual(there, ["about:blank"], "other frames have no document");
});

test("nothing arrives from the service worker as it is served", async (t) => {
  const ears = await listening(t);
  await fromServiceWorker(ears, await visited(t, browser, SITE, "allow"));
  assert.deepEqual(await arrived(ears), []);
});

const withoutPolicy = (text) => text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, "");

/** The service worker as it would be if it brought no headers. */
function withoutHeaders(text) {
  const [all, table] = /^const SITE = (\{.*?^\});$/ms.exec(text);
  const site = JSON.parse(table);
  site.headers = {};
  for (const name of Object.keys(site.policies)) site.policies[name] = "";
  return text.replace(all, () => `const SITE = ${JSON.stringify(site)};`);
}

const rows = (where, ...ways) => ways.flatMap((it) => Object.keys(it)).map((name) => `${where}\t${name}`);
const NAMES = [
  ...rows("worker", inWorker),
  ...rows("service worker", inServiceWorker, leaveServiceWorker),
  ...Object.keys(frames).flatMap((kind) => rows(inside(kind), inFrame, leaveFrame)),
  ...rows(inside("about:blank"), leavePage),
];

test("without the protection the same attempts arrive", async (t) => {
  const lines = (await readFile(TABLE, "utf8").catch(() => "")).trim().split("\n").slice(1);
  const known = new Map(lines.map((it) => [it.slice(0, it.lastIndexOf("\t")), it.endsWith("\tarrives")]));
  const awaited = (...starts) => NAMES.filter((it) => known.get(it) && starts.some((start) => it.startsWith(start)));

  const [ears, open] = [await listening(t), await hostWith(t, { "404.html": withoutPolicy, "refs/index.en.html": withoutPolicy })];
  await unprotected(open);
  assert.deepEqual(await fromPage(ears, await visited(t, browser, open.url)), Object.keys(frames), "every kind of frame has a document");
  await arrived(ears, awaited("worker", "frame"));

  const served = await hostWith(t, { "sw.js": withoutHeaders });
  await fromServiceWorker(ears, await visited(t, browser, served.url, "allow"));
  const all = new Set(await arrived(ears, awaited("service worker")));

  const table = `where\tway out\tunprotected\n${NAMES.map((it) => `${it}\t${all.has(it) ? "arrives" : "-"}\n`).join("")}`;
  if (process.env.UPDATE_EXPECT) await writeFile(TABLE, table);
  else assert.deepEqual([...known.keys()], NAMES, "the table names every way out");
  const missed = awaited("").filter((it) => !all.has(it));
  assert.deepEqual(missed, [], "these arrived once, so they prove nothing any longer");
});
