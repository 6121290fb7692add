// From an answer to the painted page: real clicks and keys, on a page of controls and in the list.

import { go, start } from "../support.mjs";
import { LARGEST, N_ANSWERS, openEverything } from "./full.mjs";
import { fresh } from "./visit.mjs";

const WANTED = 16;

/** How levels are chosen: at once and many; with time to keep each; after many other pages. */
const WAYS = [
  { name: "", nChoices: 500, pause: 10, nPages: 0 },
  { name: ", half a second apart", nChoices: 40, pause: 500, nPages: 0 },
  { name: ", after 50 pages", nChoices: 40, pause: 10, nPages: 50 },
];

/** Two pages on which levels are chosen: what is chosen from, and how. */
const PAGES = [
  { name: "domain page", place: `#/assess/${LARGEST}`, from: ".ladder .option input", event: "click", choose: click },
  { name: "list page", place: "#/list/any/any/any/any", from: "table.answers select", event: "keydown", choose: press },
];

/**
 * Listens in the page: when an answer began, when what it caused had run, when its frame began, and
 * when a task after that frame ran. Event Timing says the same in steps of 8 ms, and only from 16 on.
 */
function listen(kind) {
  const seen = (globalThis.benchSeen = []);
  const slow = (globalThis.benchSlow = []);
  const later = (run) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(0);
  };
  const note = (event) => {
    const it = { at: event.timeStamp, start: performance.now() };
    later(() => { it.done = performance.now(); });
    requestAnimationFrame(() => {
      it.frame = performance.now();
      later(() => { it.painted = performance.now(); seen.push(it); });
    });
  };
  addEventListener(kind, (event) => { if (event.isTrusted) note(event); }, { capture: true });
  globalThis.benchChanges = 0;
  addEventListener("change", () => { globalThis.benchChanges += 1; }, { capture: true });
  const keep = (list) => slow.push(...list.getEntries().filter((it) => it.name === kind).map((it) => [it.startTime, it.duration]));
  new PerformanceObserver(keep).observe({ type: "event", durationThreshold: 16 });
}

/** Brings one of the choices into view, waits until the page is still, and says where it is. */
function approach([from, number]) {
  const all = document.querySelectorAll(from);
  let element = all[(number * 37) % all.length];
  // What is chosen already would be no answer.
  if (element.checked) element = all[(number * 37 + 1) % all.length];
  element.scrollIntoView({ block: "center" });
  if (element.localName === "select") element.focus();
  const { x, y, width, height } = element.getBoundingClientRect();
  const place = { x: x + width / 2, y: y + height / 2, value: element.value };
  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 0)); });
  return frame().then(frame).then(() => place);
}

async function click(page, { x, y }) {
  await page.mouse.click(x, y);
}

/** Chooses another level in the list that has the focus. */
async function press(page, { value }) {
  await page.keyboard.press(value === "4" ? "2" : "4");
}

/** What the page's thread has computed so far, in milliseconds; time in which others ran is left out. */
async function computed(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name) => metrics.find((it) => it.name === name).value * 1000;
  return { script: of("ScriptDuration"), style: of("RecalcStyleDuration"), layout: of("LayoutDuration"), all: of("TaskDuration") };
}

/** Chooses many levels and gives what was seen of each. */
async function answer(page, session, { from, event, choose }, { nChoices, pause }) {
  await page.evaluate(listen, event);
  const spent = { script: 0, style: 0, layout: 0, all: 0 };
  for (let number = 0; number < nChoices; number += 1) {
    const place = await page.evaluate(approach, [from, number]);
    await page.mouse.move(place.x, place.y);
    await page.waitForTimeout(pause);
    const before = await computed(session);
    await choose(page, place);
    await page.waitForFunction((n) => globalThis.benchSeen.length === n, number + 1);
    const after = await computed(session);
    for (const name of Object.keys(spent)) spent[name] += (after[name] - before[name]) / nChoices;
  }
  await page.waitForTimeout(500);
  const [seen, slow, nChanges] = await page.evaluate(() => [globalThis.benchSeen, globalThis.benchSlow, globalThis.benchChanges]);
  // Inputs that answer nothing would measure nothing.
  if (nChanges !== nChoices) throw new Error(`${nChanges} of ${nChoices} inputs changed an answer`);
  return { seen, slow, spent };
}

/** What Event Timing says of each answer; what it leaves out took less than 16 ms. */
function rounded(seen, slow) {
  const known = new Map(slow);
  return seen.map(({ at }) => known.get(at) ?? 8);
}

function note(figures, name, { seen, slow, spent }) {
  figures.spread(`${name}: input to painted frame`, seen.map((it) => it.painted - it.start), WANTED);
  figures.spread(`${name}: Event Timing, in steps of 8`, rounded(seen, slow), WANTED);
  figures.spread(`${name}: of it the program`, seen.map((it) => Math.min(it.done, it.frame) - it.start));
  figures.spread(`${name}: of it style, layout and paint`, seen.map((it) => it.painted - it.frame));
  for (const [what, time] of Object.entries(spent)) figures.note(`${name}: processor time of one answer, ${what}`, time);
}

/** Shows pages one after the other, as somebody does who works for a while. */
async function wander(page, nPages) {
  for (let number = 0; number < nPages; number += 1) await go(page, PAGES[number % PAGES.length].place);
}

async function measure(browser, figures, it, way) {
  const { context, page } = await fresh(browser);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await start(page);
  await openEverything(page);
  await wander(page, way.nPages);
  await go(page, it.place);
  await page.locator(it.from).first().waitFor();
  note(figures, it.name + way.name, await answer(page, session, it, way));
  await context.close();
}

/** One run on both pages. */
export async function answers(browser, figures) {
  figures.note("answers in the assessment", N_ANSWERS, "");
  for (const it of PAGES) {
    for (const way of WAYS) await measure(browser, figures, it, way);
  }
}
