/**
 * An index (索引) that is kept: what did not change since the last start is read from its folder, not built again.
 *
 * Takes    documents: id, fingerprint, size, and a function for their terms, which is called only for what is new or changed.
 * Returns  a Bm25 over all their passages, numbered in the order of the documents, and what was reused, built and refused.
 * Leaves   the fingerprint to the caller: it must change with all that the terms are made of, but for how tokens.ts makes them.
 * Why      the folder can be made again from the documents: it may be deleted at any time, by another process too. Each of
 *          its segments says itself what is in it, so there is no list that could fall out of step with them.
 */
import { createHash } from "node:crypto";
import { type Bm25, bm25Of } from "./bm25.ts";
import { keepOnly, storedIn } from "./index-folder.ts";
import { mergedSegment } from "./merge.ts";
import { removed } from "./scan.ts";
import { mostPassages, segmentBuilder } from "./segment.ts";
import type { Held, Stored } from "./segment-file.ts";
import { type Term, termVersion } from "./tokens.ts";

/** A document as an index sees it. */
export interface Indexed {
  readonly id: string;
  /** Another one whenever a passage would have other terms. */
  readonly fingerprint: string;
  /** How many passages it has: known without making their terms. */
  readonly size: number;
  /** The terms of each passage, in order. */
  readonly passages: () => Iterable<readonly Term[]>;
}

export interface KeptIndex extends Bm25 {
  /** Documents whose postings were there already; documents whose terms were made now. */
  readonly reused: number;
  readonly built: number;
  /** Files that were not taken or could not be written, and why: the index is right all the same. */
  readonly troubles: readonly string[];
  /** The index of these documents instead, with what is in memory already. */
  readonly of: (documents: readonly Indexed[]) => KeptIndex;
}

/**
 * Opens the index of these documents, kept in `folder` (made where it is missing) or, without one, in memory alone.
 *
 *     const index = openIndex("var/index", library.documents.map((document) => {
 *       const clauses = clausesOf(document.id);
 *       const texts = () => clauses.map((clause) => fold(`${clause.path.join(" ")} ${clause.text}`));
 *       const { id, text } = document;
 *       return { id, fingerprint: sha256(text), size: clauses.length, passages: () => texts().map(terms) };
 *     }));
 *
 * Passage n is then the nth clause of all, and `index.of(documents)` the index after a document came in.
 */
export function openIndex(folder: string | undefined, documents: readonly Indexed[]): KeptIndex {
  const troubles: string[] = [];
  const stored = folder === undefined ? [] : storedIn(folder, troubles);
  return indexOf(folder, stored, documents, troubles);
}

function indexOf(
  folder: string | undefined,
  former: readonly Stored[],
  documents: readonly Indexed[],
  troubles: string[],
): KeptIndex {
  const firsts = new Map<string, number>();
  const wanted = new Map<string, Indexed>();
  let first = 0;
  for (const document of documents) {
    const key = keyOf(document);
    if (firsts.has(key)) throw new Error(`${document.id} is twice in one index`);
    firsts.set(key, first);
    first += document.size;
    if (document.size > 0) wanted.set(key, document);
  }

  const missing = new Map(wanted);
  // The fullest first: of a document that two segments hold, the copy that was merged stays.
  const found = former
    .toSorted((one, other) => other.segment.lengths.length - one.segment.lengths.length)
    .map((stored) => pieceOf(stored, ({ key }) => missing.delete(key)));
  const fresh = Array.from(builtOf(missing), (stored) => pieceOf(stored, () => true));
  const pieces = settled([...found, ...fresh]);
  if (folder !== undefined)
    keepOnly(
      folder,
      pieces.map(({ stored }) => stored),
      troubles,
    );

  const index = bm25Of(pieces.map((piece) => ({ segment: piece.stored.segment, numbers: numbered(piece, firsts) })));
  return {
    ...index,
    reused: wanted.size - missing.size,
    built: missing.size,
    troubles,
    of: (others) =>
      indexOf(
        folder,
        pieces.map(({ stored }) => stored),
        others,
        [],
      ),
  };
}

/** A segment in an index: which of its documents the index still has. */
interface Piece {
  readonly stored: Stored;
  readonly alive: readonly boolean[];
  /** Passages of the documents that are alive. */
  readonly living: number;
}

function pieceOf(stored: Stored, isAlive: (held: Held) => boolean): Piece {
  const alive = stored.documents.map(isAlive);
  const living = stored.documents.reduce((sum, { size }, at) => sum + (alive[at] ? size : 0), 0);
  return { stored, alive, living };
}

/**
 * The pieces as they stay. One is written anew when a quarter of it is removed. Those that fit into one are merged while the
 * next is less than four times as large: their number grows with the logarithm of the documents that come one by one, and
 * each document is merged as often as that.
 */
function settled(pieces: readonly Piece[]): readonly Piece[] {
  const groups: Piece[][] = [];
  let sum = 0;
  for (const piece of pieces.filter(({ living }) => living > 0).toSorted((one, other) => one.living - other.living)) {
    const fits = sum > 0 && piece.living < 4 * sum && sum + piece.living <= mostPassages;
    if (fits) groups.at(-1)?.push(piece);
    else groups.push([piece]);
    sum = fits ? sum + piece.living : piece.living;
  }
  const stay = ([piece, ...others]: readonly Piece[]): boolean =>
    piece !== undefined && others.length === 0 && piece.living * 4 >= piece.stored.segment.lengths.length * 3;
  if (groups.every(stay)) return groups.flat();
  return settled(groups.flatMap((group) => (stay(group) ? group : [mergedPiece(group)])));
}

function mergedPiece(group: readonly Piece[]): Piece {
  let next = 0;
  const parts = group.map((piece) => {
    const firsts = new Map<string, number>();
    piece.stored.documents.forEach(({ key, size }, at) => {
      if (!piece.alive[at]) return;
      firsts.set(key, next);
      next += size;
    });
    return { segment: piece.stored.segment, numbers: numbered(piece, firsts) };
  });
  const documents = group.flatMap(({ stored, alive }) => stored.documents.filter((_, at) => alive[at]));
  return pieceOf({ segment: mergedSegment(parts), documents }, () => true);
}

/** The number of each passage, of the first of each document. */
function numbered({ stored, alive }: Piece, firsts: ReadonlyMap<string, number>): Uint32Array {
  const numbers = new Uint32Array(stored.segment.lengths.length);
  let at = 0;
  stored.documents.forEach(({ key, size }, which) => {
    const first = firsts.get(key);
    for (let passage = 0; passage < size; passage++) {
      numbers[at++] = alive[which] && first !== undefined ? first + passage : removed;
    }
  });
  return numbers;
}

function* builtOf(documents: ReadonlyMap<string, Indexed>): Generator<Stored> {
  let builder = segmentBuilder();
  let held: Held[] = [];
  for (const [key, { id, size, passages }] of documents) {
    if (size > mostPassages)
      throw new RangeError(`${id} has ${size} passages: an index takes ${mostPassages} a document`);
    if (held.length > 0 && (builder.full() || builder.size() + size > mostPassages)) {
      yield { segment: builder.finish(), documents: held };
      builder = segmentBuilder();
      held = [];
    }
    const expected = builder.size() + size;
    for (const passage of passages()) builder.add(passage);
    if (builder.size() !== expected) throw new Error(`${id} has not the ${size} passages that it says`);
    held.push({ key, size });
  }
  if (held.length > 0) yield { segment: builder.finish(), documents: held };
}

function keyOf({ id, fingerprint, size }: Indexed): string {
  return createHash("sha256")
    .update(JSON.stringify([termVersion, id, fingerprint, size]))
    .digest("hex")
    .slice(0, 32);
}
