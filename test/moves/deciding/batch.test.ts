/**
 * Approving several at once: a summary, a second yes, one commit; and sending back for change.
 */
import { describe, expect, it } from "vitest";
import { buttonOf, type Desk, openDesk } from "../../talks/desk.ts";

/** Three requests wait for kezhang, each of a day. */
async function threeWait(): Promise<Desk> {
  const desk = await openDesk();
  for (const day of ["下周一", "下周三", "下周五"]) await desk.talk("keyuan", `${day}请一天事假,办私事`, "确认");
  return desk;
}
const decisions = async ({ store }: Desk) =>
  (await store.log()).flatMap(({ event }) => (event.kind === "filed" ? [] : [`${event.kind} ${event.by}`]));
const statuses = async ({ store }: Desk) =>
  (await store.requests({ requester: "keyuan" })).map(({ status }) => status).toReversed();

describe("approving all at once", () => {
  it.each(["全部同意", "都批了", "全部通过"])(
    "shows a summary and decides nothing before the second yes: %s",
    async (text) => {
      const desk = await threeWait();
      const shown = await desk.talk("kezhang", "待我审批的", text);
      expect(shown.kind).toBe("confirm");
      for (const part of ["| 1 |", "| 3 |", "1天", "办私事", "投资促进一科 科员"]) expect(shown.text).toContain(part);
      expect(await decisions(desk)).toEqual([]);
      expect(await desk.say("kezhang", "确认全部同意")).toMatchObject({ kind: "approval" });
      expect(await statuses(desk)).toEqual(["approved", "approved", "approved"]);
      expect(await desk.store.verify()).toMatchObject({ kind: "whole" });
    },
  );

  it.each([["同意第一条和第三条"], ["同意1和3"], ["同意第一、三条"], ["第一条和第三条都同意"]])(
    "takes those alone that are numbered: %s",
    async (text) => {
      const desk = await threeWait();
      const shown = await desk.talk("kezhang", "待我审批的", text);
      expect(shown.kind).toBe("confirm");
      expect(shown.text).toContain("| 3 |");
      expect(shown.text).not.toContain("| 2 |");
      await desk.say("kezhang", "确认");
      expect(await statuses(desk)).toEqual(["approved", "submitted", "approved"]);
    },
  );

  it.each(["除了第一条全部同意", "第一条驳回,其他的都同意", "同意第一条和第二条,第三条驳回"])(
    "asks which where a part is left out or refused in the same breath: %s",
    async (text) => {
      const desk = await threeWait();
      await desk.talk("kezhang", "待我审批的", text, "确认");
      expect(await decisions(desk)).toEqual([]);
    },
  );

  it.each(["接待标准是多少", "你好", "第二条什么情况", "先不批", "取消", "我要请假", "好", "可以"])(
    "is off where something else is said in between: %s",
    async (text) => {
      const desk = await threeWait();
      await desk.talk("kezhang", "全部同意", text, "确认");
      expect(await decisions(desk)).toEqual([]);
    },
  );

  it("by the button of another summary than the last is refused", async () => {
    const desk = await threeWait();
    const first = buttonOf(await desk.say("kezhang", "全部同意"), "approve-all");
    const second = buttonOf(await desk.say("kezhang", "全部同意"), "approve-all");
    expect((await desk.press("kezhang", first)).kind).toBe("refuse");
    expect((await desk.press("fuju", second)).kind).toBe("refuse");
    expect(await decisions(desk)).toEqual([]);
    expect((await desk.press("kezhang", second)).kind).toBe("approval");
    expect((await desk.press("kezhang", second)).kind).toBe("refuse");
    expect(await decisions(desk)).toHaveLength(3);
  });

  it("leaves out what changed meanwhile, and tells it", async () => {
    const desk = await threeWait();
    await desk.say("kezhang", "全部同意");
    await desk.talk("keyuan", "我的申请", "撤回第一条", "确认撤回");
    const done = await desk.say("kezhang", "确认全部同意");
    expect(done.kind).toBe("approval");
    expect(done.text).toContain("已同意 2 件");
    expect(done.text).toContain("没有批的 1 件");
    expect((await decisions(desk)).toSorted()).toEqual(["approved kezhang", "approved kezhang", "withdrawn keyuan"]);
  });

  it("of nothing says that nothing waits", async () => {
    const desk = await openDesk();
    expect((await desk.say("kezhang", "全部同意")).kind).toBe("refuse");
    expect((await desk.press("kezhang", { kind: "approve-all", batch: "t1" })).kind).toBe("refuse");
  });
});

describe("rejecting all at once", () => {
  it.each(["全部驳回", "都退回", "第一条和第二条都驳回"])(
    "is not done, for each needs its reason: %s",
    async (text) => {
      const desk = await threeWait();
      const reply = await desk.talk("kezhang", "待我审批的", text);
      expect(reply.kind).toBe("question");
      expect(reply.text).toContain("一条一条");
      expect(await decisions(desk)).toEqual([]);
    },
  );
});

describe("sending back for change", () => {
  it.each([
    "退回第一条,原因:写清楚办什么事",
    "退回修改第一条 原因:写清楚办什么事",
    "第一条退回修改,原因:写清楚办什么事",
  ])("carries its reason, and the request waits for its requester: %s", async (text) => {
    const desk = await threeWait();
    const reply = await desk.talk("kezhang", "待我审批的", text);
    expect(reply).toMatchObject({
      kind: "approval",
      request: { status: "submitted", returned: { by: "kezhang", reason: "写清楚办什么事" } },
    });
    expect(await decisions(desk)).toEqual(["returned kezhang"]);
    expect((await desk.say("kezhang", "待我审批的")).requests).toHaveLength(2);
  });

  it.each(["请写清楚办什么事", "日期改成下周四", "材料不全", "请假事由写具体一点"])(
    "asks for the reason, which may sound like something else: %s",
    async (reason) => {
      const desk = await threeWait();
      expect((await desk.talk("kezhang", "待我审批的", "退回第一条")).kind).toBe("question");
      expect(await desk.say("kezhang", reason)).toMatchObject({ request: { returned: { reason } } });
    },
  );

  it.each(["公章谁管?", "待我审批的", "同意第二条", "算了"])(
    "takes no other message for the reason: %s",
    async (text) => {
      const desk = await threeWait();
      await desk.talk("kezhang", "待我审批的", "退回第一条", text);
      expect(await decisions(desk)).not.toContain("returned kezhang");
    },
  );

  it("by button needs its reason too, and a marked secret is none", async () => {
    const desk = await threeWait();
    const [, , request] = await desk.store.requests({ requester: "keyuan" });
    const press = (reason: string) =>
      desk.press("kezhang", { kind: "return", request: request?.id ?? "", version: 1, reason });
    expect((await press(" ")).kind).toBe("question");
    expect((await press("机密★ 内容")).kind).toBe("refuse");
    expect(await press("补证明")).toMatchObject({ request: { returned: { reason: "补证明" } } });
    expect((await press("补证明")).text).toContain("退回");
  });
});

describe("a long queue", () => {
  it("is listed and approved by its first twenty, and says what is behind them", async () => {
    const desk = await openDesk();
    const open = await desk.talk("keyuan", "下周一请一天事假,办私事", "确认");
    for (let nth = 1; nth <= 20; nth += 1) {
      const request = { ...open.request, id: `Q-20261123-${String(nth).padStart(8, "0")}`, version: 0 };
      const event = { kind: "filed", by: "keyuan", at: "2026-11-23T09:00:00+08:00", request } as never;
      await desk.store.commit({ events: [{ requestId: request.id, expected: 0, event }] });
    }
    const { text } = await desk.say("kezhang", "待我审批的");
    expect(text).toContain("有 21 件");
    expect(text).toContain("还有 1 件");
    expect(text).not.toContain("\n21. ");
    const summary = await desk.say("kezhang", "全部同意");
    expect(summary.requests).toHaveLength(20);
    await desk.press("kezhang", buttonOf(summary, "approve-all"));
    expect(await desk.store.requests({ waitingFor: "kezhang" })).toHaveLength(1);
  });
});
