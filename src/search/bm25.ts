/**
 * BM25 over passages in memory, on typed arrays.
 *
 * Takes    the terms of each passage once. Returns scores for the terms of a question, best first.
 * Leaves   what a passage is to rank.ts. k1 0.9 and b 0.8 are measured: flat between 0.6 and 1.2, 0.5 and 0.8.
 */

import { lexicon } from "./lexicon.ts";
import type { Term } from "./tokens.ts";

const k1 = 0.9;
const b = 0.8;

export interface Hit {
  readonly passage: number;
  readonly score: number;
}

/** A question's term and how much it counts. */
export interface Asked {
  readonly term: Term;
  readonly weight: number;
}

export interface Bm25 {
  readonly size: number;
  /** The best `limit` passages that share a term with the question; a term that is asked twice counts once. */
  readonly search: (question: readonly Asked[], limit: number) => readonly Hit[];
  /** How rare a term is; an unknown one is as rare as can be. */
  readonly idf: (term: Term) => number;
}

/** Builds the index; `passages[i]` are the terms of passage i. */
export function bm25(passages: readonly (readonly Term[])[]): Bm25 {
  const words = lexicon();
  const rows = countRows(passages, words.add);
  const frequency = new Uint32Array(words.size());
  for (const id of rows.ids) frequency[id] = (frequency[id] as number) + 1;
  const rarity = (documents: number): number => Math.log(1 + (passages.length - documents + 0.5) / (documents + 0.5));
  const idf = Float64Array.from(frequency, rarity);

  // Postings of all terms behind each other: term id → from starts[id] to starts[id + 1].
  const starts = new Uint32Array(words.size() + 1);
  for (let id = 0; id < frequency.length; id++) starts[id + 1] = (starts[id] as number) + (frequency[id] as number);
  const average = passages.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, passages.length);
  const places = new Uint32Array(rows.ids.length);
  const weights = new Float32Array(rows.ids.length);
  const next = starts.slice();
  for (let row = 0; row < rows.ids.length; row++) {
    const id = rows.ids[row] as number;
    const passage = rows.passages[row] as number;
    const times = rows.times[row] as number;
    const damping = k1 * (1 - b + (b * (passages[passage]?.length ?? 0)) / average);
    const at = next[id] as number;
    places[at] = passage;
    weights[at] = ((idf[id] as number) * times * (k1 + 1)) / (times + damping);
    next[id] = at + 1;
  }
  const scores = new Float64Array(passages.length);

  return {
    size: passages.length,
    idf: (term) => idf[words.find(term)] ?? rarity(0),
    search: (question, limit) => {
      const touched: number[] = [];
      for (const [term, weight] of new Map(question.map((asked) => [asked.term, asked.weight]))) {
        const id = words.find(term);
        if (id === -1) continue;
        for (let at = starts[id] as number; at < (starts[id + 1] as number); at++) {
          const passage = places[at] as number;
          if (scores[passage] === 0) touched.push(passage);
          scores[passage] = (scores[passage] as number) + weight * (weights[at] as number);
        }
      }
      const hits = touched.map((passage) => ({ passage, score: scores[passage] as number }));
      for (const passage of touched) scores[passage] = 0;
      return hits.sort((left, right) => right.score - left.score).slice(0, limit);
    },
  };
}

interface Rows {
  readonly ids: Uint32Array;
  readonly passages: Uint32Array;
  readonly times: Uint32Array;
}

/** One row for each term of each passage, with how often it stands there. */
function countRows(passages: readonly (readonly Term[])[], idOf: (term: Term) => number): Rows {
  const most = passages.reduce((sum, terms) => sum + terms.length, 0);
  const [ids, places, times] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)];
  /** Where the term's newest row is, from 1: passages are read in order, so it is this passage's or an older one's. */
  const newest = new Uint32Array(most);
  let rows = 0;
  passages.forEach((terms, passage) => {
    for (const term of terms) {
      const id = idOf(term);
      const row = (newest[id] as number) - 1;
      if (row >= 0 && places[row] === passage) {
        times[row] = (times[row] as number) + 1;
        continue;
      }
      ids[rows] = id;
      places[rows] = passage;
      times[rows] = 1;
      newest[id] = ++rows;
    }
  });
  return { ids: ids.subarray(0, rows), passages: places.subarray(0, rows), times: times.subarray(0, rows) };
}
