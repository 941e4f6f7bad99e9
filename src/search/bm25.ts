/**
 * BM25 over passages in memory, on plain number lists.
 *
 * Takes    the terms of each passage once. Returns scores for the terms of a question, best first.
 * Leaves   what a passage is to rank.ts. k1 0.9 and b 0.8 are measured: flat between 0.6 and 1.2, 0.5 and 0.8.
 */

const k1 = 0.9;
const b = 0.8;

export interface Hit {
  readonly passage: number;
  readonly score: number;
}

export interface Bm25 {
  readonly size: number;
  /** The best `limit` passages that share a term with the question; each distinct term counts once. */
  readonly search: (question: readonly string[], limit: number) => readonly Hit[];
  /** How rare a term is; an unknown one is as rare as can be. */
  readonly idf: (term: string) => number;
}

interface Postings {
  readonly passages: number[];
  /** How often the term stands in each passage; its weight there once the whole index is read. */
  readonly weights: number[];
  idf: number;
}

/** Builds the index; `passages[i]` are the terms of passage i. */
export function bm25(passages: readonly (readonly string[])[]): Bm25 {
  const postings = new Map<string, Postings>();
  passages.forEach((terms, passage) => {
    for (const term of terms) count(postings, term, passage);
  });
  const average = passages.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, passages.length);
  const damping = passages.map((terms) => k1 * (1 - b + (b * terms.length) / average));
  const rarity = (frequency: number): number => Math.log(1 + (passages.length - frequency + 0.5) / (frequency + 0.5));
  for (const found of postings.values()) {
    found.idf = rarity(found.passages.length);
    for (let at = 0; at < found.passages.length; at++) {
      const times = found.weights[at] as number;
      found.weights[at] = (found.idf * times * (k1 + 1)) / (times + (damping[found.passages[at] as number] as number));
    }
  }
  const scores = new Float64Array(passages.length);

  return {
    size: passages.length,
    idf: (term) => postings.get(term)?.idf ?? rarity(0),
    search: (question, limit) => {
      const touched: number[] = [];
      for (const term of new Set(question)) {
        const found = postings.get(term);
        if (found === undefined) continue;
        for (let at = 0; at < found.passages.length; at++) {
          const passage = found.passages[at] as number;
          if (scores[passage] === 0) touched.push(passage);
          scores[passage] = (scores[passage] as number) + (found.weights[at] as number);
        }
      }
      const hits = touched.map((passage) => ({ passage, score: scores[passage] as number }));
      for (const passage of touched) scores[passage] = 0;
      return hits.sort((left, right) => right.score - left.score).slice(0, limit);
    },
  };
}

/** Passages are read in order, so a term seen before in this passage is the last of its list. */
function count(postings: Map<string, Postings>, term: string, passage: number): void {
  const found = postings.get(term);
  if (found === undefined) {
    postings.set(term, { passages: [passage], weights: [1], idf: 0 });
    return;
  }
  const last = found.passages.length - 1;
  if (found.passages[last] === passage) found.weights[last] = (found.weights[last] as number) + 1;
  else {
    found.passages.push(passage);
    found.weights.push(1);
  }
}
