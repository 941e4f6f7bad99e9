/**
 * Lines of a PDF that stand in columns → the rows of a table.
 *
 * Takes    lines, and where to begin. Returns how many lines make the table, and its rows; undefined where there is none.
 * Why      a PDF has no tables, only places: two neighbours in two columns may be chance, so three rows or three columns
 *          are asked for, and the report says that the table was inferred.
 */

import type { Row } from "./paper.ts";
import { glue, LINE_END, type PdfCell, type PdfLine } from "./pdf-lines.ts";

export interface PlacedTable {
  readonly lines: number;
  readonly rows: readonly Row[];
}

/** The table that begins at a line. */
export function tableAt(lines: readonly PdfLine[], from: number): PlacedTable | undefined {
  let end = from;
  while ((lines[end]?.cells.length ?? 0) > 1 || isWrapped(lines, end, from)) end += 1;
  const taken = lines.slice(from, end);
  const run = taken.filter((line) => line.cells.length > 1);
  if (run.length < 2) return undefined;
  const columns = columnsOf(taken.flatMap((line) => line.cells));
  if (columns.length < 2 || (columns.length < 3 && run.length < 3)) return undefined;
  // Two cells of one line in one column: then these are no columns.
  const isParted = run.every(
    ({ cells }) => new Set(cells.map((cell) => columnOf(cell, columns))).size === cells.length,
  );
  if (!isParted) return undefined;
  return { lines: taken.length, rows: run.map((line) => rowOf(partsOf(line, taken, run), columns)) };
}

/** A line of one cell between two rows, behind their first column: the rest of a cell that was too narrow. */
function isWrapped(lines: readonly PdfLine[], at: number, from: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  const second = lines.slice(from, at).findLast(({ cells }) => cells.length > 1)?.cells[1];
  if (line?.cells.length !== 1 || second === undefined || (next?.cells.length ?? 0) < 2) return false;
  return line.x > second.x - 1;
}

/** A row's own cells and those of the wrapped lines that stand nearest to it, from top to bottom. */
function partsOf(row: PdfLine, taken: readonly PdfLine[], run: readonly PdfLine[]): readonly PdfCell[] {
  const nearest = (line: PdfLine) =>
    run.toSorted((one, other) => Math.abs(one.y - line.y) - Math.abs(other.y - line.y))[0];
  return taken
    .filter((line) => line === row || (!run.includes(line) && nearest(line) === row))
    .flatMap(({ cells }) => cells);
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

function columnOf({ x }: PdfCell, columns: readonly Column[]): number {
  return columns.findIndex((column) => x >= column.x && x < column.end);
}

function rowOf(cells: readonly PdfCell[], columns: readonly Column[]): Row {
  return columns.map((_, at) =>
    cells
      .filter((cell) => columnOf(cell, columns) === at)
      .reduce((words, cell) => glue(words, cell.text, LINE_END), ""),
  );
}
