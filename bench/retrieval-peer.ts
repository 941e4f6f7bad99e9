/**
 * What the search is measured against: any index of texts that can be asked.
 *
 * Takes    texts and questions folded as ours are (lib/text.ts), so that no peer loses by width, case or script.
 * Why      bigrams: MiniSearch and Orama cut text at white space, which Chinese has none of. Of their own cutting, Intl.Segmenter's
 *          words, bigrams, and characters with bigrams, each peer has what ranked best for it; its file says how the others did.
 */
export interface Peer {
  readonly name: string;
  /** The cutting it was given. */
  readonly terms: string;
  /** The index of these texts, or nothing where the time is up before it is built. */
  readonly open: (texts: readonly string[], until: () => boolean) => Asking | undefined;
}

/** The places of the ten best texts, best first. */
export type Asking = (question: string) => readonly number[];

const run = /[\u3400-\u9fff\uf900-\ufaff]+|[a-z0-9]+(?:\.[0-9]+)?/g;
const pairs = (piece: string): string[] => Array.from({ length: piece.length - 1 }, (_, at) => piece.slice(at, at + 2));
const whole = (piece: string): boolean => piece.length === 1 || /^[a-z0-9]/.test(piece);

/** Pairs of Chinese characters; Latin runs, and a character that stands alone, whole. */
export const bigrams = (folded: string): string[] =>
  [...folded.matchAll(run)].flatMap(([piece]) => (whole(piece) ? [piece] : pairs(piece)));

/** The same, and every character. */
export const charactersAndBigrams = (folded: string): string[] =>
  [...folded.matchAll(run)].flatMap(([piece]) => (whole(piece) ? [piece] : [...piece, ...pairs(piece)]));
