/**
 * Chinese text → search terms: every character and every character bigram; Latin and digit runs whole.
 *
 * Takes    folded text (lib/text.ts: NFKC, lower case, Simplified). Returns terms in order, repeats kept.
 * Why no segmenter: on policy text characters and bigrams rank as well as any dictionary, and need no native module.
 */

const run = /[㐀-鿿\uf900-\ufaff]+|[a-z0-9]+(?:\.[0-9]+)?/g;
const chinese = /^[㐀-鿿\uf900-\ufaff]/;

/** The terms of a text that is already folded. */
export function terms(folded: string): string[] {
  const found: string[] = [];
  for (const [piece] of folded.matchAll(run)) {
    if (!chinese.test(piece)) {
      found.push(piece);
      continue;
    }
    for (let at = 0; at < piece.length; at++) {
      found.push(piece[at] as string);
      if (at + 1 < piece.length) found.push(piece.slice(at, at + 2));
    }
  }
  return found;
}

/**
 * A question without the words that every question has (请问, 一下, 我们 …), so that what is asked about weighs.
 * Where nothing would remain, the question stands whole.
 */
export function withoutEmptyWords(folded: string, empty: RegExp): string {
  const rest = folded.replace(empty, " ");
  return /[\u3400-\u9fffa-z0-9]/.test(rest) ? rest : folded;
}
