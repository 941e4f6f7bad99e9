/**
 * Text → words, as the dictionary of the runtime (ICU) cuts them.
 *
 * Takes    folded text. Returns its words with their places, marks and white space left out.
 * Why      only questions and the clauses that people confirmed are cut: passages are indexed by characters and pairs, which need
 *          no dictionary, and do not change when the runtime's does.
 */
export interface PlacedWord {
  readonly word: string;
  readonly at: number;
}

let segmenter: Intl.Segmenter | undefined;

/** The words in the order they stand in. */
export function wordsOf(folded: string): readonly PlacedWord[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const found: PlacedWord[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(folded)) {
    if (isWordLike === true) found.push({ word: segment, at: index });
  }
  return found;
}
