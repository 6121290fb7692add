// The stock npm package of OPA loads the module as any policy and gets what the module answers
// natively.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import opa from "@open-policy-agent/opa-wasm";

const module = await readFile(new URL(`file://${process.env.KUMOMORI_MODULE}/kumomori-opa.wasm`));
const folder = new URL("../fixtures/requests/", import.meta.url);
const json = async (name) => JSON.parse(await readFile(new URL(name, folder), "utf8"));
const names = (await readdir(folder)).filter((it) => !it.endsWith(".answer.json")).map((it) => it.slice(0, -5)).sort();

/** An answer without the hash of the library, which the files beside the requests do not have. */
const unhashed = (answer) => {
  if (answer.ok) answer.ok.library = "(hash of the library)";
  return answer;
};

const load = () => opa.loadPolicy(module);

test("its entrypoints are named", async () => {
  const policy = await load();
  assert.deepEqual(policy.entrypoints, { "assess/result": 0, "assess/checks": 1, "assess/score": 2, catalog: 3 });
});

for (const name of names) {
  test(`${name}: the answer is the golden one, again and again`, async () => {
    const policy = await load();
    const request = await json(`${name}.json`);
    const [first] = policy.evaluate(request);
    const [again] = policy.evaluate(request);
    assert.deepEqual(again, first);
    const golden = await json(`${name}.answer.json`).catch(() => undefined);
    if (golden) assert.deepEqual(unhashed(first.result), golden);
    else assert.ok(first.result.ok.requirements.length > 100);
  });
}

test("each entrypoint answers what it is named after", async () => {
  const policy = await load();
  const request = await json("score.json");
  const of = (entrypoint) => Object.keys(policy.evaluate(request, entrypoint)[0].result.ok);
  assert.deepEqual(of("assess/checks"), ["library", "checks", "warnings"]);
  assert.deepEqual(of("assess/score"), ["library", "groups", "requirements", "warnings"]);
  const { ok } = policy.evaluate(undefined, "catalog")[0].result;
  assert.ok(ok.frameworks.length >= 6 && ok.checks.length >= 40, "the catalog");
});

test("a request that is none is answered with what is wrong", async () => {
  const policy = await load();
  for (const input of [undefined, null, {}, [], "text", { format: 1 }, { review: {} }]) {
    const [{ result }] = policy.evaluate(input);
    assert.ok(result.diagnostics.length > 0, JSON.stringify(input));
  }
});

test("an entrypoint that is not there aborts, and the module goes on", async () => {
  const policy = await load();
  const request = await json("checks.json");
  const [before] = policy.evaluate(request);
  assert.throws(() => policy.evaluate(request, 9), /entrypoint/);
  const [after] = policy.evaluate(request);
  assert.deepEqual(after, before);
});

test("ten thousand evaluations leave the memory where it was", async () => {
  const policy = await load();
  const request = await json("checks.json");
  policy.evaluate(request);
  const before = policy.mem.buffer.byteLength;
  for (let at = 0; at < 10_000; at += 1) policy.evaluate(request);
  assert.equal(policy.mem.buffer.byteLength, before);
});
