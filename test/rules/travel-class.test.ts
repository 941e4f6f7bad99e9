/** Transport class by grade, 三、(四)2. */
import { describe, expect, it } from "vitest";
import { travelWording } from "../../src/answer/wording/travel.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { travelClass } from "../../src/rules/travel-class.ts";
import { codes, everything, opening, ziyang } from "./law.ts";

const worked = (facts: Facts) => work(travelClass, { grade: "staff", ...facts }, ziyang);
const first = (facts: Facts) => opening(worked(facts), travelWording);
const senior = { grade: "department-rank" } as const;

describe("transport class", () => {
  it("is the second class of fast trains for all below 厅级", () => {
    expect(first({ transport: "高铁" })).toContain("二等座");
    expect(first({ transport: "火车", grade: "bureau-head" })).toContain("硬席");
  });
  it("is the first class of fast trains for 厅级", () => {
    expect(first({ transport: "动车", ...senior })).toContain("一等座");
    expect(codes(worked({ seat: "软卧", ...senior }))[0]).toBe("class.within");
    expect(codes(worked({ seat: "商务座", ...senior }))[0]).toBe("class.above");
  });
  it("is economy in the air for every grade, far away or in haste, with the consent of 局主要领导", () => {
    expect(first({ transport: "飞机", ...senior })).toContain("普通舱(经济舱)");
    expect(everything(worked({ transport: "飞机" }), travelWording)).toContain("局主要领导批准");
  });
  it("is the second class of ships, but not of cruises", () => {
    expect(codes(worked({ seat: "一等舱" }))[0]).toBe("class.above");
    expect(first({ transport: "轮船" })).toContain("二等舱");
    expect(first({ seat: "游轮" })).toContain("不包括游轮");
  });
  it("leaves the excess to the traveller", () => {
    const outcome = worked({ seat: "头等舱", farePaid: 3800, fareStandard: 1450, ...senior });
    expect(opening(outcome, travelWording)).toContain("个人自理2350元");
    expect(outcome).toMatchObject({
      lines: [
        { label: "可报销", fen: 145_000 },
        { label: "个人自理", fen: 235_000 },
      ],
    });
  });
  it("asks for the fare that is missing", () => {
    expect(worked({ seat: "一等座", farePaid: 300 })).toEqual({ kind: "missing", slot: "fareStandard" });
    expect(worked({ seat: "一等座", asks: "excess" })).toEqual({ kind: "missing", slot: "farePaid" });
    expect(first({ seat: "一等座" })).toContain("票价");
  });
  it("does not count taxis among other means", () =>
    expect(first({ transport: "出租车" })).toContain("不包括出租小汽车"));
  it("allows one insurance a person and ride", () => {
    expect(first({ insurances: 2 })).toContain("只能报1份");
    expect(first({ insurances: 2, times: 2 })).toContain("可以报");
    expect(first({ insurances: 2, people: 2 })).toContain("可以报");
  });
  it("asks for the means when nothing is known", () => {
    expect(worked({})).toEqual({ kind: "missing", slot: "transport" });
  });
});
