/**
 * Holidays and lunar days by name: 国庆, 五一假期, 春节期间, 除夕, 正月初五, 中秋.
 *
 * Takes    folded text where a holiday's name or a lunar month may start.
 * Returns  the day as a yearly piece; with 假期 or 期间 the days off as the calendar has them.
 * Leaves   国庆后第二天 to join.ts, which asks the calendar where the holiday ends.
 * Why      十一 and 五一 are numbers unless something behind them says holiday.
 */
import { addDays, type IsoDate, partsOf, realDate, weekday } from "../dates.ts";
import { lunarDay, lunarNewYearsEve, tombSweepingDay } from "./lunar.ts";
import { numberOf, yearOf } from "./numbers.ts";
import {
  type DaySpec,
  FOUR_DIGIT_YEAR,
  leadOf,
  type Meaning,
  NUMERALS,
  type Rule,
  rule,
  type Setting,
} from "./piece.ts";

type InYear = (year: number) => IsoDate | undefined;

const solar =
  (month: number, day: number): InYear =>
  (year) =>
    realDate(year, month, day);
const lunar =
  (month: number, day: number): InYear =>
  (year) =>
    lunarDay(year, month, day);
/** The n-th given weekday of a month: 母亲节 is the second Sunday of May. */
const nth =
  (month: number, count: number, day: number): InYear =>
  (year) => {
    const first = realDate(year, month, 1);
    return first && addDays(first, ((day - weekday(first) + 7) % 7) + (count - 1) * 7);
  };

interface Named {
  readonly words: string;
  readonly inYear: InYear;
  /** The name in data/calendar.json, for holidays that people have off. */
  readonly official?: string;
}

const NAMED: readonly Named[] = [
  { words: "元旦节?|阳历新年", inYear: solar(1, 1), official: "元旦" },
  { words: "春节|农历新年|新春(?!佳节)|正月正时|正月朔日|大年初一", inYear: lunar(1, 1), official: "春节" },
  { words: "除夕|大年三十|年三十|大年夜", inYear: lunarNewYearsEve },
  { words: "清明节?", inYear: tombSweepingDay, official: "清明节" },
  { words: "(?:五一)?国际劳动节|五一劳动节|劳动节", inYear: solar(5, 1), official: "劳动节" },
  { words: "端午节?", inYear: lunar(5, 5), official: "端午节" },
  { words: "中秋节?", inYear: lunar(8, 15), official: "中秋节" },
  { words: "国庆节?", inYear: solar(10, 1), official: "国庆节" },
  { words: "元宵节?", inYear: lunar(1, 15) },
  { words: "七夕节?", inYear: lunar(7, 7) },
  { words: "中元节", inYear: lunar(7, 15) },
  { words: "重阳节?", inYear: lunar(9, 9) },
  { words: "腊八节?", inYear: lunar(12, 8) },
  { words: "(?:国际)?妇女节|三八节", inYear: solar(3, 8) },
  { words: "植树节", inYear: solar(3, 12) },
  { words: "(?:国际)?消费者权益日|三一五", inYear: solar(3, 15) },
  { words: "愚人节", inYear: solar(4, 1) },
  { words: "五四青年节|青年节", inYear: solar(5, 4) },
  { words: "(?:国际)?儿童节|六一节", inYear: solar(6, 1) },
  { words: "建党节", inYear: solar(7, 1) },
  { words: "(?:八一)?建军节", inYear: solar(8, 1) },
  { words: "教师节", inYear: solar(9, 10) },
  { words: "万圣节", inYear: solar(10, 31) },
  { words: "光棍节|双十一", inYear: solar(11, 11) },
  { words: "澳门回归纪念日", inYear: solar(12, 20) },
  { words: "平安夜", inYear: solar(12, 24) },
  { words: "圣诞节?", inYear: solar(12, 25) },
  { words: "情人节|圣瓦伦丁节", inYear: solar(2, 14) },
  { words: "母亲节", inYear: nth(5, 2, 7) },
  { words: "父亲节", inYear: nth(6, 3, 7) },
  { words: "感恩节", inYear: nth(11, 4, 4) },
];
const BY_NUMBER: readonly Named[] = [
  { words: "五一", inYear: solar(5, 1), official: "劳动节" },
  { words: "十一", inYear: solar(10, 1), official: "国庆节" },
  { words: "六一", inYear: solar(6, 1) },
];

const WHOLE = NAMED.map((named) => ({ named, pattern: new RegExp(`^(?:${named.words})$`) }));
const namedBy = (name: string): Named | undefined => WHOLE.find(({ pattern }) => pattern.test(name))?.named;

const BREAK = "(?<off>_的?(?:小长假|长假|假期|黄金周|放假期间|放假|期间|休假))?";
const YEAR = `(?:(?:(?<year>${FOUR_DIGIT_YEAR}|\\d{2})_年|(?<relative>去年|今年|明年))_的?)?`;

const yearSaid = (
  groups: Readonly<Record<string, string | undefined>> | undefined,
  today: string,
): number | undefined => {
  if (groups?.year !== undefined) return yearOf(groups.year);
  const step = { 去年: -1, 今年: 0, 明年: 1 }[groups?.relative ?? ""];
  return step === undefined ? undefined : partsOf(today).year + step;
};

/** The year whose holiday is not over yet. */
export function openYear(
  inYear: InYear,
  { now, calendar }: Pick<Setting, "now" | "calendar">,
  official: string | undefined,
): number {
  const { year } = partsOf(now.date);
  const off = official === undefined ? undefined : calendar.holiday(official, year);
  const end = typeof off === "object" ? off.end : (inYear(year) ?? "");
  return end >= now.date ? year : year + 1;
}

function meaning({ inYear, official }: Named, match: RegExpExecArray, setting: Setting): Meaning | undefined {
  const said = yearSaid(match.groups, setting.now.date);
  if (match.groups?.off !== undefined && official !== undefined) {
    const year = said ?? openYear(inYear, setting, official);
    const off = setting.calendar.holiday(official, year);
    if (typeof off === "object")
      return { kind: "period", start: off.start, end: off.end, grain: "days", holiday: official };
    return { kind: "no-data", holiday: official, year };
  }
  const holiday = official ?? match[0];
  if (said === undefined) return { kind: "day", spec: { by: "yearly", inYear, holiday } };
  const date = inYear(said);
  return date === undefined
    ? undefined
    : {
        kind: "day",
        spec: { by: "yearly", inYear: (year) => (year === said ? date : undefined), holiday, year: said },
      };
}

const LUNAR_MONTHS: Readonly<Record<string, number>> = { 正月: 1, 大年: 1, 冬月: 11, 腊月: 12, 年: 1, 春节: 1 };
const LUNAR_DAY =
  "(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|[二三]十[一二三四五六七八九]?|廿[一二三四五六七八九]?)";

const lunarSpec = (month: number, day: number, year: number | undefined): DaySpec => {
  const inYear: InYear = (at) =>
    lunarDay(at, month, day) ?? (month === 12 && day === 30 ? lunarNewYearsEve(at + 1) : undefined);
  const date = year === undefined ? undefined : inYear(year);
  // A lunar 腊月 lies in the civil year after its own, so it is offered by the civil year it falls in.
  if (date !== undefined) return { by: "fixed", date };
  return {
    by: "yearly",
    lunar: true,
    inYear: (at) => [inYear(at), inYear(at - 1)].find((found) => found?.startsWith(String(at))),
  };
};

export const holidayWords: readonly Rule[] = [
  // One pattern for all names: a message costs one attempt a character, not thirty.
  rule("", `${YEAR}(?<name>${NAMED.map(({ words }) => words).join("|")})${BREAK}`, (match, setting) => {
    const named = namedBy(match.groups?.name ?? "");
    return named && meaning(named, match, setting);
  }),
  ...BY_NUMBER.map((named) =>
    rule(
      "",
      `${YEAR}(?:${named.words})(?=_(?:的?(?:小长假|长假|假期|黄金周|放假|期间|休假)|的?(?:值班|排班|带班|轮值)|的班|之?前|以前|之?后|以后|过后|节|当天|那天|去|回|出|要|想|请|我|[,。!?、]|$))(?:节)?${BREAK}`,
      (match, setting) => meaning(named, match, setting),
    ),
  ),
  rule(
    `${NUMERALS}农阴旧正腊冬大`,
    `(?:农历|阴历|旧历)?_(?:(?<year>${FOUR_DIGIT_YEAR})_年_?)?(?:农历|阴历|旧历)?_(?:(?<month>正月|腊月|冬月|大年)_?(?<day>${LUNAR_DAY})|(?<count>[一二三四五六七八九十]{1,2})月(?<first>初[一二三四五六七八九十]))`,
    (match) => {
      const { month, day, count, first, year } = match.groups ?? {};
      const number = month === undefined ? numberOf(count) : (LUNAR_MONTHS[month] ?? 1);
      const dayNumber = numberOf((day ?? first ?? "").replace("初", ""));
      const fixed = year === undefined ? undefined : yearOf(year);
      return { kind: "day", spec: lunarSpec(month === "大年" && dayNumber === 30 ? 12 : number, dayNumber, fixed) };
    },
  ),
  // 农历八月十五: the word 农历 makes a plain month lunar
  rule(
    "农阴旧",
    `(?:农历|阴历|旧历)_(?:(?<year>${FOUR_DIGIT_YEAR})_年_?)?(?<month>[一二三四五六七八九十]{1,2})月(?<day>${LUNAR_DAY}|十)`,
    (match) => ({
      kind: "day",
      spec: lunarSpec(
        numberOf(match.groups?.month),
        numberOf((match.groups?.day ?? "").replace("初", "")),
        match.groups?.year === undefined ? undefined : yearOf(match.groups.year),
      ),
    }),
  ),
  // 初五 alone is the new year's fifth; 初三 may be a school year, so it needs a verb or a stop behind it.
  rule(
    "初年",
    "年?初(?<day>[一二三四五六七八九十])(?=_(?:上班|回|走|到|至|请|开始|起|之?前|以前|之?后|以后|早|上午|下午|中午|晚|那天|当天|出发|去|才|就|[、,。!?~-]|$))",
    (match, { text }) =>
      /[上读念升在]\s?$/.test(leadOf(text, match.index)) && numberOf(match.groups?.day) <= 3
        ? undefined
        : { kind: "day", spec: lunarSpec(1, numberOf(match.groups?.day), undefined) },
  ),
];
