/** The tally of one of Xingtai's offices: what is filed, on top of what its log holds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tallyWording } from "../../src/answer/wording/tally.ts";
import { xingtaiWording } from "../../src/answer/wording/xingtai.ts";
import { work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { tally, wanOf } from "../../src/rules/tally.ts";
import { information, officeTarget } from "../../src/rules/xingtai-office.ts";
import { codes, everything, opening, xingtai } from "./law.ts";

const empty: Facts = { asOf: "2026-11-23", tallied: 0, raised: 0 };
const worked = (facts: Facts) => work(tally, { ...empty, ...facts }, xingtai);
const says = (facts: Facts) => everything(worked(facts), tallyWording);

describe("a tally", () => {
  it("adds what is filed to the month and to the year, and says what is owed", () => {
    expect(says({ reported: 1, tallied: 2 })).toContain("11月信息共3条,还差1条(每月不少于4条)");
    expect(says({ amount: 5_000_000, raised: 20_000_000 })).toContain("2026年引资共2500万元,还差500万元");
  });
  it("of both is of both", () =>
    expect(codes(worked({ reported: 4, amount: 1 }))).toEqual(["tally.items", "tally.funds"]));
  it("warns that what is filed comes on top, where something is there already", () => {
    expect(codes(worked({ reported: 2, tallied: 2 }))).toContain("tally.added-items");
    expect(codes(worked({ reported: 2 }))).not.toContain("tally.added-items");
  });
  it("of a day or a month to come is barred, one of last year is not", () => {
    expect(codes(worked({ reported: 2, month: "2026-12" }))).toEqual(["tally.future"]);
    expect(codes(worked({ reported: 2, start: "2026-11-24" }))).toEqual(["tally.future"]);
    expect(says({ reported: 2, month: "2025-12" })).toContain("12月信息共2条");
  });
  it("of nothing is barred", () => {
    expect(codes(worked({ reported: 0 }))).toEqual(["tally.nothing"]);
    expect(codes(worked({ amount: 0 }))).toEqual(["tally.nothing"]);
  });
  it("without a number says what the log holds", () =>
    expect(says({ tallied: 3, raised: 5_000_000 })).toMatch(/共3条,还差1条[\s\S]*共500万元,还差2500万元/u));
  it("of an office whose log is not known here says nothing", () =>
    expect(work(tally, { asOf: "2026-11-23" }, xingtai).kind).toBe("missing"));
  it("leaves no crumbs of a yuan", () => {
    expect(wanOf(0.1 + 0.2)).toBe(0.00003);
    fc.assert(fc.property(fc.nat(30_000_000), (yuan) => Math.abs(wanOf(yuan) * 10_000 - yuan) < 0.001));
  });
});

describe("a question of what is owed", () => {
  it("takes the log where it tells no number", () => {
    const facts: Facts = { ...empty, tallied: 3, raised: 5_000_000 };
    expect(everything(work(information, facts, xingtai), xingtaiWording)).toMatch(
      /还差1条[\s\S]*按登记簿:11月已登记3条/u,
    );
    expect(everything(work(officeTarget, facts, xingtai), xingtaiWording)).toMatch(
      /还差2500万元[\s\S]*按登记簿:2026年已登记引资500万元/u,
    );
  });
  it("keeps to the number that it tells", () => {
    const outcome = work(information, { ...empty, tallied: 3, reported: 2 }, xingtai);
    expect(opening(outcome, xingtaiWording)).toContain("还差2条");
    expect(codes(outcome)).toEqual(["xingtai.information-short"]);
  });
  it("says that nothing is recorded where nothing is", () =>
    expect(everything(work(information, empty, xingtai), xingtaiWording)).toContain("11月还没有登记过信息"));
});
