// What the tests of all hosts in Node share: the modules, the requests with the native answers, and
// the report of what was run.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const requests = new URL("../fixtures/requests/", import.meta.url);

/** The bytes of a module. */
export const module = (name) => readFileSync(join(process.env.KUMOMORI_MODULE, name));

/** All requests, with what the module answers natively. */
export const golden = readdirSync(requests)
  .filter((it) => !it.endsWith(".answer.json"))
  .sort()
  .map((it) => ({
    name: it.slice(0, -5),
    request: readFileSync(new URL(it, requests), "utf8"),
    answer: readFileSync(join(process.env.KUMOMORI_NATIVE, it), "utf8"),
  }));

/** The request with a name. */
export const request = (name) => golden.find((it) => it.name === name).request;

/**
 * Asks a host every request, twice each, and reports it. `answer` takes the text of a request;
 * what it gives is compared as text, or as a value when it is none.
 */
export async function ask(host, answer) {
  let ms = 0;
  let equal = "bytes";
  for (const it of golden) {
    for (let n = 0; n < 2; n += 1) {
      const start = performance.now();
      const given = await answer(it.request);
      ms += performance.now() - start;
      if (typeof given === "string") {
        assert.equal(given, it.answer, it.name);
      } else {
        equal = "values";
        assert.deepEqual(given, JSON.parse(it.answer), it.name);
      }
    }
  }
  const row = [host, "real", golden.length * 2, equal, Math.round(ms)].join("\t");
  writeFileSync(join(process.env.KUMOMORI_HOSTS, host.replace(/[^\w.-]/g, "-")), `${row}\n`);
}
