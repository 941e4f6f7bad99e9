/**
 * What the joining functions share: one step through the pieces, its place in the text, its context.
 *
 * Takes    the talk, pieces and places.
 * Returns  small parts of readings.
 * Leaves   which step to take to join.ts, range.ts, anchor.ts and length-reading.ts.
 */
import type { IsoDate } from "../dates.ts";
import type { Link, Piece, Talk } from "./piece.ts";
import { isAdjacent } from "./point.ts";
import type { ProblemReading, TimeReading } from "./reading.ts";
import type { Context, Resolved } from "./resolve.ts";

/** The readings of one step, and the index of the next piece. */
export interface Step {
  readonly readings: readonly TimeReading[];
  readonly next: number;
  /** The reading before this step is part of what it read. */
  readonly replaces?: true;
}

export const placed = (talk: Talk, from: number, to: number) => ({
  span: [from, to] as const,
  words: talk.typed.slice(from, to),
});

/** The link that stands right behind a place, if the piece there is one. */
export function linkAt(
  talk: Talk,
  pieces: readonly Piece[],
  index: number,
  behind: { readonly to: number },
): Link | undefined {
  const piece = pieces[index];
  return piece?.kind === "link" && isAdjacent(talk, behind, piece) ? piece.link : undefined;
}

export const contextOf = (talk: Talk, week: IsoDate | undefined, after?: IsoDate): Context => ({
  today: talk.now.date,
  lean: talk.lean,
  week,
  after,
});

export const missing = (
  talk: Talk,
  at: Extract<Resolved, { kind: "missing" }>,
  from: number,
  to: number,
): ProblemReading => ({
  kind: "problem",
  problem: "no-such-date",
  month: at.month,
  day: at.day,
  ...(at.year === undefined ? {} : { year: at.year }),
  ...placed(talk, from, to),
});
