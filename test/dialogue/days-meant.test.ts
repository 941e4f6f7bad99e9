/**
 * Of several days in a message, those that are meant.
 */
import { describe, expect, it } from "vitest";
import { when } from "../../src/dialogue/when.ts";
import { openCalendar } from "../../src/lib/calendar.ts";
import { readTimes } from "../../src/lib/chinese-time/read-times.ts";
import { fold } from "../../src/lib/text.ts";

const calendar = openCalendar("data/calendar.json");
const days = (text: string, today = "2026-05-06") => {
  const folded = fold(text);
  const { start, end } = when(folded, readTimes(folded, { date: today, time: "10:00" }, calendar), today).facts;
  return [start, end];
};

describe("the days that are meant", () => {
  it.each([
    ["下周三、不对,下周四", ["2026-05-14", undefined]],
    ["我记岔了 是大后天不是后天", ["2026-05-09", undefined]],
    ["原定8月17日开始,现更正为8月24日", ["2026-08-24", undefined]],
    ["下周一有事走不开,换下周二", ["2026-05-12", undefined]],
  ])("are the corrected ones: %s", (text, span) => expect(days(text)).toEqual(span));
  it.each([
    ["国庆后10月12日有考察团来", ["2026-10-12", undefined]],
    ["五一之后,5月11日到15日", ["2026-05-11", "2026-05-15"]],
    ["12月1号到4号,中间没周末", ["2026-12-01", "2026-12-04"]],
  ])("are those in numbers: %s", (text, span) => expect(days(text)).toEqual(span));
  it("are the plan's, where something else is over", () =>
    expect(days("公函上周五就到了,客人大后天来")).toEqual(["2026-05-09", undefined]));
  it.each([
    ["六月十日往、十二日返", ["2026-06-10", "2026-06-12"]],
    ["本周四赴宜宾参加大会,周六返回", ["2026-05-07", "2026-05-09"]],
    ["推到下下周二去,周四回", ["2026-05-19", "2026-05-21"]],
    ["10月8号9号两天", ["2026-10-08", "2026-10-09"]],
    ["8.19去8.21回", ["2026-08-19", "2026-08-21"]],
    ["昨天前天都在安岳", ["2026-05-04", "2026-05-05"]],
    ["后天去后天回", ["2026-05-08", "2026-05-08"]],
  ])("make one span: %s", (text, span) => expect(days(text)).toEqual(span));
  it.each(["14号回来", "结束改到14号", "回来的日子改成14号"])("are the end alone: %s", (text) =>
    expect(days(text)).toEqual([undefined, "2026-05-14"]),
  );
  it("lie ahead where that is nearer, though something is claimed", () =>
    expect(days("1月5号到7号去成都,补助多少", "2026-12-20")).toEqual(["2027-01-05", "2027-01-07"]));
  it("lie behind where something is claimed for them", () =>
    expect(days("4月28号出差去德阳,5月1号才回来,补助多少")).toEqual(["2026-04-28", "2026-05-01"]));
  it.each([
    ["11月5号开的民主生活会,记录最晚哪天交", "2026-11-22", "2026-11-05"],
    ["民主生活会11月28日开的,记录哪天前报", "2026-12-14", "2026-11-28"],
    ["民主生活会3月5日召开了,记录哪天前报", "2026-11-22", "2026-03-05"],
    ["15号去了成都", "2026-11-23", "2026-11-15"],
  ])("lie behind where it has happened: %s", (text, today, start) => expect(days(text, today)[0]).toBe(start));
  it.each([
    ["25号来的客人8个", "2026-11-23", "2026-11-25"],
    ["12月1号开的民主生活会,记录哪天前报", "2026-11-23", "2026-12-01"],
    ["12月1号开民主生活会", "2026-12-14", "2027-12-01"],
    ["15号去成都出差,对接引资项目,坐高铁", "2026-11-23", "2026-12-15"],
    ["25号接待客商,谈引资", "2026-11-23", "2026-11-25"],
    ["2027年11月5号开的会", "2026-11-22", "2027-11-05"],
  ])("lie ahead where it may be to come: %s", (text, today, start) => expect(days(text, today)[0]).toBe(start));
  it.each([
    ["到11月20日在驻地230天够不够三分之二", "2026-11-22", "2026-11-20"],
    ["到10月31日在驻地210天够不够", "2026-12-14", "2026-10-31"],
    ["到12月31日在驻地250天够不够", "2026-11-22", "2026-12-31"],
  ])("are counted up to the nearest: %s", (text, today, asOf) => {
    const folded = fold(text);
    const times = readTimes(folded, { date: today, time: "10:00" }, calendar);
    expect(when(folded, times, today).facts.asOf).toBe(asOf);
  });
});
