/**
 * Returning from a leave (销假): the day one was back, held against the day the leave was granted until.
 *
 * Takes    the day back at work, the leave's first day, and the first day at work after it; today.
 * Returns  late, early or in time; a breach for a day that has not come, or that lies before the leave.
 * Leaves   which leave it is to requests/basis.ts, who keeps the record to the route.
 */
import { daysBetween } from "../lib/dates.ts";
import { breach, note, told, warning } from "./finding.ts";
import type { Rule } from "./rule.ts";

export const leaveReturn: Rule = {
  id: "leave-return",
  unit: "ziyang",
  slots: ["start", "end", "dueBack"],
  figures: [],

  compute({ start, end, dueBack, asOf }, figures) {
    if (end === undefined) return { kind: "missing", slot: "end" };
    const record = figures.source("leave.record");
    if (asOf !== undefined && end > asOf) return told(breach(warning("leave-return.not-yet", { end }, record)));
    if (start !== undefined && end < start)
      return told(breach(warning("leave-return.before-leave", { end, start }, record)));
    if (dueBack === undefined || end === dueBack) return told(note("leave-return.in-time", {}, record));
    const values = { end, dueBack, days: Math.abs(daysBetween(dueBack, end)) };
    return end > dueBack
      ? told(warning("leave-return.late", values, figures.source("attendance.absent")))
      : told(note("leave-return.early", values, record));
  },
};
