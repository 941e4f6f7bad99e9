/**
 * Question → ranked clauses (条款) and points, in memory.
 *
 * Takes    the library, the points, the search words of data/search.json; then a question with the asker's unit.
 * Returns  candidates, best first, each with why: likeness to a past question, and words shared with the clause.
 * Leaves   choosing the sentence and saying silence to answer/.
 *
 * A clause is found by its own words (BM25 over heading path + text) and by what people asked about it before (points).
 */
import { fold } from "../lib/text.ts";
import type { Clause, Library } from "../policy/library.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { bm25 } from "./bm25.ts";
import type { Point } from "./points.ts";
import { similar } from "./similar.ts";
import { terms, withoutStopWords } from "./tokens.ts";
import type { SearchWords } from "./words.ts";

export interface Candidate {
  readonly clause: Clause;
  readonly point?: Point;
  /** Likeness to the nearest past question of the point, 0 to 1; 0 for a clause found by its words alone. */
  readonly likeness: number;
  /** Share of the question's weight that the clause's words carry, 0 to 1. */
  readonly coverage: number;
  readonly score: number;
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

const likenessWeight = 1;
const coverageWeight = 0.45;
const otherUnit = 0.72;
const rankOfKind: Record<PolicyDocument["kind"], number> = { regulation: 1, opinion: 0.97, speech: 0.94 };
const nearby = 0.12;
const maxShare = 0.2;

/** Builds both indexes once; a search then takes well under a millisecond. */
export function openSearch(library: Library, points: readonly Point[], words: SearchWords): Search {
  const clauses = library.clauses.filter((clause) => clause.kind !== "heading" || clause.text.length > 24);
  const passages = bm25(clauses.map((clause) => terms(fold(`${clause.path.join(" ")} ${clause.text}`))));
  const asks = points.flatMap((point, at) => point.asks.map((ask) => ({ at, ask })));
  const history = similar(asks.map(({ ask }) => questionTerms(ask, words)));
  const pools = bm25(points.map((point) => poolTerms(point, library, words)));
  const homes = points.map((point) => library.clause(point.source.doc, point.source.clause));
  const position = new Map(clauses.map((clause, at) => [`${clause.doc} ${clause.address}`, at]));

  const unitFactor = (doc: string, scope: Scope): number => {
    const document = library.document(doc);
    if (scope.docs !== undefined) return scope.docs.includes(doc) ? 1 : 0;
    return (document.unit === scope.unit ? 1 : otherUnit) * rankOfKind[document.kind];
  };
  const nearness = (clause: Clause, scope: Scope): number => {
    if (scope.near === undefined || scope.near.doc !== clause.doc) return 0;
    const home = library.clause(scope.near.doc, scope.near.clause);
    if (home === undefined) return 0;
    return home.address === clause.address || home.parent === clause.parent || clause.parent === home.address ? nearby : 0;
  };

  return {
    find: (question, scope, limit = 12) => {
      const asked = questionTerms(question, words);
      const weight = [...new Set(asked)].reduce((sum, term) => sum + passages.idf(term), 0);
      const coverage = new Map<number, number>();
      for (const hit of passages.search(asked, 200)) coverage.set(hit.passage, Math.min(1, hit.score / Math.max(weight, 1)));

      const likeness = new Map<number, number>();
      for (const hit of history.search(asked, 120)) {
        const at = asks[hit.passage]?.at as number;
        likeness.set(at, Math.max(likeness.get(at) ?? 0, hit.score));
      }

      const pooled = new Map<number, number>();
      const poolWeight = [...new Set(asked)].reduce((sum, term) => sum + pools.idf(term), 0);
      for (const hit of pools.search(asked, 120)) pooled.set(hit.passage, Math.min(1, hit.score / Math.max(poolWeight, 1) / 2));

      const candidates: Candidate[] = [];
      const candidate = (clause: Clause, like: number, covered: number, point?: Point): void => {
        const factor = unitFactor(clause.doc, scope);
        if (factor === 0) return;
        const score = factor * (likenessWeight * like + coverageWeight * covered + nearness(clause, scope));
        candidates.push({ clause, likeness: like, coverage: covered, score, ...(point === undefined ? {} : { point }) });
      };
      for (const at of new Set([...likeness.keys(), ...pooled.keys()])) {
        const clause = homes[at] as Clause;
        const like = maxShare * (likeness.get(at) ?? 0) + (1 - maxShare) * (pooled.get(at) ?? 0);
        candidate(clause, like, coverage.get(position.get(`${clause.doc} ${clause.address}`) ?? -1) ?? 0, points[at] as Point);
      }
      for (const [at, covered] of coverage) candidate(clauses[at] as Clause, 0, covered);
      return candidates.sort((left, right) => right.score - left.score).slice(0, limit);
    },
  };
}

/** A question's terms: folded, said words turned into the documents' words, empty words cut. */
export function questionTerms(question: string, words: SearchWords): string[] {
  const folded = withoutStopWords(fold(question), words.stopWords);
  const meant = words.synonyms.filter(({ said }) => folded.includes(said)).map(({ written }) => written);
  return terms([folded, ...meant].join(" "));
}

/** Everything known about a point in one bag: its questions, its answer, its clause's titles. */
function poolTerms(point: Point, library: Library, words: SearchWords): string[] {
  const path = library.clause(point.source.doc, point.source.clause)?.path ?? [];
  const own = terms(fold([...path, point.source.quote, point.gist ?? "", point.silent ?? ""].join(" ")));
  return [...point.asks.flatMap((ask) => questionTerms(ask, words)), ...own];
}
