// The module as a plug-in of Extism.

import assert from "node:assert/strict";
import { test } from "node:test";
import createPlugin from "@extism/extism";
import { ask, module, request } from "./support.mjs";

const load = () => createPlugin({ wasm: [{ data: module("kumomori-extism.wasm") }] }, { useWasi: false });

test("it answers as natively", async () => {
  const plugin = await load();
  await ask("npm @extism/extism", async (it) => (await plugin.call("answer", it)).text());
  await plugin.close();
});

test("each function answers what it is named after", async () => {
  const plugin = await load();
  const of = async (name) => Object.keys((await plugin.call(name, request("score"))).json().ok);
  assert.deepEqual(await of("check"), ["library", "checks", "warnings"]);
  assert.ok((await of("evaluate")).includes("requirements"));
  assert.ok((await of("catalog")).includes("thresholds"));
  await plugin.close();
});
