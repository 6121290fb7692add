// Keeps texts in this browser, encrypted, and nowhere else. Short enough to be read in full, with
// web/databases.js and web/steps.js, which the build puts before it into one file.
//
// `keys` holds one AES-GCM key that the browser made and never gives out, not even to this page, or, as
// `passphrase`, what it takes to make that key of a passphrase (web/lock.js), and the ids of all that is
// kept, so that what is gone shows. `records` holds one record per id: { id, seq, nonce, data }. The
// nonce is random for every write; format, id and sequence number are authenticated with the text, so
// records cannot be exchanged or rolled back one by one. `steps` holds how the assessment came about,
// one record per step: { seq, nonce, data }, the text of each carrying the SHA-256 of the one before
// it. A step is kept in one go with what it led to. A key that lies beside the data protects copies of
// the text, and makes forgetting final. It does not protect against someone who uses this browser
// profile; a passphrase does.

import { DEVICE_KEY, FIRST, MEMORY, becomeWriter, chosen, deviceKey, done, erase, names, note, openDatabase, usual, write } from "./databases.js";
import { change, digest, fileOf, moment, parsed } from "./steps.js";

const FORMAT = "kumomori.record/1";
const PASSPHRASE = "passphrase";
const IDS = "ids";
const ASSESSMENT = "assessment";
/** The id of the note about the last file. */
const FILE = "file";
/** What can be told or chosen again; one that cannot be read is as good as none. */
const COMFORTS = ["language", "keys", FILE];
/** What stands in the place of an id where a step is bound to its number. */
const STEP = "step";
/** How long a tab has to keep its work and let another one write, in milliseconds. */
const GRACE = 2000;

const bound = (id, seq) => new TextEncoder().encode(`${FORMAT}|${id}|${seq}`);

const cipher = (nonce, id, seq) =>
  ({ name: "AES-GCM", iv: nonce, additionalData: bound(id, seq), tagLength: 128 });

/** The number of a record; one that is no number counts as none. */
const numbered = (record) => (Number.isSafeInteger(record?.seq) ? record.seq : 0);

export class Store {
  #database;
  #key;
  #seen = new Map();
  #ids = new Set();
  /** The ids of what is there and cannot be read; it is not overwritten. */
  #unread = new Set();
  /** Between the tabs that have this store. */
  #channel;
  /** Number and hash of the last step, and the hash before it. */
  #step;
  /** The assessment before the last step, and after it. */
  #before;
  #now;
  #last = Promise.resolve();
  problem = null;
  isWriter = false;
  /** What it takes to make the key of a passphrase; nothing where the key lies beside the data. */
  lock;

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
    await this.attach();
    this.#database.onversionchange = ({ newVersion }) => {
      this.#database.close();
      // Another tab erases it: there is nothing left to work on.
      if (newVersion === null) location.reload();
    };
  }

  /** Opens what is kept. */
  async attach() {
    this.#database = await openDatabase(this.name);
    const [ids, present] = await Promise.all([done(this.#from("keys").get(IDS)), done(this.#from("records").getAllKeys())]);
    this.#ids = new Set([...(Array.isArray(ids) ? ids : []), ...present]);
    this.lock = await done(this.#from("keys").get(PASSPHRASE));
    if (!this.lock) this.#key = await deviceKey(this.#database);
  }

  /** Lets go of what is kept. */
  close() {
    this.#database?.close();
    this.#channel.close();
  }

  /** Whether nothing can be read before the passphrase is given. */
  get isLocked() {
    return this.lock !== undefined && !this.#key;
  }

  /** Takes the key that the passphrase gave. */
  unlock(key) {
    this.#key = key;
  }

  /**
   * Encrypts everything that can be read anew with another key, and keeps that or, in its place, what it
   * takes to make it.
   */
  rekey(key, lock) {
    return this.#after(async () => {
      if (!this.isWriter) throw "read-only";
      const anew = async (name, idOf) => {
        const again = async (it) => {
          const text = await this.#decrypt(it, idOf(it)).catch(() => undefined);
          return text === undefined ? it : { ...it, ...(await this.#encrypt(text, idOf(it), it.seq, key)) };
        };
        return Promise.all((await done(this.#from(name).getAll())).map(again));
      };
      const kept = { records: await anew("records", ({ id }) => id), steps: await anew("steps", () => STEP) };
      await write(this.#database, ["keys", "records", "steps"], (store) => {
        for (const [name, all] of Object.entries(kept)) for (const it of all) store(name).put(it);
        for (const it of [DEVICE_KEY, PASSPHRASE]) store("keys").delete(it);
        store("keys").put(lock ?? key, lock ? PASSPHRASE : DEVICE_KEY);
      });
      [this.#key, this.lock] = [key, lock];
    });
  }

  /** Keeps after how many minutes the page locks itself, with the lock as it is by then. */
  relock(minutes) {
    return this.#after(async () => {
      if (!this.isWriter) throw "read-only";
      const lock = { ...this.lock, minutes };
      await write(this.#database, ["keys"], (store) => store("keys").put(lock, PASSPHRASE));
      this.lock = lock;
    });
  }

  #from(name) {
    return this.#database.transaction(name).objectStore(name);
  }

  async #decrypt({ seq, nonce, data }, id) {
    const plain = await crypto.subtle.decrypt(cipher(nonce, id, seq), this.#key, data);
    return new TextDecoder().decode(plain);
  }

  async #encrypt(text, id, seq, key = this.#key) {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt(cipher(nonce, id, seq), key, new TextEncoder().encode(text));
    return { seq, nonce, data };
  }

  /** Number and hash of the last step, and the hash before it; number 0 where there is none. */
  async #lastStep() {
    if (this.#step) return this.#step;
    const cursor = await done(this.#from("steps").openCursor(null, "prev"));
    if (!cursor) return { seq: 0 };
    const text = await this.#decrypt(cursor.value, STEP).catch(() => undefined);
    const said = parsed(text);
    // What comes after one that cannot be read follows from nothing, and shows that.
    return said ? { seq: cursor.key, prev: said.prev, hash: await digest(text) } : { seq: cursor.key };
  }

  /** The step that says `what`, after the last one or in its place. */
  async #next(what, isSame) {
    const last = await this.#lastStep();
    const seq = isSame ? last.seq : last.seq + 1;
    const prev = isSame ? last.prev : last.hash;
    const text = JSON.stringify({ seq, at: moment(), prev, ...what });
    return { record: await this.#encrypt(text, STEP, seq), last: { seq, prev, hash: await digest(text) } };
  }

  /** Does one thing after the other, so that each builds on what the one before it left. */
  #after(next) {
    const end = this.#last.then(next);
    this.#last = end.catch(() => undefined);
    return end;
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
    return this.#after(async () => {
      const now = JSON.parse(text);
      const before = isSame ? this.#before : this.#now;
      const what = { name, ...change(before, now) };
      const isStep = isSame || Object.values(what).some((it) => it !== undefined);
      await this.#save(id, text, isStep && (() => this.#next(what, isSame)));
      [this.#before, this.#now] = [before, now];
    });
  }

  /** How many steps are kept that led to an assessment, which is its file. */
  async steps(text) {
    const n = this.problem ? 0 : await done(this.#from("steps").count()).catch(() => 0);
    this.#now = n > 0 ? parsed(text) : undefined;
    return n;
  }

  /** All steps that can be read as a file, which shows where others were; where none can, it has one that says nothing. */
  history() {
    return this.#after(async () => {
      const numbers = await done(this.#from("steps").getAllKeys());
      // One that the browser cannot read either takes none of the others with it.
      const each = () => Promise.all(numbers.map((it) => done(this.#from("steps").get(it)).catch(() => undefined)));
      const records = await done(this.#from("steps").getAll()).catch(each);
      const texts = await Promise.all(records.map(async (it) => this.#decrypt(it, STEP)).map((it) => it.catch(() => undefined)));
      const steps = texts.filter(parsed);
      return fileOf(steps.length === 0 && numbers.length > 0 ? ['{"seq":0}'] : steps);
    });
  }

  /** Deletes all steps and begins again with an assessment as its file. */
  forgetSteps(text) {
    return this.#after(async () => {
      if (!this.isWriter) throw "read-only";
      const { record, last } = await this.#next({ open: JSON.parse(text) }, false);
      await write(this.#database, ["steps"], (store) => {
        store("steps").clear();
        store("steps").put(record);
      });
      this.#step = last;
    });
  }

  async #load(id) {
    if (this.problem) return null;
    try {
      const record = await done(this.#from("records").get(id));
      if (!record && !this.#ids.has(id)) return null;
      this.#seen.set(id, numbered(record));
      return await this.#decrypt(record, id);
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

  async #save(id, text, next) {
    if (this.problem) throw this.problem;
    if (!this.isWriter) throw "read-only";
    if (this.#unread.has(id)) throw "load";
    const seen = this.#seen.get(id) ?? 0;
    const record = { id, ...(await this.#encrypt(text, id, seen + 1)) };
    const step = next && (await next());
    await this.#put(record, seen, step?.record);
    this.#seen.set(id, record.seq);
    if (step) this.#step = step.last;
    if (step) dispatchEvent(new Event("kept"));
  }

  /** Puts a record if the one there is the one that was last seen, and a step, in one transaction. */
  async #put(record, seen, step) {
    let isConflict = false;
    const ids = new Set(this.#ids).add(record.id);
    await write(this.#database, ["keys", "records", "steps"], (store, transaction) => {
      const request = store("records").get(record.id);
      request.onsuccess = () => {
        isConflict = numbered(request.result) !== seen;
        if (isConflict) return transaction.abort();
        store("records").put(record);
        store("keys").put([...ids], IDS);
        if (step) store("steps").put(step);
      };
    }).catch((error) => {
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
      return { steps: this.problem ? 0 : Math.max(0, (await this.#lastStep()).seq - seq), at };
    });
  }

  /** Notes that the assessment was saved to a file just now. */
  filed() {
    return this.#after(async () => this.#save(FILE, JSON.stringify({ seq: (await this.#lastStep()).seq, at: moment() })));
  }

  /** Deletes what is kept here, with its key. */
  async forget() {
    this.#database?.close();
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
