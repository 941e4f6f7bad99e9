/**
 * Past questions vote for the passages that answered them.
 */
import { describe, expect, it } from "vitest";
import { openHistory, type PastQuestion } from "../../src/search/history.ts";
import { terms } from "../../src/search/tokens.ts";

const leave = 0;
const seal = 1;
const car = 2;
const past: readonly PastQuestion[] = [
  { question: "请假要找谁批准", passages: [leave] },
  { question: "请假几天要领导批准", passages: [leave] },
  { question: "公章借出去要谁批准", passages: [seal] },
  { question: "租车和公章怎么登记", passages: [seal, car] },
];
const history = openHistory(
  past,
  past.map(({ question }) => terms(question)),
);
const votes = (question: string, weight = 1) =>
  history.votes([...new Set(terms(question))].map((term) => ({ term, weight })));

describe("past questions", () => {
  it("vote for the passage that answered them, the liker the more", () => {
    const found = votes("请假谁批准");
    expect(found.get(leave)).toBeGreaterThan(found.get(seal) ?? 0);
  });
  it("vote together: the same question asked twice has two votes", () => {
    const asked = terms("请假谁批准").map((term) => ({ term, weight: 1 }));
    const of = (times: number) => {
      const past = Array.from({ length: times }, () => ({ question: "请假谁批准", passages: [leave] }));
      return (
        openHistory(
          past,
          past.map(({ question }) => terms(question)),
        )
          .votes(asked)
          .get(leave) ?? 0
      );
    };
    expect(of(1)).toBeGreaterThan(0);
    expect(of(2)).toBeCloseTo(2 * of(1));
  });
  it("vote for each passage that answered them", () => {
    const found = votes("租车登记");
    expect(found.get(car)).toBeGreaterThan(0);
    expect(found.get(car)).toBe(found.get(seal));
  });
  it("give no vote to a question that shares no word with them", () => expect(votes("网络密码").size).toBe(0));
  it("are as like it however high all its words are weighed", () =>
    expect(votes("请假谁批准", 3).get(leave)).toBeCloseTo(votes("请假谁批准").get(leave) ?? 0));
  it("of nobody vote for nothing", () =>
    expect(openHistory([], []).votes(terms("请假").map((term) => ({ term, weight: 1 }))).size).toBe(0));
});
