/** What holds for every route, whatever the facts: a longer or larger matter never needs fewer who decide. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openRoutes, routeFor } from "../../src/requests/route.ts";
import { type Facts, grades, regions, slots } from "../../src/rules/slots.ts";
import { routes } from "../rules/law.ts";
import { goneFigures, nothingStands } from "../rules/nothing-stands.ts";

type Type = Parameters<typeof routeFor>[0];
const steps = (type: Type, unit: string, facts: Facts) => {
  const routed = routeFor(type, unit, facts, routes);
  return routed.kind === "route" ? routed.steps.length : 0;
};
const half = fc.integer({ min: 1, max: 120 }).map((halves) => halves / 2);
const ordered = (numbers: fc.Arbitrary<number>) =>
  fc.tuple(numbers, numbers).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);

describe("routes", () => {
  it.each(["ziyang", "xingtai"])("more days of leave never need fewer approvers (%s)", (unit) => {
    const seen = new Set<number>();
    fc.assert(
      fc.property(
        fc.constantFrom(...grades),
        fc.constantFrom(...slots.leaveType.options),
        ordered(half),
        (grade, leaveType, [fewer, more]) => {
          const of = (days: number) => steps("leave", unit, { grade, leaveType, days });
          expect(of(more)).toBeGreaterThanOrEqual(of(fewer));
          seen.add(of(more));
        },
      ),
      { numRuns: 1000 },
    );
    expect(Math.max(...seen)).toBeGreaterThan(0);
  });
  it("a leave of one of Xingtai's directors is nobody's under a week, and somebody's from then on", () => {
    const of = (days: number) => steps("leave", "xingtai", { grade: "liaison-director", days });
    expect([of(6.5), of(7)]).toEqual([0, 1]);
  });
  it("more days and more travellers never need fewer approvers of a trip", () => {
    const trip = fc.record(
      {
        transport: fc.constantFrom(...slots.transport.options),
        overnight: fc.boolean(),
        destination: fc.constantFrom(...regions).map((region) => [{ place: "某地", region }]),
        tuodongMeals: fc.integer({ min: 0, max: 4 }),
        taxiPaid: fc.integer({ min: 0, max: 90 }),
        countyRank: fc.boolean(),
        allCountyRank: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const count = fc.integer({ min: 1, max: 9 });
    const seen = new Set<number>();
    fc.assert(
      fc.property(trip, ordered(half), ordered(count), (known, [fewDays, days], [fewPeople, people]) => {
        const more = steps("travel", "ziyang", { ...known, days, people });
        expect(more).toBeGreaterThanOrEqual(steps("travel", "ziyang", { ...known, days: fewDays, people: fewPeople }));
        seen.add(more);
      }),
      { numRuns: 1000 },
    );
    expect([...seen].toSorted()).toEqual([1, 2]);
  });
  it("name nobody where their words are gone", () => {
    const lost = openRoutes("data/routes", nothingStands, goneFigures).on("2026-11-23");
    fc.assert(
      fc.property(fc.constantFrom(...grades), fc.integer({ min: 1, max: 9 }), (grade, days) => {
        for (const type of ["leave", "travel", "reception", "seal"] as const)
          expect(routeFor(type, "ziyang", { grade, days, leaveType: "事假" }, lost).kind).not.toBe("route");
      }),
    );
  });
});
