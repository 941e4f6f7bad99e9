/**
 * Ranked candidates → an answer, or the plain statement that the documents are silent.
 *
 * Takes    the question, its candidates (search/), the library, and which documents the asker expects (own unit's, or named).
 * Returns  the reply's text and citations, and whether it answers or abstains.
 * Leaves   ranking to search/, sentences to wording/.
 *
 * A high score never proves that a clause answers: what is asked for (a sum, a name, a term of years) must stand in the words.
 */
import { fold } from "../lib/text.ts";
import type { Library } from "../policy/library.ts";
import type { Source } from "../policy/source.ts";
import type { Candidate } from "../search/rank.ts";
import { distinct, paragraphs, sourceBlock } from "./layout.ts";
import type { Reply } from "./reply.ts";
import { said } from "./wording/replies.ts";

export interface Selected extends Pick<Reply, "text" | "citations"> {
  readonly kind: "answer" | "abstain";
  /** Where the answer came from, for a follow-up question. */
  readonly at?: { readonly doc: string; readonly clause: string };
}

/** Below this the question is not about anything the documents hold; set on data/questions and on off-topic talk (bench retrieval). */
const enough = 0.2;
/** A second clause is shown when it is this near to the first. */
const alsoNear = 0.86;
const mostClauses = 3;

export function select(question: string, candidates: readonly Candidate[], library: Library, expected: (doc: string) => boolean): Selected {
  const [first, ...rest] = candidates;
  if (first === undefined || first.score < enough) return nothing(first, library);
  const { point } = first;
  const sources = first.point === undefined ? [widen(sourceOf(first, library), library)] : pointSources(first, library);
  const also = rest.filter((next) => next.score >= first.score * alsoNear && next.point?.silent === undefined).slice(0, mostClauses - 1);
  const citations = distinct([...sources, ...also.flatMap((next) => (next.point === undefined ? [] : pointSources(next, library)))]);
  const at = { doc: first.clause.doc, clause: first.clause.address };
  const mark = expected(first.clause.doc) ? undefined : library.document(first.clause.doc);

  const lacking = missing(question, `${point?.gist ?? ""}${citations.map(({ quote }) => quote).join("")}`);
  if (point?.silent !== undefined || lacking !== undefined) {
    const lead = lacking ?? said.silent(point?.silent ?? "");
    return { kind: "abstain", text: paragraphs(lead, point?.silent === undefined ? said.nearest : point.gist, sourceBlock(citations)), citations, at };
  }
  const answers = [point?.gist ?? first.clause.text, ...also.flatMap((next) => next.point?.gist ?? [])];
  return {
    kind: "answer",
    text: paragraphs(mark === undefined ? undefined : said.otherUnit(mark.title), ...answers, sourceBlock(citations)),
    citations,
    at,
  };
}

function nothing(nearest: Candidate | undefined, library: Library): Selected {
  if (nearest === undefined || nearest.score < enough / 2) return { kind: "abstain", text: said.unknown, citations: [] };
  const where = `《${library.document(nearest.clause.doc).title}》${nearest.clause.address}`;
  return { kind: "abstain", text: said.unknownNear(where), citations: [] };
}

function sourceOf({ clause }: Candidate, library: Library): Source {
  return { doc: clause.doc, title: library.document(clause.doc).title, clause: clause.address, quote: clause.text };
}

function pointSources({ point, clause }: Candidate, library: Library): readonly Source[] {
  if (point === undefined) return [];
  if (point.list) return [{ ...point.source, quote: library.fullText(clause) }, ...point.also.map((source) => widen(source, library))];
  return [point.source, ...point.also].map((source) => widen(source, library));
}

const longestQuote = 260;

/** The quote with the paragraph around it where that is short, else with its whole sentences: a phrase alone can mislead. */
function widen(source: Source, library: Library): Source {
  const clause = library.clause(source.doc, source.clause);
  if (clause === undefined) return source;
  const text = library.fullText(clause);
  const from = text.indexOf(source.quote);
  if (from < 0) return source;
  const to = from + source.quote.length;
  const start = text.lastIndexOf("\n", from) + 1;
  const stop = text.indexOf("\n", to);
  const paragraph = text.slice(start, stop < 0 ? text.length : stop);
  if (paragraph.length <= longestQuote) return { ...source, quote: paragraph };
  const head = Math.max(start, text.lastIndexOf("。", from - 1) + 1);
  const foot = text.indexOf("。", to - 1);
  const end = stop < 0 ? text.length : stop;
  return { ...source, quote: text.slice(head, foot < 0 ? end : Math.min(foot + 1, end)) };
}

/** What the question wants that the words found do not hold: then silence is said. */
function missing(question: string, found: string): string | undefined {
  const asked = fold(question);
  const held = fold(found);
  if (/(?:扣|罚|补|给|发|交|报|花|要|值|是|收|领|赔)?(?:多少|几个?|好多)(?:钱|块|元)|几个钱|(?:金额|数额|价钱|价格)(?:是|有)?多少/.test(asked) && !/[\d〇零一二三四五六七八九十百千万]+(?:万)?元|[\d]+\/人/.test(held)) return said.silentMoney;
  if (/几点(?!了|钟到)|什么钟点/.test(asked) && !/\d+[点时:]/.test(held)) return said.silentClock;
  if (/电话(?:是|号码)?多少|(?:联系方式|手机号|邮箱)(?:是|多少|有)|叫什么名|姓什么|姓啥/.test(asked)) return said.silentPerson;
  return undefined;
}
