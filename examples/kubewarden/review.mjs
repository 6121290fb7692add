// Reviews Kubernetes objects as an admission host does: node review.mjs FILE...

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import opa from "@open-policy-agent/opa-wasm";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const MODULES = process.env.KUMOMORI_MODULE ?? here("../../target/module");

function giveUp(said) {
  console.error(said);
  process.exit(2);
}

async function json(path) {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (err) {
    return giveUp(`${path}: ${err.message}`);
  }
}

const files = process.argv.slice(2);
if (files.length === 0) giveUp("usage: node review.mjs FILE...");

const bytes = await readFile(join(MODULES, "kumomori-opa.wasm")).catch((err) =>
  giveUp(`${err.message}: run \`cargo xtask build module\` first`),
);
const policy = await opa.loadPolicy(bytes);
policy.setData(await json(here("settings.json")));

for (const file of files) {
  const review = await json(file);
  const [{ result }] = policy.evaluate(review);
  if (!result.response) giveUp(`${file} is no AdmissionReview: it has no \`request\``);
  const { allowed, status } = result.response;
  console.log(`${review.request.namespace}/${review.request.name}: ${allowed ? "taken" : "refused"}`);
  for (const line of status?.message.split("\n") ?? []) console.log(`  ${line}`);
}
