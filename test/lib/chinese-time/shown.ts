/**
 * Readings as one short line each, so that a table of cases can be read at a glance.
 *
 * Takes    a message, the moment it was sent (Monday 2026-11-23 09:00 by default), and options.
 * Returns  "2026-11-26pm..2026-11-28", "3d 2n", "09:00-15:00", "by 2026-11-30", "!half-unknown 2026-11-25".
 */
import { openCalendar } from "../../../src/lib/calendar.ts";
import { type ReadOptions, readTimes } from "../../../src/lib/chinese-time/read-times.ts";
import type { DaysReading, Length, TimeReading } from "../../../src/lib/chinese-time/reading.ts";
import { momentOf } from "../../../src/lib/dates.ts";

export const calendar = openCalendar("data/calendar.json");
export const MONDAY = "2026-11-23T09:00:00+08:00";

const UNITS = {
  years: "y",
  months: "mo",
  weeks: "w",
  days: "d",
  workdays: "wd",
  nights: "n",
  hours: "h",
  minutes: "min",
  seconds: "s",
} as const;

const lengthShown = (length: Length) =>
  Object.entries(UNITS)
    .flatMap(([unit, short]) => {
      const value = length[unit as keyof typeof UNITS];
      return value === undefined ? [] : [`${value}${short}`];
    })
    .join(" ");

function daysShown(days: DaysReading): string {
  const { start, end, startHalf = "", endHalf = "" } = days;
  const span =
    days.separate?.join("+") ??
    (start === end && startHalf === endHalf ? `${start}${startHalf}` : `${start}${startHalf}..${end}${endHalf}`);
  const marks = [
    days.openEnd && "on",
    days.upTo && "upto",
    days.part,
    days.grain,
    days.nights !== undefined && `${days.nights}n`,
    ...(days.doubts ?? []).map((doubt) => `?${doubt}`),
  ];
  return [span, ...marks.filter(Boolean)].join(" ");
}

export function shown(reading: TimeReading): string {
  switch (reading.kind) {
    case "days":
      return daysShown(reading);
    case "duration":
      return [lengthShown(reading), reading.bound].filter(Boolean).join(" ");
    case "clock": {
      const hours = reading.until === undefined ? reading.time : `${reading.time}-${reading.until}`;
      return [hours, reading.open, reading.halfUnknown && "?half"].filter(Boolean).join(" ");
    }
    case "part":
      return reading.half ?? reading.part;
    case "deadline":
      return `by ${reading.by}`;
    case "problem": {
      const facts =
        "start" in reading
          ? [reading.start, reading.end]
          : "day" in reading
            ? [`${reading.month}-${reading.day}`]
            : "year" in reading
              ? [String(reading.year)]
              : [lengthShown(reading.length)];
      return `!${reading.problem} ${[...new Set(facts)].join("..")}`;
    }
  }
}

export const read = (message: string, now = MONDAY, options: ReadOptions = {}) =>
  readTimes(message, momentOf(now), calendar, options).map(shown).join(" | ");
