/** The travel allowance, 三、(四)4 to 6. */
import { describe, expect, it } from "vitest";
import { travelWording } from "../../src/answer/wording/travel.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts, Region, Stop } from "../../src/rules/slots.ts";
import { travel } from "../../src/rules/travel.ts";
import { codes, everything, opening, ziyang } from "./law.ts";

const to = (place: string, region: Region, days?: number): Stop => ({
  place,
  region,
  ...(days === undefined ? {} : { days }),
});
const chengdu = to("成都", "inland");
const kangding = to("康定", "plateau");
const threeDays: Facts = { destination: [chengdu], start: "2026-11-30", end: "2026-12-02" };
const worked = (change: Facts = {}) => work(travel, { ...threeDays, ...change }, ziyang);
const yuan = (change: Facts = {}) => {
  const outcome = worked(change);
  return outcome.kind === "worked" ? outcome.lines.map((line) => (line.fen ?? 0) / 100) : outcome.kind;
};
const said = (change: Facts = {}) => everything(worked(change), travelWording);

describe("travel allowance", () => {
  it("takes no trip of no days, and says it when it counts part of a day as one", () => {
    const spoken: Facts = { start: undefined, end: undefined };
    expect(worked({ ...spoken, days: 0 })).toMatchObject({ kind: "contradiction", slot: "days" });
    expect(worked({ ...spoken, days: 2.5 })).toMatchObject({ totalFen: 45_000 });
    expect(said({ ...spoken, days: 2.5 })).toContain("您说的是2.5天,这里按3天算");
    expect(said({ ...spoken, days: 0.5 })).toContain("您说的是0.5天,这里按1天算");
    expect(said({ ...spoken, days: 2 })).not.toContain("您说的是");
  });
  it("pays meals and sundries for every natural day, first and last included", () => {
    const outcome = worked();
    expect(yuan()).toEqual([300, 150]);
    expect(outcome).toMatchObject({ totalFen: 45_000, lines: [{ formula: "100 × 3 天 × 1 人" }, {}] });
    expect(opening(outcome, travelWording)).toContain("450元");
  });

  it("pays each of several people", () => expect(yuan({ people: 3 })).toEqual([900, 450]));
  it.each([
    ["省内内地", "inland", [100, 50]],
    ["甘孜、阿坝、凉山", "plateau", [120, 50]],
    ["简阳、安岳、乐至", "outer-counties", [80, 40]],
    ["雁江(不含城区)", "yanjiang", [60, 30]],
  ] as const)("pays a day in %s by its column", (place, region, rates) => {
    expect(yuan({ destination: [to(place, region)], days: 1, start: undefined, end: undefined })).toEqual(rates);
  });

  it("counts out and back in one day as one day", () => {
    expect(yuan({ start: undefined, end: undefined, overnight: false })).toEqual([100, 50]);
    expect(opening(work(travel, { overnight: false }, ziyang), travelWording)).toContain("按1天计算");
  });
  it("counts a day more than the nights", () => {
    expect(yuan({ start: undefined, end: undefined, nights: 2 })).toEqual([300, 150]);
  });
  it("counts a half day as a day", () =>
    expect(yuan({ start: undefined, end: undefined, days: 1.5 })).toEqual([200, 100]));

  it("halves sundries, and pays no fare, when the unit provides the car", () => {
    const change = { destination: [to("简阳", "outer-counties")], days: 1, start: undefined, people: 3, unitCar: true };
    expect(yuan(change)).toEqual([240, 60]);
    expect(said(change)).toContain("不予报销城市间交通费");
    expect(yuan({ transport: "单位派车" })).toEqual([300, 75]);
  });
  it("does not halve them when the host drives: the host is paid", () => {
    expect(yuan({ transport: "接待单位派车" })).toEqual([300, 150]);
    expect(said({ transport: "接待单位派车" })).toContain("交纳相关费用");
  });

  it("has no figure for meals outside the province, and gives the sundries alone", () => {
    const beijing = { destination: [to("北京", "outside-province")] };
    expect(yuan(beijing)).toEqual([240]);
    expect(said(beijing)).toContain("附表不在现有文件里");
    expect(said(beijing)).not.toContain("540");
    expect(worked({ ...beijing, asks: "meal" }).kind).toBe("not-covered");
    expect(codes(worked({ ...beijing, asks: "sundries" }))).not.toContain("travel.annex");
  });

  it("pays each day where it is spent", () => {
    const both = { start: undefined, end: undefined, destination: [to("成都", "inland", 2), to("康定", "plateau", 3)] };
    expect(yuan(both)).toEqual([200, 100, 360, 150]);
    expect(opening(worked(both), travelWording)).toContain("810元");
    expect(said(both)).toContain("换地方当天");
  });
  it("asks how long each place takes, unless it follows from the rest or does not matter", () => {
    expect(worked({ destination: [chengdu, kangding] })).toEqual({ kind: "missing", slot: "stopDays" });
    expect(yuan({ destination: [chengdu, kangding], stopDays: [1, 2] })).toEqual([100, 50, 240, 100]);
    expect(yuan({ destination: [to("成都", "inland", 1), kangding] })).toEqual([100, 50, 240, 100]);
    expect(yuan({ destination: [chengdu, to("绵阳", "inland")] })).toEqual([300, 150]);
  });

  it("asks for the place first, then for the days", () => {
    expect(worked({ destination: undefined })).toEqual({ kind: "missing", slot: "destination" });
    expect(worked({ start: undefined, end: undefined })).toEqual({ kind: "missing", slot: "days" });
  });
  it("questions an end before the start, and more days than the dates hold", () => {
    expect(worked({ end: "2026-11-28" })).toMatchObject({ kind: "contradiction", slot: "end" });
    expect(worked({ days: 5 })).toMatchObject({ kind: "contradiction", slot: "days" });
    expect(worked({ destination: [to("成都", "inland", 2), to("康定", "plateau", 3)] })).toMatchObject({
      slot: "stopDays",
    });
  });

  it("tells one day's rate when that is what is asked", () => {
    const rate = (change: Facts) => opening(work(travel, { perDay: true, ...change }, ziyang), travelWording);
    expect(rate({ destination: [kangding], asks: "meal" })).toContain("每人每天120元");
    expect(rate({ destination: [to("雁江", "yanjiang")], asks: "sundries", unitCar: true })).toContain("15元");
    expect(rate({ destination: [to("安岳", "outer-counties")] })).toContain("合计120元");
    expect(rate({ destination: [to("北京", "outside-province")] })).toContain("公杂费每人每天80元");
  });

  it("pays nothing for nights without an invoice, wherever they were", () => {
    expect(opening(work(travel, { invoice: false, overnight: true }, ziyang), travelWording)).toContain("不得报销");
    expect(yuan({ invoice: false, overnight: false })).toEqual([300, 150]);
  });
  it("gives no lodging cap, which stands in another document", () => {
    const outcome = worked({ asks: "lodging" });
    expect(outcome.kind).toBe("not-covered");
    expect(opening(outcome, travelWording)).toContain("另一份文件");
  });
  it("wants the consent of 局主要领导 for a night in a county of the city", () => {
    expect(said({ destination: [to("乐至", "outer-counties")], overnight: true })).toContain("必须经局主要领导同意");
  });

  it("pays nothing inside 雁江 city, and does not know trips abroad", () => {
    expect(opening(worked({ destination: [to("城区", "yanjiang-city")] }), travelWording)).toContain(
      "不再报销公务交通费用",
    );
    expect(worked({ destination: [to("城区", "yanjiang-city")], asks: "meal" }).kind).toBe("not-covered");
    expect(worked({ destination: [to("东京", "abroad")] }).kind).toBe("not-covered");
  });
  it("sends 沱东 to its own rule", () => {
    expect(codes(worked({ destination: [to("沱东", "tuodong")] }))[0]).toBe("tuodong.terms");
  });
  it("shows how 简阳 is read, with both places", () => {
    const outcome = worked({ destination: [to("简阳", "outer-counties")] });
    const shown = "findings" in outcome ? outcome.findings.find(({ code }) => code === "travel.jianyang") : undefined;
    expect(shown?.sources.map(({ clause }) => clause)).toEqual(["三、(四)4", "三、(四)5"]);
  });
});
