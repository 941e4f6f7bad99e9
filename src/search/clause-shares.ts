/**
 * How much of a question each clause holds: the ranking of any passages, put to an office's clauses.
 *
 * Takes    the index of the clauses, and the clauses; then a question without titles, and its terms.
 * Returns  clause number → share of the question's weight, 0 to 1: the order is the ranking's, the height that of the best clause.
 * Why      a rank alone is no proof: the first of a hundred clauses that hold nothing of the question is still the first.
 */
import { fold } from "../lib/text.ts";
import type { Clause } from "../policy/library.ts";
import type { Bm25 } from "./bm25.ts";
import { rankingOver } from "./ranking.ts";
import { fitted } from "./ranking-weights.ts";
import type { Passage } from "./second-look.ts";
import type { Term } from "./tokens.ts";

/** So many clauses are given: whoever is behind them is behind what people asked before, too. */
const shown = 100;

/** The shares of an index, best first; each distinct term counts once. */
export function shares(index: Bm25, question: readonly Term[], limit: number): ReadonlyMap<number, number> {
  const asked = [...new Set(question)].map((term) => ({ term, weight: 1 }));
  const whole = asked.reduce((sum, { term }) => sum + index.idf(term), 0);
  return new Map(index.search(asked, limit).map(({ passage, score }) => [passage, score / Math.max(whole, 1)]));
}

/** Opens the ranking; a clause is folded when it is first looked at again. */
export function clauseShares(index: Bm25, clauses: readonly Clause[]) {
  const documents = new Map<string, number>();
  const passages = new Map<number, Passage>();
  const passageAt = (at: number): Passage => {
    const known = passages.get(at);
    if (known !== undefined) return known;
    const { doc, path, text } = clauses[at] as Clause;
    const document = documents.get(doc) ?? documents.size;
    documents.set(doc, document);
    const passage = { title: "", headings: fold(path.join(" ")), text: fold(text), document };
    passages.set(at, passage);
    return passage;
  };
  const ranking = rankingOver(index, passageAt, [], fitted);
  return (question: string, terms: readonly Term[]): ReadonlyMap<number, number> => {
    const [best = 0] = shares(index, terms, 1).values();
    return new Map(ranking.find(question, shown).map(({ passage, score }) => [passage, score * best]));
  };
}
