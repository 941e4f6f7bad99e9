/** The duty roster of the days off, 一、(十三): drawn up in turns, and held against the clause. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dutyWording } from "../../src/answer/wording/duty.ts";
import { addDays } from "../../src/lib/dates.ts";
import { dutyRoster } from "../../src/rules/duty-roster.ts";
import { roles } from "../../src/rules/roster-roles.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts, RosterRow } from "../../src/rules/slots.ts";
import { codes, everything, opening, ziyang } from "./law.ts";

const daysFrom = (first: string, count: number) => Array.from({ length: count }, (_, at) => addDays(first, at));
const week = daysFrom("2026-10-01", 7);
const people = { leaders: ["张局", "李局"], heads: ["王科", "赵科", "刘科"], others: ["甲", "乙", "丙", "丁"] };

const worked = (change: Facts = {}) => work(dutyRoster, { dutyDays: week, ...people, ...change }, ziyang);
const rowsOf = (facts?: Facts) => {
  const outcome = worked(facts);
  return outcome.kind === "worked" ? (outcome.table?.rows ?? []) : [];
};
const column = (at: number, facts?: Facts) => rowsOf(facts).map((row) => row[at] ?? "");

describe("a roster that is drawn up", () => {
  it("has one leader, one head of a section and one of the staff for every day off", () => {
    expect(rowsOf()).toHaveLength(7);
    expect(rowsOf()[0]).toEqual(["2026-10-01", "张局", "王科", "甲"]);
    expect(rowsOf().every((row) => row.length === 4 && row.every((cell) => cell !== ""))).toBe(true);
  });
  it("goes round: nobody twice running, nobody a day more than another but one", () => {
    expect(column(1).join("")).toBe("张局李局张局李局张局李局张局");
    expect(everything(worked(), dutyWording)).toContain("局领导 张局4天、李局3天");
  });
  it("begins with whoever is next after the last one, or with the one who was named", () => {
    expect(column(1, { lastOnDuty: ["张局"] })[0]).toBe("李局");
    expect(column(1, { lastOnDuty: ["李局长"] })[0]).toBe("张局");
    expect(column(2, { firstOnDuty: ["赵科"] })[0]).toBe("赵科");
  });
  it("says so where whoever is to begin is on no list", () =>
    expect(everything(worked({ firstOnDuty: ["周总"] }), dutyWording)).toContain("没有周总"));
  it("says that it is reported to the two offices, that duty lasts 24 hours, and that telephones stay on", () => {
    const text = everything(worked(), dutyWording);
    for (const words of ["报市委办、市政府办备案", "24小时值班,带班领导坐班", "24小时开启", "局办公室安排"])
      expect(text).toContain(words);
  });
  it("says that one who is alone stands every day", () =>
    expect(everything(worked({ others: ["甲"] }), dutyWording)).toContain("职工只有甲"));
  it("tells which of its days are workdays, which the clause says nothing of", () =>
    expect(everything(worked({ workdays: 2 }), dutyWording)).toMatch(/2天是工作日.*没有写/u));
  it("keeps to the days of the notice, whatever length was said", () =>
    expect(everything(worked({ holiday: "国庆节", holidayDays: 5 }), dutyWording)).toContain("是7天,不是5天"));
});

describe("a roster that cannot be drawn up", () => {
  it("invents nobody: a role without names is asked for", () => {
    expect(worked({ others: [] })).toEqual({ kind: "missing", slot: "others" });
    expect(worked({ heads: undefined })).toEqual({ kind: "missing", slot: "heads" });
  });
  it("wants the days", () => expect(worked({ dutyDays: undefined })).toEqual({ kind: "missing", slot: "dutyDays" }));
  it("guesses no days off of a year whose notice is not here", () => {
    const outcome = worked({ dutyDays: undefined, holiday: "春节", holidayYear: 2027 });
    expect(outcome).toMatchObject({ kind: "contradiction", slot: "dutyDays" });
    expect(opening(outcome, dutyWording)).toContain("2027年春节");
  });
  it("puts nobody in two places", () =>
    expect(worked({ others: ["甲", "张局"] })).toMatchObject({ kind: "contradiction", slot: "others" }));
});

describe("a roster without names", () => {
  const directory: Facts["directory"] = [
    { post: "一科 科员(科室人员)", grade: "staff" },
    { post: "一科 科员(科室人员)", grade: "staff" },
    { post: "一科 科长", grade: "section-head" },
    { post: "二科 副科长", grade: "deputy-section" },
    { post: "副局长", grade: "leader" },
    { post: "局长", grade: "bureau-head" },
    { post: "驾驶员", grade: "driver" },
    { post: "驻外分局 工作人员", grade: "branch-staff" },
  ];
  const nobody: Facts = { leaders: undefined, heads: undefined, others: undefined };

  it("is of the posts in the directory, by their grade, and says that this is a reading", () => {
    expect(rowsOf({ ...nobody, directory })[0]).toEqual(["2026-10-01", "副局长", "一科 科长", "一科 科员1"]);
    expect(codes(worked({ ...nobody, directory }))).toContain("duty.directory");
  });
  it("leaves out who is away or drives, and names them", () =>
    expect(everything(worked({ ...nobody, directory }), dutyWording)).toContain(
      "没有排进去的:驾驶员、驻外分局 工作人员",
    ));
  it("asks for names where the directory has nobody for a role", () =>
    expect(worked({ ...nobody, directory: directory.slice(0, 2) })).toEqual({ kind: "missing", slot: "leaders" }));
  it("never mixes names with posts", () =>
    expect(worked({ ...nobody, leaders: ["张局"], directory })).toEqual({ kind: "missing", slot: "heads" }));
});

const row = (day: string, change: Partial<RosterRow> = {}): RosterRow => ({
  day,
  leaders: ["张三"],
  heads: ["李四"],
  others: ["王五"],
  unsaid: [],
  ...change,
});
const checked = (roster: RosterRow[], facts: Facts = {}) => work(dutyRoster, { roster, ...facts }, ziyang);
const verdict = (roster: RosterRow[], facts?: Facts) => everything(checked(roster, facts), dutyWording);

describe("a roster that is checked", () => {
  it("complies where each day has a leader, a head of a section and one of the staff", () =>
    expect(opening(checked([row("2026-10-01")]), dutyWording)).toMatch(/^符合/u));
  it("does not where a day lacks one of them", () => {
    const text = verdict([row("2026-10-01"), row("2026-10-02", { heads: [], others: [] })]);
    expect(text).toMatch(/^不符合,有1处/u);
    expect(text).toContain("2026年10月2日(周五)缺科室负责人、职工");
  });
  it("does not where a day of the holiday is left out", () =>
    expect(verdict([row("2026-10-01"), row("2026-10-04")], { dutyDays: week })).toContain(
      "10月2日至10月3日、10月5日至10月7日没有排班",
    ));
  it("does not where one person holds two places, or a day stands twice", () => {
    expect(verdict([row("2026-10-01", { others: ["张三"] })])).toContain("张三一人占了两个名额");
    expect(verdict([row("2026-10-01"), row("2026-10-01")])).toContain("排了两次");
  });
  it("says who stands more than a day above the least, and that the clause names no number", () => {
    const often = [...daysFrom("2026-10-01", 3).map((day) => row(day)), row("2026-10-04", { leaders: ["赵六"] })];
    expect(opening(checked(often), dutyWording)).toMatch(/^符合/u);
    expect(verdict(often)).toMatch(/张三值3天,最少的只有1天.*没有写每人几天/u);
  });
  it("shows two of one role, which the clause does not speak of", () => {
    expect(verdict([row("2026-10-01", { others: ["王五", "赵六"] })])).toContain("职工有2名,条文写的是1名");
  });
  it("reads three bare names in the order of the clause, and says so", () => {
    const bare = { leaders: [], heads: [], others: [] };
    const roster = [
      row("2026-10-01", { ...bare, unsaid: ["张三", "李四", "王五"] }),
      row("2026-10-02", { ...bare, unsaid: ["张三", "李四"] }),
    ];
    expect(verdict(roster)).toContain("10月2日(周五)缺职工");
    expect(verdict(roster)).toContain("先后看的");
  });
  it("mentions a day between two others, where nobody said which are off", () =>
    expect(verdict([row("2026-10-01"), row("2026-10-03")])).toContain("中间的10月2日没有排"));
  it("is asked for where there is none", () =>
    expect(work(dutyRoster, { checks: true }, ziyang)).toEqual({ kind: "missing", slot: "roster" }));
});

describe("every roster that is drawn up", () => {
  const names = (mark: string) =>
    fc.integer({ min: 1, max: 9 }).map((size) => Array.from({ length: size }, (_, at) => `${mark}${at}`));
  const facts = fc.record({
    dutyDays: fc.integer({ min: 1, max: 31 }).map((count) => daysFrom("2026-10-01", count)),
    leaders: names("局"),
    heads: names("科"),
    others: names("员"),
    lastOnDuty: fc.constantFrom<string[]>([], ["局1"], ["科0", "员3"]),
    firstOnDuty: fc.constantFrom<string[]>([], ["局2"], ["科4"], ["谁"]),
  });
  const read = (rows: readonly (readonly string[])[]): RosterRow[] =>
    rows.map(([day = "", leader = "", head = "", other = ""]) => ({
      day,
      leaders: [leader],
      heads: [head],
      others: [other],
      unsaid: [],
    }));

  it("passes the check, without a word of unequal turns", () =>
    fc.assert(
      fc.property(facts, (given) => {
        const found = checked(read(rowsOf(given)), { dutyDays: given.dutyDays });
        expect(codes(found)).toEqual(["duty.complies", "duty.filed"]);
      }),
    ));
  it("has every day once, and one of each role on it", () =>
    fc.assert(
      fc.property(facts, (given) => {
        expect(column(0, given)).toEqual(given.dutyDays);
        for (const [at, { slot }] of roles.entries())
          expect(column(at + 1, given).every((name) => given[slot].includes(name))).toBe(true);
      }),
    ));
  it("is fair, and lets nobody stand two days running where there are two", () =>
    fc.assert(
      fc.property(facts, (given) => {
        for (const [at, { slot }] of roles.entries()) {
          const turns = column(at + 1, given);
          const counts = given[slot].map((name) => turns.filter((one) => one === name).length);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          if (given[slot].length > 1) expect(turns.some((name, day) => name === turns[day + 1])).toBe(false);
        }
      }),
    ));
  it("is the same each time", () =>
    fc.assert(
      fc.property(facts, (given) => {
        expect(rowsOf(given)).toEqual(rowsOf(given));
      }),
    ));
});
