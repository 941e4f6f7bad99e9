/**
 * The files of provisions (规定): data/provisions/<unit>/<id>.json.
 *
 * Takes    the folder, the library and the figures. Returns the provisions, and what each is asked by, for the search.
 * Throws   DataError naming file and entry for a malformed file, a figure that no file has, a pattern that is none.
 * Leaves   a quote that no longer stands to whoever asks: its source is marked as moved, and so is what rests on it.
 */
import { z } from "zod";
import { DataError } from "../errors.ts";
import { jsonFilesOfUnits } from "../lib/json-files.ts";
import { readJson } from "../lib/read-json.ts";
import { readPattern } from "../lib/read-pattern.ts";
import type { FigureBook } from "../policy/figures.ts";
import type { Library } from "../policy/library.ts";
import { movedSource, type Source } from "../policy/source.ts";
import { condition, problemOf } from "./condition.ts";
import { type Entry, type Provision, provision } from "./provision.ts";
import { numberGroup } from "./provision-sum.ts";
import type { Statement } from "./rule.ts";
import { type SlotName, slotNames } from "./slots.ts";

/** Words of the file's document, or of another one that is named. */
const from = z.union([z.string().min(2), z.strictObject({ doc: z.string(), quote: z.string().min(2) })]);
const statement = z.strictObject({ text: z.string().min(2), from: z.array(from).min(1) });
const patterns = z.array(z.string().min(1)).default([]);
const entry = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  said: patterns,
  unless: patterns,
  when: z.partialRecord(z.enum(slotNames as [SlotName, ...SlotName[]]), condition).default({}),
  says: statement,
  sum: z
    .strictObject({
      of: z.tuple([z.string()], z.string()),
      by: patterns,
      label: z.string().min(1),
      unit: z.string().min(1),
    })
    .optional(),
  steps: z.array(statement).default([]),
  warnings: z.array(statement).default([]),
  notes: z.array(statement).default([]),
  readings: z.array(z.string()).default([]),
  silent: z.boolean().default(false),
  forbids: z.boolean().default(false),
  asks: z.array(z.string().min(2)).default([]),
});
const file = z.strictObject({
  title: z.string().min(2),
  /** Document and part, as the table of rules lists it. */
  row: z.string().regex(/^(?:00[0-4]|between documents)(?![\w])/),
  doc: z.string(),
  each: z.boolean().default(false),
  entries: z.array(entry).min(1),
});

interface Place {
  readonly path: string;
  readonly unit: string;
  readonly doc: string;
  readonly library: Library;
  readonly figures: FigureBook;
}

/** Reads every provision of every unit under `directory`. */
export function openProvisions(directory: string, library: Library, figures: FigureBook): readonly Provision[] {
  return jsonFilesOfUnits(directory).map((file) => provisionAt(file, library, figures));
}

function provisionAt(
  { path, name: id, unit }: ReturnType<typeof jsonFilesOfUnits>[number],
  library: Library,
  figures: FigureBook,
): Provision {
  const { title, row, doc, each, entries } = readJson(path, file);
  const names = entries.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new DataError(path, twice, "two entries have this name: rename one");
  const unsaid = entries.find(({ sum, says }) => sum !== undefined && !says.text.includes("{sum}"));
  if (unsaid !== undefined) throw new DataError(path, unsaid.name, "it works out a sum and does not say {sum}: say it");
  const at: Place = { path, unit, doc, library, figures };
  const opened = provision({
    id,
    unit,
    title,
    row,
    each,
    entries: entries.map((one) => entryOf(one, at)),
  });
  checkNames(opened, at);
  return opened;
}

function entryOf(written: z.output<typeof entry>, at: Place): Entry {
  const compile = (source: string): RegExp => readPattern(source, at.path, written.name);
  const when = slotNames.flatMap((slot) => {
    const wanted = written.when[slot];
    if (wanted === undefined) return [];
    const problem = problemOf(slot, wanted);
    if (problem !== undefined) throw new DataError(at.path, written.name, problem);
    return [[slot, wanted] as const];
  });
  const stated = ({ text, from }: z.output<typeof statement>): Statement => ({
    text,
    sources: from.map((words) =>
      typeof words === "string" ? sourceOf(words, at.doc, at) : sourceOf(words.quote, words.doc, at),
    ),
  });
  return {
    ...written,
    said: written.said.map(compile),
    unless: written.unless.map(compile),
    when,
    says: stated(written.says),
    sum: written.sum && { ...written.sum, by: written.sum.by.map((by) => compile(by.replace("{n}", numberGroup))) },
    steps: written.steps.map(stated),
    warnings: written.warnings.map(stated),
    notes: written.notes.map(stated),
  };
}

function sourceOf(quote: string, doc: string, { path, library }: Place): Source {
  if (!library.knows(doc)) throw new DataError(path, doc, "there is no such document");
  return library.locate(doc, quote) ?? movedSource(library.document(doc), "", quote);
}

/** Figures and readings that no file has are mended now, not met in a conversation. */
function checkNames({ figures: named, entries }: Provision, { figures, unit, path }: Place): void {
  // Which names there are is the same on any day.
  const book = figures.on(unit, "");
  for (const name of named) {
    if (!book.has(name)) throw new DataError(path, name, "no file of figures has this name: correct it");
  }
  for (const { readings, name } of entries) {
    const unknown = readings.find((reading) => !book.hasReading(reading));
    if (unknown !== undefined) throw new DataError(path, name, `no file has the reading ${unknown}: correct it`);
  }
}
