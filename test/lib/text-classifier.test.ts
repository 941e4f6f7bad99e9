/**
 * Learning classes of short texts from example lines.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Example, learn } from "../../src/lib/text-classifier.ts";

const lines = (name: string, texts: readonly string[]): readonly Example[] =>
  texts.map((text) => ({ text, class: name }));
const examples = [
  ...lines("yes", ["可以", "可以的", "行,可以", "同意", "我同意", "同意了"]),
  ...lines("no", ["不可以", "不行", "这个不行", "不同意", "我不同意", "别批"]),
];
const best = (taught: readonly Example[], text: string) => learn(taught)(text)[0]?.class;

describe("a classifier", () => {
  it("takes a text for the class whose examples it is like", () => {
    expect(best(examples, "我可以")).toBe("yes");
    expect(best(examples, "我看不行")).toBe("no");
  });
  it("learns from a line that is added", () => {
    const more = [...examples, ...lines("later", ["改天再说", "回头再说", "改天吧,再说"])];
    expect(best(examples, "回头说吧")).not.toBe("later");
    expect(best(more, "回头再说吧")).toBe("later");
  });
  it("is the same whenever it learns the same lines", () =>
    expect(learn(examples)("可以不可以")).toEqual(learn(examples)("可以不可以")));
  it("gives every class a share of any text, and the shares sum to 1", () => {
    const classify = learn(examples);
    const property = fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      const shares = classify(text);
      expect(shares.map((one) => one.class).toSorted()).toEqual(["no", "yes"]);
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
    });
    fc.assert(property, { numRuns: 200 });
  });
});
