/**
 * The leaves of a month as a table in Markdown: who, kind, days, where it stands, the day back. No reason has a column.
 *
 * Takes    the leaves with their people. Returns the table; every cell that came from outside is made plain.
 * Leaves   which leaves, and who may see them, to moves/leave-record.ts.
 */
import type { RecordedLeave } from "../requests/leaves-in.ts";
import { standing } from "./card.ts";
import { plain } from "./layout.ts";
import { recordWords as words } from "./wording/record.ts";

export interface LeaveRow extends RecordedLeave {
  readonly who: string;
}

/** The table, or nothing where there is no row. */
export function leaveTable(rows: readonly LeaveRow[]): string {
  if (rows.length === 0) return "";
  const lines = rows.map(({ leave, who, back, over }, at) => {
    const { leaveType = "", start = "", end = start, days = "" } = leave.fields;
    const span = start === end ? `${start}` : `${start} ${words.to} ${end}`;
    const returned = back ?? (over ? words.notBack : "");
    const cells = [at + 1, who, leaveType, span, days, standing(leave), returned];
    return `| ${cells.map((cell) => plain(String(cell))).join(" | ")} |`;
  });
  return [words.columns, "| --- | --- | --- | --- | --- | --- | --- |", ...lines].join("\n");
}
