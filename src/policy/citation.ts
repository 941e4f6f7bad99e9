/**
 * An old citation opened: the clause as it was cited, in the version that holds the words.
 *
 * Takes    the library, and a citation: document, address and the imprint of the quoted words, as far as a link has them.
 * Returns  the version to show, which clause of it to mark, and what was not found; undefined for a document that never was.
 * Why      what was told before a document changed must stay readable, and must not be read in words that came later.
 */
import { bears } from "../lib/imprint.ts";
import type { Clause } from "./clause.ts";
import type { PolicyDocument } from "./document.ts";
import { type Library, libraryOf } from "./library.ts";

export interface Citation {
  readonly doc: string;
  readonly clause?: string | undefined;
  /** The imprint of the quote (lib/imprint.ts). */
  readonly words?: string | undefined;
}

export interface Opened {
  /** The version; its `superseded` says that it is in force no more. */
  readonly document: PolicyDocument;
  readonly clauses: readonly Clause[];
  readonly cited: Clause | undefined;
  /** What no version that is kept holds: the clause, or the words that were quoted from it. */
  readonly lost: "clause" | "words" | undefined;
  /** Is there a version in force? */
  readonly present: boolean;
}

/** Opens a citation: in the version in force where that holds it, else in the latest that did. */
export function openCitation(library: Library, { doc, clause: address, words }: Citation): Opened | undefined {
  const present = library.documents.find(({ id }) => id === doc);
  const former = library.former.filter(({ id }) => id === doc);
  const shown = present ?? former[0];
  if (shown === undefined) return undefined;
  const opened = (document: PolicyDocument, more: Partial<Opened>): Opened => {
    const clauses = document === present ? library.clauses : libraryOf([document]).clauses;
    const own = clauses.filter((clause) => clause.doc === doc);
    return { document, clauses: own, cited: undefined, lost: undefined, present: present !== undefined, ...more };
  };
  if (address === undefined) return opened(shown, {});
  let there = false;
  for (const document of present === undefined ? former : [present, ...former]) {
    const version = document === present ? library : libraryOf([document]);
    const cited = version.clause(doc, address);
    there ||= cited !== undefined;
    if (cited !== undefined && (words === undefined || bears(version.fullText(cited), words)))
      return opened(document, { cited });
  }
  return opened(shown, { lost: there ? "words" : "clause" });
}
