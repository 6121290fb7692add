// The databases of this browser: each assessment has an IndexedDB of its own, `kumomori`, `kumomori-2`
// and so on (web/shelf.js). A tab notes the name of its own in `sessionStorage`, and nothing else; it
// stands in no address. Each has three object stores, `keys`, `records` and `steps` (web/store.js).

/** The name of the first database, which also notes the one that was chosen last. */
export const FIRST = "kumomori";
const LAST = "last";
/** The note of a tab. */
const MINE = "kumomori-store";
/** In the place of a name: nothing is kept. */
export const MEMORY = "";
export const DEVICE_KEY = "device";

/** The result of a request, as a promise. */
export const done = (request) =>
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
export async function write(database, names, act) {
  const transaction = database.transaction(names, "readwrite", { durability: "strict" });
  const end = committed(transaction);
  act((name) => transaction.objectStore(name), transaction);
  return end;
}

/** A database that lets go of itself where it is to be erased or is to become a newer one. */
export async function openDatabase(name) {
  const request = indexedDB.open(name, 2);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      request.result.createObjectStore("keys");
      request.result.createObjectStore("records", { keyPath: "id" });
    }
    request.result.createObjectStore("steps", { keyPath: "seq" });
  };
  const database = await done(request);
  database.onversionchange = () => database.close();
  return database;
}

/** The device key; made once. `add` refuses a second one, so two tabs agree. */
export async function deviceKey(database) {
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

/** What is done with the first database, for as long as that takes. */
async function withFirst(act) {
  const database = await openDatabase(FIRST);
  try {
    return await act(database);
  } finally {
    database.close();
  }
}

/** The store of this tab: the one that it chose, or else the one that was chosen last, if that is still there. */
export async function chosen() {
  const [all, mine] = [await names(), sessionStorage.getItem(MINE) ?? usual()];
  if (mine === MEMORY || all.includes(mine)) return mine;
  if (!all.includes(FIRST)) return all.at(-1) ?? FIRST;
  const last = await withFirst((first) => done(first.transaction("keys").objectStore("keys").get(LAST)));
  return all.includes(last) ? last : FIRST;
}

/** What a tab has that chose nothing: in a frame of a portal it keeps nothing. */
export const usual = () => (globalThis.top === globalThis ? undefined : MEMORY);

/** Notes which store this tab has. */
export const note = (name) => sessionStorage.setItem(MINE, name);

/** Has this tab and those that are opened from now on take another store. */
export async function choose(name) {
  note(name);
  // What other tabs begin with is a comfort, and no reason to make a database.
  if (name === MEMORY || !(await names()).includes(FIRST)) return;
  await withFirst((first) => write(first, ["keys"], (store) => store("keys").put(name, LAST))).catch(() => undefined);
}

const numberOf = (name) => Number(name.split("-")[1] ?? 1);

/** All databases; nothing where the browser does not tell them, or refuses to have any, as in frames of other sites. */
const databases = () => indexedDB.databases?.().catch(() => undefined);

/** Whether there is a list of stores: without one, another store could not be found again. */
export const isListed = async () => (await databases()) !== undefined;

/** The names of all stores, as far as the browser tells them. */
export async function names() {
  const all = (await databases()) ?? (usual() === MEMORY ? [] : [{ name: FIRST }]);
  return all.map((it) => it.name).filter((it) => /^kumomori(-\d+)?$/.test(it)).sort((a, b) => numberOf(a) - numberOf(b));
}

/** Deletes a store with its key; what was kept cannot be read again. */
export function erase(name) {
  const request = indexedDB.deleteDatabase(name);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException("", "AbortError"));
  });
}

/** Whether this tab may write: the first one holds a lock until it closes or another one takes it. */
export function becomeWriter(name, options, lost) {
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
