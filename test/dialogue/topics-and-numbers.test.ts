/**
 * Messages that look like a form and are none, and numbers that cannot be: what the door makes of them.
 *
 * A topic or a question is answered from the documents; a number that no form can hold is asked for again; after either
 * the conversation goes on.
 */
import { describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../talks/desk.ts";

async function goesOn(desk: Desk): Promise<void> {
  expect((await desk.say("keyuan", "取消")).kind).not.toBe("error");
  expect((await desk.talk("keyuan", "下周二请一天事假", "确认")).kind).toBe("filed");
}

describe("a topic or a question is not a form", () => {
  it.each([
    "接待方案审定期限",
    "租车审批流程",
    "出差审批手续",
    "撤销的驻长春机构资产谁来处理",
    "科长要请一周假需要局长同意吗",
    "电子章怎么用",
    "发文字号怎么编排的",
    "年度预算咋个编",
    "我是副局长,我批了就让他们租,行不",
  ])("%s", async (text) => {
    const { say } = await openDesk();
    expect(["answer", "calculation", "abstain"]).toContain((await say("keyuan", text)).kind);
  });
});

describe("a number that cannot be", () => {
  it.each([
    "接待2.5个客人",
    "接待99999999999999999999个客人",
    "迟到1.5分钟算迟到吗",
    "住0.5晚",
    "公务接待半个客人",
    "周六上午请半天事假",
  ])("is no trouble, and the conversation goes on: %s", async (text) => {
    const desk = await openDesk();
    expect((await desk.say("keyuan", text)).kind).not.toBe("error");
    await goesOn(desk);
  });

  it("of words that are none is no trouble either", async () => {
    const desk = await openDesk();
    expect((await desk.say("keyuan", "给  盖章")).kind).not.toBe("error");
    await goesOn(desk);
  });

  it("makes no leave of no days", async () => {
    const { say } = await openDesk();
    expect(await say("keyuan", "下周六请一天事假")).toMatchObject({ kind: "question" });
  });

  it("makes no trip of two thousand years", async () => {
    const { say } = await openDesk();
    const reply = await say("keyuan", "3000年1月1日到5000年1月1日去成都出差考察,坐高铁");
    expect(reply.kind).not.toBe("confirm");
  });
});
