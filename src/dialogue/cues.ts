/**
 * Which rule a question is for, by the cues of data/cues.json; where none fits, by its likeness to data/phrases/rules.
 *
 * Takes    a folded question and the facts read from it.
 * Returns  the rules whose cues fit, in the file's order (the more particular first); or those it is like, the likeliest first.
 * Leaves   whether the facts suffice to the rule: a rule that is only likely never asks back.
 * Who signs is asked in few ways, which the cues know, and a route needs no fact that could show a mistake: no route is likely.
 * A cue fits when each of its groups is found, none of `unless` is, and at least one of `given` was read.
 */
import { z } from "zod";
import { readJson } from "../lib/read-json.ts";
import { readLines } from "../lib/read-lines.ts";
import { readPattern } from "../lib/read-pattern.ts";
import { type RequestType, requestTypes } from "../requests/request.ts";
import { type Facts, type SlotName, slotNames, slots } from "../rules/slots.ts";
import { learnt, levelled } from "./phrases.ts";

const slot = z.enum(slotNames as [SlotName, ...SlotName[]]);
const shape = z.array(
  z.strictObject({
    rule: z.string(),
    when: z.array(z.string()).default([]),
    unless: z.array(z.string()).default([]),
    given: z.array(slot).default([]),
    all: z.array(slot).default([]),
    /** Facts that the words of the cue themselves state. */
    means: z.strictObject(slots).partial().default({}),
    /** Slots of the rule that take what was read for another: {"heldOn": "start"}. */
    takes: z.partialRecord(slot, slot).default({}),
    /** Where the rule lacks a slot, what the question means without it: {"days": {"perDay": true}}. */
    lacking: z.partialRecord(slot, z.strictObject(slots).partial()).default({}),
    /** The question can only be this rule's: what is missing is asked back, not searched for. */
    asksBack: z.boolean().default(false),
  }),
);

export interface Cue {
  readonly rule: string;
  readonly means: Facts;
  readonly takes: Readonly<Partial<Record<SlotName, SlotName | undefined>>>;
  readonly lacking: Readonly<Partial<Record<SlotName, Facts | undefined>>>;
  readonly asksBack: boolean;
  /** The question is only like those of the rule: it is tried where something it can use was said. */
  readonly likely?: true;
}

/** A cue whose rule is "route.travel" asks who approves a travel request: the type of that request. */
export function routeType(rule: string): RequestType | undefined {
  return requestTypes.find((type) => rule === `route.${type}`);
}

/** A cue of this name asks for the record of leaves, which no rule works out. */
export const leaveRecord = "leave-record";

export interface Cues {
  readonly of: (folded: string, facts: Facts) => readonly Cue[];
  /** Rules whose example questions the question is like; none where it is like those that only the clauses answer. */
  readonly likely: (folded: string) => readonly Cue[];
  /** Every rule named, for a test that each exists. */
  readonly rules: readonly string[];
}

/** The class of questions that no rule answers, and the least share of a rule that is tried. */
const none = "none";
const tried = 0.4;

/** Reads and compiles the cues once, and the example questions of each rule that has cues. */
export function openCues(path: string, phrases: string): Cues {
  const rows = readJson(path, shape).map((row) => ({
    ...row,
    when: row.when.map((source) => readPattern(source, path, row.rule)),
    unless: row.unless.map((source) => readPattern(source, path, row.rule)),
  }));
  const asked = [...new Set(rows.map(({ rule }) => rule)), none].flatMap((rule) =>
    readLines(`${phrases}/${rule}.txt`).map((text) => ({ text, class: rule })),
  );
  const classify = learnt(asked, levelled);
  return {
    rules: rows.map((row) => row.rule),
    likely(folded) {
      const shares = classify(folded);
      const clauses = shares.find((one) => one.class === none)?.share ?? 1;
      const best = shares.filter(({ share }) => share > clauses && share >= tried);
      return best.filter((one) => routeType(one.class) === undefined).map((one) => likelyCue(one.class, rows));
    },
    of: (folded, facts) =>
      rows.filter(
        (row) =>
          row.when.every((pattern) => pattern.test(folded)) &&
          !row.unless.some((pattern) => pattern.test(folded)) &&
          (row.given.length === 0 || row.given.some((name) => facts[name] !== undefined)) &&
          row.all.every((name) => facts[name] !== undefined),
      ),
  };
}

/** A cue by likeness states only what every cue of its rule states. */
function likelyCue(rule: string, rows: readonly Cue[]): Cue {
  const [first, ...others] = rows.filter((row) => row.rule === rule);
  const shared = Object.entries(first?.means ?? {}).filter(([slot, value]) =>
    others.every(({ means }) => means[slot as SlotName] === value),
  );
  return {
    rule,
    means: Object.fromEntries(shared),
    takes: first?.takes ?? {},
    lacking: {},
    asksBack: false,
    likely: true,
  };
}
