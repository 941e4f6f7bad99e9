/**
 * Days of leave taken (请假天数): of one person in a year or a month, by kind, approved and under way.
 *
 * Takes    the person's papers, the first and the last day of the period, the calendar. Returns the sums, each kind once.
 * Leaves   how much anybody may take to nobody: the documents set no number, and none is held against it here.
 * A leave over New Year counts in each year what lies in it; who came back early took what they were away.
 */
import type { Calendar } from "../lib/calendar.ts";
import type { IsoDate } from "../lib/dates.ts";
import { type Facts, slots } from "../rules/slots.ts";
import { lengthOf, shared, spanOf } from "./day-span.ts";
import { countsDays, formOf } from "./form.ts";
import { inForce } from "./hold.ts";
import type { OfficeRequest } from "./request.ts";

export interface Period {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** The days of one kind of leave. */
export interface Taken {
  readonly leaveType: string;
  readonly approved: number;
  readonly pending: number;
}

/** What is in force and not about to give its place to another: what counts once. `instead` is replaced by a draft. */
export function standing(mine: readonly OfficeRequest[], instead?: string): readonly OfficeRequest[] {
  const replaced = new Set(mine.flatMap((one) => (inForce(one) && one.amends !== undefined ? [one.amends] : [])));
  return mine.filter((one) => inForce(one) && one.id !== instead && !replaced.has(one.id));
}

/** The days of one leave that lie in the period. */
export function daysWithin(
  leave: OfficeRequest,
  mine: readonly OfficeRequest[],
  period: Period,
  { calendar, grade }: { readonly calendar: Calendar; readonly grade: Facts["grade"] },
): number {
  const span = spanOf(leave, mine);
  const within = span && shared(span, { from: `${period.from}a`, until: `${period.until}p` });
  return within === undefined ? 0 : lengthOf(within, countsDays(formOf("leave"), { grade }), calendar);
}

/** The sums of the person's leaves in the period, in the order in which kinds of leave are named; those of no day fall out. */
export function takenIn(
  mine: readonly OfficeRequest[],
  period: Period,
  by: { readonly calendar: Calendar; readonly grade: Facts["grade"] },
  instead?: string,
): readonly Taken[] {
  const leaves = standing(mine, instead).filter(({ type }) => type === "leave");
  return slots.leaveType.options.flatMap((leaveType) => {
    const ofKind = leaves.filter(({ fields }) => fields.leaveType === leaveType);
    const sum = (status: OfficeRequest["status"]): number =>
      ofKind
        .filter((leave) => leave.status === status)
        .reduce((days, leave) => days + daysWithin(leave, mine, period, by), 0);
    const taken = { leaveType, approved: sum("approved"), pending: sum("submitted") };
    return taken.approved + taken.pending > 0 ? [taken] : [];
  });
}
