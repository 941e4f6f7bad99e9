/**
 * Dates with numbers: 2026年12月3日, 12月3-5号, 25、26号, 12/21-23, 12.3, 2026-12-03, 下个月3号.
 *
 * Takes    folded text at a figure, or at a word that names a month or year.
 * Returns  day pieces; what the words do not name (year, month) stays open.
 * Leaves   months and years as a whole to period-words.ts, lunar dates to holiday-words.ts.
 * Why      a number is only a date if nothing behind it counts or names something else: 25号楼, 3.5天, 2/3以上.
 */
import { addMonths, partsOf, realDate } from "../dates.ts";
import { numberOf, yearOf } from "./numbers.ts";
import {
  DAY,
  type DaySpec,
  DIGITS,
  FOUR_DIGIT_YEAR,
  leadOf,
  type Meaning,
  MONTH,
  NUMERALS,
  type Rule,
  rule,
} from "./piece.ts";

const dated = (year: number, month: number, day: number): DaySpec => {
  const date = realDate(year, month, day);
  return date === undefined ? { by: "missing", year, month, day } : { by: "fixed", date };
};

/** A month and day without its year; a day that the month never has is fixed, so that it can be refused. */
export const yearly = (month: number, day: number): DaySpec =>
  realDate(2028, month, day) === undefined
    ? { by: "missing", month, day }
    : { by: "yearly", inYear: (year) => realDate(year, month, day) };

/** Reads 3, 3-5 or 3、5、7 behind one month: the days with what holds them together. */
function inMonth(days: string, at: (day: number) => DaySpec): Meaning | undefined {
  const parts = days.split(/(\s*(?:到|至|-|~|—+|–)\s*|\s*[、,和及跟与]\s*)/);
  const specs = parts.filter((_, index) => index % 2 === 0).map((word) => at(numberOf(word.replace(/[日号\s]/g, ""))));
  const [spec, ...more] = specs;
  if (spec === undefined) return undefined;
  if (more.length === 0) return { kind: "day", spec };
  const isRange = /到|至|-|~|—|–/.test(parts[1] ?? "");
  if (!isRange) return { kind: "day", spec, more };
  const [until] = more;
  return until && more.length === 1 ? { kind: "day", spec, until } : undefined;
}

const DAYS = `${DAY}(?:_(?:到|至|-|~|—+|–|、|和|及|跟|与)_${DAY}(?!\\d|_月|[./-]\\d)){0,7}`;
const LOOSE_DAY = "(?:\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])";
/** What turns D号 into a name or a number of something else. */
const NOT_A_DAY =
  '(?![”"」』》]|楼|线|院|门|馆|店|机(?!票|场)|车(?!票|去|走)|文|令|路|桌|房|会议室|信箱|码|仓|台|厅|窗|柜|球|地块|提案|议案|选手|床|坑|井|站|库)';
const NOT_COUNTED = "(?!_[\\d天个人次万亿千百元块年月小时%倍米公吨折分级版亩名位项条页楼])(?!\\.\\d)";

const fractionBefore = /[占达过满够足]\s*$/;

const monthOf = (word: string, date: string): { year: number; month: number } => {
  const shift = word.startsWith("上上")
    ? -2
    : word.startsWith("上")
      ? -1
      : word.startsWith("下下")
        ? 2
        : word.startsWith("下")
          ? 1
          : 0;
  return partsOf(addMonths(`${date.slice(0, 8)}01`, shift));
};

const YEARS: Readonly<Record<string, number>> = {
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
  下年: 1,
  后年: 2,
};

const inYearOf = (groups: Readonly<Record<string, string | undefined>>, today: string): number | undefined => {
  if (groups.year !== undefined) return yearOf(groups.year);
  return groups.relative === undefined ? undefined : partsOf(today).year + (YEARS[groups.relative] ?? 0);
};

const YEAR = `(?:(?<year>${FOUR_DIGIT_YEAR}|\\d{2}|[零〇一二][零〇一二三四五六七八九])_年_的?|(?<relative>前年|去年|上年|今年|本年|明年|下年|后年)_的?)`;

export const dateWords: readonly Rule[] = [
  rule(
    `${NUMERALS}前去上今本明下后`,
    `${YEAR}?(?<month>${MONTH})_月_(?:份的?)?(?<days>${DAYS})(?:_(?:日|号)|(?![\\d天个人次万亿千百元块年月小点时%]))`,
    (match, { now, text }) => {
      const groups = match.groups ?? {};
      const month = numberOf(groups.month);
      // 十月一 is a date only when nothing that is counted follows: 十月一次.
      if (
        !/[日号]$/.test(match[0]) &&
        /^[份的]|^[一-龥]?[次回批项桌顿]/.test(
          text.slice(match.index + match[0].length, match.index + match[0].length + 2),
        )
      )
        return undefined;
      const year = inYearOf(groups, now.date);
      return inMonth(groups.days ?? "", (day) => (year === undefined ? yearly(month, day) : dated(year, month, day)));
    },
  ),
  // 2月30日: read, so that it can be refused
  rule(NUMERALS, `${YEAR}?(?<month>${MONTH})_月_(?<day>${LOOSE_DAY})_(?:日|号)`, (match, { now }) => {
    const year = inYearOf(match.groups ?? {}, now.date);
    const month = numberOf(match.groups?.month);
    const day = numberOf(match.groups?.day);
    return { kind: "day", spec: year === undefined ? yearly(month, day) : dated(year, month, day) };
  }),
  rule(
    "上下这本当今去明",
    `(?<relative>去年|今年|明年)?(?<word>上上个?|上个?|下下个?|下个?|这个?|本|当|今个?)月_的?(?<days>${DAYS})_(?:日|号)${NOT_A_DAY}`,
    (match, { now }) => {
      const at = monthOf(match.groups?.word ?? "", now.date);
      const year = at.year + (YEARS[match.groups?.relative ?? ""] ?? 0);
      return inMonth(match.groups?.days ?? "", (day) => dated(year, at.month, day));
    },
  ),
  rule(NUMERALS, `(?<days>${DAYS})_(?:日|号)(?!_(?:之?内|以内|游))${NOT_A_DAY}`, (match, { text }) => {
    if (/[请休假共期计第]\s*$/.test(leadOf(text, match.index)) && match[0].endsWith("日")) return undefined;
    return inMonth(match.groups?.days ?? "", (day) => ({ by: "monthly", day }));
  }),
  // 27、28两天: the count behind the list stands for 号
  rule(NUMERALS, `(?<days>${DAY}(?:[、和,]${DAY}){1,5})(?=_?[两二三四五六2-6]_?天)`, (match) =>
    inMonth(match.groups?.days ?? "", (day) => ({ by: "monthly", day })),
  ),
  rule(
    DIGITS,
    "(?<year>\\d{4})(?<dash>_-_|_/_|\\.| )(?<month>1[0-2]|0?[1-9])\\k<dash>(?<day>3[01]|[12]\\d|0?[1-9])(?!\\d)",
    (match) => ({
      kind: "day",
      spec: dated(Number(match.groups?.year), Number(match.groups?.month), Number(match.groups?.day)),
    }),
  ),
  // 3-7-2017, 05/05/89: the day first; 10/31/74 has only one possible order
  rule(
    DIGITS,
    "(?<a>\\d{1,2})(?<dash>[-/.])(?<b>\\d{1,2})\\k<dash>(?<c>\\d{4}|\\d{2}|\\d)(?![\\d./]|-\\d+(?![\\d/]))",
    (match) => {
      const { a = "", b = "", c = "", dash } = match.groups ?? {};
      const yearFirst = dash === "-" && c.length <= 2 && !(c.length === 2 && a.length === 1);
      if (c.length === 1 && !yearFirst) return undefined;
      const year = yearOf((yearFirst ? a : c).padStart(2, "0"));
      const [day, month] = yearFirst
        ? [Number(c), Number(b)]
        : Number(b) > 12
          ? [Number(b), Number(a)]
          : [Number(a), Number(b)];
      const date = realDate(year, month, day);
      return date === undefined ? undefined : { kind: "day", spec: { by: "fixed", date } };
    },
  ),
  rule(
    DIGITS,
    `(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12]\\d|0?[1-9])(?!\\d|/)(?:_[-~至到]_(?<until>3[01]|[12]\\d|0?[1-9])(?![\\d/.]|_月))?(?:日|号)?(?!以上|以下|多数|左右|的)${NOT_COUNTED}`,
    (match, { text }) => {
      if (fractionBefore.test(leadOf(text, match.index))) return undefined;
      const month = Number(match.groups?.month);
      const spec = yearly(month, Number(match.groups?.day));
      if (match.groups?.until === undefined) return { kind: "day", spec };
      return { kind: "day", spec, until: yearly(month, Number(match.groups.until)) };
    },
  ),
  rule(
    DIGITS,
    `(?<month>1[0-2]|0?[1-9])\\.(?<day>3[01]|[12]\\d|0?[1-9])(?![\\d.])(?:_[-~至到]_(?<until>3[01]|[12]\\d|0?[1-9])(?![\\d/.]|_月))?(?:日|号)?(?!以上|以下|左右|[kw万千])${NOT_COUNTED}`,
    (match, { text, before }) => {
      // 3.5 alone may be any number: a date needs the start of a clause, 从 or 到 before it, or a day behind it.
      const lead = leadOf(text, match.index);
      if (!/(?:^|[,。;:!?\s从自到至由于在请、和报去期=-])$/.test(lead) && before === undefined) return undefined;
      if (/[¥$v]\s*$/.test(lead)) return undefined;
      const month = Number(match.groups?.month);
      const spec = yearly(month, Number(match.groups?.day));
      if (match.groups?.until === undefined) return { kind: "day", spec };
      return { kind: "day", spec, until: yearly(month, Number(match.groups.until)) };
    },
  ),
];
