/**
 * The days a duty roster is about (值班的日子): a holiday's days off, a span, days one by one, whole weeks and weekends.
 *
 * Takes    the days read from a message, and the calendar. Returns each day once in order; a holiday whose days off are not
 *          known by its name and year alone.
 * Leaves   reading dates to lib/chinese-time, which of the days are rows of a roster to roster-read.ts.
 */
import type { Calendar } from "../lib/calendar.ts";
import type { DaysReading, TimeReading } from "../lib/chinese-time/reading.ts";
import { addDays, addMonths, daysBetween, daysInclusive, type IsoDate, isoDate, partsOf } from "../lib/dates.ts";
import type { Facts } from "../rules/slots.ts";

/** What the slots of the days can be. */
export type DutyDays = Pick<Facts, "dutyDays" | "holiday" | "holidayYear" | "holidayDays" | "workdays">;

/** A roster over more days is none of a holiday: it is asked for again. */
const longest = 62;

const numbered = /\d/;

/** The days named; nothing where none are. `near` is the day that a holiday without a year lies next to. */
export function dutyDaysOf(times: readonly TimeReading[], calendar: Calendar, near: IsoDate): DutyDays {
  const spans = times.filter((time) => time.kind === "days").filter(({ upTo }) => upTo !== true);
  const dated = spans.filter(({ words, holiday }) => numbered.test(words) && holiday === undefined);
  const meant = dated.length > 0 ? dated : spans;
  const problem = times.find((time) => time.kind === "problem" && time.problem === "no-holiday-data");
  if (meant.length === 0)
    return problem?.kind === "problem" && problem.problem === "no-holiday-data" && problem.holiday !== undefined
      ? { ...nothing, holiday: problem.holiday, holidayYear: problem.year }
      : {};
  const whole = meant.map((span) => daysOff(span, calendar, near));
  const unknown = whole.find(({ unknownYear }) => unknownYear !== undefined);
  if (unknown !== undefined) return { ...nothing, holiday: unknown.holiday, holidayYear: unknown.unknownYear };
  const length = times.find((time) => time.kind === "duration")?.days;
  const days = [...new Set(whole.flatMap(({ days }) => days))].toSorted();
  const [first] = days;
  // 从10月1日开始排7天: the length belongs to the one day that was said.
  const all =
    first !== undefined && days.length === 1 && whole[0]?.holiday === undefined && Number.isInteger(length)
      ? run(first, addDays(first, (length ?? 1) - 1))
      : days;
  return all.length > longest ? nothing : { ...nothing, ...named(all, meant[0]?.length?.days ?? length, calendar) };
}

/** Said anew, the days of before hold no longer. */
const nothing: DutyDays = {
  dutyDays: undefined,
  holiday: undefined,
  holidayYear: undefined,
  holidayDays: undefined,
  workdays: undefined,
};

/** The days with the holiday that they all belong to, the length it was said to have, and how many of them are workdays. */
function named(days: readonly IsoDate[], length: number | undefined, calendar: Calendar): DutyDays {
  const names = new Set(days.map((day) => calendar.holidayName(day)));
  const [holiday] = names;
  const workdays = days.filter((day) => calendar.isWorkday(day) === true).length;
  return {
    dutyDays: [...days],
    ...(names.size === 1 && holiday !== undefined ? { holiday } : {}),
    ...(names.size === 1 && holiday !== undefined && Number.isInteger(length) ? { holidayDays: length } : {}),
    ...(workdays > 0 ? { workdays } : {}),
  };
}

interface Off {
  readonly days: readonly IsoDate[];
  readonly holiday?: string;
  readonly unknownYear?: number;
}

/** 国庆 is all its days off; 国庆前一天 and a date are what they are. */
function daysOff(span: DaysReading, calendar: Calendar, near: IsoDate): Off {
  if (span.separate !== undefined) {
    const each = span.separate.map((day) => calendar.holidayName(day));
    if (span.holiday === undefined || each.includes(undefined)) return { days: span.separate };
    return {
      days: span.separate.flatMap((day, at) => whole(each[at] ?? "", day, calendar, near).days),
      holiday: span.holiday,
    };
  }
  const { holiday, words, start, end } = span;
  if (holiday === undefined || /[前后]|第|最后/.test(words)) return { days: run(start, end) };
  const saidYear = /年(?!三十)/.test(words);
  // On a day within it, and for a roster of days gone by, the holiday of that year is meant and not the next.
  const open = calendar.holiday(holiday, partsOf(near).year);
  const here = typeof open === "object" && !saidYear && near <= open.end ? open.start : start;
  return whole(holiday, here, calendar, near);
}

function whole(holiday: string, day: IsoDate, calendar: Calendar, near: IsoDate): Off {
  const { year } = partsOf(day);
  const off = calendar.holiday(holiday, year);
  // 元宵 is in no notice: nobody is off, whatever the next one will say.
  if (off === "unknown-year" && calendar.holiday(holiday, partsOf(near).year) === undefined) return { days: [day] };
  if (off === "unknown-year") return { days: [], holiday, unknownYear: year };
  return off === undefined ? { days: [day] } : { days: run(off.start, off.end), holiday };
}

/** Every day from one to another; no more than are looked at. */
function run(start: IsoDate, end: IsoDate): readonly IsoDate[] {
  const length = Math.min(Math.max(daysInclusive(start, end), 0), longest + 1);
  return Array.from({ length }, (_, at) => addDays(start, at));
}

/** The days of a row of a roster: 2日 is of the month of the row before, 10月1日 in November was a month ago. */
export function rowDays(span: DaysReading, before: IsoDate | undefined, today: IsoDate): readonly IsoDate[] {
  const { words, start, end } = span;
  if (/^\d{1,2}[号日]/.test(words) && before !== undefined) {
    const { year, month } = partsOf(before);
    const here = isoDate(year, month, partsOf(start).day);
    const moved = here >= before ? here : addMonths(here, 1);
    return run(moved, addDays(moved, daysBetween(start, end)));
  }
  const last = addMonths(start, -12);
  const gone = !/\d{4}|年/.test(words) && daysBetween(last, before ?? today) <= recently;
  return gone ? run(last, addMonths(end, -12)) : run(start, end);
}

/** A roster is drawn up ahead, and looked at for as long again when its days are over. */
const recently = 62;
