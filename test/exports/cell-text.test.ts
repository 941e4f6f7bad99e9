/**
 * Text in a spreadsheet is text, whatever was typed: in CSV, in XLSX, and read back the same from both.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText, csvText, longestCell } from "../../src/exports/cell-text.ts";
import { csvFile } from "../../src/exports/csv.ts";
import { xlsxFile } from "../../src/exports/xlsx.ts";
import { madeSheet } from "./made-sheet.ts";
import { csvLines, workbookOf } from "./read-back.ts";

/** How a spreadsheet takes a field that it opens out of CSV. */
const startsFormula = /^[\s\u3000]*[=+\-@＝＋－＠\t\r\n]/u;
const withoutApostrophe = (field: string): string =>
  /^'+\s*[=+\-@＝＋－＠﹦﹢﹣﹫\t\n]/u.test(field) ? field.slice(1) : field;

const dangerous = fc
  .tuple(
    fc.constantFrom("", " ", "　", "'", "\t", "\r\n", "\ufeff", "\u200b", "\u0000", "''"),
    fc.constantFrom("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\u0000=", "\u200b="),
    fc.string({ unit: "binary" }),
  )
  .map((parts) => parts.join(""));
const anyText = fc.oneof(
  dangerous,
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("constructor", "__proto__", "toString", "_x003D_1+1", '",=1+1,"', "a\r\n=1+1", "\ud800", "\ufffe"),
);
const sheetOf = (texts: readonly string[]) => madeSheet({ rows: texts.map((text) => [text]), title: texts[0] ?? "" });

describe("any text", () => {
  it("starts no formula in CSV, and is the same when it is read back", () =>
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 8 }), (texts) => {
        const lines = csvLines(csvFile(sheetOf(texts)));
        for (const field of lines.flat().filter(({ quoted }) => quoted)) expect(field.text).not.toMatch(startsFormula);
        expect(lines.slice(1, texts.length + 1).map(([field]) => withoutApostrophe(field?.text ?? ""))).toEqual(
          texts.map(cellText),
        );
      }),
      { numRuns: 500 },
    ));

  it("is a string in XLSX, the same when it is read back, and no cell is a formula", () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 8 }), async (texts) => {
        const { xml, tabs } = workbookOf(await xlsxFile(sheetOf(texts)));
        expect(xml).not.toMatch(/<f[\s>/]/u);
        expect(texts.map((_, at) => tabs[0]?.get(`A${at + 2}`) ?? "")).toEqual(texts.map(cellText));
      }),
      { numRuns: 200 },
    ));
});

describe("text in a cell", () => {
  it.each([
    ["=1+1", `"'=1+1"`],
    ["＝cmd|' /C calc'!A0", `"'＝cmd|' /C calc'!A0"`],
    ["　 @SUM(A1)", `"'　 @SUM(A1)"`],
    ["\u200b=1", `"'=1"`],
    ["-5", `"'-5"`],
    ["\t1", `"'\t1"`],
    ["'=1", `"''=1"`],
    ['他说"好",走', '"他说""好"",走"'],
    ["两行\r\n字", '"两行\n字"'],
    ["3-5天", '"3-5天"'],
  ])("%j is %j in CSV", (text, field) => expect(csvText(text)).toBe(field));

  it("has no control characters, lone surrogates or noncharacters", () =>
    expect(cellText("甲\u0000\u001b[31m乙\ud800丙\uffff\u0085")).toBe("甲乙丙"));

  it("is cut where a cell ends, and says so; no character is cut in two", () => {
    expect(cellText("字".repeat(40_000))).toHaveLength(longestCell);
    expect(cellText("字".repeat(40_000)).endsWith("字…")).toBe(true);
    expect(cellText(`${"a".repeat(longestCell - 2)}😀b`)).toBe(`${"a".repeat(longestCell - 2)}…`);
    expect(csvText(`=${"1".repeat(40_000)}`)).toHaveLength(longestCell + 3);
  });
});
