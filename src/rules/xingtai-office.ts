/**
 * What one of Xingtai's offices owes in a year (邢台驻外办事机构的任务): investment, items of information, reports.
 *
 * Takes    the office's investment of the year in 元; the items reported this month; the day that "next" is counted from.
 *          Where the question tells no number, the sums of the office's log: `raised` of the year, `tallied` of the month.
 * Returns  how much is still owed, and by when the two written reports are due.
 * Leaves   personal thresholds and days at post to xingtai.ts.
 */
import { daysBetween, isoDate, partsOf } from "../lib/dates.ts";
import type { Figures } from "../policy/figures.ts";
import { answer, note, reading, told } from "./finding.ts";
import type { Outcome, Rule } from "./rule.ts";
import { beyond, monthOf, shortOf, wanOf, yearOf } from "./tally.ts";

export const officeTarget: Rule = {
  id: "xingtai-target",
  unit: "xingtai",
  slots: ["amount", "year", "raised"],
  figures: ["target.year"],

  compute(facts, figures) {
    const amount = facts.amount ?? facts.raised;
    if (amount === undefined) return { kind: "missing", slot: "amount" };
    const { value: target, source } = figures.get("target.year");
    const done = wanOf(amount);
    const short = shortOf(target, amount);
    const year = yearOf(facts, facts.asOf ?? figures.day);
    const logged = facts.amount === undefined ? [note("xingtai.target-logged", { year, done }, source)] : [];
    const finding = answer(
      short === 0 ? "xingtai.target-met" : "xingtai.target-short",
      { target, done, short, over: beyond(target, amount) },
      source,
    );
    const formula = short === 0 ? `${done} ≥ ${target}` : `${target} - ${done}`;
    return {
      kind: "worked",
      findings: [finding, ...logged],
      lines: [{ label: "距全年目标还差", count: short, unit: "万元", formula, source }],
    };
  },
};

export const information: Rule = {
  id: "xingtai-information",
  unit: "xingtai",
  slots: ["reported", "months", "month", "tallied"],
  figures: ["information.month"],

  compute({ months = 1, tallied, ...facts }, figures) {
    // The log's sum is of one month.
    const reported = facts.reported ?? (months === 1 ? tallied : undefined);
    const month = monthOf(facts, facts.asOf ?? figures.day);
    const logged =
      facts.reported === undefined && reported !== undefined
        ? [note("xingtai.information-logged", { month, reported }, figures.get("information.month").source)]
        : [];
    const { value: each, source } = figures.get("information.month");
    const least = each * months;
    const needed = { label: "至少应报", count: least, unit: "条", formula: `${each} × ${months} 个月`, source };
    if (reported === undefined) {
      if (months === 1) return { kind: "missing", slot: "reported" };
      return {
        kind: "worked",
        findings: [answer("xingtai.information-needed", { least, months, each }, source)],
        lines: [needed],
      };
    }
    const short = Math.max(0, least - reported);
    const code = short === 0 ? "xingtai.information-met" : "xingtai.information-short";
    const formula = short === 0 ? `${reported} ≥ ${least}` : `${least} - ${reported}`;
    return {
      kind: "worked",
      findings: [answer(code, { least, reported, short, each, months }, source), ...logged],
      lines: [needed, { label: "还差", count: short, unit: "条", formula, source }],
    };
  },
};

export const reports: Rule = {
  id: "xingtai-reports",
  unit: "xingtai",
  slots: ["asOf", "handedIn"],
  figures: ["report.half-year.month", "report.half-year.day", "report.year.month", "report.year.day"],

  compute(facts, figures) {
    if (facts.handedIn !== undefined) return onTime(facts.handedIn, figures);
    const asOf = facts.asOf ?? figures.day;
    const { year } = partsOf(asOf);
    const coming = [
      dueIn(year, "half-year", figures),
      dueIn(year, "year", figures),
      dueIn(year + 1, "half-year", figures),
      dueIn(year + 1, "year", figures),
    ].filter(({ due }) => asOf <= due);
    const findings = coming
      .slice(0, 2)
      .map(({ report, due, source }, index) =>
        index === 0
          ? answer("xingtai.report-next", { report, due, left: daysBetween(asOf, due) }, source)
          : note("xingtai.report-following", { report, due }, source),
      );
    return coming[0]?.due === asOf
      ? told(...findings, reading("warning", "xingtai.report-on-the-day", figures, "report.on-the-day"))
      : told(...findings);
  },
};

/** A report handed in on a day, held against the deadline it is nearest to. */
function onTime(handedIn: string, figures: Figures): Outcome {
  const { year } = partsOf(handedIn);
  const near = [
    dueIn(year - 1, "year", figures),
    dueIn(year, "half-year", figures),
    dueIn(year, "year", figures),
  ].toSorted((one, other) => Math.abs(daysBetween(one.due, handedIn)) - Math.abs(daysBetween(other.due, handedIn)))[0];
  if (near === undefined) return { kind: "missing", slot: "handedIn" };
  const { report, due, source } = near;
  if (handedIn === due) return told(reading("answer", "xingtai.report-on-the-day", figures, "report.on-the-day"));
  const late = daysBetween(due, handedIn);
  return told(
    answer(
      late > 0 ? "xingtai.report-late" : "xingtai.report-in-time",
      { report, due, handedIn, days: Math.abs(late) },
      source,
    ),
  );
}

function dueIn(year: number, report: "half-year" | "year", figures: Figures) {
  const month = figures.get(`report.${report}.month`);
  const day = figures.get(`report.${report}.day`);
  return { report, due: isoDate(year, month.value, day.value), source: day.source };
}
