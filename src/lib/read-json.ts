/**
 * A JSON data file, checked against its shape.
 *
 * Takes    a path and a zod schema. Returns the checked value.
 * Throws   DataError with the file and every place in it that is wrong, so that whoever edits data/ can mend it.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { DataError } from "../errors.ts";

/** Reads and checks one JSON file. */
export function readJson<Shape extends z.ZodType>(path: string, shape: Shape): z.output<Shape> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new DataError(path, "", "the file cannot be read: put it there, or correct DATA_DIR or STAFF_FILE", cause);
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new DataError(path, "", "this is not valid JSON: mend the file", cause);
  }
  const parsed = shape.safeParse(raw);
  if (!parsed.success) throw new DataError(path, "", z.prettifyError(parsed.error));
  return parsed.data;
}
