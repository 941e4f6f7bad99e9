/**
 * What an entry of a provision works out: figures of the law, added, times how many the asker said (国庆放7天 × 每天3人).
 *
 * Takes    the matter in the asker's words, and the figures in force that day.
 * Returns  the line with its formula and both numbers, for the sentence to name; nothing where no number was said.
 * Leaves   which entry it belongs to, and what is said about it, to provision.ts.
 */
import { readNumeral } from "../lib/chinese-numbers.ts";
import type { Figures } from "../policy/figures.ts";
import type { Line } from "./rule.ts";

export interface Sum {
  /** Names of figures, added to one rate: a leader, a head of section and one of the staff a day. */
  readonly of: readonly string[];
  /** How the number is said; its first group holds it. */
  readonly by: readonly RegExp[];
  readonly label: string;
  readonly unit: string;
}

/** {n} in a pattern of a file is a number, in digits or in Chinese. */
export const numberGroup = "([\\d零一二两三四五六七八九十百]+)";

/** What the asker said there are, each number in its order: 3天加5天. Nothing where one is only about right. */
function numbersIn({ by }: Sum, matter: string): readonly number[] {
  for (const pattern of by) {
    const read = [...matter.matchAll(new RegExp(pattern, "giu"))].map(([, words = ""]) => readNumeral(words));
    const exact = read.flatMap((one) => (one === undefined || one.approximate || one.value <= 0 ? [] : [one.value]));
    if (exact.length > 0) return exact.length === read.length ? exact : [];
  }
  return [];
}

/** How many the asker said; nothing where none is read. */
export function counted(sum: Sum, matter: string): number | undefined {
  const numbers = numbersIn(sum, matter);
  return numbers.length === 0 ? undefined : numbers.reduce((all, one) => all + one, 0);
}

export interface Summed {
  readonly count: number;
  readonly total: number;
  readonly line: Line;
}

export function summed(sum: Sum, matter: string, figures: Figures): Summed | undefined {
  const count = counted(sum, matter);
  const [first, ...rest] = sum.of.map((name) => figures.get(name));
  if (count === undefined || first === undefined) return undefined;
  const rates = [first, ...rest].map(({ value }) => value);
  const total = count * rates.reduce((all, one) => all + one, 0);
  const formula = `${added(rates)} × ${added(numbersIn(sum, matter))}`;
  const { label, unit } = sum;
  return { count, total, line: { label, count: total, unit, formula, source: first.source } };
}

const added = (numbers: readonly number[]): string =>
  numbers.length === 1 ? `${numbers[0]}` : `(${numbers.join(" + ")})`;
