/**
 * A text file of one entry a line, for lists that people add to by hand.
 *
 * Takes    a path. Returns the lines; empty ones and those that begin with # are left out.
 * Throws   DataError where the file cannot be read or holds no line.
 */
import { readFileSync } from "node:fs";
import { DataError } from "../errors.ts";

/** Reads the lines of one file. */
export function readLines(path: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new DataError(path, "", "the file cannot be read: put it there, or correct DATA_DIR", cause);
  }
  const lines = text.split("\n").map((line) => line.trim());
  const entries = lines.filter((line) => line !== "" && !line.startsWith("#"));
  if (entries.length === 0) throw new DataError(path, "", "there is no line here: write at least one");
  return entries;
}
