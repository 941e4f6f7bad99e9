/**
 * The monthly record of leaves (请、销假备案表) as a sheet: what the chat shows of it, row for row.
 *
 * Takes    the leaves as requests/leaves-in.ts reads them, and how people are called. Returns columns, rows and notes.
 * Leaves   whose leaves to exporter.ts. No reason has a column.
 */
import { standing } from "../answer/card.ts";
import { typeset } from "../answer/typeset.ts";
import { exportWords } from "../answer/wording/exports.ts";
import { recordWords } from "../answer/wording/record.ts";
import type { RecordedLeave } from "../requests/leaves-in.ts";
import type { Staff } from "../requests/staff.ts";
import type { Called } from "./ledger.ts";
import type { Cell, Column, Sheet } from "./sheet.ts";

const { columns: titles } = exportWords.record;

const columns: readonly Column[] = [
  { title: titles.at, kind: "number", width: 6 },
  { title: titles.who, kind: "text", width: 24 },
  { title: titles.section, kind: "text", width: 18 },
  { title: titles.kind, kind: "text", width: 10 },
  { title: titles.start, kind: "date", width: 12 },
  { title: titles.end, kind: "date", width: 12 },
  { title: titles.days, kind: "number", width: 7 },
  { title: titles.status, kind: "text", width: 10 },
  { title: titles.back, kind: "date", width: 12 },
];

export function record(
  leaves: readonly RecordedLeave[],
  { staff, called }: { readonly staff: Staff; readonly called: Called },
): Pick<Sheet, "columns" | "rows" | "notes"> {
  const rows = leaves.map(({ leave, back, over }, at): readonly Cell[] => {
    const { leaveType = null, start = null, end = start, days } = leave.fields;
    return [
      at + 1,
      called.postOf(leave.requester),
      staff.person(leave.requester)?.section ?? null,
      asText(leaveType),
      asText(start),
      asText(end),
      typeof days === "number" ? days : null,
      standing(leave),
      back ?? (over ? recordWords.notBack : null),
    ];
  });
  return { columns, rows, notes: [typeset(recordWords.foot)] };
}

const asText = (value: string | number | boolean | null): Cell => (value === null ? null : String(value));
