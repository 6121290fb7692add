// Somebody listens, and every way out of the page is tried: with the protection nothing arrives.
// Without it, the same attempts arrive where the table says so, which shows that they are real.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { host, unprotected } from "./host.mjs";
import { listener } from "./listener.mjs";
import { SITE, closed, launch, within } from "./support.mjs";
import { leave, stay } from "./ways-out.mjs";

const TABLE = fileURLToPath(new URL("egress.tsv", import.meta.url));

/** Tries a way out; what it throws is its own matter. */
function attempt(page, code, at) {
  const body = `(async ({ url, bare, turn, stun }) => { ${code} })(${JSON.stringify(at)}).catch(() => undefined)`;
  return within(2500, page.evaluate(body));
}

/** How many pages try at the same time. */
const LANES = 4;

/** What of all ways out arrives from the page at an address. */
async function arriving(browser, address, { serviceWorkers = "block", awaited = new Set() } = {}) {
  const ears = await listener();
  const context = await browser.newContext({ permissions: ["notifications"], serviceWorkers });
  const fresh = async () => {
    const page = await context.newPage();
    await page.goto(address);
    await page.locator("#page-title").waitFor();
    return page;
  };
  if (serviceWorkers === "allow") await (await fresh()).evaluate(() => navigator.serviceWorker.ready);
  const left = [...Object.entries(stay), ...Object.entries(leave)];
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [name, code] = next;
      const page = await fresh();
      await attempt(page, code, await ears.address(name));
      await page.waitForTimeout(400);
      // A slow machine has more time where something is expected.
      for (let n = 0; n < 30 && awaited.has(name) && !ears.heard.has(name); n += 1) await page.waitForTimeout(100);
      await closed(page);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await new Promise((done) => setTimeout(done, 500));
  await closed(context);
  ears.stop();
  return ears.heard;
}

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test("nothing arrives from the page as it is served", async () => {
  assert.deepEqual([...(await arriving(browser, SITE))], []);
});

test("nothing arrives on a host without headers, once the service worker brings them", async () => {
  const site = await host();
  assert.deepEqual([...(await arriving(browser, site.url, { serviceWorkers: "allow" }))], []);
  await site.stop();
});

test("without the protection the same attempts arrive", async () => {
  const site = await host();
  await unprotected(site);
  const known = new Map((await readFile(TABLE, "utf8")).trim().split("\n").slice(1).map((it) => it.split("\t")));
  const awaited = new Set([...known.keys()].filter((it) => known.get(it) === "arrives"));
  const heard = await arriving(browser, site.url, { awaited });
  await site.stop();
  const names = [...Object.keys(stay), ...Object.keys(leave)];
  const table = `way out\tunprotected\n${names.map((it) => `${it}\t${heard.has(it) ? "arrives" : "-"}\n`).join("")}`;
  if (process.env.UPDATE_EXPECT) await writeFile(TABLE, table);
  else assert.deepEqual([...known.keys()], names, "the table names every way out");
  const missed = names.filter((it) => awaited.has(it) && !heard.has(it));
  assert.deepEqual(missed, [], "these arrived once, so they prove nothing any longer");
});
