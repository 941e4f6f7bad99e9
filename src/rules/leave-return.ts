/**
 * Returning from a leave (销假): the day one was back, held against the day the leave was granted until.
 *
 * Takes    the day back at work, the leave's first day, the first day at work after it, the working days between; today.
 * Returns  late, early or in time; a breach for a day that has not come, or that lies before the leave.
 * Leaves   which leave it is to requests/basis.ts, who keeps the record to the route.
 */
import { daysBetween } from "../lib/dates.ts";
import { breach, note, told, warning } from "./finding.ts";
import type { Rule } from "./rule.ts";

export const leaveReturn: Rule = {
  id: "leave-return",
  unit: "ziyang",
  slots: ["start", "end", "dueBack", "unapproved", "workdaysApart"],
  figures: [],

  compute({ start, end, dueBack, unapproved = false, workdaysApart, asOf }, figures) {
    if (end === undefined) return { kind: "missing", slot: "end" };
    const record = figures.source("leave.record");
    if (asOf !== undefined && end > asOf) return told(breach(warning("leave-return.not-yet", { end }, record)));
    if (start !== undefined && end < start)
      return told(breach(warning("leave-return.before-leave", { end, start }, record)));
    // Who was due on Monday and was back on Sunday was neither early nor late.
    const apart = dueBack === undefined ? 0 : Math.abs(daysBetween(dueBack, end));
    const workdays = dueBack === undefined ? 0 : (workdaysApart ?? apart);
    const values = { end, dueBack: dueBack ?? end, days: apart, workdays };
    const unsettled = unapproved ? [warning("leave-return.unapproved", {}, record)] : [];
    if (dueBack === undefined || workdays === 0)
      return told(...unsettled, note("leave-return.in-time", { approved: !unapproved }, record));
    return end > dueBack
      ? told(...unsettled, warning("leave-return.late", values, figures.source("attendance.absent")))
      : told(...unsettled, note("leave-return.early", values, record));
  },
};
