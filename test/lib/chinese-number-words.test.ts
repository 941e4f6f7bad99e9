import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumbers } from "../../src/lib/chinese-number-words.ts";

const values = (text: string) => readNumbers(text).map(({ value }) => value);

describe("numbers in a sentence", () => {
  it.each([
    ["全年三分之二以上", [2 / 3]],
    ["负三十二", [-32]],
    ["五又三分之一", [5 + 1 / 3]],
    ["1 4/3的美梦", [1 + 4 / 3]],
    ["７ 万5 千4 百", [75400]],
    ["一百 五 十 二", [152]],
    ["2.3万和40k", [23000, 40000]],
    ["十余万", [100000]],
    ["党组11个成员到会7个", [11, 7]],
    ["百分之五十", [50]],
    ["2^-1", [0.5]],
    ["-10000", [-10000]],
    ["3-5天", [3, 5]],
    ["五十打", [600]],
  ] as const)("%s", (text, expected) => expect(values(text)).toEqual(expected));

  it.each(["一切", "我家在四川", "陆地", "队伍", "收拾房间", "两两", "一看", "五角大楼", "一美元"])(
    "%s holds no number",
    (text) => expect(values(text)).toEqual([]),
  );

  it("gives the words as typed, white space and all", () =>
    expect(readNumbers("共 １ 千 8 个")).toEqual([
      { value: 1800, approximate: false, span: [2, 7], words: "１ 千 8" },
    ]));

  it("never throws, and its words stand where it says", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const { span, words } of readNumbers(text)) expect(text.slice(...span)).toBe(words);
      }),
    ));
});
