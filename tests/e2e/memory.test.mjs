// Pages that are gone are forgotten: however long somebody works, the program keeps its size, and an
// answer costs what it cost at first.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { go, launch, open, openExample, speak, start } from "./support.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** How often the pages are shown before and after the first look. */
const [SETTLED, LATER] = [12, 36];
/** What the program may grow by meanwhile: a few pages of 64 KiB, as its heap is cut up. */
const SPARE = 1024 * 1024;
const PAGES = ["#/assess/data-protection", "#/list/any/any/any/any", "#/control/limit-admins", "#/assess"];

/** Keeps a hold of the program's memory when it is made. */
function holdMemory() {
  const make = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...args) => {
    const made = await make.apply(WebAssembly, args);
    globalThis.heldMemory = made.instance.exports.memory;
    return made;
  };
}

const size = (page) => page.evaluate(() => globalThis.heldMemory.buffer.byteLength);

/** Shows every page so many times. */
async function visit(page, times) {
  for (let time = 0; time < times; time += 1) {
    for (const fragment of PAGES) await go(page, fragment);
  }
}

async function opened() {
  const { context, page, heard } = await open(browser, { locale: "ja" });
  await page.addInitScript(holdMemory);
  await start(page);
  await speak(page, "ja");
  await openExample(page, "ja", "exampleSaas", "#/assess");
  return { context, page, heard };
}

test("pages that are shown again and again leave nothing behind", async () => {
  const { context, page, heard } = await opened();
  await visit(page, SETTLED);
  const before = await size(page);
  await visit(page, LATER);
  const grown = (await size(page)) - before;
  assert.ok(grown <= SPARE, `${LATER} more rounds made ${before} bytes grow by ${grown}`);
  assert.deepEqual(heard.errors, []);
  await context.close();
});
