/**
 * Counting days on from a start, half days and workdays included.
 *
 * Takes    a start (with its half) and a length.
 * Returns  the end (with its half), or why it cannot be known.
 * Leaves   which lengths belong to which starts to combine.ts.
 */
import type { Calendar } from "../calendar.ts";
import { addDays, addMonths, type IsoDate, partsOf } from "../dates.ts";
import type { Half, Length } from "./reading.ts";

export interface Run {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly startHalf?: Half;
  readonly endHalf?: Half;
}

export type Counted =
  | { readonly kind: "run"; readonly run: Run; readonly halfGuessed: boolean }
  | { readonly kind: "half-unknown" }
  | { readonly kind: "unknown-year"; readonly year: number }
  | { readonly kind: "no-days" };

/** The same day so much later; half months are fifteen days, half years six months. */
export function later(date: IsoDate, length: Length, sign: 1 | -1 = 1): IsoDate {
  const months = (length.years ?? 0) * 12 + (length.months ?? 0);
  const wholeMonths = Math.floor(months);
  const days = (length.weeks ?? 0) * 7 + (length.days ?? 0) + (months - wholeMonths) * 30;
  return addDays(addMonths(date, sign * wholeMonths), sign * Math.round(days));
}

/** True for a length that is made of days or more. */
export const hasDays = ({ years, months, weeks, days, workdays }: Length) =>
  [years, months, weeks, days, workdays].some((value) => value !== undefined);

export function run(start: IsoDate, startHalf: Half | undefined, length: Length, calendar: Calendar): Counted {
  if (!hasDays(length)) return { kind: "no-days" };
  if (length.workdays !== undefined) return workdayRun(start, startHalf, length.workdays, calendar);
  if (length.months !== undefined || length.years !== undefined) {
    return {
      kind: "run",
      halfGuessed: false,
      run: ended(start, startHalf, addDays(later(start, length), -1), undefined),
    };
  }
  const days = (length.days ?? 0) + (length.weeks ?? 0) * 7;
  if (days < 0.5) return { kind: "no-days" };
  if (days === 0.5 && startHalf === undefined) return { kind: "half-unknown" };
  // Half days are counted one by one: 明天下午 + 一天半 ends with 后天 whole.
  const first = startHalf === "pm" ? 1 : 0;
  const last = first + Math.round(days * 2) - 1;
  const end = addDays(start, Math.floor(last / 2));
  const endHalf = last % 2 === 0 ? "am" : end === start && first === 1 ? "pm" : undefined;
  return {
    kind: "run",
    run: ended(start, startHalf, end, endHalf),
    halfGuessed: endHalf === "am" && startHalf === undefined,
  };
}

function ended(start: IsoDate, startHalf: Half | undefined, end: IsoDate, endHalf: Half | undefined): Run {
  const wholeFirst = startHalf === "am" && !(start === end && endHalf === "am");
  return {
    start,
    end,
    ...(startHalf && !wholeFirst ? { startHalf } : {}),
    ...(endHalf && !(wholeFirst && endHalf === "pm") ? { endHalf } : {}),
  };
}

function workdayRun(start: IsoDate, startHalf: Half | undefined, workdays: number, calendar: Calendar): Counted {
  const end = calendar.nthWorkday(start, Math.ceil(workdays + (startHalf === "pm" ? 0.5 : 0)));
  if (end === "unknown-year") return { kind: "unknown-year", year: firstUnknownYear(start, calendar) };
  const half = (workdays + (startHalf === "pm" ? 0.5 : 0)) % 1 !== 0;
  return {
    kind: "run",
    run: ended(start, startHalf, end, half ? "am" : undefined),
    halfGuessed: half && startHalf === undefined,
  };
}

function firstUnknownYear(start: IsoDate, calendar: Calendar): number {
  const { year } = partsOf(start);
  return calendar.source(year) === undefined ? year : year + 1;
}
