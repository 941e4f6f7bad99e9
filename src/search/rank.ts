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
import { clauseShares, shares } from "./clause-shares.ts";
import { type Indexes, type IndexHome, inOrder, openIndexes, type Placed } from "./indexes.ts";
import { officeTerms } from "./office-terms.ts";
import type { Point } from "./points.ts";
import { type Term, textOf } from "./tokens.ts";
import type { SearchWords } from "./words.ts";

export interface Candidate {
  readonly clause: Clause;
  readonly point?: Point;
  readonly score: number;
  /** The parts of the score, for whoever asks why. */
  readonly why: Evidence;
}

/** What a score is made of: the first four are shares of the question's weight, each weighed by `PointWeights`. */
export interface Evidence {
  /** All past questions, the answer and the headings in one bag. */
  readonly pool: number;
  /** The past question that is most like it. */
  readonly asked: number;
  /** The words of the answer: quote, gist, what is silent. */
  readonly answer: number;
  /** The words of the clause under its headings. */
  readonly clause: number;
  /** What the words of the clause are multiplied by where nobody has asked about it yet; 0 where somebody has. */
  readonly alone: number;
  /** Added, where a past question says as much as the question itself: it was asked before. */
  readonly again: number;
  /** Added, where the point says what is not written. */
  readonly silent: number;
  /** Added, where the question before was answered from here. */
  readonly near: number;
  /** What the whole is multiplied by: whose document it is, and of which kind. */
  readonly rank: number;
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
  /** The terms of the question, each with how rare it is among the clauses. */
  readonly terms: (question: string) => readonly { readonly text: string; readonly rarity: number }[];
}

/** What each part of a score counts. */
export interface PointWeights {
  readonly pool: number;
  readonly asked: number;
  readonly answer: number;
  readonly clause: number;
}

/**
 * Fitted on every second past question, asked of an index of the others, and rounded towards what the talks that were read
 * bear out: flat within a third. `node bench/point-weights.ts` shows what each is worth.
 */
export const fittedToPoints: PointWeights = { pool: 1, asked: 0.3, answer: 0.4, clause: 0.38 };
/** A past question that holds nearly all that the question says, by weight. */
const again = { from: 0.95, adds: 0.3 } as const;
/**
 * A clause nobody asked about yet has only its words: they stand for the past questions too, the more so the less its document
 * was asked about. Where all its neighbours were, it is hardly what is asked for.
 */
const alone = { least: 1.2, most: 2.4 } as const;
const wordsAlone = ({ pool, asked, clause }: PointWeights): number => pool + asked + clause;
/** What is written goes before what is not, unless the question asks for a sum, a term, a name (data/search.json). */
const silence = { plain: -0.05, asked: 0.1 } as const;
const otherUnit = 0.6;
const rankOfKind: Record<PolicyDocument["kind"], number> = { regulation: 1, opinion: 0.97, speech: 0.94 };
const nearby = 0.2;
const deep = 300;

type Shares = Pick<Evidence, "pool" | "asked" | "answer" | "clause" | "alone">;

interface Opened extends Indexes {
  readonly clauseShares: ReturnType<typeof clauseShares>;
}

/** The indexes are opened by the first search: what a rule answers never waits for them. A search then takes about a millisecond. */
export function openSearch(
  library: Library,
  points: readonly Point[],
  words: SearchWords,
  kept?: IndexHome,
  weights: PointWeights = fittedToPoints,
): Search {
  const placed = inOrder(points.map((point) => ({ point, clause: clauseOf(library, point) })));
  const clauses = library.clauses;
  const places = new Map(clauses.map((clause, at) => [clause, at]));
  const asked = new Set(placed.map(({ clause }) => clause));
  const unasked = unaskedShares(clauses, asked);
  const titles = library.documents.map(({ title }) => title);
  const question = officeTerms(titles, words);
  let indexes: Opened | undefined;
  const opened = (): Opened => {
    if (indexes !== undefined) return indexes;
    const open = openIndexes(library, placed, question, kept);
    indexes = { ...open, clauseShares: clauseShares(open.passages, clauses) };
    return indexes;
  };

  return {
    find: (text, scope, limit = 12) => {
      const { pools, asks, answers, clauseShares } = opened();
      const said = question.of(text);
      // Of documents that are named every point counts, however many others are nearer.
      const { docs } = scope;
      const depth = docs === undefined ? deep : Number.POSITIVE_INFINITY;
      const likest = nearestAsked(asks, said, depth);
      const answer = shares(answers, said, depth);
      const clause = clauseShares(question.asked(text), said, docs && (({ doc }) => docs.includes(doc)));
      const wantsFigure = words.figureWords.some((word) => fold(text).includes(word));
      const candidates: Candidate[] = [];
      const add = (home: Clause, shares: Shares, point?: Point) => {
        const rank = rankOf(library, home, scope);
        if (rank === 0) return;
        const silent = point?.silent === undefined ? 0 : wantsFigure ? silence.asked : silence.plain;
        const before = shares.asked >= again.from ? again.adds : 0;
        const why = { ...shares, again: before, silent, near: nearness(library, home, scope), rank };
        candidates.push({
          clause: home,
          score: weighed(why, point, weights),
          why,
          ...(point === undefined ? {} : { point }),
        });
      };
      for (const [at, pool] of shares(pools, said, depth)) {
        const { point, clause: home } = placed[at] as Placed;
        const own = clause.get(places.get(home) ?? -1) ?? 0;
        add(home, { pool, asked: likest.get(at) ?? 0, answer: answer.get(at) ?? 0, clause: own, alone: 0 }, point);
      }
      for (const [at, share] of clause) {
        const home = clauses[at] as Clause;
        const times = alone.least + (alone.most - alone.least) * (unasked.get(home.doc) ?? 1) ** 2;
        if (!asked.has(home)) add(home, { pool: 0, asked: 0, answer: 0, clause: share, alone: times });
      }
      return candidates.sort((left, right) => right.score - left.score).slice(0, limit);
    },
    terms: (text) =>
      [...new Set(question.of(text))].flatMap((term) => {
        const written = textOf(term);
        return written === undefined ? [] : [{ text: written, rarity: opened().passages.idf(term) }];
      }),
  };
}

/** How like the question the likest past question of each point is. */
function nearestAsked(
  { index, points }: Indexes["asks"],
  question: readonly Term[],
  depth: number,
): ReadonlyMap<number, number> {
  const likest = new Map<number, number>();
  for (const [ask, share] of shares(index, question, depth)) {
    const point = points[ask] as number;
    if (share > (likest.get(point) ?? 0)) likest.set(point, share);
  }
  return likest;
}

/** The score of its parts: what is found by the point's weights, or by the clause's own words, then what is added, times the rank. */
export function weighed(
  { pool, asked, answer, clause, alone, again, silent, near, rank }: Evidence,
  point: Point | undefined,
  weights: PointWeights,
): number {
  const found =
    point === undefined
      ? wordsAlone(weights) * alone * clause
      : weights.pool * pool + weights.asked * asked + weights.answer * answer + weights.clause * clause;
  return rank * (found + again + silent + near);
}

/** How much of each document nobody has asked about, 0 to 1. */
function unaskedShares(clauses: readonly Clause[], asked: ReadonlySet<Clause>): ReadonlyMap<string, number> {
  const all = Map.groupBy(clauses, ({ doc }) => doc);
  return new Map([...all].map(([doc, of]) => [doc, of.filter((clause) => !asked.has(clause)).length / of.length]));
}

function rankOf(library: Library, { doc }: Clause, scope: Scope): number {
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
