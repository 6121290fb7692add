// What every browser test needs: a real Chromium on the built site with its real headers, and
// ears for everything that must not happen.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

export const SITE = process.env.KUMOMORI_URL;
export const CLI = process.env.KUMOMORI_CLI;
export const DAY = "2026-06-30";

export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: ARGUMENTS });
}

/** What Chromium says about parts of the headers that only other or later browsers know. */
const EXPECTED = [
  "The Integrity-Policy destination 'style' is not supported.",
  "Unrecognized Content-Security-Policy directive 'webrtc'.",
];

/** A page of a fresh profile that writes down what must not happen. */
export async function open(browser, options = {}) {
  // The service worker fetches the whole site once more; the tests of it let it in.
  const context = await browser.newContext({ acceptDownloads: true, serviceWorkers: "block", ...options });
  const heard = { requests: [], foreign: [], violations: [], errors: [] };
  context.on("request", (request) => {
    heard.requests.push(request.url());
    if (new URL(request.url()).origin !== new URL(SITE).origin && !/^(data|blob):/.test(request.url())) {
      heard.foreign.push(request.url());
    }
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => heard.errors.push(String(error)));
  page.on("console", (message) => {
    const isExpected = EXPECTED.includes(message.text());
    if (message.type() === "error" && !isExpected) heard.errors.push(message.text());
  });
  await page.exposeFunction("reportViolation", (text) => heard.violations.push(text));
  await page.addInitScript((day) => {
    globalThis.kumomoriToday = day;
    addEventListener("securitypolicyviolation", (event) =>
      globalThis.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  }, DAY);
  return { context, page, heard };
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** What comes of something within a time; nothing where it fails or takes longer. */
export const within = (milliseconds, promise) => Promise.race([promise.catch(() => undefined), pause(milliseconds)]);

/** Closes a page or a context; one that is on its way elsewhere may never say that it is closed. */
export const closed = (it) => within(10_000, it.close());

/** Loads the site and waits until it has started. */
export async function start(page, fragment = "") {
  await page.goto(SITE + fragment);
  await page.locator("#page-title").waitFor();
  await page.waitForLoadState("networkidle");
}

/** A page of a fresh profile on which the site has started in a language. */
export async function started(browser, lang, options = {}) {
  const opened = await open(browser, { locale: lang, ...options });
  await start(opened.page);
  await speak(opened.page, lang);
  return opened;
}

/** Opens an example, and goes to a place of the site. */
export async function openExample(page, lang, example, fragment) {
  await page.getByRole("button", { name: words[lang][example], exact: true }).click();
  await page.waitForFunction(() => location.hash !== "#/" && location.hash !== "");
  await go(page, fragment);
}

/** Goes to another place of the site without loading it again. */
export async function go(page, fragment) {
  await page.evaluate((hash) => { location.hash = hash; }, fragment);
  await page.waitForFunction((hash) => location.hash === hash, fragment);
  await page.locator("#page-title").waitFor();
  await told(page);
}

/** Waits until the worker has told everything that the page asks for. */
export async function told(page) {
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
}

/** Opens those parts of the page that can be opened and are meant, and closes the others; what is inside is made when it is opened. */
export async function unfold(page, selector = "details") {
  await page.evaluate((selector) => {
    for (const it of document.querySelectorAll("main details")) it.open = it.matches(selector);
  }, selector);
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main details[open]")].every((it) => it.childElementCount > 1));
  await told(page);
}

export async function text(download) {
  const { readFile } = await import("node:fs/promises");
  return readFile(await download.path(), "utf8");
}

/**
 * Chromium drops the eleventh download that a page starts within a second, without a word. No
 * reader clicks so fast, a test does.
 */
const PACE = 110;

/** Clicks something that starts a download and gives its text. */
export async function downloaded(page, locator) {
  const [download] = await Promise.all([page.waitForEvent("download"), locator.click()]).catch(async (error) => {
    const said = await page.locator("[role=status], [role=alert], .problem").allInnerTexts();
    throw new Error(`nothing was downloaded; the page says: ${said.join(" | ")}`, { cause: error });
  });
  await page.waitForTimeout(PACE);
  return { name: download.suggestedFilename(), text: await text(download), path: await download.path() };
}

/** The present assessment, saved to a file. */
export function savedFile(page, lang) {
  return downloaded(page, page.getByRole("button", { name: words[lang].save, exact: true }));
}

/** The evaluation of the present assessment, saved to a file. */
export function savedEvaluation(page, lang) {
  return downloaded(page, page.getByRole("button", { name: words[lang].saveEvaluation, exact: true }));
}

const run = promisify(execFile);

/** What the command line prints. */
export async function printed(...args) {
  return (await run(CLI, args, { maxBuffer: 1 << 26 })).stdout;
}

/** A file to choose, as the browser takes it from a test. */
export const chosen = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

export const LANGUAGES = ["ja", "en"];

/** Words of the site by which a user finds things. */
export const words = {
  ja: {
    switchTo: "日本語",
    start: "新しく評価を始める",
    exampleAi: "例: AI翻訳サービスの導入前評価",
    exampleSaas: "例: SaaS事業者の自己評価",
    open: "ファイルを開く",
    save: "ファイルに保存",
    saveEvaluation: "評価結果を保存(JSON)",
    saved: /保存済み/,
    both: "両方の責務",
    name: "名称",
    usesAi: "AIを使う",
    applies: "適用しない",
    level3: /^3 /,
    dataProtection: "データ保護と暗号",
    encryptInTransit: "通信の暗号化",
    provider: "事業者の責務",
    addEvidence: "証拠を追加",
    evidence: /証拠 \(/,
    title: "題名",
    design: "設計のレベル",
    operation: "運用のレベル",
    measures: "公表されている対策",
    aiRisks: "AI利用のリスク",
    withdrawn: /廃止|置き換え/,
    refused: "ファイルを開けませんでした",
    replace: "置き換える",
    keep: "置き換えない",
    erase: "すべて消去する",
    eraseDo: "消去する",
    notYet: "まだ評価がありません",
    main: "設計と運用",
  },
  en: {
    switchTo: "English",
    start: "Start a new assessment",
    exampleAi: "Example: choosing an AI translation service",
    exampleSaas: "Example: a SaaS provider assesses itself",
    open: "Open a file",
    save: "Save to a file",
    saveEvaluation: "Save the evaluation (JSON)",
    saved: /Saved/,
    both: "The duties of both",
    name: "Name",
    usesAi: "AI is used",
    applies: "It does not apply",
    level3: /^3 /,
    dataProtection: "Data and encryption",
    encryptInTransit: "Encrypt in transit",
    provider: "The provider's duty",
    addEvidence: "Add evidence",
    evidence: /Evidence \(/,
    title: "Title",
    design: "Design level",
    operation: "Operation level",
    measures: "published measures",
    aiRisks: "Risks of using AI",
    withdrawn: /withdrawn|replaced/i,
    refused: "The file could not be opened",
    replace: "Replace",
    keep: "Keep the present one",
    erase: "Erase everything",
    eraseDo: "Erase",
    notYet: "There is no assessment yet",
    main: "Design against operation",
  },
};

export async function speak(page, lang) {
  await page.getByRole("button", { name: words[lang].switchTo, exact: true }).click();
  await page.waitForFunction((tag) => document.documentElement.lang === tag, lang);
}
