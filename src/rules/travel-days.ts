/**
 * The days of a trip, and where each is spent: natural days, first and last included; out and back in one day is one day.
 *
 * Takes    facts: a count of days, or dates, or nights, and the places with their days where they were said.
 * Returns  stays (place, region, days), or the slot that is missing, or the contradiction between what was said.
 * Leaves   rates to travel.ts; on which side the day of a move counts is the person's to say.
 */
import { daysInclusive } from "../lib/dates.ts";
import type { Source } from "../policy/source.ts";
import { answer } from "./finding.ts";
import type { Outcome } from "./rule.ts";
import type { Facts, Stop } from "./slots.ts";

export interface Stay {
  readonly place: string;
  readonly region: Stop["region"];
  readonly days: number;
}

export type Stays = { readonly kind: "stays"; readonly stays: readonly Stay[] } | Exclude<Outcome, { kind: "worked" }>;

/** The whole trip's days: said, else from first to last day, else a night more than the nights, else one if nobody stays over. */
export function tripDays({ days, start, end, nights, overnight }: Facts): number | undefined {
  if (days !== undefined) return Math.max(1, Math.ceil(days));
  if (start !== undefined && end !== undefined) return daysInclusive(start, end);
  if (nights !== undefined) return nights + 1;
  return overnight === false ? 1 : undefined;
}

/** A trip that ends before it begins is asked for again. */
export function reversed({ start, end }: Facts): Extract<Outcome, { kind: "contradiction" }> | undefined {
  if (start === undefined || end === undefined || end >= start) return undefined;
  return { kind: "contradiction", slot: "end", findings: [answer("travel.dates-reversed", { start, end })] };
}

/** Divides the trip's days over its places; `source` is the clause that counts days. */
export function stays(facts: Facts, places: readonly Stop[], source: Source): Stays {
  const { start, end, days } = facts;
  if (days === 0) {
    return { kind: "contradiction", slot: "days", findings: [answer("travel.no-days", {}, source)] };
  }
  const back = reversed(facts);
  if (back !== undefined) return back;
  if (start !== undefined && end !== undefined) {
    const span = daysInclusive(start, end);
    if (days !== undefined && days > span) return differ("days", days, span);
  }
  const total = tripDays(facts);
  const [first] = places;
  const said = places.map((stop, index) => facts.stopDays?.[index] ?? stop.days);
  if (first !== undefined && places.length === 1) {
    const only = total ?? said[0];
    return only === undefined ? { kind: "missing", slot: "days" } : allAt(first, only);
  }

  const sum = said.reduce<number>((so, days) => so + (days ?? 0), 0);
  const silent = said.filter((days) => days === undefined).length;
  if (silent > 0 && total !== undefined && places.every((stop) => stop.region === first?.region)) {
    return first === undefined
      ? { kind: "missing", slot: "destination" }
      : allAt({ ...first, place: named(places) }, total);
  }
  // One place without days takes what the others leave of the trip.
  const rest = silent === 1 && total !== undefined && total > sum ? total - sum : undefined;
  if (silent > 0 && rest === undefined) return { kind: "missing", slot: "stopDays" };
  if (silent === 0 && total !== undefined && total !== sum) return differ("stopDays", sum, total);
  return {
    kind: "stays",
    stays: places.map(({ place, region }, index) => ({ place, region, days: said[index] ?? rest ?? 0 })),
  };
}

const allAt = ({ place, region }: Stop, days: number): Stays => ({ kind: "stays", stays: [{ place, region, days }] });

const differ = (slot: "days" | "stopDays", said: number, span: number): Stays => ({
  kind: "contradiction",
  slot,
  findings: [answer("travel.days-differ", { said, span })],
});

export const named = (places: readonly { readonly place: string }[]): string =>
  [...new Set(places.map((stop) => stop.place))].join("、");
