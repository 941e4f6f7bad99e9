/**
 * What an entry of a provision works out: figures of the law, added, times how many the asker said (国庆放7天 × 每天3人).
 *
 * Takes    the matter in the asker's words, and the figures in force that day.
 * Returns  the line with its formula, and what {sum} and {count} stand for; nothing where no number was said.
 * Leaves   which entry it belongs to, and what is said about it, to provision.ts.
 */
import { readNumeral } from "../lib/chinese-numbers.ts";
import type { Figures } from "../policy/figures.ts";
import type { Source } from "../policy/source.ts";
import type { Line } from "./rule.ts";

export interface Sum {
  /** Names of figures, added to one rate: a leader, a head of section and one of the staff a day. */
  readonly of: readonly [string, ...string[]];
  /** How the number is said; its first group holds it. */
  readonly by: readonly RegExp[];
  readonly label: string;
  readonly unit: string;
}

/** {n} in a pattern of a file is a number, in digits or in Chinese. */
export const numberGroup = "([\\d零一二两三四五六七八九十百]+)";

/** What the asker said there are, each number in its order: 3天加5天. None where one is only about right. */
export function numbersIn({ by }: Sum, matter: string): readonly number[] {
  for (const pattern of by) {
    const read = [...matter.matchAll(new RegExp(pattern, "giu"))].map(([, words = ""]) => readNumeral(words));
    const exact = read.flatMap((one) => (one === undefined || one.approximate || one.value <= 0 ? [] : [one.value]));
    if (exact.length > 0) return exact.length === read.length ? exact : [];
  }
  return [];
}

/** A number that a sentence names, and the words it stands on. */
export interface Named {
  readonly value: number;
  readonly sources: readonly Source[];
}

export interface Summed {
  readonly line: Line;
  readonly sum: Named;
  readonly count: Named;
}

/** What a sum comes to for what the asker said; nothing where no number was said. */
export function summed(wanted: Sum, matter: string, figures: Figures): Summed | undefined {
  const numbers = numbersIn(wanted, matter);
  if (numbers.length === 0) return undefined;
  const [name, ...others] = wanted.of;
  const first = figures.get(name);
  const rates = [first, ...others.map((other) => figures.get(other))];
  const values = rates.map(({ value }) => value);
  const count = total(numbers);
  const sum = count * total(values);
  const { label, unit } = wanted;
  return {
    line: { label, count: sum, unit, formula: `${added(values)} × ${added(numbers)}`, source: first.source },
    sum: { value: sum, sources: rates.map(({ source }) => source) },
    // How many there are is the asker's own word.
    count: { value: count, sources: [] },
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const added = (numbers: readonly number[]): string =>
  numbers.length === 1 ? `${numbers[0]}` : `(${numbers.join(" + ")})`;
