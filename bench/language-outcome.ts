/**
 * Readings turned into plain intervals, so that foreign suites can be held against them.
 *
 * Takes    a message, its moment, and the suite's hours for parts of the day.
 * Returns  outcomes: intervals in local milliseconds with an exclusive end, lengths in seconds, or problems.
 * Why      suites disagree about hours of 上午 and about exclusive ends; what is let pass is said here, once.
 */
import { openCalendar } from "../src/lib/calendar.ts";
import { readTimes } from "../src/lib/chinese-time/read-times.ts";
import type { DaysReading, Length, Part, TimeReading } from "../src/lib/chinese-time/reading.ts";
import type { Moment } from "../src/lib/dates.ts";

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

export interface Interval {
  readonly kind: "interval";
  readonly start: number;
  readonly end: number;
  readonly grain: string;
  /** One of the twelve hours, morning or evening. */
  readonly halfUnknown: boolean;
  readonly open: "before" | "after" | undefined;
  readonly words: string;
}
export type Outcome =
  | Interval
  | { readonly kind: "length"; readonly seconds: number; readonly words: string }
  | { readonly kind: "none"; readonly words: string };

/** First and last hour of the parts of the day. */
export type Hours = Readonly<Record<Part, readonly [number, number]>>;

const calendar = openCalendar("data/calendar.json");

export const at = (date: string, time = "00:00") => Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);

const HALF_PARTS = { am: "forenoon", pm: "afternoon" } as const;

function interval(days: DaysReading, hours: Hours): Interval {
  const plain = { kind: "interval", grain: days.grain ?? "day", halfUnknown: false, words: days.words } as const;
  const open = days.openEnd ? "after" : undefined;
  const part =
    days.part ??
    (days.startHalf && days.startHalf === days.endHalf && days.start === days.end
      ? HALF_PARTS[days.startHalf]
      : undefined);
  if (part) {
    const [first, last] = hours[part];
    return { ...plain, open, grain: "hour", start: at(days.start) + first * HOUR, end: at(days.start) + last * HOUR };
  }
  return { ...plain, open, start: at(days.start), end: at(days.end) + DAY };
}

const SECONDS: Readonly<Record<keyof Length, number>> = {
  years: 365 * 86_400,
  months: 30 * 86_400,
  weeks: 7 * 86_400,
  days: 86_400,
  workdays: 86_400,
  nights: 86_400,
  hours: 3600,
  minutes: 60,
  seconds: 1,
};
const secondsOf = (length: Length) =>
  (Object.keys(SECONDS) as (keyof Length)[]).reduce((sum, unit) => sum + (length[unit] ?? 0) * SECONDS[unit], 0);

function outcome(reading: TimeReading, now: Moment, hours: Hours): Outcome {
  switch (reading.kind) {
    case "days":
      return interval(reading, hours);
    case "clock": {
      const start = at(reading.date ?? now.date, reading.time);
      const end =
        reading.until === undefined ? start : at(reading.untilDate ?? reading.date ?? now.date, reading.until);
      return {
        kind: "interval",
        start,
        end,
        grain: "clock",
        halfUnknown: reading.halfUnknown === true,
        open: reading.open,
        words: reading.words,
      };
    }
    case "part": {
      const [first, last] = hours[reading.part];
      return {
        kind: "interval",
        start: at(now.date) + first * HOUR,
        end: at(now.date) + last * HOUR,
        grain: "hour",
        halfUnknown: false,
        open: undefined,
        words: reading.words,
      };
    }
    case "deadline":
      return {
        kind: "interval",
        start: at(reading.by),
        end: at(reading.by) + DAY,
        grain: "day",
        halfUnknown: false,
        open: "before",
        words: reading.words,
      };
    case "duration":
      return { kind: "length", seconds: secondsOf(reading), words: reading.words };
    case "problem":
      return reading.problem === "approximate"
        ? { kind: "length", seconds: secondsOf(reading.length), words: reading.words }
        : { kind: "none", words: reading.words };
  }
}

/** The outcomes of a message; a day and the hour on it count as one. */
export function outcomes(message: string, now: Moment, hours: Hours): Outcome[] {
  const readings = readTimes(message, now, calendar);
  const hourSpans = new Set(readings.flatMap((reading) => (reading.kind === "clock" ? [String(reading.span)] : [])));
  return readings
    .filter((reading) => reading.kind !== "days" || !hourSpans.has(String(reading.span)))
    .map((reading) => outcome(reading, now, hours));
}
