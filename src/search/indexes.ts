/**
 * The indexes of a search (索引): clauses by their own words, points by what was asked about them and by their answers.
 *
 * Takes    the library, the points, how a question becomes terms, and where the indexes are kept, if anywhere.
 * Returns  four indexes, numbered as the clauses, the points, and the past questions of all points stand.
 * Leaves   weighing them to rank.ts. A document or a provision that did not change since the last start is read, not built.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fold } from "../lib/text.ts";
import type { Clause, Library } from "../policy/library.ts";
import type { Bm25 } from "./bm25.ts";
import { type Indexed, type KeptIndex, openIndex } from "./kept-index.ts";
import type { OfficeTerms } from "./office-terms.ts";
import type { Point } from "./points.ts";
import { type Term, terms } from "./tokens.ts";

export interface Indexes {
  /** Everything known about a point in one bag: its questions, its clause's titles, its answer. */
  readonly pools: Bm25;
  /** Every past question for itself, and the point it belongs to. */
  readonly asks: { readonly index: Bm25; readonly points: readonly number[] };
  readonly answers: Bm25;
  readonly passages: Bm25;
  /** The same for these points instead, with what is in memory already. */
  readonly of: (points: readonly Placed[]) => Indexes;
}

/** Where the indexes are kept between starts, and who is told when something there could not be read or written. */
export interface IndexHome {
  readonly folder: string;
  readonly trouble: (what: string) => void;
}

/** A point, and the clause it is of. */
export interface Placed {
  readonly point: Point;
  readonly clause: Clause;
  /** Its questions were confirmed, not written. */
  readonly confirmed?: true;
  /** The written point that they were confirmed for, if there is one. */
  readonly beside?: Point;
}

/** No provision has such an id: it would be no name of a file. */
const ofConfirmed = "/confirmed";
/** What changes together: a provision, what was asked of a document without one, or what was confirmed. */
const groupOf = ({ point, confirmed }: Placed): string =>
  confirmed ? ofConfirmed : (point.provision?.id ?? `questions of ${point.source.doc}`);

/** The points in the order in which the indexes number them: those of one group side by side. */
export const inOrder = (points: readonly Placed[]): readonly Placed[] =>
  [...Map.groupBy(points, groupOf).values()].flat();

/** Opens the four; the points come in the order of `inOrder`. */
export function openIndexes(
  library: Library,
  points: readonly Placed[],
  question: OfficeTerms,
  home?: IndexHome,
): Indexes {
  const told = (name: string, index: KeptIndex): KeptIndex => {
    for (const trouble of index.troubles) home?.trouble(`${name}: ${trouble}`);
    return index;
  };
  const open = (name: string, documents: readonly Indexed[]): KeptIndex =>
    told(name, openIndex(home && join(home.folder, name), documents));
  const passages = open("clauses", [...Map.groupBy(library.clauses, ({ doc }) => doc)].map(indexedClauses));

  const over = (points: readonly Placed[], opened: Open): Indexes => {
    const documents = indexedPoints(points, question);
    const pools = opened("pools", documents.pools);
    const asks = opened("asks", documents.asks);
    const answers = opened("answers", documents.answers);
    const known = { pools, asks, answers };
    return {
      pools,
      asks: { index: asks, points: points.flatMap(({ point }, at) => point.asks.map(() => at)) },
      answers,
      passages,
      of: (others) => over(others, (name, documents) => told(name, known[name].of(documents))),
    };
  };
  return over(points, open);
}

type Open = (name: "pools" | "asks" | "answers", documents: readonly Indexed[]) => KeptIndex;

/** The points as documents of three indexes, a group a document. */
function indexedPoints(points: readonly Placed[], question: OfficeTerms) {
  const groups = grouped(points, question.mark);
  const documents = (
    count: (one: Placed) => number,
    passages: (one: Placed) => readonly (readonly Term[])[],
  ): readonly Indexed[] =>
    groups.map(({ id, fingerprint, placed }) => ({
      id,
      fingerprint,
      size: placed.reduce((sum, one) => sum + count(one), 0),
      passages: () => placed.flatMap(passages),
    }));
  // Two indexes are made of the same questions, and two of the same answers: a word is read once.
  const asked = oncePer(({ point }: Placed): readonly (readonly Term[])[] => point.asks.map(question.of));
  const answer = oncePer(({ point }: Placed): readonly Term[] => terms(fold(answerWords(point))));
  // What was confirmed counts as one more past question among the written ones, not as a point of few words.
  const pool = (one: Placed): readonly Term[] => [
    ...(one.beside?.asks ?? []).flatMap(question.of),
    ...asked(one).flat(),
    ...terms(fold(one.clause.path.join(" "))),
    ...answer(one),
  ];
  return {
    pools: documents(
      () => 1,
      (one) => [pool(one)],
    ),
    asks: documents(({ point }) => point.asks.length, asked),
    answers: documents(
      () => 1,
      (one) => [answer(one)],
    ),
  };
}

/** Raise it with every change of what the passages here and their terms are made of, but for tokens.ts, which has its own. */
const madeBy = 1;

interface Group {
  readonly id: string;
  readonly fingerprint: string;
  readonly placed: readonly Placed[];
}

/** The points in groups; a group is built anew where its questions, its answers or the reading of questions changed. */
function grouped(points: readonly Placed[], mark: string): readonly Group[] {
  const reading = printOf([madeBy, mark]);
  return [...Map.groupBy(points, groupOf)].map(([id, placed]) => {
    const known = placed.map(({ point, clause, beside }) => [
      point.asks,
      clause.path,
      answerWords(point),
      ...(beside ? [beside.asks] : []),
    ]);
    return { id, fingerprint: printOf([reading, known]), placed };
  });
}

function indexedClauses([id, clauses]: readonly [string, readonly Clause[]]): Indexed {
  const texts = clauses.map(({ path, text }) => `${path.join(" ")} ${text}`);
  return {
    id,
    fingerprint: printOf([madeBy, texts]),
    size: texts.length,
    passages: () => texts.map((text) => terms(fold(text))),
  };
}

/** Made once for each point. */
function oncePer<Value>(make: (one: Placed) => Value): (one: Placed) => Value {
  const made = new Map<Placed, Value>();
  return (one) => {
    const value = made.get(one) ?? make(one);
    made.set(one, value);
    return value;
  };
}

const answerWords = ({ source, gist = "", silent = "" }: Point): string => `${source.quote} ${gist} ${silent}`;

const printOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
