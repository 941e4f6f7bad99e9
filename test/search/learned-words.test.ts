/**
 * What people say is learned to stand for what passages write.
 */
import { describe, expect, it } from "vitest";
import { learnWords, type Pair } from "../../src/search/learned-words.ts";

const pair = (said: string, written: string): Pair => ({ said: said.split(" "), written: written.split(" ") });
const pairs = [
  pair("老板 拖 工资", "用人单位 应当 支付 劳动报酬"),
  pair("老板 开除 我", "用人单位 应当 解除 劳动合同"),
  pair("拖 工资 多久", "应当 及时 支付 劳动报酬"),
  pair("邻居 吵", "应当 遵守 噪声 规定"),
  pair("邻居 装修", "应当 遵守 相邻 关系"),
];
const learned = learnWords(pairs);
const first = (said: string): string | undefined => learned.meaning(said)[0]?.word;

describe("a word that people say", () => {
  it("stands for the written word that comes with it, and not with others", () => {
    expect(first("老板")).toBe("用人单位");
    expect(["支付", "劳动报酬"]).toContain(first("工资"));
  });
  it("does not stand for what every passage writes", () => expect(first("邻居")).not.toBe("应当"));
  it("has its meanings in the order of their likelihood, which is no more than a whole", () => {
    const likelihoods = learned.meaning("老板").map(({ likelihood }) => likelihood);
    expect(likelihoods).toEqual(likelihoods.toSorted((one, other) => other - one));
    expect(likelihoods.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });
  it("has no meaning when nobody said it", () => expect(learned.meaning("天气")).toEqual([]));
  it("is learned the same from the same pairs", () =>
    expect(learnWords(pairs).meaning("老板")).toEqual(learned.meaning("老板")));
  it("is not learned from nothing", () => expect(learnWords([]).meaning("老板")).toEqual([]));
});
