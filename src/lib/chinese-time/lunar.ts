/**
 * Days of the lunar calendar as civil dates, by chinese-days.
 *
 * Takes    lunar year, month and day, within 1901-2099.
 * Returns  the civil date, or nothing when that lunar month is too short.
 * Why      chinese-days serves for lunar days alone: about workdays of years it does not know it guesses (see calendar.ts).
 *          It is loaded at the first lunar word, because most messages hold none and it costs half of the start.
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

const known = (year: number) => year > 1900 && year < 2100;

/** The civil date of a lunar day. */
export function lunarDay(year: number, month: number, day: number): IsoDate | undefined {
  if (!known(year) || month < 1 || month > 12 || day < 1 || day > 30) return undefined;
  const { date } = chineseDays().getSolarDateFromLunar(isoDate(year, month, day));
  const back = chineseDays().getLunarDate(date);
  return back.lunarMon === month && back.lunarDay === day ? date : undefined;
}

/** 除夕: the day before the lunar new year that begins in the civil year. */
export function lunarNewYearsEve(year: number): IsoDate | undefined {
  const first = lunarDay(year, 1, 1);
  return first && addDays(first, -1);
}

/** 清明, which follows the sun: 4 April, give or take a day. */
export function tombSweepingDay(year: number): IsoDate | undefined {
  return known(year) ? chineseDays().getSolarTermDate(year, 4, "pure_brightness") : undefined;
}
