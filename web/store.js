// Keeps texts in this browser, encrypted, and nowhere else. Short enough to be read in full, with
// web/databases.js, web/steps.js, web/vault.js and web/log.js, which the build puts before it into one
// file.
//
// `records` holds one record per id, encrypted (web/vault.js), and `keys` the ids of all that is kept,
// so that what is gone shows. A step of the history (web/log.js) is kept in one go with what it led to.

import { FIRST, MEMORY, becomeWriter, chosen, done, erase, names, note, usual } from "./databases.js";
import { Log } from "./log.js";
import { moment, parsed } from "./steps.js";
import { Vault, numbered } from "./vault.js";

const IDS = "ids";
/** The id of the note about the last file. */
const FILE = "file";
/** What can be told or chosen again; one that cannot be read is as good as none. */
const COMFORTS = ["language", "keys", FILE];
/** How long a tab has to keep its work and let another one write, in milliseconds. */
const GRACE = 2000;

export class Store {
  #vault = new Vault();
  #log = new Log(this.#vault);
  #seen = new Map();
  #ids = new Set();
  /** The ids of what is there and cannot be read; it is not overwritten. */
  #unread = new Set();
  /** Between the tabs that have this store. */
  #channel;
  #last = Promise.resolve();
  problem = null;
  isWriter = false;

  constructor(name) {
    this.name = name;
    this.#channel = new BroadcastChannel(name);
  }

  /** Opens what is kept, to write it where no other tab does. */
  async open() {
    if (this.name === MEMORY) {
      this.isWriter = true;
      throw MEMORY;
    }
    this.isWriter = await becomeWriter(this.name, { ifAvailable: true }, () => this.#stop());
    if (this.isWriter) {
      this.#channel.onmessage = ({ data }) => data === "yield" && this.#yield();
      this.#channel.postMessage("writes");
    }
    // Where another tab erases it, there is nothing left to work on.
    await this.attach((version) => version === null && location.reload());
  }

  /** Opens what is kept. */
  async attach(changed = () => undefined) {
    await this.#vault.open(this.name, changed);
    const [ids, present] = await Promise.all([done(this.#vault.from("keys").get(IDS)), done(this.#vault.from("records").getAllKeys())]);
    this.#ids = new Set([...(Array.isArray(ids) ? ids : []), ...present]);
  }

  /** Lets go of what is kept. */
  close() {
    this.#vault.close();
    this.#channel.close();
  }

  /** What it takes to make the key of a passphrase; nothing where the key lies beside the data. */
  get lock() {
    return this.#vault.lock;
  }

  /** Whether nothing can be read before the passphrase is given. */
  get isLocked() {
    return this.#vault.isLocked;
  }

  /** Takes the key that the passphrase gave. */
  unlock(key) {
    this.#vault.unlock(key);
  }

  /**
   * Encrypts everything that can be read anew with another key, and keeps that or, in its place, what it
   * takes to make it.
   */
  rekey(key, lock) {
    return this.#writing(() => this.#vault.rekey(key, lock));
  }

  /** Keeps after how many minutes the page locks itself. */
  relock(minutes) {
    return this.#writing(() => this.#vault.relock(minutes));
  }

  /** Does one thing after the other, so that each builds on what the one before it left. */
  #after(next) {
    const end = this.#last.then(next);
    this.#last = end.catch(() => undefined);
    return end;
  }

  /** The same for what only the tab that writes may do. */
  #writing(next) {
    return this.#after(() => {
      if (!this.isWriter) throw "read-only";
      return next();
    });
  }

  /** The text kept under an id, or null. */
  load(id) {
    return this.#after(() => this.#load(id));
  }

  /** Keeps a text. Throws `read-only`, `conflict` or the browser's reason; then nothing changed. */
  save(id, text) {
    return this.#after(() => this.#save(id, text));
  }

  /**
   * Keeps an assessment as its file, and with it the step that led to it and the name it is given, if
   * any; `isSame` puts that step in the place of the last one. Throws as `save` does.
   */
  record(id, text, isSame, name) {
    return this.#after(() => this.#save(id, text, { isSame, name }));
  }

  /** How many steps are kept that led to an assessment, which is its file. */
  async steps(text) {
    return this.problem ? 0 : this.#log.count(text).catch(() => 0);
  }

  /** All steps that can be read as a file; with `isRecent`, as many as it takes to tell what was just before. */
  history(isRecent) {
    return this.#after(() => this.#log.file(isRecent));
  }

  /** Deletes all steps and begins again with an assessment as its file. */
  forgetSteps(text) {
    return this.#writing(() => this.#log.forget(text));
  }

  async #load(id) {
    if (this.problem) return null;
    try {
      const record = await done(this.#vault.from("records").get(id));
      if (!record && !this.#ids.has(id)) return null;
      this.#seen.set(id, numbered(record));
      return await this.#vault.decrypt(record, id);
    } catch {
      if (COMFORTS.includes(id)) return null;
      this.hold(id);
      throw "load";
    }
  }

  /** Has nothing take the place of what is kept under an id, which is gone or cannot be read, until it is given up. */
  hold(id) {
    this.#unread.add(id);
  }

  /** Gives up what cannot be read under an id. */
  giveUp(id) {
    this.#unread.delete(id);
  }

  async #save(id, text, how) {
    if (this.problem) throw this.problem;
    if (!this.isWriter) throw "read-only";
    if (this.#unread.has(id)) throw "load";
    const seen = this.#seen.get(id) ?? 0;
    const record = { id, ...(await this.#vault.encrypt(text, id, seen + 1)) };
    const { step, bases, take } = how ? await this.#log.next(text, how) : { bases: [] };
    await this.#put([record, ...bases], seen, step);
    this.#seen.set(id, record.seq);
    take?.();
    if (step) dispatchEvent(new Event("kept"));
  }

  /** Puts records if the first one that is there is the one that was last seen, and a step, in one transaction. */
  async #put([record, ...bases], seen, step) {
    let isConflict = false;
    const ids = new Set(this.#ids).add(record.id);
    const end = this.#vault.write(["keys", "records", "steps"], (store, transaction) => {
      const request = store("records").get(record.id);
      request.onsuccess = () => {
        isConflict = numbered(request.result) !== seen;
        if (isConflict) return transaction.abort();
        for (const it of [record, ...bases]) store("records").put(it);
        store("keys").put([...ids], IDS);
        if (step) store("steps").put(step);
      };
    });
    await end.catch((error) => {
      throw isConflict ? "conflict" : error.name;
    });
    this.#ids = ids;
  }

  /** Keeps what is to be kept. */
  async settle() {
    // What is being kept meanwhile may leave more to be kept.
    for (let n = 0; n < 2; n += 1) {
      dispatchEvent(new Event("pagehide"));
      await new Promise((resolve) => setTimeout(resolve));
      await this.#last;
    }
  }

  /** Keeps what is to be kept, then lets another tab write. */
  async #yield() {
    await this.settle();
    this.#stop();
    this.#channel.postMessage("yielded");
  }

  /** Writes no more, and starts again to read only once the other tab writes, or has had its time. */
  #stop() {
    this.isWriter = false;
    this.#channel.onmessage = ({ data }) => data === "writes" && location.reload();
    setTimeout(() => location.reload(), 5 * GRACE);
  }

  /** Starts again as the tab that may write; one that does not answer loses its right. */
  async takeOver() {
    const yielded = new Promise((resolve) => {
      this.#channel.onmessage = ({ data }) => data === "yielded" && resolve();
      setTimeout(resolve, GRACE);
    });
    this.#channel.postMessage("yield");
    await yielded;
    await becomeWriter(this.name, { steal: true }, () => undefined);
    location.reload();
  }

  /** How many steps came since the assessment was last saved to a file, and when that was. */
  sinceFile() {
    return this.#after(async () => {
      const { seq = 0, at } = parsed(await this.#load(FILE)) ?? {};
      return { steps: this.problem ? 0 : Math.max(0, (await this.#log.last()).seq - seq), at };
    });
  }

  /** Notes that the assessment was saved to a file just now. */
  filed() {
    return this.#after(async () => this.#save(FILE, JSON.stringify({ seq: (await this.#log.last()).seq, at: moment() })));
  }

  /** Deletes what is kept here, with its key. */
  async forget() {
    this.#vault.close();
    await erase(this.name);
    this.#seen.clear();
    this.problem = "forgotten";
  }

  /** Deletes all that this browser keeps for the site. */
  async forgetAll() {
    for (const name of await names()) if (name !== this.name) await erase(name);
    await this.forget();
    note(FIRST);
  }
}

/** Opens the store of this tab; when the browser refuses, the store says why and keeps nothing. */
export async function openStore() {
  const store = new Store(await chosen().catch(() => usual() ?? FIRST));
  try {
    if (store.name !== usual()) note(store.name);
    await store.open();
  } catch (error) {
    store.problem = error === MEMORY ? "memory" : `open: ${error.name}`;
  }
  return store;
}
