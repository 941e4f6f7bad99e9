/**
 * BM25 over passages in memory, on typed arrays.
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
  readonly passages: Uint32Array;
  readonly weights: Float32Array;
  readonly idf: number;
}

/** Builds the index; `passages[i]` are the terms of passage i. */
export function bm25(passages: readonly (readonly string[])[]): Bm25 {
  const lengths = passages.map((terms) => terms.length);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, passages.length);
  const counts = new Map<string, Map<number, number>>();
  passages.forEach((terms, passage) => {
    for (const term of terms) {
      let rows = counts.get(term);
      if (rows === undefined) counts.set(term, (rows = new Map()));
      rows.set(passage, (rows.get(passage) ?? 0) + 1);
    }
  });
  const rarity = (frequency: number): number => Math.log(1 + (passages.length - frequency + 0.5) / (frequency + 0.5));
  const postings = new Map<string, Postings>();
  for (const [term, rows] of counts) {
    const idf = rarity(rows.size);
    const weights = new Float32Array(rows.size);
    let at = 0;
    for (const [passage, count] of rows) {
      const length = lengths[passage] ?? 0;
      weights[at++] = (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / average));
    }
    postings.set(term, { passages: Uint32Array.from(rows.keys()), weights, idf });
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
