/**
 * Conditions on facts (条件): the few words in which a route, or an entry of a provision, says when it applies.
 *
 * Takes    a value to be equal to, or any of oneOf, atMost, atLeast, above, below, present, region (all must hold).
 * Returns  whether a fact fulfils it; and, for the check of data files, why a condition never could.
 * Why      a bound names the figure it comes from, so that no number of the documents stands in two places; only 0 is
 *          written out, for it stands in none.
 */
import { z } from "zod";
import { type Figures, weeksInDays } from "../policy/figures.ts";
import { type Facts, regions, type SlotName, slots } from "./slots.ts";

const plain = z.union([z.string(), z.number(), z.boolean()]);
const bound = z.union([z.number(), z.string().min(3)]);
const bounds = ["atMost", "atLeast", "above", "below"] as const;

export const condition = z.union([
  plain,
  z.strictObject({
    oneOf: z.array(plain).min(1).optional(),
    atMost: bound.optional(),
    atLeast: bound.optional(),
    above: bound.optional(),
    below: bound.optional(),
    present: z.boolean().optional(),
    /** Of a list of places: one of them lies in one of these regions. */
    region: z.array(z.enum(regions)).min(1).optional(),
  }),
]);
/** A condition as a file writes it: its bounds are names of figures. */
export type WrittenCondition = z.infer<typeof condition>;
type Compared = Exclude<WrittenCondition, string | number | boolean>;

/** A condition whose bounds are numbers, taken from the figures that it names. */
export type Condition =
  | Exclude<WrittenCondition, object>
  | (Omit<Compared, (typeof bounds)[number]> & { readonly [Bound in (typeof bounds)[number]]?: number });

/** Puts the values that the figures have that day where the condition names them; a fact counts days where a figure counts weeks. */
export function withFigures(written: WrittenCondition, figures: Pick<Figures, "get">): Condition {
  if (typeof written !== "object") return written;
  const { atMost, atLeast, above, below, ...rest } = written;
  const named = { atMost, atLeast, above, below };
  const numbers = bounds.flatMap((name) => {
    const value = named[name];
    return value === undefined
      ? []
      : [[name, typeof value === "string" ? weeksInDays(figures.get(value)) : value] as const];
  });
  return { ...rest, ...Object.fromEntries(numbers) };
}

/** The figures that a condition's bounds name. */
export const figuresIn = (written: WrittenCondition): readonly string[] =>
  typeof written === "object"
    ? bounds.flatMap((name) => (typeof written[name] === "string" ? [written[name]] : []))
    : [];

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
      (Array.isArray(fact) &&
        fact.some((stop) => typeof stop === "object" && "region" in stop && region.includes(stop.region))))
  );
}

/** Why a condition must not stand: a value that never occurs, such as a grade that does not exist, or a number of its own. */
export function problemOf(slot: SlotName, wanted: WrittenCondition): string | undefined {
  if (typeof wanted === "object") {
    const own = bounds.map((name) => wanted[name]).find((value) => typeof value === "number" && value !== 0);
    if (own !== undefined) return `${slot} is compared with ${own}: write the name of the figure that it comes from`;
  }
  const values = typeof wanted !== "object" ? [wanted] : (wanted.oneOf ?? []);
  const odd = values.find((value) => !slots[slot].safeParse(value).success);
  return odd === undefined ? undefined : `${slot} is never ${JSON.stringify(odd)}: correct the condition`;
}
