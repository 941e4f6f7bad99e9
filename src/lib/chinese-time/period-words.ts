/**
 * Stretches that have a name: 下周, 这周末, 上个月, 3月份, 2026年, 第一季度, 12月上旬, 月底.
 *
 * Takes    folded text where such a word may start.
 * Returns  period pieces with first and last day; 月底 and 年底 are their last day, marked as loose.
 * Leaves   holidays to holiday-words.ts, 上两周 and 三天后 to join.ts.
 */
import { addDays, addMonths, daysInMonth, isoDate, mondayOf, partsOf } from "../dates.ts";
import { numberOf, yearOf } from "./numbers.ts";
import { FOUR_DIGIT_YEAR, leadOf, type Meaning, MONTH, NUMERALS, type Rule, rule, WEEK } from "./piece.ts";
import type { Grain } from "./reading.ts";

const YEARS: Readonly<Record<string, number>> = {
  前年: -2,
  去年: -1,
  上年: -1,
  上一年: -1,
  今年: 0,
  本年: 0,
  本年度: 0,
  这一年: 0,
  明年: 1,
  下年: 1,
  下一年: 1,
  来年: 1,
  后年: 2,
};
const steps = (word: string): number =>
  /^上上/.test(word) ? -2 : /^上/.test(word) ? -1 : /^下下/.test(word) ? 2 : /^下/.test(word) ? 1 : 0;

const lastOfMonth = (year: number, month: number) => isoDate(year, month, daysInMonth(year, month));

const period = (start: string, end: string, grain: Grain, yearly = false): Meaning => ({
  kind: "period",
  start,
  end,
  grain,
  ...(yearly ? { yearly } : {}),
});

export const monthOf = (year: number, month: number, yearly = false): Meaning =>
  period(isoDate(year, month, 1), lastOfMonth(year, month), "month", yearly);
const yearPeriod = (year: number): Meaning => period(isoDate(year, 1, 1), isoDate(year, 12, 31), "year");
const months = (year: number, first: number, last: number, grain: Grain): Meaning =>
  period(isoDate(year, first, 1), lastOfMonth(year, last), grain);

const weekFrom = (today: string, weeks: number) => addDays(mondayOf(today), weeks * 7);

const STEP = "(?<step>上上个?|下下个?|上一?个?|下一?个?|这一?个?|本|今个?|当)";
const RELATIVE_YEAR = "(?<relative>前年|去年|上一?年|今年|本年度?|这一年|明年|下一?年|来年|后年)";
const YEAR = `(?:(?<year>${FOUR_DIGIT_YEAR})_年|${RELATIVE_YEAR})_(?:度|的)?_`;

const yearIn = (
  groups: Readonly<Record<string, string | undefined>> | undefined,
  today: string,
): number | undefined => {
  if (groups?.year !== undefined) return yearOf(groups.year);
  return groups?.relative === undefined ? undefined : partsOf(today).year + (YEARS[groups.relative] ?? 0);
};

/** The month of 12月: this year's if it is not over, else next year's; with lean past, the last one begun. */
function openMonth(month: number, today: string, lean: "future" | "past"): Meaning {
  const { year, month: current } = partsOf(today);
  if (lean === "past") return monthOf(month <= current ? year : year - 1, month, true);
  return monthOf(month >= current ? year : year + 1, month, true);
}

const TEN_DAYS: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  中旬: [11, 20],
  初: [1, 10],
  中: [11, 20],
};

export const periodWords: readonly Rule[] = [
  rule("上下这本今当", `${STEP}_${WEEK}(?!末|[一二三四五六日天1-7]|岁|年|边|围|期(?!内|间))`, (match, { now }) => {
    const monday = weekFrom(now.date, steps(match.groups?.step ?? ""));
    return period(monday, addDays(monday, 6), "week");
  }),
  rule("上下这本今当周双", `${STEP}?_(?:(?:周|星期|礼拜)末|双休日)`, (match, { now }) => {
    const saturday = addDays(weekFrom(now.date, steps(match.groups?.step ?? "")), 5);
    return period(saturday, addDays(saturday, 1), "weekend");
  }),
  rule("上下", "(?<half>上|下)半周", (match, { now }) => {
    const monday = weekFrom(now.date, 0);
    return match.groups?.half === "上"
      ? period(monday, addDays(monday, 2), "days")
      : period(addDays(monday, 3), addDays(monday, 6), "days");
  }),
  rule("上下", "(?<half>上|下)半(?:个)?月", (match, { now }) => {
    const { year, month } = partsOf(now.date);
    return match.groups?.half === "上"
      ? period(isoDate(year, month, 1), isoDate(year, month, 15), "half-month")
      : period(isoDate(year, month, 16), lastOfMonth(year, month), "half-month");
  }),
  rule(
    "上下这本今当",
    `${STEP}_月(?!底|末|初|中|亮|饼|份的|旬|上旬|下旬|[一二三四五六七八九十\\d])`,
    (match, { now }) => {
      const { year, month } = partsOf(addMonths(`${now.date.slice(0, 8)}01`, steps(match.groups?.step ?? "")));
      return monthOf(year, month);
    },
  ),
  // 月底, 下个月底, 12月底, 本月中旬
  rule(
    `${NUMERALS}上下这本今当月`,
    `(?:${YEAR})?(?:${STEP}_月|(?<month>${MONTH})_月_(?:份)?|月)_的?(?<part>底|末|初|中(?!午|旬)|上旬|中旬|下旬)`,
    (match, { now, lean }) => {
      const { step, month, part = "" } = match.groups ?? {};
      const said = yearIn(match.groups, now.date);
      const at =
        step !== undefined || month === undefined
          ? partsOf(addMonths(`${now.date.slice(0, 8)}01`, steps(step ?? "")))
          : undefined;
      const named = openMonth(numberOf(month), now.date, lean);
      const openYear =
        named.kind === "period" && month !== undefined ? partsOf(named.start).year : partsOf(now.date).year;
      const [year, number] = [said ?? at?.year ?? openYear, at?.month ?? numberOf(month)];
      if (part === "底" || part === "末")
        return { kind: "day", spec: { by: "fixed", date: lastOfMonth(year, number) }, doubt: "loose-period" };
      if (part === "下旬") return period(isoDate(year, number, 21), lastOfMonth(year, number), "ten-days");
      const [first, last] = TEN_DAYS[part] ?? [1, 10];
      return period(isoDate(year, number, first), isoDate(year, number, last), "ten-days");
    },
  ),
  rule(
    "年前去今本明后岁",
    "(?<relative>前年|去年|今年|本年|明年|后年)?_(?:的)?(?:年|岁)(?<part>底|末|初|终)(?!总|考|述|奖|评)",
    (match, { now }) => {
      const year = yearIn(match.groups, now.date) ?? partsOf(now.date).year;
      if (match.groups?.part === "初") return monthOf(year, 1);
      return { kind: "day", spec: { by: "fixed", date: isoDate(year, 12, 31) }, doubt: "loose-period" };
    },
  ),
  rule(
    `${NUMERALS}前去上今本这明下来后`,
    `(?:${YEAR})?(?<month>${MONTH})_月_(?:份)?(?!_[\\d一二三四五六七八九十初]|底|末|初|上旬|中旬|下旬|饼)`,
    (match, { now, lean }) => {
      const year = yearIn(match.groups, now.date);
      const month = numberOf(match.groups?.month);
      return year === undefined ? openMonth(month, now.date, lean) : monthOf(year, month);
    },
  ),
  rule(`第${NUMERALS}前去上今本这明下来后`, `(?:${YEAR})?第?(?<quarter>[一二三四1-4])季度?`, (match, { now }) => {
    const quarter = numberOf(match.groups?.quarter);
    return months(yearIn(match.groups, now.date) ?? partsOf(now.date).year, quarter * 3 - 2, quarter * 3, "quarter");
  }),
  rule("上下这本", "(?<step>上个?|下个?|这个?|本)季度", (match, { now }) => {
    const { year, month } = partsOf(addMonths(`${now.date.slice(0, 8)}01`, steps(match.groups?.step ?? "") * 3));
    const first = Math.floor((month - 1) / 3) * 3 + 1;
    return months(year, first, first + 2, "quarter");
  }),
  rule(`${NUMERALS}前去上今本这明下来后`, `(?:${YEAR})?(?<half>上|下|前|后)个?半年`, (match, { now }) => {
    const year = yearIn(match.groups, now.date) ?? partsOf(now.date).year;
    return /上|前/.test(match.groups?.half ?? "") ? months(year, 1, 6, "half-year") : months(year, 7, 12, "half-year");
  }),
  rule("前去上今本这明下来后", `${RELATIVE_YEAR}(?!底|末|初|终|级|以来的?)`, (match, { now }) => {
    const year = yearIn(match.groups, now.date);
    return year === undefined ? undefined : yearPeriod(year);
  }),
  rule(
    NUMERALS,
    `(?:(?<year>${FOUR_DIGIT_YEAR}|[1-9]\\d{2})_年|(?<short>0\\d|零[一二三四五六七八九])_年)(?:度)?(?!_[\\d一二三四五六七八九十]{1,2}_月|级|代|底|末|初)`,
    (match) => yearPeriod(yearOf(match.groups?.year ?? match.groups?.short ?? "")),
  ),
  // 从2016到2018, 1995-1997年: a bare year counts only beside another
  rule("12", "(?<year>[12]\\d{3})(?=_(?:到|至|-|~|—|–)_[12]\\d{3}(?!\\d))", (match, { text, before }) => {
    const named = /^[^年]{4,10}年/.test(text.slice(match.index + 4, match.index + 16)) || before?.kind === "link";
    return named ? yearPeriod(Number(match.groups?.year)) : undefined;
  }),
  rule("12", "(?<year>[12]\\d{3})(?![\\d.:/年]|_[-/]\\d)", (match, { before, text }) =>
    before?.kind === "link" &&
    before.link === "to" &&
    /[12]\d{3}_?\s?(?:到|至|-|~|—|–)\s?$/.test(leadOf(text, match.index))
      ? yearPeriod(Number(match.groups?.year))
      : undefined,
  ),
  rule(
    `${NUMERALS}上本这`,
    "(?:(?<relative>上个?|本|这个?)世纪|(?<century>\\d{1,2}|[一二]?十?[一二三四五六七八九]|十|二十)_世纪)?(?<decade>\\d0|[一二三四五六七八九]十)_年代",
    (match, { now, lean }) => {
      const { relative, century, decade } = match.groups ?? {};
      const current = Math.floor(partsOf(now.date).year / 100);
      const tens = numberOf(decade);
      const open = lean === "future" && tens <= partsOf(now.date).year % 100 ? current : current - 1;
      const hundreds =
        century !== undefined
          ? numberOf(century) - 1
          : relative === undefined
            ? open
            : current - (relative.startsWith("上") ? 1 : 0);
      const first = hundreds * 100 + tens;
      return period(isoDate(first, 1, 1), isoDate(first + 9, 12, 31), "decade");
    },
  ),
];
