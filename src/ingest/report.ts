/**
 * What ingest tells: a line a step while it works, then the report of each file.
 *
 * Takes    outcomes. Returns lines; every sentence stands in answer/wording/ingest.ts.
 */
import { sentences } from "../answer/wording/ingest.ts";
import { assertNever } from "../errors.ts";
import type { Description } from "./describe.ts";
import type { Outcome, Written } from "./outcome.ts";

const MOST_DAMAGE = 20;
const MOST_MOVED = 20;

export const progress = {
  file: sentences.file,
  reading: sentences.reading,
  split: ({ labels, clauses, tables }: Description): string =>
    sentences.split(
      labels.reduce((sum, { count }) => sum + count, 0),
      clauses,
      tables,
    ),
};

/** The lines on one file. */
export function report(
  outcome: Outcome,
  { dryRun, replace }: { dryRun: boolean; replace: boolean },
): readonly string[] {
  switch (outcome.kind) {
    case "refused":
      return [sentences.refused(outcome.code, outcome.values)];
    case "unchanged":
      return [sentences.unchanged(outcome.document.title, outcome.document.id)];
    case "written":
      return [
        ...whatHappened(outcome, dryRun, replace),
        ...header(outcome),
        ...content(outcome.description),
        ...outcome.losses.map(sentences.loss),
        ...movedLines(outcome),
        ...outcome.likely.map(({ document, ofShorter, ofLonger }) =>
          sentences.likely(document.title, document.id, ofShorter, ofLonger),
        ),
      ];
    default:
      return assertNever(outcome);
  }
}

/** The line on all files. */
export function summary(outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome["kind"]) => outcomes.filter((outcome) => outcome.kind === kind).length;
  return sentences.summary(count("written"), count("unchanged"), count("refused"));
}

function whatHappened({ document, former, superseded }: Written, dryRun: boolean, replace: boolean): readonly string[] {
  const { title, id } = document;
  if (dryRun) return [sentences.tried(title, id)];
  if (former === undefined) return [sentences.written(title, id), ...(replace ? [sentences.notReplaced] : [])];
  return [sentences.rewritten(title, id), ...(superseded === undefined ? [] : [sentences.superseded(superseded)])];
}

function header({ document, guessed, unitSaid, head }: Written): readonly string[] {
  const { kind, unit, number, issuer, issued, effective } = document;
  const bySignature = head.datedBy === "signature" && issued === head.issued;
  const byTitle =
    guessed?.word === undefined ? sentences.kindByDefault(kind) : sentences.kindByWord(kind, guessed.word);
  return [
    sentences.printed({ number, issuer, issued, bySignature, effective }),
    guessed === undefined ? sentences.kind(kind) : byTitle,
    unitSaid ? sentences.unit(unit) : sentences.unitByDefault(unit),
  ];
}

function content({ labels, clauses, tables, tableRows, characters, damage }: Description): readonly string[] {
  return [
    sentences.levels(labels),
    sentences.amounts(clauses, tables, tableRows, characters),
    sentences.damage(damage.length),
    ...damage.slice(0, MOST_DAMAGE).map(({ kind, address, words }) => sentences.damaged(kind, address, words)),
    ...(damage.length > MOST_DAMAGE ? [sentences.moreDamage(damage.length - MOST_DAMAGE)] : []),
  ];
}

function movedLines({ moved }: Written): readonly string[] {
  if (moved.length === 0) return [];
  return [
    sentences.moved(moved.length),
    ...moved.slice(0, MOST_MOVED).map(({ where, quote }) => sentences.movedAt(where, quote)),
    ...(moved.length > MOST_MOVED ? [sentences.moreMoved(moved.length - MOST_MOVED)] : []),
  ];
}
