/** Xingtai's offices away: 三, 四 and 五 of the 2008 regulation. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { xingtaiWording } from "../../src/answer/wording/xingtai.ts";
import { type Rule, work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { award, awayFromPost, daysAtPost } from "../../src/rules/xingtai.ts";
import { information, officeTarget, reports } from "../../src/rules/xingtai-office.ts";
import { codes, everything, opening, xingtai } from "./law.ts";

const says = (rule: Rule, facts: Facts) => opening(work(rule, facts, xingtai), xingtaiWording);

describe("leave of the post", () => {
  it("takes a director away for a week or more to 主管领导", () => {
    expect(says(awayFromPost, { grade: "liaison-director", days: 7 })).toContain("市政府办公室主管领导请假");
  });
  it("says nothing of a director away for less than a week", () => {
    const away: Facts = { grade: "liaison-director", days: 3 };
    expect(work(awayFromPost, away, xingtai).kind).toBe("not-covered");
    expect(says(awayFromPost, away)).toMatch(/不足一周.*办法没有规定/u);
  });
  it("counts a week in natural days, whatever a form counted", () => {
    const week: Facts = { grade: "liaison-director", start: "2026-11-23", end: "2026-11-29", days: 5 };
    expect(work(awayFromPost, week, xingtai).kind).toBe("worked");
  });
  it("takes everybody else to the director, for any time", () => {
    expect(says(awayFromPost, { grade: "liaison-staff" })).toContain("驻外办事机构主任");
  });
});

describe("two thirds of the year at the post", () => {
  const september: Facts = { daysAtPost: 187, asOf: "2026-09-30" };

  it("is 244 days, and 187 by September leave 57 of 92", () => {
    expect(says(daysAtPost, september)).toMatch(/还要在驻地57天.*244天.*92天,来得及/u);
  });
  it("is 244 days in a leap year too", () => {
    expect(says(daysAtPost, { daysAtPost: 187, asOf: "2028-09-30" })).toContain("244天");
  });
  it("can be met, or out of reach", () => {
    expect(says(daysAtPost, { daysAtPost: 250, asOf: "2026-11-30" })).toMatch(/^已经够了/u);
    expect(says(daysAtPost, { daysAtPost: 100, asOf: "2026-09-30" })).toMatch(/今年不够了/u);
  });
  it("asks for the days so far, and questions more than have passed", () => {
    expect(says(daysAtPost, {})).toBe("missing daysAtPost");
    expect(work(daysAtPost, { daysAtPost: 300, asOf: "2026-09-30" }, xingtai).kind).toBe("contradiction");
  });
  it("is within reach exactly while the days owed fit into the days left", () => {
    fc.assert(
      fc.property(fc.nat(272), (daysAtPostSoFar) => {
        const facts: Facts = { daysAtPost: daysAtPostSoFar, asOf: "2026-09-30" };
        const reachable = daysAtPostSoFar + 92 >= 244;
        expect(codes(work(daysAtPost, facts, xingtai)).includes("xingtai.days-out-of-reach")).toBe(!reachable);
      }),
    );
  });
});

describe("the prize for a good year", () => {
  const director: Facts = { grade: "liaison-director", amount: 20_000_000, taskDone: true };

  it("takes 30 million of a director and 15 million of the others", () => {
    expect(says(award, director)).toMatch(/^不符合.*3000万元以上.*还差1000万元/u);
    expect(says(award, { ...director, amount: 30_000_000 })).toContain("推荐优秀等次");
    expect(says(award, { ...director, grade: "liaison-staff" })).toContain("直接定为优秀等次");
  });
  it("takes the year's task besides", () => {
    expect(says(award, { ...director, amount: 30_000_000, taskDone: false })).toContain("不符合");
    expect(says(award, { ...director, amount: 30_000_000, taskDone: undefined })).toBe("missing taskDone");
  });
});

describe("what an office owes", () => {
  it("is 30 million a year", () => {
    expect(says(officeTarget, { amount: 22_000_000 })).toContain("还差800万元");
    expect(says(officeTarget, { amount: 30_000_000 })).toMatch(/^完成了/u);
    expect(says(officeTarget, { amount: 0.13 })).toContain("已有0.000013万元");
    expect(says(officeTarget, { amount: 30_001_000 })).toContain("超出0.1万元");
  });
  it("is four items of information a month", () => {
    expect(says(information, { reported: 1 })).toContain("还差3条");
    expect(says(information, { reported: 5 })).toMatch(/^够了/u);
  });
  it("is a report before 25 June and one before 25 December", () => {
    expect(says(reports, { asOf: "2026-06-01" })).toMatch(/2026年6月25日前.*半年.*24天/u);
    const autumn = work(reports, { asOf: "2026-11-23" }, xingtai);
    expect(everything(autumn, xingtaiWording)).toMatch(/2026年12月25日前[\s\S]*2027年6月25日前/u);
    expect(says(reports, { asOf: "2026-12-26" })).toContain("2027年6月25日前");
  });
  it("leaves open whether the 25th itself still counts", () => {
    expect(everything(work(reports, { asOf: "2026-12-25" }, xingtai), xingtaiWording)).toContain("没有写明");
  });
});
