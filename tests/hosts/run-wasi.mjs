// Runs the command for WASI as a shell would: its own streams, arguments and exit code.
//
// usage: node run-wasi.mjs MODULE FOLDER ARGUMENTS…    FOLDER is seen as /evidence

import { readFileSync } from "node:fs";
import { WASI } from "node:wasi";

const [, , module, folder, ...args] = process.argv;
const wasi = new WASI({ version: "preview1", args: ["policy.wasm", ...args], preopens: { "/evidence": folder } });
const compiled = new WebAssembly.Module(readFileSync(module));
process.exitCode = wasi.start(new WebAssembly.Instance(compiled, wasi.getImportObject()));
