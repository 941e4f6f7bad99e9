/**
 * What a new document has in common with those that are there: a copy, another version, an extract, a part, a title.
 *
 * Takes    documents as they come and go. Returns those that a new one is like, the likest first, and what only it says.
 * Why      sentences are compared without punctuation, width or the line ends of a copy, and looked up in one table of all
 *          documents: the hundredth file of a command is held against the shelf as fast as the first.
 */
import { fold } from "../lib/text.ts";
import type { Block } from "../policy/block.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { readLabel } from "../policy/label.ts";

const SHORTEST_SENTENCE = 6;
const FEWEST_SHARED = 3;
const SHOWN = 2;
const VERSION = 0.6;
const EXTRACT = 0.8;
const SENTENCE_END = /[。;\uff1b!\uff01?\uff1f]$/u;

/** copy: every sentence, and no other; extract: most of the new one stands there; whole: the other way round. */
export type LikenessKind = "copy" | "version" | "extract" | "whole" | "part" | "title";

export interface Likeness {
  readonly kind: LikenessKind;
  readonly document: PolicyDocument;
  /** The shares of identical sentences. */
  readonly ofOwn: number;
  readonly ofOther: number;
  readonly ofLonger: number;
  /** Some sentences that only the new one has. */
  readonly onlyHere: readonly string[];
}

export interface Likenesses {
  readonly add: (document: PolicyDocument) => void;
  readonly remove: (id: string) => void;
  /** The documents that are like this one, itself left out. */
  readonly of: (document: PolicyDocument) => readonly Likeness[];
  /** How alike it is to one of them. */
  readonly between: (document: PolicyDocument, other: PolicyDocument) => Likeness;
}

/** A table of the sentences of documents. */
export function openLikenesses(documents: readonly PolicyDocument[]): Likenesses {
  const kept = new Map<string, { readonly document: PolicyDocument; readonly own: Sentences }>();
  const holders = new Map<string, Set<string>>();
  const add = (document: PolicyDocument): void => {
    const own = sentencesOf(document);
    kept.set(document.id, { document, own });
    for (const sentence of own.keys()) {
      const ids = holders.get(sentence) ?? new Set();
      holders.set(sentence, ids.add(document.id));
    }
  };
  for (const document of documents) add(document);
  return {
    add,
    remove(id) {
      for (const sentence of kept.get(id)?.own.keys() ?? []) holders.get(sentence)?.delete(id);
      kept.delete(id);
    },
    of(document) {
      const own = sentencesOf(document);
      const shared = new Map<string, number>();
      for (const sentence of own.keys())
        for (const id of holders.get(sentence) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
      return [...kept.values()]
        .filter((other) => other.document.id !== document.id)
        .flatMap(
          (other) => likeness(document, own, other.document, other.own, shared.get(other.document.id) ?? 0) ?? [],
        )
        .toSorted((one, other) => other.ofLonger - one.ofLonger);
    },
    between(document, other) {
      const [own, others] = [sentencesOf(document), sentencesOf(other)];
      const shared = [...own.keys()].filter((sentence) => others.has(sentence)).length;
      return { kind: "version", document: other, ...shares(own, others, shared) };
    },
  };
}

/** Sentences as compared → as written. */
type Sentences = ReadonlyMap<string, string>;

function likeness(
  document: PolicyDocument,
  own: Sentences,
  other: PolicyDocument,
  others: Sentences,
  shared: number,
): Likeness | undefined {
  // Most have nothing in common: that is told by the counts alone.
  const most = shared / Math.max(1, Math.min(own.size, others.size));
  const isSame = own.size === others.size && shared === own.size && shared > 0;
  const isAlike = (shared >= FEWEST_SHARED && most > VERSION) || isSame;
  if (!isAlike && other.title !== document.title) return undefined;
  const found = shares(own, others, shared);
  return { kind: isAlike ? kindOf(found) : "title", document: other, ...found };
}

function kindOf({ ofOwn, ofOther, ofLonger }: Pick<Likeness, "ofOwn" | "ofOther" | "ofLonger">): LikenessKind {
  if (ofLonger === 1) return "copy";
  if (ofLonger > VERSION) return "version";
  if (ofOwn >= EXTRACT) return "extract";
  return ofOther >= EXTRACT ? "whole" : "part";
}

function shares(own: Sentences, others: Sentences, shared: number): Omit<Likeness, "kind" | "document"> {
  const share = (size: number) => shared / Math.max(1, size);
  const only = shared === own.size ? [] : [...own].filter(([sentence]) => !others.has(sentence));
  return {
    ofOwn: share(own.size),
    ofOther: share(others.size),
    ofLonger: share(Math.max(own.size, others.size)),
    onlyHere: only.slice(0, SHOWN).map(([, sentence]) => sentence),
  };
}

function sentencesOf({ body }: PolicyDocument): Sentences {
  const parts = passagesOf(body).flatMap((passage) => passage.split(/(?<=[。;\uff1b!\uff01?\uff1f])/u));
  const pairs = parts.map((part) => [fold(part).replaceAll(/[\s\p{P}]+/gu, ""), part.trim()] as const);
  return new Map(pairs.filter(([sentence]) => sentence.length >= SHORTEST_SENTENCE));
}

/** Paragraphs with what a line end tore apart joined again: a copy from a narrow page breaks its lines anywhere. */
function passagesOf(body: readonly Block[]): readonly string[] {
  const passages: string[] = [];
  let open = false;
  for (const { kind, text } of body) {
    const goesOn = open && kind === "text" && readLabel(text) === undefined;
    if (goesOn) passages.push(`${passages.pop() ?? ""}${text}`);
    else passages.push(text);
    open = kind === "text" && !SENTENCE_END.test(text);
  }
  return passages;
}
