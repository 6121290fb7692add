// Finishes a module for the hosts of other people: drops what only the linker needed, optimizes for
// size, adds what Kubewarden reads of a policy, and refuses what a host would refuse.
//
// usage: node finish.mjs BINARYEN WASM-TOOLS HOST FROM TO

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const METADATA = "io.kubewarden.metadata";

/** What each kind of host gives, wants and shows. */
const HOSTS = {
  opa: {
    imports: ["env.memory memory", "env.opa_abort function"],
    functions: [
      "builtins", "entrypoints", "eval", "opa_eval", "opa_eval_ctx_get_result", "opa_eval_ctx_new", "opa_eval_ctx_set_data",
      "opa_eval_ctx_set_entrypoint", "opa_eval_ctx_set_input", "opa_free", "opa_heap_blocks_restore", "opa_heap_blocks_stash",
      "opa_heap_ptr_get", "opa_heap_ptr_set", "opa_heap_stash_clear", "opa_json_dump", "opa_json_parse", "opa_malloc",
      "opa_value_add_path", "opa_value_dump", "opa_value_free", "opa_value_parse", "opa_value_remove_path",
    ],
    globals: { opa_wasm_abi_version: 1, opa_wasm_abi_minor_version: 3 },
    // The smallest host gives two pages.
    pages: 2,
    mode: "opa",
  },
  raw: {
    imports: [],
    functions: [
      "clickhouse_create_buffer", "clickhouse_destroy_buffer", "kumomori_abi_version", "kumomori_answer", "kumomori_answer_rows",
      "kumomori_buffer", "kumomori_catalog", "kumomori_free", "kumomori_reset", "kumomori_verdicts", "kumomori_verdicts_rows",
    ],
  },
  wapc: {
    imports: ["wapc.__guest_error function", "wapc.__guest_request function", "wapc.__guest_response function"],
    functions: ["__guest_call"],
    mode: "kubewarden-wapc",
  },
  extism: {
    imports: ["alloc", "error_set", "input_length", "input_load_u64", "input_load_u8", "output_set", "store_u64", "store_u8"]
      .map((name) => `extism:host/env.${name} function`),
    functions: ["answer", "catalog", "check", "evaluate"],
  },
  component: {
    imports: [],
    functions: ["answer", "catalog-of-policies", "check", "evaluate"]
      .flatMap((name) => [`kumomori:policy/assess@1.0.0#${name}`, `cabi_post_kumomori:policy/assess@1.0.0#${name}`])
      .concat("cabi_realloc"),
    drop: ["cabi_realloc_wit_bindgen_0_61_1"],
    isComponent: true,
  },
  wasi: {
    imports: [
      "args_get", "args_sizes_get", "clock_time_get", "environ_get", "environ_sizes_get", "fd_close", "fd_fdstat_get", "fd_filestat_get",
      "fd_prestat_dir_name", "fd_prestat_get", "fd_read", "fd_readdir", "fd_write", "path_create_directory", "path_filestat_get",
      "path_open", "proc_exit", "random_get",
    ].map((name) => `wasi_snapshot_preview1.${name} function`),
    functions: ["__main_void", "_start"],
    mode: "wasi",
    isCommand: true,
  },
};

const [, , at, tools, name, from, to] = process.argv;
const host = HOSTS[name];
const built = host.isCommand ? readFileSync(from) : await optimized(readFileSync(from));
const bytes = host.mode ? annotated(built) : built;
check(new WebAssembly.Module(bytes));
writeFileSync(to, host.isComponent ? await component(bytes) : bytes);

/** A module with the optimizations of binaryen, which reads what the target of small modules emits. */
async function optimized(bytes) {
  const { default: binaryen } = await import(pathToFileURL(at).href);
  const module = binaryen.readBinary(bytes);
  module.setFeatures(binaryen.Features.MVP | binaryen.Features.MutableGlobals);
  for (const [name, value] of Object.entries(host.globals ?? {})) {
    // Rust exports the address of a static where the value is wanted.
    const inside = binaryen.getExportInfo(module.getExport(name)).value;
    module.removeGlobal(inside);
    module.addGlobal(inside, binaryen.i32, false, module.i32.const(value));
  }
  beginAnew(binaryen, module);
  for (const name of ["__heap_base", "__data_end", ...(host.drop ?? [])]) {
    if (module.getExport(name)) module.removeExport(name);
  }
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  module.optimize();
  if (!module.validate()) throw new Error("the module is not valid");
  return module.emitBinary();
}

/**
 * Lets every exported function begin with an empty stack: a call that ended in the middle leaves
 * its part of it taken, and no host calls back into a module.
 */
function beginAnew(binaryen, module) {
  const pointers = Array.from({ length: module.getNumGlobals() }, (_, at) => binaryen.getGlobalInfo(module.getGlobalByIndex(at)))
    .filter((it) => it.mutable && it.type === binaryen.i32);
  if (pointers.length !== 1) throw new Error(`it has ${pointers.length} globals that can change`);
  const [{ name: pointer, init }] = pointers;
  const bottom = binaryen.getExpressionInfo(init).value;
  const exports = Array.from({ length: module.getNumExports() }, (_, at) => binaryen.getExportInfo(module.getExportByIndex(at)));
  for (const { name, value } of exports.filter((it) => it.kind === binaryen.ExternalFunction)) {
    const { params, results } = binaryen.getFunctionInfo(module.getFunction(value));
    const given = binaryen.expandType(params).map((type, at) => module.local.get(at, type));
    const call = module.call(value, given, results);
    const body = [module.global.set(pointer, module.i32.const(bottom)), call];
    module.addFunction(`${name} anew`, params, results, [], module.block(null, body, results));
    module.removeExport(name);
    module.addFunctionExport(`${name} anew`, name);
  }
}

/** A module with the section that Kubewarden reads before it runs a policy. */
function annotated(bytes) {
  const metadata = JSON.parse(readFileSync(new URL("metadata.json", import.meta.url)));
  const encoder = new TextEncoder();
  const name = encoder.encode(METADATA);
  const text = encoder.encode(JSON.stringify({ ...metadata, executionMode: host.mode }));
  const content = [...leb(name.length), ...name, ...text];
  return Uint8Array.from([...bytes, 0, ...leb(content.length), ...content]);
}

/** A whole number in LEB128. */
function leb(number) {
  return number < 0x80 ? [number] : [(number & 0x7f) | 0x80, ...leb(number >>> 7)];
}

/** The component around a module that carries its types. */
async function component(bytes) {
  const { componentNew } = await import(pathToFileURL(tools).href);
  return componentNew(bytes);
}

function check(compiled) {
  const imports = WebAssembly.Module.imports(compiled).map((it) => `${it.module}.${it.name} ${it.kind}`);
  same("imports", imports.sort(), host.imports);
  const exports = WebAssembly.Module.exports(compiled);
  const functions = exports.filter((it) => it.kind === "function").map((it) => it.name);
  same("functions", functions.sort(), [...host.functions].sort());
  const others = exports.filter((it) => it.kind !== "function").map((it) => it.name);
  same("exports", others.sort(), ["memory", ...Object.keys(host.globals ?? {})].sort());
  const sections = WebAssembly.Module.customSections(compiled, METADATA);
  const modes = sections.map((it) => JSON.parse(new TextDecoder().decode(it)).executionMode);
  same("metadata", modes, host.mode ? [host.mode] : []);
  if (host.pages) checkMemory(compiled);
}

/** A host gives it so much memory, without a most, and reads the versions. */
function checkMemory(compiled) {
  const memory = new WebAssembly.Memory({ initial: host.pages });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory, opa_abort() {} } });
  if (exports.memory !== memory) throw new Error("it does not export the memory that it is given");
  for (const [name, value] of Object.entries(host.globals)) {
    if (exports[name].value !== value) throw new Error(`${name} is ${exports[name].value}`);
  }
}

function same(what, found, wanted) {
  if (found.join() !== wanted.join()) throw new Error(`its ${what} are ${found.join(", ")}, not ${wanted.join(", ")}`);
}
