// The component, transpiled by jco for JavaScript.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { transpileBytes } from "@bytecodealliance/jco-transpile";
import { ask, module, request } from "./support.mjs";

let assess;
before(async () => {
  const { files, imports } = await transpileBytes(module("kumomori-component.wasm"), { name: "kumomori", noTypescript: true });
  assert.deepEqual(imports, [], "it needs nothing of its host");
  const folder = await mkdtemp(join(tmpdir(), "kumomori-"));
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  const code = Object.entries(files).filter(([name]) => !name.endsWith(".d.ts"));
  for (const [name, bytes] of code) await writeFile(join(folder, name), bytes);
  ({ assess } = await import(pathToFileURL(join(folder, "kumomori.js")).href));
});

const options = { language: "en", role: undefined, thresholds: [] };
const tls = (version) => `{"kind":"tls-endpoints",\n"document":[{"min_version":"${version}"}]}`;

test("it answers as natively", async () => {
  await ask("npm jco (transpiled component)", (it) => assess.answer(it));
});

test("evidence is asked with types", () => {
  const [good, broken, other] = assess.check([tls("TLS1.0"), '{"kind":\n?', '{"kind":"tls"}'], options);
  const floor = good.val.statements.find((it) => it.check === "tls-floor");
  assert.equal(floor.verdict, "contradicts");
  assert.deepEqual(floor.controls, [{ control: "encrypt-in-transit", aspect: "operation" }]);
  assert.equal(floor.said[0], "`[0].min_version` is TLS1.0, needed is >= TLS1.2");
  assert.deepEqual([broken.tag, broken.val.field, broken.val.line, broken.val.column], ["err", "evidence[1]", 2, 1]);
  assert.deepEqual([other.tag, other.val.field, other.val.line], ["err", "evidence[2]", 1]);
});

test("thresholds take the place of the defaults, and wrong ones are named", () => {
  const thresholds = [["tls_floor", '"TLS1.0"']];
  const [it] = assess.check([tls("TLS1.0")], { ...options, thresholds });
  assert.equal(it.val.statements.find((it) => it.check === "tls-floor").verdict, "supports");
  const wrong = [["tls_flor", '"TLS1.0"'], ["tls_floor", "]"]];
  assert.throws(() => assess.check([], { ...options, thresholds: wrong }), ([it]) => it.field === "thresholds.tls_floor");
  assert.throws(
    () => assess.check([], { ...options, thresholds: wrong.slice(0, 1) }),
    ([it]) => it.field === "thresholds.tls_flor" && it.line === 1 && /tls_floor/.test(it.help),
  );
});

test("an assessment is judged with types", () => {
  const { assessment, as_of: day, evidence } = JSON.parse(request("evaluation"));
  const files = evidence.map((it) => JSON.stringify(it));
  const judged = assess.evaluate(JSON.stringify(assessment), files, day, options);
  const { ok } = JSON.parse(assess.answer(request("evaluation")));
  assert.equal(judged.gaps.length, ok.gaps.length);
  assert.deepEqual(judged.gaps[0].reading, ok.gaps[0].reading);
  assert.deepEqual(judged.requirements.map((it) => it.status), ok.requirements.map((it) => it.status));
});

test("what is wrong with an assessment has its place there", () => {
  const wrong = '{\n  "format": "kumomori.assessment/1",\n  "ids": 1\n}';
  assert.throws(
    () => assess.evaluate(wrong, [], "2026-06-30", options),
    (found) => found.some((it) => it.field === "assessment.ids" && it.line === 3 && it.column === 3),
  );
  assert.throws(
    () => assess.evaluate("{}", [tls("TLS1.2"), "["], "2026-06-30", options),
    (found) => found.length === 1 && found[0].field === "evidence[1]",
  );
});

test("the catalog names what can be asked", () => {
  const catalog = assess.catalogOfPolicies();
  assert.ok(catalog.checks.some(([check, kind]) => check === "tls-floor" && kind === "tls-endpoints"));
  assert.ok(catalog.thresholds.some(([name, value]) => name === "tls_floor" && value === '"TLS1.2"'));
  assert.ok(catalog.frameworks.length >= 6);
});
