/**
 * How much each sign counts that a passage answers a question, for search/ranking.ts.
 *
 * Takes    nothing. Returns weights that are shares: of a term's rarity, of a passage's score, of the best passage's score.
 * Fitted   by hand, a few values each, on the 1,235 train questions of STARD; those of past questions on its fifths, each asked with
 *          the other four as the past. CMRC and DRCD were watched, and settled `asking`, `latin` and `sentence`, which STARD hardly
 *          feels: in the first round a third of all their questions, then CMRC's trial part and DRCD's dev part alone.
 *          `sentence` was then raised from 0.3 after all of DRCD had been seen to miss 93 by 0.04: DRCD is no test of that one.
 *          Nothing was fitted on the dev part of STARD.
 * See      `node bench/retrieval-weights.ts FOLDER`: what each is worth, on the parts named here and no other.
 */
export interface RankingWeights {
  /** A word that asks (什么, 谁, 吗), against one that says what about; a pair of characters that touches one. */
  readonly asking: number;
  readonly besideAsking: number;
  /** A character within a longer word: the pairs of that word count already. */
  readonly withinWord: number;
  /** A word of Latin letters or digits: a name, a number, a year. */
  readonly latin: number;
  /** What a term said again adds. */
  readonly again: number;
  /** Terms less rare than this, against one that stands nowhere, are left to the second look. */
  readonly common: number;
  /** What of the question stands in the headings above the passage, once more. */
  readonly headings: number;
  /** What of the question stands in the passage's best sentence, once more. */
  readonly sentence: number;
  /** The score of the best passages of the same document. */
  readonly document: number;
  /** Past questions: each that is like this one votes for the passages that answered it. */
  readonly votes: number;
  /** … and for their documents. */
  readonly documentVotes: number;
  /** Written words that were learned to stand for the question's. */
  readonly learned: number;
}

export const fitted: RankingWeights = {
  asking: 0.3,
  besideAsking: 0.7,
  withinWord: 0.7,
  latin: 1.5,
  again: 0.5,
  common: 0.15,
  headings: 0.4,
  sentence: 0.45,
  document: 0.3,
  votes: 0.4,
  documentVotes: 0.2,
  learned: 2,
};
