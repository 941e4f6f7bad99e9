/**
 * Dated figures (标准), the sources of rules without a number, readings (读法) of unclear clauses, and deadlines (限期).
 *
 * Takes    data/figures/<unit>/*.json and the library; a quote that no longer stands marks its source as moved.
 * Returns  the figures of one unit in force on a day; `value` is what the document writes, in `unit`.
 * Leaves   arithmetic to rules/, sentences to answer/.
 */
import { join } from "node:path";
import { z } from "zod";
import { DataError } from "../errors.ts";
import { jsonFilesOfUnits } from "../lib/json-files.ts";
import { readJson } from "../lib/read-json.ts";
import { withTable } from "./around.ts";
import { type Deadline, type DeadlineRow, deadlineRow, namedBy } from "./deadlines.ts";
import type { Library } from "./library.ts";
import { type Cited, cited, type Source } from "./source.ts";

const dated = z.strictObject({
  from: z.iso.date(),
  until: z.iso.date().optional(),
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
  /** Is there a figure, a reading of this name, whatever its dates? */
  readonly has: (name: string) => boolean;
  readonly hasReading: (name: string) => boolean;
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
  /** The file it stands in, without its ending: figures of one matter stand in one file. */
  readonly file: string;
  readonly sources: readonly Source[];
}

export interface FigureBook {
  readonly on: (unit: string, day: string) => Figures;
  /** Every name with all its sources, for checks and tables. */
  readonly entries: readonly FigureEntry[];
  /** Have the unit's documents anything of this name, whatever its dates? */
  readonly has: (unit: string, name: string) => boolean;
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

/** Reads every figure file under `dir`; throws DataError naming file and figure when one is malformed. */
export function openFigures(dir: string, library: Library): FigureBook {
  const shelves = new Map<string, Shelf>();
  const entries: FigureEntry[] = [];
  for (const { unit, path, name: file } of jsonFilesOfUnits(dir)) {
    const read = readShelf(path, library);
    entries.push(...entriesOf(read).map((one) => ({ ...one, unit, file })));
    const shelf = shelves.get(unit) ?? emptyShelf();
    shelves.set(unit, shelf);
    putOn(shelf.figures, read.figures, path);
    putOn(shelf.sources, read.sources, path);
    putOn(shelf.readings, read.readings, path);
    putOn(shelf.deadlines, read.deadlines, path);
  }
  for (const [unit, shelf] of shelves) checkNames(shelf, join(dir, unit));
  const names = new Set(entries.map(({ unit, name }) => `${unit} ${name}`));
  return {
    entries,
    has: (unit, name) => names.has(`${unit} ${name}`),
    on: (unit, day) => figuresOn(shelves.get(unit), unit, day),
  };
}

const emptyShelf = (): Shelf => ({
  figures: new Map(),
  sources: new Map(),
  readings: new Map(),
  deadlines: new Map(),
});

function entriesOf({ figures, sources, readings, deadlines }: Shelf): readonly Omit<FigureEntry, "unit" | "file">[] {
  const figure = "figure" as const;
  return [
    ...[...figures].map(([name, rows]) => ({ name, kind: figure, sources: rows.map((row) => row.figure.source) })),
    ...[...sources].map(([name, source]) => ({ name, kind: "source" as const, sources: [source] })),
    ...[...readings].map(([name, reading]) => ({ name, kind: "reading" as const, sources: reading.sources })),
    ...[...deadlines].map(([name, { deadline }]) => ({ name, kind: "deadline" as const, sources: [deadline.source] })),
  ];
}

/** Puts one file's names beside those of the unit's other files. */
function putOn<Value>(into: Map<string, Value>, read: ReadonlyMap<string, Value>, path: string): void {
  for (const [name, value] of read) {
    if (into.has(name)) throw new DataError(path, name, "this name is already taken in this unit: choose another");
    into.set(name, value);
  }
}

function readShelf(path: string, library: Library): Shelf {
  const written = readJson(path, file);
  const quote = ({ doc, clause, quote }: Cited): Source => withTable(library.cite(doc, clause, quote), library);
  const mapped = <From, To>(
    record: Readonly<Record<string, From>>,
    to: (value: From, name: string) => To,
  ): Map<string, To> => new Map(Object.entries(record).map(([name, value]) => [name, to(value, name)]));
  return {
    figures: mapped(written.figures, (rows) =>
      rows.map(({ from, until, value, unit, source }) => ({
        from,
        until,
        figure: { value, unit, source: quote(source) },
      })),
    ),
    sources: mapped(written.sources, (one) => quote(one)),
    readings: mapped(written.readings, ({ text, sources, words }) => ({ text, sources: sources.map(quote), words })),
    deadlines: mapped(written.deadlines, (row, name) => {
      const { from: _, until: __, source, ...rest } = row;
      return { row, deadline: { ...rest, name, source: quote(source) } };
    }),
  };
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
    has: (name) => shelf?.figures.has(name) === true,
    hasReading: (name) => shelf?.readings.has(name) === true,
    get: (name) => taken(row(name), name).figure,
    source: (name) => taken(shelf?.sources.get(name), name),
    reading: (name) => taken(shelf?.readings.get(name), name),
    deadlines: [...(shelf?.deadlines.values() ?? [])].filter(({ row }) => holds(row)).map(({ deadline }) => deadline),
  };
}
