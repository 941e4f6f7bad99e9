import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCounts, readParty } from "../../src/lib/chinese-counts.ts";

const shown = (text: string) =>
  readCounts(text)
    .map(({ value, label, approximate }) => `${label ?? "?"} ${value}${approximate ? " about" : ""}`)
    .join(" | ");

describe("head counts", () => {
  it.each([
    ["5个客人2个陪同", "客人 5 | 陪同 2"],
    ["客人5个陪同2个", "客人 5 | 陪同 2"],
    ["重庆客商9位,我们陪7个", "客商 9 | 陪 7"],
    ["来学习考察的5位客人,有公函,我们陪2个", "客人 5 | 陪 2"],
    ["客商来8个人,陪同最多配几个?7个行不行", "客商 8 | ? 7"],
    ["7个客商来", "客商 7"],
    ["3名客商", "客商 3"],
    ["客商6人,陪同4人,司机1人", "客商 6 | 陪同 4 | 司机 1"],
    ["十来位客商", "客商 10 about"],
    ["七八个人", "? 7 about"],
    ["两桌", "? 2"],
    ["没有市领导,商务宴请这一桌", "? 1"],
    ["党组11个成员到会7个", "成员 11 | ? 7"],
    ["還有2個司機", "司機 2"],
  ])("%s → %s", (text, expected) => expect(shown(text)).toBe(expected));

  it.each(["去一个乡镇", "三个月", "两个小时", "第三个", "每人150元", "3人次", "一个工作日", "几个人", "三天"])(
    "%s counts nobody",
    (text) => expect(shown(text)).toBe(""),
  );
  it("never throws on any text", () =>
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void [readCounts(text), readParty(text)])));
});

describe("the speaker's party", () => {
  it.each([
    ["就我一个人", 1],
    ["只有我一个", 1],
    ["我自己去", 1],
    ["我俩去成都", 2],
    ["我们仨", 3],
    ["我们3个人去简阳", 3],
    ["一行5人", 5],
    ["我跟另一位副县级领导坐高铁去成都两天", 2],
    ["我和张三、李四 3个人", 3],
    ["我和科员、办公室一位同事共3个人", 3],
    ["我和小王去成都", 2],
    ["我和张三、李四去康定", 3],
    ["我带两个同事去", 3],
  ] as const)("%s is %d", (text, value) => expect(readParty(text)?.value).toBe(value));
  it("is unknown when nobody says", () => expect(readParty("客商来8个人")).toBeUndefined());
});
