/**
 * The hospital certificate of sick leave (医疗证明): from which day it is needed, and which hospital's counts.
 *
 * Takes    the kind of leave, the days, and the hospital where the person named one.
 * Returns  one finding or none; it is an answer where a hospital was named, for then the paper is the question.
 * Leaves   whose consent the leave needs to leave.ts.
 */
import type { Figures } from "../policy/figures.ts";
import { answer, breach, note, reading, warning } from "./finding.ts";
import type { Finding } from "./rule.ts";
import type { Facts } from "./slots.ts";

export function certificate({ leaveType, hospital, days }: Facts, figures: Figures): readonly Finding[] {
  const named = hospital !== undefined && hospital !== "未说明";
  if (leaveType !== "病假" && !named) return [];
  const from = figures.get("leave.certificate.days");
  const values = { from: from.value, ...(days === undefined ? {} : { days }), ...(named ? { hospital } : {}) };

  if (days !== undefined && days < from.value) {
    return [(named ? answer : note)("leave.certificate-not-needed", values, from.source)];
  }
  if (!named) return [(days === undefined ? note : warning)("leave.certificate-needed", values, from.source)];
  if (hospital === "民营")
    return [reading("answer", "leave.certificate-private", figures, "leave.certificate-private", values)];
  const counts = hospital === "市级以上";
  return [
    counts
      ? answer("leave.certificate-counts", values, from.source)
      : breach(answer("leave.certificate-refused", values, from.source)),
  ];
}
