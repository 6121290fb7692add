// The programs of the pages about hosts, run as they stand there; where a page goes on with what is
// printed, that is what they print.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { copies, run } from "./programs.mjs";

const PROGRAM = /^```(js|python)\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?/gms;
const PROGRAMS = {
  js: [process.execPath, "--no-warnings", "snippet.mjs"],
  python: [process.env.KUMOMORI_PYTHON, "-B", "snippet.py"],
};

const root = fileURLToPath(new URL("../../", import.meta.url));
const hosts = readdirSync(join(root, "docs/hosts")).map((it) => `docs/hosts/${it}`);
const read = (name) => readFileSync(join(root, name), "utf8");

/** A part of a page, from its heading to the next one. */
const section = (page, heading) => page.split(`\n## ${heading}\n`)[1].split("\n## ")[0];

const pages = new Map(["docs/module.md", ...hosts].map((name) => [name, read(name)]));
pages.set("README.md", section(read("README.md"), "In other hosts"));

// Programs find the modules and the policies as at the root of this repository.
mkdirSync(join(copies, "target"));
symlinkSync(process.env.KUMOMORI_MODULE, join(copies, "target/module"));
symlinkSync(join(root, "policies"), join(copies, "policies"));

for (const [name, page] of pages) {
  for (const [idx, [, language, program, printed]] of [...page.matchAll(PROGRAM)].entries()) {
    test(`${name}, program ${idx + 1}`, async () => {
      const [command, ...args] = PROGRAMS[language];
      assert.ok(command, "KUMOMORI_PYTHON: run `cargo xtask test hosts`");
      writeFileSync(join(copies, args.at(-1)), program);
      const { code, stdout, stderr } = await run(command, args, copies);
      assert.equal(code, 0, stderr);
      if (printed !== undefined) assert.equal(stdout, printed);
    });
  }
}

test("there are programs for the README and for each host", () => {
  for (const [name, page] of pages) {
    if (name !== "docs/module.md") assert.ok(page.search(PROGRAM) >= 0, name);
  }
});
