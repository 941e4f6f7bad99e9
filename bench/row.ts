/**
 * A row of the bench's table, and the words that every suite says it with.
 *
 * Takes    measures as they come. Returns rows; `middle` and `share` are the two ways here to make one number of many.
 * Leaves   the bars to bars.ts: a suite measures, and does not know what is enough.
 */
export interface Row {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  /** Only for what is right or wrong by itself, such as a log that is whole; a bar decides the rest. */
  readonly holds?: boolean;
}

/** The middle value: one slow moment of a shared machine does not move it. */
export function middle(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}
