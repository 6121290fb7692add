// What happens beside the page, in two workers: asking evidence files and explaining results. Nothing
// leaves this browser: files stay between the reader, the worker and the encrypted store.

/** The name under which the store keeps the files. */
const RECORD = "evidence";
/** One byte more than a document may have: enough for the worker to refuse it. */
const MOST = 16 * 1024 * 1024 + 1;
/** The number of what was kept and cannot be read. */
const UNREAD = 0xffffffff;
/** The end of a field of a request. */
const FIELD = "\u001f";

/** A worker with one of the programs. */
export class Helper {
  #work;
  #parts;
  #opening;
  #worker;
  #texts = new Map();
  #waiting = new Map();
  #next = 1;

  /** `opening` gives what the worker is told to begin with, beside its program. */
  constructor(work, parts, opening) {
    [this.#work, this.#parts, this.#opening] = [work, parts, opening];
  }

  /** A worker that has its program; one that cannot be had is not kept, so that a later try can succeed. */
  ready() {
    this.#worker ??= this.#start().catch((error) => {
      this.#worker = undefined;
      throw error;
    });
    return this.#worker;
  }

  async #start() {
    const { address, program } = this.#parts;
    const [place, compiled, opening] = await Promise.all([address(), program(this.#work), this.#opening()]);
    const worker = new Worker(place);
    worker.onmessage = ({ data }) => this.#waiting.get(data.id)?.(data);
    worker.onerror = () => {
      worker.terminate();
      this.#worker = undefined;
      for (const done of this.#waiting.values()) done({ problem: "worker" });
    };
    this.#texts.clear();
    await this.#send(worker, { ...opening, program: compiled });
    return worker;
  }

  async #send(worker, data) {
    const id = this.#next++;
    const answered = new Promise((resolve) => this.#waiting.set(id, resolve));
    worker.postMessage({ ...data, id });
    const { result, problem } = await answered;
    this.#waiting.delete(id);
    if (problem) throw problem;
    return result;
  }

  /** Hands the worker all texts of a language, once; whoever needs them waits for that. */
  #speak(worker, tag) {
    if (!this.#texts.has(tag)) {
      const handed = this.#parts.texts(tag).then((chapters) => this.#send(worker, { step: "texts", tag, chapters }));
      handed.catch(() => this.#texts.delete(tag));
      this.#texts.set(tag, handed);
    }
    return this.#texts.get(tag);
  }

  /** What the worker answers in a step. */
  async step(step, data) {
    return this.#send(await this.ready(), { step, ...data });
  }

  /** What the worker answers in words, in a language. */
  async request(step, tag, fields) {
    await this.#speak(await this.ready(), tag);
    const bytes = new TextEncoder().encode(fields.map((it) => it + FIELD).join(""));
    return new TextDecoder().decode(await this.step(step, { bytes }));
  }
}

export class Aside {
  #store;
  #parts;
  #asker;
  #explainer;
  #next = 1;
  #files = new Map();
  #restored = Promise.resolve();

  /** `parts` gives the address of the worker and what it is handed. */
  constructor(store, parts) {
    this.#store = store;
    this.#parts = parts;
    const opening = async () => ({ step: "open", checks: await parts.checks(), library: await parts.library() });
    this.#asker = new Helper("ask", parts, opening);
    this.#explainer = new Helper("explain", parts, opening);
  }

  /** Once everything that comes later is here. */
  ready() {
    return Promise.all([this.#asker.ready(), this.#explainer.ready()]);
  }

  /** What the worker says about a subject, as the program reads it; empty when there is nothing to tell. */
  async explain(tag, day, subject, assessment) {
    const fields = [tag, day, subject, assessment];
    for (const { role, digits } of this.#files.values()) fields.push(role ?? "", digits);
    return this.#explainer.request("explain", tag, fields);
  }

  async #form(verb, tag, ...fields) {
    const answer = await this.#asker.request("form", tag, [verb, tag, ...fields]);
    if (answer === "") throw new Error(verb);
    return answer.split(FIELD).slice(0, -1);
  }

  /** The text of a spreadsheet's file: UTF-8, UTF-16 with its mark, or what Japanese Excel saves. */
  async sheet(file) {
    const bytes = new Uint8Array(await file.slice(0, MOST).arrayBuffer());
    const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ["utf-16le"] : ["utf-8", "shift_jis"];
    const texts = encodings.map((it) => textOf(bytes, it));
    return texts.find((it) => it !== undefined)?.replaceAll(FIELD, " ");
  }

  /** The SHA-256 of a file in hexadecimal. */
  async sha256(file) {
    const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return Array.from(new Uint8Array(hash), (it) => it.toString(16).padStart(2, "0")).join("");
  }

  /** What the form of a kind asks. */
  fields(tag, kind) {
    return this.#form("fields", tag, kind);
  }

  /** What stands in the form of a file: path, value, path, value. */
  typed(tag, kind, id) {
    const answer = this.#asker.request("form", tag, ["typed", tag, kind, this.#text(id)]);
    return answer.then((it) => it.split(FIELD).slice(0, -1));
  }

  /** Begins a file of a kind with nothing in it; a list has one element to begin with. */
  async begin(tag, kind, day) {
    const fields = await this.fields(tag, kind);
    const isList = fields.some((it) => it.startsWith("[]."));
    return this.make(tag, kind, day, 0, fields[0], isList ? ["0", ""] : []);
  }

  /** Shows the form of a file in an element. */
  open(place, tag, kind, day, id, rest, isNew) {
    const { name } = this.#files.get(id);
    const show = ({ Form }) => new Form(this, { place, tag, kind, day, id, name, rest: rest?.split(" ") }).show(isNew);
    this.#parts.form().then(show).catch(() => place.dispatchEvent(new CustomEvent("closed")));
  }

  /** Makes a file of what was typed; it takes the place of the one that was made before, if any. */
  async make(tag, kind, day, id, name, pairs) {
    const [text, ...wrong] = await this.#form("make", tag, kind, day, ...pairs);
    return { ...(await this.#replaced(id, name, text)), wrong };
  }

  /** Gives values to all elements of a file that have none. */
  async fill(tag, kind, id, pairs) {
    const [text, ...wrong] = await this.#form("fill", tag, kind, this.#text(id), ...pairs);
    return { ...(await this.#replaced(id, this.#files.get(id).name, text)), wrong };
  }

  #text(id) {
    return textOf(this.#files.get(id).bytes) ?? "";
  }

  async #replaced(id, name, text) {
    await this.#restored;
    const role = this.#files.get(id)?.role;
    return this.#asked({ name, role, bytes: new TextEncoder().encode(text) }, id || undefined);
  }

  async #asked({ name, role, bytes: given }, place) {
    const { told, made } = await this.#asker.step("ask", { bytes: given });
    const bytes = made.length > 0 ? made : given;
    const id = place ?? this.#next++;
    this.#files.set(id, { name, role, bytes, digits: hexadecimal(told) });
    return { id, name, role, told };
  }

  /** Asks a file; those that were kept come before it. */
  async add(file) {
    await this.#restored;
    return this.#asked({ name: file.name, bytes: new Uint8Array(await file.slice(0, MOST).arrayBuffer()) });
  }

  /** Says whose duties a file speaks for. */
  speakFor(id, role) {
    this.#files.get(id).role = role;
  }

  /** Takes a file back, or gives up what cannot be read. */
  remove(id) {
    if (id === UNREAD) this.#store.giveUp(RECORD);
    this.#files.delete(id);
  }

  /** Keeps the files as texts; what is no text was refused, and is not worth keeping. */
  async keep() {
    const kept = [];
    for (const { name, role, bytes } of this.#files.values()) {
      const text = bytes.length < MOST ? textOf(bytes) : undefined;
      if (text !== undefined) kept.push({ name, role, text });
    }
    await this.#store.save(RECORD, JSON.stringify(kept));
  }

  /** Asks the files again that were kept. */
  kept() {
    const items = this.#restore();
    this.#restored = items.catch(() => undefined);
    return items;
  }

  async #restore() {
    try {
      const items = [];
      for (const { name, role, text } of listed(await this.#store.load(RECORD))) {
        items.push(await this.#asked({ name, role, bytes: new TextEncoder().encode(text) }));
      }
      return items;
    } catch (error) {
      // Those of them that could be asked are not all: nothing takes their place.
      this.#files.clear();
      this.#store.hold(RECORD);
      throw error;
    }
  }
}

/** What was kept of files. */
function listed(text) {
  try {
    return JSON.parse(text ?? "[]");
  } catch {
    throw "load";
  }
}

function textOf(bytes, encoding = "utf-8") {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const hexadecimal = (bytes) => Array.from(bytes, (it) => it.toString(16).padStart(2, "0")).join("");
