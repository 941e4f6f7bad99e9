/**
 * A rule's outcome in words: every outcome of every rule has its sentences, and no figure stands without its clause.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose } from "../../src/answer/compose.ts";
import { bullets, distinct, lineTable, paragraphs, sourceBlock, yuan } from "../../src/answer/layout.ts";
import { rules } from "../../src/rules/all.ts";
import { everyUnit, work } from "../../src/rules/rule.ts";
import { claimLabels, type Facts, factsShape, grades, regions, type SlotName, slots } from "../../src/rules/slots.ts";
import { figureBook, library } from "../rules/law.ts";

const whole = fc.constantFrom(0, 1, 2, 3, 5, 6, 15, 16, 20, 31, 60, 61, 100, 300, 3000);
const days = fc.constantFrom("2025-12-31", "2026-02-28", "2026-11-21", "2026-11-24", "2026-12-01");
const stop = fc.record({
  place: fc.constantFrom("成都", "阿坝", "简阳", "雁江", "北京"),
  region: fc.constantFrom(...regions),
});

const people = fc.constantFrom("张三", "李局", "王科长", "甲");
const some = fc.array(people, { maxLength: 2 });
const row = fc.record({ day: days, leaders: some, heads: some, others: some, unsaid: some });

/** Values of a slot by its shape: enums whole, numbers at the edges of the law, days round this week. */
function valuesOf(slot: SlotName): fc.Arbitrary<unknown> {
  const shape = slots[slot];
  if (slot === "destination") return fc.array(stop, { minLength: 1, maxLength: 3 });
  if (slot === "stopDays" || slot === "taxiFares") return fc.array(whole, { minLength: 1, maxLength: 3 });
  if (slot === "roster") return fc.array(row, { minLength: 1, maxLength: 4 });
  if (slot === "directory") return fc.array(fc.record({ post: people, grade: fc.constantFrom(...grades) }));
  if (slot === "dutyDays") return fc.array(days, { minLength: 1, maxLength: 4 });
  if (slots[slot].safeParse(["张三"]).success) return fc.array(people, { maxLength: 4 });
  if (slot === "month") return days.map((day) => day.slice(0, 7));
  if (slot === "year") return days.map((day) => day.slice(0, 4));
  if (slot === "grade") return fc.constantFrom(...grades);
  if (slot === "claims")
    return fc.array(fc.record({ label: fc.constantFrom(...claimLabels, "打印费"), yuan: whole }), {
      minLength: 1,
      maxLength: 4,
    });
  if (slot === "seat") return fc.constantFrom("一等座", "二等座", "头等舱", "软卧", "游轮", "站票");
  if (slot === "days") return fc.constantFrom(0, 0.5, 1, 1.5, 2, 3, 7, 15, 30, 100);
  const choices = [true, false, ...("options" in shape ? shape.options : []), 0, 1, 2, 5, 15, 100, 300].filter(
    (value) => shape.safeParse(value).success,
  );
  if (choices.length > 0) return fc.constantFrom(...choices);
  return shape.safeParse("2026-11-24").success && !shape.safeParse("茅台").success
    ? days
    : fc.constantFrom("茅台酒", "商量项目");
}

/** Any part of a rule's slots, each of any value. */
const factsOf = (names: readonly SlotName[]): fc.Arbitrary<Facts> =>
  fc
    .record(Object.fromEntries(names.map((name) => [name, valuesOf(name)])), { requiredKeys: [] })
    .map((facts) => factsShape.parse(facts));

describe("every outcome of a rule", () => {
  it.each(rules.map((rule) => ({ rule, id: rule.id })))(
    "of $id has words, and its figures their clauses",
    ({ rule }) => {
      const figures = figureBook.on(rule.unit === everyUnit ? "xingtai" : rule.unit, "2026-11-23");
      const property = fc.property(factsOf(rule.slots), (facts) => {
        const outcome = work(rule, { ...facts, asOf: facts.asOf ?? "2026-11-23" }, figures);
        const { body, citations, result } = compose(outcome);
        expect(body.trim()).not.toBe("");
        expect(body).not.toMatch(/undefined|NaN|Infinity|\[object/u);
        for (const source of citations) expect(library.quote(source.doc, source.clause, source.quote)).toEqual(source);
        const shown = sourceBlock(citations);
        for (const { quote } of citations) expect(shown).toContain(quote.replaceAll("\n", "\n> "));
        if (outcome.kind === "worked" || outcome.kind === "not-covered") expect(citations.length).toBeGreaterThan(0);
        if (result?.total !== undefined) expect(body).toContain(yuan(Math.round(result.total * 100)));
      });
      fc.assert(property, { numRuns: 60 });
    },
  );
});

describe("a reply's layout", () => {
  const source = { doc: "ziyang-2020", title: "甲", clause: "一", quote: "接待客商5人以内的" };
  const line = { label: "伙食补助费", fen: 30_000, unit: "元", formula: "100 × 3 天", source };

  it("shows money in yuan without needless decimals", () =>
    expect([yuan(45_000), yuan(1_250), yuan(5)]).toEqual(["450", "12.5", "0.05"]));
  it("shows a total only where there is more than one line", () => {
    expect(lineTable([line], 30_000)).not.toContain("合计");
    expect(lineTable([line, { ...line, label: "公杂费" }], 60_000)).toContain("**600元**");
  });
  it("counts what is not money in its own unit", () =>
    expect(lineTable([{ label: "还差", count: 43, unit: "天", formula: "243 - 200", source }])).toContain("43天"));
  it("leaves no gap where nothing is to be said", () => {
    expect(paragraphs("一", undefined, "", "二")).toBe("一\n\n二");
    expect(bullets("说明", [])).toBe("");
    expect(lineTable([])).toBe("");
  });
  it("cites the same words once, and words within longer ones not at all", () =>
    expect(distinct([source, { ...source }, { ...source, quote: "客商5人" }, { ...source, clause: "二" }])).toEqual([
      source,
      { ...source, clause: "二" },
    ]));
});
