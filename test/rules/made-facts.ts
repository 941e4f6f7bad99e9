/**
 * Facts that nobody thought of, for the properties: any value that a slot allows, made from its shape.
 *
 * Takes    a rule. Returns facts of any part of its slots; of a provision also its words, and the entry the search finds by them.
 * Leaves   what must hold of them to the tests. A slot whose meaning is narrower than its shape (days in order, the
 *          lines of a claim) stands in `own`; a new slot is made from its shape the day it is added.
 */
import fc from "fast-check";
import { z } from "zod";
import { addDays } from "../../src/lib/dates.ts";
import type { RuleBook } from "../../src/rules/all.ts";
import { everyUnit, type Rule } from "../../src/rules/rule.ts";
import { claimLabels, type Facts, regions, type SlotName, slots } from "../../src/rules/slots.ts";
import { book } from "./law.ts";

/** A rule as it is asked: of which unit, with what known. */
export interface Asked {
  readonly rule: Rule;
  readonly unit: string;
  readonly facts: Facts;
}

const dates = fc.integer({ min: 0, max: 700 }).map((offset) => addDays("2026-01-01", offset));
const words = fc.constantFrom(
  ...["鱼翅", "青菜", "茅台", "去机场", "接孩子", "头等舱", "硬卧", "汽车项目", "某公司", "送土特产和看演出"],
);
/** Texts by what a shape may ask of them; the first whose kind the shape takes is made. */
const texts: readonly (readonly [example: string, made: fc.Arbitrary<string>])[] = [
  ["某公司", words],
  ["2026-11-23", dates],
  ["2026-11", dates.map((date) => date.slice(0, 7))],
  ["2026", dates.map((date) => date.slice(0, 4))],
];
const numbers = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 80 }).map((halves) => halves / 2),
  fc.integer({ min: 0, max: 500_000 }).map((fen) => fen / 100),
);

/** Any value of a shape. */
function valuesOf(shape: unknown): fc.Arbitrary<unknown> {
  if (shape instanceof z.ZodEnum) return fc.constantFrom(...shape.options);
  if (shape instanceof z.ZodBoolean) return fc.boolean();
  if (shape instanceof z.ZodNumber) return numbers.filter((number) => shape.safeParse(number).success);
  if (shape instanceof z.ZodOptional) return fc.option(valuesOf(shape.unwrap()), { nil: undefined });
  if (shape instanceof z.ZodArray)
    return fc
      .array(valuesOf(shape.element), { minLength: 1, maxLength: 4 })
      .filter((values) => shape.safeParse(values).success);
  if (shape instanceof z.ZodObject)
    return fc.record(Object.fromEntries(Object.entries(shape.shape).map(([key, of]) => [key, valuesOf(of)])));
  const isText = shape instanceof z.ZodString || shape instanceof z.ZodStringFormat;
  const text = texts.find(([example]) => isText && shape.safeParse(example).success);
  if (text === undefined) throw new Error("a shape that no values are made for: add it to made-facts.ts");
  return text[1];
}

const namesOf = (...names: string[]) => fc.subarray(names, { minLength: 1 });
const daysRunning = fc
  .tuple(dates, fc.integer({ min: 1, max: 9 }))
  .map(([first, count]) => Array.from({ length: count }, (_, at) => addDays(first, at)));
const place = fc.record({
  place: fc.constantFrom("成都", "简阳", "北京", "西昌"),
  region: fc.constantFrom(...regions),
});
const yuan = fc.integer({ min: 1, max: 500_000 }).map((fen) => fen / 100);
export const claimed = fc.array(
  fc.record(
    {
      label: fc.constantFrom(...claimLabels, "出差包干费"),
      yuan,
      said: fc.constantFrom("高铁票", "机票", "打车"),
      transport: fc.constantFrom("高铁", "飞机"),
      whole: fc.constant(true),
    },
    { requiredKeys: ["label", "yuan"] },
  ),
  { minLength: 1, maxLength: 6 },
);

const own: Readonly<Partial<Record<SlotName, fc.Arbitrary<unknown>>>> = {
  destination: fc.array(place, { minLength: 1, maxLength: 3 }),
  dutyDays: daysRunning,
  leaders: namesOf("张局", "李局"),
  heads: namesOf("王科", "赵科", "刘科"),
  others: namesOf("甲", "乙", "丙", "丁"),
  claims: claimed,
  basis: fc.constantFrom("Q-2026-0001", "none"),
};

function factsOf(rule: Rule, more: Partial<Record<SlotName, fc.Arbitrary<unknown>>> = {}): fc.Arbitrary<Facts> {
  const made = { ...own, ...more };
  return fc.record(Object.fromEntries(rule.slots.map((name) => [name, made[name] ?? valuesOf(slots[name])])), {
    requiredKeys: [],
  });
}

/** A unit with law of its own where the rule reads that of any. */
const unitsOf = ({ unit }: Rule): fc.Arbitrary<string> =>
  unit === everyUnit ? fc.constantFrom("ziyang", "xingtai") : fc.constant(unit);

/** The rule as people ask it: a provision by the questions of its entries, found by their words alone or by the search. */
export function askedOf(rule: Rule, { provision: find }: Pick<RuleBook, "provision"> = book): fc.Arbitrary<Asked> {
  const unit = unitsOf(rule);
  const provision = find(rule.id);
  if (provision === undefined) return fc.record({ rule: fc.constant(rule), unit, facts: factsOf(rule) });
  return fc.constantFrom(...provision.entries).chain(({ name, asks }) =>
    fc.record({
      rule: fc.constantFrom<Rule>(
        provision,
        provision.from((entry) => (entry === name ? 1 : 0)),
      ),
      unit,
      facts: factsOf(rule, { matter: asks.length === 0 ? words : fc.constantFrom(...asks) }),
    }),
  );
}
