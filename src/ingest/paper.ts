/**
 * A paper: what a reader made of one file, before it is a document of ours.
 *
 * Takes    pieces in reading order: paragraphs, and tables as cells.
 * Returns  the Markdown body that policy/block.ts reads: a paragraph a line, tables as pipe tables.
 * Why      block.ts takes a line below the rule whose first cell is empty for a part of the head, and has no escape for
 *          "|"; a cell that would be misread is written with "—" or the full-width bar.
 */

export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "table"; readonly head: readonly Row[]; readonly rows: readonly Row[] };
export type Row = readonly string[];

/** What the format holds and our text does not, or what was worked out: told in the report. */
export interface Loss {
  readonly kind:
    | "images"
    | "page-numbers"
    | "running-lines"
    | "written-numbers"
    | "placed-tables"
    | "silent-pages"
    | "foreign-front";
  readonly count: number;
}

export interface Paper {
  readonly kind: "paper";
  readonly body: string;
  /** The title that the format itself names, such as <title>. */
  readonly title?: string;
  /** The front matter of a file that already has our form. */
  readonly front?: Readonly<Record<string, unknown>>;
  readonly losses: readonly Loss[];
}

/** The pieces as Markdown, a blank line between them; pieces without a character in them fall away. */
export function bodyOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === "text" ? paragraph(piece.text) : table(piece.head, piece.rows)))
    .filter((text) => text !== "")
    .join("\n\n");
}

/** Rows of text lines as a table: the first row is its head. A table of one column is no table. */
export function tableOf(rows: readonly Row[]): readonly Piece[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2) return rows.map((row): Piece => ({ kind: "text", text: row.join("") }));
  return [{ kind: "table", head: rows.slice(0, 1), rows: rows.slice(1) }];
}

function paragraph(text: string): string {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/gu, " ")
    .replace(/^\|/u, "\uff5c");
}

function table(head: readonly Row[], rows: readonly Row[]): string {
  const width = Math.max(1, ...[...head, ...rows].map((row) => row.length));
  const filled = (each: readonly Row[]) => each.filter((row) => row.some((cell) => cell.trim() !== ""));
  const [heads, below] = [filled(head), filled(rows)];
  if (heads.length + below.length === 0) return "";
  const [first = [], ...more] = heads;
  const grouped = first.some((cell) => cell.trim() === "");
  const continued = more.every((row) => (row[0] ?? "").trim() === "");
  const [above, under] = continued ? [[first], more] : [heads, []];
  return [
    ...above.map((row) => line(row, width)),
    line(
      Array.from({ length: width }, () => "---"),
      width,
    ),
    ...[
      ...under,
      ...below.map((row, at) => (at === 0 && !(grouped && isHead(row, below)) ? withFirstCell(row) : row)),
    ].map((row) => line(row, width)),
  ].join("\n");
}

/** Below a head with gaps, names without a number and without a first cell fill the gaps: "省内" over 内地, 其他. */
function isHead(row: Row, below: readonly Row[]): boolean {
  const [first = "", ...names] = row.map((cell) => cell.trim());
  return first === "" && !/\d/u.test(names.join("")) && below.some((other) => (other[0] ?? "").trim() !== "");
}

function withFirstCell(row: Row): Row {
  return (row[0] ?? "").trim() === "" ? ["—", ...row.slice(1)] : row;
}

function line(row: Row, width: number): string {
  const cells = Array.from({ length: width }, (_, column) => paragraph(row[column] ?? "").replaceAll("|", "\uff5c"));
  return `| ${cells.join(" | ")} |`;
}
