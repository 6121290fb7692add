// A service that judges evidence files: POST /check takes one and answers with verdicts.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import opa from "@open-policy-agent/opa-wasm";

const MODULES = process.env.KUMOMORI_MODULE ?? fileURLToPath(new URL("../../target/module", import.meta.url));
const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 8080);
/** The most bytes that an evidence file may have here; the module itself takes 16 MiB. */
const MOST = 1024 * 1024;

/** What a client did wrong, with the status that says so. */
class Refusal extends Error {
  constructor(status, problem, rest = {}) {
    super(problem);
    this.status = status;
    this.rest = rest;
  }
}

/** The body of a request as text; nothing beyond the limit is kept. */
async function body(request) {
  const tooLarge = new Refusal(413, `an evidence file has at most ${MOST} bytes here`);
  if (Number(request.headers["content-length"] ?? 0) > MOST) throw tooLarge;
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MOST) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (err) {
    throw new Refusal(400, `the body is no JSON: ${err.message}`);
  }
}

/** The checks of one evidence file. An evaluation is synchronous, so one instance is enough. */
function check(policy, evidence, lang) {
  const input = { format: "kumomori.request/1", lang, evidence: [evidence] };
  const [{ result }] = policy.evaluate(input, "assess/checks");
  if (result.diagnostics) throw new Refusal(422, "the request cannot be answered", { diagnostics: result.diagnostics });
  const [file] = result.ok.checks;
  if (file.problem) throw new Refusal(422, file.problem);
  return { library: result.ok.library, kind: file.kind, checks: file.checks };
}

async function answer(policy, request) {
  const [path] = request.url.split("?");
  if (path !== "/check") throw new Refusal(404, "there is only POST /check");
  if (request.method !== "POST") throw new Refusal(405, "send an evidence file with POST");
  const lang = /^ja\b/.test(request.headers["accept-language"] ?? "") ? "ja" : "en";
  return check(policy, parsed(await body(request)), lang);
}

function send(response, status, value) {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  // What is left of a body that is too large is not read, so the connection ends.
  if (status === 413) response.setHeader("connection", "close");
  if (status === 405) response.setHeader("allow", "POST");
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(text);
}

async function load() {
  try {
    return await opa.loadPolicy(await readFile(join(MODULES, "kumomori-opa.wasm")));
  } catch (err) {
    console.error(`kumomori-opa.wasm cannot be loaded: ${err.message ?? err}`);
    console.error("run `cargo xtask build module`, or name its folder in KUMOMORI_MODULE");
    process.exit(1);
  }
}

const policy = await load();

const server = createServer({ headersTimeout: 5_000, requestTimeout: 10_000 }, async (request, response) => {
  try {
    send(response, 200, await answer(policy, request));
  } catch (err) {
    if (response.destroyed) return;
    if (err instanceof Refusal) {
      send(response, err.status, { problem: err.message, ...err.rest });
      return;
    }
    // An evaluation that was ended leaves nothing behind: the next one begins anew.
    console.error(err);
    send(response, 500, { problem: "the evidence file could not be judged" });
  }
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => server.close());
}
server.listen(PORT, HOST, () => {
  const { address, port } = server.address();
  console.log(`listening on http://${address}:${port}`);
});
