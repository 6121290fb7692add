// The browser is killed while somebody answers, at moments that a seed decides: what was answered
// before the pause of saving is there afterwards, and never a part of an answer alone; the chain of
// what was done holds.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ARGUMENTS, go, printed, start, words } from "./support.mjs";
import { chromium } from "playwright-core";

const MOMENTS = process.env.KUMOMORI_FULL ? 100 : 10;
/** The pause of saving is 400 ms; a busy machine needs some more to write. */
const LOST_AT_MOST = 1500;
const LEVEL = 3;

const profileOf = (folder) =>
  chromium.launchPersistentContext(folder, { executablePath: process.env.CHROMIUM, args: ARGUMENTS, locale: "en", serviceWorkers: "block" });

/** Kills every process of a browser profile, as a loss of power would. */
async function kill(folder) {
  for (const pid of (await readdir("/proc")).filter((it) => /^\d+$/.test(it))) {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (command.includes(`--user-data-dir=${folder}`)) {
      try { process.kill(Number(pid), "SIGKILL"); } catch { /* It has ended already. */ }
    }
  }
}

/** Numbers between 0 and 1 that follow from a seed. */
function* chances(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const questions = (page) => page.evaluate(() =>
  [...new Set([...document.querySelectorAll("main input[type=radio]")].map((it) => it.name))].filter((it) => /-(design|operation)$/.test(it)));

const answers = (page, names) => page.evaluate(({ names, level }) =>
  names.map((name) => document.querySelectorAll(`input[name="${name}"]`)[level]?.checked === true), { names, level: LEVEL });

/** Answers one question after the other until the browser is killed; gives when each was answered. */
async function answering(page, names, folder, moment) {
  const answered = [];
  const end = Date.now() + moment;
  for (const name of names) {
    if (Date.now() >= end) break;
    await page.evaluate(({ name, level }) => document.querySelectorAll(`input[name="${name}"]`)[level].click(), { name, level: LEVEL });
    answered.push(Date.now());
    await new Promise((done) => setTimeout(done, 40));
  }
  const killed = Date.now();
  await kill(folder);
  return { answered, killed };
}

const chance = chances(20260630);
for (let n = 1; n <= MOMENTS; n += 1) {
  const moment = 200 + Math.round(chance.next().value * 2300);

  test(`killed after ${moment} ms`, { skip: process.platform !== "linux" }, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), "kumomori-survival-"));
    t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    const before = await profileOf(folder);
    const page = await before.newPage();
    await start(page);
    await page.getByRole("button", { name: words.en.start, exact: true }).click();
    await page.waitForFunction(() => location.hash === "#/scope");
    await go(page, "#/assess/data-protection");
    const names = await questions(page);
    assert.ok(names.length >= 20, `${names.length} questions`);
    const { answered, killed } = await answering(page, names, folder, moment);

    const after = await profileOf(folder);
    t.after(() => after.close());
    const again = await after.newPage();
    await start(again, "#/assess/data-protection");
    const alerts = await again.locator("[role=alert]").allInnerTexts();
    assert.deepEqual(alerts.filter((it) => it.trim() !== ""), [], "what is kept can be read");
    const found = await answers(again, names);
    const kept = found.lastIndexOf(true) + 1;
    assert.ok(found.slice(0, kept).every(Boolean), `no answer is missing in the middle: ${found}`);
    t.diagnostic(`${kept} of ${answered.length} answers are there`);
    const old = answered.filter((it) => it < killed - LOST_AT_MOST).length;
    assert.ok(kept >= old, `${kept} of ${answered.length} answers are there, ${old} were older than ${LOST_AT_MOST} ms`);

    const history = join(folder, "history.json");
    await writeFile(history, await again.evaluate(() => globalThis.kumomoriStore.history(false)));
    // It ends with another code than 0, which throws, when a step is missing or another one.
    await printed("verify", history);
  });
}
