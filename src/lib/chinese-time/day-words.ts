/**
 * Words for days seen from today, and weekdays: 明天, 大后天, 今晚, 下周三, 周四五, 明后两天.
 *
 * Takes    folded text at a place where such a word may start.
 * Returns  day pieces; a weekday with its week named is fixed, a bare one stays open.
 * Leaves   dates with numbers to date-words.ts, whole weeks to period-words.ts.
 * Why      下周 is the next week from Monday, mainland usage, even when said on a Monday.
 */
import { addDays, mondayOf } from "../dates.ts";
import { weekdayOf } from "./numbers.ts";
import { type DaySpec, type Meaning, type Rule, rule, WEEK } from "./piece.ts";
import type { Part } from "./reading.ts";

const SHIFTS: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  当: 0,
  明: 1,
  后: 2,
  大后: 3,
  翌: 1,
  次: 1,
};
const SHORT_PARTS: Readonly<Record<string, Part>> = {
  早: "morning",
  晨: "morning",
  晚: "evening",
  夜: "night",
  午: "noon",
};
const WEEKS: Readonly<Record<string, number>> = {
  上上: -2,
  上上个: -2,
  上: -1,
  上个: -1,
  这: 0,
  这个: 0,
  本: 0,
  今: 0,
  今个: 0,
  当: 0,
  下: 1,
  下个: 1,
  下下: 2,
  下下个: 2,
};

const shifted = (today: string, days: number): DaySpec => ({ by: "fixed", date: addDays(today, days) });

/** Rises through the week, so that 周二一 is no list. */
const rises = (days: readonly number[]) => days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0));

const weekdays = (prefix: string | undefined, days: readonly number[], today: string): DaySpec[] => {
  const weeks = prefix === undefined ? undefined : (WEEKS[prefix] ?? 0);
  const monday = weeks === undefined ? undefined : addDays(mondayOf(today), weeks * 7);
  return days.map((weekday) =>
    monday === undefined ? { by: "weekly", weekday } : { by: "fixed", date: addDays(monday, weekday - 1) },
  );
};

const listed = ([first, ...more]: readonly DaySpec[]): Meaning | undefined =>
  first && (more.length > 0 ? { kind: "day", spec: first, more } : { kind: "day", spec: first });

const PREFIX = "(?<prefix>上上个?|下下个?|上个?|下个?|这个?|本|今个?|当)?";
const WEEKDAY = "[一二三四五六日天]";
/** A digit behind 周 that counts something else: 周一天, 周四五点, 周一二十个. */
const NOT_COUNTED = "(?![天个点时次十百千万号月年人名位块元分科楼])";

export const dayWords: readonly Rule[] = [
  rule(
    "今明昨后前大翌次聽听寻",
    "(?<day>大前|前|昨|今|明|大后|后|翌|次|听|寻)(?:天|日(?!头条|之后》|志|报|本|子))(?!早|色|空(?!气)?间)?",
    (match, { now }) => {
      const word = match.groups?.day ?? "";
      const days = word === "听" ? 1 : word === "寻" ? -1 : SHIFTS[word];
      return days === undefined ? undefined : { kind: "day", spec: shifted(now.date, days) };
    },
  ),
  rule(
    "今明昨后当前",
    "(?<day>今|明|昨|后|当|前)(?<part>早|晨|晚|夜|午)(?!餐|饭|会|宴|熟|已|年|报|间|退|到|上)(?:上)?",
    (match, { now }) => {
      const part = SHORT_PARTS[match.groups?.part ?? ""];
      const word = match.groups?.day ?? "";
      if (part === undefined || word === "前" || (word === "后" && part === "noon")) return undefined;
      return { kind: "day", spec: shifted(now.date, SHIFTS[word] ?? 0), part };
    },
  ),
  // 即日起, 今起三日, 今下午
  rule("即今", "(?:即日(?=起|开始)|今(?=起|下午|上午|中午))", (_, { now }) => ({
    kind: "day",
    spec: shifted(now.date, 0),
  })),
  rule("今明昨后当", "(?<day>今|明|昨|当)(?<part>早|晚)上", (match, { now }) => ({
    kind: "day",
    spec: shifted(now.date, SHIFTS[match.groups?.day ?? ""] ?? 0),
    part: match.groups?.part === "早" ? "morning" : "evening",
  })),
  rule("今明昨后前", "(?<day>今|明|昨|后|前)儿个?", (match, { now }) => ({
    kind: "day",
    spec: shifted(now.date, SHIFTS[match.groups?.day ?? ""] ?? 0),
  })),
  // 这两天: today and tomorrow, roughly
  rule("这", "这(?<count>[两三23])_?天", (match, { now }) => {
    const last = /[两2]/.test(match.groups?.count ?? "") ? 1 : 2;
    return { kind: "day", spec: shifted(now.date, 0), until: shifted(now.date, last), doubt: "loose-period" };
  }),
  // 今明两天, 明后天, 明后两天, 昨今两天
  rule("昨今明后", "(?<days>昨今|今明后|今明|明后)(?:[两三]?[天日])", (match, { now }) =>
    listed([...(match.groups?.days ?? "")].map((word) => shifted(now.date, SHIFTS[word] ?? 0))),
  ),
  rule(
    "上下这本今当周星礼",
    `${PREFIX}_${WEEK}(?<days>${WEEKDAY}(?:[、和及]?${WEEKDAY}){0,6})${NOT_COUNTED}`,
    (match, { now }) => {
      const days = [...(match.groups?.days ?? "").replace(/[、和及]/g, "")].map(weekdayOf);
      return rises(days) ? listed(weekdays(match.groups?.prefix, days, now.date)) : undefined;
    },
  ),
  rule("上下这本今当周星礼", `${PREFIX}_${WEEK}(?<day>${WEEKDAY}|[1-7](?!\\d))(?!天|个|次)`, (match, { now }) =>
    listed(weekdays(match.groups?.prefix, [weekdayOf(match.groups?.day ?? "")], now.date)),
  ),
  // 周一至五: the second weekday without 周
  rule(
    "上下这本今当周星礼",
    `${PREFIX}_${WEEK}(?<day>${WEEKDAY})_(?:到|至|-|~|—)_(?<until>${WEEKDAY})${NOT_COUNTED}`,
    (match, { now }) => {
      const days = [match.groups?.day, match.groups?.until].map((day) => weekdayOf(day ?? ""));
      const [spec, until] = weekdays(match.groups?.prefix, days, now.date);
      return spec && until && rises(days) ? { kind: "day", spec, until } : undefined;
    },
  ),
];
