/** The staff directory, and who approves what for whom. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RequestType } from "../../src/requests/request.ts";
import { routeFor } from "../../src/requests/route.ts";
import { approvalsFor, openStaff } from "../../src/requests/staff.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { routes, staff } from "../rules/law.ts";

const chain = (id: string, type: RequestType, facts: Facts = {}) => {
  const requester = staff.person(id);
  if (requester === undefined) throw new Error(`no ${id}`);
  const route = routeFor(type, requester.unit, { grade: requester.grade, ...facts }, routes);
  const steps = approvalsFor(route.kind === "route" ? route.steps : [], requester, staff);
  return steps.map(({ role, approver, status }) => `${role} ${status === "skipped" ? status : approver}`);
};
/** A directory of people of whom only this is told. */
function opened(people: readonly { id: string; superior?: string; deputy?: string }[]) {
  const path = join(mkdtempSync(join(tmpdir(), "staff-")), "staff.json");
  const bare = { roles: {}, sectionHeadRoles: [], sections: {}, intake: null };
  const plain = { unit: "u", post: "p", grade: "staff", email: "a@example.test", countyRank: false };
  writeFileSync(path, JSON.stringify({ people: people.map((one) => ({ ...plain, ...one })), units: { u: bare } }));
  return openStaff(path);
}
const office = "局办公室(按规定请示后处理) bangongshi";
const flight: Facts = { transport: "飞机" };

describe("who approves", () => {
  it("the head of one's own section, then 分管局领导", () => {
    expect(chain("keyuan", "leave", { days: 2 })).toEqual(["科长 kezhang", "分管局领导 fuju"]);
  });
  it("for a driver the office, for a branch its own head", () => {
    expect(chain("jiashiyuan", "leave")).toEqual(["局办公室 bangongshi"]);
    expect(chain("fenju", "reimbursement")).toEqual(["分局局长 fenjuzhang", "办公室主任 bangongshi"]);
  });
  it("two roles of one person stay two steps", () => {
    expect(chain("keyuan", "reimbursement", { claim: "接待费" })).toEqual([
      "分管局领导 fuju",
      "办公室主任 bangongshi",
      "分管财务领导 fuju",
    ]);
  });
  it("one's own step falls away when a superior follows", () => {
    expect(chain("fuju", "travel", flight)).toEqual(["局主要领导 juzhang"]);
    expect(chain("bangongshi", "reimbursement", { claim: "差旅费" })).toEqual(["分管局领导 fuju", "办公室主任 null"]);
  });
  it("the last word on one's own request is passed over, and the office takes it in", () => {
    expect(chain("juzhang", "travel", flight)).toEqual(["分管局领导 fuju", "局主要领导 skipped", office]);
    expect(chain("juzhang", "seal")).toEqual(["局长 skipped", office]);
    expect(chain("fuju", "reimbursement", { claim: "接待费" })).toEqual([
      "办公室主任 bangongshi",
      "分管财务领导 skipped",
      office,
    ]);
  });
  it("the office takes in what the documents assign to nobody", () => {
    expect(chain("fenju", "leave", { days: 1 })).toEqual([office]);
    expect(chain("juzhang", "leave", { days: 1 })).toEqual([office]);
    expect(chain("tingji", "leave", { days: 1 })).toEqual([office]);
    expect(chain("keyuan", "leave", { leaveType: "年休假", days: 5 })).toEqual([office]);
  });
  it("the office's own request of that kind has no step, and neither has an office away without one", () => {
    expect(chain("bangongshi", "leave", { leaveType: "年休假", days: 5 })).toEqual([]);
    expect(chain("xingtaizhuren", "leave", { days: 3 })).toEqual([]);
  });
  it("nobody of the directory leads Xingtai's offices", () => {
    expect(chain("xingtaizhuren", "leave", { days: 7 })).toEqual(["市政府办公室主管领导 null"]);
    expect(chain("xingtai", "leave", { days: 1 })).toEqual(["驻外办事机构主任 xingtaizhuren"]);
  });
  it("nobody ever approves what is theirs to ask", () => {
    const types = ["leave", "travel", "reception", "liquor", "vehicle", "reimbursement", "seal"] as const;
    for (const { id } of staff.people)
      for (const type of types)
        for (const facts of [flight, { days: 1 }, { days: 9 }, { allCountyRank: true }])
          expect(chain(id, type, facts).filter((step) => step.endsWith(` ${id}`))).toEqual([]);
  });
});

describe("the directory", () => {
  it("finds people by id and by email", () => {
    expect(staff.person("fuju")?.countyRank).toBe(true);
    expect(staff.byEmail("KEYUAN@example.test")?.id).toBe("keyuan");
    expect(staff.person("nobody")).toBeUndefined();
    expect(staff.bySlackId("U1")).toBeUndefined();
  });
  it("is refused when a role names someone who is not in it, or an id stands twice", () => {
    const path = join(mkdtempSync(join(tmpdir(), "staff-")), "staff.json");
    const one = { id: "a", unit: "u", post: "p", grade: "staff", email: "a@example.test", countyRank: false };
    const units = { u: { roles: { 局长: "b" }, sectionHeadRoles: [], sections: {}, intake: null } };
    writeFileSync(path, JSON.stringify({ people: [one], units }));
    expect(() => openStaff(path)).toThrow(/nobody has the id b/u);
    writeFileSync(path, JSON.stringify({ people: [one, one], units }));
    expect(() => openStaff(path)).toThrow(/stands twice/u);
    writeFileSync(path, JSON.stringify({ people: [{ ...one, unit: "mars" }], units }));
    expect(() => openStaff(path)).toThrow(/there is no unit mars: use one of u/u);
  });
  it("shows absences of the whole unit to the office and the leaders, by their grade and not by their rank", () => {
    const sees = (id: string) => {
      const person = staff.person(id);
      return person && staff.seesAway(person);
    };
    expect(["bangongshi", "fuju", "juzhang"].map(sees)).toEqual(["unit", "unit", "unit"]);
    expect(["keyuan", "tingji"].map(sees)).toEqual(["section", "own"]);
  });
  it("knows who leads whom, up to the head of the unit, who has no superior", () => {
    const superiors = (id: string) => staff.superiors(id).map((one) => one.id);
    expect(superiors("keyuan")).toEqual(["kezhang", "fuju", "juzhang"]);
    expect(superiors("fenju")).toEqual(["fenjuzhang", "fuju", "juzhang"]);
    expect(superiors("bangongshi")).toEqual(["fuju", "juzhang"]);
    expect(superiors("xingtai")).toEqual(["xingtaizhuren"]);
    expect([superiors("juzhang"), superiors("tingji"), superiors("nobody")]).toEqual([[], [], []]);
  });
  it("tells who has a step of some chain to decide", () => {
    const deciding = staff.people.filter(({ id }) => staff.decides(id)).map(({ id }) => id);
    expect(deciding).toEqual(["kezhang", "fuju", "juzhang", "bangongshi", "fenjuzhang", "xingtaizhuren"]);
  });
  it("calls people by their post, without what stands in brackets behind it", () =>
    expect([staff.called("fuju"), staff.called("kezhang")]).toEqual(["分管副局长", "投资促进一科 科长"]));
  it("opens without a word of superiors and deputies", () =>
    expect(opened([{ id: "a" }, { id: "b" }]).superiors("a")).toEqual([]));
  it("is refused where a superior or a deputy is nobody, somebody is their own, or superiors go round in a ring", () => {
    expect(() => opened([{ id: "a", superior: "z" }])).toThrow(/a superior.*nobody has the id z/u);
    expect(() => opened([{ id: "a", deputy: "z" }])).toThrow(/a deputy.*nobody has the id z/u);
    expect(() => opened([{ id: "a", deputy: "a" }])).toThrow(/a deputy.*nobody stands in for themselves/u);
    const ring = [
      { id: "a", superior: "b" },
      { id: "b", superior: "c" },
      { id: "c", superior: "b" },
    ];
    expect(() => opened(ring)).toThrow(/superior.*superiors go round in a ring/u);
  });
});

describe("who keeps a record of leaves", () => {
  const scope = (id: string) => {
    const person = staff.person(id);
    return person && staff.oversees(person);
  };
  it("the office that takes in, the unit's; a head, the own section's; anybody else, none", () => {
    expect(["bangongshi", "kezhang", "fenjuzhang", "keyuan", "juzhang"].map(scope)).toEqual([
      "unit",
      "section",
      "section",
      "own",
      "own",
    ]);
  });
});
