// What a step in the history of an assessment says, and texts and times of it.

/** The SHA-256 of a text in hexadecimal. */
export async function digest(text) {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (it) => it.toString(16).padStart(2, "0")).join("");
}

/** Now, by the clock on the wall, with how far that is from universal time. */
export function moment() {
  const now = new Date();
  const ahead = -now.getTimezoneOffset();
  const wall = new Date(now.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  return `${wall}${ahead < 0 ? "-" : "+"}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What of the answers is new or another, and which of them are gone. */
function answered(before, after) {
  const named = (all) => new Map(all.map((it) => [`${it.control} ${it.role}`, it]));
  const [old, now] = [named(before), named(after)];
  const answers = after.filter((it) => !same(it, old.get(`${it.control} ${it.role}`)));
  const gone = [...old].filter(([name]) => !now.has(name)).map(([, { control, role }]) => ({ control, role }));
  return { ...(answers.length > 0 && { answers }), ...(gone.length > 0 && { gone }) };
}

/** What a step from one assessment to another says; nothing where they are the same. */
export function change(before, after) {
  if (before?.id !== after.id) return { open: after };
  const { answers: old, ...was } = before;
  const { answers: now, ...is } = after;
  const set = answered(old, now);
  for (const name of Object.keys({ ...was, ...is })) {
    const nothing = name === "migrations" ? [] : null;
    if (!same(was[name], is[name])) set[name] = is[name] ?? nothing;
  }
  return Object.keys(set).length > 0 ? { set } : {};
}

/** What a text says; nothing where it is no JSON. */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A history as its file. */
export const fileOf = (steps) => `{"format":"kumomori.history/1","steps":[\n${steps.join(",\n")}\n]}\n`;
