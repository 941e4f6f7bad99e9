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
});
