// One database and the key to what is in it.
//
// `keys` holds one AES-GCM key that the browser made and never gives out, not even to this page, or, as
// `passphrase`, what it takes to make that key of a passphrase (web/lock.js). Every text is kept as
// { seq, nonce, data }: the nonce is random for every write; format, id and sequence number are
// authenticated with the text, so that texts cannot be exchanged or rolled back one by one. A key that
// lies beside the data protects copies of the text, and makes forgetting final. It does not protect
// against someone who uses this browser profile; a passphrase does.

import { DEVICE_KEY, deviceKey, done, openDatabase, write } from "./databases.js";

const FORMAT = "kumomori.record/1";
const PASSPHRASE = "passphrase";
/** What stands in the place of an id where a step is bound to its number. */
export const STEP = "step";

const bound = (id, seq) => new TextEncoder().encode(`${FORMAT}|${id}|${seq}`);

const cipher = (nonce, id, seq) =>
  ({ name: "AES-GCM", iv: nonce, additionalData: bound(id, seq), tagLength: 128 });

/** The number of a record; one that is no number counts as none. */
export const numbered = (record) => (Number.isSafeInteger(record?.seq) ? record.seq : 0);

export class Vault {
  #database;
  #key;
  /** What it takes to make the key of a passphrase; nothing where the key lies beside the data. */
  lock;

  /** Opens a database, and its key if that lies in it; `changed` is told when another tab wants it gone or newer. */
  async open(name, changed) {
    this.#database = await openDatabase(name);
    this.#database.onversionchange = ({ newVersion }) => {
      this.#database.close();
      changed(newVersion);
    };
    this.lock = await done(this.from("keys").get(PASSPHRASE));
    if (!this.lock) this.#key = await deviceKey(this.#database);
  }

  close() {
    this.#database?.close();
  }

  /** Whether nothing can be read before the passphrase is given. */
  get isLocked() {
    return this.lock !== undefined && !this.#key;
  }

  /** Takes the key that the passphrase gave. */
  unlock(key) {
    this.#key = key;
  }

  /** One of the object stores, to read from. */
  from(name) {
    return this.#database.transaction(name).objectStore(name);
  }

  /** Writes to object stores in one transaction, which `act` is handed. */
  write(names, act) {
    return write(this.#database, names, act);
  }

  async decrypt({ seq, nonce, data }, id) {
    const plain = await crypto.subtle.decrypt(cipher(nonce, id, seq), this.#key, data);
    return new TextDecoder().decode(plain);
  }

  async encrypt(text, id, seq, key = this.#key) {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt(cipher(nonce, id, seq), key, new TextEncoder().encode(text));
    return { seq, nonce, data };
  }

  /** All of an object store with what can be read encrypted anew. */
  async #anew(name, idOf, key) {
    const again = async (it) => {
      const text = await this.decrypt(it, idOf(it)).catch(() => undefined);
      return text === undefined ? it : { ...it, ...(await this.encrypt(text, idOf(it), it.seq, key)) };
    };
    return Promise.all((await done(this.from(name).getAll())).map(again));
  }

  /**
   * Encrypts everything that can be read anew with another key, and keeps that or, in its place, what it
   * takes to make it.
   */
  async rekey(key, lock) {
    const kept = { records: await this.#anew("records", ({ id }) => id, key), steps: await this.#anew("steps", () => STEP, key) };
    await this.write(["keys", "records", "steps"], (store) => {
      for (const [name, all] of Object.entries(kept)) for (const it of all) store(name).put(it);
      for (const it of [DEVICE_KEY, PASSPHRASE]) store("keys").delete(it);
      store("keys").put(lock ?? key, lock ? PASSPHRASE : DEVICE_KEY);
    });
    [this.#key, this.lock] = [key, lock];
  }

  /** Keeps after how many minutes the page locks itself, with the lock as it is by then. */
  async relock(minutes) {
    const lock = { ...this.lock, minutes };
    await this.write(["keys"], (store) => store("keys").put(lock, PASSPHRASE));
    this.lock = lock;
  }
}
