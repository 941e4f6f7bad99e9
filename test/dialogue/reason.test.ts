/**
 * The reason beside a verdict: what is said behind the command and behind what the command is about.
 */
import { describe, expect, it } from "vitest";
import { reasonIn } from "../../src/dialogue/reason.ts";

describe("the reason of a rejection", () => {
  it.each([
    ["驳回科员的报销 高铁只能二等座", "高铁只能二等座"],
    ["不同意科员的请假，先把项目材料交了", "先把项目材料交了"],
    ["驳回第一条，原因：那两天有接待", "那两天有接待"],
    ["驳回第二条 人手不够", "人手不够"],
    ["驳回接待方案，陪餐人数超了", "陪餐人数超了"],
    ["那个租车申请不批，有公共交通", "有公共交通"],
    ["科员的出差不同意，任务不急", "任务不急"],
    ["不批 理由不充分", "理由不充分"],
    ["驳回他的申请", ""],
  ])("of %s is %s", (text, reason) => expect(reasonIn(text)).toBe(reason));
  it.each(["高铁只能二等座", "请假的人太多了", "接待标准超了"])("that was asked for is the whole of %s", (text) =>
    expect(reasonIn(text)).toBe(text),
  );
});
