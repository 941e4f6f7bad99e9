import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numeralAt, readNumeral } from "../../src/lib/chinese-numbers.ts";
import { writeNumeral } from "../../src/lib/write-numeral.ts";
import { about, colloquial } from "./colloquial-numerals.ts";

/** Beside those that are said (colloquial-numerals.ts): written out, very large, in a row. */
const plain: readonly (readonly [string, number])[] = [
  ["十五", 15],
  ["一百二十", 120],
  ["一千零五", 1005],
  ["三万四千五百零七", 34507],
  ["一百零一万一千", 1011000],
  ["四亿五千六百四十二万零一十五", 456420015],
  ["3万4000", 34000],
  ["拾万零五十六", 100056],
  ["4,800", 4800],
  ["２０００万", 20000000],
  ["4.78万亿", 4.78e12],
  ["一万五千亿", 1.5e12],
  ["十点二三三", 10.233],
  ["二〇一八", 2018],
];
const approximate: readonly (readonly [string, number])[] = [
  ["一二", 1],
  ["二十三四", 23],
  ["一千多万", 10000000],
];
const none = ["", "k", "5kg", "3kw", "2km", "万", "几", "五十千", "陪", "一二三四五六七八九十一", "第三", "-"];

describe("numerals", () => {
  it.each([...plain, ...colloquial])("%s is %d", (words, value) =>
    expect(readNumeral(words)).toEqual({ value, approximate: false }),
  );
  it.each([...approximate, ...about])("%s is about %d, and says so", (words, value) =>
    expect(readNumeral(words)).toEqual({ value, approximate: true }),
  );
  it.each(none)("%j is no numeral", (words) => expect(readNumeral(words)).toBeUndefined());

  it("stops where the numeral stops", () => {
    expect(numeralAt("陪7个人", 1)).toEqual({ value: 7, approximate: false, to: 2 });
    expect(numeralAt("三万四,市局", 0)?.to).toBe(3);
    expect(numeralAt("五十千", 0)).toEqual({ value: 50, approximate: false, to: 2 });
  });

  it("reads back every whole number that it writes", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        (value) => readNumeral(writeNumeral(value))?.value === value,
      ),
      { numRuns: 5000 },
    ));
  it("reads back the first ten thousand", () => {
    for (let value = 0; value <= 10_000; value++)
      expect(readNumeral(writeNumeral(value))).toEqual({ value, approximate: false });
  });
  it("writes zeros where they are said", () =>
    expect([10, 15, 105, 10040, 100000, 100010001].map(writeNumeral)).toEqual([
      "十",
      "十五",
      "一百零五",
      "一万零四十",
      "十万",
      "一亿零一万零一",
    ]));
  it("refuses to write what is no whole number", () => expect(() => writeNumeral(1.5)).toThrow(/whole number/));
  it("never throws on any text", () =>
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void readNumeral(text))));
});
