// A team's own checks, as deep as they may nest, in the module with the smallest stack.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import opa from "@open-policy-agent/opa-wasm";
import { module } from "./support.mjs";

const command = join(process.env.KUMOMORI_MODULE, "kumomori-wasi.wasm");
const runner = fileURLToPath(new URL("run-wasi.mjs", import.meta.url));
const policy = await opa.loadPolicy(module("kumomori-opa.wasm"));
/** How many operations may stand within each other. */
const MOST = 16;

/** The digits of one check with an expression. */
function compiled(expect) {
  const folder = mkdtempSync(join(tmpdir(), "kumomori-"));
  const check = `id: own\nkind: tls-endpoints\ntitle: t\nseverity: high\nexpect: '${expect}'\ncontrols:\n  - control: encrypt-in-transit\n    aspect: operation\nmessage: m\nremedy: r\n`;
  writeFileSync(join(folder, "own.yaml"), check);
  const { stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", runner, command, folder, "policies", "compile", "/evidence"], { encoding: "utf8" });
  assert.equal(stderr, "");
  return stdout.trim();
}

/** What the module says of a document with one endpoint, or what is wrong with the checks. */
function answer(checks) {
  const evidence = [{ kind: "tls-endpoints", document: [{ host: "a", min_version: "TLS1.3" }] }];
  const { ok, diagnostics } = policy.evaluate({ format: "kumomori.request/1", lang: "en", checks, evidence })[0].result;
  return diagnostics ? diagnostics[0].message : ok.checks[0].checks.find((it) => it.check === "own").verdict;
}

const around = (n, before, inner, after) => before.repeat(n) + inner + after.repeat(n);
const FORMS = {
  macros: (n) => around(n - 1, "tls_endpoints.all(v, ", "true", ")"),
  maps: (n) => `${around(Math.floor(n / 2), "size(tls_endpoints.map(v, ", "1", "))")} >= 0`,
  lists: (n) => `size(${around(n - 3, "[", "1", "]")}) == 1`,
  denials: (n) => around(n - 1, "!", "true", ""),
  choices: (n) => around(n - 1, "(true ? ", "true", " : false)"),
  conjunctions: (n) => Array(n).fill("true").join(" && "),
};

for (const [name, form] of Object.entries(FORMS)) {
  test(`${name} are answered or refused, at every depth`, () => {
    let isRefused = false;
    for (let depth = 4; depth <= 20; depth += 1) {
      const said = answer(compiled(form(depth)));
      if (/nests too deeply/.test(said)) isRefused = true;
      else assert.ok(/^(supports|contradicts|insufficient)$/.test(said) && !isRefused, `${depth}: ${said}`);
    }
    assert.ok(isRefused, `more than ${MOST} operations`);
  });
}
