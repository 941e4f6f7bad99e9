/**
 * Imprints: a link tells which words were cited without carrying them.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bears, imprint } from "../../src/lib/imprint.ts";

const clause = "第五条 伙食补助费每人每天100元,公杂费每人每天80元。";

describe("an imprint", () => {
  it("is borne by a text that holds the words, wherever they stand, in any width and with any blanks", () => {
    for (const words of [clause, "第五条", "每人每天80元", "每人每天 １００元\uff0c公杂费"])
      expect(bears(clause, imprint(words))).toBe(true);
  });
  it("is not borne where one character is another", () => {
    expect(bears(clause, imprint("每人每天120元"))).toBe(false);
    expect(bears(clause.replace("100", "120"), imprint(clause))).toBe(false);
  });
  it("is short however long the words are", () => expect(imprint(clause.repeat(500)).length).toBeLessThan(20));
  it("that is none is borne by nothing", () => {
    for (const mark of ["", "0-0", "-", "9-", "12-zzzzzzz", "99999999-1", "每人"])
      expect(bears(clause, mark)).toBe(false);
    expect(bears(clause, imprint(""))).toBe(false);
  });
  it("of any part is borne by the whole, and of a changed part is not", () =>
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, words, after) => {
        fc.pre(/^\p{ASCII}*$/u.test(before + words + after) && /\S/u.test(words));
        expect(bears(before + words + after, imprint(words))).toBe(true);
        expect(bears(words, imprint(`${words}!`))).toBe(false);
      }),
    ));
});
