// An assessment with everything in scope: every framework edition with all its categories, both
// roles, AI and personal data, and an answer to every duty of every control.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chosen } from "../support.mjs";

const POLICIES = fileURLToPath(new URL("../../../policies/", import.meta.url));
const read = (path) => readFileSync(POLICIES + path, "utf8");

/** What some pattern finds in a text, its first group. */
const found = (text, pattern) => Array.from(text.matchAll(pattern), (it) => it[1]);

function target(folder) {
  const [, framework, edition] = /^(.+)-(\d+)$/.exec(folder);
  const [, list] = /\ncategories:(.*?)\ngroups:/s.exec(read(`frameworks/${folder}/framework.yaml`));
  const categories = found(list, /^ {2}- id: "(.+)"/gm);
  return { framework, edition, ...(categories.length > 0 && { categories }) };
}

/** An answer that can be read in full: levels, evidence, an owner and a note. */
const answer = (control, role) => ({
  control,
  role,
  design: { rungs: ["F", "F", "F", "N", "N"] },
  operation: { rungs: ["F", "F", "L", "U", "U"] },
  evidence: [
    { title: `Standard about ${control}`, aspects: ["design"], grade: 2, date: "2026-02-10" },
    { title: `Records about ${control}, January to June`, aspects: ["operation"], grade: 3, date: "2026-06-15" },
  ],
  owner: "Platform team",
  note: "Looked at in the yearly review.",
});

function answers(domain) {
  return readdirSync(`${POLICIES}controls/${domain}`).flatMap((file) => {
    const roles = found(read(`controls/${domain}/${file}`), /^ {2}- role: (\w+)/gm);
    return roles.map((role) => answer(file.replace(".yaml", ""), role));
  });
}

/** The domains by name. */
export const DOMAINS = readdirSync(`${POLICIES}controls`);

/** The domain with the most controls. */
export const LARGEST = DOMAINS.toSorted((a, b) => size(b) - size(a))[0];

function size(domain) {
  return readdirSync(`${POLICIES}controls/${domain}`).length;
}

const everything = {
  format: "kumomori.assessment/1",
  id: "everything",
  title: "Everything in scope",
  subject: { kind: "service", name: "Example" },
  scope: {
    roles: ["customer", "provider"],
    service_models: ["iaas", "paas", "saas"],
    uses_ai: true,
    personal_data: true,
    data_classes: ["public", "internal", "confidential", "restricted"],
    targets: readdirSync(`${POLICIES}frameworks`).map(target),
    target_level: 3,
  },
  window: { from: "2026-01-01", to: "2026-06-30" },
  answers: DOMAINS.flatMap(answers),
};

/** How many answers it has: one for each control and role. */
export const N_ANSWERS = everything.answers.length;

/** Opens it in the page and waits until it can be answered. */
export async function openEverything(page) {
  await page.locator(".masthead input[type=file]").setInputFiles(chosen("everything.json", JSON.stringify(everything)));
  await page.waitForFunction(() => location.hash === "#/assess");
}
