/**
 * The words around a quote: a table row with its headings, a phrase with its paragraph or its whole sentences.
 *
 * Takes    a source and the library. Returns a source of the same clause (a row's: the clause that holds the table).
 * Why      a cell or a phrase alone can mislead; every word returned still stands in the document, in one piece.
 */
import type { Clause, Library } from "./library.ts";
import type { Source } from "./source.ts";

const longest = 260;
const announces = /下表[::]$/;

/** A table row becomes the table with the sentence that announces it; any other source stays as it is, and words that moved above all. */
export function withTable(source: Source, library: Library): Source {
  if (source.moved) return source;
  const clause = library.clause(source.doc, source.clause);
  if (clause?.kind !== "table-row" || clause.parent === null) return source;
  const parent = library.clause(source.doc, clause.parent);
  if (parent === undefined) return source;
  const lines = library.fullText(parent).split("\n");
  const row = lines.indexOf(clause.text);
  if (row < 0) return source;
  const { first, last } = tableSpan(lines, row);
  return { ...source, clause: parent.address, quote: lines.slice(first, last + 1).join("\n") };
}

/**
 * A table row read with its headings: 套间: 月租(元) 480元. Only the columns that the question names, where it names any; nothing
 * for what is no row. The first cell names the row; a number carries the unit of money that its heading writes: 元 or 万元.
 */
export function rowWithHeadings(clause: Clause, library: Library, question: string): string | undefined {
  const parent = clause.kind === "table-row" && clause.parent !== null && library.clause(clause.doc, clause.parent);
  if (!parent) return undefined;
  const lines = library.fullText(parent).split("\n");
  const row = lines.indexOf(clause.text);
  const head = lines.slice(tableSpan(lines, row).first, row).find((line) => line.includes(" | "));
  if (row < 0 || head === undefined) return undefined;
  const [headings, [name = "", ...cells]] = [head.split(" | ").slice(1), clause.text.split(" | ")];
  if (headings.length !== cells.length) return undefined;
  const columns = headings.map((heading, at) => ({ heading, cell: cells[at] ?? "" }));
  const asked = columns.filter(({ heading }) =>
    question.includes(heading.replace(/[(\uff08].*$/u, "").trim() || heading),
  );
  const told = (asked.length > 0 ? asked : columns).map(({ heading, cell }) => {
    const unit = /^[\d.]+$/.test(cell) ? /[十百千万亿]*元/.exec(heading)?.[0] : undefined;
    return `${heading} ${cell}${unit ?? ""}`;
  });
  return `${name}\uff1a${told.join("\uff1b")}`;
}

const announcesItems = /[:\uff1a]\s*$|下列|如下|见下表/;

/** The clause that says it whole: the one that announces a list, for its items say nothing without it. */
export function announcing(clause: Clause, library: Library): Clause {
  const parent = clause.parent === null ? undefined : library.clause(clause.doc, clause.parent);
  return parent !== undefined && clause.kind !== "table-row" && announcesItems.test(parent.text) ? parent : clause;
}

/** What a clause says: itself, and all below it where it only announces them. */
export const withItems = (clause: Clause, library: Library): string =>
  announcesItems.test(clause.text) ? library.fullText(clause) : clause.text;

/** The paragraph of a quote where that is short, else its whole sentences; a paragraph that announces a table brings it. */
export function withParagraph(source: Source, library: Library): Source {
  if (source.moved) return source;
  const clause = library.clause(source.doc, source.clause);
  if (clause === undefined) return source;
  if (clause.kind === "table-row") return withTable(source, library);
  const text = library.fullText(clause);
  const from = text.indexOf(source.quote);
  if (from < 0) return source;
  const to = from + source.quote.length;
  const start = text.lastIndexOf("\n", from) + 1;
  const stop = text.indexOf("\n", to) < 0 ? text.length : text.indexOf("\n", to);
  const paragraph = text.slice(start, stop);
  if (announces.test(paragraph)) return { ...source, quote: announced(text, start, stop) };
  if (paragraph.length <= longest) return { ...source, quote: paragraph };
  const head = Math.max(start, text.lastIndexOf("。", from - 1) + 1);
  const foot = text.indexOf("。", to - 1);
  return { ...source, quote: text.slice(head, foot < 0 ? stop : Math.min(foot + 1, stop)) };
}

/** The announcing paragraph with the table that follows it. */
function announced(text: string, start: number, stop: number): string {
  const before = text.slice(0, start).split("\n").length - 1;
  const lines = text.split("\n");
  const row = lines.findIndex((line, at) => at > before && line.includes(" | "));
  return row < 0 ? text.slice(start, stop) : lines.slice(before, tableSpan(lines, row).last + 1).join("\n");
}

/** First and last line of the table that a line lies in, with the sentence and the unit line above it. */
function tableSpan(lines: readonly string[], row: number): { first: number; last: number } {
  let first = row;
  let last = row;
  while (lines[first - 1]?.includes(" | ")) first--;
  while (lines[last + 1]?.includes(" | ")) last++;
  const announcing = [first - 1, first - 2].find((at) => announces.test(lines[at] ?? ""));
  return { first: announcing ?? first, last };
}
