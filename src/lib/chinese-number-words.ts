/**
 * Every number in a sentence, with sign, fraction or power: 三分之二, 负三十二, 五又三分之一, 1 4/3, 2.3万, 40k.
 *
 * Takes    any text.
 * Returns  the numbers in order, with their place in the text as typed.
 * Leaves   what they count or cost to chinese-counts.ts and chinese-money.ts, dates to chinese-time/.
 * Why      many words only look like numbers (一切, 四川, 队伍); they are listed, because nothing else tells them apart.
 */
import { NUMERAL_START, numeralAt } from "./chinese-numbers.ts";
import { fold } from "./text.ts";

export interface NumberReading {
  readonly value: number;
  readonly approximate: boolean;
  readonly span: readonly [number, number];
  readonly words: string;
}

/** Words and names with a numeral in them. */
const NO_NUMBER =
  /[一壹](?:切|看|样|起|些|般|定|直|下|旦|律|致|向|并|概|齐|贯|度|边|面|味|再|同)|四川|五台山|五角大楼|三亚|三峡|四季|十足|万一|百货|千万别|陆(?:地|路|军|续|上|空)|[大登着内海水]陆|[队退入]伍|伍仁|[收]拾|夕拾|拾(?:起|到|取|贝)|放肆|肆(?:意|无)|参(?:加|与|观|会|考)|数(?:据|量|字|额|目)|半(?:路|夜|天)|(?:美|味)十足|零(?:食|售|件|钱)/y;
/** Behind the number: it is a price in other money, or a discount. */
const OTHER_AMOUNT = /\s?(?:美元|美刀|美金|欧元|日元|港币|折)/y;
/** Written capitals that are ordinary words when they stand alone. */
const LONE_CAPITAL = /^[伍陆肆拾参佰仟]$/;
const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, t: 1e12 };

const CHINESE = "零〇一二两俩三仨四五六七八九十百千万亿兆廿卅壹贰叁肆伍陆柒捌玖拾佰仟几多余点又分之负";
const UNITS = "十百千万亿兆拾佰仟点余多几分之又";
const isDigit = (character: string) => character >= "0" && character <= "9";

/** Whether white space between two characters is only typing: 7 万5 千, 一百 五 十. */
const joins = (left: string, right: string) =>
  (CHINESE.includes(left) && CHINESE.includes(right)) ||
  (isDigit(left) && UNITS.includes(right)) ||
  (UNITS.includes(left) && isDigit(right));

/** The text without such white space, and where each character stood. */
function compact(text: string): { readonly text: string; readonly at: readonly number[] } {
  let out = "";
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (/\s/.test(character) && out !== "") {
      const rest = /\S/.exec(text.slice(index, index + 8));
      if (rest && joins(out.at(-1) ?? "", rest[0])) continue;
    }
    out += character;
    at.push(index);
  }
  return { text: out, at: [...at, text.length] };
}

interface Read {
  readonly value: number;
  readonly approximate: boolean;
  readonly to: number;
}

const match = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(text);
};

const POWER = /\^(?<sign>[+-]*)(?<power>\d+(?:\.\d+)?)/y;
const EXPONENT = /e(?<sign>[+-]?)(?<power>\d+)(?![\da-z])/y;
const FRACTION = /\/(?<bottom>\d+)(?![\d/.])/y;
const MIXED = /\s(?<top>\d+)\/(?<bottom>\d+)(?![\d/.])/y;
const SUFFIX = /\s?(?<suffix>[kmgt])(?![a-z])/y;
const DOTTED = /\d+(?=\.\d+\.\d)|(?<=\d\.\d+\.)\d+|(?<=\.\d*)\d+(?=\.\d)/y;

/** What may follow Arabic figures: a power, a fraction, k or M. */
function figures(text: string, { value, approximate, to }: Read): Read {
  const done = (found: RegExpExecArray, result: number): Read => ({
    value: result,
    approximate,
    to: to + found[0].length,
  });
  const power = match(POWER, text, to);
  if (power) return done(power, value ** (Number(power.groups?.power) * minus(power.groups?.sign)));
  const exponent = match(EXPONENT, text, to);
  if (exponent) return done(exponent, Number(`${value}e${exponent.groups?.sign}${exponent.groups?.power}`));
  const fraction = match(FRACTION, text, to);
  if (fraction) return done(fraction, value / Number(fraction.groups?.bottom));
  const mixed = match(MIXED, text, to);
  if (mixed) return done(mixed, value + Number(mixed.groups?.top) / Number(mixed.groups?.bottom));
  const suffix = match(SUFFIX, text, to);
  return suffix
    ? done(suffix, Number((value * (SUFFIXES[suffix.groups?.suffix ?? ""] ?? 1)).toPrecision(15)))
    : { value, approximate, to };
}

const minus = (signs: string | undefined) => ((signs ?? "").split("-").length % 2 === 0 ? -1 : 1);

/** The 三分之二 that starts here: its bottom first, then its top, which may have a sign of its own. */
function parts(text: string, from: number): Read | undefined {
  const bottom = numeralAt(text, from);
  if (!bottom || !text.startsWith("分之", bottom.to) || bottom.value === 0) return undefined;
  const negative = text[bottom.to + 2] === "负";
  const top = numeralAt(text, bottom.to + (negative ? 3 : 2));
  return top && { value: ((negative ? -1 : 1) * top.value) / bottom.value, approximate: top.approximate, to: top.to };
}

function numberAt(text: string, from: number): Read | undefined {
  const whole = parts(text, from);
  if (whole) return whole;
  if (text.startsWith("半百", from)) return { value: 50, approximate: false, to: from + 2 };
  const dotted = match(DOTTED, text, from);
  if (dotted) return { value: Number(dotted[0]), approximate: false, to: from + dotted[0].length };
  const numeral = numeralAt(text, from);
  if (!numeral) return undefined;
  const words = text.slice(from, numeral.to);
  if (LONE_CAPITAL.test(words)) return undefined;
  const extra = text[numeral.to] === "又" ? parts(text, numeral.to + 1) : undefined;
  if (extra) return { value: numeral.value + extra.value, approximate: extra.approximate, to: extra.to };
  if (text[numeral.to] === "打")
    return { value: numeral.value * 12, approximate: numeral.approximate, to: numeral.to + 1 };
  return isDigit(words.at(-1) ?? "") ? figures(text, numeral) : numeral;
}

const SIGN = /(?:^|[^\d\-a-z)])(?<sign>-\s?|负\s?)$/;

/** Reads every number of a text. */
export function readNumbers(message: string): NumberReading[] {
  const { text, at } = compact(fold(message));
  const numbers: NumberReading[] = [];
  for (let index = 0; index < text.length; index++) {
    const other = match(NO_NUMBER, text, index);
    if (other) {
      index += other[0].length - 1;
      continue;
    }
    // 两两 and 九九 are words.
    const character = text[index] ?? "";
    if (
      /[一两三四五六七八九]/.test(character) &&
      character === text[index + 1] &&
      !NUMERAL_START.test(text[index + 2] ?? "")
    ) {
      index += 1;
      continue;
    }
    const lonePoint = character === "." && text[index - 1] === ".";
    if (!(NUMERAL_START.test(character) || character === "半") || lonePoint || text.startsWith("百分之", index))
      continue;
    const found = numberAt(text, index);
    if (!found) continue;
    if (match(OTHER_AMOUNT, text, found.to)) {
      index = found.to - 1;
      continue;
    }
    const sign = SIGN.exec(text.slice(Math.max(0, index - 3), index))?.groups?.sign ?? "";
    const from = at[index - sign.length] ?? 0;
    const to = (at[found.to - 1] ?? 0) + 1;
    numbers.push({
      value: sign === "" ? found.value : -found.value,
      approximate: found.approximate,
      span: [from, to],
      words: message.slice(from, to),
    });
    index = found.to - 1;
  }
  return numbers;
}
