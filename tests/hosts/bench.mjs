// What the policy module costs in hosts in Node: from the bytes of a module to the first verdict,
// and one question again and again, with all that a host does around it. The question is the eight
// checks of identity-accounts, asked of one account. regorus is asked the same, with the checks as
// they are exported to Rego; it stays in its process, so its times are without a host's glue.
//
// usage: KUMOMORI_MODULE=DIR KUMOMORI_REGO=DIR REGORUS=PROGRAM REGORUS_WASM=MODULE node bench.mjs

import { execFileSync } from "node:child_process";
import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { transpileBytes } from "@bytecodealliance/jco-transpile";
import createPlugin from "@extism/extism";
import opa from "@open-policy-agent/opa-wasm";

const module = (name) => readFileSync(join(process.env.KUMOMORI_MODULE, name));
const account = {
  id: "u-001", kind: "person", enabled: true, admin: true, mfa: true, password_login: true, ssh_key: true,
  origin_restricted: true, employed: true, opened_at: "2024-04-01T00:00:00Z", last_used_at: "2026-10-30T02:10:00Z",
  reviewed_at: "2026-10-05T00:00:00Z", as_of: "2026-11-01T00:00:00Z",
};
const evidence = { kind: "identity-accounts", collected_at: "2026-11-01T01:00:00Z", document: [account] };
const request = { format: "kumomori.request/1", evidence: [evidence] };
const text = JSON.stringify(request);
const N_CHECKS = 8;

const report = (name, us) => console.log(`${name}\t${us.toFixed(1)}\tus`);

/** The middle of many times of one call, after it is warm. */
async function warm(name, call) {
  const asked = await call();
  if (asked !== N_CHECKS) throw new Error(`${name}: ${asked} checks`);
  const times = [];
  for (let n = 0; n < 4_000; n += 1) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  report(`warm: ${name}`, times[times.length / 2] * 1_000);
}

/** The middle of some times from the bytes of a module to the first verdict. */
async function cold(name, first) {
  const times = [];
  for (let n = 0; n < 21; n += 1) {
    const start = performance.now();
    await first();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  report(`cold: ${name}`, times[10] * 1_000);
}

const { load } = await import(pathToFileURL(join(process.env.KUMOMORI_MODULE, "js/index.js")).href);
const bytes = { opa: module("kumomori-opa.wasm"), raw: module("kumomori-raw.wasm") };
await cold("npm @open-policy-agent/opa-wasm", async () => (await opa.loadPolicy(bytes.opa)).evaluate(request));
await cold("js package", async () => (await load(bytes.raw)).verdicts(JSON.stringify(evidence)));

const policy = await opa.loadPolicy(bytes.opa);
await warm("npm @open-policy-agent/opa-wasm", () => policy.evaluate(request)[0].result.ok.checks[0].checks.length);
const kumomori = await load(bytes.raw);
await warm("js package, check", () => kumomori.check([evidence])[0].checks.length);
const file = new TextEncoder().encode(JSON.stringify(evidence));
await warm("js package, verdicts", () => kumomori.verdicts(file).length);
const plugin = await createPlugin({ wasm: [{ data: module("kumomori-extism.wasm") }] }, { useWasi: false });
await warm("npm @extism/extism", async () => (await plugin.call("answer", text)).json().ok.checks[0].checks.length);
await plugin.close();

const { files } = await transpileBytes(module("kumomori-component.wasm"), { name: "kumomori" });
const folder = await mkdtemp(join(tmpdir(), "kumomori-"));
await writeFile(join(folder, "package.json"), '{"type":"module"}');
for (const [name, code] of Object.entries(files).filter(([name]) => !name.endsWith(".d.ts"))) {
  await writeFile(join(folder, name), code);
}
const { assess } = await import(pathToFileURL(join(folder, "kumomori.js")).href);
const options = { language: "en", thresholds: [] };
const document = JSON.stringify(evidence);
const checks = policy.evaluate(request)[0].result.ok.checks[0].checks.map((it) => it.check);
const { KUMOMORI_REGO: rego, REGORUS: native, REGORUS_WASM: wasm } = process.env;
await writeFile(join(folder, "document.json"), JSON.stringify(evidence.document));
const asked = (program, ...args) => Number(execFileSync(program, [...args, ...checks], { encoding: "utf8" }));
report("warm: regorus, native", asked(native, rego, join(folder, "document.json")));
await cp(rego, join(folder, "rego"), { recursive: true });
const wasi = ["--no-warnings", "run-wasi.mjs", wasm, folder, "/evidence/rego", "/evidence/document.json"];
report("warm: regorus, WASM in Node", asked(process.execPath, ...wasi));

await warm("npm jco (component)", () => assess.check([document], options)[0].val.statements.length);
