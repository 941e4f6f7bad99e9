/**
 * A question's terms, and how much each of them counts.
 */
import { describe, expect, it } from "vitest";
import { questionTerms } from "../../src/search/question-terms.ts";
import { fitted } from "../../src/search/ranking-weights.ts";
import { terms } from "../../src/search/tokens.ts";

const weights = (question: string) =>
  new Map(questionTerms(question, fitted).map(({ term, weight }) => [term, weight]));
/** A character's own weight, or that of a pair. */
const weightOf = (question: string, text: string) => weights(question).get(terms(text)[text.length - 1] ?? 0);

describe("a question", () => {
  it("has the terms of any text, each once", () => {
    const question = "公章归谁管,公章在哪里";
    expect([...weights(question).keys()].toSorted()).toEqual([...new Set(terms(question))].toSorted());
    expect(questionTerms(question, fitted)).toHaveLength(weights(question).size);
  });
  it("counts a word that asks for less than one that says what about", () =>
    expect(weightOf("公章归谁管", "谁")).toBeLessThan(weightOf("公章归谁管", "管") ?? 0));
  it("counts a pair beside a word that asks between the two", () => {
    const [beside, about] = [weightOf("公章归谁管", "归谁") ?? 0, weightOf("公章归谁管", "公章") ?? 0];
    expect(beside).toBeLessThan(about);
    expect(beside).toBeGreaterThan(weightOf("什么", "什么") ?? 0);
  });
  it("counts what it says again for more", () =>
    expect(weightOf("公章,公章", "公章")).toBeGreaterThan(weightOf("公章", "公章") ?? 0));
  it("counts a name in Latin letters and a number for more", () =>
    expect(weights("用wifi").get(terms("wifi")[0] ?? 0)).toBeGreaterThan(weightOf("用wifi", "用") ?? 0));
  it("of no words has no terms", () => expect(questionTerms("?!。", fitted)).toEqual([]));
});
