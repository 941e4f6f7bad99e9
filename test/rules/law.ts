/**
 * The law the rule tests work with: the office's own documents and figures, as they are on one day.
 *
 * `opening` and `everything` put findings into words, so that a test reads what a person would read.
 */
import { openLaw } from "../../src/law.ts";
import { openLibrary } from "../../src/policy/library.ts";
import { openStaff } from "../../src/requests/staff.ts";
import type { Worked } from "../../src/rules/rule.ts";

const law = openLaw("data", openLibrary("data/documents"));
export const { library, figures: figureBook, routes: routeBook, rules: book } = law;
export const { provisions } = book;
export const routes = routeBook.on("2026-11-23");
export const staff = openStaff("data/staff.json");

export const ziyang = figureBook.on("ziyang", "2026-11-23");
export const xingtai = figureBook.on("xingtai", "2026-11-23");

type Wording = Readonly<Record<string, (values: Readonly<Record<string, string | number | boolean>>) => string>>;

const sentences = (outcome: Worked, wording: Wording): readonly string[] =>
  "findings" in outcome
    ? outcome.findings.map(({ code, values }) => {
        const sentence = wording[code];
        if (sentence === undefined) throw new Error(`no sentence for ${code}`);
        return sentence(values);
      })
    : [];

/** The sentence the reply opens with. */
export const opening = (outcome: Worked, wording: Wording): string =>
  sentences(outcome, wording)[0] ?? `${outcome.kind}${outcome.kind === "missing" ? ` ${outcome.slot}` : ""}`;

/** All sentences, a line each. */
export const everything = (outcome: Worked, wording: Wording): string => sentences(outcome, wording).join("\n");

/** Codes of the findings, in order. */
export const codes = (outcome: Worked): readonly string[] =>
  "findings" in outcome ? outcome.findings.map(({ code }) => code) : [];
