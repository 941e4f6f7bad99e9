/**
 * Terms of Chinese text, and the two indexes made of them.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/lib/text.ts";
import { bm25 } from "../../src/search/bm25.ts";
import { type Term, terms, withoutEmptyWords } from "../../src/search/tokens.ts";

describe("terms", () => {
  it("are the characters and the pairs of characters", () => {
    expect(terms("请假")).toHaveLength(3);
    expect(terms("请假")).toEqual(expect.arrayContaining([...terms("请"), ...terms("假")]));
    expect(terms("请假条")).toEqual(expect.arrayContaining([...terms("请假"), ...terms("假条")]));
  });
  it("keep words of letters and numbers whole", () => {
    expect(terms("wifi")).toHaveLength(1);
    expect(terms("用wifi和5.5元")).toEqual(["用", "wifi", "和", "5.5", "元"].flatMap(terms));
  });
  it("pair nothing across a mark or a space", () =>
    expect(terms("请,假 条")).toEqual(["请", "假", "条"].flatMap(terms)));
  it("are none where there are no words", () => expect(terms("?!… \n")).toEqual([]));
  it("are none of emoji and half characters", () => expect(terms(fold("😀\ud83d한글"))).toEqual([]));
  it("of two texts are those of the one and those of the other", () => {
    const any = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(terms(`${fold(one)},${fold(other)}`)).toEqual([...terms(fold(one)), ...terms(fold(other))]);
      }),
    );
  });
  it("tell a character, a pair and a Latin word apart", () => {
    const han = fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)) });
    const latin = fc.stringMatching(/^[a-z0-9]+$/);
    fc.assert(
      fc.property(han, latin, (text, word) => {
        expect(terms(text)).not.toContain(terms(word)[0]);
        const pairs = [...text].slice(1).map((character, at) => `${text[at]}${character}`);
        expect(new Set(terms(text)).size).toBe(new Set([...text, ...pairs]).size);
      }),
    );
  });
});

describe("empty words", () => {
  it("are cut, so that what is asked about remains", () =>
    expect(withoutEmptyWords("请问公章归谁管呢", /请问|呢/gu).trim()).toBe("公章归谁管"));
  it("stay where nothing else would", () => expect(withoutEmptyWords("请问呢", /请问|呢/gu)).toBe("请问呢"));
});

describe("an index of passages", () => {
  const texts = ["请假要写书面申请", "公章由办公室管理", "请假请假请假", "接待客商"];
  const index = bm25(texts.map(terms));
  /** The pair of a word of two characters. */
  const pair = (word: string): Term => terms(word)[1] ?? 0;
  const asked = (question: string, weight = 1) => terms(question).map((term) => ({ term, weight }));
  const found = (question: string) => index.search(asked(question), 10).map(({ passage }) => passage);

  it("finds those that share a term, the likelier first", () => {
    expect(found("公章谁管")).toEqual([1]);
    expect(found("请假")).toEqual(expect.arrayContaining([0, 2]));
  });
  it("finds nothing for words it has never seen", () => expect(found("网络密码")).toEqual([]));
  it("counts a term of the question once", () =>
    expect(index.search(asked("公章"), 10)).toEqual(index.search([...asked("公章"), ...asked("公章")], 10)));
  it("counts a term as much as the question says", () => {
    const [once] = index.search(asked("公章"), 1);
    const [twice] = index.search(asked("公章", 2), 1);
    expect(twice?.score).toBeCloseTo(2 * (once?.score ?? 0), 12);
  });
  it("holds a rare term for more than a common one", () =>
    expect(index.idf(pair("公章"))).toBeGreaterThan(index.idf(pair("请假"))));
  it("holds an unknown term for as rare as can be", () =>
    expect(index.idf(pair("没有"))).toBeGreaterThanOrEqual(index.idf(pair("公章"))));
  it("gives no more than the limit", () => expect(index.search(asked("请假公章接待"), 2)).toHaveLength(2));
  it("of nothing answers nothing", () => expect(bm25([]).search(asked("请"), 5)).toEqual([]));
  it("keeps no memory of the search before", () => {
    const once = index.search(asked("请假申请"), 10);
    index.search(asked("公章接待"), 10);
    expect(index.search(asked("请假申请"), 10)).toEqual(once);
  });
});
