/**
 * The words around a quote: a cell is read with its headings, a list is told by the clause that announces it.
 */
import { describe, expect, it } from "vitest";
import { announcing, rowWithHeadings, withItems } from "../../src/policy/around.ts";
import { readDocument } from "../../src/policy/document.ts";
import { libraryOf } from "../../src/policy/library.ts";

const text = `---
id: demo
title: 住房办法
unit: ziyang
kind: regulation
number: null
issuer: null
issued: null
effective: null
language: zh-Hans
from: made for this test
---

第一条 房款见下表:

| 房型 | 总价(万元) | 月租(元) | 面积 |
| --- | --- | --- | --- |
| 套间 | 48 | 220 | 60 |

第二条 按下列次序分配:
(一)甲类人员;
(二)乙类人员。
`;
const library = libraryOf([readDocument(text, "docs/demo.md")]);
const clause = (words: string) => {
  const found = library.clauses.find((one) => one.text.includes(words));
  if (found === undefined) throw new Error(`no clause says ${words}`);
  return found;
};

describe("a table row", () => {
  const row = clause("套间");
  it("gives a sum the unit that its heading writes, and none where it writes none", () => {
    expect(rowWithHeadings(row, library, "套间总价")).toContain("48万元");
    expect(rowWithHeadings(row, library, "套间月租")).toContain("220元");
    expect(rowWithHeadings(row, library, "套间面积")).toMatch(/60$/);
  });
  it("tells all columns where the question names none", () =>
    expect(rowWithHeadings(row, library, "套间怎么样")).toMatch(/48万元.*220元.*60/));
  it("is what a clause without a table is not", () =>
    expect(rowWithHeadings(clause("甲类"), library, "甲类")).toBeUndefined());
});

it("an item is told with the list that it stands in", () => {
  const whole = announcing(clause("乙类"), library);
  expect(withItems(whole, library)).toContain("甲类人员");
  expect(announcing(whole, library)).toBe(whole);
});
