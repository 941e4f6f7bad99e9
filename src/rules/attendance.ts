/**
 * Coming late, leaving early, staying away (迟到、早退、旷工) of Ziyang staff.
 *
 * Takes    the minutes, and whether late or early; or that somebody stayed away; or that a fine was asked about.
 * Returns  the clause's name for it; at exactly the limit it decides neither way, and a fine is not-covered.
 * Leaves   what follows under the civil service law, which the document only points to.
 */
import type { Figures } from "../policy/figures.ts";
import { answer, note, reading, told } from "./finding.ts";
import type { Finding, Rule } from "./rule.ts";
import type { Facts } from "./slots.ts";

const MINUTES_PER_HOUR = 60;

export const attendance: Rule = {
  id: "attendance",
  unit: "ziyang",
  slots: ["lateness", "minutes", "absent", "penalty"],
  figures: ["attendance.late.minutes", "attendance.half-day.hours"],

  compute(facts, figures) {
    const { minutes, absent, penalty } = facts;
    const classified = minutes === undefined ? [] : classify(minutes, facts, figures);
    if (penalty) {
      const none = reading("answer", "attendance.no-fine", figures, "attendance.no-fine");
      return { kind: "not-covered", findings: [none, ...classified] };
    }
    // 晚到60分钟算旷工吗 asks of the minutes; who was told to have stayed away is judged by that alone.
    if (absent && (minutes === undefined || facts.lateness === undefined)) {
      return told(answer("attendance.absent", {}, figures.source("attendance.absent")));
    }
    return minutes === undefined ? { kind: "missing", slot: "minutes" } : told(...classified);
  },
};

function classify(minutes: number, { lateness }: Facts, figures: Figures): readonly Finding[] {
  const late = figures.get("attendance.late.minutes");
  const halfDay = figures.get("attendance.half-day.hours");
  const halfDayMinutes = halfDay.value * MINUTES_PER_HOUR;
  const values = { minutes, lateness: lateness ?? "either", limit: late.value, hours: halfDay.value };

  if (minutes < late.value) return [answer("attendance.not-late", values, late.source)];
  if (minutes === late.value)
    return [reading("answer", "attendance.edge-late", figures, "attendance.edge-late", values)];
  if (minutes < halfDayMinutes) return [answer("attendance.late", values, late.source, halfDay.source)];
  if (minutes === halfDayMinutes) {
    return [reading("answer", "attendance.edge-half-day", figures, "attendance.edge-half-day", values)];
  }
  return [
    answer("attendance.half-day", values, halfDay.source),
    note("attendance.dealt-with", {}, figures.source("attendance.absent")),
  ];
}
