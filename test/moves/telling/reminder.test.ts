/**
 * A reminder beside a greeting: what is due within a week, or still owed this month.
 */
import { describe, expect, it } from "vitest";
import { openDesk } from "../../talks/desk.ts";
import { bare } from "../../talks/player.ts";

const on = (date: string) => ({ now: `${date}T09:00:00+08:00` });

describe("a greeting", () => {
  it("reminds of what is still owed this month, until it is recorded", async () => {
    const { say, talk } = await openDesk();
    expect(bare((await say("xingtai", "你好")).text)).toContain("提醒:11月向市政府反馈有价值的信息还差4条");
    await talk("xingtai", "这个月报了4条", "确认");
    expect((await say("xingtai", "你好")).text).not.toContain("提醒");
  });
  it("reminds of a day that is a week away or less", async () => {
    const { say } = await openDesk();
    expect((await say("xingtai", "你好", on("2026-12-17"))).text).not.toContain("12月25日");
    expect(bare((await say("xingtai", "你好", on("2026-12-18"))).text)).toContain("12月25日前");
    expect(bare((await say("fenju", "早上好", on("2026-11-05"))).text)).toContain("11月11日至11月20日");
    expect((await say("fenju", "早上好", on("2026-11-23"))).text).not.toContain("提醒");
  });
  it("is followed by nothing where somebody says thanks or goodbye", async () => {
    const { say } = await openDesk();
    expect((await say("xingtai", "谢谢")).text).not.toContain("提醒");
    expect((await say("xingtai", "再见")).text).not.toContain("提醒");
  });
});

describe("帮助", () => {
  it("ends with the same line", async () => {
    const { say } = await openDesk();
    expect((await say("xingtai", "帮助")).text).toContain("提醒");
  });
});

describe("what is due", () => {
  it.each(["最近有什么要交的", "有哪些到期的事", "提醒我还有什么没报"])("%s lists it", async (text) => {
    const { say } = await openDesk();
    const reply = await say("xingtai", text);
    expect(reply.kind).toBe("answer");
    expect(bare(reply.text)).toContain("2026年12月25日前");
    expect(bare((await say("keyuan", text, { conversation: "k" })).text)).toContain("未写明具体日期");
  });
});
