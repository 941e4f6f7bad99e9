/**
 * Question → ranked clauses (条款) and points, in memory.
 *
 * Takes    the library, the points, the search words of data/search.json; then a question with the asker's unit.
 * Returns  candidates, best first, each with why: likeness to a past question, and words shared with the clause.
 * Leaves   choosing the sentence and saying silence to answer/.
 *
 * A clause is found by its own words (BM25 over heading path + text) and by what people asked about it before (points).
 */
import { DataError } from "../errors.ts";
import { fold } from "../lib/text.ts";
import type { PolicyDocument } from "../policy/document.ts";
import type { Clause, Library } from "../policy/library.ts";
import { type Bm25, bm25 } from "./bm25.ts";
import type { Point } from "./points.ts";
import { type Term, terms, withoutEmptyWords } from "./tokens.ts";
import type { SearchWords } from "./words.ts";

export interface Candidate {
  readonly clause: Clause;
  readonly point?: Point;
  readonly score: number;
  /** The parts of the score, for whoever asks why. */
  readonly why: Evidence;
}

/** How much of the question's weight each view of a candidate carries, 0 to 1. */
export interface Evidence {
  /** All past questions, the answer and the headings in one bag. */
  readonly pool: number;
  /** The words of the answer: quote, gist, what is silent. */
  readonly answer: number;
  /** The words of the clause under its headings. */
  readonly clause: number;
}

export interface Scope {
  /** The asker's unit: its documents come first. */
  readonly unit: string;
  /** Documents that the message names; then no other is searched. */
  readonly docs?: readonly string[];
  /** The clause that the question before was answered from: its neighbours are likelier for a follow-up. */
  readonly near?: { readonly doc: string; readonly clause: string };
}

export interface Search {
  readonly find: (question: string, scope: Scope, limit?: number) => readonly Candidate[];
}

/** Fitted on data/questions, each question left out of its own point (bench retrieval): flat within a tenth. */
const weights = { pool: 1.15, answer: 0.5, clause: 0.25 } as const;
/** A clause nobody asked about yet has only its words: they stand for pool and answer too. */
const wordsAlone = weights.pool + weights.clause;
/** What is written goes before what is not, unless the question asks for a sum, a term, a name (data/search.json). */
const silence = { plain: -0.05, asked: 0.1 } as const;
const otherUnit = 0.6;
const rankOfKind: Record<PolicyDocument["kind"], number> = { regulation: 1, opinion: 0.97, speech: 0.94 };
const nearby = 0.2;
const deep = 300;

/** The indexes are built by the first search: what a rule answers never waits for them. A search then takes about a millisecond. */
export function openSearch(library: Library, points: readonly Point[], words: SearchWords): Search {
  const homes = points.map((point) => clauseOf(library, point));
  const clauses = library.clauses;
  const place = new Map(clauses.map((clause, at) => [`${clause.doc} ${clause.address}`, at]));
  const asked = new Set(homes.map((home) => `${home.doc} ${home.address}`));
  let built: Indexes | undefined;

  return {
    find: (question, scope, limit = 12) => {
      built ??= indexed(clauses, points, homes, words);
      const { pools, answers, passages } = built;
      const said = questionTerms(question, words);
      const pool = shares(pools, said);
      const answer = shares(answers, said);
      const clause = shares(passages, said);
      const wantsFigure = words.figureWords.some((word) => fold(question).includes(word));
      const candidates: Candidate[] = [];
      const add = (home: Clause, why: Evidence, base: number, point?: Point): void => {
        const factor = unitFactor(library, home, scope);
        if (factor === 0) return;
        const shift = point?.silent === undefined ? 0 : wantsFigure ? silence.asked : silence.plain;
        const score = factor * (base + shift + nearness(library, home, scope));
        candidates.push({ clause: home, score, why, ...(point === undefined ? {} : { point }) });
      };
      for (const [at, share] of pool) {
        const home = homes[at] as Clause;
        const own = clause.get(place.get(`${home.doc} ${home.address}`) ?? -1) ?? 0;
        const why = { pool: share, answer: answer.get(at) ?? 0, clause: own };
        add(
          home,
          why,
          weights.pool * why.pool + weights.answer * why.answer + weights.clause * why.clause,
          points[at] as Point,
        );
      }
      for (const [at, share] of clause) {
        const home = clauses[at] as Clause;
        if (asked.has(`${home.doc} ${home.address}`)) continue;
        add(home, { pool: 0, answer: 0, clause: share }, wordsAlone * share);
      }
      return candidates.sort((left, right) => right.score - left.score).slice(0, limit);
    },
  };
}

interface Indexes {
  /** Everything known about a point in one bag: its questions, its clause's titles, its answer. */
  readonly pools: Bm25;
  readonly answers: Bm25;
  readonly passages: Bm25;
}

function indexed(
  clauses: readonly Clause[],
  points: readonly Point[],
  homes: readonly Clause[],
  words: SearchWords,
): Indexes {
  const answers = points.map((point) => terms(fold(answerWords(point))));
  const pools = points.map((point, at) => [
    ...askedTerms(point, homes[at] as Clause, words),
    ...(answers[at] as readonly Term[]),
  ]);
  const passages = clauses.map((clause) => terms(fold(`${clause.path.join(" ")} ${clause.text}`)));
  return { pools: bm25(pools), answers: bm25(answers), passages: bm25(passages) };
}

/** The share of the question's weight that each passage carries. */
function shares(index: Bm25, question: readonly Term[]): Map<number, number> {
  const asked = [...new Set(question)].map((term) => ({ term, weight: 1 }));
  const whole = asked.reduce((sum, { term }) => sum + index.idf(term), 0);
  return new Map(index.search(asked, deep).map(({ passage, score }) => [passage, score / Math.max(whole, 1)]));
}

function unitFactor(library: Library, { doc }: Clause, scope: Scope): number {
  if (scope.docs !== undefined) return scope.docs.includes(doc) ? 1 : 0;
  const { unit, kind } = library.document(doc);
  return (unit === scope.unit ? 1 : otherUnit) * rankOfKind[kind];
}

function nearness(library: Library, { doc, address, parent }: Clause, { near }: Scope): number {
  if (near === undefined || near.doc !== doc) return 0;
  const home = library.clause(near.doc, near.clause);
  if (home === undefined) return 0;
  return home.address === address || home.parent === parent || parent === home.address ? nearby : 0;
}

function clauseOf(library: Library, { source }: Point): Clause {
  const clause = library.clause(source.doc, source.clause);
  if (clause === undefined)
    throw new DataError(source.doc, source.clause, "a past question points to a clause that is not there");
  return clause;
}

const answerWords = ({ source, gist = "", silent = "" }: Point): string => `${source.quote} ${gist} ${silent}`;

/** A point's questions and its clause's titles. */
function askedTerms(point: Point, { path }: Clause, words: SearchWords): Term[] {
  return [...point.asks.flatMap((ask) => questionTerms(ask, words)), ...terms(fold(path.join(" ")))];
}

/** A question's terms: folded, names of documents and empty words cut, said words turned into the documents' words. */
export function questionTerms(question: string, words: SearchWords): Term[] {
  const folded = withoutEmptyWords(fold(question), words.empty);
  if (!words.hasSynonym.test(folded)) return terms(folded);
  const meant = words.synonyms.filter(({ said }) => folded.includes(said)).map(({ written }) => written);
  return terms([folded, ...meant].join(" "));
}
