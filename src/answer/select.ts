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
import { withParagraph } from "../policy/around.ts";
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
const enough = 0.36;
/** To say of a particular thing that it is not written takes more than to point at a clause. */
const enoughSilence = 0.6;
/** A second clause is shown when it is this near to the first. */
const alsoNear = 0.9;
/** A message that asks two things gets two answers, if the second is at least this near. */
const alsoAsked = 0.6;
/** So near, what is written and what is not are told together. */
const tied = 0.85;
const mostClauses = 3;

export function select(
  question: string,
  candidates: readonly Candidate[],
  library: Library,
  expected: (doc: string) => boolean,
): Selected {
  const [top] = candidates;
  if (top === undefined || top.score < enough) return nothing(top, library);
  const near = several(question) ? alsoAsked : alsoNear;
  const written = candidates.filter(({ point }) => point?.silent === undefined);
  const silence = candidates.find(({ point, score }) => point?.silent !== undefined && score >= top.score * tied);
  const least = top.score * (silence === top ? Math.min(tied, near) : near);
  const shown = telling(
    written.filter(({ score }) => score >= least),
    library,
  );
  const [first] = shown;
  if (first === undefined) return top.score < enoughSilence ? nothing(top, library) : silent(top, library);

  const citations = distinct(shown.flatMap(({ sources }) => sources));
  const { clause, point } = first.found;
  const at = { doc: clause.doc, clause: clause.address };
  const lacking = missing(question, `${point?.gist ?? ""}${citations.map(({ quote }) => quote).join("")}`);
  if (lacking !== undefined)
    return { kind: "abstain", text: paragraphs(lacking, said.nearest, sourceBlock(citations)), citations, at };

  const mark = expected(clause.doc) ? undefined : said.otherUnit(library.document(clause.doc).title);
  const answers = shown.map(({ found }) => found.point?.gist ?? found.clause.text);
  const unsaid = silence?.point?.silent === undefined ? undefined : said.silent(silence.point.silent);
  return { kind: "answer", text: paragraphs(mark, ...answers, unsaid, sourceBlock(citations)), citations, at };
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
  const text = paragraphs(said.silent(found.point?.silent ?? ""), found.point?.gist, sourceBlock(citations));
  return { kind: "abstain", text, citations, at };
}

/** Two things asked in one message: 复印行不,发微信又行不行. */
const several = (question: string): boolean =>
  (fold(question).match(/[??]|吗|[不没](?=[,,。]|$)|行不行|可不可以|能不能|谁|多少|什么|哪|几|怎么|咋|呢/g) ?? [])
    .length >= 2 && /[,,。??;;、].{3,}/.test(question);

function nothing(nearest: Candidate | undefined, library: Library): Selected {
  if (nearest === undefined || nearest.score < enough / 2)
    return { kind: "abstain", text: said.unknown, citations: [] };
  const where = `《${library.document(nearest.clause.doc).title}》${nearest.clause.address}`;
  return { kind: "abstain", text: said.unknownNear(where), citations: [] };
}

/** The words an answer stands on: the point's, widened to their paragraph; a whole list where the point says so. */
function sourcesOf({ point, clause }: Candidate, library: Library): readonly Source[] {
  if (point === undefined) {
    return [{ doc: clause.doc, title: library.document(clause.doc).title, clause: clause.address, quote: clause.text }];
  }
  const also = point.also.map((source) => withParagraph(source, library));
  if (point.list) return [{ ...point.source, quote: library.fullText(clause) }, ...also];
  return [withParagraph(point.source, library), ...also];
}

/** What the question wants that the words found do not hold: then silence is said. */
function missing(question: string, found: string): string | undefined {
  const asked = fold(question);
  const held = fold(found);
  if (
    /(?:扣|罚|补|给|发|交|报|花|要|值|是|收|领|赔)?(?:多少|几个?|好多)(?:钱|块|元)|几个钱|(?:金额|数额|价钱|价格)(?:是|有)?多少/.test(
      asked,
    ) &&
    !/[\d〇零一二三四五六七八九十百千万亿]+(?:万|亿)?元|[\d]+\/人/.test(held)
  )
    return said.silentMoney;
  if (/几点(?!了|钟到)|什么钟点/.test(asked) && !/\d+[点时:]/.test(held)) return said.silentClock;
  if (/电话(?:是|号码)?多少|(?:联系方式|手机号|邮箱)(?:是|多少|有)|叫什么名|姓什么|姓啥/.test(asked))
    return said.silentPerson;
  return undefined;
}
