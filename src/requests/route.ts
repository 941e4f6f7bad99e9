/**
 * Approval routes (审批流程): who must approve a request, in what order, by which clause.
 *
 * Takes    data/routes/<unit>.json, a dated list a request type: conditions on the facts, steps, readings. First match wins.
 * Returns  the steps; or "none" where the documents name no approver, with the reading that says so; or the slot that
 *          decides between routes and is not known yet; or that words a route rests on have moved.
 * Leaves   who holds a role, and the office's intake of what nobody is named for, to staff.ts.
 *
 * A condition on a slot that is not known does not hold: nobody is asked about a night's lodging to be routed the
 * ordinary way. Only when nothing matches does an unknown slot become a question.
 */
import { z } from "zod";
import { DataError } from "../errors.ts";
import { jsonFilesIn } from "../lib/json-files.ts";
import { readJson } from "../lib/read-json.ts";
import type { FigureBook, Reading } from "../policy/figures.ts";
import type { Library } from "../policy/library.ts";
import { type Cited, cited, type Source } from "../policy/source.ts";
import { type Condition, condition, figuresIn, holds, problemOf, withFigures } from "../rules/condition.ts";
import { type Facts, type Grade, grades, type SlotName, slotNames } from "../rules/slots.ts";
import { type RequestType, requestTypes } from "./request.ts";

const written = z.strictObject({
  from: z.iso.date(),
  until: z.iso.date().optional(),
  when: z.partialRecord(z.enum(slotNames), condition),
  /** No steps: the documents name nobody for this case. */
  steps: z.array(
    z.strictObject({
      role: z.string().min(2),
      act: z.string().min(2),
      source: cited,
      /** To whom the clause lets its holder entrust it; without it, to any colleague. */
      entrusted: z.strictObject({ grades: z.array(z.enum(grades)).min(1), source: cited }).optional(),
    }),
  ),
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
  readonly entrusted?: { readonly grades: readonly Grade[]; readonly source: Source };
}

export interface Route {
  /** What its bounds stand on. */
  readonly bounds: readonly Source[];
  readonly when: readonly (readonly [SlotName, Condition])[];
  readonly steps: readonly RoutedStep[];
  readonly readings: readonly Reading[];
}

/** The routes in force on one day. */
export interface Routes {
  readonly of: (unit: string, type: RequestType) => readonly Route[];
}

export interface RouteBook {
  readonly on: (day: string) => Routes;
  /** Every source of every route, for the check of what no longer stands. */
  readonly entries: readonly RouteEntry[];
}

export interface RouteEntry {
  readonly unit: string;
  readonly type: RequestType;
  readonly sources: readonly Source[];
}

export type Routed =
  | { readonly kind: "route"; readonly steps: readonly RoutedStep[]; readonly readings: readonly Reading[] }
  | { readonly kind: "none"; readonly readings: readonly Reading[] }
  | { readonly kind: "missing"; readonly slot: SlotName }
  | { readonly kind: "source-moved"; readonly sources: readonly Source[] };

/** Reads every unit's routes; throws DataError where a file is malformed or a value cannot occur. */
export function openRoutes(directory: string, library: Library, figures: FigureBook): RouteBook {
  const routes = new Map<string, readonly Dated[]>();
  const entries: RouteEntry[] = [];
  for (const { path, name: unit } of jsonFilesIn(directory)) {
    for (const [type, rows] of Object.entries(readJson(path, file))) {
      const place = (index: number) => `${type}[${index}]`;
      const dated = rows.map((row, index) => routeOf(row, { path, place: place(index), unit, library, figures }));
      routes.set(`${unit} ${type}`, dated);
      const sources = dated.flatMap(({ steps, readings }) => sourcesOf({ steps, readings }));
      entries.push({ unit, type: type as RequestType, sources });
    }
  }
  return {
    entries,
    on: (day) => ({
      of: (unit, type) =>
        (routes.get(`${unit} ${type}`) ?? []).filter((route) => isInForce(route, day)).map((route) => route.on(day)),
    }),
  };
}

/** A route as its file dates it; its bounds are the figures of the day it is taken. */
interface Dated extends Pick<Route, "steps" | "readings"> {
  readonly from: string;
  readonly until?: string | undefined;
  readonly on: (day: string) => Route;
}

const isInForce = ({ from, until }: Dated, day: string): boolean =>
  from <= day && (until === undefined || day <= until);

const sourcesOf = ({ steps, readings }: Pick<Route, "steps" | "readings">): readonly Source[] => [
  ...steps.flatMap(({ source, entrusted }) => (entrusted === undefined ? [source] : [source, entrusted.source])),
  ...readings.flatMap(({ sources }) => sources),
];

interface Place {
  readonly path: string;
  readonly place: string;
  readonly unit: string;
  readonly library: Library;
  readonly figures: FigureBook;
}

function routeOf(row: z.output<typeof written>, at: Place): Dated {
  const quote = ({ doc, clause, quote }: Cited): Source => at.library.cite(doc, clause, quote);
  // A reading has no dates of its own: any day's figures hold it.
  const named = (name: string): Reading => at.figures.on(at.unit, "").reading(name);
  const conditions = slotNames.flatMap((slot) => {
    const wanted = row.when[slot];
    if (wanted === undefined) return [];
    const problem = problemOf(slot, wanted);
    if (problem !== undefined) throw new DataError(at.path, at.place, problem);
    return [[slot, wanted] as const];
  });
  const when = (day: string): Route["when"] =>
    conditions.map(([slot, wanted]) => [slot, withFigures(wanted, at.figures.on(at.unit, day))] as const);
  // A bound that no file has is mended now, not met in a request.
  when(row.until ?? row.from);
  const bounds = (day: string): readonly Source[] =>
    conditions.flatMap(([, wanted]) => figuresIn(wanted).map((name) => at.figures.on(at.unit, day).get(name).source));
  const laid = {
    steps: row.steps.map(({ role, act, source, entrusted }) => ({
      role,
      act,
      source: quote(source),
      ...(entrusted && { entrusted: { grades: entrusted.grades, source: quote(entrusted.source) } }),
    })),
    readings: row.readings.map((reading) =>
      typeof reading === "string" ? named(reading) : { text: reading.text, sources: reading.sources.map(quote) },
    ),
  };
  return {
    ...laid,
    from: row.from,
    until: row.until,
    on: (day) => ({ ...laid, when: when(day), bounds: bounds(day) }),
  };
}

/** The route of a request: the first whose conditions all hold. */
export function routeFor(type: RequestType, unit: string, facts: Facts, routes: Routes): Routed {
  let unknown: SlotName | undefined;
  for (const { when, steps, readings, bounds } of routes.of(unit, type)) {
    // A bound that may not hold any more decides for no route and against none.
    const doubtful = bounds.filter((source) => source.moved);
    if (doubtful.length > 0) return { kind: "source-moved", sources: doubtful };
    const failing = when.filter(([slot, wanted]) => !holds(wanted, facts[slot]));
    if (failing.length === 0) {
      const moved = sourcesOf({ steps, readings }).filter((source) => source.moved);
      if (moved.length > 0) return { kind: "source-moved", sources: moved };
      return steps.length > 0 ? { kind: "route", steps, readings } : { kind: "none", readings };
    }
    if (failing.every(([slot]) => facts[slot] === undefined)) unknown ??= failing[0]?.[0];
  }
  return unknown === undefined ? { kind: "none", readings: [] } : { kind: "missing", slot: unknown };
}
