/**
 * Passages of any collection, ranked: by their words, where these stand, and by past questions.
 */
import { describe, expect, it } from "vitest";
import { bm25 } from "../../src/search/bm25.ts";
import { indexedText, openRanking, rankingOver } from "../../src/search/ranking.ts";
import { fitted } from "../../src/search/ranking-weights.ts";
import type { Passage } from "../../src/search/second-look.ts";
import { terms } from "../../src/search/tokens.ts";

const passage = (text: string, headings = "", document = 0): Passage => ({ title: "", headings, text, document });
const passages = [
  passage("请假应当填写申请。三天以内由科长批准。", "考勤", 0),
  passage("用印应当登记。", "印章", 0),
  passage("车辆由办公室统一调度。", "车辆", 1),
  passage("外出登记。车辆登记。", "其他", 2),
  passage("登记簿由专人保管。", "印章", 0),
];
const first = (question: string, ranking = openRanking(passages)) => ranking.find(question, 10)[0]?.passage;

describe("a passage", () => {
  it("is found by its words", () => expect(first("请假几天要批准")).toBe(0));
  it("is found by the headings above it", () => expect(first("印章登记")).toBe(1));
  it("is found in any script and width", () => expect(first("車輛由誰調度")).toBe(2));
  it("has a score that its parts add up to", () => {
    const past = [{ question: "借车", passages: [2] }];
    for (const { score, why } of openRanking(passages, past).find("车辆登记", 10)) {
      expect(Object.values(why).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score);
    }
  });
  it("is not found for words that stand nowhere", () => {
    expect(openRanking(passages).find("网络密码", 10)).toEqual([]);
    expect(openRanking(passages).find("", 10)).toEqual([]);
    expect(openRanking([]).find("请假", 10)).toEqual([]);
  });
});

describe("an index that stands already", () => {
  it("is ranked as one that is made for it", () => {
    const index = bm25(passages.map((one) => terms(indexedText(one))));
    const over = rankingOver(index, (at) => passages[at] ?? passage(""), [], fitted);
    expect(over.find("印章登记", 10)).toEqual(openRanking(passages).find("印章登记", 10));
  });
});

describe("past questions", () => {
  const past = [
    { question: "我想借个面包", passages: [2] },
    { question: "面包怎么借", passages: [2] },
  ];
  it("find a passage that shares no word with the question", () => {
    expect(first("面包谁借")).not.toBe(2);
    expect(first("面包谁借", openRanking(passages, past))).toBe(2);
  });
  it("leave a question alone that is like none of them", () =>
    expect(first("请假几天要批准", openRanking(passages, past))).toBe(0));
  it("teach what people's words are called in the passages, those that nobody asked about too", () => {
    const rules = ["机动车应当登记。", "房屋应当登记。", "机动车年检。", "房屋维修。"].map((text) => passage(text));
    const taught = [
      { question: "suv怎么上牌", passages: [0] },
      { question: "loft怎么上户", passages: [1] },
    ];
    const places = openRanking(rules, taught)
      .find("suv", 10)
      .map((one) => one.passage);
    expect(openRanking(rules).find("suv", 10)).toEqual([]);
    expect(places.slice(0, 2)).toEqual([0, 2]);
  });
});
