/**
 * Days of the lunar calendar as civil dates.
 *
 * Takes    lunar year, month and day, within 1901-2099.
 * Returns  the civil date, or nothing when that lunar month is too short.
 * Why      chinese-days gives the lengths of the lunar months and no more: its own dates shift with the zone of the process,
 *          and about workdays of years it does not know it guesses (see calendar.ts). It is loaded at the first lunar word,
 *          because most messages hold none and it costs half of the start.
 */
import { createRequire } from "node:module";
import type ChineseDays from "chinese-days";
import { addDays, type IsoDate, isoDate } from "../dates.ts";

const load = createRequire(import.meta.url);
let loaded: typeof ChineseDays | undefined;

function chineseDays(): typeof ChineseDays {
  const days: typeof ChineseDays = loaded ?? load("chinese-days");
  loaded = days;
  return days;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const known = (year: number) => year > FIRST_YEAR && year < LAST_YEAR;

const newYears: IsoDate[] = ["1900-01-31"];

/** Days of the months of a lunar year in order, the leap month behind its namesake. */
function monthLengths(
  year: number,
): readonly { readonly month: number; readonly leap: boolean; readonly days: number }[] {
  const { leapMonth, days: leapDays } = chineseDays().getYearLeapMonth(year);
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
    const plain = { month, leap: false, days: chineseDays().monthDays(year, month) };
    return month === leapMonth ? [plain, { month, leap: true, days: leapDays }] : [plain];
  });
}

/** The first day of a lunar year, counted on from the last one known. */
function newYear(year: number): IsoDate {
  for (let next = FIRST_YEAR + newYears.length; next <= year; next++) {
    const length = monthLengths(next - 1).reduce((sum, { days }) => sum + days, 0);
    newYears.push(addDays(newYears.at(-1) ?? "", length));
  }
  return newYears[year - FIRST_YEAR] ?? "";
}

/** The civil date of a lunar day; a leap month's days are not asked for by anyone and not given. */
export function lunarDay(year: number, month: number, day: number): IsoDate | undefined {
  if (!known(year)) return undefined;
  let before = 0;
  for (const { month: at, leap, days } of monthLengths(year)) {
    if (at === month && !leap) return day >= 1 && day <= days ? addDays(newYear(year), before + day - 1) : undefined;
    before += days;
  }
  return undefined;
}

/** 除夕: the day before the lunar new year that begins in the civil year. */
export function lunarNewYearsEve(year: number): IsoDate | undefined {
  return known(year) ? addDays(newYear(year), -1) : undefined;
}

/** 清明, which follows the sun: 4, 5 or 6 April. */
export function tombSweepingDay(year: number): IsoDate | undefined {
  if (!known(year)) return undefined;
  const inCentury = year % 100;
  const day = Math.floor(inCentury * 0.2422 + (year < 2000 ? 5.59 : 4.81)) - Math.floor(inCentury / 4);
  return isoDate(year, 4, day);
}
