// What the site costs in Chromium: from an answer to the painted page, from an address to a page
// that answers, memory after many answers, and what keeping takes. It measures and fails by no
// figure: JSON goes to stdout, a table for people to stderr.
//
// usage: KUMOMORI_URL=URL CHROMIUM=PROGRAM [KUMOMORI_RUNS=5] node bench.mjs [answers] [start] [memory] [kept]

import { cpus } from "node:os";
import { launch } from "./support.mjs";
import { answers } from "./bench/answers.mjs";
import { Figures } from "./bench/figures.mjs";
import { kept } from "./bench/kept.mjs";
import { memory } from "./bench/memory.mjs";
import { starts } from "./bench/start.mjs";

const PARTS = { answers, start: starts, memory, kept };
const RUNS = Number(process.env.KUMOMORI_RUNS ?? 5);
/** How often a run is tried again, for a site that is built anew meanwhile. */
const TRIES = 3;

/** One run of a part in a browser of its own; what a broken run noted is dropped. */
async function run(part, figures) {
  for (let left = TRIES; ; left -= 1) {
    const browser = await launch();
    const noted = [];
    const keep = Object.assign(Object.create(figures), { note: (...args) => noted.push(args) });
    try {
      await PARTS[part](browser, keep);
      for (const args of noted) figures.note(...args);
      return browser.version();
    } catch (error) {
      if (left <= 1) throw error;
      console.error(`bench: ${part} again: ${error.message.split("\n")[0]}`);
    } finally {
      await browser.close();
    }
  }
}

const named = process.argv.slice(2);
const figures = new Figures();
let version;
for (const part of named.length > 0 ? named : Object.keys(PARTS)) {
  if (!PARTS[part]) throw new Error(`nothing is measured under ${part}: choose ${Object.keys(PARTS).join(", ")}`);
  for (let number = 1; number <= RUNS; number += 1) {
    console.error(`bench: ${part}, run ${number} of ${RUNS}`);
    version = await run(part, figures);
  }
}
console.error(figures.table());
console.log(JSON.stringify({ chromium: version, processors: cpus().length, runs: RUNS, figures: figures.list() }));
