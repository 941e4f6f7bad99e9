/**
 * What an approver says of the list: nothing is decided that was asked, left to others, conditional or about an old list.
 */
import { describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../../talks/desk.ts";

/** keyuan's sick leave, then a day off to move house: both wait for kezhang. */
async function twoWait(): Promise<Desk> {
  const desk = await openDesk();
  await desk.talk("keyuan", "下周一请一天病假,感冒", "确认", "下周四请一天事假,搬家", "确认");
  return desk;
}

async function oneWaits(): Promise<Desk> {
  const desk = await openDesk();
  await desk.talk("keyuan", "下周二请一天事假,搬家", "确认");
  return desk;
}

const decisions = async ({ store }: Desk) =>
  (await store.log()).filter(({ event }) => event.kind !== "filed").map(({ event }) => event.kind);

describe("a verdict on the list", () => {
  it.each([
    ["第二条请局长来批", "委托代理"],
    ["这条转给办公室主任", "委托代理"],
    ["批准第二条?", "要同意第2条吗"],
    ["第二条能同意吗", "要同意第2条吗"],
    ["同意第一条,要不退回", "听到两种说法"],
    ["同意第一条,但必须改成半天", "退回修改吗"],
    ["同意年休假那条", "没有找到"],
    ["同意科员的", "不止一件"],
  ])("is not carried out: %s", async (text, told) => {
    const desk = await twoWait();
    expect((await desk.talk("kezhang", "待我审批的", text)).text).toContain(told);
    expect(await decisions(desk)).toEqual([]);
  });

  it.each([
    ["第一条,退,缺证明", "returned", "原因：缺证明"],
    ["退回第二条 没说谁代班", "returned", "原因：没说谁代班"],
    ["驳回第二条,等局长同意了再请", "rejected", "原因：等局长同意了再请"],
    ["同意搬家那条", "approved", "搬家"],
    ["病假的不同意,缺证明", "rejected", "病假"],
    ["同意第二条,下次早点说", "approved", "搬家"],
  ])("is carried out: %s", async (text, kind, told) => {
    const desk = await twoWait();
    expect((await desk.talk("kezhang", "待我审批的", text)).text).toContain(told);
    expect(await decisions(desk)).toEqual([kind]);
  });

  it("counts on a list that was seen: of several the list comes first", async () => {
    const desk = await twoWait();
    expect(await desk.say("kezhang", "同意第一条")).toMatchObject({ kind: "question" });
    expect(await decisions(desk)).toEqual([]);
    expect((await desk.say("kezhang", "同意第一条")).text).toContain("感冒");
  });

  it("on an old list names what waits now", async () => {
    const desk = await oneWaits();
    await desk.talk("kezhang", "待我审批的", "同意第一条");
    await desk.talk("keyuan", "下周五请一天事假,装修", "确认");
    const reply = await desk.say("kezhang", "同意第一条");
    expect(reply).toMatchObject({ kind: "refuse" });
    expect(reply.text).toContain("装修");
    expect(await decisions(desk)).toEqual(["approved"]);
  });

  it.each(["好的", "1", "可以", "第一条"])(
    "of %s under a list of one is asked for, and given by a yes",
    async (text) => {
      const desk = await oneWaits();
      const asked = await desk.talk("kezhang", "待我审批的", text);
      expect(asked.text).toContain("要同意第1条吗");
      expect(asked.actions?.map(({ action }) => action.kind)).toEqual(["approve", "reject", "return"]);
      expect(await decisions(desk)).toEqual([]);
      expect(await desk.say("kezhang", "对")).toMatchObject({ kind: "approval" });
    },
  );

  it("is asked for no more once something else was said", async () => {
    const desk = await oneWaits();
    await desk.talk("kezhang", "待我审批的", "好的", "病假要交什么证明", "好的");
    expect(await decisions(desk)).toEqual([]);
  });

  it("waits for its reason beside a question", async () => {
    const desk = await oneWaits();
    const beside = await desk.talk("kezhang", "待我审批的", "驳回第一条", "事假一天谁批?");
    expect(beside.text).toContain("还没有办");
    expect((await desk.say("kezhang", "那天要开会")).text).toContain("原因：那天要开会");
  });

  it.each(["我自己的那条我批了", "我的申请我自己能批吗"])("on one's own is refused by its rule: %s", async (text) => {
    const desk = await openDesk();
    await desk.talk("kezhang", "下周一请一天事假,搬家", "确认");
    const reply = await desk.say("kezhang", text);
    expect(reply).toMatchObject({ kind: "refuse" });
    expect(reply.text).toContain("谁的申请，谁就不能批");
    expect(reply.citations.map(({ clause }) => clause)).toEqual(["一、(十)2"]);
  });
});

describe("a change", () => {
  it("is shown to who decides it, and gives no alarm where it replaced what was under way", async () => {
    const desk = await oneWaits();
    await desk.talk("keyuan", "把我的请假改到下周三", "确认");
    const list = await desk.say("kezhang", "待我审批的");
    expect(list.text).toContain("改动：");
    expect(list.text).toContain("12月1日（周二） → 2026年12月2日（周三）");
    expect((await desk.say("kezhang", "同意第一条")).text).not.toContain("没有代替");
  });
});

describe("what its rules say against it", () => {
  it("is told to who decides: a late return, a claim that stands on nothing", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", "报销差旅费,11月17日到19日,住宿费900", "没有出差单", "确认");
    expect((await desk.say("fuju", "待我审批的")).text).toContain("没有找到申请人名下已批准");
    await desk.talk("keyuan", "明天请一天事假,搬家", "确认");
    await desk.talk("kezhang", "待我审批的", "同意第一条");
    const late = { now: "2026-11-27T09:00:00+08:00" };
    await desk.say("keyuan", "销假,今天回来的", late);
    await desk.say("keyuan", "确认", late);
    expect((await desk.say("kezhang", "待我审批的", late)).text).toContain("按旷工论");
  });

  it("is the same on the card and on the list when a claim is filed again", async () => {
    const desk = await openDesk();
    const before = { now: "2026-11-16T09:00:00+08:00" };
    for (const text of ["明天坐高铁去成都出差三天,谈项目,住宿", "确认"]) await desk.say("keyuan", text, before);
    await desk.say("fuju", "同意第一条", before);
    await desk.talk("keyuan", "报销差旅费,高铁票236,伙食补助400,公杂费300", "确认");
    expect((await desk.say("fuju", "待我审批的")).text).toContain("超出250元");
    await desk.say("fuju", "退回第一条 说明为什么多");
    expect((await desk.say("keyuan", "补充:展会延长")).text).toContain("**250**");
    await desk.say("keyuan", "确认");
    expect((await desk.say("fuju", "待我审批的")).text).toContain("超出250元");
  });
});

describe("a list to take one back from", () => {
  it.each(["第一条", "2", "就第二条吧"])("is answered by %s alone", async (text) => {
    const desk = await twoWait();
    expect(await desk.talk("keyuan", "撤回", text)).toMatchObject({ kind: "confirm" });
  });
  it("is dropped by 取消, kept by a question, left by another wish", async () => {
    const desk = await twoWait();
    expect(await desk.talk("keyuan", "撤回", "取消")).toMatchObject({ kind: "cancelled" });
    expect(await desk.talk("keyuan", "撤回", "病假要证明吗", "第二条")).toMatchObject({ kind: "confirm" });
    const other = await desk.talk("keyuan", "取消", "撤回", "后天坐火车去成都出差两天,谈项目");
    expect(other.request).toMatchObject({ type: "travel", status: "draft" });
  });
});

describe("a request named by its number", () => {
  it("is decided, whatever its place in the list, and with the reason behind it", async () => {
    const desk = await openDesk();
    const first = await desk.talk("keyuan", "下周一请一天事假,搬家", "确认");
    const second = await desk.talk("keyuan", "下周二请一天事假,看房", "确认");
    expect(await desk.say("kezhang", `同意 ${second.request?.id}`)).toMatchObject({
      kind: "approval",
      request: { id: second.request?.id, status: "approved" },
    });
    const rejected = await desk.say("kezhang", `驳回 ${first.request?.id.toLowerCase()} 人手不够`);
    expect(rejected.request?.approvals[0]).toMatchObject({ status: "rejected", reason: "人手不够" });
  });

  it("is nobody's to decide whom it does not wait for, and nothing of it is told", async () => {
    const desk = await openDesk();
    const { request } = await desk.talk("keyuan", "下周一请一天事假,搬家", "确认");
    await desk.talk("kezhang", "下周一请一天事假,办证", "确认");
    const { kind, text } = await desk.say("fuju", `同意 ${request?.id}`);
    expect(kind).toBe("refuse");
    expect(text).not.toContain("搬家");
    expect((await desk.store.request(request?.id ?? ""))?.status).toBe("submitted");
  });
});
