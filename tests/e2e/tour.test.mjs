// The way through some of the controls: the quick check, and whatever a list was filtered to.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Duty } from "./pages.mjs";
import { LANGUAGES, go, launch, openExample, started } from "./support.mjs";
import { test } from "./turn.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const said = {
  ja: { quick: "クイックチェック(10分ほど)", next: "次の管理策", previous: "前の管理策", list: "管理策の一覧", place: /^管理策 (\d+) \/ (\d+)/, result: "結果を見る" },
  en: { quick: "Quick check (about ten minutes)", next: "Next control", previous: "Previous control", list: "All controls", place: /^Control (\d+) of (\d+)/, result: "See the result" },
};

const keys = async (page) => {
  await go(page, "#/list/key/any/any/any");
  const ids = await page.locator("table.answers tbody th a").evaluateAll((all) => all.map((it) => it.hash.split("/")[2]));
  return [...new Set(ids)];
};

for (const lang of LANGUAGES) {
  const s = said[lang];
  const onward = (page, name) => page.locator("main .actions").getByRole("link", { name, exact: true });
  const place = async (page) => s.place.exec(await page.locator("#page-title").innerText()).slice(1).map(Number);
  const follow = async (page, link) => {
    const hash = await link.evaluate((it) => it.hash);
    await link.click();
    // The heading of the new page takes the focus.
    await page.waitForFunction((hash) => location.hash === hash && document.activeElement?.id === "page-title", hash);
  };

  test(`the quick check leads from key control to key control, and answers stay (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/assess");
    const all = await keys(page);
    assert.ok(all.length > 10 && all.length < 40, "ten minutes");
    const keyed = await page.locator("table.answers tbody tr").count();
    await go(page, "#/list/any/any/any/any");
    assert.ok(keyed < (await page.locator("table.answers tbody tr").count()) / 2, "far from all");
    await go(page, "#/assess");
    await follow(page, page.getByRole("link", { name: s.quick, exact: true }));
    assert.equal((await place(page))[1], all.length);
    // Back to the first, then along all of them.
    for (let [n] = await place(page); n > 1; n -= 1) await follow(page, onward(page, s.previous));
    const met = [];
    for (;;) {
      met.push((await page.evaluate(() => location.hash)).split("/")[2]);
      assert.deepEqual(await place(page), [met.length, all.length]);
      if (await onward(page, s.next).count() === 0) break;
      await follow(page, onward(page, s.next));
    }
    assert.deepEqual(met.toSorted(), all.toSorted());
    assert.equal(await onward(page, s.result).count(), 1);
    await follow(page, onward(page, s.list));
    assert.equal(await page.evaluate(() => location.hash), "#/list/key/any/any/any");
    assert.deepEqual(heard.errors, []);
    await context.close();
  });

  test(`a control opened from a list leads along that list, also once it is answered (${lang})`, async () => {
    const { context, page, heard } = await started(browser, lang);
    await openExample(page, lang, "exampleSaas", "#/list/open/provider/access/any");
    const rows = page.locator("table.answers tbody th a");
    const ids = await rows.evaluateAll((all) => all.map((it) => it.hash));
    assert.ok(ids.length > 2 && ids.every((it) => it.endsWith("/open/provider/access/any")), ids.join());
    await follow(page, rows.nth(1));
    assert.deepEqual(await place(page), [2, ids.length]);
    const control = (await page.evaluate(() => location.hash)).split("/")[2];
    const duty = new Duty(page, lang, control, "provider");
    await duty.answer(3, 3);
    assert.deepEqual(await place(page), [2, ids.length], "what is answered stays in its place");
    await follow(page, onward(page, s.next));
    assert.equal(await page.evaluate(() => location.hash), ids[2]);
    await follow(page, onward(page, s.list));
    assert.equal(await page.evaluate(() => location.hash), "#/list/open/provider/access/any");
    await page.reload();
    await page.locator("#page-title").waitFor();
    await page.waitForFunction(() => location.hash === "#/list/open/provider/access/any" && document.querySelector("table.answers"));
    assert.deepEqual(heard.errors, []);
    await context.close();
  });
}
