/**
 * Civil dates as ISO text ("2026-11-23"), and the arithmetic on them.
 *
 * Takes    ISO dates and instants that the caller got from outside.
 * Returns  dates, counts of days, weekdays; nothing here reads a clock or the zone of the process.
 * Leaves   holidays and workdays to calendar.ts, words to chinese-time/.
 * Why      leave days are plain dates; an instant only matters for "today in Shanghai" (no summer time since 1991).
 */

/** A civil date, "YYYY-MM-DD". */
export type IsoDate = string;

/** Date and wall clock in Shanghai, read from the instant of a message. */
export interface Moment {
  readonly date: IsoDate;
  readonly time: string;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const HAS_OFFSET = /(?:z|[+-]\d{2}:?\d{2})$/i;

const pad = (value: number, width = 2) => String(value).padStart(width, "0");

const text = (ms: number): IsoDate => {
  const day = new Date(ms);
  return isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
};

const msOf = (date: IsoDate): number => {
  const { year, month, day } = partsOf(date);
  const moved = new Date(0);
  moved.setUTCFullYear(year, month - 1, day);
  return moved.getTime();
};

/** The date of three numbers, not checked: see `realDate`. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** The numbers of a date. Throws on text that is no date: dates are checked where they come in. */
export function partsOf(date: IsoDate): DateParts {
  const match = ISO_DATE.exec(date);
  if (!match) throw new RangeError(`Not a date: ${JSON.stringify(date)}; expected YYYY-MM-DD.`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True for "2028-02-29", false for "2026-02-29" and for anything that is not YYYY-MM-DD. */
export function isRealDate(date: string): boolean {
  const match = ISO_DATE.exec(date);
  return match !== null && realDate(Number(match[1]), Number(match[2]), Number(match[3])) !== undefined;
}

/** The date of three numbers, or nothing if the calendar has no such day. */
export function realDate(year: number, month: number, day: number): IsoDate | undefined {
  const fits = year >= 1 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return fits ? isoDate(year, month, day) : undefined;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return text(msOf(date) + days * DAY_MS);
}

/** Moves by whole months; a day that the month lacks becomes its last day (01-31 + 1 = 02-28). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return isoDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Whole days from one date to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((msOf(to) - msOf(from)) / DAY_MS);
}

/** Days of a span with its first and its last day. */
export function daysInclusive(start: IsoDate, end: IsoDate): number {
  return daysBetween(start, end) + 1;
}

/** Monday 1 … Sunday 7. */
export function weekday(date: IsoDate): number {
  const sundayFirst = new Date(msOf(date)).getUTCDay();
  return sundayFirst === 0 ? 7 : sundayFirst;
}

/** The Monday of the week that the date lies in. */
export function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, 1 - weekday(date));
}

/** Reads an instant into Shanghai time; without an offset the text is already Shanghai time. */
export function momentOf(instant: string): Moment {
  const spelt = HAS_OFFSET.test(instant) ? instant : `${instant.includes("T") ? instant : `${instant}T00:00`}+08:00`;
  const ms = Date.parse(spelt);
  if (Number.isNaN(ms))
    throw new RangeError(`Not an instant: ${JSON.stringify(instant)}; expected 2026-11-23T09:00+08:00.`);
  const local = new Date(ms + SHANGHAI_MS);
  return { date: text(ms + SHANGHAI_MS), time: `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}` };
}

/** Can it be read as an instant? */
export function isInstant(spelt: string): boolean {
  try {
    momentOf(spelt);
    return true;
  } catch {
    return false;
  }
}

/** The same instant in UTC, always spelt alike, so that instants compare as text. */
export function inUtc(instant: string): string {
  return new Date(instant).toISOString();
}

/** The instant so many minutes later, in UTC. */
export function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
