import { describe, expect, it } from "vitest";
import { readTimes } from "../../../src/lib/chinese-time/read-times.ts";
import { lengthOf, spanOf } from "../../../src/lib/chinese-time/span.ts";
import { momentOf } from "../../../src/lib/dates.ts";
import { calendar, MONDAY } from "./shown.ts";

const readings = (message: string) => readTimes(message, momentOf(MONDAY), calendar);
const span = (message: string) => spanOf(readings(message));
const one = (message: string) => {
  const found = span(message);
  return found.kind === "one" ? found.span : found.kind;
};

describe("the one span of a message", () => {
  it("is the range that is said", () =>
    expect(one("下周一到周三请假")).toEqual({ start: "2026-11-30", end: "2026-12-02", doubts: [] }));
  it("keeps halves", () => {
    expect(one("26号下午到28号")).toEqual({ start: "2026-11-26", end: "2026-11-28", startHalf: "pm", doubts: [] });
  });
  it("is one when a day is named twice", () =>
    expect(one("昨天没来,补昨天一天")).toMatchObject({ start: "2026-11-22", end: "2026-11-22" }));
  it("takes a half that stands apart", () =>
    expect(one("明天请假,下午的")).toMatchObject({ start: "2026-11-24", startHalf: "pm", endHalf: "pm" }));
  it("says when the end or the days are open", () => {
    expect(one("从26号开始请假")).toMatchObject({ start: "2026-11-26", doubts: ["open-end"] });
    expect(one("下周请三天")).toMatchObject({ doubts: ["loose-period"] });
  });
  it("offers several when there are several", () => expect(span("周三去成都。周五去康定").kind).toBe("several"));
  it("passes a problem on", () =>
    expect(span("从7月10号到7月8号")).toMatchObject({ kind: "problem", problem: { problem: "end-before-start" } }));
  it("is none when no day is said", () => expect(span("我要请假").kind).toBe("none"));
});

describe("the length of a message", () => {
  it("is given when there is one", () => expect(lengthOf(readings("请一天半事假"))).toEqual({ days: 1.5 }));
  it("is not chosen among several", () => expect(lengthOf(readings("先待2天再去3天"))).toBeUndefined());
});
