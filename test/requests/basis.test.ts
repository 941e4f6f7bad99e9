/**
 * The paper that a request stands on: which of one's own papers may be stood on, and what it tells.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basesFor, factsOf } from "../../src/requests/basis.ts";
import { formOf } from "../../src/requests/form.ts";
import type { OfficeRequest } from "../../src/requests/request.ts";
import { office, openDesk } from "../talks/desk.ts";

const today = "2026-11-23";
const { places, calendar } = office.readers;
const paper = (id: string, change: Partial<OfficeRequest> = {}): OfficeRequest => ({
  id,
  type: "leave",
  unit: "ziyang",
  requester: "keyuan",
  status: "approved",
  fields: { leaveType: "事假", start: "2026-11-18", end: "2026-11-18", days: 1 },
  approvals: [],
  filedAt: "",
  version: 1,
  ...change,
});
const trip = (id: string, change: Partial<OfficeRequest> = {}) =>
  paper(id, {
    type: "travel",
    fields: { destination: "成都", start: "2026-11-10", end: "2026-11-12", days: 3 },
    ...change,
  });
const meal = (id: string, category: string) =>
  paper(id, { type: "reception", fields: { category, start: "2026-11-17", guests: 5, hosts: 2 } });
const ids = (type: OfficeRequest["type"], mine: readonly OfficeRequest[], facts = {}) =>
  basesFor(formOf(type), facts, mine, today).map(({ id }) => id);

describe("a return from leave", () => {
  it("stands on a leave that was filed, whether or not it is approved yet", () =>
    expect(ids("leave-return", [paper("a"), paper("b", { status: "submitted" })])).toEqual(["a", "b"]));
  it("stands on none that was rejected, taken back, or is still to come", () => {
    const later = paper("c", { fields: { start: "2026-11-30", end: "2026-11-30" } });
    expect(
      ids("leave-return", [paper("a", { status: "rejected" }), paper("b", { status: "withdrawn" }), later]),
    ).toEqual([]);
  });
  it("may come before the leave is over", () =>
    expect(ids("leave-return", [paper("a", { fields: { start: "2026-11-20", end: "2026-11-27" } })])).toEqual(["a"]));
  it("uses the leave up, unless it was itself rejected", () => {
    const back = paper("r", { type: "leave-return", status: "submitted", fields: { basis: "a", end: "2026-11-19" } });
    expect(ids("leave-return", [paper("a"), back])).toEqual([]);
    expect(ids("leave-return", [paper("a"), { ...back, status: "rejected" }])).toEqual(["a"]);
  });
  it.each([
    [{ start: "2026-11-18", end: "2026-11-18" }, "2026-11-19"],
    [{ start: "2026-11-19", end: "2026-11-20" }, "2026-11-23"],
    [{ start: "2026-11-18", end: "2026-11-18", startHalf: "am", endHalf: "am" }, "2026-11-18"],
    [{ start: "2026-11-18", end: "2026-11-18", startHalf: "pm", endHalf: "pm" }, "2026-11-19"],
  ])("is due on the next day at work: %o", (fields, due) =>
    expect(factsOf(paper("a", { fields }), places, calendar).dueBack).toBe(due),
  );
});

describe("a claim", () => {
  it("for travel stands on an approved trip, and on nothing that waits", () =>
    expect(
      ids("reimbursement", [trip("a"), trip("b", { status: "submitted" }), meal("m", "公务")], { claim: "差旅费" }),
    ).toEqual(["a"]));
  it("for a reception stands on its list rather than its plan, once the list is approved", () => {
    const list = paper("l", {
      type: "reception-list",
      fields: { basis: "m", start: "2026-11-17", guests: 6, hosts: 2, amount: 900 },
    });
    expect(ids("reimbursement", [list, meal("m", "公务")], { claim: "接待费" })).toEqual(["l"]);
    expect(ids("reimbursement", [{ ...list, status: "submitted" }, meal("m", "公务")], { claim: "接待费" })).toEqual([
      "m",
    ]);
    expect(factsOf(list, places, calendar)).toMatchObject({ category: "公务", guests: 6, limit: 900 });
  });
  it("waits until the trip or the reception is over: its last day counts, the day before does not", () => {
    const until = (end: string) => trip("a", { fields: { destination: "成都", start: "2026-11-20", end, days: 4 } });
    expect(ids("reimbursement", [until("2026-11-23")], { claim: "差旅费" })).toEqual(["a"]);
    expect(ids("reimbursement", [until("2026-11-24")], { claim: "差旅费" })).toEqual([]);
    const dinner = (start: string) => ({
      ...meal("m", "公务"),
      fields: { category: "公务", start, guests: 5, hosts: 2 },
    });
    expect(ids("reimbursement", [dinner("2026-11-23")], { claim: "接待费" })).toEqual(["m"]);
    expect(ids("reimbursement", [dinner("2026-11-24")], { claim: "接待费" })).toEqual([]);
    expect(ids("reception-list", [dinner("2026-11-24")])).toEqual([]);
  });
  it("for anything else stands on nothing", () =>
    expect(ids("reimbursement", [trip("a"), meal("m", "公务")], { claim: "其他" })).toEqual([]));
  it("is told the places with their regions again", () =>
    expect(
      factsOf(trip("a", { fields: { destination: "康定、成都", days: 3 } }), places, calendar).destination,
    ).toEqual([
      { place: "康定", region: "plateau" },
      { place: "成都", region: "inland" },
    ]));
});

describe("a chain of papers", () => {
  /** Plans, lists on some of them, and claims made one after another on whatever is offered. */
  const steps = fc.array(fc.record({ does: fc.constantFrom("list", "claim"), nth: fc.nat(5) }), { maxLength: 12 });
  const rootOf = (one: OfficeRequest, mine: readonly OfficeRequest[]): string => {
    const under = mine.find(({ id }) => id === one.fields.basis);
    return under === undefined ? one.id : rootOf(under, mine);
  };
  it("is claimed at most once, whichever of its papers is named and in whatever order they come", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), steps, (plans, taken) => {
        const mine = Array.from({ length: plans }, (_, at) => meal(`p${at}`, "公务"));
        for (const [at, { does, nth }] of taken.entries()) {
          const type = does === "list" ? "reception-list" : "reimbursement";
          const open = basesFor(formOf(type), { claim: "接待费" }, mine, today);
          const under = open[nth % Math.max(1, open.length)];
          if (under === undefined) continue;
          const fields = { basis: under.id, start: "2026-11-17", category: "公务" };
          mine.push(paper(`${type}-${at}`, { type, fields }));
        }
        const roots = mine.filter(({ type }) => type === "reimbursement").map((one) => rootOf(one, mine));
        expect(new Set(roots).size).toBe(roots.length);
      }),
    ));
  it("is used up by a claim on its list, the plan under it too", () => {
    const list = paper("l", { type: "reception-list", fields: { basis: "m", start: "2026-11-17" } });
    const claim = paper("c", { type: "reimbursement", status: "submitted", fields: { basis: "l", claim: "接待费" } });
    expect(ids("reimbursement", [claim, list, meal("m", "公务")], { claim: "接待费" })).toEqual([]);
  });
});

describe("a reception list", () => {
  it("stands on a reception of either kind, and takes its kind from it", () => {
    expect(ids("reception-list", [meal("m", "公务"), meal("n", "商务")])).toEqual(["m", "n"]);
    expect(factsOf(meal("n", "商务"), places, calendar).category).toBe("商务");
  });
});

describe("at the desk", () => {
  const on = (day: string) => ({ now: `${day}T09:00:00+08:00` });

  it("a leave is returned from once, though two conversations ask for it", async () => {
    const { say } = await openDesk();
    await say("keyuan", "明天请一天事假", on("2026-11-16"));
    await say("keyuan", "确认", on("2026-11-16"));
    const here = on("2026-11-18");
    const there = { ...here, conversation: "d" };
    await say("keyuan", "销假,今天上班的", here);
    await say("keyuan", "销假,今天上班的", there);
    expect((await say("keyuan", "确认", here)).kind).toBe("filed");
    expect((await say("keyuan", "确认", there)).kind).toBe("refuse");
  });
  it("a leave is returned from once, though both cards are open and both are confirmed at once", async () => {
    const { say, store } = await openDesk();
    await say("keyuan", "明天请一天事假", on("2026-11-16"));
    await say("keyuan", "确认", on("2026-11-16"));
    const talks = ["c", "d"].map((conversation) => ({ ...on("2026-11-18"), conversation }));
    for (const talk of talks) await say("keyuan", "销假,今天上班的", talk);
    const replies = await Promise.all(talks.map((talk) => say("keyuan", "确认", talk)));
    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(["filed", "refuse"]);
    expect(await store.requests({ types: ["leave-return"] })).toHaveLength(1);
  });
  it("a trip is claimed once, though both cards are open and both are confirmed at once", async () => {
    const { say, store } = await openDesk();
    await say("keyuan", "11月17号去成都出差一天,拜访企业,坐高铁,就我一个人", on("2026-11-16"));
    await say("keyuan", "确认", on("2026-11-16"));
    await say("fuju", "同意", on("2026-11-16"));
    const talks = ["c", "d"].map((conversation) => ({ ...on("2026-11-23"), conversation }));
    for (const talk of talks) await say("keyuan", "报销差旅费,高铁票100、公杂费50", talk);
    const replies = await Promise.all(talks.map((talk) => say("keyuan", "确认", talk)));
    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(["confirm", "filed"]);
    expect(await store.requests({ types: ["reimbursement"] })).toHaveLength(1);
    const again = replies.find(({ kind }) => kind === "confirm");
    expect(again?.request?.fields.basis).toBe("none");
  });
  it("a leave is not taken back once it was returned from, until the return is", async () => {
    const { say, press } = await openDesk();
    await say("keyuan", "明天请一天事假", on("2026-11-16"));
    const leave = (await say("keyuan", "确认", on("2026-11-16"))).request;
    await say("keyuan", "销假,今天上班的", on("2026-11-18"));
    await say("keyuan", "确认", on("2026-11-18"));
    const refused = { kind: "refuse", text: expect.stringContaining("后面的手续") };
    expect(await say("keyuan", `撤回 ${leave?.id}`, on("2026-11-18"))).toMatchObject(refused);
    const pressed = { kind: "withdraw", request: leave?.id ?? "", version: 1 } as const;
    expect(await press("keyuan", pressed, on("2026-11-18"))).toMatchObject(refused);
    await say("keyuan", "撤回销假", on("2026-11-18"));
    expect(await say("keyuan", "确认", on("2026-11-18"))).toMatchObject({ kind: "cancelled" });
    expect(await press("keyuan", pressed, on("2026-11-18"))).toMatchObject({ kind: "cancelled" });
  });
  it("nobody is shown another's papers", async () => {
    const { say } = await openDesk();
    await say("kezhang", "明天请一天事假", on("2026-11-16"));
    const { request } = await say("kezhang", "确认", on("2026-11-16"));
    const reply = await say("keyuan", `销假 ${request?.id}`, on("2026-11-18"));
    expect(reply.kind).toBe("refuse");
  });
  it("a place that no approved trip went to is asked about, never passed over", async () => {
    const { say } = await openDesk();
    await say("keyuan", "11月17号去成都出差一天,拜访企业,坐高铁,就我一个人", on("2026-11-16"));
    await say("keyuan", "确认", on("2026-11-16"));
    await say("fuju", "同意", on("2026-11-16"));
    const asked = await say("keyuan", "报销去绵阳的差旅费,高铁票100", on("2026-11-23"));
    expect(asked).toMatchObject({ kind: "question", text: expect.stringContaining("成都") });
    const none = await say("keyuan", "都不是", on("2026-11-23"));
    expect(none).toMatchObject({ kind: "confirm", request: { fields: { basis: "none" } } });
  });
  /** An approved trip of the 17th, and a claim on it that is told to be of another kind. */
  const changedTo = async (kind: string) => {
    const desk = await openDesk();
    await desk.say("keyuan", "11月17号去成都出差一天,拜访企业,坐高铁,就我一个人", on("2026-11-16"));
    await desk.say("keyuan", "确认", on("2026-11-16"));
    await desk.say("fuju", "同意", on("2026-11-16"));
    const first = await desk.say("keyuan", "报销差旅费,公杂费50", on("2026-11-23"));
    expect(first.request?.fields).toMatchObject({ basis: expect.any(String), start: "2026-11-17" });
    return { desk, changed: await desk.say("keyuan", kind, on("2026-11-23")) };
  };
  it("a claim of another kind leaves its paper, and can be filed; the paper is free again", async () => {
    const { desk, changed } = await changedTo("不对,是其他费用");
    for (const slot of ["basis", "start", "end"]) expect(changed.request?.fields).not.toHaveProperty(slot);
    expect(await desk.say("keyuan", "确认", on("2026-11-23"))).toMatchObject({ kind: "filed" });
    const again = await desk.say("keyuan", "报销差旅费,公杂费50", on("2026-11-23"));
    expect(again.request?.fields.basis).toMatch(/^Q-/u);
  });
  it("a claim that was for a trip takes nothing of it to a reception", async () => {
    const { desk, changed } = await changedTo("不对,应该是接待费");
    expect(changed.request?.fields).toMatchObject({ claim: "接待费", basis: "none" });
    for (const slot of ["start", "end"]) expect(changed.request?.fields).not.toHaveProperty(slot);
    const { state } = (await desk.store.conversation("c keyuan")) ?? {};
    expect(JSON.stringify(state)).not.toContain("成都");
    expect(await desk.say("keyuan", "确认", on("2026-11-23"))).toMatchObject({ kind: "filed" });
  });
  it("the lines of a claim are kept with the request as rows", async () => {
    const { say } = await openDesk();
    await say("keyuan", "报销差旅费,高铁票236、住宿640", on("2026-11-23"));
    const { request } = await say("keyuan", "确认", on("2026-11-23"));
    expect(JSON.parse(String(request?.fields.lines))).toMatchObject([
      { label: "城市间交通费(高铁票)", approved: null, standard: null, claimed: 236, over: null },
      { label: "住宿费", claimed: 640 },
    ]);
  });
});

describe("a trip that was closed", () => {
  const fields = { destination: "成都", start: "2026-11-19", end: "2026-11-26", days: 8 };
  const closed = trip("a", { fields, closed: { at: "", end: "2026-11-22" } });
  it("is claimed for once it is over, though it was planned for longer", () => {
    expect(ids("reimbursement", [trip("a", { fields })], { claim: "差旅费" })).toEqual([]);
    expect(ids("reimbursement", [closed], { claim: "差旅费" })).toEqual(["a"]);
  });
  it("tells the days it had", () =>
    expect(factsOf(closed, places, calendar)).toMatchObject({ start: "2026-11-19", end: "2026-11-22", days: 4 }));
});

describe("what is filed again, or amended", () => {
  it("gives its own paper up to the draft that takes its place, and no other", () => {
    const claim = paper("c", { type: "reimbursement", status: "submitted", fields: { basis: "a", claim: "差旅费" } });
    const open = (instead?: string) =>
      basesFor(formOf("reimbursement"), { claim: "差旅费" }, [trip("a"), claim], today, instead).map(({ id }) => id);
    expect([open(), open("x"), open("c")]).toEqual([[], [], ["a"]]);
  });
});
