/**
 * Why a question is answered as it is: every score is the sum of the parts that are shown.
 */
import { expect, it } from "vitest";
import { why } from "../../../src/assistant.ts";
import { DataError } from "../../../src/errors.ts";
import { fittedToPoints, weighed } from "../../../src/search/point-weights.ts";
import { monday, office } from "../../talks/desk.ts";

const ask = (text: string, as = "keyuan") => why(office, { as, text, now: monday });

it("names the provision that answers, and the terms that found it", () => {
  const { candidates, terms } = ask("分局的票据什么时候交");
  expect(candidates[0]?.says).toBe("branch-finance/claiming");
  expect(terms.map(({ text }) => text)).toContain("票据");
});
it("shows parts that add up to each score, the best first", () => {
  const { candidates } = ask("公章谁管");
  const found = office.search.find("公章谁管", { unit: "ziyang" }, candidates.length);
  for (const [at, { score, why }] of candidates.entries())
    expect(weighed(why, found[at]?.point, fittedToPoints)).toBeCloseTo(score, 10);
  expect(candidates.map(({ score }) => score)).toEqual(candidates.map(({ score }) => score).toSorted((a, b) => b - a));
});
it("says which documents are named and which rules are called", () => {
  expect(ask("吉林的办事处还留几家").named).toEqual(["jilin-2015"]);
  expect(ask("去成都出差三天补助多少").cues).toContain("travel-allowance");
});
it("is for people of the directory", () => expect(() => ask("公章谁管", "nobody")).toThrow(DataError));
