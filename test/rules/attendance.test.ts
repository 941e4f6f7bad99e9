/** Late, early and absent: 一、(十)1. */
import { describe, expect, it } from "vitest";
import { attendanceWording } from "../../src/answer/wording/attendance.ts";
import { attendance } from "../../src/rules/attendance.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { opening, ziyang } from "./law.ts";

const tenLate: Facts = { lateness: "late", minutes: 10 };
const worked = (change: Facts = {}) => work(attendance, { ...tenLate, ...change }, ziyang);
const says = (change?: Facts) => opening(worked(change), attendanceWording);

describe("attendance", () => {
  it("does not call ten minutes late", () => expect(says()).toMatch(/^不算迟到/u));
  it("calls more than fifteen minutes late, or early", () => {
    expect(says({ minutes: 16 })).toMatch(/^算迟到/u);
    expect(says({ minutes: 40, lateness: "early" })).toMatch(/^算早退/u);
    expect(says({ minutes: 40, lateness: undefined })).toMatch(/^算迟到或早退/u);
  });
  it("counts more than an hour as half a day of absence", () => {
    expect(says({ minutes: 61 })).toMatch(/^按旷工半天处理/u);
    expect(says({ minutes: 59 })).toContain("不按旷工半天处理");
  });
  it("decides neither way at exactly fifteen minutes and exactly an hour", () => {
    expect(says({ minutes: 15 })).toMatch(/正好15分钟.*没有写明/u);
    expect(says({ minutes: 60 })).toMatch(/正好60分钟.*没有写明/u);
  });
  it("calls staying away without leave absence", () => {
    expect(says({ minutes: undefined, absent: true })).toMatch(/^按旷工论.*公务员法/u);
  });
  it("knows of no fine", () => {
    expect(worked({ penalty: true, minutes: undefined }).kind).toBe("not-covered");
    expect(says({ penalty: true })).toContain("没有规定");
  });
  it("asks how many minutes", () => expect(says({ minutes: undefined })).toBe("missing minutes"));
});
