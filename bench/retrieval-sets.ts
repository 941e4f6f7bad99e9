/**
 * The retrieval sets that others wrote (STARD, CMRC 2018, DRCD), read from a folder outside the repository.
 *
 * Takes    the folder with the gzipped sets. Returns passages, and questions with the passages that answer them.
 * Why      a document is a law (STARD), or the article that a passage is from (its title); CMRC has neither: each passage stands alone.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Passage } from "../src/search/second-look.ts";

const shape = z.object({
  docs: z.array(
    z.object({ id: z.string(), title: z.string().optional(), path: z.string().optional(), text: z.string() }),
  ),
  queries: z.array(
    z.object({ id: z.string(), text: z.string(), relevant: z.array(z.string()).min(1), split: z.string() }),
  ),
});

export interface Question {
  readonly text: string;
  /** Passages that answer it, by their place in the set. */
  readonly relevant: readonly number[];
  readonly split: string;
}

export interface RetrievalSet {
  readonly passages: readonly Passage[];
  readonly questions: readonly Question[];
}

export type SetName = "stard" | "cmrc2018_dev" | "drcd";

/** Reads a set; throws with the file's name where it is not there, or not one. */
export function openSet(folder: string, name: SetName): RetrievalSet {
  const path = join(folder, `${name}.json.gz`);
  const { docs, queries } = shape.parse(JSON.parse(gunzipSync(readFileSync(path)).toString()));
  const places = new Map(docs.map(({ id }, at) => [id, at]));
  const placeOf = (id: string): number => {
    const place = places.get(id);
    if (place === undefined) throw new Error(`${path}: a question is answered by ${id}, which is not there`);
    return place;
  };
  const documents = new Map<string, number>();
  const documentOf = (name: string): number => {
    const known = documents.get(name) ?? documents.size;
    documents.set(name, known);
    return known;
  };
  return {
    passages: docs.map(({ id, title = "", path: headings = "", text }) => ({
      title,
      headings,
      text,
      document: documentOf(lawOf(title) ?? (title === "" ? id : title)),
    })),
    questions: queries.map(({ text, relevant, split }) => ({ text, relevant: relevant.map(placeOf), split })),
  };
}

/** 刑法 of 刑法第一条. */
const lawOf = (title: string): string | undefined => /^(.+?)第[〇零一二三四五六七八九十百千两0-9]+条/.exec(title)?.[1];
