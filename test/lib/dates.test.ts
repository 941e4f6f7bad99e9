import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  daysInclusive,
  isRealDate,
  momentOf,
  mondayOf,
  realDate,
  weekday,
} from "../../src/lib/dates.ts";

describe("dates", () => {
  it("counts a span with both its ends", () => expect(daysInclusive("2026-11-30", "2026-12-02")).toBe(3));
  it("crosses month, year and leap day", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(daysBetween("2026-01-01", "2027-01-01")).toBe(365);
  });
  it("ends a month move on the last day when the month is shorter", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-03-31", -4)).toBe("2025-11-30");
  });
  it("starts the week on Monday", () => {
    expect([weekday("2026-11-23"), weekday("2026-11-29")]).toEqual([1, 7]);
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
  });
  it("knows the days that do not exist", () => {
    expect(["2026-02-30", "2026-11-31", "2026-02-29", "2026-13-01", "26-1-1", ""].map(isRealDate)).toEqual(
      Array(6).fill(false),
    );
    expect(realDate(2028, 2, 29)).toBe("2028-02-29");
    expect(realDate(2026, 2, 29)).toBeUndefined();
  });
  it("reads an instant into Shanghai time, whatever its offset", () => {
    expect(momentOf("2026-11-23T09:00:00+08:00")).toEqual({ date: "2026-11-23", time: "09:00" });
    expect(momentOf("2026-11-22T20:30:00Z")).toEqual({ date: "2026-11-23", time: "04:30" });
    expect(momentOf("2026-11-22T12:00:00-05:00")).toEqual({ date: "2026-11-23", time: "01:00" });
    expect(momentOf("2026-11-23T09:00")).toEqual({ date: "2026-11-23", time: "09:00" });
  });
  it("reads the same instant alike under any zone of the process", () => {
    const before = process.env.TZ;
    process.env.TZ = "America/New_York";
    expect(momentOf("2026-11-23T00:30:00+08:00")).toEqual({ date: "2026-11-23", time: "00:30" });
    expect(addDays("2026-03-08", 1)).toBe("2026-03-09");
    process.env.TZ = before;
  });
  it("refuses text that is no instant or no date", () => {
    expect(() => momentOf("tomorrow")).toThrow(/Not an instant/);
    expect(() => addDays("2026/11/23", 1)).toThrow(/Not a date/);
  });
});
