/**
 * Finding the passage that answers, on sets that others wrote, beside three libraries that search.
 *
 * Takes    the folder of the sets. Returns ours and each peer's figures on every set, and ours over theirs on the same questions.
 * Leaves   reading a set to retrieval-sets.ts, asking a peer to a file each, the bars to bars.ts.
 * Why      a limit of time: a peer that has not answered all questions by then is held against ours on those that it did answer. They
 *          are asked in an order that runs through the set again and again, so that the first of them are a sample of all.
 */
import { Converter } from "opencc-js/t2cn";
import { fold } from "../src/lib/text.ts";
import { indexedText, openRanking, type Ranking } from "../src/search/ranking.ts";
import { fts5 } from "./retrieval-fts5.ts";
import { type Judged, type Measured, measured } from "./retrieval-measure.ts";
import { miniSearch } from "./retrieval-minisearch.ts";
import { orama } from "./retrieval-orama.ts";
import type { Peer } from "./retrieval-peer.ts";
import { openSet, type Question, type RetrievalSet } from "./retrieval-sets.ts";
import { quantile, type Row, rounded } from "./row.ts";

const peers: readonly Peer[] = [miniSearch, orama, fts5];
/** For each peer and set. */
const buildLimitMs = 180_000;
const askLimitMs = 40_000;
/** A prime: the order runs through any set, and every beginning of it is spread over the whole. */
const step = 7919;

type Figure = keyof Measured;
const figureNames: Readonly<Record<Figure, string>> = { recall1: "recall@1", recall10: "recall@10", mrr10: "MRR@10" };

/** Every set, one after the other. */
export async function retrieval(folder: string): Promise<readonly Row[]> {
  const [stard, cmrc, drcd] = [openSet(folder, "stard"), openSet(folder, "cmrc2018_dev"), openSet(folder, "drcd")];
  const simplified = Converter({ from: "tw", to: "cn" });
  const turned = drcd.questions.map((question) => ({ ...question, text: simplified(question.text) }));
  return [
    ...pastQuestions(stard),
    ...sideBySide("STARD", stard, ["recall10", "mrr10"]),
    ...sideBySide("CMRC", cmrc, ["recall1"]),
    ...sideBySide("DRCD", drcd, ["recall1"]),
    ...sideBySide("DRCD asked Simplified", { ...drcd, questions: turned }, ["recall1"]),
  ];
}

/** The official dev part, with the official train part as past questions and without. */
function pastQuestions({ passages, questions }: RetrievalSet): readonly Row[] {
  const train = questions.filter(({ split }) => split === "train");
  const dev = questions.filter(({ split }) => split === "dev");
  const past = train.map(({ text, relevant }) => ({ question: text, passages: relevant }));
  const ranking = openRanking(passages, past);
  const learning = timed(() => ranking.find("", 10)).ms;
  const figures = (one: Ranking) => measured(judgedBy(one, dev));
  const [alone, taught] = [figures(openRanking(passages)), figures(ranking)];
  const row = (what: string, value: number, unit = "%") => ({ measure: what, value: rounded(value, 2), unit });
  return [
    row("STARD dev, recall@10", alone.recall10),
    row("STARD dev, MRR@10", alone.mrr10),
    row("STARD dev, past questions, recall@10", taught.recall10),
    row("STARD dev, past questions, MRR@10", taught.mrr10),
    row("STARD, 1,235 past questions read", learning, "ms"),
  ];
}

/** Ours on the whole set; each peer on what it answers in time, and ours over it on the same questions. */
function sideBySide(name: string, { passages, questions }: RetrievalSet, figures: readonly Figure[]): readonly Row[] {
  const order = questions.map((_, at) => questions[(at * step) % questions.length] as Question);
  const opened = timed(() => openRanking(passages));
  for (const { text } of order.slice(0, 50)) opened.value.find(text, 10);
  const asked = order.map((question) => timed(() => judged(opened.value, question)));
  const times = asked.map(({ ms }) => ms);
  const ours = asked.map(({ value }) => value);
  const rows: Row[] = figures.map((figure) => ({
    measure: `${name}, ${figureNames[figure]}`,
    value: rounded(measured(ours)[figure], 2),
    unit: `% of ${order.length}`,
  }));
  rows.push(
    { measure: `${name}, a question, p95`, value: rounded(quantile(times, 0.95), 2), unit: "ms" },
    { measure: `${name}, ${passages.length} passages indexed`, value: Math.round(opened.ms), unit: "ms" },
  );
  const texts = passages.map(indexedText);
  for (const peer of peers) rows.push(...beside(name, peer, texts, order, ours, figures));
  return rows;
}

function beside(
  name: string,
  peer: Peer,
  texts: readonly string[],
  order: readonly Question[],
  ours: readonly Judged[],
  figures: readonly Figure[],
): readonly Row[] {
  const ask = peer.open(texts, clock(buildLimitMs));
  const until = clock(askLimitMs);
  const theirs: Judged[] = [];
  const times: number[] = [];
  for (const { text, relevant } of ask === undefined ? [] : order) {
    if (until()) break;
    const { value: found, ms } = timed(() => ask?.(fold(text)) ?? []);
    theirs.push({ relevant, found });
    times.push(ms);
  }
  const label = `${peer.name} (${peer.terms})`;
  if (theirs.length === 0) throw new Error(`${label} did not answer one question of ${name} in time`);
  const [own, others] = [measured(ours.slice(0, theirs.length)), measured(theirs)];
  return [
    ...figures.flatMap((figure) => [
      {
        measure: `${name}, ${figureNames[figure]}, ${label}`,
        value: rounded(others[figure], 2),
        unit: `% of ${theirs.length}`,
      },
      {
        measure: `${name}, ${figureNames[figure]}, over ${peer.name}`,
        value: rounded(own[figure] / others[figure], 3),
        unit: "times",
      },
    ]),
    { measure: `${name}, a question, p95, ${peer.name}`, value: rounded(quantile(times, 0.95), 2), unit: "ms" },
  ];
}

const judged = (ranking: Ranking, { text, relevant }: Question): Judged => ({
  relevant,
  found: ranking.find(text, 10).map(({ passage }) => passage),
});

/** What a ranking finds for each question. */
export const judgedBy = (ranking: Ranking, questions: readonly Question[]): readonly Judged[] =>
  questions.map((question) => judged(ranking, question));

/** Says whether so much time is over. */
function clock(limitMs: number): () => boolean {
  const before = performance.now();
  return () => performance.now() - before > limitMs;
}

function timed<Value>(work: () => Value): { readonly value: Value; readonly ms: number } {
  const before = performance.now();
  const value = work();
  return { value, ms: performance.now() - before };
}
