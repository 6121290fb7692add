// Forms for evidence: what people type in who have no file. The worker says what a form asks and
// makes the file; this shows the places, and keeps at once what was typed.

/** How many texts the worker says of each place. */
const TEXTS = 6;

/** An element with attributes and what stands in it, never HTML from a string. */
function el(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...inside);
  return element;
}

function button(className, label, of, act) {
  const unseen = of ? [el("span", { class: "unseen" }, ` ${of}`)] : [];
  const element = el("button", { type: "button", class: className || undefined }, label, ...unseen);
  element.addEventListener("click", act);
  return element;
}

const group = (className, legend, ...inside) =>
  el("fieldset", { class: className || undefined }, el("legend", {}, legend), ...inside);

/** The path of an element of a list. */
const under = (list, number) => (list === "" ? `${number}` : `${list}.${number}`);

let last = 0;

export class Form {
  #aside;
  #parts;
  #words;
  #places;
  #values = new Map();
  #fields = new Map();
  #problem = el("p", { class: "problem" });

  /** `parts`: the element to show it in, language, kind, day, number and name of the file, and
   * the fields that all its elements share, if only those are asked. */
  constructor(aside, parts) {
    this.#aside = aside;
    this.#parts = parts;
  }

  /** Shows what the form asks, with what was typed before; leads the reader there if it is new. */
  async show(isNew) {
    const { place, tag, kind, id, rest } = this.#parts;
    const described = await this.#aside.fields(tag, kind);
    const [title, about, open, yes, no, add, remove, close, fill, shared, optional, wrong, ...more] = described;
    this.#words = { open, yes, no, add, remove, optional, wrong };
    this.#places = placesOf(more, rest);
    if (!rest) this.#takeUp(await this.#aside.typed(tag, kind, id));
    const heading = el("h2", { tabindex: "-1" }, title);
    const finish = rest ? [button("", fill, "", () => this.#fill())] : [];
    place.replaceChildren(
      heading,
      el("p", { class: "hint" }, rest ? shared : about),
      ...this.#below("", "", title),
      el("div", { role: "status" }, this.#problem),
      ...finish,
      button("quiet", close, "", () => this.#close()),
    );
    if (isNew) heading.focus();
  }

  #takeUp(typed) {
    for (let at = 0; at < typed.length; at += 2) this.#values.set(typed[at], typed[at + 1]);
  }

  /** The places right below a path: `spec` is that of the description, `at` that of the values. */
  #below(spec, at, title) {
    if (spec === "" && this.#places.some(({ path }) => path.startsWith("[]."))) return this.#elements("", "", title);
    const inside = this.#places.filter(({ path }) => path.startsWith(spec) && /^[^.]+$/.test(path.slice(spec.length)));
    return inside.map((it) => {
      const path = at + it.path.slice(spec.length);
      if (it.takes === "object") return group("entry", it.label, ...this.#below(`${it.path}.`, `${path}.`));
      if (it.takes === "objects") return group("entry", it.label, ...this.#elements(it.path, path, it.label));
      return this.#field(it, path);
    });
  }

  /** The elements of a list, with buttons to add and remove them. */
  #elements(spec, list, label) {
    const items = el("div");
    const start = list === "" ? "" : `${list}.`;
    const numbers = [...this.#values.keys()]
      .filter((it) => it.startsWith(start) && /^\d+$/.test(it.slice(start.length)))
      .map((it) => Number(it.slice(start.length)))
      .sort((a, b) => a - b);
    let next = (numbers.at(-1) ?? -1) + 1;
    const rename = () => [...items.children].forEach((it, idx) => { it.firstChild.textContent = `${label} ${idx + 1}`; });
    const put = (number) => {
      const path = under(list, number);
      const item = group("entry", "", ...this.#below(`${spec}[].`, `${path}.`));
      item.append(button("quiet", this.#words.remove, label, () => {
        item.remove();
        rename();
        for (const it of [...this.#values.keys()]) if (it === path || it.startsWith(`${path}.`)) this.#forget(it);
        add.focus();
        this.#changed();
      }));
      items.append(item);
      rename();
      return item;
    };
    const add = button("", this.#words.add, label, () => {
      this.#values.set(under(list, next), "");
      put(next++).querySelector("input, select, textarea, button")?.focus();
      this.#changed();
    });
    numbers.forEach(put);
    return [items, add];
  }

  #forget(path) {
    this.#values.delete(path);
    this.#fields.delete(path);
  }

  /** A place with its label, hint and what is wrong with it. */
  #field(it, path) {
    const id = `form-${++last}`;
    const label = it.isOptional ? it.label + this.#words.optional : it.label;
    const problem = el("span", { class: "problem" });
    const about = el("div", { id: `${id}-about` }, el("span", { class: "hint" }, it.hint), problem);
    const said = { id, "aria-describedby": about.id };
    const isBoxes = it.takes === "words";
    const input = isBoxes ? group("", label, ...this.#boxes(it, path)) : this.#input(it, path, said);
    this.#fields.set(path, { input, problem });
    if (isBoxes) {
      input.append(about);
      return input;
    }
    input.addEventListener("change", () => this.#set(path, input.value));
    return el("div", { class: "field wide" }, el("label", { for: id }, label), input, about);
  }

  #input({ takes, words }, path, said) {
    const value = this.#values.get(path) ?? "";
    const { open, yes, no } = this.#words;
    const choices = { word: words.filter(([it]) => it !== ""), choice: [["true", yes], ["false", no]] }[takes];
    if (choices) {
      const option = ([it, label]) => el("option", { value: it, selected: it === value }, label);
      return el("select", said, ...[["", open], ...choices].map(option));
    }
    // The browser neither fills it in nor sends it to a service that checks or translates it.
    const kept = { ...said, autocomplete: "off", spellcheck: "false", translate: "no" };
    if (takes === "lines") return el("textarea", { ...kept, rows: "3" }, value);
    const type = takes === "day" ? { type: "date", max: "9999-12-31" } : { type: "text" };
    return el("input", { ...kept, ...type, value });
  }

  #boxes({ words }, path) {
    const chosen = new Set((this.#values.get(path) ?? "").split("\n").filter(Boolean));
    return words.map(([word, label]) => {
      const box = el("input", { type: "checkbox", checked: chosen.has(word) });
      box.addEventListener("change", () => {
        if (box.checked) chosen.add(word); else chosen.delete(word);
        this.#set(path, words.map(([it]) => it).filter((it) => chosen.has(it)).join("\n"));
      });
      return el("div", { class: "choice" }, el("label", {}, box, el("span", {}, label)));
    });
  }

  #set(path, value) {
    this.#values.set(path, value);
    this.#changed();
  }

  /** Makes the file again, unless the form only gives values that all elements share. */
  async #changed() {
    const { tag, kind, day, id, name, rest } = this.#parts;
    if (!rest) this.#made(await this.#aside.make(tag, kind, day, id, name, [...this.#values].flat()));
  }

  async #fill() {
    const { tag, kind, id } = this.#parts;
    const made = await this.#aside.fill(tag, kind, id, [...this.#values].flat());
    this.#made(made);
    if (made.wrong.length === 0) this.#close();
  }

  #made({ wrong, ...item }) {
    for (const { input, problem } of this.#fields.values()) {
      input.removeAttribute("aria-invalid");
      problem.textContent = "";
    }
    for (let at = 0; at < wrong.length; at += 2) {
      const { input, problem } = this.#fields.get(wrong[at]) ?? {};
      input?.setAttribute("aria-invalid", "true");
      if (problem) problem.textContent = wrong[at + 1];
    }
    this.#problem.textContent = wrong.length > 0 ? this.#words.wrong : "";
    this.#parts.place.dispatchEvent(new CustomEvent("made", { detail: item }));
  }

  #close() {
    this.#parts.place.dispatchEvent(new CustomEvent("closed"));
  }
}

/** The places of a description; only some fields of a list, without the list, where `rest` names them. */
function placesOf(described, rest) {
  const places = [];
  for (let at = 0; at < described.length; at += TEXTS) {
    const [path, takes, optional, words, label, hint] = described.slice(at, at + TEXTS);
    const isOptional = optional !== "";
    const place = { path, takes, isOptional, words: words.split("\n").map((it) => it.split("\t")), label, hint };
    const alone = path.slice("[].".length);
    if (!rest) places.push(place);
    else if (rest.includes(alone)) places.push({ ...place, path: alone });
  }
  return places;
}
