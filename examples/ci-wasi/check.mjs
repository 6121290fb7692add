// Checks a folder of evidence files as the job in job.yml does, and prints SARIF:
// node check.mjs FOLDER [OPTION...]

import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { WASI } from "node:wasi";

const MODULES = process.env.KUMOMORI_MODULE ?? fileURLToPath(new URL("../../target/module", import.meta.url));

function giveUp(said) {
  console.error(said);
  process.exit(2);
}

const [given, ...options] = process.argv.slice(2);
if (!given) giveUp("usage: node check.mjs FOLDER [OPTION...]");
const folder = resolve(given);
const found = await stat(folder).catch((err) => giveUp(err.message));
if (!found.isDirectory()) giveUp(`${given} is no folder`);

const bytes = await readFile(join(MODULES, "kumomori-wasi.wasm")).catch((err) =>
  giveUp(`${err.message}: run \`cargo xtask build module\` first`),
);

// The command sees this one folder, under its own name, and nothing else of the machine.
const name = basename(folder);
const wasi = new WASI({
  version: "preview1",
  args: ["kumomori", "check", name, "--lang", "en", "--format", "sarif", ...options],
  preopens: { [`/${name}`]: folder },
  returnOnExit: true,
});
const { instance } = await WebAssembly.instantiate(bytes, wasi.getImportObject());
process.exitCode = wasi.start(instance);
