/**
 * Approval routes (审批流程): who must approve a request, in what order, by which clause.
 *
 * Takes    data/routes/<unit>.json, a list a request type: conditions on the facts, steps, readings. First match wins.
 * Returns  the steps; or "none" where the documents name no approver, with the reading that says so; or the slot that
 *          decides between routes and is not known yet.
 * Leaves   who holds a role, and the office's intake of what nobody is named for, to staff.ts.
 *
 * A condition on a slot that is not known does not hold: nobody is asked about a night's lodging to be routed the
 * ordinary way. Only when nothing matches does an unknown slot become a question.
 */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { DataError } from "../errors.ts";
import { readJson } from "../lib/read-json.ts";
import { type FigureBook, type Reading, weeksInDays } from "../policy/figures.ts";
import type { Library } from "../policy/library.ts";
import { type Cited, cited, type Source } from "../policy/source.ts";
import { type Facts, type SlotName, slotNames } from "../rules/slots.ts";
import { type Condition, condition, holds, problemOf, withFigures } from "./condition.ts";
import { type RequestType, requestTypes } from "./request.ts";

const written = z.strictObject({
  when: z.partialRecord(z.enum(slotNames), condition),
  /** No steps: the documents name nobody for this case. */
  steps: z.array(z.strictObject({ role: z.string().min(2), act: z.string().min(2), source: cited })),
  /** The name of a reading in data/figures/<unit>, or one written out here. */
  readings: z
    .array(z.union([z.string(), z.strictObject({ text: z.string().min(4), sources: z.array(cited).min(1) })]))
    .default([]),
});
const file = z.partialRecord(z.enum(requestTypes), z.array(written).min(1));

/** A step of a route: the role in the document's own words, and what its holder does there: 同意, 批准, 审签 … */
export interface RoutedStep {
  readonly role: string;
  readonly act: string;
  readonly source: Source;
}

export interface Route {
  readonly when: readonly (readonly [SlotName, Condition])[];
  readonly steps: readonly RoutedStep[];
  readonly readings: readonly Reading[];
}

export interface Routes {
  readonly of: (unit: string, type: RequestType) => readonly Route[];
}

export type Routed =
  | { readonly kind: "route"; readonly steps: readonly RoutedStep[]; readonly readings: readonly Reading[] }
  | { readonly kind: "none"; readonly readings: readonly Reading[] }
  | { readonly kind: "missing"; readonly slot: SlotName };

/** Reads every unit's routes; throws DataError where a file is malformed, a quote does not stand or a value cannot occur. */
export function openRoutes(directory: string, library: Library, figures: FigureBook): Routes {
  const routes = new Map<string, readonly Route[]>();
  for (const name of readdirSync(directory).filter((name) => name.endsWith(".json"))) {
    const path = join(directory, name);
    const unit = basename(name, ".json");
    for (const [type, rows] of Object.entries(readJson(path, file))) {
      const place = (index: number) => `${type}[${index}]`;
      routes.set(
        `${unit} ${type}`,
        rows.map((row, index) => routeOf(row, { path, place: place(index), unit, library, figures })),
      );
    }
  }
  return { of: (unit, type) => routes.get(`${unit} ${type}`) ?? [] };
}

const NO_END = "9999-12-31";

interface Place {
  readonly path: string;
  readonly place: string;
  readonly unit: string;
  readonly library: Library;
  readonly figures: FigureBook;
}

function routeOf(row: z.output<typeof written>, at: Place): Route {
  const quote = ({ doc, clause, quote }: Cited): Source => {
    try {
      return at.library.quote(doc, clause, quote);
    } catch (cause) {
      throw new DataError(at.path, at.place, `the quote does not stand in ${doc} ${clause}: ${quote}`, cause);
    }
  };
  // A reading has no dates of its own: any day's figures hold it.
  const named = (name: string): Reading => at.figures.on(at.unit, "").reading(name);
  // A route has no dates of its own either: the figures are those of no known end. A fact counts days, a figure may count weeks.
  const inDays = (name: string): number => weeksInDays(at.figures.on(at.unit, NO_END).get(name));
  const when = slotNames.flatMap((slot) => {
    const wanted = row.when[slot];
    if (wanted === undefined) return [];
    const problem = problemOf(slot, wanted);
    if (problem !== undefined) throw new DataError(at.path, at.place, problem);
    return [[slot, withFigures(wanted, inDays)] as const];
  });
  return {
    when,
    steps: row.steps.map((step) => ({ ...step, source: quote(step.source) })),
    readings: row.readings.map((reading) =>
      typeof reading === "string" ? named(reading) : { text: reading.text, sources: reading.sources.map(quote) },
    ),
  };
}

/** The route of a request: the first whose conditions all hold. */
export function routeFor(type: RequestType, unit: string, facts: Facts, routes: Routes): Routed {
  let unknown: SlotName | undefined;
  for (const { when, steps, readings } of routes.of(unit, type)) {
    const failing = when.filter(([slot, wanted]) => !holds(wanted, facts[slot]));
    if (failing.length === 0) return steps.length > 0 ? { kind: "route", steps, readings } : { kind: "none", readings };
    if (failing.every(([slot]) => facts[slot] === undefined)) unknown ??= failing[0]?.[0];
  }
  return unknown === undefined ? { kind: "none", readings: [] } : { kind: "missing", slot: unknown };
}
