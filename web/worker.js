// Does what takes longer, off the page: asks evidence files, explains results, or works with a
// passphrase, as the program does that it is handed with all that it works with. It loads nothing, and
// is served with a policy that lets it connect to nothing.

let module;

/** Writes bytes into the module's input. */
function write(bytes) {
  const place = module.input(bytes.length);
  new Uint8Array(module.memory.buffer, place, bytes.length).set(bytes);
}

/** Hands bytes to a function of the module that takes them or not. */
function hand(name, bytes, ...more) {
  write(bytes);
  if (module[name](...more) !== 1) throw new Error(name);
}

/** What a function of the module answers to some bytes. */
function answer(name, bytes, ...more) {
  write(bytes);
  const length = module[name](...more);
  return new Uint8Array(module.memory.buffer, module.output(), length).slice();
}

async function begin(program) {
  module = (await WebAssembly.instantiate(program, {})).exports;
}

/** A program that begins anew each time. */
let kept;

/** Runs it for one task, after which its memory is gone with what it was told. */
async function alone(task) {
  await begin(kept);
  try {
    return task();
  } finally {
    module = undefined;
  }
}

/** What a function of the module answers to a passphrase and what belongs to it. */
function passed(name, passphrase, rest, ...more) {
  const bytes = new Uint8Array(passphrase.length + rest.length);
  bytes.set(passphrase);
  bytes.set(rest, passphrase.length);
  return answer(name, bytes, passphrase.length, ...more);
}

const steps = {
  open: async ({ program, checks, library }) => {
    await begin(program);
    hand("checks", checks);
    hand("library", library);
  },
  texts: ({ tag, chapters }) => {
    for (const chapter of chapters) hand("chapter", chapter, tag === "ja" ? 0 : 1);
  },
  // What a tool printed is turned into an evidence file, which stands for it from then on.
  ask: ({ bytes }) => ({ told: answer("ask", bytes), made: answer("made", []) }),
  form: ({ bytes }) => answer("form", bytes),
  explain: ({ bytes }) => answer("explain", bytes),
  take: ({ program }) => { kept = program; },
  derive: ({ passphrase, salt, memory, passes, lanes }) =>
    alone(() => passed("derive", passphrase, salt, memory, passes, lanes)),
  cipher: ({ verb, passphrase, content }) => alone(() => passed(verb, passphrase, content)),
};

// One step after another: the first opens the module.
let last = Promise.resolve();
onmessage = ({ data }) => {
  last = last.then(() => steps[data.step](data)).then(
    (result) => postMessage({ id: data.id, result }),
    (error) => postMessage({ id: data.id, problem: String(error) }),
  );
};
