/**
 * Points (要点): past questions of a clause, written as staff talk, with the words of the clause that answer them.
 *
 * Takes    data/questions/*.jsonl and the library; every quote is held against its document.
 * Returns  the points, each with its sources. `silent` marks what the documents do not say, with the nearest pointer.
 * A line is added by anyone who can edit a text file; a quote that does not stand is refused with file and line.
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
}

/** Reads every question file under `dir`; throws DataError naming file and line. */
export function openPoints(dir: string, library: Library): readonly Point[] {
  const points: Point[] = [];
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

function readPoint(text: string, path: string, place: string, library: Library): Point {
  const parsed = line.safeParse(json(text, path, place));
  if (!parsed.success) throw new DataError(path, place, z.prettifyError(parsed.error));
  const { doc, quote, also, gist, silent, list, asks } = parsed.data;
  const find = (words: string): Source => {
    const source = library.locate(doc, words);
    if (source === undefined) throw new DataError(path, place, `these words stand nowhere in ${doc}: ${words}`);
    return source;
  };
  return {
    source: find(quote),
    also: also.map(find),
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
