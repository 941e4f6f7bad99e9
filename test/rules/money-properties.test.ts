/** What holds for every rule about money, whatever the facts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { receptionWording } from "../../src/answer/wording/reception.ts";
import { trainingWording } from "../../src/answer/wording/training.ts";
import { travelWording } from "../../src/answer/wording/travel.ts";
import { vehicleWording } from "../../src/answer/wording/vehicle.ts";
import { companions } from "../../src/rules/companions.ts";
import { liquor } from "../../src/rules/liquor.ts";
import { reception } from "../../src/rules/reception.ts";
import { receptionClaim } from "../../src/rules/reception-claim.ts";
import { retainedCar } from "../../src/rules/retained-car.ts";
import { work } from "../../src/rules/rule.ts";
import { type Facts, grades, regions } from "../../src/rules/slots.ts";
import { training } from "../../src/rules/training.ts";
import { travel } from "../../src/rules/travel.ts";
import { travelClass } from "../../src/rules/travel-class.ts";
import { tuodong } from "../../src/rules/tuodong.ts";
import { vehicleRental } from "../../src/rules/vehicle.ts";
import { everything, ziyang } from "./law.ts";

const rules = [
  travel,
  tuodong,
  travelClass,
  training,
  reception,
  companions,
  liquor,
  receptionClaim,
  vehicleRental,
  retainedCar,
];
const wording = { ...travelWording, ...trainingWording, ...receptionWording, ...vehicleWording };
const count = fc.integer({ min: 0, max: 40 });
const money = fc.integer({ min: 0, max: 500_000 }).map((fen) => fen / 100);
const place = fc.record({ place: fc.constantFrom("成都", "简阳", "北京"), region: fc.constantFrom(...regions) });
const some: fc.Arbitrary<Facts> = fc.record(
  {
    destination: fc.array(place, { minLength: 1, maxLength: 3 }),
    stopDays: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
    days: count,
    nights: count,
    people: fc.integer({ min: 1, max: 9 }),
    ...{ unitCar: fc.boolean(), overnight: fc.boolean(), invoice: fc.boolean(), perDay: fc.boolean() },
    asks: fc.constantFrom("both", "meal", "sundries", "lodging", "total", "excess"),
    transport: fc.constantFrom("飞机", "高铁", "大巴", "单位派车", "接待单位派车", "出租车"),
    seat: fc.constantFrom("头等舱", "一等座", "硬卧", "游轮", "站票"),
    grade: fc.constantFrom(...grades),
    ...{ farePaid: money, fareStandard: money, insurances: count, times: fc.integer({ min: 1, max: 4 }) },
    ...{ tuodongMeals: count, taxiPaid: money, hostMeals: fc.boolean(), hostLodging: fc.boolean() },
    trainingBoard: fc.constantFrom("host-pays", "fee-to-host", "own"),
    category: fc.constantFrom("公务", "商务"),
    attending: fc.constantFrom("city-leader", "county-or-below", "between"),
    ...{ letter: fc.boolean(), contactRecord: fc.boolean(), alcohol: fc.boolean(), outsideCity: fc.boolean() },
    ...{ guests: count, hosts: count, hostsAtLimit: fc.boolean(), meals: count, perHead: money, amount: money },
    menu: fc.constantFrom("鱼翅", "青菜", "茅台"),
    ...{ noPublicTransport: fc.boolean(), crossRegion: fc.boolean(), emergency: fc.boolean(), longTerm: fc.boolean() },
    ...{ withinStandard: fc.boolean(), retainedCarBusy: fc.boolean() },
    vehicleUse: fc.constantFrom("去机场", "接孩子", "三类会议", "去火车站", "取现金"),
  },
  { requiredKeys: [] },
);

describe("every rule about money", () => {
  it("has a sentence for whatever it finds, asks only for its own slots, and cites what it says", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), some, (rule, facts) => {
        const outcome = work(rule, facts, ziyang);
        everything(outcome, wording);
        if (outcome.kind === "missing") expect([...rule.slots, ...tuodong.slots]).toContain(outcome.slot);
        if (!("findings" in outcome)) return;
        expect(outcome.findings[0]?.level).toBe("answer");
        for (const { code, sources } of outcome.findings) {
          if (!/dates-reversed|days-differ/.test(code)) expect(sources.length, code).toBeGreaterThan(0);
        }
        expect(everything(outcome, wording)).not.toMatch(/undefined|NaN/);
      }),
      { numRuns: 3000 },
    );
  });

  it("adds up to the sum of its lines, in whole fen", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), some, (rule, facts) => {
        const outcome = work(rule, facts, ziyang);
        if (outcome.kind !== "worked") return;
        for (const { fen = 0 } of outcome.lines) expect(Number.isInteger(fen) && fen >= 0).toBe(true);
        if (outcome.totalFen !== undefined) {
          expect(outcome.lines.reduce((so, { fen = 0 }) => so + fen, 0)).toBe(outcome.totalFen);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("never pays over a cap", () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 9 }), money, (tuodongMeals, days, taxiPaid) => {
        const outcome = work(tuodong, { tuodongMeals, days, taxiPaid }, ziyang);
        expect(outcome.kind === "worked" && (outcome.totalFen ?? 0) <= days * (2 * 2_000 + 3_000)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (days) => {
        const outcome = work(training, { trainingBoard: "own", days }, ziyang);
        expect(outcome.kind === "worked" && (outcome.totalFen ?? 0) <= days * 25_000).toBe(true);
      }),
    );
    fc.assert(
      fc.property(count, (guests) => {
        const outcome = work(companions, { guests }, ziyang);
        expect(outcome.kind === "worked" && (outcome.lines[0]?.count ?? 0) <= guests).toBe(true);
      }),
    );
  });
});
