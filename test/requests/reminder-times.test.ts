/**
 * When people are told something: in the hours of a workday, which holidays and make-up days shift.
 */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../../src/errors.ts";
import { openCalendar } from "../../src/lib/calendar.ts";
import { addDays, inUtc, momentOf } from "../../src/lib/dates.ts";
import {
  dueAt,
  inHours,
  openReminderTimes,
  workdayFrom,
  workdaysBetween,
  worksOn,
} from "../../src/requests/reminder-times.ts";

const calendar = openCalendar("data/calendar.json");
const times = openReminderTimes("data/reminders.json");
const due = (now: string) => inUtc(dueAt(times, calendar, now));

describe("what comes up", () => {
  it.each([
    ["in working hours is told at once", "2026-11-23T09:30:00+08:00", "2026-11-23T09:30:00+08:00"],
    ["before work is told when it begins", "2026-11-23T07:10:00+08:00", "2026-11-23T09:00:00+08:00"],
    ["in the evening is told the next morning", "2026-11-23T18:00:00+08:00", "2026-11-24T09:00:00+08:00"],
    ["on a Friday evening is told on Monday", "2026-11-27T20:00:00+08:00", "2026-11-30T09:00:00+08:00"],
    ["on the eve of 国庆 is told when it is over", "2026-09-30T18:30:00+08:00", "2026-10-08T09:00:00+08:00"],
    ["within 国庆 is told when it is over", "2026-10-04T10:00:00+08:00", "2026-10-08T09:00:00+08:00"],
    ["on a Saturday that makes up for it is told at once", "2026-10-10T10:00:00+08:00", "2026-10-10T10:00:00+08:00"],
    ["is Shanghai's, wherever it is written", "2026-11-23T23:30:00Z", "2026-11-24T09:00:00+08:00"],
    ["in a year without a notice waits for a Monday", "2031-03-01T10:00:00+08:00", "2031-03-03T09:00:00+08:00"],
  ])("%s", (_, now, told) => expect(due(now)).toBe(inUtc(told)));

  it("is never told before it came up, nor out of hours, and at once in them", () =>
    fc.assert(
      fc.property(fc.date({ min: new Date("2025-06-01"), max: new Date("2027-12-31"), noInvalidDate: true }), (at) => {
        const now = at.toISOString();
        const told = due(now);
        expect(told >= now).toBe(true);
        expect(inHours(times, calendar, told)).toBe(true);
        if (inHours(times, calendar, now)) expect(told).toBe(now);
      }),
      { numRuns: 2000 },
    ));
});

describe("hours that are none", () => {
  it.each([
    { from: "25:00", until: "26:00" },
    { from: "09:75", until: "18:00" },
    { from: "18:00", until: "09:00" },
  ])("are refused at the start, not at the first filing: %j", (hours) => {
    const path = `${mkdtempSync(join(tmpdir(), "zhice-times-"))}/reminders.json`;
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync("data/reminders.json", "utf8")), hours }));
    expect(() => openReminderTimes(path)).toThrow(DataError);
  });
});

describe("workdays", () => {
  it("are counted across 国庆, its make-up Saturday too", () => {
    expect(workdaysBetween(calendar, "2026-09-30", "2026-10-08")).toBe(1);
    expect(workdaysBetween(calendar, "2026-09-30", "2026-10-10")).toBe(3);
    expect(workdaysBetween(calendar, "2026-11-27", "2026-11-30")).toBe(1);
    expect(workdaysBetween(calendar, "2026-11-27", "2026-11-27")).toBe(0);
  });
  it("are the nearest ones, onwards and back", () => {
    expect(workdayFrom(calendar, "2026-10-03")).toBe("2026-10-08");
    expect(workdayFrom(calendar, "2026-10-03", -1)).toBe("2026-09-30");
    expect(workdayFrom(calendar, "2026-10-10")).toBe("2026-10-10");
  });
  it("add up: from one day to a third by way of any second", () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays("2025-07-01", days));
    fc.assert(
      fc.property(day, day, day, (...days) => {
        const [first, second, third] = days.toSorted() as [string, string, string];
        expect(workdaysBetween(calendar, first, second) + workdaysBetween(calendar, second, third)).toBe(
          workdaysBetween(calendar, first, third),
        );
        expect(worksOn(calendar, momentOf(dueAt(times, calendar, `${first}T03:00:00Z`)).date)).toBe(true);
      }),
    );
  });
});
