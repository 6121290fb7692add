// The assessments that this browser keeps side by side, each with a store, a key and a history of its
// own. What another one is called is read from its store when it is shown, and kept nowhere else.

/** The name in whose place nothing is kept. */
const MEMORY = "";

const words = {
  ja: {
    hint: "対象や相手先ごとに、評価を分けて持てます。パスフレーズも、評価ごとに別々です。", others: "ほかの評価",
    here: "いま開いている評価", open: "開く", untitled: "(題名なし)", empty: "(まだ何もありません)",
    locked: (n) => `(パスフレーズで保護された評価 ${n})`, unread: (n) => `(読み取れない評価 ${n})`,
    between: "、", answers: (n) => `回答 ${n}件`, erase: "消去", sure: "この評価を、履歴、証拠文書とともに消去します。元に戻せません。", eraseDo: "消去する",
    failed: "できませんでした。ほかのタブを閉じてから、もう一度試してください。", done: "消去しました。",
    beside: "別の評価を作る", memory: "保存せずに使う", memoryText: "「保存せずに使う」では、このブラウザに何も残りません。タブを閉じるか読み込み直すと消えるので、残すものはファイルに保存してください。",
    isMemory: "このタブは、何も保存していません。タブを閉じるか読み込み直すと消えます。",
  },
  en: {
    hint: "Keep an assessment for each service or each customer. Each has its own passphrase, if any.", others: "Other assessments",
    here: "open now", open: "Open", untitled: "(no title)", empty: "(nothing yet)",
    locked: (n) => `(Assessment ${n}, protected with a passphrase)`, unread: (n) => `(Assessment ${n}, which cannot be read)`,
    between: ", ", answers: (n) => (n === 1 ? "1 answer" : `${n} answers`), erase: "Erase", sure: "Deletes this assessment with its history and its evidence documents. It cannot be undone.", eraseDo: "Erase",
    failed: "That did not work. Close the other tabs, then try again.", done: "It is erased.",
    beside: "Make another assessment", memory: "Work without keeping anything", memoryText: "Without keeping anything, nothing stays in this browser: it is gone once the tab is closed or loaded again, so save to a file what you need.",
    isMemory: "This tab keeps nothing. What is in it is gone once it is closed or loaded again.",
  },
};

const numberOf = (name) => Number(name.split("-")[1] ?? 1);

export class Shelf {
  #store;
  #kept;
  #ui;
  /** How often it was asked to show itself: an earlier answer that comes later is left out. */
  #asked = 0;

  /** `kept` is what web/store.js gives, `ui` what web/passphrase.js gives. */
  constructor(store, kept, ui) {
    [this.#store, this.#kept, this.#ui] = [store, kept, ui];
  }

  /** What is in a store, in a few words. */
  async #titleOf(name, say) {
    const store = new this.#kept.Store(name);
    try {
      await store.attach();
      if (store.isLocked) return [say.locked(numberOf(name))];
      const text = await store.load("assessment");
      if (text === null) return [say.empty];
      const { title, subject, answers } = JSON.parse(text);
      return [title || subject?.name || say.untitled, say.answers(answers.length)];
    } catch {
      return [say.unread(numberOf(name))];
    } finally {
      store.close();
    }
  }

  /** Has this tab take another store. */
  async #open(name) {
    await this.#store.settle();
    await this.#kept.choose(name);
    location.reload();
  }

  /** Begins one more store, in the language of this one. */
  async #begin(tag) {
    const taken = (await this.#kept.names()).map(numberOf);
    const name = `kumomori-${Math.max(1, ...taken) + 1}`;
    const store = new this.#kept.Store(name);
    try {
      await store.attach();
      store.isWriter = true;
      await store.save("language", tag);
    } catch (error) {
      store.close();
      await this.#kept.erase(name);
      throw error;
    }
    store.close();
    return this.#open(name);
  }

  /** Shows in an element what is kept, and the ways to have more, or less. */
  async show(place, tag, told = "") {
    const { element, button } = this.#ui;
    const say = words[tag];
    const problem = element("p", { className: "problem", role: "alert" });
    const attempt = (act) => () => act().catch(() => { problem.textContent = say.failed; });
    const state = element("p", { tabIndex: -1, textContent: told, hidden: told === "" });
    this.#asked += 1;
    const asked = this.#asked;
    const rows = await this.#rows(tag, attempt, (said) => this.show(place, tag, said));
    const isListed = await this.#kept.isListed();
    if (asked !== this.#asked) return;
    const begin = button(say.beside, attempt(() => this.#begin(tag)));
    const memory = button(say.memory, attempt(() => this.#open(MEMORY)), "quiet");
    const isMemory = this.#store.name === MEMORY;
    const ways = element("div", { className: "actions" }, ...(isListed ? [begin] : []), ...(isMemory ? [] : [memory]));
    const text = element("p", { className: "hint" }, isMemory ? say.isMemory : say.memoryText);
    place.replaceChildren(element("p", { className: "hint" }, say.hint), state, ...rows, problem, ways, text);
    if (told) state.focus();
  }

  /** Shows in an element the other assessments, if there are any. */
  async others(place, tag) {
    const { element } = this.#ui;
    const say = words[tag];
    const attempt = (act) => () => act().catch(() => undefined);
    const names = (await this.#kept.names()).filter((it) => it !== this.#store.name);
    const rows = names.map((name) => this.#row(name, say, [this.#opener(name, say, attempt)]));
    if (rows.length > 0) place.replaceChildren(element("h2", {}, say.others), element("ul", { className: "plain" }, ...(await Promise.all(rows))));
  }

  /** A list of what is kept; none where this is the only one. */
  async #rows(tag, attempt, again) {
    const say = words[tag];
    const names = await this.#kept.names();
    if (names.every((it) => it === this.#store.name)) return [];
    const actions = (name) => [this.#opener(name, say, attempt), this.#eraser(name, say, attempt, again)];
    const rows = names.map((name) => this.#row(name, say, name === this.#store.name ? [] : actions(name)));
    return [this.#ui.element("ul", { className: "plain" }, ...(await Promise.all(rows)))];
  }

  async #row(name, say, actions) {
    const { element } = this.#ui;
    const [title, ...more] = await this.#titleOf(name, say);
    if (actions.length === 0) more.push(say.here);
    const id = `shelf-${name}`;
    for (const it of actions) it.setAttribute("aria-describedby", id);
    const about = element("div", {}, element("span", { id }, title), " ", element("span", { className: "hint" }, more.join(say.between)));
    return element("li", {}, about, ...(actions.length > 0 ? [element("div", { className: "actions" }, ...actions)] : []));
  }

  #opener(name, say, attempt) {
    return this.#ui.button(say.open, attempt(() => this.#open(name)));
  }

  /** Erases a store, when the reader has said so twice. */
  #eraser(name, say, attempt, again) {
    const { element, button } = this.#ui;
    const act = attempt(async () => {
      await this.#kept.erase(name);
      await again(say.done);
    });
    return element("details", {}, element("summary", {}, say.erase), element("p", {}, say.sure), button(say.eraseDo, act, "danger"));
  }
}
