/**
 * What holds for every rule there is and for every route, whatever the facts: sums, sources, silence where a source is gone.
 *
 * Facts are made from the slots themselves, so that a new slot and a new rule are tried from the day they are added.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { compose } from "../../src/answer/compose.ts";
import { openFigures } from "../../src/policy/figures.ts";
import type { Library } from "../../src/policy/library.ts";
import { movedSource } from "../../src/policy/source.ts";
import { openRoutes, routeFor } from "../../src/requests/route.ts";
import { branchFunds } from "../../src/rules/branch.ts";
import { reception } from "../../src/rules/reception.ts";
import { type Rule, work } from "../../src/rules/rule.ts";
import { type Facts, grades, regions, type SlotName, slots } from "../../src/rules/slots.ts";
import { book, figureBook, library, routes } from "./law.ts";

const day = "2026-11-23";
const dates = fc
  .integer({ min: 0, max: 700 })
  .map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10));
const place = fc.record({
  place: fc.constantFrom("成都", "简阳", "北京", "西昌"),
  region: fc.constantFrom(...regions),
});

/** Any value that a slot allows: numbers small and large, halves where they are allowed, words of the office. */
function valuesOf(name: SlotName): fc.Arbitrary<unknown> {
  const shape = slots[name];
  if (name === "destination") return fc.array(place, { minLength: 1, maxLength: 3 });
  const tries = fc.oneof(
    fc.boolean(),
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: 80 }).map((halves) => halves / 2),
    fc.integer({ min: 0, max: 500_000 }).map((fen) => fen / 100),
    dates,
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(
      "鱼翅",
      "青菜",
      "茅台",
      "去机场",
      "接孩子",
      "头等舱",
      "硬卧",
      "汽车项目",
      "某公司",
      "送土特产和看演出",
    ),
    ...(shape instanceof z.ZodEnum ? [fc.constantFrom(...shape.options)] : []),
  );
  const own = shape instanceof z.ZodEnum ? fc.constantFrom(...shape.options) : tries;
  return own.filter((value) => shape.safeParse(value).success);
}

const factsOf = (rule: Rule): fc.Arbitrary<Facts> => {
  const own = rule.slots.filter((name) => canBeMade(name));
  return fc.record(Object.fromEntries(own.map((name) => [name, valuesOf(name)])), { requiredKeys: [] });
};

/** Rows of a pasted table are read by their own file; everything else is made here. */
const canBeMade = (name: SlotName): boolean =>
  name === "destination" ||
  slots[name] instanceof z.ZodEnum ||
  [true, 1, 1.5, "2026-01-01", [1], "某公司"].some((value) => slots[name].safeParse(value).success);

const worked = (rule: Rule, facts: Facts) => work(rule, facts, figureBook.on(rule.unit, day));

/** The same figures over a library in which no quote stands any more. */
const nothingStands: Library = {
  ...library,
  cite: (doc, clause, quote) => movedSource(library.document(doc), clause, quote),
};
const gone = openFigures("data/figures", nothingStands);

describe.each(book.all.map((rule) => ({ rule, id: rule.id })))("$id", ({ rule }) => {
  it("adds up: the total is the sum of its lines, none of them negative or unnamed", () => {
    fc.assert(
      fc.property(factsOf(rule), (facts) => {
        const outcome = worked(rule, facts);
        if (outcome.kind !== "worked") return;
        for (const { fen, count, label, formula, unit } of outcome.lines) {
          expect(fen ?? count ?? -1).toBeGreaterThanOrEqual(0);
          if (fen !== undefined) expect(Number.isInteger(fen)).toBe(true);
          expect([label, formula, unit].every((words) => words.length > 0)).toBe(true);
        }
        if (outcome.totalFen !== undefined)
          expect(outcome.lines.reduce((sum, { fen = 0 }) => sum + fen, 0)).toBe(outcome.totalFen);
      }),
      { numRuns: 150 },
    );
  });
  it("gives every figure its clause and the words that stand in it", () => {
    fc.assert(
      fc.property(factsOf(rule), (facts) => {
        const outcome = worked(rule, facts);
        const { citations, result, body } = compose(outcome);
        expect(body).not.toMatch(/undefined|NaN|\{/);
        for (const { doc, clause, quote } of citations) expect(() => library.quote(doc, clause, quote)).not.toThrow();
        if (result !== undefined) expect(citations.length).toBeGreaterThan(0);
        if (outcome.kind !== "worked") return;
        for (const { source } of outcome.lines)
          expect(citations.some((one) => one.doc === source.doc && one.quote.includes(source.quote))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
  it("returns no number where its source is missing", () => {
    fc.assert(
      fc.property(factsOf(rule), (facts) => {
        const outcome = work(rule, facts, gone.on(rule.unit, day));
        if (outcome.kind === "worked") {
          expect(outcome.lines).toEqual([]);
          // What a provision says of itself stands on words of its own; a figure in it would have been refused.
          expect(outcome.findings.every(({ sources }) => sources.every(({ moved }) => moved !== true))).toBe(true);
        }
        expect(compose(outcome).result).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
  it("knows no figure of a day on which the document was not in force", () => {
    if (rule.figures.length === 0) return;
    fc.assert(
      fc.property(factsOf(rule), (facts) => {
        expect(work(rule, facts, figureBook.on(rule.unit, "1990-01-01")).kind).toBe("not-in-force");
      }),
      { numRuns: 20 },
    );
  });
});

describe("routes", () => {
  const steps = (facts: Facts) => {
    const routed = routeFor("leave", "ziyang", facts, routes);
    return routed.kind === "route" ? routed.steps.length : 0;
  };
  it("more days of leave never need fewer approvers", () => {
    const half = fc.integer({ min: 1, max: 120 }).map((halves) => halves / 2);
    fc.assert(
      fc.property(
        fc.constantFrom(...grades),
        fc.constantFrom("事假", "病假"),
        half,
        half,
        (grade, leaveType, one, other) => {
          const [fewer, more] = one < other ? [one, other] : [other, one];
          expect(steps({ grade, leaveType, days: more })).toBeGreaterThanOrEqual(
            steps({ grade, leaveType, days: fewer }),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
  it("name nobody where their words are gone", () => {
    const lost = openRoutes("data/routes", nothingStands, gone).on(day);
    fc.assert(
      fc.property(fc.constantFrom(...grades), fc.integer({ min: 1, max: 9 }), (grade, days) => {
        for (const type of ["leave", "travel", "reception", "seal"] as const)
          expect(routeFor(type, "ziyang", { grade, days, leaveType: "事假" }, lost).kind).not.toBe("route");
      }),
    );
  });
});

describe("caps", () => {
  it("of a reception are never exceeded: no more than the figure for each who sits at the table", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Facts>(
          { category: "公务" },
          { category: "商务", attending: "city-leader" },
          { category: "商务", attending: "county-or-below" },
        ),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (kind, guests, hosts) => {
          const outcome = worked(reception, { ...kind, guests, hosts, letter: true, asks: "total" });
          const figures = figureBook.on("ziyang", day);
          const cap = figures.get(`reception.cap.${kind.category === "公务" ? "official" : kind.attending}`).value;
          if (outcome.kind === "worked")
            expect(outcome.totalFen ?? 0).toBeLessThanOrEqual(cap * 100 * (guests + hosts));
        },
      ),
    );
  });
  it("of a branch's month are never exceeded, nor more paid than was spent", () => {
    const yuan = fc.integer({ min: 0, max: 10_000_000 }).map((fen) => fen / 100);
    fc.assert(
      fc.property(yuan, yuan, (amount, limit) => {
        const outcome = worked(branchFunds, { amount, limit });
        const paid = outcome.kind === "worked" ? (outcome.totalFen ?? 0) : 0;
        expect(paid).toBeLessThanOrEqual(Math.round(Math.min(amount, limit) * 100));
      }),
    );
  });
});
