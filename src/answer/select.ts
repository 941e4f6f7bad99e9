/**
 * Ranked candidates → an answer, or the plain statement that the documents are silent.
 *
 * Takes    the question, its candidates (search/), the library, and which documents the asker expects (own unit's, or named).
 * Returns  what the reply says and its citations, and whether it answers or abstains.
 * Leaves   ranking to search/, sentences to wording/.
 *
 * A high score never proves that a clause answers: what is asked for (a sum, a name, a term of years) must stand in the words.
 */
import { askedParts } from "../lib/asked-parts.ts";
import { fold } from "../lib/text.ts";
import { announcing, rowWithHeadings, withItems, withParagraph, withTable } from "../policy/around.ts";
import type { Clause, Library } from "../policy/library.ts";
import type { Source } from "../policy/source.ts";
import type { Candidate } from "../search/rank.ts";
import type { Composed } from "./compose.ts";
import { distinct, paragraphs } from "./layout.ts";
import { bindsOthers, standing } from "./standing.ts";
import { missing } from "./wanted.ts";
import { said } from "./wording/replies.ts";

export interface Selected extends Composed {
  readonly kind: "answer" | "abstain";
  /** Where the answer came from, for a follow-up question. */
  readonly at?: { readonly doc: string; readonly clause: string };
}

/** Below this the question is not about anything the documents hold: between off-topic talk and the talks with the documents. */
export const nearEnough = 0.36;
/** Of a clause that nobody has asked about its own words must hold so much of the question. */
const wordsEnough = 0.2;
/** To say of a particular thing that it is not written takes more than to point at a clause. */
const enoughSilence = 0.75;
/** A second clause is shown when it is this near to the first. */
const alsoNear = 0.9;
/** A message that asks two things gets two answers, if the second is at least this near. */
const alsoAsked = 0.6;
/** So near, what is written and what is not are told together. */
const tied = 0.85;
/** What is not written leads by this much: then the question stays open, whatever else is near. */
const clearly = 1.05;
const mostClauses = 3;

/** Is a candidate near enough to be what the question is about? */
export const isNear = ({ score, point, why }: Candidate): boolean =>
  score >= nearEnough && (point !== undefined || why.clause >= wordsEnough);

/** Does the question ask for one kind of thing (a sum, a term, a number of people) that the words found do not hold? */
export const lacks = (question: string, found: string): boolean => lacking(question, found) !== undefined;

/** What is not written of all that is asked: of two things asked, one that stands there is an answer. */
function lacking(question: string, found: string): string | undefined {
  const parts = askedParts(question);
  const unsaid = (parts.length > 1 ? parts : [question]).map((part) => missing(part, found));
  return unsaid.every((one) => one !== undefined) ? unsaid[0] : undefined;
}

export function select(
  question: string,
  candidates: readonly Candidate[],
  library: Library,
  expected: (doc: string) => boolean,
): Selected {
  const [top] = candidates;
  if (top === undefined || !isNear(top)) return nothing(top, library);
  const near = several(question) ? alsoAsked : alsoNear;
  const written = candidates.filter(({ point }) => point?.silent === undefined);
  const silence = candidates.find(
    ({ point, score, clause }) => point?.silent !== undefined && score >= top.score * tied && expected(clause.doc),
  );
  const least = top.score * (silence === top ? Math.min(tied, near) : near);
  // One's own rule and another unit's never stand side by side as if both bound the asker.
  const own = expected((written[0] ?? top).clause.doc);
  const shown = telling(
    written.filter(({ score, clause }) => score >= least && expected(clause.doc) === own),
    library,
  );
  const [first] = shown;
  if (first === undefined) {
    const known = top.score >= enoughSilence && expected(top.clause.doc);
    return known ? silent(top, library) : nothing(expected(top.clause.doc) ? top : undefined, library);
  }

  const citations = distinct(shown.flatMap(({ sources }) => sources));
  const { clause, point } = first.found;
  const at = { doc: clause.doc, clause: clause.address };
  const unwritten = lacking(
    question,
    `${point?.gist ?? wordsOf(clause, library, question)}${citations.map(({ quote }) => quote).join("")}`,
  );
  const mark = standing(library.document(clause.doc), expected(clause.doc));
  if (unwritten !== undefined)
    return { kind: "abstain", body: paragraphs(mark, unwritten, said.nearest), citations, at };

  const answers = shown.map(({ found }) => found.point?.gist ?? wordsOf(found.clause, library, question));
  const unsaid = silence === undefined ? undefined : notWritten(silence);
  const isOpen = (silence?.score ?? 0) >= first.found.score * clearly || bindsOthers(library.document(clause.doc), own);
  const kind = isOpen ? "abstain" : "answer";
  return { kind, body: paragraphs(mark, ...answers, unsaid), citations, at };
}

interface Shown {
  readonly found: Candidate;
  readonly sources: readonly Source[];
}

/** The first few candidates that each bring words not shown yet: two past questions of one sentence are one answer. */
function telling(candidates: readonly Candidate[], library: Library): readonly Shown[] {
  const shown: Shown[] = [];
  for (const found of candidates) {
    if (shown.length === mostClauses) break;
    const sources = sourcesOf(found, library);
    const known = shown.flatMap((earlier) => earlier.sources);
    if (distinct([...known, ...sources]).length > distinct(known).length) shown.push({ found, sources });
  }
  return shown;
}

/** What the documents do not say, with the nearest pointer. */
function silent(found: Candidate, library: Library): Selected {
  const citations = distinct(sourcesOf(found, library));
  const at = { doc: found.clause.doc, clause: found.clause.address };
  const body = paragraphs(notWritten(found), found.point?.provision === undefined ? found.point?.gist : undefined);
  return { kind: "abstain", body, citations, at };
}

/** What is not written: a provision says it in a sentence of its own, a past question names it. */
const notWritten = ({ point }: Candidate): string | undefined =>
  point?.provision === undefined ? said.silent(point?.silent ?? "") : point.gist;

/** A clause nobody has asked about yet, as an answer: a row with its headings, a list with its items. */
const wordsOf = (clause: Clause, library: Library, question: string): string =>
  rowWithHeadings(clause, library, fold(question)) ?? withItems(announcing(clause, library), library);

/** Two things asked in one message: 复印行不,发微信又行不行. */
const several = (question: string): boolean => askedParts(question).length >= 2;

function nothing(nearest: Candidate | undefined, library: Library): Selected {
  if (nearest === undefined || nearest.score < nearEnough / 2)
    return { kind: "abstain", body: said.unknown, citations: [] };
  const where = `《${library.document(nearest.clause.doc).title}》${nearest.clause.address}`;
  return { kind: "abstain", body: said.unknownNear(where), citations: [] };
}

/** The words an answer stands on: the point's, widened to their paragraph; a whole list where the point says so. */
function sourcesOf({ point, clause }: Candidate, library: Library): readonly Source[] {
  if (point === undefined) {
    const { title } = library.document(clause.doc);
    const whole = announcing(clause, library);
    const quote = withItems(whole, library);
    return [withTable({ doc: clause.doc, title, clause: whole.address, quote }, library)];
  }
  const also = point.also.map((source) => withParagraph(source, library));
  if (point.list) return [{ ...point.source, quote: library.fullText(clause) }, ...also];
  return [withParagraph(point.source, library), ...also];
}
