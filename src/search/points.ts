/**
 * Points (要点): past questions of a clause, written as staff talk, with the words of the clause that answer them.
 *
 * Takes    data/questions/*.jsonl and the library; every quote is held against its document.
 * Returns  the points, each with its sources, those of provisions among them. `silent` marks what the documents do not say, with the nearest pointer.
 * A line is added by anyone who can edit a text file; one whose quote does not stand is left out and told.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DataError } from "../errors.ts";
import type { Library } from "../policy/library.ts";
import type { Source } from "../policy/source.ts";

const line = z.strictObject({
  doc: z.string(),
  quote: z.string().min(2),
  also: z.array(z.string().min(2)).default([]),
  /** One plain sentence that answers first; absent where the quote itself does. */
  gist: z.string().min(2).optional(),
  /** What is not written, as a noun phrase. */
  silent: z.string().min(2).optional(),
  /** The answer is the whole list below the quoted clause. */
  list: z.boolean().default(false),
  asks: z.array(z.string().min(2)).min(1),
});

export interface Point {
  readonly source: Source;
  readonly also: readonly Source[];
  readonly gist?: string;
  readonly silent?: string;
  readonly list: boolean;
  readonly asks: readonly string[];
  /** The provision that answers, and its entry: what is said is worked out, not quoted alone. */
  readonly provision?: { readonly id: string; readonly entry: string };
}

/** What a provision's entry gives the search to be found by. */
export interface AskedEntry {
  readonly name: string;
  readonly asks: readonly string[];
  readonly silent: boolean;
  readonly says: { readonly text: string; readonly sources: readonly Source[] };
}

/** The entries of a provision as points: asked by their past questions, answered by the provision. */
export function pointsOf(id: string, entries: readonly AskedEntry[]): readonly Point[] {
  return entries.flatMap(({ name, asks, silent, says }): Point[] => {
    const [source, ...also] = says.sources.filter(({ moved }) => moved !== true);
    if (source === undefined || asks.length === 0) return [];
    // A sentence that names a figure is whole only when the provision says it: beside others, the clause itself is shown.
    const whole = !says.text.includes("{");
    const words = says.text.replace(/\{[^}]*\}/g, "");
    const provision = { id, entry: name };
    const gist = whole || silent ? { gist: words } : {};
    return [{ source, also, ...gist, list: false, asks, provision, ...(silent ? { silent: words } : {}) }];
  });
}

/** A past question whose words no longer stand in its document. */
export interface MovedPoint {
  readonly path: string;
  readonly place: string;
  readonly doc: string;
  readonly quote: string;
}

/** Reads every question file under `dir`, without those whose words have moved. Throws DataError naming file and line. */
export const openPoints = (dir: string, library: Library): readonly Point[] =>
  readPoints(dir, library).filter((read) => "source" in read);

/** The past questions that are left out, for their words stand in their document no longer. */
export const movedPoints = (dir: string, library: Library): readonly MovedPoint[] =>
  readPoints(dir, library).filter((read): read is MovedPoint => !("source" in read));

function readPoints(dir: string, library: Library): readonly (Point | MovedPoint)[] {
  const points: (Point | MovedPoint)[] = [];
  for (const name of readdirSync(dir)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()) {
    const path = join(dir, name);
    readFileSync(path, "utf8")
      .split("\n")
      .forEach((text, at) => {
        if (text.trim() !== "") points.push(readPoint(text, path, `line ${at + 1}`, library));
      });
  }
  return points;
}

function readPoint(text: string, path: string, place: string, library: Library): Point | MovedPoint {
  const parsed = line.safeParse(json(text, path, place));
  if (!parsed.success) throw new DataError(path, place, z.prettifyError(parsed.error));
  const { doc, quote, also, gist, silent, list, asks } = parsed.data;
  if (!library.knows(doc)) throw new DataError(path, place, `there is no document ${doc}`);
  const wanted = [quote, ...also];
  const located = wanted.map((words) => library.locate(doc, words));
  const [source, ...others] = located.flatMap((found) => found ?? []);
  const lost = located.indexOf(undefined);
  if (source === undefined || lost >= 0) return { path, place, doc, quote: wanted[lost] ?? quote };
  return {
    source,
    also: others,
    ...(gist === undefined ? {} : { gist }),
    ...(silent === undefined ? {} : { silent }),
    list,
    asks,
  };
}

function json(text: string, path: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DataError(path, place, "this line is not valid JSON: mend or remove it", cause);
  }
}
