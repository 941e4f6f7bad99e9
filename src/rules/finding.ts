/**
 * Findings (结论与提示): the three levels a rule can say something at, breaches, and readings of unclear clauses.
 *
 * Takes    a code, the values its sentence needs, and the sources it stands on.
 * Returns  the finding; `reading` puts the reading's own text into `values.reading` and brings its sources.
 * Leaves   the sentence to answer/wording.
 */
import type { Figures } from "../policy/figures.ts";
import type { Source } from "../policy/source.ts";
import type { Finding, Outcome } from "./rule.ts";

type Values = Finding["values"];

const finding =
  (level: Finding["level"]) =>
  (code: string, values: Values, ...sources: readonly Source[]): Finding => ({ code, level, values, sources });

/** What the reply opens with. */
export const answer = finding("answer");
/** What goes wrong if it is overlooked. */
export const warning = finding("warning");
/** What is good to know besides. */
export const note = finding("note");

/** The same finding, as one that says what is broken. */
export const breach = (found: Finding): Finding => ({ ...found, breach: true });

/** A finding that rests on a reading: it carries the reading's text and the clauses that left it open. */
export function reading(
  level: Finding["level"],
  code: string,
  figures: Figures,
  name: string,
  values: Values = {},
): Finding {
  const { text, sources } = figures.reading(name);
  return { code, level, values: { ...values, reading: text }, sources };
}

/** A worked outcome of findings alone, without figures to add up. */
export const told = (...findings: readonly Finding[]): Outcome => ({ kind: "worked", findings, lines: [] });
