// Asks for passphrases: the fields for one, and the dialogs for files that open with one.

/** The fewest characters of a passphrase that is made. */
const FEWEST = 12;

const words = {
  ja: {
    passphrase: "パスフレーズ", again: "パスフレーズ(もう一度)", show: "入力した文字を表示する", busy: "鍵を作っています。数秒かかることがあります。",
    few: `${FEWEST}文字以上にしてください。`, other: "2回の入力が一致していません。", empty: "パスフレーズを入力してください。",
    hint: `${FEWEST}文字以上。互いに関係のない単語を4つ以上並べると、覚えやすく、推測されにくくなります。`,
    cancel: "やめる", encrypt: "暗号化して保存", decrypt: "開く",
    encryptTitle: "暗号化したファイルに保存", decryptTitle: "暗号化されたファイルを開く",
    encryptText: "ファイルは、ageという公開された形式になります。このサイトのほか、kumomoriコマンドや、ageに対応したほかのツールでも開けます。パスフレーズを忘れると、だれにも開けません。",
    decryptText: (name) => `「${name}」を開くには、暗号化したときのパスフレーズが要ります。`,
    wrong: "パスフレーズが違います。", key: "パスフレーズではなく鍵で暗号化されたファイルです。ageで復号してから開いてください。",
    work: "開くのに1 GiBを超えるメモリが要るファイルです。ageで復号してから開いてください。",
    damaged: "ファイルが壊れているか、途中で切れています。元のファイルをもう一度受け取ってください。",
    failed: "メモリが足りないなどの理由で、ブラウザが処理を終えられませんでした。ほかのタブを閉じてから、もう一度試してください。",
  },
  en: {
    passphrase: "Passphrase", again: "Passphrase, once more", show: "Show what is typed", busy: "Making the key. This can take some seconds.",
    few: `Use at least ${FEWEST} characters.`, other: "The two are not the same.", empty: "Type the passphrase.",
    hint: `At least ${FEWEST} characters. Four or more words that have nothing to do with each other are easy to remember and hard to guess.`,
    cancel: "Cancel", encrypt: "Save encrypted", decrypt: "Open",
    encryptTitle: "Save to an encrypted file", decryptTitle: "Open an encrypted file",
    encryptText: "The file is in the public format age. Besides this site, the kumomori command and any other tool for age open it. Without the passphrase nobody can.",
    decryptText: (name) => `“${name}” opens with the passphrase that it was encrypted with.`,
    wrong: "This is not the passphrase.", key: "The file was encrypted for a key, not with a passphrase. Decrypt it with age, then open it.",
    work: "Opening the file takes more than 1 GiB of memory. Decrypt it with age, then open it.",
    damaged: "The file is damaged or was cut. Get the original file once more.",
    failed: "The browser could not finish, perhaps for lack of memory. Close other tabs, then try again.",
  },
};

export function element(name, attributes, ...inside) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...inside);
  return made;
}

export const button = (name, act, className = "") =>
  element("button", { type: "button", className, textContent: name, onclick: act });

/** A field for a passphrase. */
function field(id, name, hint) {
  const input = element("input", { id, type: "password", autocomplete: "off", spellcheck: false, translate: false, required: true });
  const inside = [element("label", { htmlFor: id }, name)];
  if (hint) {
    inside.push(element("span", { id: `${id}-hint`, className: "hint" }, hint));
    input.setAttribute("aria-describedby", `${id}-hint`);
  }
  return { input, view: element("div", { className: "field" }, ...inside, input) };
}

/** What is wrong with what was typed, and in which field; nothing where it will do. */
function wrong(say, input, again) {
  if (input.value === "") return [say.empty, input];
  if (!again) return undefined;
  if ([...input.value].length < FEWEST) return [say.few, input];
  return again.value === input.value ? undefined : [say.other, again];
}

/**
 * A form that asks for a passphrase. `now` asks for the one that is there, `next` for one to be made,
 * twice; `act` takes them and does what the form is for, and what it throws is said.
 */
export function form(tag, id, { now, next, more = [], submit, className = "primary", cancel, act }) {
  const say = words[tag];
  const fields = [];
  const add = (suffix, name, hint) => {
    fields.push(field(`${id}-${suffix}`, name, hint));
    return fields.at(-1).input;
  };
  const nowInput = now && add("now", now === true ? say.passphrase : now);
  const nextInput = next && add("next", next === true ? say.passphrase : next, say.hint);
  const againInput = next && add("again", say.again);
  const shown = element("input", { type: "checkbox" });
  shown.onchange = () => { for (const { input } of fields) input.type = shown.checked ? "text" : "password"; };
  const problem = element("p", { className: "problem", role: "alert", id: `${id}-problem` });
  const state = element("p", { role: "status" });
  const send = element("button", { type: "submit", className }, submit);
  const complain = (text, input = fields[0].input) => {
    problem.textContent = text;
    for (const it of fields) it.input.setAttribute("aria-invalid", it.input === input);
    input.setAttribute("aria-errormessage", problem.id);
    input.focus();
  };
  let isBusy = false;
  const run = async () => {
    const found = (nowInput && wrong(say, nowInput)) ?? (nextInput && wrong(say, nextInput, againInput));
    if (found) return complain(...found);
    problem.textContent = "";
    state.textContent = say.busy;
    try {
      await act(nowInput?.value, nextInput?.value);
    } catch (error) {
      complain(say[error.message] ?? say.failed);
    }
    state.textContent = "";
  };
  const onsubmit = async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    await run();
    isBusy = false;
  };
  const show = element("div", { className: "choice" }, element("label", {}, shown, element("span", {}, say.show)));
  const actions = element("div", { className: "actions" }, send, ...(cancel ? [button(say.cancel, cancel)] : []));
  return element("form", { noValidate: true, onsubmit }, ...fields.map((it) => it.view), show, ...more, problem, state, actions);
}

/** A dialog around a form; gives what `act` gave, or nothing when the reader gave up. */
function dialog(tag, { title, text, ...asked }) {
  const id = "passphrase";
  return new Promise((resolve) => {
    let given;
    const act = async (...typed) => {
      given = await asked.act(...typed);
      shown.close();
    };
    const heading = element("h2", { id: `${id}-title` }, title);
    const inside = form(tag, id, { ...asked, act, cancel: () => shown.close() });
    const onclose = () => {
      shown.remove();
      resolve(given);
    };
    const shown = element("dialog", { id, onclose }, heading, element("p", {}, text), inside);
    shown.setAttribute("aria-labelledby", heading.id);
    document.body.append(shown);
    shown.showModal();
    inside.querySelector("input").focus();
  });
}

/** Asks for a passphrase and gives the text as a file that opens with it. */
export function encrypt(cipher, tag, text) {
  const say = words[tag];
  const act = (_, next) => cipher.encrypt(next, new TextEncoder().encode(text));
  return dialog(tag, { title: say.encryptTitle, text: say.encryptText, next: true, submit: say.encrypt, act });
}

/** Asks for the passphrase of a file and gives what is in it. */
export function decrypt(cipher, tag, name, file) {
  const say = words[tag];
  const act = (now) => cipher.decrypt(now, file);
  return dialog(tag, { title: say.decryptTitle, text: say.decryptText(name), now: true, submit: say.decrypt, act });
}
