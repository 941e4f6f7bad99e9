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

export type Outcome =
  | {
      readonly kind: "worked";
      /** The finding of level "answer" that the reply opens with stands first. */
      readonly findings: readonly Finding[];
      readonly lines: readonly Line[];
      readonly totalFen?: number;
    }
  | { readonly kind: "missing"; readonly slot: SlotName }
  | { readonly kind: "not-covered"; readonly findings: readonly Finding[] }
  | { readonly kind: "contradiction"; readonly slot: SlotName; readonly findings: readonly Finding[] };

export interface Rule {
  readonly id: string;
  /** Units whose documents the rule reads; an asker of another unit never meets it unless the unit is named. */
  readonly unit: string;
  /** Slots the rule can use, needed or not: a message that gives one of them may be a follow-up of its question. */
  readonly slots: readonly SlotName[];
  /** Names of the dated figures it takes; on a day when one is not in force, the rule is not asked. */
  readonly figures: readonly string[];
  readonly compute: (facts: Facts, figures: Figures) => Outcome;
}

export type Worked = Outcome | { readonly kind: "not-in-force"; readonly day: string };

/** Runs a rule with the figures of the day, or answers that the law of that day is not known here. */
export function work(rule: Rule, facts: Facts, figures: Figures): Worked {
  if (!rule.figures.every((name) => figures.inForce(name))) return { kind: "not-in-force", day: figures.day };
  return rule.compute(facts, figures);
}

/** An amount of money as integer fen. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100);
