import { describe, expect, it } from "vitest";
import { openCalendar } from "../../src/lib/calendar.ts";

const calendar = openCalendar("data/calendar.json");

describe("calendar", () => {
  it("counts the workdays of a plain week", () =>
    expect(calendar.workdays("2026-11-23", "2026-11-29")).toEqual({ days: 5, unknownYears: [] }));
  it("takes holidays off and make-up days in", () => {
    expect(calendar.isWorkday("2026-10-01")).toBe(false);
    expect(calendar.isWorkday("2026-10-10")).toBe(true);
    expect(calendar.isWorkday("2026-10-11")).toBe(false);
    expect(calendar.workdays("2026-10-01", "2026-10-11").days).toBe(3);
  });
  it("names the holiday of a day, the shorter one inside the longer", () => {
    expect(calendar.holidayName("2025-10-06")).toBe("中秋节");
    expect(calendar.holidayName("2025-10-08")).toBe("国庆节");
    expect(calendar.holidayName("2026-11-23")).toBeUndefined();
  });
  it("gives first and last day of a holiday", () =>
    expect(calendar.holiday("春节", 2026)).toEqual({ name: "春节", start: "2026-02-15", end: "2026-02-23" }));
  it("flags a year without a notice instead of guessing", () => {
    expect(calendar.isWorkday("2027-01-01")).toBe("unknown-year");
    expect(calendar.holiday("国庆节", 2027)).toBe("unknown-year");
    expect(calendar.workdays("2026-12-31", "2027-01-02")).toEqual({ days: 1, unknownYears: [2027] });
    expect(calendar.nthWorkday("2026-12-31", 2)).toBe("unknown-year");
  });
  it("finds the first workday on or after a day", () => {
    expect(calendar.nthWorkday("2026-10-01", 1)).toBe("2026-10-08");
    expect(calendar.nthWorkday("2026-10-09", 2)).toBe("2026-10-10");
  });
  it("names the file when it cannot be read", () =>
    expect(() => openCalendar("data/no-calendar.json")).toThrow(/no-calendar\.json/));
  it("names the notice of each year", () =>
    expect([2024, 2025, 2026].map((year) => calendar.source(year)?.title)).toEqual([
      "国务院办公厅关于2024年部分节假日安排的通知",
      "国务院办公厅关于2025年部分节假日安排的通知",
      "国务院办公厅关于2026年部分节假日安排的通知",
    ]));
});
