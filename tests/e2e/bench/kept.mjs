// What keeping costs: a visit to an assessment that came about in ten thousand steps, and the page's
// own work when an assessment with everything in scope is kept.

import { go, start } from "../support.mjs";
import { LARGEST, openEverything } from "./full.mjs";
import { fresh, visit } from "./visit.mjs";

const STEPS = 10_000;
const WANTED_SAVE = 5;
const SAVES = 30;

/** Keeps as many steps as somebody makes in years, one answer each. */
async function fill(page) {
  await page.evaluate(async (n) => {
    const { kumomoriStore: store } = globalThis;
    const assessment = JSON.parse(await store.load("assessment"));
    const [first] = assessment.answers;
    for (let number = 0; number < n; number += 1) {
      first.note = `Looked at for the ${number}th time.`;
      await store.record("assessment", JSON.stringify(assessment));
    }
  }, STEPS);
}

/** What the page's thread has computed so far, in milliseconds. */
async function computed(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((it) => it.name === "TaskDuration").value * 1000;
}

/** Until the page can take changes of earlier visits back, since its navigation. */
const recalled = () => new Promise((resolve) => {
  const look = () => {
    const [undo] = document.querySelectorAll(".masthead button:not(.files button)");
    if (undo && !undo.disabled) return resolve(performance.now());
    setTimeout(look, 10);
  };
  look();
});

/** One visit without any steps and one with all of them. */
async function visits(browser, figures) {
  const { context, page } = await fresh(browser);
  await start(page);
  await page.getByRole("button", { name: /AI翻訳/ }).click();
  await page.waitForTimeout(1500);
  for (const isFull of [false, true]) {
    if (isFull) await fill(page);
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const { answered } = await visit(page);
    const name = isFull ? `${STEPS} steps` : "one step";
    figures.note(`visit with ${name}: a link answers`, answered);
    if (isFull) figures.note(`visit with ${name}: earlier steps can be taken back`, await page.evaluate(recalled));
    figures.note(`visit with ${name}: processor time of the page`, await computed(session));
  }
  await context.close();
}

/** Gives two answers at once: the first is kept right away, the second after a pause. */
function answer(number) {
  const all = document.querySelectorAll(".ladder .option input");
  for (const at of [number * 6, number * 6 + 3]) {
    const [one, other] = [all[at % all.length], all[(at + 1) % all.length]];
    (one.checked ? other : one).click();
  }
  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 0)); });
  return frame().then(frame);
}

/** The page's own work when everything is kept after one answer, apart from the answer. */
async function saves(browser, figures) {
  const { context, page } = await fresh(browser);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await start(page);
  await openEverything(page);
  await go(page, `#/assess/${LARGEST}`);
  await page.waitForTimeout(1500);
  const times = [];
  for (let number = 0; number < SAVES; number += 1) {
    await page.evaluate(answer, number);
    const before = await computed(session);
    await page.waitForTimeout(800);
    times.push((await computed(session)) - before);
    if (!/\d:\d\d/.test(await page.locator(".saving").innerText())) throw new Error("it was not kept");
  }
  figures.spread("keeping everything after an answer: processor time of the page", times, WANTED_SAVE);
  await context.close();
}

/** One run of both. */
export async function kept(browser, figures) {
  await visits(browser, figures);
  await saves(browser, figures);
}
