/**
 * Days and stretches counted inside a period: 十月第一个星期一, 2021年的第二周, 明年第九个月, 下个月前10天, 今年最后3周.
 *
 * Takes    a period and the pieces behind it.
 * Returns  the day or the stretch as a piece that stands for both, so that ranges may begin or end with it.
 * Leaves   第一个工作日 to anchor.ts, because the calendar may not know it.
 */
import { addDays, addMonths, daysInMonth, type IsoDate, isoDate, mondayOf, partsOf, weekday } from "../dates.ts";
import { later } from "./count.ts";
import type { Meaning, Piece } from "./piece.ts";
import type { Length } from "./reading.ts";

type Period = Extract<Piece, { kind: "period" }>;
type Ordinal = Extract<Piece, { kind: "ordinal" }>;

const day = (date: IsoDate, end: IsoDate): Meaning | undefined =>
  date <= end ? { kind: "day", spec: { by: "fixed", date } } : undefined;

const stretch = (start: IsoDate, end: IsoDate, grain: "week" | "month" | "days"): Meaning => ({
  kind: "period",
  start,
  end,
  grain,
});

/** The first Monday on or after a day: weeks of a month or a year are counted from there. */
const firstMonday = (date: IsoDate) => (weekday(date) === 1 ? date : addDays(mondayOf(date), 7));

/** The n-th day, weekday, week or month of a period. */
export function counted({ start, end }: Period, ordinal: Ordinal): Meaning | undefined {
  switch (ordinal.unit) {
    case "workday":
      return undefined;
    case "day":
      return day(addDays(start, ordinal.count - 1), end);
    case "week": {
      const monday = addDays(firstMonday(start), (ordinal.count - 1) * 7);
      return monday <= end ? stretch(monday, addDays(monday, 6), "week") : undefined;
    }
    case "month": {
      const first = addMonths(start, ordinal.count - 1);
      return first <= end ? stretch(first, addDays(addMonths(first, 1), -1), "month") : undefined;
    }
    case "weekday":
      return nthWeekday(start, end, ordinal.count, ordinal.weekday ?? 1);
  }
}

function nthWeekday(start: IsoDate, end: IsoDate, count: number, at: number): Meaning | undefined {
  const { year, month } = partsOf(start);
  const last = isoDate(year, month, daysInMonth(year, month));
  const date =
    count < 0
      ? addDays(last, -((weekday(last) - at + 7) % 7))
      : addDays(start, ((at - weekday(start) + 7) % 7) + (count - 1) * 7);
  return day(date, end);
}

/** The first or the last so many days, weeks or months of a period. */
export function firstOrLast({ start, end }: Period, length: Length, side: "first" | "last"): Meaning | undefined {
  const weeks = length.weeks !== undefined;
  if (!weeks && length.days === undefined && length.months === undefined) return undefined;
  if (side === "first") {
    const from = weeks ? firstMonday(start) : start;
    return stretch(from, addDays(later(from, length), -1), "days");
  }
  const until = weeks ? mondayOf(end) : addDays(end, 1);
  return stretch(later(until, length, -1), addDays(until, -1), "days");
}
