// Programs of other pages, run as their readers would.

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A folder for copies. Node looks for packages above a file, so a copy here finds the locked ones. */
export const copies = mkdtempSync(fileURLToPath(new URL("node_modules/.copies-", import.meta.url)));
after(() => rmSync(copies, { recursive: true }));

/** What a program prints and how it ends. */
export async function run(program, args, cwd) {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd });
    return { code: 0, stdout, stderr };
  } catch (err) {
    if (typeof err.code !== "number") throw err;
    return err;
  }
}
