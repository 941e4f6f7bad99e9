/**
 * Dates as documents print them: 2020年10月8日, 2020-10-08, 二〇二〇年十月八日.
 *
 * Takes    a line. Returns the first real date in it, or the date that is all the line says.
 */
import { type IsoDate, realDate } from "../lib/dates.ts";
import { ordinalOf } from "../policy/label.ts";

const DIGITS = "〇一二三四五六七八九";
const ARABIC = "((?:19|20)\\d{2})\\s*[年.\\-/]\\s*(\\d{1,2})\\s*[月.\\-/]\\s*(\\d{1,2})\\s*日?";
const HAN = "([〇零○O0一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日";
const ANY = new RegExp(`${ARABIC}|${HAN}`, "u");
const ALONE = new RegExp(`^[(\\uff08]?(?:${ARABIC}|${HAN})(?:印发|发布)?[)\\uff09]?$`, "u");

/** The first date in a line. */
export function dateIn(line: string): IsoDate | undefined {
  return dateOf(ANY.exec(line));
}

/** The date of a line that holds nothing else. */
export function dateAlone(line: string): IsoDate | undefined {
  return dateOf(ALONE.exec(line.replaceAll(/\s+/gu, "")));
}

function dateOf(found: RegExpExecArray | null): IsoDate | undefined {
  const [, year, month, day, hanYear, hanMonth, hanDay] = found ?? [];
  if (year !== undefined) return realDate(Number(year), Number(month), Number(day));
  if (hanYear === undefined) return undefined;
  const digits = [...hanYear.replaceAll(/[零○O0]/gu, "〇")].map((digit) => DIGITS.indexOf(digit));
  return realDate(Number(digits.join("")), ordinalOf(hanMonth ?? "") ?? 0, ordinalOf(hanDay ?? "") ?? 0);
}
