// The stock npm package of OPA loads the module as any policy.

import assert from "node:assert/strict";
import { test } from "node:test";
import opa from "@open-policy-agent/opa-wasm";
import { ask, module, request } from "./support.mjs";

const load = () => opa.loadPolicy(module("kumomori-opa.wasm"));
const json = (name) => JSON.parse(request(name));

test("it answers as natively", async () => {
  const policy = await load();
  await ask("npm @open-policy-agent/opa-wasm", (it) => policy.evaluate(JSON.parse(it))[0].result);
});

test("its entrypoints are named", async () => {
  const policy = await load();
  assert.deepEqual(policy.entrypoints, { "assess/result": 0, "assess/checks": 1, "assess/score": 2, catalog: 3 });
});

test("each entrypoint answers what it is named after", async () => {
  const policy = await load();
  const of = (entrypoint) => Object.keys(policy.evaluate(json("score"), entrypoint)[0].result.ok);
  assert.deepEqual(of("assess/checks"), ["library", "checks", "warnings"]);
  assert.deepEqual(of("assess/score"), ["library", "groups", "requirements", "warnings"]);
  const { ok } = policy.evaluate(undefined, "catalog")[0].result;
  assert.ok(ok.frameworks.length >= 6 && ok.checks.length >= 40, "the catalog");
});

test("a request that is none is answered with what is wrong", async () => {
  const policy = await load();
  for (const input of [undefined, null, {}, [], "text", { format: 1 }]) {
    const [{ result }] = policy.evaluate(input);
    assert.ok(result.diagnostics.length > 0, JSON.stringify(input));
  }
});

test("Gatekeeper's reviews are answered with violations", async () => {
  const policy = await load();
  const container = { name: "a", image: "registry.example.jp/a@sha256:00", securityContext: { privileged: true } };
  const object = { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { containers: [container] } };
  const of = (parameters, it) => policy.evaluate({ parameters, review: { object: it } })[0].result;
  const lax = { fail_on: "critical", on_insufficient: "allow" };
  assert.match(of(lax, object)[0].msg, /^workload-not-privileged \(critical\): .*containers\[0\]\.privileged/);
  container.securityContext.privileged = false;
  assert.deepEqual(of(lax, object), []);
  assert.deepEqual(of({}, { apiVersion: "v1", kind: "ConfigMap" }), []);
  assert.match(of({ fail_on: 3 }, object)[0].msg, /text/);
});

test("an entrypoint that is not there aborts, and the module goes on", async () => {
  const policy = await load();
  const [before] = policy.evaluate(json("checks"));
  assert.throws(() => policy.evaluate(json("checks"), 9), /entrypoint/);
  const [after] = policy.evaluate(json("checks"));
  assert.deepEqual(after, before);
});

test("evaluations that end for want of memory leave a module that goes on, however many they are", async () => {
  const policy = await opa.loadPolicy(module("kumomori-opa.wasm"), { initial: 5, maximum: 40 });
  for (let at = 0; at < 100; at += 1) {
    assert.throws(() => policy.evaluate(json("evaluation")), /kumomori: out of memory/);
    assert.throws(() => policy.evaluate(json("checks"), 9), /entrypoint/);
  }
  assert.deepEqual(policy.evaluate(json("verdicts"))[0].result.ok.verdicts.slice(0, 2), ["iicci", "sssss"]);
});

test("ten thousand evaluations leave the memory where it was", async () => {
  const policy = await load();
  const input = json("verdicts");
  policy.evaluate(input);
  const before = policy.mem.buffer.byteLength;
  for (let at = 0; at < 10_000; at += 1) policy.evaluate(input);
  assert.equal(policy.mem.buffer.byteLength, before);
});
