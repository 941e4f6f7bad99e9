/**
 * The few English words for days that staff mix in: today, tmr, next Monday, Feb 9.
 *
 * Takes    folded text at a place where such a word may start. Returns day pieces, as the Chinese words would.
 * Leaves   whole sentences in English, clock times and years to nobody: they are not read.
 */
import { addDays, mondayOf } from "../dates.ts";
import { yearly } from "./date-words.ts";
import { type Rule, rule } from "./piece.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const SHIFTS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1, tmr: 1, tmrw: 1 };

const END = "(?![a-z])";

export const englishWords: readonly Rule[] = [
  rule("yt", `(?<day>yesterday|today|tomorrow|tmrw?)${END}`, (match, { now }) => ({
    kind: "day",
    spec: { by: "fixed", date: addDays(now.date, SHIFTS[match.groups?.day ?? ""] ?? 0) },
  })),
  rule(
    "ntmwfsl",
    `(?<week>next |this |last )?(?<day>${WEEKDAYS.join("|")})(?:day|sday|nesday|rsday|urday|s|rs|nes|r)?${END}`,
    (match, { now }) => {
      const weekday = WEEKDAYS.indexOf(match.groups?.day ?? "") + 1;
      const week = match.groups?.week?.trim();
      if (week === undefined) return { kind: "day", spec: { by: "weekly", weekday } };
      const weeks = week === "next" ? 1 : week === "last" ? -1 : 0;
      const date = addDays(mondayOf(now.date), weeks * 7 + weekday - 1);
      return { kind: "day", spec: { by: "fixed", date } };
    },
  ),
  rule(
    "jfmasond",
    `(?<month>${MONTHS.join("|")})(?:uary|ruary|ch|il|e|y|ust|tember|t|ober|ember)?\\.?_(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?!\\d)`,
    (match) => ({
      kind: "day",
      spec: yearly(MONTHS.indexOf(match.groups?.month ?? "") + 1, Number(match.groups?.day)),
    }),
  ),
];
