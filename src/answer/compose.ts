/**
 * A rule's outcome → what the person reads: the answer first, the figures as a small table, then notes and sources.
 *
 * Takes    the outcome of a rule. Returns what a reply says, its citations and its result; its kind is the caller's.
 * Leaves   sentences to wording/, the layout to layout.ts, clauses found by search to select.ts.
 */
import { DataError } from "../errors.ts";
import { withParagraph } from "../policy/around.ts";
import type { Library } from "../policy/library.ts";
import type { Source } from "../policy/source.ts";
import type { Finding, Line, Outcome, Worked } from "../rules/rule.ts";
import { bullets, distinct, lineTable, numbered, paragraphs, rowTable } from "./layout.ts";
import type { Reply } from "./reply.ts";
import { findingWords } from "./wording/findings.ts";
import { said } from "./wording/replies.ts";
import { slotWords } from "./wording/slots.ts";

export interface Composed extends Pick<Reply, "citations" | "result"> {
  /** The reply's text without its sources: several bodies may stand over one block of them. */
  readonly body: string;
}

/** The sentence of a finding; a code without a sentence is a bug that a test finds. */
export function sentenceOf(finding: Pick<Finding, "code" | "values">): string {
  const words = findingWords[finding.code];
  if (words === undefined) throw new DataError("src/answer/wording", finding.code, "no sentence for this finding");
  return words(finding.values);
}

/** What an outcome says. A missing slot becomes its question. */
export function compose(
  outcome: Worked,
  asItReads: (moved: readonly Source[]) => readonly Source[] = () => [],
): Composed {
  switch (outcome.kind) {
    case "missing":
      return { body: slotWords[outcome.slot].ask, citations: [] };
    case "not-in-force":
      return { body: said.notInForce(outcome.day), citations: [] };
    case "source-moved":
      return movedSources(outcome.sources, asItReads(outcome.sources));
    case "not-covered":
    case "contradiction":
      return composed({ findings: outcome.findings, lines: [] });
    case "worked":
      return composed(outcome);
  }
}

/** Fragments as the paragraphs they stand in: several of one sentence are quoted once, and seen in their place. */
export const inParagraphs = (sources: readonly Source[], library: Library): readonly Source[] =>
  distinct(sources.map((source) => withParagraph(source, library)));

/** What is gone is told, and what stands there now is shown: somebody has to read it and decide. */
export const movedSources = (moved: readonly Source[], now: readonly Source[]): Composed => ({
  body: paragraphs(said.sourceMoved(moved), now.length === 0 ? undefined : said.nowReads),
  citations: now,
});

type Told = Omit<Extract<Outcome, { kind: "worked" }>, "kind">;

function composed({ findings, lines, totalFen, steps = [], table }: Told): Composed {
  const sentences = (level: Finding["level"]): string[] => [
    ...new Set(findings.filter((finding) => finding.level === level).map(sentenceOf)),
  ];
  return {
    body: paragraphs(
      sentences("answer").join("\n\n"),
      table === undefined ? "" : rowTable(table),
      lineTable(lines, totalFen),
      numbered(steps.map(({ text }) => text)),
      bullets(said.warnings, sentences("warning")),
      bullets(said.notes, sentences("note")),
    ),
    citations: distinct([...citationsOf(findings, lines), ...steps.flatMap(({ sources }) => sources)]),
    ...(lines.length === 0 ? {} : { result: resultOf(lines, totalFen) }),
  };
}

const citationsOf = (findings: readonly Finding[], lines: readonly Line[]): readonly Source[] =>
  distinct([...lines.map((line) => line.source), ...findings.flatMap((finding) => finding.sources)]);

/** The figures of a reply as data. */
export function resultOf(lines: readonly Line[], totalFen: number | undefined): NonNullable<Reply["result"]> {
  return {
    lines: lines.map(({ label, fen, count, unit, formula }) => ({
      label,
      amount: fen === undefined ? (count ?? 0) : fen / 100,
      unit,
      formula,
    })),
    ...(totalFen === undefined ? {} : { total: totalFen / 100 }),
  };
}
