/**
 * A sheet as XLSX: the table with its head frozen, and a second tab with what the export says about itself.
 *
 * Takes    a sheet. Returns the file's bytes. Dates, moments and numbers are what they are; every text is typed as a string.
 * Leaves   what makes text inert to cell-text.ts.
 * A date is written as the number of days that a spreadsheet counts, with a date's format: no zone of any machine is in it.
 */
import writeWorkbook, { type CellObject } from "write-excel-file/node";
import { exportWords as words } from "../answer/wording/exports.ts";
import { daysBetween } from "../lib/dates.ts";
import { xlsxText } from "./cell-text.ts";
import { about, type Cell, type Column, type Sheet, typed } from "./sheet.ts";

/** The day that a spreadsheet counts from: right for every day since March 1900. */
const dayZero = "1899-12-30";
const firstDay = "1900-03-01";
const minutesADay = 24 * 60;
const formats = { date: "yyyy-mm-dd", moment: "yyyy-mm-dd hh:mm", money: "#,##0.00" } as const;
const aboutWidths = [{ width: 16 }, { width: 100 }];

export async function xlsxFile(sheet: Sheet): Promise<Buffer> {
  const { columns, rows, tab } = sheet;
  const table = {
    sheet: tab,
    data: [
      columns.map(({ title }) => ({ ...string(title), fontWeight: "bold" as const })),
      ...rows.map((row) => columns.map((column, at) => cell(row[at] ?? null, column))),
    ],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape" as const,
  };
  const foot = {
    sheet: words.aboutTab,
    data: about(sheet).map(([label, value]) => [{ ...string(label), fontWeight: "bold" as const }, string(value)]),
    columns: aboutWidths,
  };
  return writeWorkbook([table, foot]).toBuffer();
}

const string = (text: string): CellObject => ({
  type: String,
  value: xlsxText(text),
  wrap: true,
  alignVertical: "top",
});

const number = (value: number, format?: string): CellObject => ({
  type: Number,
  value,
  alignVertical: "top",
  ...(format === undefined ? {} : { format }),
});

function cell(value: Cell, column: Column): CellObject | null {
  const found = typed(value, column);
  switch (found.as) {
    case "empty":
      return null;
    case "text":
      return string(found.text);
    case "number":
      return number(found.value);
    case "money":
      return number(found.value, formats.money);
    case "date":
    case "moment": {
      if (found.date < firstDay) return string(`${value}`);
      const [hours = 0, minutes = 0] = found.time.split(":").map(Number);
      const days = daysBetween(dayZero, found.date) + (hours * 60 + minutes) / minutesADay;
      return number(days, formats[found.as]);
    }
  }
}
