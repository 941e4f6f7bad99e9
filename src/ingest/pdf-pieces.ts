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

const PAGE_NUMBER = /^[-—–·.\s]*第?\s*\d{1,4}\s*页?(?:\s*[/,\uff0c共]\s*共?\s*\d{1,4}\s*页?)?[-—–·.\s]*$/u;
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
  const repeated = repeatedEdges(pages);
  let pageNumbers = 0;
  let runningLines = 0;
  const kept = pages.flatMap((lines) =>
    lines.filter((line, at) => {
      const atEdge = at === 0 || at === lines.length - 1;
      if (atEdge && pages.length > 1 && PAGE_NUMBER.test(line.text)) pageNumbers += 1;
      else if (atEdge && repeated.has(line.text)) runningLines += 1;
      else return true;
      return false;
    }),
  );
  const pieces: Piece[] = [];
  const margin = marginsOf(kept);
  let tables = 0;
  let words = "";
  const close = () => {
    if (words !== "") pieces.push({ kind: "text", text: words });
    words = "";
  };
  for (let at = 0; at < kept.length; ) {
    const line = kept[at] as PdfLine;
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

/** Lines that stand at the top or the bottom of at least three pages, and of half of them. */
function repeatedEdges(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const text of new Set([lines[0]?.text, lines.at(-1)?.text])) {
      if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && count * 2 >= pages.length).map(([text]) => text));
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
