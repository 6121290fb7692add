// Says how safely what is kept here is kept: whether the browser may clear it away, how much room it
// takes, and when it was last saved to a file; and reminds of that.

/** How many steps without a file are worth a word. */
const MANY = 30;
/** As many on Safari, which clears sites away that are not used for seven days, where there is no file at all. */
const SOME = 10;
/** Days without a file after which Safari is worth one. */
const LONG = 5;
const DAY = 86_400_000;
const isSafari = () => "GestureEvent" in globalThis;

const words = {
  ja: {
    lasting: "ブラウザによる自動削除", safe: "対象外(消さないよう登録済み)", loose: "空き容量が足りないときなどに、消されることがあります",
    ask: "消さないようブラウザに頼む", refused: "ブラウザは引き受けませんでした。よく使うサイトになると引き受けることがあります。それまでは、ときどきファイルに保存してください。", unknown: "このブラウザでは確かめられません",
    room: "使っている容量(サイト自身を含む)", little: "1 MB未満", file: "最後にファイルへ保存した日時", never: "まだ保存していません", since: (n) => `(その後の変更 ${n}件)`, none: "まだ何も保存していません。",
    remind: (n) => `ファイルに保存していない変更が${n}件あります。この評価は、このブラウザの中にしかありません。`, save: "ファイルに保存", later: "あとで",
  },
  en: {
    lasting: "Clearing away by the browser", safe: "Not by itself: the browser has agreed to keep it", loose: "The browser may clear it away, for lack of room for instance",
    ask: "Ask the browser to keep it", refused: "The browser did not agree. It may once you use the site often; until then, save to a file from time to time.", unknown: "This browser does not say",
    room: "Room it takes, with the site itself", little: "Less than 1 MB", file: "Last saved to a file", never: "Not yet", since: (n) => (n === 1 ? " (1 change since)" : ` (${n} changes since)`), none: "Nothing is kept yet.",
    remind: (n) => `${n === 1 ? "1 change was" : `${n} changes were`} not saved to a file. This assessment is in this browser and nowhere else.`, save: "Save to a file", later: "Later",
  },
};

const day = (at, tag) => new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
const MEGABYTE = 1e6;
const megabytes = (bytes, tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 0, style: "unit", unit: "megabyte" }).format(bytes / MEGABYTE);

export class Keeping {
  #store;
  #ui;
  #isAsked = false;
  #isPut = false;

  /** `ui` is what web/passphrase.js gives. */
  constructor(store, ui) {
    [this.#store, this.#ui] = [store, ui];
  }

  /** Shows in an element how safely everything is kept. */
  async show(place, tag) {
    const { element } = this.#ui;
    const say = words[tag];
    if (this.#store.problem) return place.replaceChildren();
    const { storage } = navigator;
    const tell = (it) => it?.catch(() => undefined);
    const asked = [tell(storage?.persisted?.()), tell(storage?.estimate?.()), this.#store.sinceFile()];
    const [isLasting, estimate, { steps, at }] = await Promise.all(asked);
    const lasting = element("dd", {}, element("div", { role: "status" }, ...this.#lasting(place, tag, isLasting)));
    const file = at ? day(at, tag) + say.since(steps) : say.never;
    const fact = (name, value) => [element("dt", {}, name), value];
    place.replaceChildren(element("dl", { className: "facts" },
      ...fact(say.lasting, lasting),
      ...fact(say.room, element("dd", {}, this.#room(estimate?.usage, tag))),
      ...fact(say.file, element("dd", {}, steps === 0 && !at ? say.none : file)),
    ));
  }

  #room(bytes, tag) {
    if (bytes === undefined) return words[tag].unknown;
    return bytes < MEGABYTE ? words[tag].little : megabytes(bytes, tag);
  }

  #lasting(place, tag, isLasting) {
    const { element, button } = this.#ui;
    const say = words[tag];
    if (isLasting === undefined) return [say.unknown];
    if (isLasting) return [say.safe];
    const ask = button(say.ask, async () => {
      if (await navigator.storage.persist()) return this.show(place, tag);
      ask.replaceWith(element("p", {}, say.refused));
    });
    return [element("p", {}, say.loose), ask];
  }

  /** Asks the browser to keep it, where it answers by itself, and reminds of saving to a file. */
  watch() {
    addEventListener("kept", async () => {
      if (!this.#isAsked && navigator.userAgentData) navigator.storage?.persist?.().catch(() => undefined);
      this.#isAsked = true;
      const { steps, at } = await this.#store.sinceFile().catch(() => ({ steps: 0 }));
      const isLong = isSafari() && at && Date.now() - new Date(at) > LONG * DAY;
      if (!this.#isPut && (steps >= (isSafari() && !at ? SOME : MANY) || (isLong && steps > 0))) this.#remind(steps);
    });
  }

  /** Reminds once a visit. */
  #remind(steps) {
    const { element, button } = this.#ui;
    this.#isPut = true;
    const say = words[document.documentElement.lang];
    const notice = element("div", { className: "notice screen", id: "reminder" });
    const save = () => {
      document.querySelector(".files > button").click();
      notice.remove();
    };
    const actions = element("div", { className: "actions" }, button(say.save, save), button(say.later, () => notice.remove(), "quiet"));
    notice.append(element("p", { role: "status" }, say.remind(steps)), actions);
    document.querySelector(".masthead").append(notice);
  }
}
