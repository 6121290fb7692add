// Makes keys of passphrases (Argon2id), and files that open with one (the format of age), each in a
// worker that runs its program anew each time: its memory, with what it was told, goes with it.

/** Random bytes that one file takes: its key, its salt and its nonce. */
const RANDOM = 48;

/** Why a file does not open, by the number that the worker gives (crates/kumomori-crypto/src/file.rs). */
const PROBLEMS = ["", "wrong", "key", "work", "damaged"];

export class Cipher {
  #key;
  #file;

  /** `helper` gives the worker with a program. */
  constructor(helper) {
    [this.#key, this.#file] = [helper("key"), helper("file")];
  }

  /** Once the workers are there: after the page is closed, none can be started. */
  ready() {
    return Promise.all([this.#key.ready(), this.#file.ready()]);
  }

  /** The bytes of a key; its salt and what it costs belong to it. Throws where there is not enough memory. */
  async derive(passphrase, { salt, memory, passes, lanes }) {
    // However a keyboard writes the same letters, they are the same passphrase.
    const bytes = new TextEncoder().encode(passphrase.normalize("NFKC"));
    const key = await this.#key.step("derive", { passphrase: bytes, salt, memory, passes, lanes });
    if (key.length === 0) throw new Error("cost");
    return key;
  }

  async #turn(verb, passphrase, content) {
    const bytes = new TextEncoder().encode(passphrase);
    const answer = await this.#file.step("cipher", { verb, passphrase: bytes, content });
    const [status] = answer;
    if (status !== 0) throw new Error(PROBLEMS[status]);
    return answer.subarray(1);
  }

  /** A content as a file that opens with a passphrase. */
  encrypt(passphrase, content) {
    const bytes = new Uint8Array(RANDOM + content.length);
    crypto.getRandomValues(bytes.subarray(0, RANDOM));
    bytes.set(content, RANDOM);
    return this.#turn("encrypt", passphrase, bytes);
  }

  /** The content of such a file; throws one of `PROBLEMS`, or what else keeps it from opening. */
  decrypt(passphrase, file) {
    return this.#turn("decrypt", passphrase, file);
  }
}
