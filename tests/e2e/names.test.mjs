// No name is looked up: a browser that is alone with a server of names asks it for nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { alone } from "./loopback.mjs";
import { SITE } from "./support.mjs";

test("no name is looked up, in a network with nobody else", async (t) => {
  const { hindrance, failed, said } = await alone("names-alone.mjs", SITE);
  if (hindrance) {
    t.skip(hindrance);
    return;
  }
  for (const line of said.split("\n").filter((it) => /^(ok|not ok) |^# heard/.test(it))) t.diagnostic(line);
  assert.ok(!failed, said);
});
