// Tests that do the same in both languages, which stand at the end of their names: in the long form
// each runs in both, else in one of them, in turn by the rest of its name.

import { test as each } from "node:test";

const LANGUAGE = /\((ja|en)\b/;

function turn(name) {
  const rest = name.replace(LANGUAGE, "");
  return ["ja", "en"][[...rest].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 2];
}

export function test(name, ...rest) {
  const [, language] = name.match(LANGUAGE) ?? [];
  if (!language || process.env.KUMOMORI_FULL || language === turn(name)) each(name, ...rest);
}
