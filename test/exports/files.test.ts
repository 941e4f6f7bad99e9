/** What a file holds besides its texts: real dates and numbers, the frozen head, and what the export says about itself. */
import { describe, expect, it } from "vitest";
import { csvFile } from "../../src/exports/csv.ts";
import type { Sheet } from "../../src/exports/sheet.ts";
import { xlsxFile } from "../../src/exports/xlsx.ts";
import { madeSheet } from "./made-sheet.ts";
import { csvLines, workbookOf } from "./read-back.ts";

const sheet: Sheet = madeSheet({
  columns: [
    { title: "日", kind: "date", width: 12 },
    { title: "时", kind: "moment", width: 18 },
    { title: "数", kind: "number", width: 8 },
    { title: "元", kind: "money", width: 12 },
  ],
  rows: [
    ["2026-11-23", "2026-11-23 09:00", 1.5, 1234.5],
    [null, null, "登记簿无此项", "=1+1"],
    ["2026-02-30", "昨天", 0, 0],
  ],
});

describe("a workbook", () => {
  it("has dates, moments and money as numbers with their formats, in no zone of the machine", async () => {
    const [table] = workbookOf(await xlsxFile(sheet)).tabs;
    expect(table?.get("A2")).toEqual({ value: 46349, format: "yyyy-mm-dd" });
    expect(table?.get("B2")).toEqual({ value: 46349.375, format: "yyyy-mm-dd hh:mm" });
    expect(table?.get("C2")).toEqual({ value: 1.5, format: undefined });
    expect(table?.get("D2")).toEqual({ value: 1234.5, format: "#,##0.00" });
  });
  it("has words where there is no number, and where a day is no day", async () => {
    const [table] = workbookOf(await xlsxFile(sheet)).tabs;
    expect([table?.get("C3"), table?.get("D3"), table?.get("A4"), table?.get("B4")]).toEqual([
      "登记簿无此项",
      "=1+1",
      "2026-02-30",
      "昨天",
    ]);
    expect(table?.has("A3")).toBe(false);
  });
  it("freezes its head, and tells of itself on a second tab", async () => {
    const { xml, tabs } = workbookOf(await xlsxFile(sheet));
    expect(xml).toContain('<pane ySplit="1"');
    const about = [...(tabs[1]?.values() ?? [])];
    expect(about).toEqual([
      ...["表名", "表", "范围", "全部", "导出时间", "2026-11-23 09:00", "行数", "3行"],
      ...["登记簿链头", "第3条 abc", "说明", "一句说明。"],
    ]);
  });
});

describe("a CSV file", () => {
  const text = csvFile(sheet);
  it("begins with a byte order mark, ends its lines with CRLF, and has as many fields in each", () => {
    expect(text.startsWith('\ufeff"日"')).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    expect(new Set(csvLines(text).map((line) => line.length))).toEqual(new Set([4]));
  });
  it("has dates and numbers bare, and every text quoted", () =>
    expect(text.split("\r\n").slice(1, 4)).toEqual([
      "2026-11-23,2026-11-23 09:00,1.5,1234.50",
      `,,"登记簿无此项","'=1+1"`,
      `"2026-02-30","昨天",0,0.00`,
    ]));
  it("tells of itself below the table", () =>
    expect(
      csvLines(text)
        .at(-2)
        ?.map((field) => field.text),
    ).toEqual(["登记簿链头", "第3条 abc", "", ""]));
});

it("a number that is none is a mistake of ours, and is not written", () =>
  expect(() => csvFile(madeSheet({ ...sheet, rows: [[null, null, Number.NaN, null]] }))).toThrow(RangeError));
