/**
 * How alike two short questions are: the cosine of their terms, each weighed by its rarity.
 *
 * Takes    the terms of each known question once. Returns 0 (no word shared) to 1 (the same words), best first.
 * Why not BM25 here: between two questions both sides' length matters, and a bounded score can be held against a bar.
 */
import type { Hit } from "./bm25.ts";

export interface Similar {
  readonly search: (question: readonly string[], limit: number) => readonly Hit[];
}

/** Builds the index; `questions[i]` are the terms of question i. */
export function similar(questions: readonly (readonly string[])[]): Similar {
  const frequency = new Map<string, number>();
  for (const terms of questions) for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const weight = (term: string): number => {
    const rarity = Math.log(1 + questions.length / ((frequency.get(term) ?? 0) + 0.5));
    return term.length === 1 ? rarity * singleCharacter : rarity;
  };
  const norm = (terms: ReadonlySet<string>): number =>
    Math.sqrt([...terms].reduce((sum, term) => sum + weight(term) ** 2, 0));

  const postings = new Map<string, { question: number; value: number }[]>();
  questions.forEach((terms, question) => {
    const distinct = new Set(terms);
    const length = norm(distinct);
    for (const term of distinct) {
      const rows = postings.get(term) ?? [];
      rows.push({ question, value: weight(term) / length });
      postings.set(term, rows);
    }
  });

  return {
    search: (asked, limit) => {
      const distinct = new Set(asked);
      const length = norm(distinct);
      const scores = new Map<number, number>();
      for (const term of distinct) {
        const share = weight(term) / length;
        for (const { question, value } of postings.get(term) ?? []) {
          scores.set(question, (scores.get(question) ?? 0) + share * value);
        }
      }
      return [...scores]
        .map(([passage, score]) => ({ passage, score }))
        .sort((left, right) => right.score - left.score)
        .slice(0, limit);
    },
  };
}

/** A single character says less than a bigram of the same rarity; measured on the questions of data/questions, each left out once. */
const singleCharacter = 0.6;
