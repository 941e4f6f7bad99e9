/**
 * Dated figures (标准), the sources of rules without a number, readings (读法) of unclear clauses, and deadlines (限期).
 *
 * Takes    data/figures/<unit>/*.json and the library; every quote is held against its clause when the office is opened.
 * Returns  the figures of one unit in force on a day; `value` is what the document writes, in `unit`.
 * Leaves   arithmetic to rules/, sentences to answer/.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DataError } from "../errors.ts";
import { readJson } from "../lib/read-json.ts";
import { withTable } from "./around.ts";
import { type Deadline, type DeadlineRow, deadlineRow, namedBy } from "./deadlines.ts";
import type { Library } from "./library.ts";
import { type Cited, cited, type Source } from "./source.ts";

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const dated = z.strictObject({
  from: isoDate,
  until: isoDate.optional(),
  value: z.number(),
  unit: z.string().min(1),
  source: cited,
});
const file = z.strictObject({
  figures: z.record(z.string(), z.array(dated).min(1)).default({}),
  sources: z.record(z.string(), cited).default({}),
  readings: z
    .record(
      z.string(),
      z.strictObject({
        text: z.string().min(4),
        sources: z.array(cited).min(1),
        words: z.array(z.string().min(2)).default([]),
      }),
    )
    .default({}),
  deadlines: z.record(z.string(), deadlineRow).default({}),
});

export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly source: Source;
}

export interface Reading {
  readonly text: string;
  readonly sources: readonly Source[];
  /** What people name that the clause does not, and that the reading takes under it. */
  readonly words?: readonly string[];
}

/** One unit's figures on one day. A name that no file has throws: a rule never meets a silent default. */
export interface Figures {
  readonly day: string;
  readonly inForce: (name: string) => boolean;
  readonly get: (name: string) => Figure;
  readonly source: (name: string) => Source;
  readonly reading: (name: string) => Reading;
  /** Those in force, in the order of the file. */
  readonly deadlines: readonly Deadline[];
}

export interface FigureEntry {
  readonly unit: string;
  readonly name: string;
  readonly kind: "figure" | "source" | "reading" | "deadline";
  readonly sources: readonly Source[];
}

export interface FigureBook {
  readonly on: (unit: string, day: string) => Figures;
  /** Every name with all its sources, for checks and tables. */
  readonly entries: readonly FigureEntry[];
}

const WEEKS = "周";
const DAYS_PER_WEEK = 7;

/** A figure as a condition on a fact takes it: one written in weeks (周) counted in days, any other as the document writes it. */
export function weeksInDays({ value, unit }: Figure): number {
  return unit === WEEKS ? value * DAYS_PER_WEEK : value;
}

interface Shelf {
  readonly figures: Map<string, { from: string; until?: string | undefined; figure: Figure }[]>;
  readonly sources: Map<string, Source>;
  readonly readings: Map<string, Reading>;
  readonly deadlines: Map<string, { row: DeadlineRow; deadline: Deadline }>;
}

/** Reads every figure file under `dir`; throws DataError naming file and figure when one is malformed or its quote does not stand. */
export function openFigures(dir: string, library: Library): FigureBook {
  const shelves = new Map<string, Shelf>();
  const entries: FigureEntry[] = [];
  for (const unit of readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const shelf: Shelf = { figures: new Map(), sources: new Map(), readings: new Map(), deadlines: new Map() };
    shelves.set(unit.name, shelf);
    for (const name of readdirSync(join(dir, unit.name)).filter((file) => file.endsWith(".json"))) {
      fillShelf(shelf, join(dir, unit.name, name), library);
    }
    checkNames(shelf, join(dir, unit.name));
    for (const [name, rows] of shelf.figures)
      entries.push(
        entry(
          unit.name,
          name,
          "figure",
          rows.map((row) => row.figure.source),
        ),
      );
    for (const [name, source] of shelf.sources) entries.push(entry(unit.name, name, "source", [source]));
    for (const [name, reading] of shelf.readings) entries.push(entry(unit.name, name, "reading", reading.sources));
    for (const [name, { deadline }] of shelf.deadlines)
      entries.push(entry(unit.name, name, "deadline", [deadline.source]));
  }
  return { entries, on: (unit, day) => figuresOn(shelves.get(unit), unit, day) };
}

const entry = (unit: string, name: string, kind: FigureEntry["kind"], sources: readonly Source[]): FigureEntry => ({
  unit,
  name,
  kind,
  sources,
});

function fillShelf(shelf: Shelf, path: string, library: Library): void {
  const written = readJson(path, file);
  const quote = (place: string, source: Cited): Source => {
    try {
      return withTable(library.quote(source.doc, source.clause, source.quote), library);
    } catch (cause) {
      throw new DataError(
        path,
        place,
        `the quote does not stand in ${source.doc} ${source.clause}: ${source.quote}`,
        cause,
      );
    }
  };
  const once = <Value>(into: Map<string, Value>, name: string, value: Value): void => {
    if (into.has(name)) throw new DataError(path, name, "this name is already taken in this unit: choose another");
    into.set(name, value);
  };
  for (const [name, rows] of Object.entries(written.figures)) {
    once(
      shelf.figures,
      name,
      rows.map((row) => ({
        from: row.from,
        until: row.until,
        figure: { value: row.value, unit: row.unit, source: quote(name, row.source) },
      })),
    );
  }
  for (const [name, source] of Object.entries(written.sources)) once(shelf.sources, name, quote(name, source));
  for (const [name, reading] of Object.entries(written.readings)) {
    once(shelf.readings, name, {
      text: reading.text,
      sources: reading.sources.map((source) => quote(name, source)),
      words: reading.words,
    });
  }
  for (const [name, row] of Object.entries(written.deadlines)) {
    const { from: _, until: __, source, ...rest } = row;
    once(shelf.deadlines, name, { row, deadline: { ...rest, source: quote(name, source) } });
  }
}

/** A deadline's figures and readings may stand in any file of the unit. */
function checkNames({ figures, readings, deadlines }: Shelf, path: string): void {
  for (const [name, { row }] of deadlines) {
    const lacking = [
      ...namedBy(row).filter((one) => !figures.has(one)),
      ...row.readings.filter((one) => !readings.has(one)),
    ];
    if (lacking.length > 0) throw new DataError(path, name, `no file has ${lacking.join(", ")}: correct the name`);
  }
}

function figuresOn(shelf: Shelf | undefined, unit: string, day: string): Figures {
  const taken = <Value>(value: Value | undefined, name: string): Value => {
    if (value === undefined) throw new DataError(`data/figures/${unit}`, name, "no file has this name");
    return value;
  };
  const holds = (row: { from: string; until?: string | undefined }) =>
    row.from <= day && (row.until === undefined || day <= row.until);
  const row = (name: string) => taken(shelf?.figures.get(name), name).find(holds);
  return {
    day,
    inForce: (name) => row(name) !== undefined,
    get: (name) => taken(row(name), name).figure,
    source: (name) => taken(shelf?.sources.get(name), name),
    reading: (name) => taken(shelf?.readings.get(name), name),
    deadlines: [...(shelf?.deadlines.values() ?? [])].filter(({ row }) => holds(row)).map(({ deadline }) => deadline),
  };
}
