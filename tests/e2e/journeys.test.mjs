// What the people whom this is for come to do, from the first page to the document they need.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Duty, Past, Plan, Result, Scope, Start, assessment } from "./pages.mjs";
import { DAY, LANGUAGES, chosen, go, launch, openExample, printed, savedFile, start, started } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: {
    provider: "ISO/IEC 27017の認証を目指すSaaS事業者", ai: "機密文書を扱うAIサービスの選定", soc2: "SOC 2 Type 2報告書に向けた準備",
    soa: "適用宣言書", questions: "事業者への質問一覧", summary: "経営層向け要約", readiness: "審査・監査の準備状況",
    training: "入力した機密情報がAIの学習に使われる", worst: "最悪でも100件中約9件", provisional: "暫定", review: "見直すもの",
    better: "改善", worse: "悪化", answers: "回答・証拠・評価範囲", key: "ハイパーバイザの更新", left: "適用外",
    kept: "6月の状態", encrypt: "通信の暗号化", ask: /暗号/,
  },
  en: {
    provider: "SaaS provider heading for an ISO/IEC 27017 certificate", ai: "Choosing an AI service for confidential text", soc2: "Preparing for a SOC 2 Type 2 report",
    soa: "Statement of applicability", questions: "Questions to the provider", summary: "Management summary", readiness: "Readiness for examination",
    training: "Confidential input trains the model", worst: "at worst about 9 in 100", provisional: "provisional", review: "To look at again",
    better: "Better", worse: "Worse", answers: "Answers, evidence, scope", key: "Patch the virtualization layer", left: "Does not apply",
    kept: "As of June", encrypt: "Encrypt in transit", ask: /encrypt/i,
  },
};

function quiet(heard) {
  assert.deepEqual(heard.foreign, []);
  assert.deepEqual(heard.violations, []);
  assert.deepEqual(heard.errors, []);
}

for (const lang of LANGUAGES) {
  const s = said[lang];

  test(`a provider gets ready for a certificate for ISO/IEC 27017 in both roles (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await new Start(page, lang).begin(s.provider);
    await new Scope(page, lang).call("Larkfield");
    for (const role of ["customer", "provider"]) {
      const duty = await new Duty(page, lang, "encrypt-in-transit", role).open();
      await duty.answer(3, 3);
      await duty.prove(`TLS standard of the ${role}`, DAY, 3);
    }
    const hypervisor = await new Duty(page, lang, "patch-hypervisors", "provider").open();
    await hypervisor.leaveOut("The platform below is another provider's.", "Mei Tanaka");
    await new Past(page, lang).keep(s.kept);

    const result = new Result(page, lang);
    const declared = await result.read(s.soa);
    assert.ok(declared.includes("TLS standard of the customer") && declared.includes("TLS standard of the provider"), "evidence of both roles");
    assert.ok(declared.includes("The platform below is another provider's.") && declared.includes("Mei Tanaka"), "why something is left out, and who says so");
    const saved = await savedFile(page, lang);
    const file = await result.save("HTML");
    assert.equal(file.text, await printed("report", "soa", saved.path, "--as-of", DAY, "--lang", lang, "--format", "html"));
    await go(page, "#/result/iso27017-2026");
    await page.locator("svg[role=img]:visible").first().waitFor();
    assert.ok((await page.locator("main").innerText()).includes(s.provisional), "provisional until the base is answered");

    const plan = new Plan(page, lang);
    const [first] = await plan.duties();
    await plan.assign(first, "Platform team", "2026-09-30");
    const { answers } = await assessment(page, lang);
    assert.equal(answers.filter((it) => it.owner === "Platform team" && it.due === "2026-09-30").length, 1);
    quiet(heard);
    await context.close();
  });

  test(`a customer chooses between two AI services (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await new Start(page, lang).begin(s.ai);
    await new Scope(page, lang).call("Candidate One");
    await (await new Duty(page, lang, "encrypt-in-transit", "provider").open()).answer(4, 4);
    await (await new Duty(page, lang, "exclude-training-use", "provider").open()).answer(0, 0);
    const result = new Result(page, lang);
    const asked = await result.read(s.questions);
    assert.match(asked, s.ask);
    const summary = await (async () => { await go(page, "#/assess"); return result.read(s.summary); })();
    assert.ok(summary.includes(s.training), "the open risk is named to those who decide");
    assert.ok(summary.includes("Candidate One"));

    const one = await savedFile(page, lang);
    const other = one.text.replace("Candidate One", "Candidate Two").replaceAll('["N", "N", "N", "N", "N"]', '["F", "F", "F", "F", "U"]');
    assert.notEqual(other, one.text);
    await result.setBeside(chosen("two.json", other));
    await page.getByRole("heading", { name: "B: Candidate Two" }).waitFor();
    const row = page.locator("tr").filter({ has: page.getByRole("rowheader", { name: s.training, exact: true }) }).last();
    const [one_, two] = await row.getByRole("cell").allInnerTexts();
    assert.notEqual(one_, two, "the services differ in the risk");
    quiet(heard);
    await context.close();
  });

  test(`a provider gets ready for a SOC 2 Type 2 report with sample tests (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await new Start(page, lang).begin(s.soc2);
    const scope = new Scope(page, lang);
    await scope.call("Larkfield");
    await scope.observe("2025-12-31", DAY);
    const duty = await new Duty(page, lang, "review-access", "provider").open();
    await duty.answer(4, 4);
    await duty.prove("Access records of the half-year", DAY, 3);
    await duty.sample(25, 0);
    await duty.root.getByText(s.worst).first().waitFor();
    const readiness = await new Result(page, lang).read(s.readiness);
    assert.ok(readiness.includes("Type 1") && readiness.includes("Type 2"), readiness);
    assert.doesNotMatch(readiness, /certified|認証取得済み|SOC 2 passed/);
    const { answers, window } = await assessment(page, lang);
    assert.deepEqual(window, { from: "2025-12-31", to: DAY });
    assert.equal(answers.find((it) => it.control === "review-access").sample.tested, 25);
    quiet(heard);
    await context.close();
  });

  test(`an assessment goes to the edition of 2026, and its declaration with it (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/scope");
    const before = await assessment(page, lang);
    const preview = await new Scope(page, lang).move("ISO/IEC 27017:2026");
    assert.ok(preview.includes(s.review), preview);
    const after = await assessment(page, lang);
    assert.deepEqual(after.answers, before.answers);
    assert.equal(after.migrations.length, 1);
    const declared = await new Result(page, lang).read(s.soa);
    assert.ok(declared.includes("ISO/IEC 27017:2026") && !declared.includes("ISO/IEC 27017:2015"), "the declaration is about the new edition");
    quiet(heard);
    await context.close();
  });

  test(`three months later it shows what became better, what worse and by what (${lang})`, async () => {
    const context = await browser.newContext({ locale: lang, timezoneId: "Asia/Tokyo", serviceWorkers: "block", acceptDownloads: true });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date("2026-06-30T03:00:00Z"));
    await start(page);
    await openExample(page, lang, "exampleSaas", "#/scope");
    const past = new Past(page, lang);
    await past.keep(s.kept);

    await page.clock.setFixedTime(new Date("2026-09-30T03:00:00Z"));
    await page.reload();
    await page.locator("#page-title").waitFor();
    await page.waitForLoadState("networkidle");
    await (await new Duty(page, lang, "encrypt-in-transit", "provider").open()).answer(1, 1);
    const better = await new Duty(page, lang, "sync-clocks", "provider").open();
    await better.answer(3, 3);
    await better.prove("Time service", "2026-09-01", 3);
    const changed = await past.since(s.kept);
    for (const it of ["2026-06-30", "2026-09-30", s.better, s.worse, s.answers, s.encrypt]) assert.ok(changed.includes(it), `${it} in ${changed}`);
    await context.close();
  });
}
