/**
 * Closing a trip: which trip, its last day, what the documents want done then, and what a claim is told by it.
 */
import { describe, expect, it } from "vitest";
import { buttonOf, type Desk, monday, openDesk } from "../../talks/desk.ts";

const wednesday = { now: "2026-11-25T17:00:00+08:00" };

/** A desk with an approved trip to 成都 from Monday to Thursday. */
async function underWay(): Promise<Desk> {
  const desk = await openDesk();
  await desk.talk("keyuan", "今天到周四去成都出差,考察项目,坐高铁", "确认");
  await desk.say("fuju", "同意第一条");
  return desk;
}

describe("a trip that is over", () => {
  it.each([
    ["我出差回来了", "2026-11-25"],
    ["成都的差出完了,昨天回来的", "2026-11-24"],
    ["昨天从成都出差回来了", "2026-11-24"],
    ["出差提前结束了,周二回来的", "2026-11-24"],
    ["成都的差出完了,24号回来的", "2026-11-24"],
    ["出差结束", "2026-11-25"],
  ])("%s: closed on %s, once that is confirmed", async (text, end) => {
    const { say, store } = await underWay();
    const card = await say("keyuan", text, wednesday);
    expect(card).toMatchObject({ kind: "confirm", request: { type: "travel" } });
    expect(card.text).toContain("早，报销时按实际的");
    expect((await store.log()).map(({ event }) => event.kind)).not.toContain("closed");
    const done = await say("keyuan", "确认", wednesday);
    expect(done).toMatchObject({ kind: "filed", request: { closed: { end } } });
    expect(done.text).toContain("出差结束后应及时办理报销手续");
    expect(done.citations[0]?.quote).toContain("及时办理报销手续");
  });

  it.each([
    ["11月24号回的", "11月24日"],
    ["是11月23号", "11月23日"],
    ["11月24日", "11月24日"],
    ["不对,24号到的单位", "11月24日"],
    ["是周二吧", "11月24日"],
  ])("takes %s for its last day while it waits for yes", async (text, last) => {
    const { say } = await underWay();
    await say("keyuan", "出差回来了", wednesday);
    const card = await say("keyuan", text, wednesday);
    expect(card.kind).toBe("confirm");
    expect(card.text).toContain(last);
  });

  it("gives way to a form that is named while it waits", async () => {
    const { say } = await underWay();
    await say("keyuan", "出差回来了", wednesday);
    expect((await say("keyuan", "12月1号请一天事假", wednesday)).request?.type).toBe("leave");
  });

  it.each(["登记错了,是周四回来的", "不对,是23号回的", "最后一天登记得不对"])(
    "%s, once it is closed: it says how that is corrected",
    async (text) => {
      const { say, talk } = await underWay();
      await say("keyuan", "出差回来了", wednesday);
      await say("keyuan", "确认", wednesday);
      const reply = await say("keyuan", text, wednesday);
      expect(reply).toMatchObject({ kind: "refuse", request: { type: "travel" } });
      expect(reply.text).toContain("告诉局办公室更正");
      expect((await talk("kezhang", text)).text).not.toContain("局办公室更正");
    },
  );

  it("longer than it was approved wants the amendment first", async () => {
    const { say } = await underWay();
    const { kind, text } = await say("keyuan", "成都回来了,周五才回来的", { now: "2026-11-28T09:00:00+08:00" });
    expect(kind).toBe("refuse");
    expect(text).toMatch(/^要先变更这次出差/u);
  });

  it("takes another day while it waits for yes, and is let be", async () => {
    const { say, store } = await underWay();
    await say("keyuan", "我出差回来了", wednesday);
    expect((await say("keyuan", "昨天回来的", wednesday)).text).toContain("11月24日");
    expect(await say("keyuan", "先不登记", wednesday)).toMatchObject({ kind: "cancelled" });
    expect((await store.requests({ requester: "keyuan" }))[0]?.closed).toBeUndefined();
  });

  it("is claimed for as long as it was", async () => {
    const { say } = await underWay();
    for (const text of ["我出差回来了", "确认"]) await say("keyuan", text, wednesday);
    const claim = await say("keyuan", "报销差旅费,高铁票236,伙食补助400", wednesday);
    expect(claim.request?.fields).toMatchObject({ start: "2026-11-23", end: "2026-11-25" });
    expect(claim.text).toContain("300");
  });

  it("is closed by its button, and not twice", async () => {
    const { say, press } = await underWay();
    const card = await say("keyuan", "我出差回来了", wednesday);
    const close = buttonOf(card, "close");
    expect(await press("keyuan", close, wednesday)).toMatchObject({ kind: "filed" });
    expect(await press("keyuan", close, wednesday)).toMatchObject({ kind: "refuse" });
    const again = await say("keyuan", "成都出差回来了", wednesday);
    expect(again.text).toContain("规则：一次出差只登记一次");
  });

  it.each([
    ["2026-11-26", "出差结束以后才登记"],
    ["2026-11-20", "出差结束不早于开始"],
  ])("on %s: refused by the rule, with the clause of the trip's chain", async (end, rule) => {
    const { press, store } = await underWay();
    const [trip] = await store.requests({ requester: "keyuan" });
    const action = { kind: "close" as const, request: trip?.id ?? "", version: trip?.version ?? 0, end };
    const reply = await press("keyuan", action, wednesday);
    expect(reply.text).toContain(rule);
    expect(reply.citations.length).toBeGreaterThan(0);
  });

  it("does not grow by being closed: longer than approved is for whoever approves", async () => {
    const { say } = await underWay();
    const later = { now: "2026-12-01T09:00:00+08:00" };
    expect((await say("keyuan", "成都的差出完了,上周五回来的", later)).text).toContain("要先变更这次出差");
  });

  it("is one's own, begun and approved", async () => {
    const { say, press, store } = await underWay();
    const [trip] = await store.requests({ requester: "keyuan" });
    const action = { kind: "close" as const, request: trip?.id ?? "", version: 2, end: "2026-11-24" };
    expect(await press("kezhang", action, wednesday)).toMatchObject({ kind: "status" });
    expect((await say("kezhang", "我出差回来了", wednesday)).text).toContain("没有可以登记结束的出差");
    const early = await openDesk();
    await early.talk("keyuan", "下周二到周四去成都出差,考察项目,坐高铁", "确认");
    expect((await early.say("keyuan", "去成都出差回来了", { now: monday })).text).toContain("已批准的出差才能登记结束");
  });

  it("asks which of two", async () => {
    const { talk, say } = await underWay();
    await talk("keyuan", "上周一到周二去德阳出差,考察项目,坐高铁", "确认");
    await say("fuju", "同意第一条");
    const ask = await say("keyuan", "我出差回来了", wednesday);
    expect(ask).toMatchObject({ kind: "question" });
    const card = await say("keyuan", "德阳的", wednesday);
    expect(card).toMatchObject({ kind: "confirm", request: { fields: { destination: "德阳" } } });
    expect(card.text).toContain("11月17日");
  });

  it("is no question, no claim, and no return from a leave", async () => {
    const { say } = await underWay();
    for (const text of ["出差回来多久内报销", "出差回来要报哪些票", "我出差回来了,报销高铁票236", "出差还没结束"])
      expect((await say("keyuan", text, { ...wednesday, conversation: text })).text).not.toContain("登记出差结束");
  });
});
