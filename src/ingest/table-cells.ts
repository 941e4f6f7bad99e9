/**
 * The cells of a table, some of them merged → head and rows.
 *
 * Takes    lines of cells, each with what it spans.
 * Returns  pieces: a title row that spans the table stands above it as text.
 * Why      a cell that spans rows of the body is written in each of them, so that every row can be cited alone; one that
 *          spans columns stands in the first, as policy/block.ts reads a head.
 */
import { type Piece, type Row, tableOf } from "./paper.ts";

export interface Cell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly heading: boolean;
}

/** Reads the lines of a table from top to bottom. */
export function piecesOfCells(lines: readonly (readonly Cell[])[]): readonly Piece[] {
  const rows = lines.filter((cells) => cells.some((cell) => cell.text !== ""));
  const width = Math.max(0, ...rows.map((cells) => cells.reduce((sum, cell) => sum + cell.columns, 0)));
  const titles = rows.findIndex((cells) => cells.length > 1 || width < 2);
  const above = rows
    .slice(0, Math.max(0, titles))
    .map((cells): Piece => ({ kind: "text", text: cells[0]?.text ?? "" }));
  const below = rows.slice(Math.max(0, titles));
  if (width < 2 || titles < 0) return tableOf(rows.map((cells) => cells.map((cell) => cell.text)));
  const head = headOf(below);
  const spread = spreadOut(below, head);
  return [...above, { kind: "table", head: spread.slice(0, head), rows: spread.slice(head) }];
}

/** How many rows the head has: those of <th>, or as many as the first cell spans. */
function headOf(rows: readonly (readonly Cell[])[]): number {
  const headings = rows.findIndex((cells) => !cells.every((cell) => cell.heading));
  const first = rows[0]?.[0]?.rows ?? 1;
  return Math.min(Math.max(headings, first, 1), Math.max(1, rows.length - 1));
}

function spreadOut(lines: readonly (readonly Cell[])[], head: number): readonly Row[] {
  const grid: string[][] = lines.map(() => []);
  lines.forEach((cells, at) => {
    const row = grid[at] ?? [];
    let column = 0;
    for (const cell of cells) {
      while (row[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rows; down += 1) {
        const inHead = at < head;
        const repeated = down === 0 || (!inHead && at + down < grid.length);
        for (let across = 0; across < cell.columns; across += 1) {
          const target = grid[at + down];
          if (target !== undefined) target[column + across] = across === 0 && repeated ? cell.text : "";
        }
      }
      column += cell.columns;
    }
  });
  return grid.map((row) => Array.from(row, (text) => text ?? ""));
}
