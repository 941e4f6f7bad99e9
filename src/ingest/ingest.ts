/**
 * Documents in (文件入库): files → data/documents, each on its own, with a report.
 *
 * Takes    paths, the folder, what the operator said of them, and a place for lines of progress and report.
 * Returns  the exit code: 2 where a file was refused. Nothing of a refused file is written.
 * Leaves   figures, routes and past questions that quote a replaced document to `verify`, which its caller knows.
 */
import { parse } from "node:path";
import { DataError } from "../errors.ts";
import type { IsoDate } from "../lib/dates.ts";
import { type PolicyDocument, readDocument } from "../policy/document.ts";
import { type Library, libraryOf } from "../policy/library.ts";
import { describeDocument } from "./describe.ts";
import { form, type Said, wordsOf } from "./form.ts";
import { idFor } from "./identity.ts";
import { keep, type Leaving, pathOf, standsAs, sweep } from "./keep.ts";
import type { Likeness } from "./likeness.ts";
import { openFile } from "./open-file.ts";
import type { MovedPlace, Outcome } from "./outcome.ts";
import type { Paper } from "./paper.ts";
import { readPaper } from "./read-paper.ts";
import { type Refused, refused } from "./refusal.ts";
import { progress, report, summary } from "./report.ts";
import { openShelf, type Shelf } from "./shelf.ts";

export interface IngestOptions extends Said {
  readonly documentsDir: string;
  /** The document's id; for one file only, as is the title. */
  readonly id?: string;
  readonly replace?: boolean;
  /** Reads and reports, and writes nothing. */
  readonly dryRun?: boolean;
  /** From this day on a replaced version is in force no more. */
  readonly today: IsoDate;
  readonly write: (line: string) => void;
  /** Places of data/ whose words the library, with the new version in it, does not hold. */
  readonly moved?: (library: Library) => readonly MovedPlace[];
}

const NEARLY_ALL = 0.98;

/** Brings files in. */
export async function ingest(files: readonly string[], options: IngestOptions): Promise<number> {
  const { dryRun = false, replace = false, write } = options;
  if (!dryRun) await sweep(options.documentsDir);
  const shelf = openShelf(options.documentsDir);
  const outcomes: (readonly [file: string, outcome: Outcome])[] = [];
  for (const [at, file] of files.entries()) {
    write(progress.file(at + 1, files.length, file));
    const named = files.length > 1 && (options.id !== undefined || options.title !== undefined);
    const outcome = named ? refused("one-file-only") : await bringIn(file, shelf, options);
    for (const line of report(outcome, { dryRun, replace })) write(line);
    outcomes.push([file, outcome]);
  }
  if (files.length > 1) for (const line of summary(outcomes, dryRun)) write(line);
  return outcomes.some(([, outcome]) => outcome.kind === "refused") ? 2 : 0;
}

async function bringIn(path: string, shelf: Shelf, options: IngestOptions): Promise<Outcome> {
  const file = await openFile(path);
  if (file.kind === "refused") return file;
  options.write(progress.reading(file.ending, file.bytes.length));
  const paper = await readPaper(file, (done, of) => options.write(progress.pages(done, of)));
  if (paper.kind === "refused") return paper;
  const made = make(paper, file.name, shelf, options);
  if (made.kind === "refused") return made;

  const { document, text, former } = made;
  const description = describeDocument(document, made.library.clauses);
  options.write(progress.split(description));
  if (former !== undefined && isSame(former, document, paper, options)) return { kind: "unchanged", document: former };
  const likely = shelf.likenesses.of(document);
  const refusal = mayComeIn(document, former, likely[0], shelf, options);
  if (refusal !== undefined) return refusal;
  const { title, issued } = document;
  const leaving = former && { former, mark: { on: options.today, by: { title, issued } } };
  const moved = movedBy(document, leaving, shelf, options);

  if (!standsAs(options.documentsDir, document.id, former)) return refused("changed-meanwhile", { id: document.id });
  const kept = options.dryRun === true ? undefined : await keep(options.documentsDir, document.id, text, leaving);
  shelf.put(document, leaving);
  return { ...made, kind: "written", description, likely, losses: paper.losses, superseded: kept, moved };
}

/** The document that a paper makes, once it is known to load. */
function make(paper: Paper, name: string, shelf: Shelf, options: IngestOptions) {
  const own = options.id ?? (typeof paper.front?.id === "string" ? paper.front.id : idFor(name));
  if (!/^[a-z0-9-]+$/u.test(own)) return refused("bad-id", { id: own });
  const build = (id: string) => {
    const former = shelf.documents.get(id);
    const formed = form(paper, id, { name, stem: parse(name).name }, options, former);
    const document = readDocument(formed.text, pathOf(options.documentsDir, id));
    return { ...formed, kind: "made" as const, document, former, library: libraryOf([document]) };
  };
  try {
    const made = build(own);
    if (options.replace !== true || options.id !== undefined || made.former !== undefined) return made;
    // A new version under another file name takes the place of the document that it repeats.
    const repeated = shelf.likenesses.of(made.document).find((like) => like.ofLonger >= NEARLY_ALL);
    return repeated === undefined ? made : build(repeated.document.id);
  } catch (cause) {
    if (cause instanceof DataError) return refused("does-not-load", { place: cause.place, problem: cause.problem });
    throw cause;
  }
}

function mayComeIn(
  document: PolicyDocument,
  former: PolicyDocument | undefined,
  nearest: Likeness | undefined,
  { likenesses }: Shelf,
  options: IngestOptions,
): Refused | undefined {
  if (options.replace === true) return undefined;
  const like = former === undefined ? nearest : likenesses.between(document, former);
  if (like === undefined || (former === undefined && like.ofLonger < NEARLY_ALL)) return undefined;
  const { id, title } = like.document;
  const values = { id, title, share: String(Math.floor(like.ofLonger * 100)), differs: like.onlyHere.join("") };
  if (former === undefined) return refused(like.kind === "copy" ? "copy" : "same", values);
  return refused(like.ofLonger === 1 ? "other-layout" : "other-version", values);
}

/** What quotes the former version and does not stand in the new one: it waits for somebody to confirm it. */
function movedBy(
  document: PolicyDocument,
  leaving: Leaving | undefined,
  shelf: Shelf,
  { moved }: IngestOptions,
): readonly MovedPlace[] {
  if (leaving === undefined || moved === undefined) return [];
  return moved(shelf.with(document, leaving)).filter(({ doc }) => doc === document.id);
}

/** The same text; of a file in our own form also the same front matter, and of a replacement what was said of it. */
function isSame(former: PolicyDocument, document: PolicyDocument, paper: Paper, { replace }: IngestOptions): boolean {
  if (wordsOf(former.body) !== wordsOf(document.body)) return false;
  if (paper.front !== undefined) return JSON.stringify(former) === JSON.stringify(document);
  const { title, unit, kind } = former;
  return replace !== true || (title === document.title && unit === document.unit && kind === document.kind);
}
