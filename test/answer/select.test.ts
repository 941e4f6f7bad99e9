/**
 * From candidates to an answer or a silence: a high score never proves that a clause answers.
 */
import { describe, expect, it } from "vitest";
import { select } from "../../src/answer/select.ts";
import type { Point } from "../../src/search/points.ts";
import { type Candidate, openSearch } from "../../src/search/rank.ts";
import { openSearchWords } from "../../src/search/words.ts";
import { library } from "../rules/law.ts";

const doc = "ziyang-2020";
const games = library.locate(doc, "上班时间不玩电脑游戏");
const seal = library.locate(doc, "印章由办公室负责并由办公室主任妥善管理和使用");
if (games === undefined || seal === undefined) throw new Error("the clauses of this test are gone");

/** Evidence is the search's own affair: any will do here. */
const why = openSearch(library, [], openSearchWords("data/search.json")).find("公章", { unit: "ziyang" })[0]?.why;

function candidate(source: typeof seal & object, score: number, change: Partial<Point> = {}): Candidate {
  const clause = library.clause(source.doc, source.clause);
  if (clause === undefined || why === undefined) throw new Error(`no clause ${source.clause}`);
  const point: Point = { source, also: [], list: false, asks: ["?"], ...change };
  return { clause, score, point, why };
}
const own = () => true;
const told = (question: string, candidates: readonly Candidate[], expected: (doc: string) => boolean = own) =>
  select(question, candidates, library, expected);

describe("an answer", () => {
  it("says the plain sentence first, then the clause word for word", () => {
    const { kind, body, citations } = told("公章谁管", [candidate(seal, 2, { gist: "公章由办公室管。" })]);
    expect(kind).toBe("answer");
    expect(body.startsWith("公章由办公室管。")).toBe(true);
    expect(citations[0]?.quote).toContain("印章由办公室负责");
  });
  it("leaves out what is far behind the best", () => {
    const { citations } = told("公章谁管", [candidate(seal, 2), candidate(games, 0.9)]);
    expect(citations.map(({ clause }) => clause)).toEqual([seal.clause]);
  });
  it("of another unit says whose it is", () => {
    const { body } = told("公章谁管", [candidate(seal, 2)], () => false);
    expect(body).toContain("其他单位的规定");
    expect(body).toContain(library.document(doc).title);
  });
  it("quotes its own document even where a past question was copied in another width", () => {
    const { citations } = told("能打游戏吗", [candidate(games, 2)]);
    for (const source of citations) expect(library.quote(source.doc, source.clause, source.quote)).toEqual(source);
  });
});

describe("silence", () => {
  it("is told where nothing was found", () => {
    expect(told("食堂几点开饭", [])).toMatchObject({ kind: "abstain", citations: [] });
  });
  it("is told where all that was found is far away", () => {
    expect(told("食堂几点开饭", [candidate(seal, 0.1)])).toMatchObject({ kind: "abstain" });
  });
  it("of a known kind is told with the nearest pointer", () => {
    const { kind, body, citations } = told("管公章的叫什么", [candidate(seal, 2, { silent: "管印章的人的姓名" })]);
    expect(kind).toBe("abstain");
    expect(body).toContain("没有写明管印章的人的姓名");
    expect(citations).toHaveLength(1);
  });
  it.each([
    ["公章丢了罚多少钱", /金额/],
    ["公章几点能盖", /钟点/],
    ["管公章的人电话是多少", /联系方式/],
  ])("is told where the words found hold no such thing: %s", (question, said) => {
    const { kind, body } = told(question, [candidate(seal, 2)]);
    expect(kind).toBe("abstain");
    expect(body).toMatch(said);
  });
});
