/**
 * Blocks: a document's body as plain paragraphs and table lines, in order.
 *
 * Takes    Markdown in which every paragraph is a line and tables are pipe tables.
 * Returns  blocks; `text` is what a reader sees (a table line is its filled cells, joined by " | ").
 * Leaves   headings and clauses to split.ts.
 * Why      regulations have headings of two lines: a line below the rule whose first cell is empty belongs to the head,
 *          and an empty cell of the head continues the cell on its left.
 */

export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "table-head"; readonly text: string }
  | { readonly kind: "table-row"; readonly text: string; readonly row: number; readonly columns: readonly string[] };

/** The blocks of a Markdown body. */
export function readBlocks(body: string): readonly Block[] {
  const blocks: Block[] = [];
  let table: string[][] = [];
  const closeTable = () => {
    if (table.length > 0) blocks.push(...tableBlocks(table));
    table = [];
  };
  for (const raw of body.split("\n")) {
    const line = raw.trim();
    if (line.startsWith("|")) table.push(cellsOf(line));
    else closeTable();
    if (line !== "" && !line.startsWith("|")) blocks.push({ kind: "text", text: line });
  }
  closeTable();
  return blocks;
}

function tableBlocks(lines: readonly string[][]): readonly Block[] {
  const rule = lines.findIndex((cells) => cells.every((cell) => /^:?-{3,}:?$/u.test(cell)));
  const below = lines.slice(rule + 1);
  const firstRow = below.findIndex((cells) => cells[0] !== "");
  const head = [...lines.slice(0, Math.max(rule, 0)), ...below.slice(0, Math.max(firstRow, 0))];
  const columns = columnNames(head);
  const rows = below.slice(Math.max(firstRow, 0));
  return [
    ...head.map((cells): Block => ({ kind: "table-head", text: visible(cells) })),
    ...rows.map((cells, index): Block => ({ kind: "table-row", text: visible(cells), row: index + 1, columns })),
  ];
}

/** One name a column: the words of its head from top to bottom. */
function columnNames(head: readonly string[][]): readonly string[] {
  const width = Math.max(0, ...head.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) =>
    head
      .map((cells, line) => (line === head.length - 1 ? (cells[column] ?? "") : leftmost(cells, column)))
      .filter((cell) => cell !== "")
      .join(" "),
  );
}

function leftmost(cells: readonly string[], column: number): string {
  return (cells.slice(0, column + 1).findLast((cell) => cell !== "") ?? "").trim();
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/gu, "")
    .split("|")
    .map((cell) => cell.trim());
}

function visible(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== "").join(" | ");
}
