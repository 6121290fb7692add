// Keeps texts in this browser, encrypted, and nowhere else. Short enough to be read in full.
//
// Each assessment has an IndexedDB of its own: `kumomori`, `kumomori-2` and so on (web/shelf.js). A tab
// notes in its own history which one it has; the name stands in no address. Each has three object
// stores. `keys` holds one AES-GCM key that the browser made
// and never gives out, not even to this page, or, as `passphrase`, what it takes to make that key of a
// passphrase (web/lock.js). `records` holds one record per id:
// { id, seq, nonce, data }. The nonce is random for every write; format, id and sequence number
// are authenticated with the text, so records cannot be exchanged or rolled back one by one.
// `steps` holds how the assessment came about, one record per step: { seq, nonce, data }, the text
// of each carrying the SHA-256 of the one before it. A step is kept in one go with what it led to.
// A key that lies beside the data protects copies of the text, and makes forgetting final. It does
// not protect against someone who uses this browser profile; a passphrase does.

/** The name of the first database, which also notes the one that was chosen last. */
const FIRST = "kumomori";
const LAST = "last";
/** In the place of a name: nothing is kept. */
const MEMORY = "";
const FORMAT = "kumomori.record/1";
const DEVICE_KEY = "device";
const PASSPHRASE = "passphrase";
/** The ids of all that is kept, so that what is gone shows. */
const IDS = "ids";
const ASSESSMENT = "assessment";
/** The id of the note about the last file. */
const FILE = "file";
/** What can be told or chosen again; one that cannot be read is as good as none. */
const COMFORTS = ["language", "keys", FILE];
/** What stands in the place of an id where a step is bound to its number. */
const STEP = "step";

/** The result of a request, as a promise. */
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The end of a transaction, as a promise. */
const committed = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("", "AbortError"));
  });

/** Writes to stores in one transaction, which `act` is handed. */
function write(database, names, act) {
  const transaction = database.transaction(names, "readwrite", { durability: "strict" });
  const end = committed(transaction);
  act((name) => transaction.objectStore(name), transaction);
  return end;
}

function openDatabase(name) {
  const request = indexedDB.open(name, 2);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      request.result.createObjectStore("keys");
      request.result.createObjectStore("records", { keyPath: "id" });
    }
    request.result.createObjectStore("steps", { keyPath: "seq" });
  };
  return done(request);
}

/** The device key; made once. `add` refuses a second one, so two tabs agree. */
async function deviceKey(database) {
  const read = () => done(database.transaction("keys").objectStore("keys").get(DEVICE_KEY));
  const present = await read();
  if (present) return present;
  const usages = ["encrypt", "decrypt"];
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, usages);
  const end = write(database, ["keys"], (store) => store("keys").add(made, DEVICE_KEY));
  // Where another tab was faster, its key is there.
  await end.catch(() => undefined);
  return (await read()) ?? end;
}

/** The store of this tab: the one that it chose, or else the one that was chosen last. */
async function chosen() {
  if (history.state?.store !== undefined) return history.state.store;
  const database = await openDatabase(FIRST);
  const last = await done(database.transaction("keys").objectStore("keys").get(LAST));
  database.close();
  return last ?? FIRST;
}

/** Has this tab and those that are opened from now on take another store. */
export async function choose(name) {
  const database = await openDatabase(FIRST);
  if (name !== MEMORY) await write(database, ["keys"], (store) => store("keys").put(name, LAST));
  database.close();
  history.replaceState({ store: name }, "");
}

/** The names of all stores. */
export async function names() {
  const all = (await indexedDB.databases?.()) ?? [{ name: FIRST }];
  const number = (name) => Number(name.split("-")[1] ?? 1);
  return all.map((it) => it.name).filter((it) => /^kumomori(-\d+)?$/.test(it)).sort((a, b) => number(a) - number(b));
}

/** Deletes a store with its key; what was kept cannot be read again. */
export const erase = (name) => done(indexedDB.deleteDatabase(name));

const bound = (id, seq) => new TextEncoder().encode(`${FORMAT}|${id}|${seq}`);

const cipher = (nonce, id, seq) =>
  ({ name: "AES-GCM", iv: nonce, additionalData: bound(id, seq), tagLength: 128 });

/** The SHA-256 of a text in hexadecimal. */
async function digest(text) {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (it) => it.toString(16).padStart(2, "0")).join("");
}

/** Now, by the clock on the wall, with how far that is from universal time. */
function moment() {
  const now = new Date();
  const ahead = -now.getTimezoneOffset();
  const wall = new Date(now.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  return `${wall}${ahead < 0 ? "-" : "+"}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What of the answers is new or another, and which of them are gone. */
function answered(before, after) {
  const named = (all) => new Map(all.map((it) => [`${it.control} ${it.role}`, it]));
  const [old, now] = [named(before), named(after)];
  const answers = after.filter((it) => !same(it, old.get(`${it.control} ${it.role}`)));
  const gone = [...old].filter(([name]) => !now.has(name)).map(([, { control, role }]) => ({ control, role }));
  return { ...(answers.length > 0 && { answers }), ...(gone.length > 0 && { gone }) };
}

/** What a step from one assessment to another says; nothing where they are the same. */
function change(before, after) {
  if (before?.id !== after.id) return { open: after };
  const { answers: old, ...was } = before;
  const { answers: now, ...is } = after;
  const set = answered(old, now);
  for (const name of Object.keys({ ...was, ...is })) {
    const nothing = name === "migrations" ? [] : null;
    if (!same(was[name], is[name])) set[name] = is[name] ?? nothing;
  }
  return Object.keys(set).length > 0 ? { set } : {};
}

/** What a text says; nothing where it is no JSON. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A history as its file. */
const fileOf = (steps) => `{"format":"kumomori.history/1","steps":[\n${steps.join(",\n")}\n]}\n`;

/** Whether this tab may write: the first one holds a lock until it closes or another one takes it. */
function becomeWriter(name, options, lost) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    let isHeld = false;
    const hold = (lock) => {
      isHeld = lock !== null;
      resolve(isHeld);
      return lock && new Promise(() => {});
    };
    navigator.locks.request(name, options, hold).catch(() => (isHeld ? lost() : resolve(false)));
  });
}

/** How long a tab has to keep its work and let another one write, in milliseconds. */
const GRACE = 2000;

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
  }

  /** Opens what is kept. */
  async attach() {
    this.#database = await openDatabase(this.name);
    this.#database.onversionchange = () => this.#database.close();
    this.#ids = new Set(await done(this.#from("keys").get(IDS)));
    this.lock = await done(this.#from("keys").get(PASSPHRASE));
    if (!this.lock) this.#key = await deviceKey(this.#database);
  }

  /** Lets go of what is kept. */
  close() {
    this.#database.close();
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

  /** Encrypts everything anew with another key, and keeps that or, in its place, what it takes to make it. */
  rekey(key, lock) {
    return this.#after(async () => {
      if (!this.isWriter) throw "read-only";
      const anew = async (name, idOf) => {
        const again = async (it) => ({ ...it, ...(await this.#encrypt(await this.#decrypt(it, idOf(it)), idOf(it), it.seq, key)) });
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
    const n = this.problem ? 0 : await done(this.#from("steps").count());
    this.#now = n > 0 ? parsed(text) : undefined;
    return n;
  }

  /** All steps that can be read as a file, which shows where others were; where none can, it has one that says nothing. */
  history() {
    return this.#after(async () => {
      const records = await done(this.#from("steps").getAll());
      const texts = await Promise.all(records.map((it) => this.#decrypt(it, STEP).catch(() => undefined)));
      const steps = texts.filter(parsed);
      return fileOf(steps.length === 0 && records.length > 0 ? ['{"seq":0}'] : steps);
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
    const record = await done(this.#from("records").get(id));
    if (record) this.#seen.set(id, record.seq ?? 0);
    const isMissing = !record && this.#ids.has(id);
    if (!record && !isMissing) return null;
    return (isMissing ? Promise.reject() : this.#decrypt(record, id)).catch(() => this.misread(id));
  }

  /** Says that what is kept under an id is gone or cannot be read; until it is given up, nothing takes its place. */
  misread(id) {
    if (COMFORTS.includes(id)) return null;
    this.#unread.add(id);
    if (id !== ASSESSMENT) throw "load";
    this.problem = "load";
    return null;
  }

  /** Gives up what cannot be read under an id. */
  giveUp(id) {
    this.#unread.delete(id);
    if (id === ASSESSMENT && this.problem === "load") this.problem = null;
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
    this.#ids.add(record.id);
    await write(this.#database, ["keys", "records", "steps"], (store, transaction) => {
      const request = store("records").get(record.id);
      request.onsuccess = () => {
        isConflict = (request.result?.seq ?? 0) !== seen;
        if (isConflict) return transaction.abort();
        store("records").put(record);
        store("keys").put([...this.#ids], IDS);
        if (step) store("steps").put(step);
      };
    }).catch((error) => {
      throw isConflict ? "conflict" : error.name;
    });
  }

  /** Keeps what is to be kept. */
  settle() {
    dispatchEvent(new Event("pagehide"));
    return this.#after(() => undefined);
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
      return { steps: this.problem ? 0 : (await this.#lastStep()).seq - seq, at };
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
    history.replaceState(null, "");
  }
}

/** Opens the store of this tab; when the browser refuses, the store says why and keeps nothing. */
export async function openStore() {
  const store = new Store(await chosen().catch(() => FIRST));
  const mark = () => history.replaceState({ store: store.name }, "");
  mark();
  addEventListener("hashchange", mark);
  try {
    await store.open();
  } catch (error) {
    store.problem = error === MEMORY ? "memory" : `open: ${error.name}`;
  }
  return store;
}
