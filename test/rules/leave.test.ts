/** Leave of Ziyang staff: 一、(十)2-5 and 三、(三)9.6), clause by clause. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leaveWording } from "../../src/answer/wording/leave.ts";
import { routeFor } from "../../src/requests/route.ts";
import { leave } from "../../src/rules/leave.ts";
import { work } from "../../src/rules/rule.ts";
import { type Facts, type Grade, grades } from "../../src/rules/slots.ts";
import { codes, everything, opening, routes, ziyang } from "./law.ts";

const twoDays: Facts = { grade: "staff", leaveType: "事假", days: 2 };
const worked = (change: Facts = {}) => work(leave, { ...twoDays, ...change }, ziyang);
const says = (change?: Facts) => opening(worked(change), leaveWording);

describe("whose consent leave needs", () => {
  it("sends two days of section staff through 科长 to 分管局领导", () => {
    expect(says()).toContain("先经科长(主任、秘书长)同意,再报分管局领导批准");
    expect(codes(worked())).toEqual(["leave.staff-two-steps", "leave.papers"]);
  });
  it("leaves one day of section staff to 科长 alone", () => {
    expect(codes(worked({ days: 1 }))[0]).toBe("leave.staff-alone");
    expect(codes(worked({ days: 0.5 }))[0]).toBe("leave.staff-alone");
  });
  it("says that a day and a half is in no tier, cites both, and takes the stricter one", () => {
    const outcome = worked({ days: 1.5 });
    expect(opening(outcome, leaveWording)).toMatch(/制度没有规定.*再报分管局领导批准/u);
    expect("findings" in outcome && outcome.findings[0]?.sources.map(({ quote }) => quote)).toEqual([
      expect.stringContaining("一天以内(含一天)"),
      expect.stringContaining("二天以上(含二天)"),
    ]);
  });
  it("says that hours and minutes are counted nowhere, and keeps them within one day", () => {
    const outcome = worked({ days: undefined, minutes: 30 });
    expect(opening(outcome, leaveWording)).toContain("请30分钟事假,向科长");
    expect(everything(outcome, leaveWording)).toContain("怎么折算成天数,制度没有写明");
    expect(codes(worked({ days: 1.2 }))[0]).toBe("leave.staff-gap");
  });
  it("sends a section head to 分管局领导, and for two days on to 局长", () => {
    expect(says({ grade: "section-head", days: 1 })).toContain("向分管局领导请假");
    expect(says({ grade: "section-head" })).toContain("先经分管局领导同意,再报局长批准");
    expect(says({ grade: "section-head", days: 1.5 })).toContain("制度没有规定");
  });
  it("sends a member of the leadership to 局长 for half a day, and does not ask for days", () => {
    expect(says({ grade: "leader", days: 0.5 })).toContain("一律向局长请假");
    expect(worked({ grade: "leader", days: undefined }).kind).toBe("worked");
  });
  it("names nobody for 局长 himself, for the branches and for a rank the clause leaves out", () => {
    for (const grade of ["bureau-head", "branch-staff", "branch-head", "department-rank"] as const) {
      expect(worked({ grade }).kind).toBe("not-covered");
      expect(says({ grade })).toContain("没有写明");
    }
  });
  it("reads a deputy section head as section staff, and says so", () => {
    expect(codes(worked({ grade: "deputy-section" }))).toContain("leave.deputy-section");
  });
  it("sends a driver to 局办公室 with the keys, whatever the days", () => {
    expect(says({ grade: "driver", days: undefined })).toMatch(/局办公室同意.*车钥匙/u);
    expect(codes(worked({ grade: "driver", leaveType: "年休假" }))).toContain("leave.statutory");
  });
  it("does not know how long 年休假, 探亲假, 婚假 and 产假 are, nor who grants them", () => {
    for (const leaveType of ["年休假", "探亲假", "婚假", "产假"] as const) {
      expect(worked({ leaveType, grade: undefined, days: undefined }).kind).toBe("not-covered");
      expect(says({ leaveType })).toContain("劳动、人事部门的有关规定");
    }
  });
  it("never lets people sign their own leave", () => {
    expect(says({ grade: "section-head", selfSigned: true })).toContain("不能");
    expect(codes(worked({ grade: "bureau-head", selfSigned: true }))).toContain("leave.self-signed");
  });
  it("asks for the grade, then for the days", () => {
    expect(worked({ grade: undefined })).toEqual({ kind: "missing", slot: "grade" });
    expect(worked({ days: undefined })).toEqual({ kind: "missing", slot: "days" });
  });
  it("questions an end before the start", () => {
    expect(worked({ start: "2026-07-10", end: "2026-07-08" })).toMatchObject({ kind: "contradiction", slot: "end" });
  });
  it("has papers made up afterwards for leave already taken", () => {
    const taken = worked({ start: "2026-07-20", end: "2026-07-20", days: 1, asOf: "2026-07-21" });
    expect(codes(taken)).toContain("leave.afterwards");
  });
  it("shows the weekends inside a span, and that the clause does not say how days count", () => {
    expect(everything(worked({ daysOff: 2 }), leaveWording)).toMatch(/2天周末.*没有写明/u);
  });
});

describe("the certificate of sick leave", () => {
  const sick: Facts = { leaveType: "病假", days: 4 };

  it("is due from three days on", () => {
    expect(codes(worked({ ...sick, days: 3 }))).toContain("leave.certificate-needed");
    expect(codes(worked({ ...sick, days: 2 }))).toContain("leave.certificate-not-needed");
  });
  it("comes from a hospital of 市级以上: a county's, a township's, a clinic's does not count", () => {
    const own = worked({ leaveType: "病假", hospital: "民营", days: undefined });
    expect(opening(own, leaveWording)).toMatch(/要看这家医院的级别.*没有提民营医院/u);
    for (const hospital of ["县级", "乡镇", "诊所"] as const) {
      expect(says({ ...sick, hospital })).toMatch(/^不能用.*市级以上/u);
    }
    expect(says({ ...sick, hospital: "市级以上" })).toMatch(/^可以用/u);
    expect(says({ hospital: "县级", days: undefined, leaveType: undefined, grade: undefined })).toMatch(/^不能用/u);
  });
  it("goes the way of personal leave, which for section heads is a reading", () => {
    expect(codes(worked(sick))[0]).toBe("leave.staff-two-steps");
    expect(codes(worked({ ...sick, grade: "section-head" }))).toContain("leave.sick-section-head");
  });
});

const anyGrade = fc.constantFrom<Grade>(...grades.filter((grade) => !grade.startsWith("liaison")));
const anyDays = fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2);
const anyType = fc.constantFrom("事假", "病假", "年休假", "婚假");
const routed = (facts: Facts) => routeFor("leave", "ziyang", facts, routes);
const approvers = (facts: Facts) => {
  const route = routed(facts);
  return route.kind === "route" ? route.steps.map(({ role }) => role) : [];
};

describe("leave and its route", () => {
  it("never takes fewer approvers for more days", () => {
    fc.assert(
      fc.property(anyGrade, anyType, anyDays, anyDays, (grade, leaveType, some, more) => {
        const facts = { grade, leaveType } as const;
        const [fewer, longer] = [Math.min(some, more), Math.max(some, more)];
        expect(approvers({ ...facts, days: longer }).length).toBeGreaterThanOrEqual(
          approvers({ ...facts, days: fewer }).length,
        );
      }),
    );
  });
  it("names in its answer the very approvers of the route, in their order", () => {
    fc.assert(
      fc.property(anyGrade, anyType, anyDays, (grade, leaveType, days) => {
        const said = says({ grade, leaveType, days });
        const roles = approvers({ grade, leaveType, days });
        expect(worked({ grade, leaveType, days }).kind).toBe(roles.length > 0 ? "worked" : "not-covered");
        expect(said).toMatch(new RegExp(roles.join(".*"), "u"));
      }),
    );
  });
});
