/**
 * The shelf (书架) that a command works on: the documents as they stand after each of its steps.
 *
 * Takes    the folder. Returns its documents by id, the versions that left, and what a new one is like.
 * Leaves   the disk to keep.ts. What the shelf says is true also in a dry run, which writes nothing.
 */
import type { PolicyDocument, Superseded } from "../policy/document.ts";
import { type Library, libraryOf } from "../policy/library.ts";
import { documentsIn, type Leaving } from "./keep.ts";
import { type Likenesses, openLikenesses } from "./likeness.ts";

export interface Shelf {
  readonly documents: ReadonlyMap<string, PolicyDocument>;
  readonly likenesses: Likenesses;
  /** The library as it would be with this document in it, or without this one. */
  readonly with: (document: PolicyDocument, leaving: Leaving | undefined) => Library;
  readonly without: (leaving: Leaving) => Library;
  readonly put: (document: PolicyDocument, leaving: Leaving | undefined) => void;
  readonly takeOut: (leaving: Leaving) => void;
}

/** Reads the folder. */
export function openShelf(directory: string): Shelf {
  const read = documentsIn(directory);
  const documents = new Map(read.documents.map((document) => [document.id, document]));
  const former = [...read.former];
  const likenesses = openLikenesses(read.documents);
  const library = (present: readonly PolicyDocument[], leaving: Leaving | undefined): Library =>
    libraryOf(present, leaving === undefined ? former : [markedAs(leaving), ...former]);
  const others = (id: string) => [...documents.values()].filter((document) => document.id !== id);
  const leave = (leaving: Leaving): void => {
    likenesses.remove(leaving.former.id);
    documents.delete(leaving.former.id);
    former.unshift(markedAs(leaving));
  };
  return {
    documents,
    likenesses,
    with: (document, leaving) => library([...others(document.id), document], leaving),
    without: (leaving) => library(others(leaving.former.id), leaving),
    put(document, leaving) {
      if (leaving !== undefined) leave(leaving);
      documents.set(document.id, document);
      likenesses.add(document);
    },
    takeOut: leave,
  };
}

const markedAs = ({ former, mark }: Leaving): PolicyDocument & { readonly superseded: Superseded } => ({
  ...former,
  superseded: mark,
});
