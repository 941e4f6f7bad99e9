/**
 * Changing what was filed: what was sent back goes in again, an amendment takes the other's place, at the right moment.
 */
import { describe, expect, it } from "vitest";
import type { OfficeRequest } from "../../../src/assistant.ts";
import { dialogueState } from "../../../src/dialogue/state.ts";
import { openSqlite } from "../../../src/store/sqlite.ts";
import { buttonOf, type Desk, deskOn, monday, openDesk } from "../../talks/desk.ts";

/** Whoever is next sends it back, as the log would have it. */
async function sendBack({ store }: Desk, reason = "事由写清楚"): Promise<OfficeRequest> {
  const [request] = await store.requests({ requester: "keyuan" });
  if (request === undefined) throw new Error("nothing is filed");
  const step = request.approvals.findIndex(({ status }) => status === "pending");
  const by = request.approvals[step]?.approver ?? "";
  const event = { kind: "returned" as const, by, at: monday, step, reason };
  expect(await store.commit({ events: [{ requestId: request.id, expected: request.version, event }] })).toBe("done");
  return request;
}

const leave = ["下周一请两天事假,搬家", "确认"] as const;
const trip = ["下周二到周四去成都出差,考察项目,坐高铁", "确认"] as const;

/** A desk with one leave that was sent back. */
async function returned(...before: readonly (readonly [string, string])[]): Promise<Desk> {
  const desk = await openDesk();
  await desk.talk("keyuan", ...leave);
  for (const [who, text] of before) await desk.say(who, text);
  await sendBack(desk);
  return desk;
}

const kinds = async ({ store }: Desk) => (await store.log()).map(({ event }) => event.kind);

describe("a request that was sent back", () => {
  it("says so in the list, with the reason and what to do, and waits for nobody else", async () => {
    const desk = await returned();
    const { text, actions } = await desk.say("keyuan", "我的申请");
    expect(text).toContain("退回修改：事由写清楚");
    expect(text).toContain("修改后重新提交");
    expect(text).not.toContain("名录里也没有");
    expect(actions?.[0]?.action.kind).toBe("change");
    expect((await desk.say("kezhang", "待我审批的")).text).toContain("没有待您审批");
  });

  it.each(["改一下", "修改", "修改退回的那个", "退回的那个改一下", "把事由改成送孩子入学"])(
    "is opened by %s, under its own id",
    async (text) => {
      const desk = await returned();
      const [request] = await desk.store.requests({ requester: "keyuan" });
      const reply = await desk.say("keyuan", text);
      expect(reply.text).toContain("退回原因：事由写清楚");
      expect(reply.request).toMatchObject({ id: request?.id, status: "draft" });
    },
  );

  it("is opened by its id and by its button, which a second reader's stale card is not", async () => {
    const desk = await returned();
    const [request] = await desk.store.requests({ requester: "keyuan" });
    expect((await desk.say("keyuan", `修改 ${request?.id}`)).request?.id).toBe(request?.id);
    const list = await desk.say("keyuan", "我的申请", { conversation: "d" });
    const change = buttonOf(list, "change");
    expect((await desk.press("keyuan", change)).request?.id).toBe(request?.id);
    await desk.talk("keyuan", "事由改成送孩子入学", "确认");
    expect(await desk.press("keyuan", change, { conversation: "d" })).toMatchObject({ kind: "refuse" });
  });

  it("shows what changed, and is decided anew by all when something did", async () => {
    const desk = await returned(["kezhang", "同意第一条"]);
    const card = await desk.talk("keyuan", "改一下", "事由改成送孩子入学");
    expect(card).toMatchObject({ kind: "confirm" });
    expect(card.text).toContain("事由：搬家 → 送孩子入学");
    expect(card.text).toContain("各步都要重新审批");
    const filed = await desk.say("keyuan", "确认");
    expect(filed).toMatchObject({ kind: "filed", request: { status: "submitted", fields: { reason: "送孩子入学" } } });
    expect(filed.request?.approvals.map(({ status }) => status)).toEqual(["pending", "pending"]);
    expect(filed.request?.returned).toBeUndefined();
    expect(await kinds(desk)).toEqual(["filed", "approved", "returned", "resubmitted"]);
  });

  it("takes the route of what it is now", async () => {
    const desk = await returned();
    const filed = await desk.talk("keyuan", "改一下", "改成一天", "确认");
    expect(filed.request?.approvals.map(({ role }) => role)).toEqual(["科长"]);
  });

  it("keeps what was approved when something is only added, and tells it to the approver without private numbers", async () => {
    const desk = await returned(["kezhang", "同意第一条"]);
    const card = await desk.say("keyuan", "补充:已附租房合同,电话13812345678");
    expect(card).toMatchObject({ kind: "confirm" });
    expect(card.text).toContain("不用再批");
    const { request, text } = await desk.say("keyuan", "确认");
    expect(request).toMatchObject({ remark: "已附租房合同,电话***", fields: { reason: "搬家" } });
    expect(request?.approvals.map(({ status }) => status)).toEqual(["approved", "pending"]);
    expect(text).toContain("科长已经同意的，不用再批");
    expect((await desk.say("keyuan", "我的申请")).text).toContain("补充说明：已附租房合同");
    expect((await desk.say("fuju", "待我审批的")).text).toContain("补充说明：已附租房合同");
  });

  it("is not filed again with neither a change nor a word", async () => {
    const desk = await returned();
    const reply = await desk.talk("keyuan", "改一下", "确认");
    expect(reply.kind).toBe("question");
    expect(reply.text).toContain("规则：重新提交要么有改动，要么有补充说明");
    expect(await desk.say("keyuan", "不用改,说明一下:搬家公司只有那天有空")).toMatchObject({ kind: "confirm" });
    expect(await desk.say("keyuan", "确认")).toMatchObject({ kind: "filed" });
  });

  it("is not filed again with an empty supplement", async () => {
    const desk = await returned();
    expect(await desk.say("keyuan", "补充:")).toMatchObject({ kind: "question" });
    expect(await desk.say("keyuan", "确认")).toMatchObject({ kind: "question" });
  });

  it("is let be when the change is dropped", async () => {
    const desk = await returned();
    expect(await desk.talk("keyuan", "改一下", "事由改成送孩子入学", "取消")).toMatchObject({ kind: "cancelled" });
    expect(await kinds(desk)).toEqual(["filed", "returned"]);
  });

  it("is politely refused where it was filed again from another window meanwhile", async () => {
    const desk = await returned();
    await desk.talk("keyuan", "改一下", "事由改成送孩子入学");
    for (const text of ["改一下", "事由改成看望父母", "确认"]) await desk.say("keyuan", text, { conversation: "d" });
    const late = await desk.say("keyuan", "确认");
    expect(late).toMatchObject({ kind: "refuse", request: { fields: { reason: "看望父母" } } });
    expect(await kinds(desk)).toEqual(["filed", "returned", "resubmitted"]);
  });

  it("is not filed again by a button of the card that it was first filed by", async () => {
    const desk = await openDesk();
    const first = await desk.say("keyuan", leave[0]);
    await desk.say("keyuan", "确认");
    await sendBack(desk);
    await desk.talk("keyuan", "改一下", "事由改成送孩子入学");
    expect(await desk.press("keyuan", buttonOf(first, "confirm"))).toMatchObject({ kind: "refuse" });
    expect(await kinds(desk)).toEqual(["filed", "returned"]);
  });

  it("goes on where it was after the process was killed", async () => {
    const store = await openSqlite(":memory:");
    const before = deskOn(store);
    await before.talk("keyuan", ...leave);
    await sendBack(before);
    await before.talk("keyuan", "改一下", "事由改成送孩子入学");
    const after = deskOn(store);
    expect(await after.say("keyuan", "确认")).toMatchObject({
      kind: "filed",
      request: { fields: { reason: "送孩子入学" } },
    });
    await store.close();
  });

  it("is no trouble to a state that was stored before there were changes", () => {
    const stored = { draft: { type: "leave", id: "Q-1", facts: {} }, shown: [], listed: [], begun: 1 };
    expect(dialogueState.parse(stored).draft).toMatchObject({ id: "Q-1", revision: 0 });
  });

  it("is nobody's but its requester's", async () => {
    const desk = await returned();
    const [request] = await desk.store.requests({ requester: "keyuan" });
    const action = { kind: "change" as const, request: request?.id ?? "", version: 2 };
    for (const reply of [await desk.say("fuju", `修改 ${request?.id}`), await desk.press("fuju", action)]) {
      expect(reply.kind).toBe("status");
      expect(reply.text).not.toContain("搬家");
    }
  });
});

describe("an amendment", () => {
  it("of what is under way takes its place when it is filed", async () => {
    const desk = await openDesk();
    const { request: old } = await desk.talk("keyuan", ...trip);
    const card = await desk.say("keyuan", "把我去成都的出差改到周五回来");
    expect(card.text).toContain(`变更 **${old?.id}**`);
    expect(card.text).toContain("天数：3天 → 4天");
    const { request } = await desk.say("keyuan", "确认");
    expect(request).toMatchObject({ amends: old?.id, status: "submitted", fields: { end: "2026-12-04", days: 4 } });
    expect(await desk.store.request(old?.id ?? "")).toMatchObject({ status: "cancelled", amendedBy: request?.id });
    expect((await desk.say("fuju", "待我审批的")).text).toContain(`变更 ${old?.id}`);
    const { text } = await desk.say("keyuan", "我的申请");
    expect(text).toContain(`变更 ${old?.id}`);
    expect(text).toContain(`被 ${request?.id} 取代`);
    expect(await desk.store.verify()).toMatchObject({ kind: "whole" });
  });

  it("of what is approved leaves it in force until it is approved itself", async () => {
    const desk = await openDesk();
    const { request: old } = await desk.talk("keyuan", ...trip);
    await desk.say("fuju", "同意第一条");
    const card = await desk.say("keyuan", "把我去成都的出差改到周五回来");
    expect(card.text).toContain("原申请仍然有效");
    const filed = await desk.say("keyuan", "确认");
    expect(filed.text).toContain("仍然有效");
    const before = await desk.store.request(old?.id ?? "");
    expect(before).toMatchObject({ status: "approved" });
    const approved = await desk.say("fuju", "同意第一条");
    expect(approved).toMatchObject({ kind: "approval", request: { id: filed.request?.id, status: "approved" } });
    expect(approved.text).toContain(`${old?.id}`);
    expect(await desk.store.request(old?.id ?? "")).toMatchObject({
      status: "cancelled",
      amendedBy: filed.request?.id,
    });
  });

  it("of an amendment that waits is refused: one at a time", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", ...trip);
    await desk.say("fuju", "同意第一条");
    await desk.talk("keyuan", "把我去成都的出差改到周五回来", "确认");
    const reply = await desk.say("keyuan", "把我去成都的出差改到周三回来");
    expect(reply).toMatchObject({ kind: "refuse" });
    expect(reply.text).toContain("规则：一件申请同时只能有一份变更");
    expect(reply.citations.length).toBeGreaterThan(0);
  });

  it("that was sent back goes in again, though the other is cancelled already", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", ...trip);
    await desk.talk("keyuan", "把我去成都的出差改到周五回来", "确认");
    await sendBack(desk);
    expect(await desk.talk("keyuan", "改一下", "改到周四回来", "确认")).toMatchObject({ kind: "filed" });
    expect((await kinds(desk)).at(-1)).toBe("resubmitted");
  });

  it("of a claim keeps the trip that the claim stands on", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", "上周一到周三去成都出差,考察项目,坐高铁", "确认");
    const [paper] = await desk.store.requests({ requester: "keyuan" });
    await desk.say("fuju", "同意第一条");
    await desk.talk("keyuan", "报销差旅费,机票936,住宿640", "确认");
    const card = await desk.talk("keyuan", "变更我的报销", "住宿改成600");
    expect(card.request?.fields).toMatchObject({ basis: paper?.id, amount: 1536 });
    // What was taken is known again, though only the lines were stored.
    expect(card.text).toContain("报的是机票");
    expect(await desk.say("keyuan", "确认")).toMatchObject({
      kind: "filed",
      request: { fields: { basis: paper?.id } },
    });
  });

  it("of what is settled replaces it at once, and it is counted once", async () => {
    const desk = await openDesk();
    await desk.talk("xingtai", "上个月报了3条", "确认");
    const filed = await desk.talk("xingtai", "把任务登记改成4条", "确认");
    expect(filed).toMatchObject({ kind: "filed", request: { status: "approved", fields: { reported: 4 } } });
    expect(filed.text).toContain("共4条");
    expect((await desk.store.requests({ requester: "xingtai" })).map(({ status }) => status)).toEqual([
      "approved",
      "cancelled",
    ]);
  });

  it("that changes nothing is not filed", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", ...trip);
    expect((await desk.talk("keyuan", "变更去成都的出差", "确认")).text).toContain("规则：变更要有改动");
  });

  it.each(["出差改期", "我的出差想改一下", "再改一下我的出差", "能不能帮我把去成都的出差改一下", "出差的事改一下"])(
    "is begun by %s",
    async (text) => {
      const desk = await openDesk();
      const { request } = await desk.talk("keyuan", ...trip);
      expect((await desk.say("keyuan", text)).request).toMatchObject({ type: "travel", amends: request?.id });
    },
  );

  it("leaves what else the message asked for until it is filed", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", ...leave);
    const card = await desk.say("keyuan", "把我的请假改成三天,另外帮我报销车票120元");
    expect(card).toMatchObject({ kind: "confirm", request: { type: "leave", fields: { days: 3 } } });
    const filed = await desk.say("keyuan", "确认");
    expect(filed).toMatchObject({ kind: "filed" });
    expect(filed.text).toContain("报销");
  });

  it("counts on the list that was shown", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", ...leave);
    const card = await desk.talk("keyuan", ...trip, "我的申请", "把第一条改到12月5日回来");
    expect(card).toMatchObject({ kind: "confirm", request: { type: "travel", fields: { end: "2026-12-05" } } });
  });

  it("asks which of several, and goes on with what was wanted", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", "下周一请一天事假,搬家", "确认", "下周四请一天病假", "确认");
    const ask = await desk.say("keyuan", "改一下我的请假,改成两天");
    expect(ask).toMatchObject({ kind: "question" });
    expect(ask.requests).toHaveLength(2);
    for (const which of ["事假那个", "第二条", "2"]) {
      const card = await desk.say("keyuan", which);
      expect(card).toMatchObject({ kind: "confirm", request: { fields: { leaveType: "事假", days: 2 } } });
      await desk.talk("keyuan", "取消", "改一下我的请假,改成两天");
    }
  });

  it.each([
    ["去成都的出差", "有后续手续的申请不能变更", ["上周一到周三去成都出差,考察项目,坐高铁", "确认"]],
    ["我的请假", "还在审批中的和已批准的才能变更", leave],
  ] as const)("of %s that may not be names the rule and cites the chain", async (what, rule, filing) => {
    const desk = await openDesk();
    await desk.talk("keyuan", ...filing);
    if (what === "我的请假") await desk.say("kezhang", "驳回第一条 原因:人手不够");
    else {
      await desk.say("fuju", "同意第一条");
      await desk.talk("keyuan", "报销差旅费,高铁票236", "确认");
    }
    const reply = await desk.say("keyuan", `变更${what}`);
    expect(reply).toMatchObject({ kind: "refuse" });
    expect(reply.text).toContain(rule);
    expect(reply.citations.length).toBeGreaterThan(0);
  });

  it("is no answer to a question, nor to what is being filled in", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", ...trip);
    for (const text of ["请假改成三天要重新批吗", "出差改期要不要重新审批"])
      expect((await desk.say("keyuan", text)).request).toBeUndefined();
    const draft = await desk.talk("keyuan", "下周一请一天事假", "把天数改成两天");
    expect(draft).toMatchObject({ kind: "confirm", request: { type: "leave", fields: { days: 2 } } });
    expect(draft.request?.amends).toBeUndefined();
  });
});
