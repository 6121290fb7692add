// Finishes a module for hosts of OPA policies: gives the exported versions their values, which Rust
// exports the addresses of, drops what only the linker needed, optimizes for size, and refuses
// what a host would refuse.
//
// usage: node finish.mjs BINARYEN FROM TO

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const VERSIONS = { opa_wasm_abi_version: 1, opa_wasm_abi_minor_version: 3 };
const IMPORTS = ["env.memory memory", "env.opa_abort function"];
/// The pages that the smallest host gives.
const MOST_PAGES = 5;

const [, , at, from, to] = process.argv;
const { default: binaryen } = await import(pathToFileURL(at).href);
const module = binaryen.readBinary(readFileSync(from));
module.setFeatures(binaryen.Features.MVP | binaryen.Features.MutableGlobals);
for (const [name, value] of Object.entries(VERSIONS)) {
  const inside = binaryen.getExportInfo(module.getExport(name)).value;
  module.removeGlobal(inside);
  module.addGlobal(inside, binaryen.i32, false, module.i32.const(value));
}
for (const name of ["__heap_base", "__data_end"]) {
  if (module.getExport(name)) module.removeExport(name);
}
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);
module.optimize();
if (!module.validate()) throw new Error("the module is not valid");
const bytes = module.emitBinary();
check(new WebAssembly.Module(bytes));
writeFileSync(to, bytes);

function check(compiled) {
  const imports = WebAssembly.Module.imports(compiled).map((it) => `${it.module}.${it.name} ${it.kind}`);
  if (imports.sort().join() !== IMPORTS.join()) throw new Error(`it imports ${imports.join(", ")}`);
  // A host gives it so much memory, without a most.
  const memory = new WebAssembly.Memory({ initial: MOST_PAGES });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory, opa_abort() {} } });
  if (exports.memory !== memory) throw new Error("it does not export the memory that it is given");
  for (const [name, value] of Object.entries(VERSIONS)) {
    if (exports[name].value !== value) throw new Error(`${name} is ${exports[name].value}`);
  }
}
