/**
 * Chooses the date of a day that its own words leave open: 25号, 12月3日, 周三, 国庆.
 *
 * Takes    the day's spec, today, which way the talk leans, and the day or week it follows.
 * Returns  the date and what is doubtful about it, or the day that no calendar has.
 * Why      the nearest future day, unless the talk is of the past; behind 到, the first such day from the start on.
 */
import { addDays, addMonths, daysBetween, type IsoDate, partsOf, realDate, weekday } from "../dates.ts";
import type { DaySpec } from "./piece.ts";
import type { Doubt } from "./reading.ts";

export interface Context {
  readonly today: IsoDate;
  readonly lean: "future" | "past";
  /** The start of a range, when the day is its end, or the day before it in a list. */
  readonly after?: IsoDate | undefined;
  /** Monday of the week that the message has named: 下周出差,周一走. */
  readonly week?: IsoDate | undefined;
}

export type Resolved =
  | { readonly kind: "date"; readonly date: IsoDate; readonly doubts: readonly Doubt[] }
  | { readonly kind: "missing"; readonly year?: number; readonly month: number; readonly day: number };

const found = (date: IsoDate, ...doubts: Doubt[]): Resolved => ({ kind: "date", date, doubts });

/** Half a year: a date further ahead than this may well have been meant as past. */
const FAR_DAYS = 183;

export function resolve(spec: DaySpec, context: Context): Resolved {
  switch (spec.by) {
    case "fixed":
      return found(spec.date);
    case "missing":
      return {
        kind: "missing",
        month: spec.month,
        day: spec.day,
        ...(spec.year === undefined ? {} : { year: spec.year }),
      };
    case "weekly":
      return weekly(spec.weekday, context);
    case "monthly":
      return monthly(spec.day, context);
    case "yearly":
      return yearly(spec, context);
  }
}

function weekly(day: number, { today, lean, after, week }: Context): Resolved {
  if (after !== undefined) return found(addDays(after, (day - weekday(after) + 7) % 7));
  if (week !== undefined) return found(addDays(week, day - 1));
  const ahead = (day - weekday(today) + 7) % 7;
  if (lean === "past") return found(addDays(today, ahead === 0 ? 0 : ahead - 7));
  return ahead === 0 ? found(today, "week") : found(addDays(today, ahead));
}

function monthly(day: number, { today, lean, after }: Context): Resolved {
  const base = after ?? today;
  const step = after === undefined && lean === "past" ? -1 : 1;
  const first = `${base.slice(0, 8)}01`;
  for (let months = 0; months < 4; months++) {
    const { year, month } = partsOf(addMonths(first, months * step));
    const date = realDate(year, month, day);
    if (date === undefined) continue;
    if (step > 0 ? date >= base : date <= base) return found(date);
    // Behind 到 an earlier day of the same month is kept, so that 10号到8号 can be questioned.
    if (after !== undefined && daysBetween(after, addMonths(date, 1)) > 16) return found(date);
  }
  return { kind: "missing", month: partsOf(base).month, day };
}

function yearly(spec: Extract<DaySpec, { by: "yearly" }>, { today, lean, after }: Context): Resolved {
  const { inYear } = spec;
  const told = spec.year === undefined ? undefined : inYear(spec.year);
  if (told !== undefined) return found(told);
  const base = after ?? today;
  const { year } = partsOf(base);
  if (after !== undefined) {
    const same = inYear(year);
    const next = inYear(year + 1);
    if (same !== undefined && same >= after) return found(same);
    if (next !== undefined && daysBetween(after, next) <= FAR_DAYS) return found(next);
    if (same !== undefined) return found(same);
  }
  const step = lean === "past" ? -1 : 1;
  for (let years = 0; Math.abs(years) <= 8; years += step) {
    const date = inYear(year + years);
    if (date === undefined) continue;
    if (step > 0 ? date >= base : date <= base) {
      const named = spec.holiday !== undefined || spec.lunar === true;
      const far = step > 0 && !named && daysBetween(today, date) > FAR_DAYS;
      return far ? found(date, "year") : found(date);
    }
  }
  const { month, day } = partsOf(base);
  return { kind: "missing", month, day };
}
