// Keeps texts in this browser, encrypted, and nowhere else. Short enough to be read in full.
//
// IndexedDB `kumomori` has two object stores. `keys` holds one AES-GCM key that the browser made
// and never gives out, not even to this page. `records` holds one record per id:
// { id, seq, nonce, data }. The nonce is random for every write; format, id and sequence number
// are authenticated with the text, so records cannot be exchanged or rolled back one by one.
// The key lies beside the data: this protects copies of the text, and makes forgetting final.
// It does not protect against someone who uses this browser profile.

const DATABASE = "kumomori";
const FORMAT = "kumomori.record/1";
const DEVICE_KEY = "device";

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

function openDatabase() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("keys");
    request.result.createObjectStore("records", { keyPath: "id" });
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
  const transaction = database.transaction("keys", "readwrite", { durability: "strict" });
  const end = committed(transaction);
  transaction.objectStore("keys").add(made, DEVICE_KEY);
  await end.catch(() => undefined);
  return read();
}

const bound = (id, seq) => new TextEncoder().encode(`${FORMAT}|${id}|${seq}`);

const cipher = (nonce, id, seq) =>
  ({ name: "AES-GCM", iv: nonce, additionalData: bound(id, seq), tagLength: 128 });

/** Whether this tab may write: the first one holds a lock until it closes. */
function becomeWriter() {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    };
    navigator.locks.request(DATABASE, { ifAvailable: true }, hold).catch(() => resolve(false));
  });
}

class Store {
  #database;
  #key;
  #seen = new Map();
  #last = Promise.resolve();
  problem = null;
  isWriter = false;

  async open() {
    this.isWriter = await becomeWriter();
    this.#database = await openDatabase();
    this.#database.onversionchange = () => this.#database.close();
    this.#key = await deviceKey(this.#database);
  }

  #record(id) {
    return done(this.#database.transaction("records").objectStore("records").get(id));
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

  async #load(id) {
    if (this.problem) return null;
    try {
      const record = await this.#record(id);
      if (!record) return null;
      const { seq, nonce, data } = record;
      const plain = await crypto.subtle.decrypt(cipher(nonce, id, seq), this.#key, data);
      this.#seen.set(id, seq);
      return new TextDecoder().decode(plain);
    } catch (error) {
      this.problem = `load: ${error.name}`;
      return null;
    }
  }

  async #save(id, text) {
    if (this.problem) throw this.problem;
    if (!this.isWriter) throw "read-only";
    const seen = this.#seen.get(id) ?? 0;
    const seq = seen + 1;
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(text);
    const data = await crypto.subtle.encrypt(cipher(nonce, id, seq), this.#key, plain);
    await this.#put({ id, seq, nonce, data }, seen);
    this.#seen.set(id, seq);
  }

  /** Puts a record if the one there is the one that was last seen, in one transaction. */
  async #put(record, seen) {
    const options = { durability: "strict" };
    const transaction = this.#database.transaction("records", "readwrite", options);
    const end = committed(transaction);
    const records = transaction.objectStore("records");
    let isConflict = false;
    const request = records.get(record.id);
    request.onsuccess = () => {
      isConflict = (request.result?.seq ?? 0) !== seen;
      if (isConflict) transaction.abort();
      else records.put(record);
    };
    await end.catch((error) => {
      throw isConflict ? "conflict" : error.name;
    });
  }

  /** Deletes records and key; what was kept cannot be read again. */
  async forget() {
    this.#database?.close();
    const request = indexedDB.deleteDatabase(DATABASE);
    await done(request);
    this.#seen.clear();
    this.problem = "forgotten";
  }
}

/** Opens the store; when the browser refuses, the store says why and keeps nothing. */
export async function openStore() {
  const store = new Store();
  try {
    await store.open();
  } catch (error) {
    store.problem = `open: ${error.name}`;
  }
  return store;
}
