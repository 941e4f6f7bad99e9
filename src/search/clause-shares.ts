/**
 * How much of a question each clause holds: the ranking of any passages, put to an office's clauses.
 *
 * Takes    the index of the clauses, and the clauses; then a question as it is searched for, its terms, and which clauses count.
 * Returns  clause number → share of the question's weight: the order is the ranking's, the height that of the best clause. A share
 *          may pass 1, for BM25 gives a word that stands often in a short text more than its rarity.
 * Why      a rank alone is no proof: the first of a hundred clauses that hold nothing of the question is still the first.
 */
import type { Clause } from "../policy/library.ts";
import type { Bm25 } from "./bm25.ts";
import { rankingOver } from "./ranking.ts";
import { fitted } from "./ranking-weights.ts";
import type { Passage } from "./second-look.ts";
import type { Term } from "./tokens.ts";

/** So many clauses are given: whoever is behind them is behind what people asked before, too. */
const shown = 100;

/** The shares of an index, best first; each distinct term counts once. A question of one common word has no weight to share: 1. */
export function shares(index: Bm25, question: readonly Term[], limit: number): ReadonlyMap<number, number> {
  const asked = [...new Set(question)].map((term) => ({ term, weight: 1 }));
  const whole = asked.reduce((sum, { term }) => sum + index.idf(term), 0);
  return new Map(index.search(asked, limit).map(({ passage, score }) => [passage, score / Math.max(whole, 1)]));
}

/** Opens the ranking over the clauses. */
export function clauseShares(index: Bm25, clauses: readonly Clause[]) {
  const documents = new Map([...new Set(clauses.map(({ doc }) => doc))].map((doc, at) => [doc, at]));
  const passageAt = (at: number): Passage => {
    const { doc, path, text } = clauses[at] as Clause;
    return { title: "", headings: path.join(" "), text, document: documents.get(doc) ?? 0 };
  };
  const ranking = rankingOver(index, passageAt, [], fitted);
  return (
    question: string,
    terms: readonly Term[],
    only?: (clause: Clause) => boolean,
  ): ReadonlyMap<number, number> => {
    const counts = only === undefined ? undefined : (at: number): boolean => only(clauses[at] as Clause);
    const heights = shares(index, terms, counts === undefined ? 1 : index.size);
    const [, best] = [...heights].find(([at]) => counts?.(at) ?? true) ?? [0, 0];
    const found = ranking.find(question, shown, counts);
    return new Map(found.map(({ passage, score }) => [passage, score * best]));
  };
}
