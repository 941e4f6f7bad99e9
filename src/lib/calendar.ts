/**
 * Workdays and statutory holidays of China, as the yearly notices of the State Council set them.
 *
 * Takes    data/calendar.json: for each year its notice, the days off and the make-up workdays.
 * Returns  a Calendar; every answer about a year without a notice is "unknown-year", never a guess.
 * Leaves   lunar days to chinese-time/lunar.ts, what counts as leave to rules/.
 */
import { z } from "zod";
import { addDays, type IsoDate, isRealDate, partsOf, weekday } from "./dates.ts";
import { readJson } from "./read-json.ts";

export interface Holiday {
  readonly name: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
}

export interface CalendarSource {
  readonly issuer: string;
  readonly title: string;
  readonly number?: string | undefined;
}

export interface Calendar {
  /** Whether people work on that day; weekends and make-up days are counted in. */
  isWorkday(date: IsoDate): boolean | "unknown-year";
  /** Workdays of a span, both ends included, and the years that could not be counted. */
  workdays(start: IsoDate, end: IsoDate): { readonly days: number; readonly unknownYears: readonly number[] };
  /** The `count`-th workday, the first being `start` itself or the next workday after it. */
  nthWorkday(start: IsoDate, count: number): IsoDate | "unknown-year";
  /** The holiday that the day is off for, if any. */
  holidayName(date: IsoDate): string | undefined;
  /** First and last day off of a holiday of that year; nothing if the notice has no such holiday. */
  holiday(name: string, year: number): Holiday | "unknown-year" | undefined;
  /** The notice that the year's days come from. */
  source(year: number): CalendarSource | undefined;
}

const isoDay = z.string().refine(isRealDate, "expected a real date, YYYY-MM-DD");
const calendarFile = z.object({
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.object({
      source: z.object({ issuer: z.string(), title: z.string(), number: z.string().optional() }),
      holidays: z.array(z.object({ name: z.string(), start: isoDay, end: isoDay, makeUpWorkdays: z.array(isoDay) })),
    }),
  ),
});
export type CalendarYears = z.infer<typeof calendarFile>["years"];

/** Opens the calendar file; a broken one is a DataError with the place and the problem. */
export function openCalendar(file: string): Calendar {
  return calendarOf(readJson(file, calendarFile).years);
}

/** A calendar of years that are already in memory. */
export function calendarOf(years: CalendarYears): Calendar {
  const offDays = new Map<IsoDate, string>();
  const makeUpDays = new Set<IsoDate>();
  for (const { holidays } of Object.values(years)) {
    for (const { name, start, end, makeUpWorkdays } of holidays) {
      // The shorter holiday inside a longer one (中秋 in 国庆 2025) comes later in the file and keeps its name.
      for (let date = start; date <= end; date = addDays(date, 1)) offDays.set(date, name);
      for (const date of makeUpWorkdays) makeUpDays.add(date);
    }
  }
  const known = (year: number) => years[String(year)] !== undefined;

  function isWorkday(date: IsoDate): boolean | "unknown-year" {
    if (makeUpDays.has(date)) return true;
    if (offDays.has(date)) return false;
    return known(partsOf(date).year) ? weekday(date) <= 5 : "unknown-year";
  }

  function workdays(start: IsoDate, end: IsoDate) {
    let days = 0;
    const unknownYears = new Set<number>();
    for (let date = start; date <= end; date = addDays(date, 1)) {
      const works = isWorkday(date);
      if (works === "unknown-year") unknownYears.add(partsOf(date).year);
      else if (works) days += 1;
    }
    return { days, unknownYears: [...unknownYears] };
  }

  function nthWorkday(start: IsoDate, count: number): IsoDate | "unknown-year" {
    let left = count;
    for (let date = start; ; date = addDays(date, 1)) {
      const works = isWorkday(date);
      if (works === "unknown-year") return works;
      if (works) left -= 1;
      if (left <= 0) return date;
    }
  }

  function holiday(name: string, year: number): Holiday | "unknown-year" | undefined {
    const notice = years[String(year)];
    if (!notice) return "unknown-year";
    const found = notice.holidays.find((one) => one.name === name);
    return found && { name, start: found.start, end: found.end };
  }

  return {
    isWorkday,
    workdays,
    nthWorkday,
    holiday,
    holidayName: (date) => offDays.get(date),
    source: (year) => years[String(year)]?.source,
  };
}
