/**
 * Which rule a question is for, by the cues of data/cues.json.
 *
 * Takes    a folded question, the facts read from it, and the unit asked about.
 * Returns  the rules whose cues fit, in the file's order (the more particular first).
 * A cue fits when each of its groups is found, none of `unless` is, and at least one of `given` was read.
 */
import { z } from "zod";
import { DataError } from "../errors.ts";
import { readJson } from "../lib/read-json.ts";
import { type RequestType, requestTypes } from "../requests/request.ts";
import { type Facts, type SlotName, slotNames, slots } from "../rules/slots.ts";

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
}

/** A cue whose rule is "route.travel" asks who approves a travel request: the type of that request. */
export function routeType(rule: string): RequestType | undefined {
  return requestTypes.find((type) => rule === `route.${type}`);
}

export interface Cues {
  readonly of: (folded: string, facts: Facts) => readonly Cue[];
  /** Every rule named, for a test that each exists. */
  readonly rules: readonly string[];
}

/** Reads and compiles the file once. */
export function openCues(path: string): Cues {
  const rows = readJson(path, shape).map((row) => ({
    ...row,
    when: row.when.map((source) => compile(path, row.rule, source)),
    unless: row.unless.map((source) => compile(path, row.rule, source)),
  }));
  return {
    rules: rows.map((row) => row.rule),
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

function compile(path: string, rule: string, source: string): RegExp {
  try {
    return new RegExp(source, "iu");
  } catch (cause) {
    throw new DataError(path, rule, "a cue here is not a regular expression: mend it", cause);
  }
}
