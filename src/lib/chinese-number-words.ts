/**
 * Every number in a sentence, with its fraction, sign or power: 三分之二, 负三十二, 1 4/3, 40k, 五又三分之一.
 *
 * Takes    any text.
 * Returns  the numbers in order, with their place.
 * Leaves   what they count or cost to chinese-counts.ts and chinese-money.ts, dates to chinese-time/.
 */
import { NUMERAL_START, numeralAt } from "./chinese-numbers.ts";
import { fold } from "./text.ts";

export interface NumberReading {
  readonly value: number;
  readonly approximate: boolean;
  readonly span: readonly [number, number];
  readonly words: string;
}

/** Reads every number of a text. */
export function readNumbers(message: string): NumberReading[] {
  const text = fold(message);
  const numbers: NumberReading[] = [];
  for (let index = 0; index < text.length; index++) {
    if (!NUMERAL_START.test(text[index] ?? "")) continue;
    const numeral = numeralAt(text, index);
    if (!numeral) continue;
    numbers.push({
      value: numeral.value,
      approximate: numeral.approximate,
      span: [index, numeral.to],
      words: message.slice(index, numeral.to),
    });
    index = numeral.to - 1;
  }
  return numbers;
}
