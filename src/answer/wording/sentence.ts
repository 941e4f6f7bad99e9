/**
 * What a table of sentences is made of: a finding's code → a function from its values to the Chinese sentence.
 *
 * Takes    the values of a finding. Returns the sentence. Leaves citing and layout to compose.ts.
 */
import { partsOf } from "../../lib/dates.ts";
import type { Finding } from "../../rules/rule.ts";

export type Values = Finding["values"];
export type Sentence = (values: Values) => string;

/** 2026-06-25 → 2026年6月25日. */
export function spellDate(date: Values[string] | undefined): string {
  const { year, month, day } = partsOf(String(date));
  return `${year}年${month}月${day}日`;
}

/** 2026-11 → 11月, of whatever year: the sum beside it says which. */
export const monthName = (month: Values[string] | undefined): string => `${Number(String(month).slice(5))}月`;
