/**
 * A change told as a difference: 推迟一天, 提前两天, 多请一天, 少待半天.
 *
 * Takes    a folded message. Returns what is moved (the whole span) or stretched (its length), in days; or nothing.
 * Leaves   applying it to draft.ts: only an open draft has something to move.
 */
import { readNumeral } from "../lib/chinese-numbers.ts";

export interface Shift {
  readonly by: "move" | "length";
  readonly days: number;
}

const count = "(?<count>半|[\\d.]+|[一二两三四五六七八九十]+)(?:个)?天";
const comesBack = "(?:再|才|就)?[回返]";
const told: readonly { readonly pattern: RegExp; readonly by: Shift["by"]; readonly sign: 1 | -1 }[] = [
  // 晚两天回 is a longer stay, 晚两天去 a later one.
  { pattern: new RegExp(`(?:晚|迟|推迟)${count}${comesBack}`, "u"), by: "length", sign: 1 },
  { pattern: new RegExp(`(?:早|提前)${count}${comesBack}`, "u"), by: "length", sign: -1 },
  { pattern: new RegExp(`(?:推迟|顺延|延后|往后(?:推|挪|移|顺延)?|推后|晚)${count}`, "u"), by: "move", sign: 1 },
  { pattern: new RegExp(`(?:提前|往前(?:推|挪|移)?|早)${count}`, "u"), by: "move", sign: -1 },
  {
    pattern: new RegExp(`(?:延长|续(?:假|请|休)?|多(?:请|待|呆|住|去|休|留)|再加|加)${count}`, "u"),
    by: "length",
    sign: 1,
  },
  { pattern: new RegExp(`(?:缩短|少(?:请|待|呆|住|去|休|留)|减)${count}`, "u"), by: "length", sign: -1 },
];

/** The difference a message tells, if it tells one. */
export function shiftOf(folded: string): Shift | undefined {
  for (const { pattern, by, sign } of told) {
    const said = pattern.exec(folded)?.groups?.count;
    const days = said === undefined ? undefined : readNumeral(said)?.value;
    if (days !== undefined) return { by, days: sign * days };
  }
  return undefined;
}
