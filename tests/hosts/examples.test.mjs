// The examples, run as their pages say. The one in Rust is built and run by the tests of Rust hosts.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, cpSync, openSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { WASI } from "node:wasi";
import { copies, run } from "./programs.mjs";
import { module } from "./support.mjs";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
const here = (...path) => join(examples, ...path);
const json = (...path) => JSON.parse(readFileSync(here(...path), "utf8"));
const page = (name) => readFileSync(here(name, "README.md"), "utf8");

/** A copy of an example that uses the packages of these tests. */
function copied(name) {
  const filter = (path) => basename(path) !== "node_modules";
  cpSync(here(name), join(copies, name), { recursive: true, filter });
  return join(copies, name);
}

/** What a page says that is printed, line by line. */
function promised(name) {
  const [, block] = page(name).split("```text\n");
  return block.split("\n```")[0].split("\n");
}

const assertPrinted = (stdout, lines) => {
  const printed = stdout.split("\n");
  for (const line of lines) assert.ok(printed.includes(line), `${line}\nis not in\n${stdout}`);
};

test("the packages of the examples are those that are tested", () => {
  const tested = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).devDependencies;
  for (const name of ["node-opa", "kubewarden", "extism"]) {
    for (const [dependency, version] of Object.entries(json(name, "package.json").dependencies)) {
      assert.equal(version, tested[dependency], `${name}: ${dependency}`);
    }
  }
  const locked = readFileSync(new URL("requirements.txt", import.meta.url), "utf8");
  const wanted = readFileSync(here("python-wasmtime", "requirements.txt"), "utf8").trim();
  assert.ok(locked.split("\n").some((it) => it.startsWith(`${wanted} `)), wanted);
});

test("node-opa answers with verdicts, and says what is wrong with a request", async () => {
  const env = { ...process.env, PORT: "0" };
  const stdio = ["ignore", "pipe", "inherit"];
  const service = spawn(process.execPath, ["server.mjs"], { cwd: copied("node-opa"), env, stdio });
  try {
    const [line] = await once(createInterface({ input: service.stdout }), "line");
    const address = line.match(/^listening on (http:\/\/127\.0\.0\.1:\d+)$/)[1];
    const post = async (body, headers = {}, path = "/check") => {
      const response = await fetch(address + path, { method: "POST", body, headers });
      return { status: response.status, value: await response.json() };
    };
    const evidence = readFileSync(here("node-opa", "tls.json"), "utf8");
    const said = async (headers) => {
      const { status, value } = await post(evidence, headers);
      assert.equal(status, 200);
      const found = value.checks.find((it) => it.check === "tls-floor");
      assert.equal(found.verdict, "contradicts");
      return found.said;
    };
    const [english] = await said();
    assert.ok(page("node-opa").includes(JSON.stringify(english)), english);
    assert.match((await said({ "accept-language": "ja,en;q=0.5" }))[0], /が必要/);
    const refused = [
      ["{", 400, /JSON/],
      ["[]", 422, /object/],
      ['{"kind":"tls-endpoint","document":[]}', 422, /tls-endpoint/],
      ["x".repeat(2 * 1024 * 1024), 413, /1048576/],
    ];
    for (const [body, status, problem] of refused) {
      const given = await post(body);
      assert.equal(given.status, status);
      assert.match(given.value.problem, problem);
    }
    assert.equal((await post(evidence, {}, "/")).status, 404);
    assert.equal((await fetch(`${address}/check`)).status, 405);
    assert.ok((await said()).length > 0, "it goes on");
  } finally {
    service.kill();
    const [code] = service.exitCode === null ? await once(service, "exit") : [service.exitCode];
    assert.equal(code, 0);
  }
});

test("kubewarden refuses one pod and takes the other", async () => {
  const folder = copied("kubewarden");
  const both = ["review.mjs", "review-refused.json", "review-taken.json"];
  const { stdout } = await run(process.execPath, both, folder);
  const lines = stdout.trim().split("\n");
  assert.equal(lines[0], "monitoring/node-agent: refused");
  assert.equal(lines.at(-1), "billing/invoice-api-6f7c9d8b5-x2k4q: taken");
  const reason = page("kubewarden").match(/``(workload-.*?)``/)[1];
  assertPrinted(stdout, [`  ${reason}`]);
  assert.match(stdout, /workload-registry-allowed.*registry\.example\.jp/, "the settings count");
  const wrong = await run(process.execPath, ["review.mjs", "settings.json"], folder);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /no AdmissionReview/);
});

test("extism prints verdicts and what follows from them", async () => {
  const folder = copied("extism");
  const judge = (...args) => run(process.execPath, ["judge.mjs", ...args], folder);
  const { stdout } = await judge("accounts.json", "assessment.json", "2026-11-15");
  assertPrinted(stdout, promised("extism"));
  const wrong = await judge("accounts.json", "assessment.json", "someday");
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /^as_of: /m);
});

test("python-wasmtime prints a table of verdicts", async () => {
  const python = process.env.KUMOMORI_PYTHON;
  assert.ok(python, "KUMOMORI_PYTHON: run `cargo xtask test hosts`");
  const check = (...args) => run(python, ["-B", "check.py", ...args], here("python-wasmtime"));
  const { stdout } = await check("storage.json");
  assertPrinted(stdout, promised("python-wasmtime"));
  assert.match((await check("storage.json", "ja")).stdout, /の値がない/);
  const wrong = await check("README.md");
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, /README\.md/);
});

test("ci-wasi prints the findings that its page names, and fails", async () => {
  const folder = copied("ci-wasi");
  const check = (...args) => run(process.execPath, ["--no-warnings", "check.mjs", ...args], folder);
  const { code, stdout } = await check("evidence");
  assert.equal(code, 1);
  const { results } = JSON.parse(stdout).runs[0];
  const { level, message, locations } = results.find((it) => it.ruleId === "tls-floor");
  assert.deepEqual([level, locations[0].physicalLocation.artifactLocation.uri], ["error", "evidence/tls.json"]);
  assert.ok(page("ci-wasi").includes(message.text), message.text);
  assert.equal((await check("evidence", "--fail-on", "critical")).code, 0);
  for (const wrong of [[], ["README.md"], ["missing"], ["evidence", "--fail-on", "huge"]]) {
    const { code, stderr } = await check(...wrong);
    assert.equal(code, 2, wrong.join(" "));
    assert.ok(stderr.length > 0, wrong.join(" "));
  }
});

test("ci-wasi's job gives the command the folder and the arguments that are run here", () => {
  const job = readFileSync(here("ci-wasi", "job.yml"), "utf8");
  const [, from, to, args] = job.match(/wasmtime run --dir (\S+)::(\S+) kumomori-wasi\.wasm (.*) > /);
  const path = join(copies, "kumomori.sarif");
  const stdout = openSync(path, "w");
  const given = { args: ["kumomori", ...args.split(" ")], preopens: { [to]: here("ci-wasi", from) }, stdout };
  const wasi = new WASI({ version: "preview1", returnOnExit: true, ...given });
  const compiled = new WebAssembly.Module(module("kumomori-wasi.wasm"));
  assert.equal(wasi.start(new WebAssembly.Instance(compiled, wasi.getImportObject())), 1);
  closeSync(stdout);
  assert.match(readFileSync(path, "utf8"), /"uri": "evidence\/tls\.json"/);
});

/** Bytes after their length, as `RowBinary` has a text; short enough for two bytes of length. */
function row(bytes) {
  const head = bytes.length < 128 ? [bytes.length] : [(bytes.length & 127) | 128, bytes.length >> 7];
  return Buffer.concat([Buffer.from(head), bytes]);
}

test("clickhouse would get the verdicts that its page names", async () => {
  const sql = readFileSync(here("clickhouse", "evidence.sql"), "utf8");
  const files = [...sql.matchAll(/^ {4}\('\w+', '[^']+', '([^']+)'\)/gm)].map((it) => it[1]);
  assert.equal(files.length, 3);
  const { instance } = await WebAssembly.instantiate(module("kumomori-raw.wasm"));
  const { exports } = instance;
  for (const [, name] of sql.matchAll(/^FROM 'kumomori' :: '(\w+)'$/gm)) {
    assert.equal(typeof exports[name], "function", name);
  }
  const bytes = (handle) => {
    const [at, size] = new Uint32Array(exports.memory.buffer, handle, 2);
    return new Uint8Array(exports.memory.buffer, at, size);
  };
  const rows = Buffer.concat(files.map((it) => row(Buffer.from(it))));
  const given = exports.clickhouse_create_buffer(rows.length);
  bytes(given).set(rows);
  const verdicts = exports.kumomori_verdicts_rows(given, files.length);
  const named = page("clickhouse").match(/rows `(\w+)` and `(\w+)`/).slice(1);
  const wanted = Buffer.concat([...named, ""].map((it) => row(Buffer.from(it))));
  assert.deepEqual(Buffer.from(bytes(verdicts)), wanted);
});
