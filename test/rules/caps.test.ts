/**
 * Caps, whatever the facts: no table above its ceiling, no allowance above rate × days × people, no sum above what was claimed.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/lib/dates.ts";
import { branchFunds } from "../../src/rules/branch.ts";
import { claimLinesHeld } from "../../src/rules/claim-lines.ts";
import { type Sum, summed } from "../../src/rules/provision-sum.ts";
import { reception } from "../../src/rules/reception.ts";
import { fenOf, type Line, type Rule, work } from "../../src/rules/rule.ts";
import type { Facts } from "../../src/rules/slots.ts";
import { ziyang } from "./law.ts";
import { claimed } from "./made-facts.ts";

const worked = (rule: Rule, facts: Facts) => {
  const outcome = work(rule, facts, ziyang);
  if (outcome.kind !== "worked") throw new Error(`${rule.id} is ${outcome.kind}`);
  return outcome;
};
const sumOf = (lines: readonly Line[], ...labels: string[]): number =>
  lines.filter(({ label }) => labels.includes(label)).reduce((sum, { fen = 0 }) => sum + fen, 0);

const table = fc.record({
  kind: fc.constantFrom<Facts>(
    { category: "公务" },
    { category: "商务", attending: "city-leader" },
    { category: "商务", attending: "county-or-below" },
  ),
  guests: fc.integer({ min: 1, max: 60 }),
  hosts: fc.integer({ min: 0, max: 60 }),
});
type Table = typeof table extends fc.Arbitrary<infer Made> ? Made : never;
const ceilingFen = ({ kind, guests, hosts }: Table): number => {
  const cap = ziyang.get(`reception.cap.${kind.category === "公务" ? "official" : kind.attending}`);
  return cap.value * 100 * (guests + hosts);
};

describe("a reception", () => {
  it("is never more than the figure for each who sits at the table", () => {
    fc.assert(
      fc.property(table, (at) => {
        const { kind, guests, hosts } = at;
        const outcome = work(reception, { ...kind, guests, hosts, letter: true, asks: "total" }, ziyang);
        if (outcome.kind === "worked") expect(outcome.totalFen ?? 0).toBeLessThanOrEqual(ceilingFen(at));
      }),
    );
  });
});

/** What holds of any claim: nothing above what was claimed, no line above its limit, the total no more than they are. */
function expectHeld({ lines, totalFen = 0 }: { readonly lines: readonly Line[]; readonly totalFen?: number }): void {
  for (const { fen = 0, held } of lines) {
    expect(fen).toBeLessThanOrEqual(held?.claimedFen ?? 0);
    if (held?.overFen === undefined) continue;
    const { standardFen = Number.POSITIVE_INFINITY, approvedFen = Number.POSITIVE_INFINITY } = held;
    expect(fen).toBeLessThanOrEqual(Math.min(standardFen, approvedFen));
    expect(fen + held.overFen).toBe(held.claimedFen);
  }
  expect(totalFen).toBeLessThanOrEqual(lines.reduce((sum, { held }) => sum + (held?.claimedFen ?? 0), 0));
}

describe("a claim", () => {
  it("for a reception pays no table above its ceiling, and no drink at an official one", () => {
    let cut = 0;
    fc.assert(
      fc.property(table, claimed, fc.option(fc.integer({ min: 1, max: 9000 })), (at, claims, limit) => {
        const { kind, guests, hosts } = at;
        const plan: Facts = { ...kind, guests, hosts, basis: "Q-1", ...(limit === null ? {} : { limit }) };
        const outcome = worked(claimLinesHeld, { ...plan, claim: "接待费", claims });
        expectHeld(outcome);
        expect(sumOf(outcome.lines, "餐费", "酒水")).toBeLessThanOrEqual(ceilingFen(at));
        if (kind.category === "公务") expect(sumOf(outcome.lines, "酒水")).toBe(0);
        if (outcome.lines.some(({ held }) => (held?.overFen ?? 0) > 0)) cut += 1;
      }),
      { numRuns: 300 },
    );
    expect(cut).toBeGreaterThan(0);
  });

  const trip = fc.record({
    region: fc.constantFrom("inland", "plateau", "outer-counties", "yanjiang"),
    places: fc.integer({ min: 1, max: 3 }),
    days: fc.integer({ min: 1, max: 20 }).map((halves) => halves / 2),
    away: fc.integer({ min: 1, max: 12 }),
    people: fc.integer({ min: 1, max: 6 }),
    unitCar: fc.boolean(),
    invoice: fc.constantFrom(true, false, undefined),
  });
  it("for a trip pays no allowance above rate × days × people, of the days approved and of those one was away", () => {
    let cut = 0;
    fc.assert(
      fc.property(trip, claimed, ({ region, places, days, away, people, unitCar, invoice }, claims) => {
        const destination = Array.from({ length: places }, (_, at) => ({ place: `某地${at}`, region }) as const);
        const [start, end] = ["2026-11-02", addDays("2026-11-02", away - 1)];
        const facts: Facts = { basis: "Q-1", destination, days, start, end, people, unitCar, invoice };
        const outcome = worked(claimLinesHeld, { ...facts, claim: "差旅费", claims });
        expectHeld(outcome);
        // A day begun counts as a day.
        const most = (rate: string) => fenOf(ziyang.get(rate).value) * Math.min(Math.ceil(days), away) * people;
        const sundries = most(`travel.sundries.${region}`) / (unitCar ? 2 : 1);
        expect(sumOf(outcome.lines, "伙食补助费")).toBeLessThanOrEqual(most(`travel.meal.${region}`));
        expect(sumOf(outcome.lines, "公杂费")).toBeLessThanOrEqual(sundries);
        expect(sumOf(outcome.lines, "餐费", "酒水", "通讯费", "市内交通费(打车)", "市内交通费")).toBe(0);
        if (outcome.lines.some(({ held }) => (held?.overFen ?? 0) > 0)) cut += 1;
      }),
      { numRuns: 300 },
    );
    expect(cut).toBeGreaterThan(0);
  });
  it("of a branch's month pays no more than its limit, nor more than was spent", () => {
    const yuan = fc.integer({ min: 0, max: 10_000_000 }).map((fen) => fen / 100);
    fc.assert(
      fc.property(yuan, yuan, (amount, limit) => {
        const outcome = work(branchFunds, { amount, limit }, ziyang);
        const paid = outcome.kind === "worked" ? (outcome.totalFen ?? 0) : 0;
        expect(paid).toBeLessThanOrEqual(Math.round(Math.min(amount, limit) * 100));
      }),
    );
  });
});

describe("a sum over what was said", () => {
  const figures = ["mail.checks", "duty.leaders.a-day", "duty.heads.a-day"] as const;
  const some = fc
    .uniqueArray(fc.constantFrom(...figures), { minLength: 1, maxLength: 3 })
    .map(([first = "mail.checks", ...others]) => [first, ...others] as const);
  const sum = (of: Sum["of"]): Sum => ({ of, by: [/([\d]+)天/], label: "合计", unit: "次" });

  it("is the figures added, times the number that was said", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 400 }), (of, days) => {
        const rate = of.reduce((so, name) => so + ziyang.get(name).value, 0);
        expect(summed(sum(of), `一共${days}天`, ziyang)).toMatchObject({
          count: { value: days, sources: [] },
          sum: { value: rate * days, sources: of.map((name) => ziyang.get(name).source) },
        });
      }),
    );
  });
  it("is none where no number was said", () => expect(summed(sum(figures), "一共多少次", ziyang)).toBeUndefined());
});
