/** Board and lodging in training, 三、(四)6. */
import { describe, expect, it } from "vitest";
import { trainingWording } from "../../src/answer/wording/training.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { training } from "../../src/rules/training.ts";
import { codes, opening, ziyang } from "./law.ts";

const worked = (facts: Facts) => work(training, { trainingBoard: "own", ...facts }, ziyang);
const yuan = (facts: Facts) => {
  const outcome = worked(facts);
  return outcome.kind === "worked" ? (outcome.totalFen ?? 0) / 100 : outcome.kind;
};

describe("board and lodging in training", () => {
  it("is at most 250 a day where the host arranges nothing", () => {
    expect(yuan({ days: 5 })).toBe(1250);
    expect(opening(worked({ days: 5 }), trainingWording)).toContain("1250元");
  });
  it.each([
    [6, 1500],
    [10, 2250],
    [20, 4000],
    [40, 7000],
  ])("takes the whole course of %i days at the share of its length", (days, sum) => expect(yuan({ days })).toBe(sum));
  it.each([
    [7, 1750],
    [15, 3375],
    [30, 6000],
  ])("reads exactly %i days as inside the lower band, and says so", (days, sum) => {
    expect(yuan({ days })).toBe(sum);
    expect(codes(worked({ days }))).toContain("training.edge");
  });
  it("says nothing of edges elsewhere", () => expect(codes(worked({ days: 8 }))).not.toContain("training.edge"));
  it("is the host's where the host arranges it, and the fee where one is paid", () => {
    expect(opening(worked({ trainingBoard: "host-pays", days: 5 }), trainingWording)).toContain("统一开支");
    expect(opening(worked({ trainingBoard: "fee-to-host" }), trainingWording)).toContain("凭据");
  });
  it("asks who bears it, then how long", () => {
    expect(worked({ trainingBoard: undefined, days: 5 })).toEqual({ kind: "missing", slot: "trainingBoard" });
    expect(worked({})).toEqual({ kind: "missing", slot: "days" });
  });
  it("tells the daily rate with its bands", () => {
    expect(opening(worked({ perDay: true }), trainingWording)).toMatch(/250元.*7天.*90%.*70%/);
  });
});
