/** Approval routes of both offices, as the clauses name them. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFigures } from "../../src/policy/figures.ts";
import { formOf, nextNeed } from "../../src/requests/form.ts";
import type { RequestType } from "../../src/requests/request.ts";
import { openRoutes, routeFor } from "../../src/requests/route.ts";
import type { Facts, Stop } from "../../src/rules/slots.ts";
import { figureBook, library, routes } from "../rules/law.ts";

const routed = (type: RequestType, facts: Facts = {}, unit = "ziyang") => routeFor(type, unit, facts, routes);
const roles = (type: RequestType, facts?: Facts, unit?: string) => {
  const route = routed(type, facts, unit);
  return route.kind === "route" ? route.steps.map(({ role }) => role) : route.kind;
};
const place = (region: Stop["region"]): Facts => ({ destination: [{ place: "某地", region }], transport: "大巴" });

describe("routes of Ziyang", () => {
  it("an ordinary trip goes to 分管局领导", () => expect(roles("travel", place("inland"))).toEqual(["分管局领导"]));
  it("a flight, a night in a county of the city and 沱东 claims go on to 局主要领导", () => {
    const both = ["分管局领导", "局主要领导"];
    expect(roles("travel", { ...place("outside-province"), transport: "飞机" })).toEqual(both);
    expect(roles("travel", { ...place("outer-counties"), overnight: true })).toEqual(both);
    expect(roles("travel", { ...place("tuodong"), tuodongMeals: 2 })).toEqual(both);
    expect(roles("travel", { ...place("tuodong"), taxiPaid: 30 })).toEqual(both);
  });
  it("a trip to 沱东 takes the stricter route until it is told that nothing is claimed", () => {
    const both = ["分管局领导", "局主要领导"];
    expect(roles("travel", place("tuodong"))).toEqual(both);
    expect(roles("travel", { ...place("tuodong"), tuodongMeals: 0 })).toEqual(both);
    expect(routed("travel", place("tuodong"))).toMatchObject({
      readings: [{ text: expect.stringContaining("较严的流程") }],
    });
    expect(roles("travel", { ...place("tuodong"), tuodongMeals: 0, taxiPaid: 0 })).toEqual(["分管局领导"]);
  });
  it("a night elsewhere, or a day in a county, does not", () => {
    expect(roles("travel", { ...place("inland"), overnight: true })).toEqual(["分管局领导"]);
    expect(roles("travel", { ...place("yanjiang"), overnight: false })).toEqual(["分管局领导"]);
  });
  it("travellers of county rank alone go to 局主要领导", () => {
    expect(roles("travel", { ...place("inland"), allCountyRank: true })).toEqual(["局主要领导"]);
    expect(roles("travel", { ...place("inland"), countyRank: true, people: 1 })).toEqual(["局主要领导"]);
  });
  it("the rank of the one who asks says nothing of those who travel along: the form asks for theirs", () => {
    const three: Facts = { ...place("inland"), countyRank: true, people: 3 };
    const asked = { ...three, start: "2026-12-01", end: "2026-12-02", purpose: "考察" };
    expect(nextNeed(formOf("travel"), asked)).toBe("allCountyRank");
    expect(nextNeed(formOf("travel"), { ...asked, allCountyRank: false })).toBeUndefined();
    expect(nextNeed(formOf("travel"), { ...asked, countyRank: false })).toBeUndefined();
    expect(roles("travel", three)).toEqual(["分管局领导"]);
    expect(roles("travel", { ...three, allCountyRank: false })).toEqual(["分管局领导"]);
    expect(roles("travel", { ...three, allCountyRank: true })).toEqual(["局主要领导"]);
  });
  it("receptions and rented cars take two steps, drinks one", () => {
    expect(roles("reception")).toEqual(["分管局领导", "局主要领导"]);
    expect(roles("vehicle")).toEqual(["分管局领导", "局主要领导"]);
    expect(roles("liquor")).toEqual(["局主要负责同志"]);
    expect(roles("seal")).toEqual(["局长"]);
  });
  it("a reception claim takes a third step, and says that another clause leaves it out", () => {
    expect(roles("reimbursement", { claim: "接待费" })).toEqual(["分管局领导", "办公室主任", "分管财务领导"]);
    expect(routed("reimbursement", { claim: "接待费" })).toMatchObject({
      readings: [{ text: expect.stringContaining("三、(一)2") }],
    });
    expect(roles("reimbursement", { claim: "差旅费" })).toEqual(["分管局领导", "办公室主任"]);
  });
  it("a branch's claim begins with its own head", () => {
    expect(roles("reimbursement", { grade: "branch-staff" })).toEqual(["分局局长", "办公室主任"]);
  });
  it("nobody is named for 年休假, and the reading says so", () => {
    const route = routed("leave", { grade: "staff", leaveType: "年休假", days: 5 });
    expect(route).toMatchObject({ kind: "none", readings: [{ text: expect.stringContaining("没有规定") }] });
  });
  it("asks for what decides the route, when nothing fits without it", () => {
    expect(routed("leave", { grade: "staff", leaveType: "事假" })).toEqual({ kind: "missing", slot: "days" });
  });
});

describe("routes of Xingtai", () => {
  it("staff go to their director, a director away for a week to 主管领导", () => {
    expect(roles("leave", { grade: "liaison-staff" }, "xingtai")).toEqual(["驻外办事机构主任"]);
    expect(roles("leave", { grade: "liaison-director", days: 7 }, "xingtai")).toEqual(["市政府办公室主管领导"]);
    expect(roles("leave", { grade: "liaison-director", days: 3 }, "xingtai")).toBe("none");
  });
  it("what the regulation does not route has no approver", () => {
    expect(routed("liquor", {}, "xingtai")).toEqual({ kind: "none", readings: [] });
  });
});

describe("a number of the documents", () => {
  it("changes the route when its figure changes", () => {
    const directory = mkdtempSync(join(tmpdir(), "figures-"));
    cpSync("data/figures", directory, { recursive: true });
    const path = join(directory, "ziyang", "leave.json");
    const figures = JSON.parse(readFileSync(path, "utf8"));
    figures.figures["leave.staff.two-steps.days"][0].value = 4;
    figures.figures["leave.staff.section-head-alone.days"][0].value = 3;
    writeFileSync(path, JSON.stringify(figures));
    const changed = openRoutes("data/routes", library, openFigures(directory, library)).on("2026-11-23");
    const route = routeFor("leave", "ziyang", { grade: "staff", leaveType: "事假", days: 3 }, changed);
    expect(route.kind === "route" && route.steps.map(({ role }) => role)).toEqual(["科长"]);
  });
});

describe("a file of routes", () => {
  const open = (rows: readonly object[], day = "2026-11-23") => {
    const directory = mkdtempSync(join(tmpdir(), "routes-"));
    const dated = rows.map((row) => ({ from: "2020-10-08", ...row }));
    writeFileSync(join(directory, "ziyang.json"), JSON.stringify({ seal: dated }));
    return openRoutes(directory, library, figureBook).on(day);
  };
  const source = { doc: "ziyang-2020", clause: "一、(十一)2", quote: "必须报请局长" };
  const step = { role: "局长", act: "审批", source };

  it("is read when its quotes stand", () =>
    expect(open([{ when: {}, steps: [step] }]).of("ziyang", "seal")).toHaveLength(1));
  it("routes nothing by words that no longer stand in their clause", () => {
    const moved = { ...source, quote: "必须报请科长" };
    const routes = open([{ when: {}, steps: [{ ...step, source: moved }] }]);
    expect(routeFor("seal", "ziyang", {}, routes)).toMatchObject({ kind: "source-moved", sources: [moved] });
  });
  it("is in force on its days alone", () => {
    const rows = [{ when: {}, steps: [step], from: "2026-01-01", until: "2026-06-30" }];
    const on = (day: string) => open(rows, day).of("ziyang", "seal").length;
    expect(["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"].map(on)).toEqual([0, 1, 1, 0]);
  });
  it("is refused for a value that cannot occur, a reading nobody wrote", () => {
    expect(() => open([{ when: { grade: "king" }, steps: [step] }])).toThrow(/grade is never "king"/u);
    expect(() => open([{ when: {}, steps: [step], readings: ["seal.nothing"] }])).toThrow(/no file has this name/u);
    expect(() => open([{ when: { days: { atMost: 1 } }, steps: [step] }])).toThrow(/name of the figure/u);
    expect(() => open([{ when: { days: { atMost: "leave.nothing" } }, steps: [step] }])).toThrow(
      /no file has this name/u,
    );
    expect(() => open([{ when: { colour: "red" }, steps: [step] }])).toThrow(/colour/u);
  });
});
