/**
 * The leaves with a day in a month or a year (请、销假备案): the reading that the record in the chat and the exported one share.
 *
 * Takes    leaves and returns from leave as the log has them, the period (2026-11 or 2026), and today.
 * Returns  the leaves that stand, the earliest first, each with the day back where one was reported.
 * Leaves   whose they may be to whoever asks, drawing to answer/leave-table.ts and exports/record.ts.
 */
import type { IsoDate } from "../lib/dates.ts";
import { inForce } from "./hold.ts";
import type { OfficeRequest } from "./request.ts";

export interface RecordedLeave {
  readonly leave: OfficeRequest;
  /** The day of return, where one was reported. */
  readonly back: string | undefined;
  /** Its last day is past. */
  readonly over: boolean;
}

export interface LeaveLog {
  readonly leaves: readonly OfficeRequest[];
  readonly returns: readonly OfficeRequest[];
}

/** What was rejected or taken back is no leave. */
export function leavesIn(period: string, { leaves, returns }: LeaveLog, today: IsoDate): readonly RecordedLeave[] {
  return leaves
    .filter((leave) => inForce(leave) && touches(leave, period))
    .toSorted((one, other) => startOf(one).localeCompare(startOf(other)))
    .map((leave) => ({
      leave,
      back: returns.find((back) => inForce(back) && back.fields.basis === leave.id)?.fields.end?.toString(),
      over: endOf(leave) < today,
    }));
}

const startOf = ({ fields }: OfficeRequest): IsoDate => String(fields.start ?? "");
const endOf = ({ fields }: OfficeRequest): IsoDate => String(fields.end ?? fields.start ?? "");

/** Has the leave a day in the period? */
const touches = (leave: OfficeRequest, period: string): boolean =>
  startOf(leave).slice(0, period.length) <= period && period <= endOf(leave).slice(0, period.length);
