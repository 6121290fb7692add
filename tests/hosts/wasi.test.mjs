// The command line as a command for WASI, in Node.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ask, request } from "./support.mjs";

const command = join(process.env.KUMOMORI_MODULE, "kumomori-wasi.wasm");
const runner = fileURLToPath(new URL("run-wasi.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "kumomori-"));
const file = (name) => join(folder, name);

/** Runs the command with a text on standard input; gives what it prints and its exit code. */
function run(args, input = "") {
  const node = ["--no-warnings", runner, command, folder, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { input, encoding: "utf8", maxBuffer: 1 << 26 });
  return { code: status, out: stdout, err: stderr };
}

test("it answers as natively", async () => {
  await ask("node:wasi", (it) => run(["answer"], it).out.trimEnd());
});

test("requests that are wrong end with 2", () => {
  assert.equal(run(["answer"], request("wrong")).code, 2);
  assert.equal(run(["answer"], request("verdicts")).code, 0);
});

const evidence = '{"kind":"tls-endpoints","document":[{"min_version":"TLS1.0"}]}';

test("evidence from standard input or a folder is checked, and the exit code is the gate", () => {
  const { code, out } = run(["check", "-", "--format", "json"], evidence);
  assert.equal(code, 1);
  assert.ok(JSON.parse(out), "JSON");
  writeFileSync(file("tls.json"), evidence);
  const sarif = JSON.parse(run(["check", "/evidence/tls.json", "--format", "sarif"]).out);
  assert.equal(sarif.version, "2.1.0");
  assert.ok(sarif.runs[0].results.some((it) => it.ruleId === "tls-floor" && it.level === "error"));
  assert.match(run(["check", "-", "--format", "junit"], evidence).out, /<testsuite /);
});

test("an assessment is evaluated with evidence", () => {
  const { assessment } = JSON.parse(request("evaluation"));
  const args = ["evaluate", "-", "--as-of", "2026-06-30", "--format", "json"];
  const { code, out } = run(args, JSON.stringify(assessment));
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).format, "kumomori.evaluation/1");
});

test("a file that is not there is an error with its name", () => {
  const { code, err } = run(["check", "missing.json"]);
  assert.equal(code, 2);
  assert.match(err, /missing\.json/);
});

test("Kubewarden's requests are answered", () => {
  const object = (isPrivileged) => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "a", namespace: "b" },
    spec: { containers: [{ name: "a", image: "registry.example.jp/a@sha256:00", securityContext: { privileged: isPrivileged } }] },
  });
  const validated = (isPrivileged, settings) =>
    JSON.parse(run(["validate"], JSON.stringify({ request: { uid: "1", object: object(isPrivileged) }, settings })).out);
  const lax = { fail_on: "critical", on_insufficient: "allow" };
  assert.deepEqual(validated(false, lax), { accepted: true });
  const refused = validated(true, lax);
  assert.deepEqual([refused.accepted, refused.code], [false, 403]);
  assert.match(refused.message, /workload-not-privileged/);
  assert.deepEqual(validated(true, { fail_on: "huge" }).code, 400);
  assert.deepEqual(JSON.parse(run(["validate-settings"], "{}").out), { valid: true });
  assert.equal(JSON.parse(run(["validate-settings"], '{"fail_on":1}').out).valid, false);
});
