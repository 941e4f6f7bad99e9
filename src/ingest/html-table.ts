/**
 * A <table> → its cells.
 *
 * Takes    the element, and how a cell's text is read.
 * Returns  the table as pieces; undefined for a table that only arranges a page.
 * Leaves   head and merged cells to table-cells.ts.
 */
import { attribute, type Element, elementsOf } from "./html-walk.ts";
import type { Piece } from "./paper.ts";
import { type Cell, piecesOfCells } from "./table-cells.ts";

const LONGEST_CELL = 400;
const WIDEST = 60;

/** Reads one table. */
export function readTable(table: Element, textOf: (cell: Element) => string): readonly Piece[] | undefined {
  if (elementsOf(table.childNodes, "table").length > 0) return undefined;
  const lines = elementsOf(table.childNodes, "tr").map((line) => cellsOf(line, textOf));
  if (lines.flat().some((cell) => cell.text.length > LONGEST_CELL)) return undefined;
  return piecesOfCells(lines);
}

function cellsOf(line: Element, textOf: (cell: Element) => string): readonly Cell[] {
  return elementsOf(line.childNodes, "td", "th").map((cell) => ({
    text: textOf(cell),
    columns: span(attribute(cell, "colspan")),
    rows: span(attribute(cell, "rowspan")),
    heading: cell.tagName === "th",
  }));
}

function span(value: string | undefined): number {
  const count = Number.parseInt(value ?? "1", 10);
  return count >= 1 ? Math.min(count, WIDEST) : 1;
}
