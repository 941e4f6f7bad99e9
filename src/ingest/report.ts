/**
 * What ingest tells: a line a step while it works, then the report of each file.
 *
 * Takes    outcomes. Returns lines; every sentence stands in answer/wording/ingest.ts.
 */
import { sentences } from "../answer/wording/ingest.ts";
import { assertNever } from "../errors.ts";
import type { Description } from "./describe.ts";
import type { MovedPlace, Outcome, Removal, Written } from "./outcome.ts";

const MOST_DAMAGE = 20;
const MOST_MOVED = 20;
const MOST_LIKELY = 5;
const MOST_LEFT = 50;

export const progress = {
  file: sentences.file,
  reading: sentences.reading,
  pages: sentences.pages,
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
        ...movedLines(sentences.moved, outcome.moved),
        ...outcome.likely.slice(0, MOST_LIKELY).map(sentences.likely),
        ...(outcome.likely.length > MOST_LIKELY ? [sentences.moreLikely(outcome.likely.length - MOST_LIKELY)] : []),
      ];
    default:
      return assertNever(outcome);
  }
}

/** The lines on one document that was to leave. */
export function removalReport(outcome: Removal, dryRun: boolean): readonly string[] {
  if (outcome.kind === "refused") return [sentences.notRemoved(outcome.code, outcome.values)];
  const { document, superseded, moved } = outcome;
  return [
    ...(dryRun
      ? [sentences.triedRemoval(document.title, document.id)]
      : [sentences.removed(document.title, document.id)]),
    ...(superseded === undefined ? [] : [sentences.removedTo(superseded), sentences.restart]),
    ...movedLines(sentences.movedByRemoval, moved),
    ...(moved.length === 0 ? [sentences.movesNothing] : []),
  ];
}

/** The lines on all files: how many, and which did not come in. */
export function summary(
  outcomes: readonly (readonly [file: string, outcome: Outcome])[],
  dryRun: boolean,
): readonly string[] {
  const kinds = Map.groupBy(outcomes, ([, outcome]) => outcome.kind);
  const count = (kind: Outcome["kind"]) => kinds.get(kind)?.length ?? 0;
  const left = kinds.get("refused") ?? [];
  return [
    sentences.summary({ written: count("written"), unchanged: count("unchanged"), refused: left.length, dryRun }),
    ...left.slice(0, MOST_LEFT).map(([file]) => sentences.leftOut(file)),
    ...(left.length > MOST_LEFT ? [sentences.moreLeftOut(left.length - MOST_LEFT)] : []),
  ];
}

function whatHappened({ document, former, superseded }: Written, dryRun: boolean, replace: boolean): readonly string[] {
  const { title, id } = document;
  if (dryRun) return [sentences.tried(title, id)];
  if (former === undefined)
    return [sentences.written(title, id), sentences.restart, ...(replace ? [sentences.notReplaced] : [])];
  return [
    sentences.rewritten(title, id),
    sentences.restart,
    ...(superseded === undefined ? [] : [sentences.superseded(superseded)]),
  ];
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

function movedLines(heading: (count: number) => string, moved: readonly MovedPlace[]): readonly string[] {
  if (moved.length === 0) return [];
  return [
    heading(moved.length),
    ...moved.slice(0, MOST_MOVED).map(({ where, quote }) => sentences.movedAt(where, quote)),
    ...(moved.length > MOST_MOVED ? [sentences.moreMoved(moved.length - MOST_MOVED)] : []),
  ];
}
