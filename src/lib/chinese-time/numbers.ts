/**
 * Small numbers inside dates, times and lengths.
 *
 * Takes    the matched words of one number (十二, 12, 两, 半, 十来).
 * Returns  its value; years get their century.
 * Leaves   every other numeral to ../chinese-numbers.ts, which this reads with.
 */
import { readNumeral } from "../chinese-numbers.ts";

const cache = new Map<string, number>();

/** The value of words that a date pattern has matched; NaN if they are no number. */
export function numberOf(words: string | undefined): number {
  if (words === undefined) return Number.NaN;
  if (words === "元") return 1;
  const known = cache.get(words);
  if (known !== undefined) return known;
  const value = readNumeral(words)?.value ?? Number.NaN;
  if (words.length <= 3) cache.set(words, value);
  return value;
}

/** 2026 stays, 26 becomes 2026, 89 becomes 1989. */
export function yearOf(words: string): number {
  const digits = [...words].map((character) => "零一二三四五六七八九".indexOf(character === "〇" ? "零" : character));
  const value = digits.every((digit) => digit >= 0) ? Number(digits.join("")) : numberOf(words);
  if (words.length >= 3 || value >= 100) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

/** Day-of-week number of 一…六, 日, 天, 1…7. */
export function weekdayOf(character: string): number {
  if (character === "日" || character === "天") return 7;
  const value = "一二三四五六".indexOf(character) + 1;
  return value > 0 ? value : Number(character);
}
