// Calls the plug-in's functions `check` and `evaluate`: node judge.mjs EVIDENCE ASSESSMENT DAY

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import createPlugin from "@extism/extism";

const MODULES = process.env.KUMOMORI_MODULE ?? fileURLToPath(new URL("../../target/module", import.meta.url));

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

/** What a function of the plug-in answers to a request. */
async function call(plugin, name, request) {
  const output = await plugin.call(name, JSON.stringify({ format: "kumomori.request/1", ...request }));
  const { ok, diagnostics } = output.json();
  return ok ?? giveUp(diagnostics.map((it) => `${it.field}: ${it.message}`).join("\n"));
}

/** How many requirements have each status. */
function tally(requirements) {
  const found = {};
  for (const { status } of requirements) found[status] = (found[status] ?? 0) + 1;
  return Object.entries(found).map(([status, count]) => `${count} ${status}`).join(", ");
}

const [evidencePath, assessmentPath, day] = process.argv.slice(2);
if (!day) giveUp("usage: node judge.mjs EVIDENCE ASSESSMENT DAY");
const evidence = [await json(evidencePath)];
const assessment = await json(assessmentPath);
const data = await readFile(join(MODULES, "kumomori-extism.wasm")).catch((err) =>
  giveUp(`${err.message}: run \`cargo xtask build module\` first`),
);
const plugin = await createPlugin({ wasm: [{ data }] }, { useWasi: false });

const { checks: [file] } = await call(plugin, "check", { evidence });
if (file.problem) giveUp(`${evidencePath}: ${file.problem}`);
for (const it of file.checks) {
  console.log(`${it.verdict.padEnd(14)} ${it.check}`);
}

const { requirements, gaps } = await call(plugin, "evaluate", { evidence, assessment, as_of: day });
console.log(`requirements: ${tally(requirements)}`);
for (const it of gaps.filter((it) => it.kind === "contradicted")) {
  console.log(`contradicted by evidence: ${it.control} (${it.role}, ${it.dimension})`);
}
await plugin.close();
