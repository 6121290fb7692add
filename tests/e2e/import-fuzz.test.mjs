// Thousands of files that something happened to are chosen on the page. None stops the program, each
// that is refused has a message, and the present work is what it was before.
//
// A file that is still valid is no fault: the page asks before it replaces anything. Most of these are
// declined; every tenth is opened and taken back in one step, so what is odd in it was shown as well.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { CLI, downloaded, go, launch, open, openExample, savedFile, start } from "./support.mjs";

const FILES = process.env.KUMOMORI_FULL ? 10_000 : 1_000;
const BATCH = 100;
const SHEET = "Answer in a spreadsheet (CSV)";
/** Where files come in, and how many of them do. */
const DOORS = [["open", "#/about", 0.7], ["sheet", "#/list/any/any/any/any", 0.2], ["evidence", "#/evidence", 0.1]];

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "kumomori-fuzz-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** Puts the maker of files and the one who chooses them into the page; runs there. */
function prepare() {
  const latin = (text) => Uint8Array.from(text, (it) => it.charCodeAt(0) & 255);
  const utf8 = (text) => new TextEncoder().encode(text);
  const joined = (...parts) => new Uint8Array(parts.flatMap((it) => [...it]));

  /** Bytes to which one thing happened, or two, as numbers between 0 and 1 decide. */
  function mutated(seed, chance) {
    const pick = (n) => Math.floor(chance() * n);
    const text = (bytes, change) => utf8(change(new TextDecoder().decode(bytes)));
    /** Changes one of the places that a pattern finds. */
    const one = (bytes, pattern, change) => text(bytes, (it) => {
      const found = [...it.matchAll(pattern)];
      const place = found[pick(found.length)];
      return place ? it.slice(0, place.index) + change(place[0]) + it.slice(place.index + place[0].length) : it;
    });
    const slice = (bytes) => {
      const [a, b] = [pick(bytes.length), pick(bytes.length)].sort((a, b) => a - b);
      return [a, Math.min(b, a + 2000)];
    };
    const from = (list) => list[pick(list.length)];
    const acts = [
      (it) => { for (let n = 1 + pick(8); n > 0 && it.length > 0; n -= 1) it[pick(it.length)] ^= 1 << pick(8); return it; },
      (it) => it.slice(0, pick(it.length)),
      (it) => { const [a, b] = slice(it); return joined(it.slice(0, b), it.slice(a, b), it.slice(b)); },
      (it) => { const [a, b] = slice(it); return joined(it.slice(0, a), it.slice(b)); },
      (it) => one(it, /-?\d+/g, () => from(["1e999", "-0", "-1", "99999999999999999999999", "4294967296", "0.1", "1e-7", "2.0", "00", "9".repeat(400)])),
      (it) => one(it, /["\d[{,]/g, (now) => "[".repeat(from([1, 33, 5000])) + now),
      (it) => one(it, /["\d[{]/g, (now) => '{"a":'.repeat(from([31, 4000])) + now),
      (it) => { const keys = [...new Set(new TextDecoder().decode(it).match(/"\w+"(?=:)/g))]; const [a, b] = [from(keys), from(keys)]; return a ? text(it, (now) => now.replaceAll(a, "\u0000").replaceAll(b, a).replaceAll("\u0000", b)) : it; },
      (it) => { const at = pick(it.length); return joined(it.slice(0, at), latin(from(["\xff\xfe", "\xc3(", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\xaf", "\x80", "\x00"])), it.slice(at)); },
      (it) => text(it, (now) => now.replaceAll("\n", from(["\r\n", "\r", "\u2028"]))),
      (it) => joined(latin(from(["\xef\xbb\xbf", "\xff\xfe", "\xfe\xff", "\x1f\x8b\x08", "PK\x03\x04", "%PDF-1.7\n"])), it),
      (it) => text(it, (now) => now.replace(/kumomori\.\w+\/1/, from(["kumomori.history/1", "kumomori.assessment/2", "kumomori.evaluation/1", "", "x".repeat(1000), "kumomori.assessment/1\\u0000"]))),
      (it) => joined(latin(from(["age-encryption.org/v1\n", "age-encryption.org/v1\n-> scrypt AAAA 18\n", "-----BEGIN AGE ENCRYPTED FILE-----\n"])), it),
      (it) => one(it, /"[^"\n]*"/g, () => from(["null", '""', "{}", "[]", "true", '"\\ud800"', '"\u202e\u0000"', `"${"長".repeat(12_000)}"`, '"<b onclick=x>"', '"__proto__"'])),
      (it) => text(it, (now) => now.replaceAll(from([",", ";", "\t", '"']), from([",", ";", "\t", '"', "\n"]))),
      () => latin(from(["", " ", "\n", "{}", "[]", "null", "\xef\xbb\xbf", "0"])),
    ];
    const once = from(acts)(seed.slice());
    return chance() < 0.7 ? once : from(acts)(once);
  }

  /** Waits until something is there; says what was done when it never is. */
  async function until(find, what) {
    for (const end = performance.now() + 30_000; performance.now() < end; ) {
      const found = find();
      if (found) return found;
      await new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
    }
    throw new Error(`${what}: nothing happened; the page says ${document.querySelector("main").innerText.slice(0, 500)}`);
  }

  const button = (name, place = document) => [...place.querySelectorAll("button")].find((it) => it.textContent === name && !it.disabled);
  const isQuiet = () => document.querySelector("[aria-busy=true]") === null;
  const dialogs = () => [...document.querySelectorAll("dialog[open]")];

  let asked = 0;
  /** What becomes of a file at each door: how it ended, and what was said. */
  const doors = {
    async open(name) {
      const place = await until(() => dialogs()[0] ?? [...document.querySelectorAll("[role=alert] .notice")].find((it) => it.querySelector(".code")?.textContent === name && it.querySelector(".diagnostics, .problem")), name);
      if (!place.matches("dialog")) return ["refused", place.querySelector(".diagnostics li")?.innerText ?? ""];
      const kind = place.id === "passphrase" ? "locked" : "asked";
      if (kind === "asked" && asked++ % 10 === 0) {
        button("Replace", place).click();
        await until(() => dialogs().length === 0 && isQuiet(), name);
        const shown = document.querySelector("main").innerText;
        button("Undo").click();
        await until(() => button("Redo"), name);
        location.hash = "#/about";
        return ["opened", shown];
      }
      button(kind === "locked" ? "Cancel" : "Keep the present one", place).click();
      await until(() => dialogs().length === 0, name);
      return [kind, place.innerText];
    },
    async sheet(name) {
      const leave = await until(() => (isQuiet() && button("Leave it")) || document.querySelector("[role=alert] .notice"), name);
      const said = leave.closest(".notice") ?? leave.closest("details");
      const text = said.innerText;
      (button("Close", said) ?? leave).click();
      return [said.matches(".notice") ? "refused" : "asked", text];
    },
    async evidence(name) {
      const entry = await until(() => isQuiet() && [...document.querySelectorAll("main section.entry")].find((it) => it.querySelector("h2").textContent === name), name);
      const [problem, text] = [entry.querySelector(".problem"), entry.innerText];
      [...entry.querySelectorAll("button")].at(-1).click();
      await until(() => !document.querySelector("main section.entry"), name);
      return [problem ? "refused" : "asked", problem?.innerText ?? text];
    },
  };
  const inputs = { open: ".masthead input[type=file]", sheet: "main input[type=file]", evidence: ".drop input[type=file]" };

  /** Makes files of seeds and chooses them one after another; gives what became of each. */
  globalThis.fuzz = async (door, seeds, first, n) => {
    const ends = [];
    for (let number = first; number < first + n; number += 1) {
      let state = Math.imul(number, 2654435761) >>> 0;
      const chance = () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 32; };
      const [kind, base64] = seeds[Math.floor(chance() * seeds.length)];
      const name = `${kind}-${number}`;
      const carried = new DataTransfer();
      carried.items.add(new File([mutated(latin(atob(base64)), chance)], name));
      const input = document.querySelector(inputs[door]);
      input.files = carried.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      ends.push([name, ...(await doors[door](name))]);
    }
    return ends;
  };
}

/** The files that something happens to: as the site and the command line write them. */
async function seeds(page) {
  const whole = await savedFile(page, "en");
  await go(page, "#/history");
  await page.locator("main tbody tr").first().waitFor();
  const history = await downloaded(page, page.getByRole("button", { name: "Save the history to a file", exact: true }));
  await go(page, "#/list/any/any/any/any");
  await page.getByText(SHEET, { exact: true }).click();
  const sheet = await downloaded(page, page.getByRole("button", { name: "Write CSV", exact: true }));
  const [small, secret, encrypted] = ["small.json", "secret", "small.age"].map((it) => join(folder, it));
  const { answers, ...rest } = JSON.parse(whole.text);
  await writeFile(small, JSON.stringify({ ...rest, id: "another", answers: answers.slice(0, 3) }, null, 1));
  await writeFile(secret, "correct horse battery staple\n");
  await promisify(execFile)(CLI, ["encrypt", small, "--out", encrypted], { env: { ...process.env, KUMOMORI_PASSPHRASE_FILE: secret } });
  const evidence = { kind: "tls-endpoints", collected_at: "2026-06-01T00:00:00Z", tool: "testssl.sh 3.2", document: [{ host: "api.example.jp", port: 443, min_version: "TLS1.0", weak_ciphers: 0 }] };
  const base64 = (it) => Buffer.from(it).toString("base64");
  return {
    whole: whole.text,
    open: [["whole", base64(whole.text)], ["small", base64(await readFile(small))], ["small", base64(await readFile(small))], ["history", base64(history.text)], ["sheet", base64(sheet.text)], ["encrypted", base64(await readFile(encrypted))]],
    sheet: [["sheet", base64(sheet.text)], ["sheet", base64(sheet.text.split("\n").slice(0, 12).join("\n"))], ["small", base64(await readFile(small))]],
    evidence: [["evidence", base64(JSON.stringify(evidence))], ["small", base64(await readFile(small))]],
  };
}

test(`${FILES} files`, { timeout: 1_800_000 }, async (t) => {
  const { context, page, heard } = await open(browser, { locale: "en" });
  await page.addInitScript(prepare);
  await start(page);
  await openExample(page, "en", "exampleSaas", "#/about");
  const { whole, ...all } = await seeds(page);
  for (const [door, place, share] of DOORS) {
    await go(page, place);
    if (door === "sheet") await page.getByText(SHEET, { exact: true }).click();
    const [counts, begun, last] = [{}, Date.now(), Math.round(FILES * share)];
    for (let first = 0; first < last; first += BATCH) {
      const ends = await page.evaluate((given) => globalThis.fuzz(...given), [door, all[door], first, Math.min(BATCH, last - first)]);
      for (const [name, end, said] of ends) {
        counts[end] = (counts[end] ?? 0) + 1;
        assert.ok(said.trim() !== "", `${door}: ${name} was ${end} without a word`);
      }
      assert.deepEqual([heard.errors, heard.violations], [[], []], `${door}, from file ${first} on`);
      assert.equal((await savedFile(page, "en")).text, whole, `the present work stays; ${door}, from file ${first} on`);
    }
    t.diagnostic(`${door}: ${JSON.stringify(counts)} in ${Date.now() - begun} ms`);
    assert.ok(counts.refused > 0 && counts.asked > 0, `${door}: some are refused, some are not`);
  }
  await context.close();
});
