/**
 * Opens the gazetteer (地名表): data/places.json, checked at the border.
 *
 * Takes    the path of the file.
 * Returns  the reader of lib/places.ts over it; a DataError names what is wrong in the file.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { DataError } from "../errors.ts";
import { placeReader, type ReadPlaces, regions } from "../lib/places.ts";

const area = z.strictObject({
  region: z.enum(regions),
  province: z.string().optional(),
  parent: z.string(),
  names: z.string().min(2),
  note: z.string().optional(),
  home: z.boolean().optional(),
  wide: z.boolean().optional(),
  within: z.boolean().optional(),
});
const file = z.strictObject({
  source: z.string(),
  motion: z.string(),
  origin: z.string(),
  joins: z.string(),
  shy: z.string(),
  swallow: z.string(),
  areas: z.array(area).min(1),
});

/** Reads the gazetteer once; the returned function does no more reading. */
export function openPlaces(path: string): ReadPlaces {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new DataError(path, "", "this is not valid JSON: mend the file", cause);
  }
  const parsed = file.safeParse(content);
  if (!parsed.success) throw new DataError(path, "", z.prettifyError(parsed.error));
  return placeReader(parsed.data);
}
