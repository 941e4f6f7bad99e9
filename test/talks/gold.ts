/**
 * Gold questions (标准问答): what staff ask of the documents, each with the clauses that answer and the fact a reply must hold.
 *
 * Takes    test/talks/gold.jsonl, and one office to search and to ask. Returns, for each question, where the clause was found,
 *          whether the first sentence of the reply holds the fact, and whether the reply abstains.
 * Leaves   what is enough to gold.test.ts and bench/gold.ts.
 *
 * Written from the documents alone by somebody who had not seen the program. A question without gold is answered nowhere.
 * Nothing was tuned on those marked `heldOut`, and nobody has read how they fail.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Reply } from "../../src/assistant.ts";
import { fold } from "../../src/lib/text.ts";
import type { Office } from "../../src/office.ts";
import { documentsNamed } from "../../src/search/words.ts";
import { bare } from "./player.ts";

const words = z.array(z.string().min(1)).min(1);
const shape = z.strictObject({
  id: z.string(),
  heldOut: z.boolean(),
  as: z.string(),
  question: z.string(),
  type: z.string(),
  /** Words of the clauses that answer: any one of them is right. */
  gold: z.array(z.strictObject({ doc: z.string(), quote: z.string() })),
  /** All groups are needed, one wording of each suffices. */
  fact: z.array(words),
  why: z.string(),
});
export type GoldQuestion = z.output<typeof shape>;

/** The questions, in the file's order. */
export const goldQuestions: readonly GoldQuestion[] = readFileSync("test/talks/gold.jsonl", "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => shape.parse(JSON.parse(line)));

export interface Judged {
  readonly question: GoldQuestion;
  /** The place of the first right clause among those the search found, from 1; none where it is not among the first ten. */
  readonly place: number | undefined;
  /** The first sentence of the reply holds the fact. */
  readonly told: boolean;
  readonly abstained: boolean;
}

const shown = 10;
/** Words compared: script, marks and spaces make no difference. */
export const same = (text: string): string => fold(bare(text));

/** Searches for the question, and holds the reply to it against the gold. */
export function judgeGold(question: GoldQuestion, { office, reply }: { office: Office; reply: Reply }): Judged {
  const { library, search, searchWords, staff } = office;
  const unit = staff.people.find(({ id }) => id === question.as)?.unit ?? "";
  const docs = documentsNamed(question.question, searchWords);
  const found = search.find(question.question, { unit, ...(docs.length > 0 && { docs }) }, 40);
  const clauses = [...new Set(found.map(({ clause }) => clause))].slice(0, shown);
  const place = clauses.findIndex((clause) =>
    question.gold.some(({ doc, quote }) => doc === clause.doc && same(library.fullText(clause)).includes(same(quote))),
  );
  const first = same(firstSentence(reply.text));
  return {
    question,
    place: place < 0 ? undefined : place + 1,
    told: question.fact.every((wordings) => wordings.some((wording) => first.includes(same(wording)))),
    abstained: reply.kind === "abstain",
  };
}

/** What a reader reads first: the line that says whose words these are is not yet the answer. */
function firstSentence(text: string): string {
  const paragraphs = text.split("\n\n").filter((paragraph) => paragraph !== "" && !/^以下.*[:\uff1a]$/.test(paragraph));
  return paragraphs[0]?.split(/(?<=[。!?\uff01\uff1f])/)[0] ?? "";
}

export interface GoldShares {
  readonly answerable: number;
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly told: number;
  readonly abstainPrecision: number;
  readonly abstainRecall: number;
  readonly abstainF1: number;
}

/** The shares of what was judged, 0 to 1. */
export function sharesOf(judged: readonly Judged[]): GoldShares {
  const share = (of: readonly Judged[], is: (one: Judged) => boolean): number =>
    of.filter(is).length / Math.max(1, of.length);
  const answerable = judged.filter(({ question }) => question.gold.length > 0);
  const unanswerable = judged.filter(({ question }) => question.gold.length === 0);
  const abstained = judged.filter((one) => one.abstained);
  const abstainPrecision = share(abstained, ({ question }) => question.gold.length === 0);
  const abstainRecall = share(unanswerable, (one) => one.abstained);
  return {
    answerable: answerable.length,
    recallAt1: share(answerable, ({ place }) => place === 1),
    recallAt5: share(answerable, ({ place = shown }) => place <= 5),
    told: share(answerable, ({ told }) => told),
    abstainPrecision,
    abstainRecall,
    abstainF1: (2 * abstainPrecision * abstainRecall) / Math.max(Number.MIN_VALUE, abstainPrecision + abstainRecall),
  };
}
