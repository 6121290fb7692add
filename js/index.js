// The policy module of Kumomori for JavaScript: browsers, Node, Deno, workers. It reads no clock,
// keeps nothing between calls and makes no connection of its own; only `load` reads the module.

const REQUEST = "kumomori.request/1";
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A request that cannot be answered; `diagnostics` has everything that is wrong with it. */
export class RequestError extends Error {
  constructor(diagnostics) {
    super(diagnostics.map((it) => (it.field ? `${it.field}: ${it.message}` : it.message)).join("\n"));
    this.name = "RequestError";
    this.diagnostics = diagnostics;
  }
}

/** Loads the module: the one beside this file, or what is given. */
export async function load(source = new URL("./kumomori.wasm", import.meta.url)) {
  const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(await bytesOf(source));
  return new Kumomori((await WebAssembly.instantiate(module, {})).exports);
}

async function bytesOf(source) {
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return source;
  if (typeof Response === "function" && source instanceof Response) return bodyOf(source);
  const url = new URL(source, import.meta.url);
  const isNode = url.protocol === "file:" && typeof process === "object" && Boolean(process.versions?.node);
  if (!isNode) return bodyOf(await fetch(url));
  const { readFile } = await import("node:fs/promises");
  return readFile(url);
}

function bodyOf(response) {
  if (!response.ok) throw new Error(`the module cannot be loaded: ${response.status} ${response.url}`);
  return response.arrayBuffer();
}

/** A text as bytes; bytes are taken as they are. */
function bytesOfText(text) {
  if (typeof text === "string") return encoder.encode(text);
  if (text instanceof ArrayBuffer) return new Uint8Array(text);
  if (ArrayBuffer.isView(text)) return new Uint8Array(text.buffer, text.byteOffset, text.byteLength);
  throw new TypeError("kumomori: an evidence file is a text or its bytes");
}

class Kumomori {
  #exports;

  constructor(exports) {
    this.#exports = exports;
  }

  /** What a request wants. Throws a RequestError when it is wrong. */
  answer(request) {
    const text = JSON.stringify({ format: REQUEST, ...request });
    const answer = JSON.parse(this.#text("kumomori_answer", encoder.encode(text)));
    if (answer.diagnostics) throw new RequestError(answer.diagnostics);
    return answer.ok;
  }

  /** Asks evidence files: for each its kind and statements, or the problem with it. */
  check(evidence, options = {}) {
    return this.answer({ ...options, evidence, want: ["checks"] }).checks;
  }

  /** Judges an assessment on a day, with evidence. */
  evaluate(assessment, asOf, options = {}) {
    return this.answer({ want: ["evaluation"], ...options, assessment, as_of: asOf });
  }

  /** The verdicts of one evidence file, a letter for each check of its kind; undefined when it cannot be read. */
  verdicts(evidence) {
    return this.#text("kumomori_verdicts", bytesOfText(evidence)) || undefined;
  }

  /** What can be asked about. */
  catalog() {
    return JSON.parse(this.#text("kumomori_catalog")).ok;
  }

  #text(name, bytes) {
    const { kumomori_buffer: buffer, kumomori_reset: reset } = this.#exports;
    try {
      const given = bytes && buffer(bytes.length);
      if (bytes) this.#view(given).set(bytes);
      return decoder.decode(this.#view(this.#exports[name](given)));
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      throw new Error("kumomori: the call was ended, most likely for want of memory", { cause: error });
    } finally {
      reset();
    }
  }

  /** The bytes of a buffer. */
  #view(handle) {
    if (handle === 0) throw new Error("kumomori: there is not enough memory");
    const { buffer } = this.#exports.memory;
    const [at, size] = new Uint32Array(buffer, handle, 2);
    return new Uint8Array(buffer, at, size);
  }
}
