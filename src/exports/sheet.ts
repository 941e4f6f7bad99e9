/**
 * A sheet (导出表): what leaves the office as a table, as a value that is drawn as CSV or XLSX.
 *
 * Takes    nothing: shapes, and the lines that every export carries about itself.
 * Returns  title, filters, typed columns, rows, notes; when it was made, out of how much of the log, and where the log ended.
 * Leaves   what stands in it to ledger.ts, record.ts and reception.ts, drawing to csv.ts and xlsx.ts.
 */
import { exportWords as words } from "../answer/wording/exports.ts";
import { isRealDate, momentOf } from "../lib/dates.ts";
import type { LogHead } from "../store/store.ts";

/** A date is "2026-11-23", a moment "2026-11-23 09:00", money is yuan. */
export interface Column {
  readonly title: string;
  readonly kind: "text" | "date" | "moment" | "number" | "money";
  /** In characters. */
  readonly width: number;
}

/** Words in a column of numbers or dates say why there is none; null is empty. */
export type Cell = string | number | null;

export interface Sheet {
  readonly kind: "sheet";
  readonly title: string;
  /** The name of its tab. */
  readonly tab: string;
  /** What made it: label and value. */
  readonly filters: readonly (readonly [string, string])[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
  readonly made: string;
  readonly head: LogHead;
}

/** What a cell is once its column is known: what is no number and no date is text, whatever its column wants. */
export type Typed =
  | { readonly as: "empty" }
  | { readonly as: "text"; readonly text: string }
  | { readonly as: "number" | "money"; readonly value: number }
  | { readonly as: "date" | "moment"; readonly date: string; readonly time: string };

const momentShape = /^(\d{4}-\d{2}-\d{2}) ((?:[01]\d|2[0-3]):[0-5]\d)$/u;

export function typed(cell: Cell, { kind }: Pick<Column, "kind">): Typed {
  if (cell === null || cell === "") return { as: "empty" };
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) throw new RangeError(`${cell} is no number that a sheet can hold`);
    return { as: kind === "money" ? "money" : "number", value: cell };
  }
  if (kind === "date" && isRealDate(cell)) return { as: "date", date: cell, time: "00:00" };
  const [, date = "", time = ""] = (kind === "moment" && momentShape.exec(cell)) || [];
  return isRealDate(date) ? { as: "moment", date, time } : { as: "text", text: cell };
}

/** An instant as a cell of the kind `moment` holds it, in Shanghai. */
export function momentCell(instant: string): string {
  const { date, time } = momentOf(instant);
  return `${date} ${time}`;
}

/** What the export says about itself, a label and a value a line. */
export function about({ title, filters, rows, notes, made, head }: Sheet): readonly (readonly [string, string])[] {
  return [
    [words.about.title, title],
    ...filters,
    [words.about.made, momentCell(made)],
    [words.about.rows, words.rows(rows.length)],
    [words.about.head, words.head(head.seq, head.hash)],
    ...notes.map((note, at): readonly [string, string] => [at === 0 ? words.about.notes : "", note]),
  ];
}
