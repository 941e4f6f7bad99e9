/**
 * BM25 over the passages of one or many segments.
 *
 * Takes    segments, and which number each of their passages has (none where it was removed).
 * Returns  scores for the terms of a question, best first: those of a full scan, bit by bit, however the passages lie.
 * Leaves   adding up within a segment to scan.ts; what a passage is to rank.ts.
 */
import { best, type Hit } from "./best.ts";
import { type Part, removed, scanOf } from "./scan.ts";
import { segmentsOf } from "./segment.ts";
import type { Term } from "./tokens.ts";

export type { Hit } from "./best.ts";

/** A question's term and how much it counts. */
export interface Asked {
  readonly term: Term;
  /** Above 0: what counts for nothing finds nothing. */
  readonly weight: number;
}

export interface Bm25 {
  readonly size: number;
  /** The best `limit` passages that share a term with the question; a term that is asked twice counts once. */
  readonly search: (question: readonly Asked[], limit: number) => readonly Hit[];
  /** How rare a term is; an unknown one is as rare as can be. */
  readonly idf: (term: Term) => number;
}

/** Builds the index in memory; `passages[i]` are the terms of passage i. */
export function bm25(passages: Iterable<readonly Term[]>): Bm25 {
  let first = 0;
  const parts = Array.from(segmentsOf(passages), (segment) => {
    const numbers = segment.lengths.map((_, at) => first + at);
    first += numbers.length;
    return { segment, numbers };
  });
  return bm25Of(parts);
}

/** The index of the passages of these parts. */
export function bm25Of(parts: readonly Part[]): Bm25 {
  const living = parts.map(livingOf);
  const size = living.reduce((sum, { passages }) => sum + passages, 0);
  const average = living.reduce((sum, { length }) => sum + length, 0) / size;
  // The fullest first: what it finds sets the bar for the others.
  const scans = parts.map((part) => scanOf(part, average)).sort((one, other) => other.size - one.size);
  const sums = new Float64Array(scans[0]?.size ?? 0);
  const idf = (term: Term): number => {
    const passages = scans.reduce((sum, scan) => sum + scan.having(term), 0);
    return Math.log(1 + (size - passages + 0.5) / (passages + 0.5));
  };

  return {
    size,
    idf,
    search(question, limit) {
      const found = best(Math.min(limit, size));
      // The rarest first, and the same order in every segment: it decides how the last bit of a sum is rounded.
      const asked = Array.from(new Map(question.map(({ term, weight }) => [term, weight])))
        .map(([term, weight]) => ({ term, worth: weight * idf(term) }))
        .filter(({ worth }) => worth > 0)
        .sort((one, other) => other.worth - one.worth || one.term - other.term);
      for (const scan of scans) scan.search(asked, sums, found);
      return found.hits();
    },
  };
}

function livingOf({ segment, numbers }: Part): { readonly passages: number; readonly length: number } {
  let passages = 0;
  let length = 0;
  for (let at = 0; at < numbers.length; at++) {
    if (numbers[at] === removed) continue;
    passages += 1;
    length += segment.lengths[at] as number;
  }
  return { passages, length };
}
