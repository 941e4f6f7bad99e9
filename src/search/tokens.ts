/**
 * Chinese text → search terms: every character and every character bigram; Latin and digit runs whole.
 *
 * Takes    folded text (lib/text.ts: NFKC, lower case, Simplified). Returns terms as numbers, in order, repeats kept.
 * Why no segmenter: on policy text characters and bigrams rank as well as any dictionary, and need no native module.
 * Why numbers: an index of ten thousand questions is then built in a tenth of a second, with no string made on the way.
 */

/** A character is its code, a bigram two codes side by side, a Latin run a hash in the gap between them. */
export type Term = number;

/** Raise it when the same text gets other terms, here or in `fold`: what was indexed before is then made again. */
export const termVersion = 1;

const run = /[\u3400-\u9fff\uf900-\ufaff]+|[a-z0-9]+(?:\.[0-9]+)?/g;
const firstHan = 0x3400;
const gapFrom = 0x10000;
const gapSize = firstHan * 0x10000 - gapFrom;

/** The terms of a text that is already folded. */
export function terms(folded: string): Term[] {
  const found: Term[] = [];
  for (const [piece] of folded.matchAll(run)) {
    if (piece.charCodeAt(0) < firstHan) {
      found.push(hashed(piece));
      continue;
    }
    for (let at = 0; at < piece.length; at++) {
      const character = piece.charCodeAt(at);
      found.push(character);
      if (at + 1 < piece.length) found.push(character * 0x10000 + piece.charCodeAt(at + 1));
    }
  }
  return found;
}

/** What a term was made of; nothing for a Latin run, whose hash does not tell. */
export function textOf(term: Term): string | undefined {
  if (term < gapFrom) return String.fromCharCode(term);
  return term < gapFrom + gapSize ? undefined : String.fromCharCode(Math.floor(term / gapFrom), term % gapFrom);
}

/** FNV-1a, folded into the numbers that neither a character nor a bigram has. */
function hashed(word: string): Term {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return gapFrom + ((hash >>> 0) % gapSize);
}

/**
 * A question without the words that every question has (请问, 一下, 我们 …), so that what is asked about weighs.
 * Where nothing would remain, the question stands whole.
 */
export function withoutEmptyWords(folded: string, empty: RegExp): string {
  const rest = folded.replace(empty, " ");
  return /[\u3400-\u9fffa-z0-9]/.test(rest) ? rest : folded;
}
