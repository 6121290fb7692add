// Makes keys of passphrases (Argon2id), and files that open with one (the format of age), each in a
// worker that runs its program anew each time: its memory, with what it was told, goes with it.

/** Random bytes that one file takes: its key, its salt and its nonce. */
const RANDOM = 48;

/** Why a file does not open, by the number that the worker gives (crates/kumomori-crypto/src/file.rs). */
export const PROBLEMS = ["", "wrong", "key", "work", "damaged"];

/** A worker with one of the programs. */
class Hand {
  #worker;
  #waiting = new Map();
  #next = 1;

  constructor(worker, program) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#waiting.get(data.id)?.(data);
    worker.onerror = () => { for (const done of this.#waiting.values()) done({ problem: "worker" }); };
    worker.postMessage({ step: "take", program });
  }

  async work(data) {
    const id = this.#next++;
    const { result, problem } = await new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ ...data, id });
    });
    this.#waiting.delete(id);
    if (problem) throw new Error(problem);
    return result;
  }
}

export class Cipher {
  #parts;
  #hands = new Map();

  /** `parts` gives the address of the worker and its programs. */
  constructor(parts) {
    this.#parts = parts;
  }

  async #start(program) {
    const [address, compiled] = await Promise.all([this.#parts.address(), this.#parts.program(program)]);
    return new Hand(new Worker(address), compiled);
  }

  /** The worker of a program; one that cannot be had is not kept, so that a later try can succeed. */
  #hand(program) {
    if (!this.#hands.has(program)) {
      const starting = this.#start(program);
      starting.catch(() => this.#hands.delete(program));
      this.#hands.set(program, starting);
    }
    return this.#hands.get(program);
  }

  /** Once the workers are there: after the page is closed, none can be started. */
  ready() {
    return Promise.all(["key", "file"].map((it) => this.#hand(it)));
  }

  async #work(program, data) {
    return (await this.#hand(program)).work(data);
  }

  /** The bytes of a key; its salt and what it costs belong to it. Throws where there is not enough memory. */
  async derive(passphrase, { salt, memory, passes, lanes }) {
    // However a keyboard writes the same letters, they are the same passphrase.
    const bytes = new TextEncoder().encode(passphrase.normalize("NFKC"));
    const key = await this.#work("key", { step: "derive", passphrase: bytes, salt, memory, passes, lanes });
    if (key.length === 0) throw new Error("cost");
    return key;
  }

  async #file(verb, passphrase, content) {
    const bytes = new TextEncoder().encode(passphrase);
    const answer = await this.#work("file", { step: "cipher", verb, passphrase: bytes, content });
    const [status] = answer;
    if (status !== 0) throw new Error(PROBLEMS[status]);
    return answer.subarray(1);
  }

  /** A content as a file that opens with a passphrase. */
  encrypt(passphrase, content) {
    const bytes = new Uint8Array(RANDOM + content.length);
    crypto.getRandomValues(bytes.subarray(0, RANDOM));
    bytes.set(content, RANDOM);
    return this.#file("encrypt", passphrase, bytes);
  }

  /** The content of such a file; throws one of `PROBLEMS`, or what else keeps it from opening. */
  decrypt(passphrase, file) {
    return this.#file("decrypt", passphrase, file);
  }
}
