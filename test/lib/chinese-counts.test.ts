import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readParty } from "../../src/lib/chinese-counts.ts";

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
    ["下周一和两个科员去成都", 3],
    ["带3名干部去康定", 4],
    ["跟小王去成都出差", 2],
    ["和李局一起去北京", 2],
  ] as const)("%s is %d", (text, value) => expect(readParty(text)?.value).toBe(value));
  it("never throws on any text", () =>
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void readParty(text))));
  it.each(["客商来8个人", "和3位客商吃饭", "和外办去对接"])("is unknown when nobody says: %s", (text) =>
    expect(readParty(text)).toBeUndefined(),
  );
});
