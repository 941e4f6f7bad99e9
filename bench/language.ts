/**
 * How much Chinese about dates, numbers and money is understood, by suites that others wrote and by forms of our own.
 *
 * Takes    the folder that holds duckling-zh/ and recognizers-zh/, with their licences.
 * Returns  a row a suite: passed, of, and what was missed.
 * Leaves   printing to bench/run.ts, the bars to bars.ts; what each suite lets pass stands in the file that reads it.
 */
import { duckling } from "./language-duckling.ts";
import { numerals } from "./language-numerals.ts";
import { recognizers } from "./language-recognizers.ts";

export interface Row {
  readonly suite: string;
  readonly passed: number;
  readonly of: number;
  readonly missed: readonly string[];
}

/** Runs every language suite. */
export const language = (dir: string): Row[] => [...duckling(dir), ...recognizers(dir), ...numerals()];
