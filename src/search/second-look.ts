/**
 * A second look at the best passages of an index: where in them the question's words stand.
 *
 * Takes    the hits of the index, the question's weighed terms, and the passages' texts.
 * Returns  the same hits with the score's parts: words (the index), headings, sentence, document.
 * Why      an index counts words wherever they stand. Said together in one sentence, or in the headings above the passage, they
 *          are worth more; and a document that answers with several passages is likelier to be what is asked about.
 */
import type { Hit } from "./bm25.ts";
import type { RankingWeights } from "./ranking-weights.ts";
import { saidOf, type Worth } from "./said.ts";

/** What is ranked: a clause with what stands above it. */
export interface Passage {
  readonly title: string;
  readonly headings: string;
  readonly text: string;
  /** The document it is of: any number that its passages share. */
  readonly document: number;
}

export interface Looked {
  readonly passage: number;
  readonly words: number;
  readonly headings: number;
  readonly sentence: number;
  readonly document: number;
}

/** A document is as good as the mean of so many of its passages; one that has fewer is filled up with the last hit. */
const passagesOfDocument = 5;

/** The hits with the parts of their scores; `hits` come best first. */
export function lookAgain(
  hits: readonly Hit[],
  worth: Worth,
  passageAt: (passage: number) => Passage,
  weights: RankingWeights,
): readonly Looked[] {
  const passages = hits.map(({ passage }) => passageAt(passage));
  const documents = documentScores(hits, passages);
  const said = saidOf(worth);
  return hits.map(({ passage, score }, at) => {
    const { headings, text, document } = passages[at] as Passage;
    return {
      passage,
      words: score,
      headings: weights.headings * said.whole(headings),
      sentence: weights.sentence * said.bestSentence(text),
      document: weights.document * (documents.get(document) ?? 0),
    };
  });
}

function documentScores(hits: readonly Hit[], passages: readonly Passage[]): ReadonlyMap<number, number> {
  const counted = new Map<number, { sum: number; of: number }>();
  hits.forEach(({ score }, at) => {
    const { document } = passages[at] as Passage;
    const { sum, of } = counted.get(document) ?? { sum: 0, of: 0 };
    if (of < passagesOfDocument) counted.set(document, { sum: sum + score, of: of + 1 });
  });
  // A passage that was only voted for has no score: the last that the index found has.
  const last = hits.findLast(({ score }) => score > 0)?.score ?? 0;
  return new Map(
    [...counted].map(([document, { sum, of }]) => [
      document,
      (sum + last * (passagesOfDocument - of)) / passagesOfDocument,
    ]),
  );
}
