/**
 * The lines of a PDF's pages → paragraphs and tables.
 *
 * Takes    pages of lines. Returns pieces, and how many page numbers and running heads were left out.
 * Why      a PDF breaks every paragraph at the margin and every page: a line goes on in the next one unless it ends short
 *          of the margin, or the next is indented or begins a label after a full stop.
 */
import { readLabel } from "../policy/label.ts";
import { type Piece, tableOf } from "./paper.ts";
import { glue, LINE_END, type PdfLine } from "./pdf-lines.ts";
import { tableAt } from "./pdf-table.ts";
import { type Cell, piecesOfCells } from "./table-cells.ts";

const PAGE_NUMBER = /^[-—–·.\s]*第?\s*\d{1,4}\s*页?(?:\s*[/,\uff0c共]\s*共?\s*\d{1,4}\s*页?)?[-—–·.\s]*$/u;
const EDGE_LINES = 2;
const APART = 1.25;
const INDENT = 1.2;
const SHORT = 2;
const LARGER = 1.5;

export interface PdfPieces {
  readonly pieces: readonly Piece[];
  readonly pageNumbers: number;
  readonly runningLines: number;
  readonly tables: number;
}

/** Reads the pages in order. */
export function piecesOf(pages: readonly (readonly PdfLine[])[]): PdfPieces {
  const { kept, pageNumbers, runningLines } = withoutEdges(pages);
  const pieces: Piece[] = [];
  const margin = marginsOf(kept.filter(({ table }) => table === undefined));
  let tables = 0;
  let words = "";
  const close = () => {
    if (words !== "") pieces.push({ kind: "text", text: words });
    words = "";
  };
  for (let at = 0; at < kept.length; ) {
    const line = kept[at] as PdfLine;
    if (line.table !== undefined) {
      close();
      const run = kept.slice(at).findIndex((next) => next.table?.columns !== line.table?.columns);
      const parts = kept.slice(at, run < 0 ? undefined : at + run).flatMap(({ table }) => table ?? []);
      pieces.push(...piecesOfCells(onePage(parts.map(({ lines }) => lines))));
      at += parts.length;
      continue;
    }
    const table = tableAt(kept, at);
    if (table !== undefined) {
      close();
      pieces.push(...tableOf(table.rows));
      tables += 1;
      at += table.lines;
      continue;
    }
    if (begins(line, kept[at - 1], margin, words)) close();
    words = glue(words, line.text, LINE_END);
    at += 1;
  }
  close();
  return { pieces, pageNumbers, runningLines, tables };
}

/** The lines without page numbers and without what stands at the edge of page after page; such edges may have two lines. */
function withoutEdges(pages: readonly (readonly PdfLine[])[]): {
  readonly kept: readonly PdfLine[];
  readonly pageNumbers: number;
  readonly runningLines: number;
} {
  let [pageNumbers, runningLines] = [0, 0];
  let left = pages;
  const setting = settingOf(pages);
  for (let round = 0; round < EDGE_LINES; round += 1) {
    const repeated = repeatedEdges(left);
    left = left.map((lines) =>
      lines.filter((line, at) => {
        const atEdge = (at === 0 || at === lines.length - 1) && line.table === undefined;
        if (atEdge && pages.length > 1 && PAGE_NUMBER.test(line.text)) pageNumbers += 1;
        else if (atEdge && repeated.has(skeleton(line)) && standsApart(lines, at, setting)) runningLines += 1;
        else return true;
        return false;
      }),
    );
  }
  return { kept: left.flat(), pageNumbers, runningLines };
}

/** How the text is set: how far one line stands from the next, and how large its letters are. */
interface Setting {
  readonly pitch: number;
  readonly size: number;
}

function settingOf(pages: readonly (readonly PdfLine[])[]): Setting {
  const gaps = pages.flatMap((lines) => lines.slice(1).map(({ y }, at) => (lines[at]?.y ?? y) - y));
  return { pitch: middleOf(gaps), size: middleOf(pages.flat().map(({ size }) => size)) };
}

const middleOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** What runs over the pages keeps its distance or has letters of its own: a sentence that many pages begin with does not. */
function standsApart(lines: readonly PdfLine[], at: number, { pitch, size }: Setting): boolean {
  const [line, beside] = [lines[at], lines[at === 0 ? 1 : at - 1]];
  if (line === undefined || beside === undefined) return true;
  return Math.abs(beside.y - line.y) > pitch * APART || Math.abs(line.size - size) > 1;
}

/** Lines that stand at the top or the bottom of at least three pages, and of half of them; the page's number may change. */
function repeatedEdges(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const words of new Set([lines[0], lines.at(-1)].map((line) => line && skeleton(line)))) {
      if (words !== undefined && words !== "") counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && count * 2 >= pages.length).map(([words]) => words));
}

const skeleton = ({ text }: PdfLine): string => text.replaceAll(/\d+/gu, "#");

/** A table that goes on over pages as one: a head that is printed again on each page counts once. */
function onePage(parts: readonly (readonly (readonly Cell[])[])[]): readonly (readonly Cell[])[] {
  const wordsOf = (line: readonly Cell[] | undefined) => line?.map(({ text }) => text).join("|");
  const [first = [], ...others] = parts;
  return [
    ...first,
    ...others.flatMap((lines) => {
      const again = lines.findIndex((line, at) => wordsOf(line) !== wordsOf(first[at]));
      return again < 0 ? [] : lines.slice(again);
    }),
  ];
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

/** The leftmost place where lines begin again and again, and where the long ones end. */
function marginsOf(lines: readonly PdfLine[]): Margins {
  const starts = Map.groupBy(lines, (line) => Math.round(line.x));
  const often = [...starts].filter(([, each]) => each.length >= Math.max(2, lines.length * 0.05));
  const left = Math.min(...(often.length > 0 ? often : [...starts]).map(([x]) => x));
  const ends = lines.map((line) => line.end).toSorted((one, other) => one - other);
  return { left, right: ends[Math.floor(ends.length * 0.95)] ?? 0 };
}

function begins(line: PdfLine, before: PdfLine | undefined, { left, right }: Margins, words: string): boolean {
  if (before === undefined) return true;
  // Latin lines end where a word would not fit; one that begins in small letters goes on.
  if (/^[a-z]/u.test(line.text) && !/[.:]$/u.test(words)) return false;
  const indented = line.x > left + INDENT * line.size;
  const endedShort = before.end < right - SHORT * before.size;
  const otherSize = line.size > before.size * LARGER || before.size > line.size * LARGER;
  const labelled = /[。;\uff1b:\uff1a!\uff01?\uff1f]$/u.test(words) && readLabel(line.text) !== undefined;
  return indented || endedShort || otherSize || labelled;
}
