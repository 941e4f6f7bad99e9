/**
 * Conditions on facts (条件): the few words in which a route says when it applies.
 *
 * Takes    a value to be equal to, or any of oneOf, atMost, atLeast, above, below, present, region (all must hold).
 * Returns  whether a fact fulfils it; and, for the check of data files, why a condition never could.
 */
import { z } from "zod";
import { type Facts, regions, type SlotName, slots } from "../rules/slots.ts";

const plain = z.union([z.string(), z.number(), z.boolean()]);

export const condition = z.union([
  plain,
  z.strictObject({
    oneOf: z.array(plain).min(1).optional(),
    atMost: z.number().optional(),
    atLeast: z.number().optional(),
    above: z.number().optional(),
    below: z.number().optional(),
    present: z.boolean().optional(),
    /** Of a list of places: one of them lies in one of these regions. */
    region: z.array(z.enum(regions)).min(1).optional(),
  }),
]);
export type Condition = z.infer<typeof condition>;

/** Whether a fact fulfils a condition; a fact that is not known fulfils only `present: false`. */
export function holds(wanted: Condition, fact: Facts[SlotName]): boolean {
  if (typeof wanted !== "object") return fact === wanted;
  const { oneOf, atMost, atLeast, above, below, present, region } = wanted;
  const number = typeof fact === "number" ? fact : Number.NaN;
  const known = fact !== undefined;
  return (
    (present === undefined || present === known) &&
    (oneOf === undefined || oneOf.some((value) => value === fact)) &&
    (atMost === undefined || number <= atMost) &&
    (atLeast === undefined || number >= atLeast) &&
    (above === undefined || number > above) &&
    (below === undefined || number < below) &&
    (region === undefined ||
      (Array.isArray(fact) && fact.some((stop) => typeof stop === "object" && region.includes(stop.region))))
  );
}

/** Why a condition can never hold, such as a grade that does not exist; undefined when it can. */
export function problemOf(slot: SlotName, wanted: Condition): string | undefined {
  const values = typeof wanted !== "object" ? [wanted] : (wanted.oneOf ?? []);
  const odd = values.find((value) => !slots[slot].safeParse(value).success);
  return odd === undefined ? undefined : `${slot} is never ${JSON.stringify(odd)}: correct the condition`;
}
