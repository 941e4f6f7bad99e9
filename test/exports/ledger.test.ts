/** The ledger: whose requests it holds, which words of them, and what it can be narrowed to. */
import { describe, expect, it } from "vitest";
import { ledger } from "../../src/exports/ledger.ts";
import type { LedgerFilter } from "../../src/exports/order.ts";
import type { OfficeRequest } from "../../src/requests/request.ts";
import type { Store } from "../../src/store/store.ts";
import { type Desk, office, openDesk } from "../talks/desk.ts";
import { records, sheetOf } from "./made-sheet.ts";

async function autumn(): Promise<Desk> {
  const desk = await openDesk();
  const file = async (as: string, now: string, text: string) => {
    const change = { now, conversation: `${as} ${now}` };
    await desk.say(as, text, change);
    return desk.say(as, "确认", change);
  };
  await file("keyuan", "2026-11-02T09:00:00+08:00", "明天请一天病假,胃疼得厉害");
  await desk.say("kezhang", "待我审批的", { now: "2026-11-02T10:00:00+08:00" });
  await desk.say("kezhang", "同意第一条", { now: "2026-11-02T10:00:00+08:00" });
  await file("kezhang", "2026-11-03T09:00:00+08:00", "11月30号去成都出差三天考察项目,坐高铁");
  await file("jiashiyuan", "2026-11-09T23:30:00+08:00", "明天请一天事假,搬家");
  await file("xingtai", "2026-11-10T09:00:00+08:00", "明天请一天事假,看牙");
  return desk;
}

const all: LedgerFilter = { by: "filed" };
const rowsFor = async (store: Store, reader: string | undefined, filter: Partial<LedgerFilter> = {}) =>
  records(
    await sheetOf(store, { what: "ledger", filter: { ...all, ...filter } }, reader === undefined ? {} : { reader }),
  );
const who = (rows: Awaited<ReturnType<typeof rowsFor>>) => rows.map((row) => row.申请人);

/** Puts a request into the log with the events that made it, past the dialogue. */
async function keep(store: Store, request: Partial<OfficeRequest>, ...rest: readonly object[]): Promise<void> {
  const at = "2026-11-12T09:00:00+08:00";
  const { id = "Q-KEPT" } = request;
  const filed = {
    type: "travel" as const,
    unit: "ziyang",
    requester: "keyuan",
    status: "draft" as const,
    fields: { start: "2026-11-16", end: "2026-11-18", days: 3 },
    approvals: [],
    filedAt: "",
    version: 0,
    ...request,
    id,
  };
  const events = [{ kind: "filed", by: filed.requester, at, request: filed }, ...rest];
  for (const [expected, event] of events.entries())
    expect(await store.commit({ events: [{ requestId: id, expected, event: event as never }] })).toBe("done");
}

describe("the ledger", () => {
  it("has a row a request, the oldest first, with what was filed and who decided", async () => {
    const { store } = await autumn();
    const [leave, trip] = await rowsFor(store, "bangongshi");
    expect(leave).toMatchObject({
      类型: "请假",
      申请人: "投资促进一科 科员",
      科室: "投资促进一科",
      单位: "资阳市投资促进局",
      开始: "2026-11-03",
      结束: "2026-11-03",
      天数: 1,
      事项: "请假类别：病假；事由：胃疼得厉害",
      状态: "已批准",
      审批经过: "科长：同意，投资促进一科 科长，2026-11-02 10:00",
      提交时间: "2026-11-02 09:00",
    });
    expect(trip).toMatchObject({ 类型: "出差审批", 状态: "审批中", 审批经过: "分管局领导：待审批" });
  });

  it("gives the office its unit, a head of section the section, everybody their own, and the log's holder all", async () => {
    const { store } = await autumn();
    const [keyuan, kezhang] = ["投资促进一科 科员", "投资促进一科 科长"];
    expect(who(await rowsFor(store, "bangongshi"))).toEqual([keyuan, kezhang, "驾驶员"]);
    expect(who(await rowsFor(store, "kezhang"))).toEqual([keyuan, kezhang]);
    expect(who(await rowsFor(store, "keyuan"))).toEqual([keyuan]);
    expect(who(await rowsFor(store, "juzhang"))).toEqual([]);
    expect(await rowsFor(store, undefined)).toHaveLength(4);
  });

  it("is narrowed by what is asked for, and never widened", async () => {
    const { store } = await autumn();
    expect(await rowsFor(store, "keyuan", { person: "jiashiyuan" })).toEqual([]);
    expect(await rowsFor(store, "keyuan", { unit: "xingtai" })).toEqual([]);
    expect(await rowsFor(store, "bangongshi", { unit: "xingtai" })).toEqual([]);
    expect(await rowsFor(store, "kezhang", { section: "办公室" })).toEqual([]);
    await expect(rowsFor(store, "nobody")).rejects.toThrow("not-yours");
  });

  it("tells illness and reasons to whom they concern alone", async () => {
    const { store } = await autumn();
    const matters = async (reader: string) => (await rowsFor(store, reader)).map((row) => row.事项);
    expect((await matters("kezhang"))[0]).toBeNull();
    expect(JSON.stringify(await matters("kezhang"))).toContain("成都");
    expect((await matters("keyuan"))[0]).toContain("胃疼");
    expect((await matters("bangongshi"))[0]).toContain("胃疼");
  });

  it("is narrowed to a span of filing by Shanghai's days, or to the days it is about", async () => {
    const { store } = await autumn();
    const drivers = { from: "2026-11-09", to: "2026-11-09" };
    expect(who(await rowsFor(store, undefined, drivers))).toEqual(["驾驶员"]);
    expect(who(await rowsFor(store, undefined, { by: "days", from: "2026-12-01", to: "2026-12-31" }))).toEqual([
      "投资促进一科 科长",
    ]);
    expect(await rowsFor(store, undefined, { by: "days", from: "2026-11-10" })).toHaveLength(3);
    expect(who(await rowsFor(store, undefined, { types: ["leave"], states: ["approved"] }))).toEqual([
      "投资促进一科 科员",
    ]);
  });

  it("says what made it, when, how many rows, and where the log ended", async () => {
    const { store } = await autumn();
    const filter: LedgerFilter = { by: "days", from: "2026-11-01", types: ["leave"], person: "keyuan" };
    const sheet = await sheetOf(store, { what: "ledger", filter }, { reader: "bangongshi" });
    expect(Object.fromEntries(sheet.filters)).toEqual({
      范围: "资阳市投资促进局",
      事项日期: "2026-11-01 至 最近",
      类型: "请假",
      状态: "不限",
      申请人: "投资促进一科 科员",
    });
    expect(sheet.head).toEqual({ seq: 5, hash: (await store.log()).at(-1)?.hash });
  });

  it("is called by whose it is", async () => {
    const { store } = await openDesk();
    const titles = ["bangongshi", "kezhang", "keyuan", undefined].map(async (reader) => {
      const asked = reader === undefined ? {} : { reader };
      return (await sheetOf(store, { what: "ledger", filter: all }, asked)).title;
    });
    expect(await Promise.all(titles)).toEqual([
      "资阳市投资促进局申请台账",
      "资阳市投资促进局投资促进一科申请台账",
      "投资促进一科 科员本人申请台账",
      "全部单位申请台账",
    ]);
  });

  it("names who decided in whose stead", async () => {
    const { store } = await openDesk();
    const approvals = [{ role: "分管局领导", approver: "fuju", status: "pending" as const }];
    const at = "2026-11-12T10:00:00+08:00";
    const away = { id: "Q-AWAY", type: "leave" as const, unit: "ziyang", requester: "fuju", status: "draft" as const };
    const fields = { leaveType: "年休假", start: "2026-11-09", end: "2026-11-20", days: 10 };
    const steps = [{ role: "局长", approver: "juzhang", status: "pending" as const }];
    const leave = { ...away, fields, approvals: steps, filedAt: "", version: 0 };
    const event = (expected: number, event: object) => ({ requestId: "Q-AWAY", expected, event: event as never });
    await store.commit({
      events: [event(0, { kind: "filed", by: "fuju", at: "2026-11-06T09:00:00+08:00", request: leave })],
    });
    await store.commit({
      events: [event(1, { kind: "approved", by: "juzhang", at: "2026-11-06T10:00:00+08:00", step: 0 })],
    });
    await keep(store, { approvals }, { kind: "approved", by: "juzhang", at, step: 0, for: "fuju", under: "Q-AWAY" });
    expect((await rowsFor(store, "keyuan"))[0]).toMatchObject({
      状态: "已批准",
      审批经过: "分管局领导：同意，局长 代 分管副局长，2026-11-12 10:00",
    });
  });

  it("tells what was returned, closed and stood on", async () => {
    const { store } = await openDesk();
    const approvals = [{ role: "分管局领导", approver: "fuju", status: "pending" as const }];
    const back = { kind: "returned", by: "fuju", at: "2026-11-12T10:00:00+08:00", step: 0, reason: "日期不对" };
    const trip = { id: "Q-1", approvals, fields: { start: "2026-11-02", end: "2026-11-03" } };
    await keep(store, trip, { kind: "approved", by: "fuju", at: "2026-11-12T09:30:00+08:00", step: 0 });
    await keep(
      store,
      { type: "reimbursement", approvals, fields: { claim: "差旅费", amount: 236, basis: "Q-1" } },
      back,
    );
    expect((await rowsFor(store, "keyuan"))[1]).toMatchObject({
      状态: "退回修改",
      审批经过: "分管局领导：待审批\n退回，分管副局长，2026-11-12 10:00",
      依据: "Q-1",
      结束: null,
    });
  });

  it("links what took the place of what, and tells when a trip was over", () => {
    const trip = {
      id: "Q-2",
      type: "travel" as const,
      unit: "ziyang",
      requester: "keyuan",
      status: "approved" as const,
    };
    const request: OfficeRequest = {
      ...{ ...trip, fields: {}, approvals: [], filedAt: "2026-11-12T09:00:00+08:00", version: 3 },
      ...{ amends: "Q-1", amendedBy: "Q-3", closed: { at: "2026-11-19T09:00:00+08:00", end: "2026-11-18" } },
    };
    const called = { postOf: (id: string) => id, unitOf: (unit: string) => unit };
    const part = ledger([request], { filter: all, scope: { kind: "all" }, staff: office.staff, called });
    expect(part.rows[0]?.at(-1)).toBe("变更自 Q-1\n已由 Q-3 代替\n2026-11-18 出差结束");
  });

  it("keeps what counts towards a target out of the money that is spent", async () => {
    const desk = await openDesk();
    await desk.talk("xingtai", "记一笔引资500万", "确认");
    const [row] = await rowsFor(desk.store, "xingtai");
    expect(row?.["金额（元）"]).toBeNull();
    expect(row?.事项).toContain("500");
  });
});
