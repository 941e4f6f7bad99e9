/**
 * Numerals as a measure: formal ones written and read back, and those that people say.
 *
 * Takes    nothing. Returns rows: every whole number to 10,000 and 3,000 more up to 10^12; the forms of test/lib.
 */
import { readNumeral } from "../src/lib/chinese-numbers.ts";
import { writeNumeral } from "../src/lib/write-numeral.ts";
import { about, colloquial } from "../test/lib/colloquial-numerals.ts";
import type { Row } from "./language.ts";

/** Spread over all lengths, the same at every run. */
const larger = Array.from({ length: 3000 }, (_, at) => Math.floor(10_001 * 1.0062 ** at));

/** Formal numerals there and back, and those of test/lib. */
export function numerals(): Row[] {
  const whole = [...Array.from({ length: 10_001 }, (_, value) => value), ...larger];
  const lost = whole.filter((value) => {
    const read = readNumeral(writeNumeral(value));
    return read?.value !== value || read.approximate;
  });
  const unread = [
    ...colloquial.map((pair) => [...pair, false] as const),
    ...about.map((pair) => [...pair, true] as const),
  ]
    .filter(([words, value, approximate]) => {
      const read = readNumeral(words);
      return read?.value !== value || read.approximate !== approximate;
    })
    .map(([words]) => words);
  const said = colloquial.length + about.length;
  return [
    {
      suite: "formal integers there and back",
      passed: whole.length - lost.length,
      of: whole.length,
      missed: lost.map(String),
    },
    { suite: "colloquial numerals", passed: said - unread.length, of: said, missed: unread },
  ];
}
