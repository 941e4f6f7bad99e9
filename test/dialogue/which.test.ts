/** Which of a list a message means. */
import { describe, expect, it } from "vitest";
import { whichOf } from "../../src/dialogue/which.ts";

describe("of a list", () => {
  it.each<[string, readonly number[] | "all"]>([
    ["同意第一条", [1]],
    ["同意第一条和第三条", [1, 3]],
    ["同意第一、三条", [1, 3]],
    ["第一第二条都同意", [1, 2]],
    ["第一二条不批", [1, 2]],
    ["同意第十二条", [12]],
    ["同意1和3", [1, 3]],
    ["同意1、2、5", [1, 2, 5]],
    ["第2条和第2条", [2]],
    ["全部同意", "all"],
    ["都批了", "all"],
    ["这几条都同意", "all"],
    ["除了第一条全部同意", "all"],
    ["同意", []],
    ["驳回第一条,原因:第二条也是那天", [1]],
  ])("%s means %s", (text, which) => expect(whichOf(text)).toEqual(which));
  it.each(["11月2、3号的请假批了吗", "同意,2、3天就够了", "请2、3天假"])("days are no numbers of it: %s", (text) =>
    expect(whichOf(text)).toEqual([]),
  );
});
