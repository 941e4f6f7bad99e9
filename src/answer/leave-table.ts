/**
 * The leaves of a month as a table in Markdown: who, kind, days, where it stands, the day back. No reason has a column.
 * And the days of leave taken: by kind, or by person and kind.
 *
 * Takes    the leaves with their people. Returns the table; every cell that came from outside is made plain.
 * Leaves   which leaves, and who may see them, to moves/register/.
 */
import type { RecordedLeave } from "../requests/leaves-in.ts";
import type { Taken } from "../requests/taken.ts";
import { standing } from "./card.ts";
import { plain } from "./layout.ts";
import { checkWords } from "./wording/checks.ts";
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

/** Days of leave by kind; with whose they are in front, where the rows are of several people. */
export function takenTable(rows: readonly (readonly [taken: Taken, post?: string])[]): string {
  if (rows.length === 0) return "";
  const { columns, columnsOf, total } = checkWords.taken;
  const isOf = rows.some(([, post]) => post !== undefined);
  const cells = ([{ leaveType, approved, pending }, post]: (typeof rows)[number]) => [
    ...(post === undefined ? [] : [plain(post)]),
    ...[leaveType, approved, pending, approved + pending],
  ];
  const sum = (of: (taken: Taken) => number): number => rows.reduce((days, [taken]) => days + of(taken), 0);
  const [approved, pending] = [sum((one) => one.approved), sum((one) => one.pending)];
  const sums = rows.length < 2 || isOf ? [] : [[total, approved, pending, approved + pending]];
  const lines = [...rows.map(cells), ...sums].map((line) => `| ${line.join(" | ")} |`);
  return [isOf ? columnsOf : columns, `|${" --- |".repeat(isOf ? 5 : 4)}`, ...lines].join("\n");
}
