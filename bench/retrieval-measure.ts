/**
 * Recall and reciprocal rank, as the papers of the sets count them.
 *
 * Takes    for each question the passages that answer it, and those that were found, best first. Returns percentages.
 */
export interface Measured {
  /** Mean share of a question's passages that are the first, or among the first ten. */
  readonly recall1: number;
  readonly recall10: number;
  /** Mean of one over the place of the first that answers, among the first ten. */
  readonly mrr10: number;
}

export interface Judged {
  readonly relevant: readonly number[];
  readonly found: readonly number[];
}

export function measured(judged: readonly Judged[]): Measured {
  const mean = (value: (one: Judged) => number): number =>
    (100 * judged.reduce((sum, one) => sum + value(one), 0)) / judged.length;
  return { recall1: mean((one) => recall(one, 1)), recall10: mean((one) => recall(one, 10)), mrr10: mean(reciprocal) };
}

const recall = ({ relevant, found }: Judged, first: number): number =>
  relevant.filter((passage) => found.slice(0, first).includes(passage)).length / relevant.length;

function reciprocal({ relevant, found }: Judged): number {
  const place = found.slice(0, 10).findIndex((passage) => relevant.includes(passage));
  return place < 0 ? 0 : 1 / (place + 1);
}
