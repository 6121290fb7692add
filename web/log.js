// How an assessment came about: `steps` holds one record per step, the text of each carrying the
// SHA-256 of the one before it. After every so many steps the whole assessment is kept in `records` as
// well, in turn under two ids, so that few steps tell what was just before.

import { done } from "./databases.js";
import { change, digest, fileOf, moment, parsed } from "./steps.js";
import { STEP, numbered } from "./vault.js";

const BASES = ["base-0", "base-1"];
const EVERY = 200;
/** As many steps as can be taken back and done again (crates/kumomori-worker/src/past.rs). */
const FEW = 100;

export class Log {
  #vault;
  /** Number and hash of the last step, and the hash before it. */
  #step;
  /** The assessment before the last step, and after it. */
  #before;
  #now;

  constructor(vault) {
    this.#vault = vault;
  }

  /** How many steps are kept that led to an assessment, which is its file. */
  async count(text) {
    const n = await done(this.#vault.from("steps").count());
    this.#now = n > 0 ? parsed(text) : undefined;
    return n;
  }

  /** Number and hash of the last step, and the hash before it; number 0 where there is none. */
  async last() {
    if (this.#step) return this.#step;
    const cursor = await done(this.#vault.from("steps").openCursor(null, "prev"));
    if (!cursor) return { seq: 0 };
    const text = await this.#vault.decrypt(cursor.value, STEP).catch(() => undefined);
    const said = parsed(text);
    // What comes after one that cannot be read follows from nothing, and shows that.
    return said ? { seq: cursor.key, prev: said.prev, hash: await digest(text) } : { seq: cursor.key };
  }

  /**
   * What is to be kept of the step to an assessment as its file, which may have a name, in the place of
   * the last one or after it; `take` is called once it is. No step and no base where nothing changed.
   */
  async next(text, { isSame, name }) {
    const now = JSON.parse(text);
    const before = isSame ? this.#before : this.#now;
    const what = { name, ...change(before, now) };
    const isStep = isSame || Object.values(what).some((it) => it !== undefined);
    const { record: step, last } = isStep ? await this.#following(what, isSame) : {};
    const take = () => {
      [this.#before, this.#now] = [before, now];
      this.#step = last ?? this.#step;
    };
    return { step, bases: isStep ? await this.#bases(text, last.seq) : [], take };
  }

  /** The step that says `what`, after the last one or in its place. */
  async #following(what, isSame) {
    const last = await this.last();
    const seq = isSame ? last.seq : last.seq + 1;
    const prev = isSame ? last.prev : last.hash;
    const text = JSON.stringify({ seq, at: moment(), prev, ...what });
    return { record: await this.#vault.encrypt(text, STEP, seq), last: { seq, prev, hash: await digest(text) } };
  }

  /** The assessment as it is after a step, once in a while. */
  async #bases(text, seq) {
    const id = BASES[(seq / EVERY) % BASES.length];
    return seq % EVERY === 0 ? [{ id, ...(await this.#vault.encrypt(text, id, seq)) }] : [];
  }

  /** The latest of those that has enough steps after it, with the number of its step; nothing where none can be read. */
  async #base() {
    const { seq: last } = await this.last();
    const records = await Promise.all(BASES.map((id) => done(this.#vault.from("records").get(id)).catch(() => undefined)));
    const early = records.filter((it) => it && last - numbered(it) >= FEW).sort((a, b) => b.seq - a.seq);
    for (const it of early) {
      const open = parsed(await this.#vault.decrypt(it, it.id).catch(() => undefined));
      if (open) return { seq: it.seq, open };
    }
    return undefined;
  }

  /** The steps of a range that can be read; where none of some can, one that says nothing. */
  async #texts(range) {
    const numbers = await done(this.#vault.from("steps").getAllKeys(range));
    // One that the browser cannot read either takes none of the others with it.
    const each = () => Promise.all(numbers.map((it) => done(this.#vault.from("steps").get(it)).catch(() => undefined)));
    const records = await done(this.#vault.from("steps").getAll(range)).catch(each);
    const texts = await Promise.all(records.map(async (it) => this.#vault.decrypt(it, STEP)).map((it) => it.catch(() => undefined)));
    const steps = texts.filter(parsed);
    return steps.length === 0 && numbers.length > 0 ? ['{"seq":0}'] : steps;
  }

  /**
   * All steps that can be read as a file, which shows where others were; with `isRecent`, the last ones
   * after the state before them, where that is kept.
   */
  async file(isRecent) {
    const base = isRecent && (await this.#base());
    const steps = await this.#texts(base ? IDBKeyRange.lowerBound(base.seq, true) : undefined);
    return fileOf(base ? [JSON.stringify({ at: moment(), ...base }), ...steps] : steps);
  }

  /** Deletes all steps and begins again with an assessment as its file. */
  async forget(text) {
    const { record, last } = await this.#following({ open: JSON.parse(text) }, false);
    await this.#vault.write(["records", "steps"], (store) => {
      for (const it of BASES) store("records").delete(it);
      store("steps").clear();
      store("steps").put(record);
    });
    this.#step = last;
  }
}
