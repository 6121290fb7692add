// How long the engine takes as a WebAssembly module in Node:
//
//   node tests/engine/bench.mjs FOLDER MODULE
//
// FOLDER holds the cases that the benchmark of `kumomori-tests` wrote, with the answers of the
// native engine; nothing is measured before the module says the same.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const VERDICTS = ["supports", "contradicts", "insufficient", "not-applicable"];
// Milliseconds: how long a sample takes at least, and all of them about.
const SAMPLE = 2;
const ALL = 1000;
const MIN_SAMPLES = 7;

const [folder, file] = process.argv.slice(2);
const module = new WebAssembly.Module(readFileSync(file));
assert.deepEqual(WebAssembly.Module.imports(module), [], "the module imports nothing");

/** One instance of the module, which has the checks of one case. */
class Engine {
  constructor(checks) {
    this.exports = new WebAssembly.Instance(module).exports;
    this.heap = new Uint8Array(this.exports.memory.buffer);
    this.take(checks);
    assert.equal(this.exports.checks(0), 1, "the checks can be used");
  }

  /** The memory as it is: growing it takes the view away. */
  memory() {
    if (this.heap.length === 0) this.heap = new Uint8Array(this.exports.memory.buffer);
    return this.heap;
  }

  take(bytes) {
    const at = this.exports.input(bytes.length);
    this.memory().set(bytes, at);
  }

  /** The answers on a document, as bytes of JSON: a copy, as a host would keep it. */
  ask(way, document) {
    this.take(document);
    const length = way === "reasons" ? this.exports.explain() : this.exports.ask();
    const at = this.exports.output();
    return this.memory().slice(at, at + length);
  }
}

function median(run) {
  let batch = 1;
  while (time(batch, run) < SAMPLE) batch *= 2;
  const [start, times] = [performance.now(), []];
  while (times.length < MIN_SAMPLES || performance.now() - start < ALL) times.push(time(batch, run));
  times.sort((a, b) => a - b);
  return (times[times.length >> 1] * 1000) / batch;
}

function time(batch, run) {
  const start = performance.now();
  for (let n = 0; n < batch; n += 1) run();
  return performance.now() - start;
}

for (const { name, way } of JSON.parse(readFileSync(join(folder, "cases.json"), "utf8"))) {
  const read = (ending) => new Uint8Array(readFileSync(join(folder, `${name}.${ending}`)));
  const [document, answer] = [read("document.json"), read("answer.json")];
  const engine = new Engine(read("checks"));
  assert.ok(Buffer.from(answer).equals(engine.ask(way, document)), `${name}: another answer`);
  let run = () => engine.ask(way, document);
  if (way === "leaf") {
    engine.take(document);
    assert.equal(engine.exports.keep(), 1, "the document can be read");
    const [verdict] = Object.values(JSON.parse(Buffer.from(answer).toString()));
    assert.equal(VERDICTS[engine.exports.verdict(0)], verdict, `${name}: another answer`);
    run = () => engine.exports.verdict(0);
  }
  console.log(`${name}: WASM in Node\t${median(run).toFixed(4)}\tus`);
}
