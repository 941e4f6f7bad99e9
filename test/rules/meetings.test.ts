/** Meetings of the party group and the study circle: 二、(一)4.2), 二、(四)6, 二、(五)6. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meetingsWording } from "../../src/answer/wording/meetings.ts";
import { lifeMeetingRecord, quorum } from "../../src/rules/meetings.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { study } from "../../src/rules/study.ts";
import { codes, everything, opening, ziyang } from "./law.ts";

describe("quorum of a party group meeting", () => {
  const sevenOfEleven: Facts = { members: 11, present: 7, appointments: true };
  const worked = (change: Facts = {}) => work(quorum, { ...sevenOfEleven, ...change }, ziyang);
  const says = (change?: Facts) => opening(worked(change), meetingsWording);

  it("takes two thirds of the members for appointments: eight of eleven", () => {
    expect(says()).toMatch(/^不能讨论决定人事任免:至少8人到会.*只到7人/u);
    expect(says({ present: 8 })).toMatch(/人事任免可以/u);
    expect(says({ members: 9, present: 6 })).toMatch(/人事任免可以/u);
  });
  it("takes half of the members to open: six of eleven", () => {
    expect(says({ appointments: false })).toMatch(/^可以开会/u);
    expect(says({ appointments: false, present: 5 })).toMatch(/^不能开会:.*至少6人/u);
  });
  it("leaves open whether exactly half of an even number is enough", () => {
    expect(says({ members: 10, present: 5, appointments: false })).toMatch(/正好一半.*没有写明/u);
    expect(says({ members: 10, present: 6, appointments: false })).toMatch(/^可以开会/u);
    expect(codes(worked({ members: 10, present: undefined }))).toContain("quorum.half-even");
  });
  it("says both numbers when nobody said how many came, and both shares when nobody said how many there are", () => {
    expect(says({ present: undefined })).toMatch(/至少8人.*至少6人/u);
    expect(says({ members: undefined, present: undefined })).toContain("三分之二以上");
    expect(says({ members: undefined })).toBe("missing members");
  });
  it("questions more present than there are members", () => {
    expect(worked({ present: 12 })).toMatchObject({ kind: "contradiction", slot: "present" });
  });
  it("never allows appointments where the meeting may not open", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.nat(99), (members, present) => {
        fc.pre(present <= members);
        const allowed = codes(worked({ members, present })).includes("quorum.appointments-allowed");
        const shut = codes(worked({ members, present, appointments: false })).includes("quorum.not-open");
        expect(allowed && shut).toBe(false);
      }),
    );
  });
});

describe("the record of a 民主生活会", () => {
  it("is due within twenty days after the meeting", () => {
    expect(opening(work(lifeMeetingRecord, { heldOn: "2026-12-18" }, ziyang), meetingsWording)).toContain(
      "2027年1月7日",
    );
  });
  it("asks for the day of the meeting", () => {
    expect(work(lifeMeetingRecord, {}, ziyang)).toEqual({ kind: "missing", slot: "heldOn" });
  });
});

describe("the study score", () => {
  const full: Facts = { attendancePoints: 28, readingPoints: 30, discussionPoints: 20, paperPoints: 15 };
  const worked = (facts: Facts) => work(study, facts, ziyang);

  it("adds up the four parts, and twenty for an article", () => {
    expect(opening(worked(full), meetingsWording)).toContain("合计93分");
    expect(opening(worked({ ...full, published: 1 }), meetingsWording)).toContain("合计113分");
  });
  it("adds parts of a point without crumbs", () =>
    expect(opening(worked({ attendancePoints: 0.12, readingPoints: 1, paperPoints: 7 }), meetingsWording)).toContain(
      "合计8.12分",
    ));
  it("names the parts that nobody spoke of", () => {
    expect(everything(worked({ attendancePoints: 28, published: 2 }), meetingsWording)).toMatch(/没有算进:自学书目/u);
  });
  it("shows the scale when no part is known", () => {
    expect(opening(worked({}), meetingsWording)).toMatch(/出勤情况30分.*15分.*20分/u);
  });
  it("questions more points than a part has", () => {
    expect(worked({ ...full, paperPoints: 16 })).toMatchObject({ kind: "contradiction", slot: "paperPoints" });
  });
});
