/**
 * A sheet as CSV: RFC 4180 in UTF-8 with a byte order mark, so that Excel reads its Chinese.
 *
 * Takes    a sheet. Returns the file's text: the head, the rows, an empty line, and what the export says about itself.
 * Leaves   what makes text inert to cell-text.ts. Every line has as many fields as the head.
 */
import { csvText } from "./cell-text.ts";
import { about, type Cell, type Column, type Sheet, typed } from "./sheet.ts";

const byteOrderMark = "\ufeff";
const lineEnd = "\r\n";

export function csvFile(sheet: Sheet): string {
  const { columns, rows } = sheet;
  const titles = columns.map(({ title }) => csvText(title));
  const width = Math.max(columns.length, 2);
  const line = (fields: readonly string[]) =>
    [...fields, ...Array<string>(width - fields.length).fill("")].join(",") + lineEnd;
  return [
    byteOrderMark,
    line(titles),
    ...rows.map((row) => line(columns.map((column, at) => field(row[at] ?? null, column)))),
    line([]),
    ...about(sheet).map((pair) => line(pair.map(csvText))),
  ].join("");
}

function field(cell: Cell, column: Column): string {
  const found = typed(cell, column);
  switch (found.as) {
    case "empty":
      return "";
    case "text":
      return csvText(found.text);
    case "money":
      return found.value.toFixed(2);
    case "number":
      return String(found.value);
    case "date":
      return found.date;
    case "moment":
      return `${found.date} ${found.time}`;
  }
}
