/**
 * How much of one document another one says, sentence by sentence.
 *
 * Takes    two documents. Returns the shares of identical sentences, and some that only the new one has.
 * Why      the share of the shorter tells a cut copy or a reprint; the share of the longer tells that they are the same.
 */
import { fold } from "../lib/text.ts";
import type { PolicyDocument } from "../policy/document.ts";

const SHORTEST_SENTENCE = 6;
const FEWEST_SHARED = 3;
const SHOWN = 2;

export interface Likeness {
  readonly document: PolicyDocument;
  readonly ofShorter: number;
  readonly ofLonger: number;
  readonly onlyHere: readonly string[];
}

/** The documents that share at least `least` of the shorter's sentences with this one, the likest first. */
export function likest(
  document: PolicyDocument,
  others: readonly PolicyDocument[],
  least: number,
): readonly Likeness[] {
  const own = sentencesOf(document);
  return others
    .map((other) => compare(own, other))
    .filter(({ shared, ofShorter, ofLonger }) => (shared >= FEWEST_SHARED || ofLonger === 1) && ofShorter > least)
    .toSorted((one, other) => other.ofLonger - one.ofLonger);
}

/** How alike two documents are. */
export function likenessOf(document: PolicyDocument, other: PolicyDocument): Likeness {
  return compare(sentencesOf(document), other);
}

function compare(own: ReadonlyMap<string, string>, document: PolicyDocument): Likeness & { readonly shared: number } {
  const others = sentencesOf(document);
  const only = [...own].filter(([folded]) => !others.has(folded));
  const shared = own.size - only.length;
  return {
    document,
    shared,
    ofShorter: shared / Math.max(1, Math.min(own.size, others.size)),
    ofLonger: shared / Math.max(1, own.size, others.size),
    onlyHere: only.slice(0, SHOWN).map(([, sentence]) => sentence),
  };
}

const known = new WeakMap<PolicyDocument, ReadonlyMap<string, string>>();

/** Sentences as compared → as written. */
function sentencesOf(document: PolicyDocument): ReadonlyMap<string, string> {
  const read = known.get(document);
  if (read !== undefined) return read;
  const parts = document.body.flatMap((block) => block.text.split(/(?<=[。;\uff1b!\uff01?\uff1f])/u));
  const pairs = parts.map((part) => [fold(part).replaceAll(/[\s\p{P}]+/gu, ""), part.trim()] as const);
  const sentences = new Map(pairs.filter(([folded]) => folded.length >= SHORTEST_SENTENCE));
  known.set(document, sentences);
  return sentences;
}
