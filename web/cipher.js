// Makes keys of passphrases (Argon2id), and files that open with one (the format of age), each in a
// worker that lives no longer than that takes: its memory, with what it was told, goes with it.

/** Random bytes that one file takes: its key, its salt and its nonce. */
const RANDOM = 48;

/** Why a file does not open, by the number that the worker gives (crates/kumomori-crypto/src/file.rs). */
export const PROBLEMS = ["", "wrong", "key", "work", "damaged"];

export class Cipher {
  #parts;

  /** `parts` gives the address of the worker and its programs. */
  constructor(parts) {
    this.#parts = parts;
  }

  async #work(program, data) {
    const [address, compiled] = await Promise.all([this.#parts.address(), this.#parts.program(program)]);
    const worker = new Worker(address);
    try {
      return await new Promise((resolve, reject) => {
        worker.onmessage = ({ data: { result, problem } }) => (problem ? reject(new Error(problem)) : resolve(result));
        worker.onerror = () => reject(new Error("worker"));
        worker.postMessage({ ...data, program: compiled });
      });
    } finally {
      worker.terminate();
    }
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
