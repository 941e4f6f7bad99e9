/**
 * Provisions (规定): rules written as data, for what the documents lay down in words: who does what, steps, what is forbidden.
 *
 * Takes    facts, with `matter`: what is asked about, in the asker's own words; and the figures in force that day.
 * Returns  what the fitting entry says, its steps, each with its source; of several things named, each where the file says so.
 * Leaves   reading the files to provision-file.ts, which question reaches one to search/ (`asks`) and data/cues.json.
 * Why      a sentence names the figure it states ({mail.checks}), so that no number of the law stands in two places.
 */
import type { Figures } from "../policy/figures.ts";
import type { Source } from "../policy/source.ts";
import { figuresIn, holds, type WrittenCondition, withFigures } from "./condition.ts";
import { answer, breach, note, reading, warning } from "./finding.ts";
import { type Named, numbersIn, type Sum, type Summed, summed } from "./provision-sum.ts";
import type { Finding, Line, Outcome, Rule, Statement } from "./rule.ts";
import type { Facts, SlotName } from "./slots.ts";

export interface Entry {
  readonly name: string;
  /** Patterns that must all be found in the matter; an entry without any is what is said in general. */
  readonly said: readonly RegExp[];
  readonly unless: readonly RegExp[];
  readonly when: readonly (readonly [SlotName, WrittenCondition])[];
  readonly says: Statement;
  /** What it works out where the asker said how many: {sum} and {count} in its sentences; without a number it is not chosen. */
  readonly sum?: Sum | undefined;
  readonly steps: readonly Statement[];
  readonly warnings: readonly Statement[];
  readonly notes: readonly Statement[];
  readonly readings: readonly string[];
  /** The documents are silent on it: the statement says what is not written. */
  readonly silent: boolean;
  /** It says that something may not be done. */
  readonly forbids: boolean;
  /** How people ask it: past questions, by which the search finds it. */
  readonly asks: readonly string[];
}

/** How near the past questions of an entry are to the question, as the search has it; 0 where it was not found. */
export type Nearness = (entry: string) => number;

export interface Provision extends Rule {
  readonly title: string;
  /** Where it stands, as the table of rules lists it: 004 一(五). */
  readonly row: string;
  readonly entries: readonly Entry[];
  /** It sets documents side by side. */
  readonly compares: boolean;
  /** The entries that speak, for what is known and how near their past questions are. */
  readonly speaking: (near: Nearness, facts: Facts, figures: Figures) => readonly Entry[];
  /** The same rule, which weighs how near each entry's past questions are to what is asked. */
  readonly from: (near: Nearness) => Rule;
  /** Do words of the matter choose an entry? Then 那文旅呢 goes on with this rule. */
  readonly fits: (matter: string) => boolean;
}

export interface ProvisionBody {
  readonly id: string;
  readonly unit: string;
  readonly title: string;
  readonly row: string;
  /** Every entry whose words are found is said, not the first alone: a plan that breaks two rules breaks both. */
  readonly each: boolean;
  readonly entries: readonly Entry[];
}

/** The rule that a provision is. */
export function provision({ id, unit, title, row, each, entries }: ProvisionBody): Provision {
  const speaking: Provision["speaking"] = (near, facts, figures) => chosen(entries, { each, facts, figures, near });
  const compute = (near: Nearness) => (facts: Facts, figures: Figures) =>
    said(speaking(near, facts, figures), facts, entries, figures);
  const rule: Rule = {
    id,
    unit,
    slots: [...new Set<SlotName>(["matter", ...entries.flatMap(({ when }) => when.map(([slot]) => slot))])],
    figures: [...new Set(entries.flatMap(figuresNamed))],
    compute: compute(() => 0),
  };
  return {
    ...rule,
    title,
    row,
    entries,
    compares: row.startsWith("between documents"),
    speaking,
    from: (near) => ({ ...rule, compute: compute(near) }),
    fits: (matter) => entries.some((entry) => entry.said.length > 0 && isSaid(entry, matter)),
  };
}

/** Do the words of the matter call this entry? */
export const isSaid = ({ said, unless, sum }: Entry, matter: string): boolean =>
  (sum === undefined || numbersIn(sum, matter).length > 0) &&
  said.every((pattern) => pattern.test(matter)) &&
  !unless.some((pattern) => pattern.test(matter));

interface Choice {
  readonly each: boolean;
  readonly facts: Facts;
  readonly figures: Figures;
  readonly near: Nearness;
}

/**
 * What words of the matter that call an entry weigh, beside the nearness of its past questions. The file's order puts the
 * more particular first. Words call what is not written less surely: half of them are the neighbour's that is.
 */
const called = { first: 0.4, after: 0.1, ofSilence: 0.6 } as const;

/** The entries to say: the one that the words of the matter and its past questions speak for most; else what is said in general. */
function chosen(entries: readonly Entry[], { each, facts, figures, near }: Choice): readonly Entry[] {
  const matter = facts.matter ?? "";
  // A bound is taken where it decides: one whose words have moved silences no entry that it says nothing of.
  const isMet = ({ when }: Entry): boolean =>
    when.every(([slot, wanted]) => holds(withFigures(wanted, figures), facts[slot]));
  const named = entries.filter((entry) => entry.said.length > 0 && isSaid(entry, matter) && isMet(entry));
  if (each && named.length > 0) return named;
  const nearest = Math.max(0, ...entries.map(({ name }) => near(name)));
  // What nobody has asked yet is called by its words alone: they make it as near as any.
  const nearness = ({ name, asks }: Entry): number => (asks.length === 0 ? nearest : near(name));
  const weight = (entry: Entry): number =>
    nearness(entry) +
    (entry.silent ? called.ofSilence : 1) *
      (entry === named[0] ? called.first : named.includes(entry) ? called.after : 0);
  const found =
    entries
      .filter((entry) => named.includes(entry) || (entry.sum === undefined && near(entry.name) > 0))
      .toSorted((one, other) => weight(other) - weight(one))
      .find(isMet) ?? entries.find((entry) => entry.sum === undefined && entry.said.length === 0 && isMet(entry));
  return found === undefined ? [] : [found];
}

function said(found: readonly Entry[], facts: Facts, entries: readonly Entry[], figures: Figures): Outcome {
  if (found.length === 0) return { kind: "missing", slot: lacked(entries, facts) };
  const told = found.map((entry) => toldBy(entry, facts.matter ?? "", figures));
  const findings = told.flatMap((one) => one.findings);
  if (found.every(({ silent }) => silent)) return { kind: "not-covered", findings };
  const steps = told.flatMap((one) => one.steps);
  const lines = told.flatMap((one) => one.lines);
  return { kind: "worked", findings, lines, ...(steps.length === 0 ? {} : { steps }) };
}

interface Told {
  readonly findings: readonly Finding[];
  readonly steps: readonly Statement[];
  readonly lines: readonly Line[];
}

/** What one entry says, with its figures in it. */
function toldBy(entry: Entry, matter: string, figures: Figures): Told {
  const worked = entry.sum && summed(entry.sum, matter, figures);
  const state = (one: Statement): Statement => filled(one, figures, worked);
  const finding = (level: typeof answer, one: Statement): Finding => {
    const { text, sources } = state(one);
    return level("provision.says", { text }, ...sources);
  };
  const opening = finding(answer, entry.says);
  return {
    findings: [
      entry.forbids ? breach(opening) : opening,
      ...entry.warnings.map((one) => finding(warning, one)),
      ...entry.notes.map((one) => finding(note, one)),
      ...entry.readings.map((name) => reading("note", "provision.reading", figures, name)),
    ],
    steps: entry.steps.map(state),
    lines: worked === undefined ? [] : [worked.line],
  };
}

/** What would decide between the entries and is not known: a fact that one asks for, else the matter itself. */
function lacked(entries: readonly Entry[], facts: Facts): SlotName {
  const unknown = entries.flatMap(({ when }) => when.map(([slot]) => slot)).find((slot) => facts[slot] === undefined);
  return unknown ?? "matter";
}

const named = /\{([a-z][\w.-]+)\}/g;
/** What a sentence names that is worked out, and stands in no file. */
const workedOut: ReadonlySet<string> = new Set<keyof Summed>(["sum", "count"]);

/** The figures that an entry rests on: those that its sentences name, those it adds, the bounds of its conditions. */
function figuresNamed({ says, sum, steps, warnings, notes, when }: Entry): readonly string[] {
  const told = [says, ...steps, ...warnings, ...notes].flatMap(({ text }) =>
    [...text.matchAll(named)].map(([, name = ""]) => name),
  );
  const own = sum === undefined ? told : [...sum.of, ...told.filter((name) => !workedOut.has(name))];
  return [...own, ...when.flatMap(([, wanted]) => figuresIn(wanted))];
}

/** A sentence with its numbers in it; what they stand on joins its own sources. */
function filled({ text, sources }: Statement, figures: Figures, worked: Summed | undefined): Statement {
  const own: Source[] = [];
  const words = text.replace(named, (_, name: string) => {
    const { value, sources } = numberNamed(name, figures, worked);
    own.push(...sources);
    return String(value);
  });
  return { text: words, sources: [...sources, ...own] };
}

function numberNamed(name: string, figures: Figures, worked: Summed | undefined): Named {
  if (worked !== undefined && (name === "sum" || name === "count")) return worked[name];
  const { value, source } = figures.get(name);
  return { value, sources: [source] };
}
