/**
 * The pieces of text on a PDF page → lines, each parted into cells by wide gaps.
 *
 * Takes     text items with their places. Returns lines from top to bottom.
 * Leaves   paragraphs and tables to pdf-pieces.ts.
 */
import type { RuledTable } from "./pdf-grid.ts";

/** Words as a page places them: from x to the right, on the line y. */
export interface PlacedWords {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

export interface PdfCell {
  readonly text: string;
  readonly x: number;
  readonly end: number;
}

export interface PdfLine {
  readonly cells: readonly PdfCell[];
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  /** A ruled table that stands there instead of words. */
  readonly table?: RuledTable;
}

/** A gap as wide as this many characters parts two cells. */
const CELL_GAP = 1.5;
/** A gap of this many characters is a blank: between Latin words, and between anything else. */
const LATIN_BLANK = 0.2;
const BLANK = 0.45;

/** The lines of one page. */
export function linesOf(items: readonly PlacedWords[]): readonly PdfLine[] {
  const rows: PlacedWords[][] = [];
  const filled = items.filter((item) => item.str.trim() !== "");
  for (const item of filled.toSorted((one, other) => other.y - one.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && first.y - item.y < Math.max(first.fontSize, 1) * 0.5)
      row.push(item);
    else rows.push([item]);
  }
  return rows.map(lineOf);
}

function lineOf(items: readonly PlacedWords[]): PdfLine {
  const ordered = items.toSorted((one, other) => one.x - other.x);
  const size = Math.max(1, ...ordered.map((item) => item.fontSize));
  const cells: { text: string; x: number; end: number }[] = [];
  for (const item of ordered) {
    const last = cells.at(-1);
    const gap = last === undefined ? 0 : item.x - last.end;
    const end = item.x + item.width;
    if (last === undefined || gap > CELL_GAP * size) {
      cells.push({ text: item.str.trim(), x: item.x, end });
      continue;
    }
    last.text = glue(last.text, item.str.trim(), gap / size);
    last.end = end;
  }
  return {
    cells,
    text: cells.map((cell) => cell.text).join(" "),
    x: cells[0]?.x ?? 0,
    end: cells.at(-1)?.end ?? 0,
    y: items[0]?.y ?? 0,
    size,
  };
}

/** Joins two stretches of text that stand this many characters apart; a line end is a blank between Latin words only. */
export function glue(left: string, right: string, gap: number): string {
  const latin = /[A-Za-z0-9,.;:]$/u.test(left) && /^[A-Za-z]/u.test(right);
  return gap > (latin ? LATIN_BLANK : BLANK) ? `${left} ${right}` : left + right;
}

export const LINE_END = LATIN_BLANK + 0.1;
