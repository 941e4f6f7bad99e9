import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numeralAt, readNumeral } from "../../src/lib/chinese-numbers.ts";
import { writeNumeral } from "../../src/lib/write-numeral.ts";

const plain: readonly (readonly [string, number])[] = [
  ["十五", 15],
  ["一百二十", 120],
  ["一千零五", 1005],
  ["两千四百五", 2450],
  ["三万四千五百零七", 34507],
  ["一百零一万一千", 1011000],
  ["四亿五千六百四十二万零一十五", 456420015],
  ["一千二", 1200],
  ["1千8", 1800],
  ["3万2", 32000],
  ["三万四", 34000],
  ["3万4000", 34000],
  ["1.2万", 12000],
  ["一点二万", 12000],
  ["一百三", 130],
  ["九百九", 990],
  ["百三", 130],
  ["两", 2],
  ["俩", 2],
  ["仨", 3],
  ["廿三", 23],
  ["壹万贰仟", 12000],
  ["肆拾肆", 44],
  ["拾万零五十六", 100056],
  ["半", 0.5],
  ["4,800", 4800],
  ["２０００万", 20000000],
  ["4.78万亿", 4.78e12],
  ["一万五千亿", 1.5e12],
  ["十点二三三", 10.233],
  ["二零二六", 2026],
  ["二〇一八", 2018],
  ["〇", 0],
  ["兩萬", 20000],
];
const approximate: readonly (readonly [string, number])[] = [
  ["七八", 7],
  ["三五", 3],
  ["十几", 10],
  ["十来", 10],
  ["二十多", 20],
  ["二十三四", 23],
  ["七八十", 70],
  ["一千多万", 10000000],
  ["几十", 20],
];
const none = ["", "万", "几", "五十千", "陪", "一二三四五六七八九十一", "第三", "-"];

describe("numerals", () => {
  it.each(plain)("%s is %d", (words, value) => expect(readNumeral(words)).toEqual({ value, approximate: false }));
  it.each(approximate)("%s is about %d, and says so", (words, value) =>
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
