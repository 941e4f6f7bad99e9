/**
 * The paper that a request stands on: which of one's own papers may be stood on, and what it tells.
 */
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

describe("a reception list", () => {
  it("stands on the plan of an official or a business reception, and takes its category from it", () => {
    expect(ids("reception-list", [meal("m", "公务")])).toEqual(["m"]);
    expect(ids("reception-list", [meal("n", "商务")])).toEqual(["n"]);
    expect(factsOf(meal("n", "商务"), places, calendar)).toMatchObject({ category: "商务" });
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
