/**
 * Chinese numerals, formal and as people type them: 一千二, 1千8, 3万2, 1.2万, 2k, 壹万贰仟, 一百三, 两, 十几, 七八.
 *
 * Takes    folded text (text.ts), and for `numeralAt` the place to start at.
 * Returns  the value, and whether it is only approximate: 七八 is "about seven", never 78.
 * Leaves   writing numerals to write-numeral.ts, money to chinese-money.ts, people to chinese-counts.ts, dates and durations to chinese-time/.
 */
import { fold } from "./text.ts";

export interface Numeral {
  readonly value: number;
  readonly approximate: boolean;
  /** Where the numeral ends in the text it was read from. */
  readonly to: number;
}

const DIGITS = new Map<string, number>();
for (const [value, characters] of [
  "零〇",
  "一壹弌",
  "二贰两俩弍",
  "三叁参仨弎",
  "四肆",
  "五伍",
  "六陆",
  "七柒",
  "八捌",
  "九玖",
].entries()) {
  for (const character of characters) DIGITS.set(character, value);
}
const TENS = new Map([
  ["廿", 20],
  ["卅", 30],
  ["卌", 40],
]);
const SMALL_UNITS = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
]);
const BIG_UNITS = new Map([
  ["万", 1e4],
  ["亿", 1e8],
  ["兆", 1e12],
]);
/** 2k, 1k2, 3w: letters for 千 and 万 behind Arabic figures; kg, km and kw are other things. */
const LETTER_UNITS = new Map([
  ["k", "千"],
  ["w", "万"],
]);
const ARABIC = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|(?<![.\d])\.\d+/y;
const CHINESE_DIGITS = /[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]+/y;

/** Characters that a numeral may start with; a scanner can skip all others. */
export const NUMERAL_START = /[\d.零〇一二两俩三仨四五六七八九十百千廿卅卌壹贰叁参肆伍陆柒捌玖拾佰仟几数]/;

const isUnit = (character: string | undefined) =>
  character !== undefined && (SMALL_UNITS.has(character) || BIG_UNITS.has(character));

const digitsAt = (text: string, at: number): number[] => {
  const digits: number[] = [];
  for (let i = at; i < text.length; i++) {
    const digit = DIGITS.get(text[i] ?? "");
    if (digit === undefined) break;
    digits.push(digit);
  }
  return digits;
};

/** 七八, 三四, 三五: two digits side by side that mean "one or the other". */
const isEitherOr = ([first, second, ...rest]: readonly number[]) =>
  first !== undefined &&
  second !== undefined &&
  rest.length === 0 &&
  first > 0 &&
  (second === first + 1 || (first === 3 && second === 5));

/** What has been read so far: 一亿 | 二千三百 | 五, with the unit that the last digit stands behind. */
interface Sum {
  total: number;
  section: number;
  digit: number | undefined;
  colloquial: boolean;
  arabic: boolean;
  lastUnit: number;
  sectionUnit: number;
  afterZero: boolean;
  approximate: boolean;
}

const amountOf = (sum: Sum): number => {
  // 一千二 is 1200 and 三万四 is 34000: a last digit right behind a unit counts in tenths of that unit.
  const weight = sum.colloquial && !sum.afterZero && sum.lastUnit > 10 ? sum.lastUnit / 10 : 1;
  return sum.total + sum.section + (sum.digit ?? 0) * weight;
};

function takeSmallUnit(sum: Sum, unit: number): boolean {
  // Digits in a row (二零二六) are a number of their own: no 十 or 百 goes behind them.
  if (unit >= sum.sectionUnit || (sum.digit !== undefined && sum.digit > 9 && !sum.colloquial && !sum.arabic))
    return false;
  sum.section += (sum.digit || 1) * unit;
  sum.sectionUnit = unit;
  sum.lastUnit = unit;
  sum.digit = undefined;
  sum.afterZero = false;
  return true;
}

function takeBigUnit(sum: Sum, unit: number): boolean {
  const amount = sum.section + (sum.digit ?? 0);
  if (amount === 0 && sum.total === 0) return false;
  if (amount === 0) sum.total *= unit;
  else sum.total = sum.total < unit ? (sum.total + amount) * unit : sum.total + amount * unit;
  sum.total = Number(sum.total.toPrecision(15));
  sum.section = 0;
  sum.sectionUnit = Number.POSITIVE_INFINITY;
  sum.lastUnit = unit;
  sum.digit = undefined;
  sum.afterZero = false;
  return true;
}

/** Takes a run of Chinese digits; returns its length, 0 if the numeral ends before it. */
function takeDigits(sum: Sum, digits: readonly number[], atStart: boolean): number {
  const zeros = digits.findIndex((digit) => digit !== 0);
  if (!atStart && zeros !== 0) {
    sum.afterZero = true;
    if (zeros < 0) return digits.length;
    const rest = takeDigits(sum, digits.slice(zeros), false);
    return rest === 0 ? 0 : zeros + rest;
  }
  if (isEitherOr(digits)) sum.approximate = true;
  else if (digits.length > 1 && !atStart) return 0;
  sum.digit = sum.approximate || digits.length === 1 ? (digits[0] ?? 0) : Number(digits.join(""));
  sum.colloquial = digits.length === 1 || sum.approximate;
  sum.arabic = false;
  return digits.length;
}

/** Reads the longest numeral that starts at `from`, or nothing. */
export function numeralAt(text: string, from: number): Numeral | undefined {
  const sum: Sum = {
    total: 0,
    section: 0,
    digit: undefined,
    colloquial: false,
    arabic: false,
    lastUnit: 1,
    sectionUnit: Number.POSITIVE_INFINITY,
    afterZero: false,
    approximate: false,
  };
  let at = from;
  while (at < text.length) {
    const step = stepAt(text, at, sum, at === from);
    if (step === 0) break;
    at += step;
  }
  if (at === from) return undefined;
  const decimals = text[at] === "点" ? decimalsAt(text, at + 1) : undefined;
  if (decimals === undefined) return { value: amountOf(sum), approximate: sum.approximate, to: at };

  const whole = amountOf(sum);
  const value = Number(`${whole}.${decimals.join("")}`);
  const to = at + 1 + decimals.length;
  const unit = BIG_UNITS.get(text[to] ?? "");
  if (unit === undefined) return { value, approximate: sum.approximate, to };
  return { value: Number((value * unit).toPrecision(15)), approximate: sum.approximate, to: to + 1 };
}

function decimalsAt(text: string, at: number): number[] | undefined {
  CHINESE_DIGITS.lastIndex = at;
  const match = CHINESE_DIGITS.exec(text);
  if (!match || (isUnit(text[at + match[0].length]) === true && SMALL_UNITS.has(text[at + match[0].length] ?? "")))
    return undefined;
  return digitsAt(match[0], 0);
}

/** Takes what stands at `at` into the sum; returns how many characters that was, 0 when the numeral is over. */
function stepAt(text: string, at: number, sum: Sum, atStart: boolean): number {
  const character = text[at] ?? "";
  const next = text[at + 1];
  ARABIC.lastIndex = at;
  const arabic = ARABIC.exec(text);
  if (arabic) {
    if (sum.digit !== undefined) return 0;
    sum.digit = Number(arabic[0].replaceAll(",", ""));
    sum.colloquial = arabic[0].length === 1;
    sum.arabic = true;
    return arabic[0].length;
  }
  const digits = digitsAt(text, at);
  if (digits.length > 0) return sum.digit === undefined ? takeDigits(sum, digits, atStart) : 0;

  const tens = TENS.get(character);
  if (tens !== undefined) {
    if (sum.digit !== undefined) return 0;
    sum.section += tens;
    sum.sectionUnit = 10;
    sum.lastUnit = 10;
    return 1;
  }
  const unit = (sum.arabic && !/[a-z]/.test(next ?? "") && LETTER_UNITS.get(character)) || character;
  const small = SMALL_UNITS.get(unit);
  if (small !== undefined) {
    const bareUnit = sum.digit === undefined && small > 10;
    if (bareUnit && !(atStart && (DIGITS.has(next ?? "") || /[几多来把余]/.test(next ?? "")))) return 0;
    return takeSmallUnit(sum, small) ? 1 : 0;
  }
  const big = BIG_UNITS.get(unit);
  if (big !== undefined) return takeBigUnit(sum, big) ? 1 : 0;

  if (
    (character === "几" || character === "数") &&
    sum.digit === undefined &&
    (atStart ? isUnit(next) : character === "几")
  ) {
    sum.approximate = true;
    if (atStart) sum.digit = 2;
    return 1;
  }
  if (/[多余来把]/.test(character) && !atStart && (isUnit(text[at - 1]) || BIG_UNITS.has(next ?? ""))) {
    sum.approximate = true;
    return 1;
  }
  return 0;
}

/** Reads words that are a numeral and nothing else; white space inside is allowed. */
export function readNumeral(words: string): { readonly value: number; readonly approximate: boolean } | undefined {
  const text = fold(words).replace(/\s+/g, "");
  if (text === "半" || text === "一半") return { value: 0.5, approximate: false };
  const numeral = numeralAt(text, 0);
  return numeral?.to === text.length ? { value: numeral.value, approximate: numeral.approximate } : undefined;
}
