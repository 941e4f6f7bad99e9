/**
 * What holds for every rule there is, whatever the facts: sums, sources, silence where a source is gone.
 *
 * Facts are made from the slots themselves (made-facts.ts), so that a new slot and a new rule are tried from the day they
 * are added; that the facts made are good for something is a property too.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose } from "../../src/answer/compose.ts";
import { ruleBook } from "../../src/rules/all.ts";
import { openProvisions } from "../../src/rules/provision-file.ts";
import { work } from "../../src/rules/rule.ts";
import { book, figureBook, library } from "./law.ts";
import { type Asked, askedOf } from "./made-facts.ts";
import { goneFigures, nothingStands } from "./nothing-stands.ts";

const day = "2026-11-23";
const worked = ({ rule, unit, facts }: Asked) => work(rule, facts, figureBook.on(unit, day));
const goneBook = ruleBook(openProvisions("data/provisions", nothingStands, goneFigures));

describe.each(book.all.map((rule) => ({ rule, id: rule.id })))("$id", ({ rule, id }) => {
  it("is worked by some of the facts that are made here, and cites its sources for a good share of them", () => {
    const silent = book.provision(id)?.entries.every((entry) => entry.silent) === true;
    const outcomes = fc.sample(askedOf(rule), { numRuns: 150, seed: 2020 }).map(worked);
    expect(outcomes.map(({ kind }) => kind)).toContain(silent ? "not-covered" : "worked");
    const cited = outcomes.filter((outcome) => compose(outcome).citations.length > 0);
    expect(cited.length).toBeGreaterThanOrEqual(outcomes.length / 10);
  });
  it("adds up: the total is the sum of its lines, none of them negative or unnamed", () => {
    fc.assert(
      fc.property(askedOf(rule), (asked) => {
        const outcome = worked(asked);
        if (outcome.kind !== "worked") return;
        for (const { fen, count, label, formula, unit } of outcome.lines) {
          expect(fen ?? count ?? -1).toBeGreaterThanOrEqual(0);
          if (fen !== undefined) expect(Number.isInteger(fen)).toBe(true);
          expect([label, formula, unit].every((words) => words.length > 0)).toBe(true);
        }
        if (outcome.totalFen !== undefined)
          expect(outcome.lines.reduce((sum, { fen = 0 }) => sum + fen, 0)).toBe(outcome.totalFen);
      }),
      { numRuns: 100 },
    );
  });
  it("gives every figure its clause and the words that stand in it", () => {
    fc.assert(
      fc.property(askedOf(rule), (asked) => {
        const outcome = worked(asked);
        const { citations, result, body } = compose(outcome);
        expect(body).not.toMatch(/undefined|NaN|\{|\d\.\d{7,}|e[+-]\d/);
        for (const { doc, clause, quote } of citations) expect(() => library.quote(doc, clause, quote)).not.toThrow();
        if (result !== undefined) expect(citations.length).toBeGreaterThan(0);
        if (outcome.kind !== "worked") return;
        for (const { source } of outcome.lines)
          expect(citations.some((one) => one.doc === source.doc && one.quote.includes(source.quote))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
  it("says nothing that stands on words where its sources are missing", () => {
    const lost = goneBook.of(id) ?? rule;
    const askedLost = askedOf(lost, goneBook);
    const kinds = fc.sample(askedLost, { numRuns: 50, seed: 2020 }).map(({ rule, unit, facts }) => {
      const outcome = work(rule, facts, goneFigures.on(unit, day));
      return outcome.kind;
    });
    expect(kinds).toContain("source-moved");
    fc.assert(
      fc.property(askedLost, ({ rule, unit, facts }) => {
        const outcome = work(rule, facts, goneFigures.on(unit, day));
        if ("findings" in outcome) expect(outcome.findings.flatMap(({ sources }) => sources)).toEqual([]);
        if (outcome.kind === "worked") expect(outcome.lines).toEqual([]);
        expect(compose(outcome).result).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
  it("knows no figure of a day on which the document was not in force", () => {
    if (rule.figures.length === 0) return;
    fc.assert(
      fc.property(askedOf(rule), ({ rule, unit, facts }) => {
        expect(work(rule, facts, figureBook.on(unit, "1990-01-01")).kind).toBe("not-in-force");
      }),
      { numRuns: 20 },
    );
  });
});
