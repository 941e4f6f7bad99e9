/**
 * The library: all documents and their clauses by reference.
 *
 * Takes    a directory of document files, read once.
 * Returns  documents, clauses, and sources: `quote` refuses words that do not stand in the clause.
 * Leaves   ranking to search/, and which document binds whom to its callers.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DataError } from "../errors.ts";
import { readAddress, type Step } from "./address.ts";
import type { Clause } from "./clause.ts";
import { type PolicyDocument, readDocument } from "./document.ts";
import { movedSource, type Source } from "./source.ts";
import { splitDocument } from "./split.ts";
import { type Folded, fold, ownCharacters } from "./verbatim.ts";
import { holdersOf, type Whole, wholeOf } from "./whole.ts";

export type { Clause } from "./clause.ts";

export interface Library {
  readonly documents: readonly PolicyDocument[];
  /** Every clause, document by document, in order. */
  readonly clauses: readonly Clause[];
  /** Versions that were replaced or removed, the latest first: opened by an old citation, and for nothing else. */
  readonly former: readonly PolicyDocument[];
  /** Is there a document of this id, or was there one? */
  knows(id: string): boolean;
  /** The document of this id, or what it last was where it was removed; a DataError when there never was one. */
  document(id: string): PolicyDocument;
  /** The clause at a canonical address. */
  clause(doc: string, address: string): Clause | undefined;
  /** The clause that a person means by "三(四)5" or "第三部分第四条第五款". */
  findAddress(spoken: string, doc: string): Clause | undefined;
  /** All clauses below this one, in order. */
  subtree(clause: Clause): readonly Clause[];
  /** What the clause and everything below it say, line by line. */
  fullText(clause: Clause): string;
  /** A source in the document's own characters; a DataError when the words do not stand in the clause. */
  quote(doc: string, address: string, words: string): Source;
  /** The same, for words that a data file cites: marked as moved where they no longer stand there. */
  cite(doc: string, address: string, words: string): Source;
  /** Those that still stand, of sources that were stored or marked before: what is gone is cited nowhere. */
  standing(sources: readonly Source[]): readonly Source[];
  /** What the clauses of moved sources say now, where there still are such clauses. */
  asItReads(moved: readonly Source[]): readonly Source[];
  /** The deepest clause of the document that holds the words. */
  locate(doc: string, words: string): Source | undefined;
}

/** Where the versions lie that are in force no more. */
export const SUPERSEDED = "superseded";

/** Reads every document of a directory, and the versions that are kept in its folder superseded/. */
export function openLibrary(directory: string): Library {
  const present = documentsOf(directory);
  if (present.length === 0) throw new DataError(directory, "", "no documents: put at least one .md file there");
  return libraryOf(present, formerOf(directory));
}

/** The versions that were replaced or removed, the latest first. */
export function formerOf(directory: string): readonly PolicyDocument[] {
  const former = documentsOf(join(directory, SUPERSEDED));
  const unmarked = former.find(({ superseded }) => superseded === undefined);
  if (unmarked !== undefined) {
    throw new DataError(
      unmarked.file,
      "superseded",
      "say since when it is in force no more (on), and what replaced it",
    );
  }
  const since = ({ superseded }: PolicyDocument): string => superseded?.on ?? "";
  return former.toSorted((one, other) => since(other).localeCompare(since(one)));
}

function documentsOf(directory: string): readonly PolicyDocument[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory).filter((name) => name.endsWith(".md"));
  const paths = names.sort().map((name) => join(directory, name));
  return paths.map((path) => readDocument(readFileSync(path, "utf8"), path));
}

/** The library of documents that are already read. */
export function libraryOf(documents: readonly PolicyDocument[], former: readonly PolicyDocument[] = []): Library {
  const shelves = new Map(documents.map((document) => [document.id, shelve(document)]));
  for (const { document, byAddress } of shelves.values()) checkNotes(document, byAddress);

  const shelfOf = (doc: string): Shelf => {
    const shelf = shelves.get(doc);
    if (shelf === undefined)
      throw new DataError(doc, "", `no such document: there are ${[...shelves.keys()].join(", ")}`);
    return shelf;
  };
  const known = (doc: string): PolicyDocument =>
    shelves.get(doc)?.document ?? former.find(({ id }) => id === doc) ?? shelfOf(doc).document;
  const source = (shelf: Shelf, clause: Clause, words: Folded): Source | undefined => {
    const quote = ownCharacters(folded(shelf, clause), words);
    const { id, title } = shelf.document;
    return quote === undefined ? undefined : { doc: id, title, clause: clause.address, quote };
  };

  return {
    documents,
    clauses: [...shelves.values()].flatMap((shelf) => shelf.clauses),
    former,
    knows: (id) => shelves.has(id) || former.some((version) => version.id === id),
    document: known,
    clause: (doc, address) => shelves.get(doc)?.byAddress.get(address),
    findAddress(spoken, doc) {
      const shelf = shelves.get(doc);
      return shelf?.byAddress.get(spoken.trim()) ?? (shelf && meant(shelf, spoken));
    },
    subtree: (clause) => below(shelfOf(clause.doc), clause),
    fullText: (clause) => fullText(shelfOf(clause.doc), clause),
    quote(doc, address, words) {
      const shelf = shelfOf(doc);
      const clause = shelf.byAddress.get(address);
      if (clause === undefined) throw new DataError(shelf.document.file, address, "no clause has this address");
      const found = source(shelf, clause, fold(words));
      if (found !== undefined) return found;
      throw new DataError(
        shelf.document.file,
        address,
        `these words do not stand in the clause, copy them from it: ${words}`,
      );
    },
    cite(doc, address, words) {
      const shelf = shelves.get(doc);
      const clause = shelf?.byAddress.get(address);
      const found = shelf && clause && source(shelf, clause, fold(words));
      return found ?? movedSource(known(doc), address, words);
    },
    standing(sources) {
      const stands = ({ doc, clause: address, quote }: Source): boolean => {
        const clause = shelves.get(doc)?.byAddress.get(address);
        return clause !== undefined && ownCharacters(folded(shelfOf(doc), clause), fold(quote)) !== undefined;
      };
      return sources.filter((one) => one.moved !== true && stands(one));
    },
    asItReads(moved) {
      const found = moved.flatMap(({ doc, clause }) => shelves.get(doc)?.byAddress.get(clause) ?? []);
      return [...new Set(found)].map((clause) => {
        const shelf = shelfOf(clause.doc);
        return { doc: clause.doc, title: shelf.document.title, clause: clause.address, quote: fullText(shelf, clause) };
      });
    },
    locate(doc, words) {
      const shelf = shelves.get(known(doc).id);
      if (shelf === undefined) return undefined;
      const sought = fold(words);
      shelf.whole ??= wholeOf(shelf.document, shelf.clauses);
      const holders = holdersOf(shelf.whole, shelf.byAddress, sought.text);
      const shortest = holders.toSorted((one, other) => one.end - one.first - (other.end - other.first))[0];
      return shortest && source(shelf, shortest, sought);
    },
  };
}

interface Shelf {
  readonly document: PolicyDocument;
  readonly clauses: readonly Clause[];
  readonly byAddress: ReadonlyMap<string, Clause>;
  /** Full texts ready for comparison, and addresses as read: made when first asked for. */
  readonly folded: Map<string, Folded>;
  readonly steps: Map<string, readonly Step[]>;
  /** The text in which words are located, made when first asked for. */
  whole?: Whole;
}

function shelve(document: PolicyDocument): Shelf {
  const clauses = splitDocument(document);
  const byAddress = new Map<string, Clause>();
  for (const clause of clauses) {
    if (byAddress.has(clause.address)) {
      throw new DataError(
        document.file,
        clause.address,
        "two clauses have this address: give the repeated label a title",
      );
    }
    byAddress.set(clause.address, clause);
  }
  return { document, clauses, byAddress, folded: new Map(), steps: new Map() };
}

function checkNotes(document: PolicyDocument, byAddress: ReadonlyMap<string, Clause>): void {
  for (const { clause } of document.notes) {
    if (clause !== undefined && !byAddress.has(clause)) {
      throw new DataError(document.file, `notes: ${clause}`, "no clause has this address: correct it");
    }
  }
}

function fullText({ document }: Shelf, clause: Clause): string {
  const blocks = document.body.slice(clause.first, clause.end);
  return blocks.map((block) => block.text).join("\n");
}

function folded(shelf: Shelf, clause: Clause): Folded {
  const known = shelf.folded.get(clause.address) ?? fold(fullText(shelf, clause));
  shelf.folded.set(clause.address, known);
  return known;
}

function childrenOf(shelf: Shelf, clause: Clause): readonly Clause[] {
  return clause.children.flatMap((address) => shelf.byAddress.get(address) ?? []);
}

function below(shelf: Shelf, clause: Clause): readonly Clause[] {
  return childrenOf(shelf, clause).flatMap((child) => [child, ...below(shelf, child)]);
}

/** The first clause with the same numbers from the top down, where the words said beside a number stand in its line. */
function meant(shelf: Shelf, spoken: string): Clause | undefined {
  const steps = readAddress(spoken);
  if (steps === undefined) return undefined;
  return shelf.clauses.find((clause) => {
    const own = stepsOf(shelf, clause);
    const line = lineage(shelf, clause);
    return (
      own.length === steps.length &&
      steps.every((step, depth) => step.kind === own[depth]?.kind && step.ordinal === own[depth]?.ordinal) &&
      steps.every((step, depth) => step.words === "" || fold(line[depth]?.text ?? "").text.includes(step.words))
    );
  });
}

function stepsOf(shelf: Shelf, clause: Clause): readonly Step[] {
  const known = shelf.steps.get(clause.address) ?? readAddress(clause.address) ?? [];
  shelf.steps.set(clause.address, known);
  return known;
}

/** The clause below all that stand over it, from the top down. */
function lineage(shelf: Shelf, clause: Clause): readonly Clause[] {
  const parent = clause.parent === null ? undefined : shelf.byAddress.get(clause.parent);
  return parent === undefined ? [clause] : [...lineage(shelf, parent), clause];
}
