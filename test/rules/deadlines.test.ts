/** What is due next: the deadlines that the documents of Xingtai's offices and of Ziyang's bureau set. */
import { describe, expect, it } from "vitest";
import { deadlinesWording } from "../../src/answer/wording/deadlines.ts";
import { deadlines, duesFrom, stands } from "../../src/rules/deadlines.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { everything, figureBook, library, xingtai, ziyang } from "./law.ts";

const listed = (facts: Facts, figures = xingtai) => everything(work(deadlines, facts, figures), deadlinesWording);
const order = (asOf: string, figures = xingtai) => duesFrom(figures, asOf, 0).map(({ deadline }) => deadline.what);

describe("what one of Xingtai's offices must hand in", () => {
  it("is listed the nearest first, with the days left where a day is written", () => {
    expect(listed({ asOf: "2026-11-23", tallied: 3 }).split("\n").slice(1, 5)).toEqual([
      expect.stringMatching(/^1\. \*\*11月\*\*.*已登记3条,还差1条;未写明具体日期/u),
      expect.stringMatching(/^2\. \*\*2026年12月25日前\*\*.*全年工作情况和次年工作安排,还有32天/u),
      expect.stringMatching(/^3\. \*\*每季度\*\*.*财务报表,未写明具体日期/u),
      expect.stringMatching(/^4\. \*\*2027年6月25日前\*\*.*半年工作情况,还有214天/u),
    ]);
  });
  it("has the half-year report first in June, and the next year's once the day is over", () => {
    expect(order("2026-06-20")[0]).toContain("半年");
    expect(listed({ asOf: "2026-06-25" })).toMatch(/2026年6月25日前.*就是今天/u);
    expect(listed({ asOf: "2026-06-26" })).toContain("2027年6月25日前");
  });
  it("leaves open whether the 25th itself still counts", () =>
    expect(listed({ asOf: "2026-12-20" })).toContain("没有写明"));
  it("is enough of information at four, and owes nothing below zero", () => {
    expect(listed({ asOf: "2026-11-23", tallied: 4 })).toContain("已登记4条,够了");
    expect(listed({ asOf: "2026-11-23", tallied: 9 })).toContain("够了");
  });
  it("of a later month is counted from its first day, and says nothing of what is not reported yet", () => {
    const january = listed({ asOf: "2026-11-23", month: "2027-01", tallied: 3 });
    expect(january).not.toContain("2026年12月25日前");
    expect(january).not.toContain("登记簿");
    expect(listed({ asOf: "2026-11-23", month: "2026-10", tallied: 3 })).not.toContain("登记簿");
  });
});

describe("what Ziyang's bureau does again and again", () => {
  it("has a day only for what has one by a reading, and the reading is shown", () => {
    const text = listed({ asOf: "2026-11-23" }, ziyang);
    expect(text).toMatch(/2026年12月11日至12月20日.*局党组中心组集中学习1次.*还有18天/u);
    expect(text).toContain("“中旬”按11日至20日理解");
    expect(text).toMatch(/会计向局长.*未写明具体日期/u);
    expect(text).toMatch(/2026年12月\*\*.*民主生活会1次,未写明具体日期/u);
  });
  it("is in the days of 中旬 themselves, and in the next month behind them", () => {
    expect(listed({ asOf: "2026-11-15" }, ziyang)).toMatch(/11月11日至11月20日.*正在这几天/u);
    expect(listed({ asOf: "2026-11-21" }, ziyang)).toContain("2026年12月11日至12月20日");
  });
  it("begins with the week's study, and ends with the year's paper", () => {
    expect(order("2026-11-23", ziyang)[0]).toBe("集体学习半天");
    expect(order("2026-11-23", ziyang).at(-1)).toContain("一篇");
  });
});

describe("deadlines", () => {
  it("say that there are none where the documents set none", () =>
    expect(work(deadlines, { asOf: "2026-11-23" }, figureBook.on("jilin", "2026-11-23")).kind).toBe("not-covered"));
  it("before the document was issued are not in force", () =>
    expect(figureBook.on("xingtai", "2008-09-17").deadlines).toEqual([]));
  it.each([...xingtai.deadlines, ...ziyang.deadlines])("$what stands in its clause", ({ source }) =>
    expect(library.quote(source.doc, source.clause, source.quote)).toEqual(source),
  );
  it.each(xingtai.deadlines.filter(({ day }) => day !== undefined))(
    "$what has its month and day in its own quote",
    ({ month = "", day = "", source }) =>
      expect(source.quote).toContain(`${xingtai.get(month).value}月${xingtai.get(day).value}日`),
  );
});

describe("a deadline", () => {
  it("stands no more where the words of its day have moved: nobody is reminded of it", () => {
    const day = "report.year.day";
    const moved: typeof xingtai = {
      ...xingtai,
      get: (name) => {
        const figure = xingtai.get(name);
        return name === day ? { ...figure, source: { ...figure.source, moved: true } } : figure;
      },
    };
    const falling = duesFrom(moved, "2026-11-23", 4).filter((due) => !stands(due, moved));
    expect(falling.map(({ by }) => by)).toEqual(["2026-12-25"]);
    expect(duesFrom(xingtai, "2026-11-23", 4).every((due) => stands(due, xingtai))).toBe(true);
  });
});
