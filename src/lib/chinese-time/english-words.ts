/**
 * The few English words for days that staff mix in: today, tmr, next Monday, Feb 9.
 *
 * Takes    folded text at a place where such a word may start. Returns day pieces, as the Chinese words would.
 * Not read: whole sentences in English, clock times and years.
 */
import { addDays, mondayOf } from "../dates.ts";
import { yearly } from "./date-words.ts";
import { type Rule, rule } from "./piece.ts";

const MONTHS = [
  ...["jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?"],
  ...["july?", "aug(?:ust)?", "sep(?:t|tember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"],
];
/** Which of the patterns the word is. */
const among = (patterns: readonly string[], word: string | undefined): number =>
  patterns.findIndex((pattern) => new RegExp(`^(?:${pattern})$`).test(word ?? ""));
const WEEKDAYS = [
  "mon(?:day)?",
  "tue(?:s|sday)?",
  "wed(?:nesday)?",
  "thu(?:r|rs|rsday)?",
  "fri(?:day)?",
  "sat(?:urday)?",
  "sun(?:day)?",
];
const SHIFTS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1, tmr: 1, tmrw: 1 };

/** Words of their own: not the mon of Simon. */
const START = "(?<![a-z])";
const END = "(?![a-z])";

export const englishWords: readonly Rule[] = [
  rule("yt", `${START}(?<day>yesterday|today|tomorrow|tmrw?)${END}`, (match, { now }) => ({
    kind: "day",
    spec: { by: "fixed", date: addDays(now.date, SHIFTS[match.groups?.day ?? ""] ?? 0) },
  })),
  rule("ntmwfsl", `${START}(?<week>next |this |last )?(?<day>${WEEKDAYS.join("|")})${END}`, (match, { now }) => {
    const weekday = among(WEEKDAYS, match.groups?.day) + 1;
    const week = match.groups?.week?.trim();
    if (week === undefined) return { kind: "day", spec: { by: "weekly", weekday } };
    const weeks = week === "next" ? 1 : week === "last" ? -1 : 0;
    const date = addDays(mondayOf(now.date), weeks * 7 + weekday - 1);
    return { kind: "day", spec: { by: "fixed", date } };
  }),
  rule(
    "jfmasond",
    `${START}(?<month>${MONTHS.join("|")})\\.?_(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?!\\d)`,
    (match) => ({
      kind: "day",
      spec: yearly(among(MONTHS, match.groups?.month) + 1, Number(match.groups?.day)),
    }),
  ),
];
