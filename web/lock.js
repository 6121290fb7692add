// The lock of what is kept in this browser: a passphrase, without which nothing of it can be read.
//
// The passphrase makes a key (Argon2id, web/cipher.js) that encrypts the key of the data (AES-GCM);
// the store keeps that with the salt and the costs, which are authenticated with it. A changed
// passphrase brings a new key of the data, so what an old copy held does not open the new one.

const NAME = "kumomori-lock";
/** In the place of the name of a store: every one that has a lock. */
const ALL = "*";
const FORMAT = "kumomori.key/1";
const USAGES = ["encrypt", "decrypt"];
/** What a key may cost, the dearest first; the last one is the least that the worker agrees to. */
const COSTS = [
  { memory: 65536, passes: 3, lanes: 1 },
  { memory: 32768, passes: 3, lanes: 1 },
  { memory: 19456, passes: 2, lanes: 1 },
];
/** Milliseconds that making a key is to take at most. */
const PATIENCE = 1000;
/** Minutes without a touch after which the page locks itself, and 0 for never. */
const MINUTES = [5, 15, 30, 60, 0];
const USUAL_MINUTES = 15;
/** Milliseconds between two looks at the clock. */
const LOOK = 5000;

const words = {
  ja: {
    locked: "ロックされています", other: "English",
    lockedText: "このブラウザに保存した評価は、パスフレーズで保護されています。開くには、パスフレーズを入力してください。",
    open: "開く", lost: "パスフレーズを忘れたとき",
    lostText: "パスフレーズがなければ、この評価はだれにも読めません。ファイルに保存してあれば、ここに残っている評価を消去したあと、そのファイルを開いて続けられます。",
    erase: "この評価を消去する", sure: "この評価を、履歴、証拠文書、設定とともに消去します。元に戻せません。", eraseDo: "消去する", keep: "やめる",
    eraseFailed: "消去できませんでした。ほかのタブを閉じてから、もう一度試してください。",
    none: "いまは何も保存していないため、保護するものがありません。",
    off: "いまは、このブラウザを使える人ならだれでも、この評価を開けます。パスフレーズを設定すると、入力しなければ開けなくなり、ブラウザのファイルを写し取った人にも読めなくなります。",
    warn: "パスフレーズを忘れると、保存した内容を取り戻す方法はありません。ときどきファイルにも保存してください。また、設定する前の内容の断片が、ブラウザの古いファイルにしばらく残ることがあります。",
    set: "パスフレーズで保護する", on: "この評価は、パスフレーズで保護されています。ほかの評価のパスフレーズは、それぞれで設定します。", lock: "今すぐロックする",
    minutes: "操作がないとき、自動でロックするまでの時間", never: "ロックしない", minute: (n) => `${n}分`,
    change: "パスフレーズの変更", changeDo: "変更する", remove: "保護の解除", removeText: "解除すると、このブラウザを使える人ならだれでも、この評価を開けるようになります。", removeDo: "解除する",
    now: "現在のパスフレーズ", next: "新しいパスフレーズ", reader: "ほかのタブで開いているため、ここでは変更できません。",
    done: { set: "パスフレーズを設定しました。", change: "パスフレーズを変更しました。", remove: "保護を解除しました。", minutes: "時間を変更しました。" },
    unkept: "変更できませんでした。", cost: ({ memory, passes }) => `鍵の作成: Argon2id、メモリ ${memory / 1024} MiB、${passes}回`,
  },
  en: {
    locked: "Locked", other: "日本語",
    lockedText: "This assessment is protected with a passphrase. Type it to open.",
    open: "Open", lost: "If you forgot the passphrase",
    lostText: "Without the passphrase nobody can read this assessment. If you saved it to a file, erase what is left here, then open that file and go on.",
    erase: "Erase this assessment", sure: "Deletes this assessment with its history, its evidence documents and its settings. It cannot be undone.", eraseDo: "Erase", keep: "Cancel",
    eraseFailed: "It could not be erased. Close the other tabs, then try again.",
    none: "Nothing is kept at present, so there is nothing to protect.",
    off: "At present, whoever can use this browser can open this assessment. With a passphrase it does not open without it, not even for somebody who copied the browser's files.",
    warn: "If you forget the passphrase, there is no way back to what is kept: save to a file from time to time. Pieces of what was kept before may stay in old files of the browser for a while.",
    set: "Protect with a passphrase", on: "This assessment is protected with a passphrase. Others have passphrases of their own, if any.", lock: "Lock now",
    minutes: "Lock by itself when nothing was touched for", never: "Do not lock", minute: (n) => `${n} minutes`,
    change: "Change the passphrase", changeDo: "Change", remove: "Remove the protection", removeText: "Then whoever can use this browser can open this assessment.", removeDo: "Remove",
    now: "Present passphrase", next: "New passphrase", reader: "It is open in another tab, so it cannot be changed here.",
    done: { set: "The passphrase is set.", change: "The passphrase is changed.", remove: "The protection is removed.", minutes: "The time is changed." },
    unkept: "It could not be changed.", cost: ({ memory, passes }) => `Making the key: Argon2id, ${memory / 1024} MiB of memory, ${passes} passes`,
  },
};

const bound = ({ memory, passes, lanes }) => new TextEncoder().encode(`${FORMAT}|${memory}|${passes}|${lanes}`);
const sealing = (lock) => ({ name: "AES-GCM", iv: lock.nonce, additionalData: bound(lock) });

export class Lock {
  #store;
  #cipher;
  #ui;
  #shelf;
  #channel = new BroadcastChannel(NAME);
  #touched = [Date.now(), performance.now()];

  /** `ui` is what web/passphrase.js gives, `shelf` has the other assessments. */
  constructor(store, cipher, ui, shelf) {
    [this.#store, this.#cipher, this.#ui, this.#shelf] = [store, cipher, ui, shelf];
    this.#channel.onmessage = ({ data }) => {
      if (data === this.#store.name || (data === ALL && this.#store.lock)) this.#lock();
    };
  }

  /** The key that opens the key of the data. */
  async #opener(passphrase, lock) {
    const bytes = await this.#cipher.derive(passphrase, lock);
    return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["wrapKey", "unwrapKey"]);
  }

  /** The key of the data; throws `wrong` for another passphrase. */
  async #unwrap(passphrase, lock) {
    const opener = await this.#opener(passphrase, lock);
    const opened = crypto.subtle.unwrapKey("raw", lock.wrapped, opener, sealing(lock), "AES-GCM", false, USAGES);
    return opened.catch(() => { throw new Error("wrong"); });
  }

  /** The dearest cost that this machine pays within the time, judged by the cheapest. */
  async #cost(salt) {
    const least = COSTS.at(-1);
    const work = ({ memory, passes }) => memory * passes;
    await this.#cipher.derive("", { ...least, salt });
    const start = performance.now();
    await this.#cipher.derive("", { ...least, salt });
    const pace = (performance.now() - start) / work(least);
    return COSTS.find((it) => work(it) * pace <= PATIENCE) ?? least;
  }

  /** Encrypts everything with a new key that opens with a passphrase. */
  async #protect(passphrase, minutes) {
    const [salt, nonce] = [16, 12].map((it) => crypto.getRandomValues(new Uint8Array(it)));
    const lock = { ...(await this.#cost(salt)), salt, nonce, minutes };
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, USAGES);
    const opener = await this.#opener(passphrase, lock);
    lock.wrapped = await crypto.subtle.wrapKey("raw", key, opener, sealing(lock));
    await this.#store.rekey(await this.#unwrap(passphrase, lock), lock);
    this.#channel.postMessage(this.#store.name);
  }

  async #unprotect(passphrase) {
    await this.#unwrap(passphrase, this.#store.lock);
    await this.#store.rekey(await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, USAGES));
    this.#channel.postMessage(this.#store.name);
  }

  /** Asks for the passphrase in place of the page, until it is the right one. */
  unlock(tag) {
    return new Promise((resolve) => this.#ask(tag, resolve));
  }

  #ask(tag, resolve) {
    const { element, button, form } = this.#ui;
    const say = words[tag];
    document.documentElement.lang = tag;
    const act = async (now) => {
      this.#store.unlock(await this.#unwrap(now, this.#store.lock));
      resolve();
    };
    const other = tag === "ja" ? "en" : "ja";
    const switcher = button(say.other, () => this.#ask(other, resolve));
    switcher.lang = other;
    const title = element("h1", { id: "page-title", tabIndex: -1 }, say.locked);
    const inside = form(tag, "unlock", { now: true, submit: say.open, act });
    const lost = element("details", {}, element("summary", {}, say.lost), element("p", {}, say.lostText), this.#eraser(say));
    const place = document.getElementById("main");
    const others = element("section");
    place.replaceChildren(title, element("p", {}, say.lockedText), inside, lost, element("div", { className: "actions" }, switcher), others);
    this.#shelf.others(others, tag).catch(() => undefined);
    place.querySelector("input").focus();
  }

  /** Erases everything, when the reader has said so twice. */
  #eraser(say) {
    const { element, button } = this.#ui;
    const place = element("div", { className: "actions" });
    const problem = element("p", { className: "problem", role: "alert" });
    const erase = () => this.#store.forget().then(() => location.reload(), () => { problem.textContent = say.eraseFailed; });
    const first = () => place.replaceChildren(button(say.erase, second, "danger"));
    const second = () => {
      place.replaceChildren(element("p", {}, say.sure), button(say.keep, first), button(say.eraseDo, erase, "danger"));
      place.querySelector("button").focus();
    };
    first();
    return element("div", {}, place, problem);
  }

  /** Shows in an element whether there is a passphrase, and what can be done about it. */
  show(place, tag, told = "") {
    const { element } = this.#ui;
    const say = words[tag];
    if (this.#store.problem) return place.replaceChildren(element("p", {}, say.none));
    const again = (what) => this.show(place, tag, say.done[what]);
    const parts = this.#store.lock ? this.#on(tag, again) : this.#off(tag, again);
    const state = element("p", { className: "strong", tabIndex: -1 }, told);
    const reader = this.#store.isWriter ? [] : [element("p", {}, say.reader)];
    place.replaceChildren(state, ...parts, ...reader);
    for (const it of this.#store.isWriter ? [] : place.querySelectorAll("input, select, [type=submit]")) it.disabled = true;
    // The form that had the focus is gone.
    if (told) state.focus();
  }

  #off(tag, again) {
    const { element, form } = this.#ui;
    const say = words[tag];
    const act = async (_, next) => {
      await this.#protect(next, USUAL_MINUTES);
      again("set");
    };
    const inside = form(tag, "lock-set", { next: true, submit: say.set, className: "", act });
    return [element("p", {}, say.off), element("p", {}, say.warn), element("div", { className: "screen" }, inside)];
  }

  #on(tag, again) {
    const { element, button, form } = this.#ui;
    const say = words[tag];
    const fold = (title, ...inside) => element("details", {}, element("summary", {}, title), ...inside);
    const change = form(tag, "lock-change", {
      now: say.now, next: say.next, submit: say.changeDo, className: "",
      act: async (now, next) => {
        await this.#unwrap(now, this.#store.lock);
        await this.#protect(next, this.#store.lock.minutes);
        again("change");
      },
    });
    const remove = form(tag, "lock-remove", {
      now: say.now, submit: say.removeDo, className: "danger",
      act: async (now) => {
        await this.#unprotect(now);
        again("remove");
      },
    });
    return [
      element("p", {}, say.on), element("p", { className: "hint" }, say.cost(this.#store.lock)),
      element("div", { className: "actions screen" }, button(say.lock, () => this.#lockAll())),
      element("div", { className: "screen" }, this.#times(say, again), fold(say.change, change), fold(say.remove, element("p", {}, say.removeText), remove)),
    ];
  }

  /** After how many minutes the page locks itself. */
  #times(say, again) {
    const { element } = this.#ui;
    const option = (n) => element("option", { value: n, selected: n === this.#store.lock.minutes }, n === 0 ? say.never : say.minute(n));
    const choice = element("select", { id: "lock-minutes" }, ...MINUTES.map(option));
    choice.onchange = () => this.#store.relock(Number(choice.value)).then(
      () => again("minutes"),
      () => { choice.after(element("p", { className: "problem", role: "alert" }, say.unkept)); },
    );
    return element("div", { className: "field" }, element("label", { htmlFor: choice.id }, say.minutes), choice);
  }

  /** Locks when nothing was touched for as long as was chosen. */
  watch() {
    const touch = () => { this.#touched = [Date.now(), performance.now()]; };
    for (const type of ["pointerdown", "keydown", "wheel", "touchstart"]) addEventListener(type, touch, { capture: true, passive: true });
    setInterval(() => {
      const [wall, steady] = this.#touched;
      const minutes = this.#store.lock?.minutes;
      // One clock stands still while the machine sleeps, the other may be set back.
      const idle = Math.max(Date.now() - wall, performance.now() - steady);
      if (minutes && idle >= minutes * 60_000) this.#lock();
    }, LOOK);
  }

  /** Forgets the key with everything that this page knows, once what is to be kept is kept. */
  async #lock() {
    await this.#store.settle();
    location.reload();
  }

  #lockAll() {
    this.#channel.postMessage(ALL);
    return this.#lock();
  }
}
