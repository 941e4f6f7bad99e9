/**
 * Recording what an office away reported and raised: confirmed, kept, added up, taken back.
 */
import { describe, expect, it } from "vitest";
import { buttonOf, openDesk } from "../../talks/desk.ts";
import { bare } from "../../talks/player.ts";

describe("a tally", () => {
  it("is shown first, and recorded once it is confirmed, with nobody to approve it", async () => {
    const desk = await openDesk();
    const card = await desk.say("xingtai", "这个月报了2条");
    expect(card).toMatchObject({
      kind: "confirm",
      request: { type: "tally", fields: { reported: 2, month: "2026-11" }, approvals: [] },
    });
    expect(card.text).not.toContain("审批");
    expect(await desk.store.log()).toEqual([]);
    const receipt = await desk.say("xingtai", "确认");
    expect(receipt).toMatchObject({ kind: "filed", request: { status: "approved", requester: "xingtai" } });
    expect(bare(receipt.text)).toContain("11月信息共2条,还差2条");
    expect(await desk.store.verify()).toMatchObject({ kind: "whole", events: 1 });
  });

  it("is recorded once, however often 确认 is said or pressed", async () => {
    const desk = await openDesk();
    const card = await desk.say("xingtai", "今天又报了一条信息");
    await desk.press("xingtai", buttonOf(card, "confirm"));
    await desk.press("xingtai", buttonOf(card, "confirm"));
    await desk.say("xingtai", "确认");
    expect(await desk.store.log()).toHaveLength(1);
  });

  it("adds to what colleagues of the same office recorded, and the card says so", async () => {
    const { say, talk } = await openDesk();
    await talk("xingtai", "这个月报了2条", "确认");
    const card = await say("xingtaizhuren", "今天又报了一条信息", { conversation: "d" });
    expect(card.text).toContain("另外加上");
    expect(bare(card.text)).toContain("11月信息合计3条2+1");
    expect(card.request?.fields).toMatchObject({ start: "2026-11-23", month: "2026-11" });
  });

  it("is of the month that is told, and of none before the year is known", async () => {
    const { talk } = await openDesk();
    expect((await talk("xingtai", "上个月报了5条")).request?.fields).toMatchObject({ month: "2026-10" });
    expect((await talk("xingtai", "取消", "10月报了4条,补登一下")).request?.fields).toMatchObject({ month: "2026-10" });
    expect((await talk("xingtai", "取消", "去年引资500万,登记")).kind).toBe("question");
    expect((await talk("xingtai", "12月的")).request?.fields).toMatchObject({ month: "2025-12", amount: 5_000_000 });
  });

  it("is of the day that lies behind, where one is told", async () => {
    const { say } = await openDesk();
    const day = async (text: string) => (await say("xingtai", text, { conversation: text })).request?.fields.start;
    expect(await day("11月20号报了2条")).toBe("2026-11-20");
    expect(await day("15号报了2条")).toBe("2026-11-15");
    expect(await day("28号报了1条信息")).toBe("2026-10-28");
    expect(await day("昨天引资300万到位,登记")).toBe("2026-11-22");
  });

  it("is corrected on its card", async () => {
    const { talk } = await openDesk();
    const card = await talk("xingtai", "这个月报了2条", "不对,是3条", "是上个月的");
    expect(card).toMatchObject({ kind: "confirm", request: { fields: { reported: 3, month: "2026-10" } } });
  });

  it("reads 万 and 亿, spells them out, and adds no dollars to yuan", async () => {
    const { say } = await openDesk();
    const sum = async (text: string, conversation: string) =>
      (await say("xingtai", text, { conversation })).request?.fields.amount;
    expect(await sum("记一笔引资500万", "a")).toBe(5_000_000);
    expect(await sum("引资两千万,记上", "b")).toBe(20_000_000);
    expect(await sum("引资1.5亿,登记", "c")).toBe(150_000_000);
    expect((await say("xingtai", "登记引进外资200万美元", { conversation: "d" })).text).toContain("折成人民币");
    expect(await sum("折人民币1400万", "d")).toBe(14_000_000);
    expect((await say("xingtai", "记一笔引资500万", { conversation: "e" })).text).toContain("500万元");
  });

  it("that is yet to come, or of nothing, is not recorded", async () => {
    const { talk } = await openDesk();
    expect((await talk("xingtai", "登记一下,下个月报了2条信息")).kind).toBe("refuse");
    expect((await talk("xingtai", "取消", "登记报送信息0条")).kind).toBe("refuse");
  });

  it("is taken back though it stands, by whoever recorded it, and is out of the sum", async () => {
    const { say, talk, store } = await openDesk();
    const { request } = await talk("xingtai", "这个月报了2条", "确认");
    const other = { kind: "withdraw" as const, request: request?.id ?? "", version: 1 };
    expect((await say("xingtaizhuren", "", { action: other, conversation: "d" })).kind).toBe("status");
    const taken = await talk("xingtai", "记错了,撤回", "确认撤回");
    expect(taken).toMatchObject({ kind: "cancelled", request: { status: "withdrawn" } });
    expect(bare((await say("xingtai", "这个月还差几条")).text)).toContain("还差4条");
    expect(await store.verify()).toMatchObject({ kind: "whole", events: 2 });
  });

  it("is listed as recorded, not as approved", async () => {
    const { talk } = await openDesk();
    const { text } = await talk("xingtai", "这个月报了2条", "确认", "我的申请");
    expect(text).toContain("已登记");
    expect(text).not.toContain("已批准");
  });

  it("is not for those whose documents set no such number, and their open form stays", async () => {
    const { talk, say } = await openDesk();
    expect((await talk("keyuan", "这个月报了2条信息")).text).toContain("没有规定每月报几条信息");
    await say("keyuan", "我要请假");
    const aside = await say("keyuan", "帮我登记报送信息2条");
    expect(aside.request?.type).not.toBe("tally");
    expect((await say("keyuan", "事假,下周二一天")).request).toMatchObject({ type: "leave" });
  });

  it("is not what answers a question that has just been asked back", async () => {
    const { talk } = await openDesk();
    const answered = await talk("xingtaizhuren", "个人引资3200万,考核能推荐优秀不", "任务完成了,引资3200万");
    expect(answered.request).toBeUndefined();
    expect(answered.kind).not.toBe("confirm");
  });
});

describe("a question of what is owed", () => {
  it("takes the number of the log, of the month that is asked about", async () => {
    const { talk, say } = await openDesk();
    await talk("xingtai", "这个月报了3条", "确认", "上个月报了5条", "确认");
    expect(bare((await say("xingtai", "这个月还差几条")).text)).toContain("按登记簿:11月已登记3条");
    expect(bare((await say("xingtai", "上个月信息报够没有")).text)).toContain("按登记簿:10月已登记5条");
  });
  it("takes the year's sum of 引资", async () => {
    const { talk, say } = await openDesk();
    await talk("xingtai", "记一笔引资500万", "确认", "3月引资700万,补登", "确认");
    expect(bare((await say("xingtai", "今年招商任务完成多少了")).text)).toContain("还差1800万元");
    expect(bare((await say("xingtai", "去年引资任务完成没")).text)).toContain("2025年还没有登记过引资");
  });
  it("keeps to a number of its own", async () => {
    const { talk } = await openDesk();
    const { text, kind } = await talk("xingtai", "这个月报了3条", "确认", "这个月报了2条,还差几条");
    expect(kind).toBe("calculation");
    expect(bare(text)).toContain("还差2条");
    expect(text).not.toContain("登记簿");
  });
  it("without a word of what, is of both targets", async () => {
    const { talk } = await openDesk();
    expect(bare((await talk("xingtai", "还差多少")).text)).toMatch(/信息共0条,还差4条.*引资共0万元,还差3000万元/u);
  });
});
