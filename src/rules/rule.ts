/**
 * What a rule (规则) is: a pure function from known facts and dated figures to an outcome.
 *
 * Takes    facts (any part of them) and the office's figures in force on the day asked about.
 * Returns  worked lines with sources; or the slot it lacks; or that the documents do not cover the case.
 * Leaves   asking to dialogue/, sentences to answer/wording, filing to requests/.
 *
 * A rule asks for a slot by returning `missing`: the dialogue has no script, the rule drives it.
 */
import type { Figures } from "../policy/figures.ts";
import type { Source } from "../policy/source.ts";
import type { Facts, SlotName } from "./slots.ts";

/** One worked line: money as integer `fen`, anything else as a `count` in `unit`; `formula` shows the values used. */
export interface Line {
  readonly label: string;
  readonly fen?: number;
  readonly count?: number;
  readonly unit: string;
  readonly formula: string;
  readonly source: Source;
  /** A claimed line, held against what was approved and the standard; its `fen` is what can be paid of it. */
  readonly held?: Held;
}

/** What a claimed line was held against, in fen; what is not known here is left out. */
export interface Held {
  readonly approvedFen?: number | undefined;
  readonly standardFen?: number | undefined;
  readonly claimedFen: number;
  readonly overFen?: number | undefined;
  /** The reason: a sentence of answer/wording. */
  readonly why: Pick<Finding, "code" | "values">;
}

/** Rows to be read and copied out, not added up; a date is a cell of its own, as ISO text. An empty cell is a gap. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Something that must be said besides the lines: a limit met or broken, a paper to bring, a reading of an unclear clause.
 * `code` names the sentence in answer/wording; `values` fill it.
 */
export interface Finding {
  readonly code: string;
  readonly level: "answer" | "warning" | "note";
  /** It says that a limit or a condition is broken: whoever files the matter must see it, whatever the reply opens with. */
  readonly breach?: true;
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly sources: readonly Source[];
}

/** A sentence of ours and the words it stands on: what is said first, a step of what is to be done, an item of a list. */
export interface Statement {
  readonly text: string;
  readonly sources: readonly Source[];
}

export type Outcome =
  | {
      readonly kind: "worked";
      /** The finding of level "answer" that the reply opens with stands first. */
      readonly findings: readonly Finding[];
      readonly lines: readonly Line[];
      readonly totalFen?: number;
      /** In their order. */
      readonly steps?: readonly Statement[];
      readonly table?: Table;
    }
  | { readonly kind: "missing"; readonly slot: SlotName }
  | { readonly kind: "not-covered"; readonly findings: readonly Finding[] }
  | { readonly kind: "contradiction"; readonly slot: SlotName; readonly findings: readonly Finding[] };

/** Of a rule whose law is all in the data of whichever unit is asked about. */
export const everyUnit = "*";

/** The unit whose figures a rule takes where one of these is asked about; none where it reads another unit's documents. */
export function unitOf({ unit }: Rule, asked: ReadonlySet<string>): string | undefined {
  if (unit === everyUnit) return [...asked][0];
  return asked.has(unit) ? unit : undefined;
}

export interface Rule {
  readonly id: string;
  /** The unit whose documents the rule reads; an asker of another unit never meets it unless the unit is named. `everyUnit`: any. */
  readonly unit: string;
  /** Slots the rule can use, needed or not: a message that gives one of them may be a follow-up of its question. */
  readonly slots: readonly SlotName[];
  /** Names of the dated figures it takes; on a day when one is not in force, the rule is not asked. */
  readonly figures: readonly string[];
  readonly compute: (facts: Facts, figures: Figures) => Outcome;
}

export type Worked =
  | Outcome
  | { readonly kind: "not-in-force"; readonly day: string }
  /** Words that it rests on no longer stand in their document: nothing is said until somebody has confirmed them. */
  | { readonly kind: "source-moved"; readonly sources: readonly Source[] };

/** Runs a rule with the figures of the day; answers that the law of that day is not known here, or that its source has moved. */
export function work(rule: Rule, facts: Facts, figures: Figures): Worked {
  if (!rule.figures.every((name) => figures.inForce(name))) return { kind: "not-in-force", day: figures.day };
  const taken: Source[] = [];
  const outcome = rule.compute(facts, watched(figures, taken));
  const moved = [...taken, ...sourcesOf(outcome)].filter((source) => source.moved);
  return moved.length > 0 ? { kind: "source-moved", sources: moved } : outcome;
}

/** The same figures; every source that is taken is noted, for a bound that decides need not be shown. */
function watched(figures: Figures, taken: Source[]): Figures {
  const noted = <Taken>(value: Taken, ...sources: readonly Source[]): Taken => {
    taken.push(...sources);
    return value;
  };
  return {
    ...figures,
    get: (name) => noted(figures.get(name), figures.get(name).source),
    source: (name) => noted(figures.source(name), figures.source(name)),
    reading: (name) => noted(figures.reading(name), ...figures.reading(name).sources),
  };
}

function sourcesOf(outcome: Outcome): readonly Source[] {
  const findings = "findings" in outcome ? outcome.findings.flatMap(({ sources }) => sources) : [];
  if (outcome.kind !== "worked") return findings;
  return [
    ...findings,
    ...outcome.lines.map(({ source }) => source),
    ...(outcome.steps ?? []).flatMap(({ sources }) => sources),
  ];
}

/** An amount of money as integer fen. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100);
/** A sum of yuan or points without the crumbs that adding and taking away leave: 40.55, never 40.550000000000004. */
export const inHundredths = (sum: number): number => Math.round(sum * 100) / 100;
