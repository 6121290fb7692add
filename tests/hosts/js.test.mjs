// The JavaScript package, as Node loads it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ask, module, request } from "./support.mjs";

const folder = join(process.env.KUMOMORI_MODULE, "js");
const { RequestError, load } = await import(pathToFileURL(join(folder, "index.js")).href);
const tls = (version) => ({ kind: "tls-endpoints", document: [{ min_version: version }] });

test("it answers as natively", async () => {
  const kumomori = await load();
  await ask("js package in Node", (it) => {
    try {
      return { format: "kumomori.answer/1", ok: kumomori.answer(JSON.parse(it)) };
    } catch (error) {
      assert.ok(error instanceof RequestError);
      return { format: "kumomori.answer/1", diagnostics: error.diagnostics };
    }
  });
});

test("it is loaded from bytes, a compiled module, or a server", async () => {
  const bytes = module("kumomori-raw.wasm");
  const server = createServer((asked, answer) => answer.writeHead(asked.url === "/it" ? 200 : 404).end(bytes)).listen(0);
  const address = `http://127.0.0.1:${server.address().port}`;
  for (const source of [bytes, new WebAssembly.Module(bytes), `${address}/it`, new URL(`${address}/it`), await fetch(`${address}/it`)]) {
    assert.equal((await load(source)).verdicts(JSON.stringify(tls("TLS1.0"))).includes("c"), true);
  }
  await assert.rejects(load(`${address}/other`), /404/);
  server.close();
});

test("evidence is checked, and what cannot be read has its place", async () => {
  const kumomori = await load();
  const [said, other] = kumomori.check([tls("TLS1.0"), { kind: "tls", document: [] }], { lang: "ja" });
  assert.equal(said.checks.find((it) => it.check === "tls-floor").said[0], "`[0].min_version`はTLS1.0。>= TLS1.2が必要");
  assert.match(other.problem, /tls/);
  const thresholds = { tls_floor: "TLS1.0" };
  const [lax] = kumomori.check([tls("TLS1.0")], { thresholds });
  assert.equal(lax.checks.find((it) => it.check === "tls-floor").verdict, "supports");
  assert.equal(kumomori.verdicts("no evidence"), undefined);
});

test("an assessment is evaluated", async () => {
  const kumomori = await load();
  const { assessment } = JSON.parse(request("evaluation"));
  const { gaps } = kumomori.evaluate(assessment, "2026-06-30", { want: ["gaps"] });
  assert.ok(gaps.length > 10);
  assert.throws(() => kumomori.evaluate(assessment, "soon"), /as_of/);
});

test("a file that is too large is refused, and the next is answered", async () => {
  const kumomori = await load();
  const before = kumomori.verdicts(JSON.stringify(tls("TLS1.2")));
  for (let n = 0; n < 20; n += 1) {
    assert.throws(() => kumomori.answer({ evidence: ["x".repeat(20 << 20)] }), RequestError);
    assert.throws(() => kumomori.verdicts(new Uint8Array(300 << 20)), /memory/);
  }
  assert.equal(kumomori.verdicts(JSON.stringify(tls("TLS1.2"))), before);
});

test("bytes are taken in every form, and what is none is refused", async () => {
  const kumomori = await load();
  const text = JSON.stringify(tls("TLS1.0"));
  const bytes = new TextEncoder().encode(`  ${text}`);
  const wanted = kumomori.verdicts(text);
  for (const form of [bytes, bytes.buffer, new DataView(bytes.buffer), bytes.subarray(2)]) {
    assert.equal(kumomori.verdicts(form), wanted);
  }
  for (const wrong of [undefined, null, 5, {}, { length: 3 }]) assert.throws(() => kumomori.verdicts(wrong), TypeError);
});

test("its types hold", () => {
  const place = mkdtempSync(join(tmpdir(), "kumomori-"));
  for (const name of ["index.js", "index.d.ts"]) copyFileSync(join(folder, name), join(place, name));
  writeFileSync(join(place, "package.json"), '{"type":"module"}');
  const use = (line) => `import { load, RequestError } from "./index.js";\nconst it = await load();\n${line}\n`;
  const tsc = fileURLToPath(new URL("node_modules/typescript/bin/tsc", import.meta.url));
  const compile = (line) => {
    writeFileSync(join(place, "use.ts"), use(line));
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom", "use.ts"];
    return execFileSync(process.execPath, [tsc, ...options], { cwd: place, encoding: "utf8" });
  };
  const good = `const [asked] = it.check([{ kind: "tls-endpoints", document: [] }], { lang: "ja" });
    if (asked.problem === undefined) asked.checks.filter((it) => it.verdict === "contradicts");
    const gaps = it.evaluate({}, "2026-06-30", { want: ["gaps"] }).gaps ?? [];
    gaps.map((it) => it.reading.low);
    try { it.answer({ want: ["checks"] }); } catch (error) { if (error instanceof RequestError) error.diagnostics.map((it) => it.line); }`;
  assert.equal(compile(good), "");
  for (const wrong of ['it.check([{ document: [] }]);', 'it.answer({ want: ["check"] });', "it.verdicts(5);"]) {
    assert.throws(() => compile(wrong), wrong);
  }
});
