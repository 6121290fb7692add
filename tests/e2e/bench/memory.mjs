// What the page holds after many answers and changes of the page.

import { go, start } from "../support.mjs";
import { DOMAINS, openEverything } from "./full.mjs";
import { fresh } from "./visit.mjs";

const STEP = 500;
const LAST = 3000;
/** Answers on a page before the next one is shown. */
const ON_PAGE = 25;
const MEBIBYTE = 1024 * 1024;

/** Chooses levels on the page that is shown, one in each frame. */
async function chooseMany([nChoices, seed]) {
  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 0)); });
  for (let number = 0; number < nChoices; number += 1) {
    const all = document.querySelectorAll(".ladder .option input");
    const place = (seed + number * 37) % all.length;
    (all[place].checked ? all[(place + 1) % all.length] : all[place]).click();
    await frame();
  }
}

/** Answers so many times, with other pages in between. */
async function work(page, seed) {
  const others = ["#/list/any/any/any/any", "#/result", "#/assess", "#/control/limit-admins"];
  for (let turn = 0; turn < STEP / ON_PAGE; turn += 1) {
    await go(page, `#/assess/${DOMAINS[turn % DOMAINS.length]}`);
    await page.locator(".ladder .option input").first().waitFor();
    await page.evaluate(chooseMany, [ON_PAGE, seed + turn]);
    await go(page, others[turn % others.length]);
  }
  await go(page, "#/assess");
  await page.waitForTimeout(1000);
}

/** What is held once everything that is not needed is let go. */
async function held(session, page) {
  for (let times = 0; times < 2; times += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name) => metrics.find((it) => it.name === name).value;
  const program = await page.evaluate(() => globalThis.benchMemory.buffer.byteLength);
  return { script: metric("JSHeapUsedSize"), program, nodes: metric("Nodes"), listeners: metric("JSEventListeners") };
}

function note(figures, nAnswers, it) {
  const name = `memory after ${nAnswers} answers`;
  figures.note(`${name}: program`, it.program / MEBIBYTE, "MiB");
  figures.note(`${name}: JavaScript`, it.script / MEBIBYTE, "MiB");
  figures.note(`${name}: nodes`, it.nodes, "");
  figures.note(`${name}: listeners`, it.listeners, "");
}

/** One run. */
export async function memory(browser, figures) {
  const { context, page } = await fresh(browser);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await start(page);
  await openEverything(page);
  await go(page, "#/assess");
  note(figures, 0, await held(session, page));
  for (let nAnswers = STEP; nAnswers <= LAST; nAnswers += STEP) {
    await work(page, nAnswers);
    note(figures, nAnswers, await held(session, page));
  }
  await context.close();
}
