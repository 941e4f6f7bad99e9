/** Hiring cars and using the retained ones, 三、(三)4 to 7. */
import { describe, expect, it } from "vitest";
import { vehicleWording } from "../../src/answer/wording/vehicle.ts";
import { retainedCar } from "../../src/rules/retained-car.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { vehicleRental } from "../../src/rules/vehicle.ts";
import { codes, everything, opening, ziyang } from "./law.ts";

const rent = (facts: Facts) => work(vehicleRental, facts, ziyang);
const fits: Facts = {
  people: 3,
  noPublicTransport: true,
  crossRegion: true,
  withinStandard: true,
  longTerm: false,
  retainedCarBusy: true,
};

describe("hiring a car", () => {
  it("is open to two or more who go where no public transport reaches", () => {
    expect(codes(rent(fits))).toEqual(["rental.allowed", "rental.approval"]);
  });
  it.each([
    ["one person alone", { people: 1 }, "rental.alone"],
    ["public transport that reaches the place", { noPublicTransport: false }, "rental.public-transport"],
    ["the same region", { crossRegion: false }, "rental.same-region"],
    ["a car above the standard", { withinStandard: false }, "rental.above-standard"],
    ["a long hire", { longTerm: true }, "rental.long-term"],
    ["a retained car that is free", { retainedCarBusy: false }, "rental.car-free"],
  ] as const)("fails on %s", (_, change, code) => {
    expect(codes(rent({ ...fits, ...change }))).toEqual(["rental.refused", code]);
  });
  it("is open to one person in an emergency, on a spoken consent first", () => {
    expect(codes(rent({ emergency: true, people: 1 }))).toContain("rental.urgent");
  });
  it("has three conditions that all must hold", () => {
    expect(opening(rent({}), vehicleWording)).toMatch(/同时满足.*2人及以上.*不超标.*不得长期租用/);
  });
  it("asks for what decides", () => {
    expect(rent({ people: 2 })).toEqual({ kind: "missing", slot: "noPublicTransport" });
    expect(rent({ noPublicTransport: true })).toEqual({ kind: "missing", slot: "people" });
  });
  it("is as a rule not for long at a branch", () => {
    expect(opening(rent({ grade: "branch-head", longTerm: true }), vehicleWording)).toContain("原则上不长期租赁");
  });
});

describe("retained cars", () => {
  const first = (vehicleUse: string) => opening(work(retainedCar, { vehicleUse }, ziyang), vehicleWording);
  it.each([
    ["去机场接人", "飞机场接、送站"],
    ["参加一类会议", "一类、二类会议"],
    ["参加省上召开的会议", "省级机关召开的会议"],
    ["送机要文件", "机要通信"],
    ["取20万现金", "大额现金"],
    ["同事摔伤了要送医院", "因伤因病"],
    ["防汛抢险", "抢险救灾"],
    ["全局集体活动", "集体活动"],
    ["拉一批展板和资料", "公务用品"],
    ["陪客商考察项目", "重要客商考察"],
  ])("may be used for %s", (use, words) => expect(first(use)).toContain(words));
  it("may be used for weighty errands outside the city", () => {
    const destination = [{ place: "安岳", region: "outer-counties" as const }];
    expect(codes(work(retainedCar, { vehicleUse: "去安岳调研", destination }, ziyang))[0]).toBe("car.case-4");
  });
  it("need the consent of 局主要领导 for what is not listed", () => {
    expect(first("参加三类会议")).toContain("须经局主要领导同意");
    expect(first("去火车站接人")).toContain("不在列明的情形里");
  });
  it("are not for private errands", () => expect(first("接孩子放学")).toContain("不能用"));
  it("stay behind public transport", () => {
    expect(
      everything(work(retainedCar, { vehicleUse: "去机场", noPublicTransport: false }, ziyang), vehicleWording),
    ).toContain("原则上不使用");
    expect(work(retainedCar, {}, ziyang)).toEqual({ kind: "missing", slot: "vehicleUse" });
  });
});
