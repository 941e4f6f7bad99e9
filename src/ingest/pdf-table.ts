/**
 * Lines of a PDF that stand in columns → the rows of a table.
 *
 * Takes    lines, and where to begin. Returns how many lines make the table, and its rows; undefined where there is none.
 * Why      a PDF has no tables, only places: two neighbours in two columns may be chance, so three rows or three columns
 *          are asked for, and the report says that the table was inferred.
 */

import type { Row } from "./paper.ts";
import type { PdfCell, PdfLine } from "./pdf-lines.ts";

export interface PlacedTable {
  readonly lines: number;
  readonly rows: readonly Row[];
}

/** The table that begins at a line. */
export function tableAt(lines: readonly PdfLine[], from: number): PlacedTable | undefined {
  let end = from;
  while ((lines[end]?.cells.length ?? 0) > 1) end += 1;
  const run = lines.slice(from, end);
  if (run.length < 2) return undefined;
  const columns = columnsOf(run.flatMap((line) => line.cells));
  if (columns.length < 2 || (columns.length < 3 && run.length < 3)) return undefined;
  const rows = run.map((line) => rowOf(line, columns));
  return rows.every((row) => row !== undefined) ? { lines: run.length, rows } : undefined;
}

interface Column {
  x: number;
  end: number;
}

/** Cells that lie above each other, however little, share a column. */
function columnsOf(cells: readonly PdfCell[]): readonly Column[] {
  const columns: Column[] = [];
  for (const { x, end } of cells.toSorted((one, other) => one.x - other.x)) {
    const last = columns.at(-1);
    if (last !== undefined && x < last.end) last.end = Math.max(last.end, end);
    else columns.push({ x, end });
  }
  return columns;
}

/** Undefined where two cells fall into one column: then these are no columns. */
function rowOf(line: PdfLine, columns: readonly Column[]): Row | undefined {
  const row = columns.map(() => "");
  for (const cell of line.cells) {
    const at = columns.findIndex((column) => cell.x >= column.x && cell.x < column.end);
    if (at < 0 || row[at] !== "") return undefined;
    row[at] = cell.text;
  }
  return row;
}
