/** Missed meals and taxis in 沱东, 三、(四)4 and 5. */
import { describe, expect, it } from "vitest";
import { travelWording } from "../../src/answer/wording/travel.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { tuodong } from "../../src/rules/tuodong.ts";
import { codes, everything, opening, ziyang } from "./law.ts";

const worked = (facts: Facts) => work(tuodong, facts, ziyang);

describe("errands in 沱东", () => {
  it("pays 20 a missed meal, with the consent of 局主要领导", () => {
    const outcome = worked({ tuodongMeals: 2 });
    expect(outcome).toMatchObject({ totalFen: 4_000 });
    expect(everything(outcome, travelWording)).toContain("局主要领导");
  });
  it("pays at most two meals a day", () => {
    expect(worked({ tuodongMeals: 3 })).toMatchObject({ totalFen: 4_000 });
    expect(codes(worked({ tuodongMeals: 3 }))).toContain("tuodong.meals-over");
    expect(worked({ tuodongMeals: 5, days: 2 })).toMatchObject({ totalFen: 8_000 });
    expect(worked({ tuodongMeals: 2, people: 3 })).toMatchObject({ totalFen: 12_000 });
  });
  it("pays taxis as spent, at most 30 a day", () => {
    expect(worked({ taxiPaid: 18 })).toMatchObject({ totalFen: 1_800 });
    expect(worked({ taxiPaid: 45 })).toMatchObject({ totalFen: 3_000 });
    expect(everything(worked({ taxiPaid: 45 }), travelWording)).toContain("超出的15元不能报");
  });
  it("adds taxis in whole fen", () =>
    expect(everything(worked({ taxiFares: [32, 0.01], days: 2 }), travelWording)).toContain("超出的2元不能报"));
  it("pays no taxi when the unit provides a car", () => {
    expect(worked({ taxiPaid: 20, unitCar: true })).toMatchObject({ totalFen: 0 });
    expect(codes(worked({ taxiPaid: 20, unitCar: true }))).toContain("tuodong.taxi-refused");
  });
  it("adds both claims", () => expect(worked({ tuodongMeals: 2, taxiPaid: 26 })).toMatchObject({ totalFen: 6_600 }));
  it("tells the terms when no claim is named", () => {
    expect(opening(worked({}), travelWording)).toContain("每天最多2餐");
  });
});
