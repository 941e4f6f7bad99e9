/**
 * Why a question is answered as it is: every score is the sum of the parts that are shown.
 */
import { expect, it } from "vitest";
import { why } from "../../src/assistant.ts";
import { DataError } from "../../src/errors.ts";
import { monday, office } from "../talks/desk.ts";

const ask = (text: string, as = "keyuan") => why(office, { as, text, now: monday });

it("names the provision that answers, and the terms that found it", () => {
  const { candidates, terms } = ask("分局的票据什么时候交");
  expect(candidates[0]?.says).toBe("branch-finance/claiming");
  expect(terms.map(({ text }) => text)).toContain("票据");
});
it("is the ranking that the search has, with its parts", () => {
  const { candidates } = ask("公章谁管");
  const found = office.search.find("公章谁管", { unit: "ziyang" }, candidates.length);
  expect(candidates.map(({ score, why }) => [score, why])).toEqual(found.map(({ score, why }) => [score, why]));
  expect(candidates.every(({ score }, at) => at === 0 || score <= (candidates[at - 1]?.score ?? 0))).toBe(true);
});
it("says which documents are named and which rules are called", () => {
  expect(ask("吉林的办事处还留几家").named).toEqual(["jilin-2015"]);
  expect(ask("去成都出差三天补助多少").cues).toContain("travel-allowance");
});
it("is for people of the directory", () => expect(() => ask("公章谁管", "nobody")).toThrow(DataError));
