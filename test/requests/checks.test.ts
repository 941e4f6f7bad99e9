/**
 * What the log itself says against a request: overlap, the same again, above the plan, an empty section; and days of leave taken.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/lib/dates.ts";
import { absenceOf } from "../../src/requests/absence.ts";
import { checksOf, overlapOf } from "../../src/requests/checks.ts";
import { coverOf } from "../../src/requests/cover.ts";
import type { OfficeRequest } from "../../src/requests/request.ts";
import { daysWithin, takenIn } from "../../src/requests/taken.ts";
import { office } from "../talks/desk.ts";

const { calendar } = office.readers;
const by = { calendar, grade: "staff" } as const;
const year = (of: number) => ({ from: `${of}-01-01`, until: `${of}-12-31` });

type Fields = OfficeRequest["fields"];
type Change = Partial<Omit<OfficeRequest, "fields">>;
const paper = (id: string, type: OfficeRequest["type"], fields: Fields, change: Change = {}): OfficeRequest => ({
  id,
  type,
  unit: "ziyang",
  requester: "keyuan",
  status: "approved",
  fields,
  approvals: [],
  filedAt: "2026-11-02T09:00:00+08:00",
  version: 1,
  ...change,
});
const leave = (id: string, start: string, end = start, more: Fields = {}, change: Change = {}) =>
  paper(id, "leave", { leaveType: "事假", start, end, ...more }, change);
const trip = (id: string, start: string, end = start, more: Fields = {}, change: Change = {}) =>
  paper(id, "travel", { destination: "成都", start, end, ...more }, change);
const back = (id: string, basis: string, end: string) => paper(id, "leave-return", { basis, end });

const kinds = (request: OfficeRequest, ...mine: readonly OfficeRequest[]) =>
  checksOf(request, mine).map(({ kind, paper: { id } }) => `${kind} ${id}`);

describe("days that overlap", () => {
  it("are told of a leave over a leave, a trip over a trip, and each over the other", () => {
    const mine = [leave("a", "2026-11-23", "2026-11-25"), trip("b", "2026-11-25", "2026-11-27")];
    expect(kinds(leave("x", "2026-11-25", "2026-11-26"), ...mine)).toEqual(["overlap a", "overlap b"]);
    expect(kinds(trip("x", "2026-11-24"), ...mine)).toEqual(["overlap a"]);
  });
  it("are named, and not those beside them", () =>
    expect(checksOf(trip("x", "2026-11-25", "2026-11-30"), [leave("a", "2026-11-23", "2026-11-26")])).toMatchObject([
      { days: { from: "2026-11-25a", until: "2026-11-26p" } },
    ]));
  it("are none on the day after", () =>
    expect(kinds(leave("x", "2026-11-26"), leave("a", "2026-11-23", "2026-11-25"))).toEqual([]));
  it("are none of a morning and the afternoon of the same day, and are of the same half", () => {
    const half = (id: string, at: "am" | "pm") => leave(id, "2026-11-25", "2026-11-25", { startHalf: at, endHalf: at });
    expect(kinds(half("x", "am"), half("a", "pm"))).toEqual([]);
    expect(
      kinds(half("x", "pm"), { ...half("a", "pm"), fields: { ...half("a", "pm").fields, leaveType: "病假" } }),
    ).toEqual(["overlap a"]);
    expect(kinds(half("x", "pm"), leave("a", "2026-11-23", "2026-11-25", { endHalf: "am" }))).toEqual([]);
  });
  it("are no matter of a reception, a car or a claim", () => {
    const mine = [leave("a", "2026-11-25")];
    expect(kinds(paper("x", "reception", { category: "公务", start: "2026-11-25", guests: 3 }), ...mine)).toEqual([]);
    expect(kinds(paper("x", "vehicle", { start: "2026-11-25", purpose: "送文件" }), ...mine)).toEqual([]);
  });
  it("end where somebody was back early, or closed the trip", () => {
    const away = leave("a", "2026-11-23", "2026-11-27");
    expect(kinds(trip("x", "2026-11-26"), away, back("r", "a", "2026-11-26"))).toEqual([]);
    expect(kinds(trip("x", "2026-11-25"), away, back("r", "a", "2026-11-26"))).toEqual(["overlap a"]);
    const closed = trip("b", "2026-11-23", "2026-11-27", {}, { closed: { at: "", end: "2026-11-24" } });
    expect(kinds(leave("x", "2026-11-25"), closed)).toEqual([]);
  });
  it("are not those of what was rejected or taken back, of itself, or of what it takes the place of", () => {
    const of = (change: Change) => leave("a", "2026-11-25", "2026-11-25", {}, change);
    expect(kinds(trip("x", "2026-11-25"), of({ status: "rejected" }))).toEqual([]);
    expect(kinds(trip("x", "2026-11-25"), of({ status: "withdrawn" }))).toEqual([]);
    expect(kinds(of({ status: "submitted" }), of({ status: "submitted" }))).toEqual([]);
    expect(checksOf(leave("x", "2026-11-25"), [of({})], "a")).toEqual([]);
    const amending = leave("x", "2026-11-25", "2026-11-26", {}, { amends: "a", status: "submitted" });
    expect(kinds(amending, of({}))).toEqual([]);
    expect(kinds(of({ status: "submitted" }), amending)).toEqual([]);
  });
  it("count once where one paper is about to take the place of the other", () => {
    const mine = [
      leave("a", "2026-11-25"),
      leave("b", "2026-11-25", "2026-11-26", {}, { amends: "a", status: "submitted" }),
    ];
    expect(kinds(trip("x", "2026-11-25"), ...mine)).toEqual(["overlap b"]);
  });
});

describe("the same again", () => {
  it("is told once, and not as an overlap besides", () =>
    expect(kinds(trip("x", "2026-11-25"), trip("a", "2026-11-25"))).toEqual(["duplicate a"]));
  it("is told by what tells two of a form apart", () => {
    const meal = (id: string, guestsFrom: string) =>
      paper(id, "reception", { category: "公务", start: "2026-11-25", guests: 5, guestsFrom });
    expect(kinds(meal("x", "市商务局"), meal("a", "市商务局"), meal("b", "县招商局"))).toEqual(["duplicate a"]);
    const claim = (id: string, amount: number) =>
      paper(id, "reimbursement", { claim: "其他", item: "办公用品", amount });
    expect(kinds(claim("x", 200), claim("a", 200), claim("b", 300))).toEqual(["duplicate a"]);
  });
  it("is another matter another day where a form is asked for again and again", () => {
    const seal = (id: string, change: Change = {}) => paper(id, "seal", { item: "介绍信" }, change);
    const later = { filedAt: "2026-11-23T01:00:00.000Z" };
    expect(kinds(seal("x", later), seal("a"))).toEqual([]);
    expect(kinds(seal("x", later), seal("a", { status: "submitted" }))).toEqual(["duplicate a"]);
    expect(kinds(seal("x"), seal("a", { filedAt: "2026-11-02T02:00:00.000Z" }))).toEqual(["duplicate a"]);
  });
});

describe("above the plan", () => {
  it("are days outside the approved trip", () => {
    const claim = (start: string, end: string) =>
      paper("x", "reimbursement", { claim: "差旅费", basis: "a", start, end, item: "差旅费", amount: 900 });
    const approved = trip("a", "2026-11-10", "2026-11-12");
    expect(kinds(claim("2026-11-10", "2026-11-13"), approved)).toEqual(["above-plan a"]);
    expect(kinds(claim("2026-11-09", "2026-11-12"), approved)).toEqual(["above-plan a"]);
    expect(kinds(claim("2026-11-11", "2026-11-12"), approved)).toEqual([]);
  });
  it("are more guests, more hosts, more money than planned, each told for itself", () => {
    const plan = paper("a", "reception", { category: "公务", start: "2026-11-10", guests: 5, hosts: 2, amount: 500 });
    const list = (fields: Fields) => paper("x", "reception-list", { basis: "a", start: "2026-11-10", ...fields });
    expect(checksOf(list({ guests: 6, hosts: 2, amount: 650 }), [plan])).toMatchObject([
      { kind: "above-plan", what: "guests", planned: 5, told: 6 },
      { kind: "above-plan", what: "amount", planned: 500, told: 650 },
    ]);
    expect(checksOf(list({ guests: 5, hosts: 1, amount: 400 }), [plan])).toEqual([]);
  });
});

describe("the cover of a section", () => {
  const away = (who: string, start: string, end = start, change: Change = {}) =>
    absenceOf(leave(`of ${who}`, start, end, {}, { requester: who, ...change }), []);
  const absences = (...all: readonly ReturnType<typeof away>[]) => all.flatMap((one) => one ?? []);
  const section = ["keyuan", "kezhang", "liyuan"];

  it("names who else is away meanwhile, with the days and nothing else", () => {
    const theirs = absences(away("kezhang", "2026-11-25", "2026-11-27"), away("liyuan", "2026-11-30"));
    expect(coverOf(leave("x", "2026-11-26"), section, theirs, calendar)).toEqual({
      away: [{ who: "kezhang", from: "2026-11-25", until: "2026-11-27" }],
      nobodyLeft: [],
    });
  });
  it("says on which days nobody would be left", () => {
    const theirs = absences(away("kezhang", "2026-11-25", "2026-11-27"), away("liyuan", "2026-11-26", "2026-11-30"));
    expect(coverOf(trip("x", "2026-11-25", "2026-11-30"), section, theirs, calendar).nobodyLeft).toEqual([
      "2026-11-26",
      "2026-11-27",
    ]);
  });
  it("does not mind days off, other sections, or what takes nobody away", () => {
    const weekend = absences(away("kezhang", "2026-11-28", "2026-11-29"), away("liyuan", "2026-11-28"));
    const nobody = { away: [], nobodyLeft: [] };
    expect(coverOf(trip("x", "2026-11-28", "2026-11-29"), section, weekend, calendar)).toEqual(nobody);
    expect(coverOf(leave("x", "2026-11-25"), section, absences(away("fenju", "2026-11-25")), calendar)).toEqual(nobody);
    const meal = paper("x", "reception", { start: "2026-11-25" });
    expect(coverOf(meal, section, absences(away("kezhang", "2026-11-25")), calendar)).toEqual(nobody);
  });
  it("of one alone warns of nothing", () =>
    expect(coverOf(leave("x", "2026-11-25"), ["keyuan"], [], calendar).nobodyLeft).toEqual([]));
});

describe("days of leave taken", () => {
  it("are counted by kind, what is approved apart from what is under way", () => {
    const mine = [
      leave("a", "2026-11-02", "2026-11-03"),
      leave("b", "2026-11-23", "2026-11-23", { startHalf: "am", endHalf: "am" }, { status: "submitted" }),
      leave("c", "2026-03-02", "2026-03-02", { leaveType: "病假" }),
      leave("d", "2026-03-09", "2026-03-09", {}, { status: "rejected" }),
    ];
    expect(takenIn(mine, year(2026), by)).toEqual([
      { leaveType: "事假", approved: 2, pending: 0.5 },
      { leaveType: "病假", approved: 1, pending: 0 },
    ]);
  });
  it("are working days, and of an office away natural days", () => {
    const mine = [leave("a", "2026-11-26", "2026-11-30")];
    expect(takenIn(mine, year(2026), by)[0]?.approved).toBe(3);
    expect(takenIn(mine, year(2026), { calendar, grade: "liaison-staff" })[0]?.approved).toBe(5);
  });
  it("over New Year count in each year what lies in it", () => {
    const mine = [leave("a", "2025-12-30", "2026-01-06")];
    expect(takenIn(mine, year(2025), by)[0]?.approved).toBe(2);
    expect(takenIn(mine, year(2026), by)[0]?.approved).toBe(calendar.workdays("2026-01-01", "2026-01-06").days);
  });
  it("are what one was away where one came back early, and none of a leave never begun", () => {
    const mine = [leave("a", "2026-11-02", "2026-11-06"), back("r", "a", "2026-11-05")];
    expect(takenIn(mine, year(2026), by)[0]?.approved).toBe(3);
    expect(takenIn([leave("a", "2026-11-02"), back("r", "a", "2026-11-02")], year(2026), by)).toEqual([]);
  });
  it("lose nothing where one was back just when the leave ended", () => {
    const untilNoon = leave("a", "2026-11-02", "2026-11-04", { endHalf: "am" });
    expect(takenIn([untilNoon, back("r", "a", "2026-11-04")], year(2026), by)[0]?.approved).toBe(2.5);
  });
  it("are not counted twice where one paper takes the place of another", () => {
    const mine = [
      leave("a", "2026-11-02"),
      leave("b", "2026-11-02", "2026-11-03", {}, { amends: "a", status: "submitted" }),
    ];
    expect(takenIn(mine, year(2026), by)).toEqual([{ leaveType: "事假", approved: 0, pending: 2 }]);
    expect(takenIn(mine.slice(0, 1), year(2026), by, "a")).toEqual([]);
  });
});

describe("of any papers", () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2025-12-01", days));
  const half = fc.constantFrom("am" as const, "pm" as const, undefined);
  const any = fc
    .record({
      type: fc.constantFrom("leave" as const, "travel" as const),
      start: day,
      length: fc.nat({ max: 12 }),
      startHalf: half,
      endHalf: half,
      leaveType: fc.constantFrom("事假", "病假", "年休假"),
      status: fc.constantFrom("approved" as const, "submitted" as const, "rejected" as const),
    })
    .map(({ type, start, length, startHalf, endHalf, leaveType, status }) => {
      const halves = {
        ...(startHalf === "pm" && { startHalf }),
        ...(endHalf === "am" && length > 0 && { endHalf }),
      };
      const fields: Fields = { start, end: addDays(start, length), ...(type === "leave" && { leaveType, ...halves }) };
      return (id: string) => paper(id, type, fields, { status });
    });
  const papers = fc.array(any, { maxLength: 8 }).map((all) => all.map((one, at) => one(`p${at}`)));

  it("overlap is symmetric", () =>
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(overlapOf(one("a"), other("b"), [])).toEqual(overlapOf(other("b"), one("a"), []));
      }),
    ));
  it("the morning and the afternoon of one day share nothing", () =>
    fc.assert(
      fc.property(day, (on) => {
        const at = (id: string, half: "am" | "pm") => leave(id, on, on, { startHalf: half, endHalf: half });
        expect(overlapOf(at("a", "am"), at("b", "pm"), [])).toBeUndefined();
        expect(overlapOf(at("a", "am"), leave("b", on), [])).toBeDefined();
      }),
    ));
  it("the order in which the log has them changes nothing", () =>
    fc.assert(
      fc.property(any, papers, (request, mine) => {
        expect(checksOf(request("x"), mine.toReversed())).toEqual(checksOf(request("x"), mine));
        expect(takenIn(mine.toReversed(), year(2026), by)).toEqual(takenIn(mine, year(2026), by));
      }),
    ));
  it("the years' parts of a leave are the whole of it, and the kinds are all of the leaves", () =>
    fc.assert(
      fc.property(papers, (mine) => {
        const both = { from: "2025-01-01", until: "2026-12-31" };
        const leaves = mine.filter(({ type, status }) => type === "leave" && status !== "rejected");
        const total = leaves.reduce((days, one) => days + daysWithin(one, mine, both, by), 0);
        const sum = (of: typeof both) =>
          takenIn(mine, of, by).reduce((days, { approved, pending }) => days + approved + pending, 0);
        expect(sum(both)).toBe(total);
        expect(sum(year(2025)) + sum(year(2026))).toBe(total);
      }),
    ));
});
