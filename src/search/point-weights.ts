/**
 * What a candidate's score is made of, and what each part counts.
 *
 * Takes    the parts that rank.ts found. Returns the score: found, added, then multiplied by the document's rank.
 * Leaves   finding them to rank.ts; showing them to `ask --why`. `node bench/point-weights.ts` shows what each weight is worth.
 */
import type { Point } from "./points.ts";

/** What a score is made of: the first four are shares of the question's weight, each weighed by `PointWeights`. */
export interface Evidence {
  /** All past questions, the answer and the headings in one bag. */
  readonly pool: number;
  /** The past question that is most like it. */
  readonly asked: number;
  /** The words of the answer: quote, gist, what is silent. */
  readonly answer: number;
  /** The words of the clause under its headings. */
  readonly clause: number;
  /** What the words of the clause are multiplied by where nobody has asked about it yet; 0 where somebody has. */
  readonly alone: number;
  /** Added, where a past question says as much as the question itself: it was asked before. */
  readonly again: number;
  /** Added, where the point says what is not written. */
  readonly silent: number;
  /** Added, where the question before was answered from here. */
  readonly near: number;
  /** What the whole is multiplied by: whose document it is, and of which kind. */
  readonly rank: number;
}

/** What each part of a score counts. */
export interface PointWeights {
  readonly pool: number;
  readonly asked: number;
  readonly answer: number;
  readonly clause: number;
}

/**
 * Fitted on every second past question, asked of an index of the others, and rounded towards what the talks that were read
 * bear out: flat within a third. `node bench/point-weights.ts` shows what each is worth.
 */
export const fittedToPoints: PointWeights = { pool: 1, asked: 0.3, answer: 0.4, clause: 0.38 };
/** A past question that holds nearly all that the question says, by weight. */
export const again = { from: 0.95, adds: 0.3 } as const;
/**
 * A clause nobody asked about yet has only its words: they stand for the past questions too, the more so the less its document
 * was asked about. Where all its neighbours were, it is hardly what is asked for.
 */
export const alone = { least: 1.2, most: 2.4 } as const;
const wordsAlone = ({ pool, asked, clause }: PointWeights): number => pool + asked + clause;
/** The score of its parts: what is found by the point's weights, or by the clause's own words, then what is added, times the rank. */
export function weighed(
  { pool, asked, answer, clause, alone, again, silent, near, rank }: Evidence,
  point: Point | undefined,
  weights: PointWeights,
): number {
  const found =
    point === undefined
      ? wordsAlone(weights) * alone * clause
      : weights.pool * pool + weights.asked * asked + weights.answer * answer + weights.clause * clause;
  return rank * (found + again + silent + near);
}
