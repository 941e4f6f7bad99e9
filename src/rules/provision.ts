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
import { type Condition, holds } from "./condition.ts";
import { answer, breach, note, reading, warning } from "./finding.ts";
import { counted, type Sum, summed } from "./provision-sum.ts";
import type { Finding, Outcome, Rule, Step } from "./rule.ts";
import type { Facts, SlotName } from "./slots.ts";

/** A sentence of ours and the words it stands on. */
export interface Statement {
  readonly text: string;
  readonly sources: readonly Source[];
}

export interface Entry {
  readonly name: string;
  /** Patterns that must all be found in the matter; an entry without any is what is said in general. */
  readonly said: readonly RegExp[];
  readonly unless: readonly RegExp[];
  readonly when: readonly (readonly [SlotName, Condition])[];
  readonly says: Statement;
  /** What it works out where the asker said how many: {sum} and {count} in `says`; without a number it is not chosen. */
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
  const compute = (near: Nearness) => (facts: Facts, figures: Figures) =>
    said(chosen(entries, each, facts, near), facts, entries, figures);
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
    from: (near) => ({ ...rule, compute: compute(near) }),
    fits: (matter) => entries.some((entry) => entry.said.length > 0 && isSaid(entry, matter)),
  };
}

/** Do the words of the matter call this entry? */
export const isSaid = ({ said, unless, sum }: Entry, matter: string): boolean =>
  (sum === undefined || counted(sum, matter) !== undefined) &&
  said.every((pattern) => pattern.test(matter)) &&
  !unless.some((pattern) => pattern.test(matter));

const isMet = ({ when }: Entry, facts: Facts): boolean => when.every(([slot, wanted]) => holds(wanted, facts[slot]));

/**
 * What words of the matter that call an entry weigh, beside the nearness of its past questions. The file's order puts the
 * more particular first.
 */
const called = { first: 0.4, after: 0.1 } as const;

/** The entries to say: the one that the words of the matter and its past questions speak for most; else what is said in general. */
function chosen(entries: readonly Entry[], each: boolean, facts: Facts, near: Nearness): readonly Entry[] {
  const matter = facts.matter ?? "";
  const open = entries.filter((entry) => isMet(entry, facts));
  const named = open.filter((entry) => entry.said.length > 0 && isSaid(entry, matter));
  if (each && named.length > 0) return named;
  const nearest = Math.max(0, ...open.map(({ name }) => near(name)));
  // What nobody has asked yet is called by its words alone: they make it as near as any.
  const nearness = ({ name, asks }: Entry): number => (asks.length === 0 ? nearest : near(name));
  const weight = (entry: Entry): number =>
    nearness(entry) + (entry === named[0] ? called.first : named.includes(entry) ? called.after : 0);
  const spoken = open
    .filter((entry) => named.includes(entry) || (entry.sum === undefined && near(entry.name) > 0))
    .toSorted((one, other) => weight(other) - weight(one));
  const [found] = [...spoken, ...open.filter(({ sum, said }) => sum === undefined && said.length === 0)];
  return found === undefined ? [] : [found];
}

function said(found: readonly Entry[], facts: Facts, entries: readonly Entry[], figures: Figures): Outcome {
  if (found.length === 0) return { kind: "missing", slot: lacked(entries, facts) };
  const state = ({ text, sources }: Statement) => filled(text, sources, figures);
  const sums = found.flatMap(({ sum }) => (sum && summed(sum, facts.matter ?? "", figures)) ?? []);
  const findings = found.flatMap((entry): readonly Finding[] => {
    const worked = entry.sum && summed(entry.sum, facts.matter ?? "", figures);
    const { text, sources } = entry.says;
    const told = text.replace("{sum}", `${worked?.total}`).replace("{count}", `${worked?.count}`);
    const opening = finding(answer, state({ text: told, sources }));
    return [
      entry.forbids ? breach(opening) : opening,
      ...entry.warnings.map((one) => finding(warning, state(one))),
      ...entry.notes.map((one) => finding(note, state(one))),
      ...entry.readings.map((name) => reading("note", "provision.reading", figures, name)),
    ];
  });
  if (found.every(({ silent }) => silent)) return { kind: "not-covered", findings };
  const steps = found.flatMap((entry) => entry.steps.map((one): Step => state(one)));
  return { kind: "worked", findings, lines: sums.map(({ line }) => line), ...(steps.length === 0 ? {} : { steps }) };
}

/** What would decide between the entries and is not known: a fact that one asks for, else the matter itself. */
function lacked(entries: readonly Entry[], facts: Facts): SlotName {
  const unknown = entries.flatMap(({ when }) => when.map(([slot]) => slot)).find((slot) => facts[slot] === undefined);
  return unknown ?? "matter";
}

const finding = (level: typeof answer, { text, sources }: Statement): Finding =>
  level("provision.says", { text }, ...sources);

const named = /\{([a-z][\w.-]+)\}/g;

/** The figures that an entry's sentences name. */
function figuresNamed({ says, sum, steps, warnings, notes }: Entry): readonly string[] {
  const told = [says, ...steps, ...warnings, ...notes].flatMap(({ text }) =>
    [...text.matchAll(named)].map(([, name = ""]) => name),
  );
  return sum === undefined ? told : [...sum.of, ...told.filter((name) => name !== "sum" && name !== "count")];
}

/** A sentence with its figures in it; their sources join its own. */
function filled(text: string, sources: readonly Source[], figures: Figures): Statement {
  const own: Source[] = [];
  const words = text.replace(named, (_, name: string) => {
    const { value, source } = figures.get(name);
    own.push(source);
    return String(value);
  });
  return { text: words, sources: [...sources, ...own] };
}
