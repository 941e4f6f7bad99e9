/**
 * Standing in, as two colleagues meet it: one names a deputy or is away, the other finds the requests and decides them.
 */
import { describe, expect, it } from "vitest";
import { waitingToday } from "../../../src/moves/deciding/stand-ins.ts";
import type { OfficeRequest } from "../../../src/requests/request.ts";
import { type Desk, office, openDesk } from "../../talks/desk.ts";

/** The Friday before the Monday of the desk. */
const friday = { now: "2026-11-20T09:00:00+08:00" };
const nextMonday = { now: "2026-11-30T09:00:00+08:00" };

async function onLeave(desk: Desk, who: "fuju" | "kezhang"): Promise<void> {
  await desk.say(who, "下周一到下周三请三天事假", friday);
  await desk.say(who, "确认", friday);
  if (who === "kezhang") await desk.say("fuju", "同意第一条", friday);
  const last = await desk.say("juzhang", "同意第一条", friday);
  expect(last).toMatchObject({ kind: "approval", request: { requester: who, status: "approved" } });
}
async function entrusted(desk: Desk, who: string, text: string): Promise<OfficeRequest> {
  const shown = await desk.say(who, text, friday);
  const filed = await desk.say(who, "确认", friday);
  if (filed.kind !== "filed" || filed.request === undefined) throw new Error(`${shown.text}\n${filed.text}`);
  return filed.request;
}
/** keyuan asks for a trip that 分管局领导 decides; 科长 for a day's leave, likewise. */
const trip = (desk: Desk) => desk.talk("keyuan", "下周四去成都出差一天,谈项目,坐高铁", "确认");
const dayOff = (desk: Desk) => desk.talk("kezhang", "下周四请一天事假", "确认");
const decisions = async ({ store }: Desk) =>
  (await store.log()).flatMap(({ event }) =>
    event.kind === "filed"
      ? []
      : [`${event.kind} ${event.by}${"for" in event && event.for ? ` for ${event.for}` : ""}`],
  );

describe("a deputy", () => {
  it("finds what waits for the one who named them, decides it, and the trail says for whom", async () => {
    const desk = await openDesk();
    const { id } = await entrusted(desk, "fuju", "下周我不在,由办公室主任代我审批");
    const filed = await trip(desk);
    expect(filed.text).toContain("分管局领导（分管副局长委托办公室主任代）");
    expect((await desk.say("bangongshi", "待我审批的")).text).toContain("代分管副局长");
    const done = await desk.say("bangongshi", "同意第一条");
    expect(done).toMatchObject({ kind: "approval", request: { status: "approved" } });
    expect(done.text).toContain("已同意（办公室主任 代 分管副局长）");
    const decided = (await desk.store.log(filed.request?.id)).at(-1)?.event;
    expect(decided).toMatchObject({ kind: "approved", by: "bangongshi", for: "fuju", under: id });
    expect((await desk.say("keyuan", "我的申请")).text).toContain("办公室主任 代 分管副局长");
    expect(await desk.store.verify()).toMatchObject({ kind: "whole" });
  });

  it("of somebody on leave who named nobody is the superior, who is told so", async () => {
    const desk = await openDesk();
    await onLeave(desk, "fuju");
    expect((await trip(desk)).text).toContain("分管局领导（分管副局长不在岗，由局长代）");
    expect((await desk.talk("juzhang", "待我审批的", "同意第一条")).kind).toBe("approval");
  });

  it("stands in until the last day, and not before the first", async () => {
    const desk = await openDesk();
    await entrusted(desk, "fuju", "下周一到下周三由办公室主任代我审批");
    await trip(desk);
    expect((await desk.say("bangongshi", "待我审批的", friday)).text).toContain("没有");
    expect((await desk.say("bangongshi", "待我审批的")).requests).toHaveLength(1);
    const late = await desk.say("bangongshi", "同意第一条", { now: "2026-11-26T09:00:00+08:00" });
    expect(late.kind).toBe("refuse");
    expect(await decisions(desk)).toEqual([]);
  });

  it("decides nothing more once the deputation is taken back, even from the list shown before", async () => {
    const desk = await openDesk();
    await entrusted(desk, "fuju", "下周我不在,由办公室主任代我审批");
    await trip(desk);
    await desk.say("bangongshi", "待我审批的");
    expect((await desk.talk("fuju", "撤回", "确认撤回")).kind).toBe("cancelled");
    const late = await desk.say("bangongshi", "同意第一条");
    expect(late.kind).toBe("refuse");
    expect(late.request).toBeUndefined();
    expect(await decisions(desk)).toEqual(["withdrawn fuju"]);
  });

  it("leaves it to the approver to decide all the same", async () => {
    const desk = await openDesk();
    await entrusted(desk, "fuju", "下周我不在,由办公室主任代我审批");
    await trip(desk);
    expect((await desk.talk("fuju", "待我审批的", "同意第一条")).kind).toBe("approval");
    expect(await decisions(desk)).toEqual(["approved fuju"]);
  });

  it("does not decide their own request: the next superior does", async () => {
    const desk = await openDesk();
    await entrusted(desk, "fuju", "下周我不在,由科长代我审批");
    expect((await dayOff(desk)).text).toContain("（由局长代分管副局长）");
    expect((await desk.talk("kezhang", "待我审批的", "同意第一条")).kind).toBe("refuse");
    expect((await desk.say("juzhang", "同意第一条")).kind).toBe("approval");
  });

  it("for the seal is a member of the leading group, as the clause has it", async () => {
    const desk = await openDesk();
    const shown = await desk.say("juzhang", "下周我不在,由办公室主任代我审批", friday);
    expect(shown.text).toContain("用印申请只能委托局领导班子成员");
    expect(shown.citations.map(({ clause }) => clause)).toContain("一、(十一)2");
    await desk.say("juzhang", "确认", friday);
    await desk.talk("keyuan", "要盖章,合作协议一份", "确认");
    expect((await desk.say("bangongshi", "待我审批的")).text).toContain("没有");
    expect((await desk.say("juzhang", "待我审批的")).requests).toHaveLength(1);
  });

  it("stands in the waiting list in the order of filing, beside what is their own", async () => {
    const desk = await openDesk();
    await entrusted(desk, "fuju", "下周我不在,由办公室主任代我审批");
    await desk.say("keyuan", "下周四去成都出差一天,谈项目,坐高铁", { now: "2026-11-23T10:00:00+08:00" });
    const later = await desk.say("keyuan", "确认", { now: "2026-11-23T10:00:00+08:00" });
    await desk.say("jiashiyuan", "下周三请一天事假", { now: "2026-11-23T09:30:00+08:00" });
    const earlier = await desk.say("jiashiyuan", "确认", { now: "2026-11-23T09:30:00+08:00" });
    const list = await waitingToday({ ...office, store: desk.store }, "bangongshi", "2026-11-23");
    expect(list.map(({ id }) => id)).toEqual([earlier.request?.id, later.request?.id]);
    expect(
      await waitingToday({ ...office, store: desk.store }, "bangongshi", nextMonday.now.slice(0, 10)),
    ).toHaveLength(1);
  });
});

describe("naming a deputy", () => {
  it.each([
    ["fuju", "下周我不在,由办公室主任代我审批", "bangongshi", "2026-11-23", "2026-11-29"],
    ["juzhang", "请分管副局长代批,从周一到周三", "fuju", "2026-11-23", "2026-11-25"],
    ["juzhang", "下周二到下周四委托副局长代我审批", "fuju", "2026-11-24", "2026-11-26"],
    ["fuju", "明天由局长代我批", "juzhang", "2026-11-21", "2026-11-21"],
    ["kezhang", "11月25号到27号由bangongshi代我审批", "bangongshi", "2026-11-25", "2026-11-27"],
  ])("is said by the post: %s, %s", async (who, text, deputy, start, end) => {
    const desk = await openDesk();
    const shown = await desk.say(who, text, friday);
    expect(shown).toMatchObject({ kind: "confirm", request: { type: "deputation", fields: { deputy, start, end } } });
    expect(shown.text).toContain("制度没有写由谁代批");
    const filed = await desk.say(who, "确认", friday);
    expect(filed).toMatchObject({ kind: "filed", request: { status: "approved", approvals: [] } });
  });

  it("asks for whom it is not told, and takes neither oneself nor another unit's people", async () => {
    const desk = await openDesk();
    await desk.say("fuju", "我要办委托代理");
    expect((await desk.say("fuju", "分管副局长")).text).toContain("委托谁");
    expect((await desk.say("fuju", "北京联络处主任")).text).toContain("委托谁");
    expect((await desk.say("fuju", "办公室主任")).text).toContain("哪天");
    expect(await desk.say("fuju", "明天")).toMatchObject({
      kind: "confirm",
      request: { fields: { deputy: "bangongshi", deputyPost: "办公室主任", start: "2026-11-24", end: "2026-11-24" } },
    });
  });

  it("is for those alone who have something to decide", async () => {
    const desk = await openDesk();
    const reply = await desk.say("jiashiyuan", "明天由科长代我审批");
    expect(reply.kind).toBe("abstain");
    expect(reply.request).toBeUndefined();
  });
});

describe("who has no part in it", () => {
  it("learns nothing of the request, whoever stands in", async () => {
    const desk = await openDesk();
    await entrusted(desk, "fuju", "下周我不在,由办公室主任代我审批");
    const { request } = await trip(desk);
    for (const kind of ["approve", "return"] as const) {
      const action = { kind, request: request?.id ?? "", version: 1, reason: "补" };
      const reply = await desk.press("fenjuzhang", action);
      expect(reply).toMatchObject({ kind: "refuse", citations: [] });
      expect(reply.request).toBeUndefined();
      expect(reply.text).not.toContain("成都");
    }
  });
  it("is told whose step it is, by which clause, only where they have a part in the chain", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", "下周一请两天事假", "确认");
    const [request] = await desk.store.requests({ requester: "keyuan" });
    const press = (as: string) => desk.press(as, { kind: "approve", request: request?.id ?? "", version: 1 });
    expect((await press("fuju")).text).toContain("现在等科长(一、(十)2)审批");
    expect((await press("fuju")).citations.map(({ clause }) => clause)).toEqual(["一、(十)2"]);
    expect((await press("keyuan")).text).toContain("不能审批自己的申请");
    expect((await press("juzhang")).citations).toEqual([]);
  });
});
