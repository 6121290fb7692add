// The headers that close the browser stand on every response.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SITE, launch, open } from "./support.mjs";

const ALWAYS = {
  "connection-allowlist": "(response-origin)",
  "integrity-policy": "blocked-destinations=(script style)",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
};
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
];

async function addresses() {
  const page = await (await fetch(SITE)).text();
  const named = [...page.matchAll(/(?:href|src|data-[a-z-]+)="([\w./-]+\.(?:js|css|wasm|bin|json))"/g)];
  return ["", "index.html", "no-such-page", ...new Set(named.map((it) => it[1]))];
}

test("every response carries every header", async () => {
  const all = await addresses();
  assert.ok(all.length >= 9, `only ${all}`);
  for (const address of all) {
    const response = await fetch(new URL(address, SITE));
    for (const [name, value] of Object.entries(ALWAYS)) {
      assert.equal(response.headers.get(name), value, `${name} of /${address}`);
    }
    const policy = response.headers.get("content-security-policy").split("; ");
    for (const directive of DIRECTIVES) {
      assert.ok(policy.includes(directive), `${directive} of /${address}`);
    }
    assert.ok(response.headers.get("permissions-policy").includes("camera=()"));
    assert.equal(response.headers.get("set-cookie"), null);
    assert.equal(response.status, address === "no-such-page" ? 404 : 200, address);
  }
});

test("no string can become HTML or a script", async () => {
  const browser = await launch();
  try {
    const { page } = await open(browser);
    await page.goto(SITE);
    await page.waitForSelector("#page-title");
    const passed = await page.evaluate(() => {
      const place = document.createElement("div");
      const tries = {
        innerHTML: () => { place.innerHTML = "<b>x</b>"; },
        outerHTML: () => { document.body.firstElementChild.outerHTML = "<b>x</b>"; },
        insertAdjacentHTML: () => place.insertAdjacentHTML("beforeend", "<b>x</b>"),
        parseFromString: () => new DOMParser().parseFromString("<b>x</b>", "text/html"),
        script: () => { document.createElement("script").src = "https://example.com/x.js"; },
      };
      const fails = (attempt) => { try { attempt(); return false; } catch { return true; } };
      return Object.entries(tries).filter(([, attempt]) => !fails(attempt)).map(([name]) => name);
    });
    assert.deepEqual(passed, []);
  } finally {
    await browser.close();
  }
});

test("nothing but reading is answered", async () => {
  for (const method of ["POST", "PUT", "DELETE"]) {
    const response = await fetch(SITE, { method });
    assert.equal(response.status, 405, method);
  }
});

test("no page has an inline script or style", async () => {
  const page = await (await fetch(SITE)).text();
  assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  assert.match(page, /<meta http-equiv="Content-Security-Policy"/i);
});
