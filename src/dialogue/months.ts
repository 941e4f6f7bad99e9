/**
 * The month or the year that a message names: 上个月, 10月, 去年.
 *
 * Takes    the readings of lib/chinese-time and the day of the message.
 * Returns  the month as YYYY-MM with its year, of a bare 12月 the month alone; else the year; nothing where it names several.
 * Leaves   days to when.ts: a month fills no day, and who counts by months takes it from here.
 */
import type { DaysReading, TimeReading } from "../lib/chinese-time/reading.ts";
import type { IsoDate } from "../lib/dates.ts";
import type { Facts } from "../rules/slots.ts";
import { nearest } from "./days-behind.ts";

/** Spans that may lie within one month. */
const within: ReadonlySet<string> = new Set(["month", "half-month", "ten-days", "week"]);
const bare = /^[\d一二三四五六七八九十]{1,3}月份?$/u;

/** The month or the year named. */
export function monthFacts(readings: readonly TimeReading[], today: IsoDate): Facts {
  const spans = readings.filter((reading) => reading.kind === "days");
  const months = spans
    .filter(({ grain }) => within.has(grain ?? ""))
    .map((span) => meant(span, today))
    .filter(({ start, end }) => start.slice(0, 7) === end.slice(0, 7));
  const [first] = months;
  if (first !== undefined) {
    const month = first.start.slice(0, 7);
    if (months.some(({ start }) => start.slice(0, 7) !== month)) return {};
    return first.bare ? { month } : { month, year: month.slice(0, 4) };
  }
  const years = new Set(spans.filter(({ grain }) => grain === "year").map(({ start }) => start.slice(0, 4)));
  const [year] = years;
  return year === undefined || years.size > 1 ? {} : { year };
}

/** A bare 10月 in November is the one just over, not the one to come. */
function meant(span: DaysReading, today: IsoDate): DaysReading & { readonly bare: boolean } {
  const isBare = bare.test(span.words);
  return { ...(isBare ? nearest(span, today) : span), bare: isBare };
}
