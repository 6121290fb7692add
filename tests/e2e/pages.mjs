// The pages of the site as somebody uses them: what is said to each in words of the language that is
// shown. Journeys are told with these; what else a page does is tested beside it.

import { downloaded, go, savedFile, told } from "./support.mjs";

const said = {
  ja: {
    guide: "目標の選び方から始める", begin: "これで始める", name: "名称", both: "両方の責務", from: "開始日", to: "終了日",
    design: "設計のレベル", operation: "運用のレベル", evidence: /^証拠 \(/, addEvidence: "証拠を追加", title: "題名", grade: "この証拠は、次のどれに当たりますか", date: "日付",
    sample: "抜き取りテスト", hasSample: "抜き取りテストをした", tested: "調べた件数", deviations: "逸脱の件数",
    not: "適用しない", why: "理由の説明", by: "判断した人", document: "文書", read: "この画面で読む", compare: "比べるファイルを選ぶ", beside: "並べるファイルを選ぶ",
    owner: "担当", due: "期限", stateName: "いまの状態に付ける名前", keep: "名前を付けて残す", move: (edition) => `${edition}への移行`, take: "この版に移行する", saved: /保存済み/,
  },
  en: {
    guide: "Begin with choosing a target", begin: "Begin with this", name: "Name", both: "The duties of both", from: "From", to: "To",
    design: "Design level", operation: "Operation level", evidence: /^Evidence \(/, addEvidence: "Add evidence", title: "Title", grade: "Which of these is it?", date: "Date",
    sample: "Sample test", hasSample: "A sample was tested", tested: "Tested", deviations: "Deviations",
    not: "It does not apply", why: "Justification", by: "Decided by", document: "Document", read: "Read it here", compare: "Choose a file to compare with", beside: "Choose a file to set beside it",
    owner: "Owner", due: "Due", stateName: "A name for the present state", keep: "Keep under this name", move: (edition) => `Move to ${edition}`, take: "Move to this edition", saved: /Saved/,
  },
};

/** A place of the site in a language. */
class Place {
  constructor(page, lang) {
    this.page = page;
    this.lang = lang;
    this.said = said[lang];
  }

  at(fragment) {
    return go(this.page, fragment);
  }

  /** The part of the page under a heading of level 2. */
  under(name) {
    return this.page.locator("section").filter({ has: this.page.getByRole("heading", { level: 2, name, exact: true }) });
  }
}

/** Where one begins. */
export class Start extends Place {
  /** From the first page by way of the guide to an assessment that begins with a profile. */
  async begin(profile) {
    await this.page.getByRole("link", { name: this.said.guide, exact: true }).click();
    await this.page.getByRole("button", { name: `${this.said.begin} : ${profile}`, exact: true }).click();
    await this.page.waitForFunction(() => location.hash === "#/scope");
  }
}

/** What is judged. */
export class Scope extends Place {
  async call(name) {
    await this.at("#/scope");
    await this.page.getByLabel(this.said.name, { exact: true }).fill(name);
  }

  async observe(from, to) {
    await this.at("#/scope");
    await this.page.getByLabel(this.said.from, { exact: true }).fill(from);
    await this.page.getByLabel(this.said.to, { exact: true }).fill(to);
  }

  /** Takes the assessment to another edition after its preview was opened, which is given back. */
  async move(edition) {
    await this.at("#/scope");
    const way = this.page.locator("details").filter({ has: this.page.getByText(this.said.move(edition), { exact: true }) });
    await way.locator("summary").click();
    await way.getByRole("heading").first().waitFor();
    await told(this.page);
    const preview = await way.innerText();
    await way.getByRole("button", { name: this.said.take, exact: true }).click();
    await way.waitFor({ state: "detached" });
    return preview;
  }
}

/** One control and role. */
export class Duty extends Place {
  constructor(page, lang, control, role) {
    super(page, lang);
    this.control = control;
    this.root = page.locator(`[id="${control}-${role}"]`);
  }

  async open() {
    await this.at(`#/control/${this.control}`);
    await this.root.waitFor();
    return this;
  }

  /** Chooses the levels of design and operation. */
  async answer(design, operation) {
    for (const [name, level] of [[this.said.design, design], [this.said.operation, operation]]) {
      await this.root.getByRole("group", { name, exact: true }).getByRole("radio", { name: new RegExp(`^(レベル|Level )${level} `) }).check();
    }
    return this;
  }

  async prove(title, date, grade) {
    await this.root.locator("summary").filter({ hasText: this.said.evidence }).click();
    await this.root.getByRole("button", { name: this.said.addEvidence, exact: true }).click();
    const entry = this.root.locator("fieldset.entry").last();
    await entry.getByLabel(this.said.title, { exact: true }).fill(title);
    await entry.getByLabel(this.said.grade, { exact: true }).selectOption({ index: grade });
    await entry.getByLabel(this.said.date, { exact: true }).fill(date);
    return this;
  }

  /** Notes a sample of an unknown population. */
  async sample(tested, deviations) {
    const part = this.root.locator("details").filter({ has: this.page.getByText(this.said.sample, { exact: true }) });
    await part.locator("summary").first().click();
    await part.getByLabel(this.said.hasSample, { exact: true }).check();
    await part.getByLabel(this.said.tested, { exact: true }).fill(String(tested));
    await part.getByLabel(this.said.deviations, { exact: true }).fill(String(deviations));
    return this;
  }

  async leaveOut(why, by) {
    await this.root.getByLabel(this.said.not, { exact: true }).check();
    await this.root.getByLabel(this.said.why, { exact: true }).fill(why);
    await this.root.getByLabel(this.said.by, { exact: true }).fill(by);
    return this;
  }
}

/** What follows. */
export class Result extends Place {
  open() {
    return this.at("#/result");
  }

  /** Reads a document on the page, by its title. */
  async read(title) {
    await this.open();
    await this.page.getByLabel(this.said.document, { exact: true }).selectOption({ label: title });
    await this.page.getByText(this.said.read, { exact: true }).click();
    const heading = this.page.getByRole("heading", { level: 3, name: title });
    await heading.waitFor();
    await told(this.page);
    return this.page.locator("details[open]").filter({ has: heading }).innerText();
  }

  save(name) {
    return downloaded(this.page, this.page.getByRole("button", { name, exact: true }).first());
  }

  async compare(file) {
    await this.open();
    await this.page.getByLabel(this.said.compare).setInputFiles(file);
  }

  async setBeside(file) {
    await this.open();
    await this.page.getByLabel(this.said.beside).setInputFiles(file);
  }
}

/** Who closes which gap until when. */
export class Plan extends Place {
  async assign(duty, owner, due) {
    await this.at("#/plan");
    const group = this.page.locator("fieldset.duty").filter({ has: this.page.getByRole("link", { name: duty, exact: true }) });
    await group.getByLabel(this.said.owner, { exact: true }).fill(owner);
    await group.getByLabel(this.said.due, { exact: true }).fill(due);
  }

  /** The names of the duties, the one most worth closing first. */
  async duties() {
    await this.at("#/plan");
    await this.page.locator("fieldset.duty legend").first().waitFor();
    return this.page.locator("fieldset.duty legend").allInnerTexts();
  }
}

/** How it came about. */
export class Past extends Place {
  async keep(name) {
    await this.at("#/history");
    await this.page.getByLabel(this.said.stateName, { exact: true }).fill(name);
    await this.page.getByRole("button", { name: this.said.keep, exact: true }).click();
    await this.page.getByRole("status").filter({ hasText: this.said.saved }).first().waitFor();
  }

  /** What is different since a state that was given a name. */
  async since(name) {
    await this.at("#/history");
    await this.page.locator("tbody tr").filter({ has: this.page.getByRole("cell", { name, exact: true }) }).getByRole("link").click();
    await this.page.waitForFunction(() => /^#\/history\/\d+$/.test(location.hash));
    await told(this.page);
    return this.page.locator("main").innerText();
  }
}

/** The present assessment as data. */
export async function assessment(page, lang) {
  return JSON.parse((await savedFile(page, lang)).text);
}
