/**
 * When people are told something (提醒时间): the hours of a workday, and how long before a deadline.
 *
 * Takes    data/reminders.json, the calendar, an instant or a day. Returns instants and days.
 * Leaves   what is told to moves/. These times are the office's own choice: no document sets them.
 */
import { z } from "zod";
import type { Calendar } from "../lib/calendar.ts";
import { addDays, type IsoDate, momentOf, weekday } from "../lib/dates.ts";
import { readJson } from "../lib/read-json.ts";
import { cycles } from "../policy/deadlines.ts";
import { grades } from "../rules/slots.ts";

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "is no time of day: write it as 09:00");
const days = z.number().int().nonnegative();
const file = z
  .strictObject({
    about: z.string(),
    hours: z
      .strictObject({ from: clock, until: clock })
      .refine(({ from, until }) => from < until, "must begin before they end"),
    /** Working days after which whoever decides is told again, and after which the office is. */
    waiting: z.strictObject({ again: days.min(1), office: days.min(1) }),
    /** How many days back one looks for what should have followed. */
    lookBack: days,
    /** How many days what was told, and what was answered, is kept. */
    keep: days.min(1),
    dated: z.array(days),
    undated: z.record(z.enum(cycles), z.array(days)),
    monthBegins: days.min(1),
    concerned: z.record(z.string(), z.union([z.literal("everybody"), z.array(z.enum(grades))])),
  })
  // What is forgotten while it still comes up would be told again.
  .refine(({ keep, lookBack }) => keep > lookBack, { path: ["keep"], message: "keep it longer than lookBack" });
export type ReminderTimes = Readonly<z.output<typeof file>>;

/** Opens the file; a broken one is a DataError with the place and the problem. */
export const openReminderTimes = (path: string): ReminderTimes => readJson(path, file);

/** Do people work on that day? Of a year without a notice of holidays Monday to Friday is near enough for a reminder. */
export function worksOn(calendar: Calendar, date: IsoDate): boolean {
  const works = calendar.isWorkday(date);
  return works === "unknown-year" ? weekday(date) <= 5 : works;
}

/** The first workday from that day on, or back from it. */
export function workdayFrom(calendar: Calendar, date: IsoDate, step: 1 | -1 = 1): IsoDate {
  return worksOn(calendar, date) ? date : workdayFrom(calendar, addDays(date, step), step);
}

/** Workdays after the one day, the other included: 1 from a Friday to the Monday. */
export function workdaysBetween(calendar: Calendar, from: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (worksOn(calendar, date)) count += 1;
  return count;
}

/** Is it a time at which people may be told something unasked? */
export function inHours({ hours }: ReminderTimes, calendar: Calendar, now: string): boolean {
  const { date, time } = momentOf(now);
  return worksOn(calendar, date) && hours.from <= time && time < hours.until;
}

/** When something is told that came up now: at once in working hours, else when the next workday begins. */
export function dueAt(times: ReminderTimes, calendar: Calendar, now: string): string {
  if (inHours(times, calendar, now)) return now;
  const { date, time } = momentOf(now);
  return beginOf(times, workdayFrom(calendar, time < times.hours.from ? date : addDays(date, 1)));
}

/** The instant at which that day's working hours begin. */
export const beginOf = ({ hours }: ReminderTimes, date: IsoDate): string => `${date}T${hours.from}:00+08:00`;
