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
import { type ConfirmedQuestion, confirmedPoints } from "./confirmed.ts";
import { type Indexes, type IndexHome, inOrder, openIndexes, type Placed } from "./indexes.ts";
import { officeTerms } from "./office-terms.ts";
import { again, alone, type Evidence, fittedToPoints, type PointWeights, weighed } from "./point-weights.ts";
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
  /** Opens the indexes now, so that the first question need not wait for them. */
  readonly open: () => void;
  /** The terms of the question, each with how rare it is among the clauses; those of Latin letters and digits cannot be shown. */
  readonly terms: (question: string) => readonly { readonly text: string; readonly rarity: number }[];
  /** The search with these confirmed questions, oldest first, and none that it knew before. */
  readonly knowing: (confirmed: readonly ConfirmedQuestion[]) => Search;
}

/** What is written goes before what is not, unless the question asks for a sum, a term, a name (data/search.json). */
const silence = { plain: -0.1, asked: 0.05 } as const;
const otherUnit = 0.6;
const rankOfKind: Record<PolicyDocument["kind"], number> = { regulation: 1, opinion: 0.97, speech: 0.94 };
const nearby = 0.2;
const deep = 300;

type Shares = Pick<Evidence, "pool" | "asked" | "answer" | "clause" | "alone">;

interface Opened extends Indexes {
  readonly clauseShares: ReturnType<typeof clauseShares>;
}

/** The indexes are opened by the first search, or by `open`: what a rule answers never waits for them. */
export function openSearch(
  library: Library,
  points: readonly Point[],
  words: SearchWords,
  kept?: IndexHome,
  weights: PointWeights = fittedToPoints,
): Search {
  const homed = (one: Omit<Placed, "clause">): Placed => ({ ...one, clause: clauseOf(library, one.point) });
  const written = inOrder(points.map((point) => homed({ point })));
  const confirmedOf = confirmedPoints(points, library);
  const clauses = library.clauses;
  const places = new Map(clauses.map((clause, at) => [clause, at]));
  const asked = new Set(written.map(({ clause }) => clause));
  const unasked = unaskedShares(clauses, asked);
  const titles = library.documents.map(({ title }) => title);
  const question = officeTerms(titles, words);
  const openedWritten = once((): Opened => {
    const indexes = openIndexes(library, written, question, kept);
    return { ...indexes, clauseShares: clauseShares(indexes.passages, clauses) };
  });
  const isWritten = once(() => new Set(points.flatMap(({ asks }) => asks.map(spelt))));

  const findIn =
    (placed: readonly Placed[], opened: () => Opened): Search["find"] =>
    (text, scope, limit = 12) => {
      const { pools, asks, answers, clauseShares } = opened();
      const said = question.of(text);
      // Of documents that are named every point counts, however many others are nearer.
      const { docs } = scope;
      const depth = docs === undefined ? deep : Number.POSITIVE_INFINITY;
      const likest = nearestAsked(asks, said, depth);
      const answer = shares(answers, said, depth);
      const clause = clauseShares(question.asked(text), said, docs && (({ doc }) => docs.includes(doc)));
      const wantsFigure = words.figureWords.some((word) => fold(text).includes(word));
      const candidates = new Map<Point | Clause, Candidate>();
      const add = (home: Clause, shares: Shares, point?: Point) => {
        const rank = rankOf(library, home, scope);
        if (rank === 0) return;
        const silent = point?.silent === undefined ? 0 : wantsFigure ? silence.asked : silence.plain;
        const before = shares.asked >= again.from ? again.adds : 0;
        const why = { ...shares, again: before, silent, near: nearness(library, home, scope), rank };
        const score = weighed(why, point, weights);
        const found = point ?? home;
        // A written point and what was confirmed beside it are one candidate: the nearer of them.
        if ((candidates.get(found)?.score ?? -Infinity) >= score) return;
        candidates.set(found, { clause: home, score, why, ...(point === undefined ? {} : { point }) });
      };
      for (const [at, pool] of shares(pools, said, depth)) {
        const { point, clause: home, beside } = placed[at] as Placed;
        const own = clause.get(places.get(home) ?? -1) ?? 0;
        add(
          home,
          { pool, asked: likest.get(at) ?? 0, answer: answer.get(at) ?? 0, clause: own, alone: 0 },
          beside ?? point,
        );
      }
      for (const [at, share] of clause) {
        const home = clauses[at] as Clause;
        const times = alone.least + (alone.most - alone.least) * (unasked.get(home.doc) ?? 1) ** 2;
        if (!asked.has(home)) add(home, { pool: 0, asked: 0, answer: 0, clause: share, alone: times });
      }
      return [...candidates.values()].sort((left, right) => right.score - left.score).slice(0, limit);
    };

  const asWritten: Search = {
    find: findIn(written, openedWritten),
    open: () => void openedWritten(),
    terms: (text) =>
      [...new Set(question.of(text))].flatMap((term) => {
        const written = textOf(term);
        return written === undefined ? [] : [{ text: written, rarity: openedWritten().passages.idf(term) }];
      }),
    knowing: (confirmed) => {
      const beside = confirmedOf(confirmed).map(homed);
      if (beside.length === 0) return asWritten;
      const placed = inOrder([...written, ...beside]);
      const find = findIn(
        placed,
        once(() => ({ ...openedWritten().of(placed), clauseShares: openedWritten().clauseShares })),
      );
      return {
        ...asWritten,
        // What data/ holds in these very words is answered as data/ says, whoever confirmed what.
        find: (text, scope, limit) => (isWritten().has(spelt(text)) ? asWritten.find : find)(text, scope, limit),
      };
    },
  };
  return asWritten;
}

/** A question as two people spell it: without marks and spaces. */
const spelt = (question: string): string => fold(question).replace(/[\p{P}\p{S}\s]/gu, "");

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
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
