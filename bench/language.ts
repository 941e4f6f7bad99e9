/**
 * How much Chinese about dates, numbers and money is understood, by suites that others wrote.
 *
 * Takes    the folder that holds duckling-zh/ and recognizers-zh/ (not part of the repository).
 * Returns  a row a suite: passed, of, and what was missed.
 * Leaves   printing to bench/run.ts; what each suite lets pass stands in the file that reads it.
 */
import { duckling } from "./language-duckling.ts";
import { recognizers } from "./language-recognizers.ts";

export interface Row {
  readonly suite: string;
  readonly passed: number;
  readonly of: number;
  readonly missed: readonly string[];
}

/** Runs every language suite that lies in the folder. */
export async function language(dir: string): Promise<Row[]> {
  return [...duckling(dir), ...recognizers(dir)];
}
