// Evidence files: asked in the browser, kept with the answers, taken back.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { DAY, LANGUAGES, SITE, go, launch, openExample, printed, savedEvaluation, savedFile, speak, started, words } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "kumomori-"));
});
after(() => browser.close());

const endpoint = {
  host: "api.example.jp", port: 443, exposure: "public", min_version: "TLS1.0", max_version: "TLS1.3",
  weak_ciphers: 0, certificate_trusted: true, certificate_not_after: "2027-01-20T00:00:00Z",
  checked_at: "2026-06-01T00:00:00Z",
};
const scan = { kind: "tls-endpoints", collected_at: "2026-06-01T00:00:00Z", tool: "testssl.sh 3.2", document: [endpoint] };

async function file(name, content) {
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return path;
}

const said = {
  ja: { kind: "TLS接続先", check: "古いTLSを受け付ける接続先がない", provider: "事業者", leaf: "`[0].min_version`はTLS1.0。>= TLS1.2が必要", bears: "10.1.1", whose: "だれについての証拠か", back: /取り下げる$/, none: "まだ証拠文書がありません。", gap: "反証あり", refused: /読めませんでした/ },
  en: { kind: "TLS endpoints", check: "No endpoint accepts an old TLS version", provider: "Provider", leaf: "`[0].min_version` is TLS1.0, needed is >= TLS1.2", bears: "10.1.1", whose: "Whose evidence it is", back: /^Take back/, none: "There are no evidence documents yet.", gap: "Contradicted", refused: /Could not be read/ },
};

const choose = (page, ...files) => page.locator("main input[type=file]").setInputFiles(files);

for (const lang of LANGUAGES) {
  const [w, s] = [words[lang], said[lang]];

  test(`a contradiction shows, stays, and can be taken back (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleAi", "#/evidence");
    const path = await file(`scan-${lang}.json`, scan);
    await choose(page, path);
    await page.getByText(s.leaf).first().waitFor();

    // Both roles are in scope and the file names none, so the page asks.
    await page.getByLabel(s.whose).selectOption({ label: s.provider });
    await page.getByText(s.bears).first().waitFor();
    await go(page, "#/result");
    await page.getByText(s.gap).first().waitFor();
    const saved = await savedFile(page, lang);
    const evaluation = await savedEvaluation(page, lang);
    const stdout = await printed("evaluate", saved.path, "--as-of", DAY, "--format", "json", "--evidence", path, "--role", "provider");
    assert.equal(evaluation.text, stdout, "browser and command line agree byte for byte");

    await page.evaluate(() => { location.hash = "#/evidence"; });
    await page.reload();
    await page.locator("#page-title").waitFor();
    await page.getByText(s.leaf).first().waitFor();
    const other = lang === "ja" ? "en" : "ja";
    for (const shown of [other, lang]) {
      await speak(page, shown);
      await page.getByText(said[shown].leaf).first().waitFor();
      await page.waitForLoadState("networkidle");
      await page.getByText(`${said[shown].kind} (tls-endpoints)`, { exact: true }).waitFor({ timeout: 5000 });
      await page.getByText(said[shown].check, { exact: true }).waitFor({ timeout: 5000 });
    }
    assert.equal(await page.getByLabel(s.whose).inputValue(), "2", "the role is remembered");

    await page.getByRole("button", { name: s.back }).click();
    await page.getByText(s.none).waitFor();
    await go(page, "#/result");
    assert.equal(await page.getByText(s.gap).count(), 0, "the result is what it was");
    assert.deepEqual(heard.foreign, [], "requests to other origins");
    assert.deepEqual(heard.violations, [], "violations of the content security policy");
    assert.deepEqual(heard.errors, [], "errors on the page");
    await context.close();
  });

  test(`files that cannot be asked say why, and the others are asked (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/evidence");
    const large = Buffer.alloc(17 * 1024 * 1024, 0x20);
    await choose(
      page,
      await file("broken.json", "{\n  \"kind\": \"tls-endpoints\",\n  \"document\": [?]\n}"),
      await file("kind.json", { ...scan, kind: "tls-endpoint" }),
      await file("latin.json", Buffer.from([0x7b, 0xff, 0x7d])),
      await file("large.json", large),
      await file("good.json", scan),
    );
    await page.getByText(s.leaf).first().waitFor();
    const refused = await page.getByText(s.refused).allInnerTexts();
    assert.equal(refused.length, 4);
    assert.ok(refused[0].endsWith("(3:16)"), refused[0]);
    assert.ok(refused[1].includes("`tls-endpoint`"), refused[1]);
    assert.ok(refused[2].includes("UTF-8"), refused[2]);
    assert.ok(refused[3].includes("16 MiB"), refused[3]);
    assert.deepEqual(heard.errors, [], "errors on the page");
    await context.close();
  });
}

/** A file that is fetched once the page runs. */
async function later(name) {
  const page = await (await fetch(SITE)).text();
  const [, list] = page.match(/data-later="([^"]+)"/);
  const [path] = (await (await fetch(new URL(list, SITE))).json())[name];
  return fetch(new URL(path, SITE));
}

test("the worker's script may connect to nothing", async () => {
  const answer = await later("worker");
  assert.match(answer.headers.get("content-security-policy"), /connect-src 'none'/);
  assert.equal(answer.headers.get("connection-allowlist"), "(response-origin)");
});

test("the worker's programs import nothing", async () => {
  for (const name of ["ask", "explain"]) {
    const bytes = await (await later(name)).arrayBuffer();
    assert.deepEqual(WebAssembly.Module.imports(await WebAssembly.compile(bytes)), [], name);
  }
});
