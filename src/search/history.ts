/**
 * Past questions (例问) that vote: who asked much the same was answered by these passages.
 *
 * Takes    questions with the passages that answered them; then a question's terms.
 * Returns  for each passage voted for, how like the question its past questions are.
 * Leaves   how much a vote counts to ranking-weights.ts. A likeness is the share of the question's worth that the past one says.
 */
import { type Asked, type Bm25, bm25 } from "./bm25.ts";
import type { Term } from "./tokens.ts";

/** A question that was asked, and the passages that answered it: confirmed by a person, never guessed. */
export interface PastQuestion {
  readonly question: string;
  readonly passages: readonly number[];
}

export interface History {
  /** Passage → sum of the likenesses of the nearest past questions that it answered. */
  readonly votes: (question: readonly Asked[]) => ReadonlyMap<number, number>;
}

const nearest = 20;

/** Indexes the past questions; `terms[i]` are the terms of the question i. */
export function openHistory(past: readonly PastQuestion[], terms: readonly (readonly Term[])[]): History {
  const index: Bm25 = bm25(terms);
  return {
    votes(question) {
      const whole = question.reduce((sum, { term, weight }) => sum + weight * index.idf(term), 0);
      const votes = new Map<number, number>();
      for (const { passage: at, score } of index.search(question, nearest)) {
        for (const passage of past[at]?.passages ?? []) {
          votes.set(passage, (votes.get(passage) ?? 0) + score / whole);
        }
      }
      return votes;
    },
  };
}
