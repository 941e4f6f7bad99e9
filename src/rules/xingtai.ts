/**
 * Staff of Xingtai's offices away (邢台驻外办事机构人员): leave of the post, days at post, and the prize for a good year.
 *
 * Takes    the grade, and days away, days at post so far (up to and including `asOf`) or the person's own investment in 元.
 * Returns  whose consent, how many days are still owed and whether the year holds them, whether the prize is reached.
 * Leaves   targets and reports of a whole office to xingtai-office.ts.
 */
import { addDays, daysInclusive, isoDate, partsOf } from "../lib/dates.ts";
import { type Figures, weeksInDays } from "../policy/figures.ts";
import type { Source } from "../policy/source.ts";
import { answer, note, reading, told } from "./finding.ts";
import type { Finding, Line, Outcome, Rule } from "./rule.ts";
import type { Facts } from "./slots.ts";
import { shortOf, wanOf } from "./tally.ts";

export const awayFromPost: Rule = {
  id: "xingtai-leave",
  unit: "xingtai",
  slots: ["grade", "leaveType", "start", "end", "startHalf", "endHalf", "days", "reason"],
  figures: ["away.director.weeks"],

  compute({ grade, start, end, ...facts }, figures) {
    if (start !== undefined && end !== undefined && end < start) {
      return { kind: "contradiction", slot: "end", findings: [answer("xingtai.end-before-start", { start, end })] };
    }
    if (grade === "liaison-staff") {
      return told(answer("xingtai.leave-of-staff", {}, figures.source("away.staff")));
    }
    if (grade !== "liaison-director") return { kind: "missing", slot: "grade" };
    // A week is of natural days: dates, where they are known, outweigh days that a form counted as working days.
    const days = start !== undefined && end !== undefined ? daysInclusive(start, end) : facts.days;
    if (days === undefined) return { kind: "missing", slot: "days" };
    const weeks = figures.get("away.director.weeks");
    if (days >= weeksInDays(weeks)) return told(answer("xingtai.leave-of-director", { days }, weeks.source));
    return {
      kind: "not-covered",
      findings: [reading("answer", "xingtai.leave-under-week", figures, "away.under-week", { days })],
    };
  },
};

export const daysAtPost: Rule = {
  id: "xingtai-post-days",
  unit: "xingtai",
  slots: ["daysAtPost", "daysAway", "asks", "asOf"],
  figures: ["post.parts", "post.of"],

  compute(facts, figures) {
    const asOf = facts.asOf ?? figures.day;
    const { year } = partsOf(asOf);
    const parts = figures.get("post.parts");
    const of = figures.get("post.of");
    const daysOfYear = daysInclusive(isoDate(year, 1, 1), isoDate(year, 12, 31));
    const need = Math.ceil((daysOfYear * parts.value) / of.value);
    if (facts.daysAway !== undefined) return away(facts.daysAway, daysOfYear, need, parts.source);
    const at = facts.daysAtPost;
    if (at === undefined && (facts.asks === "total" || facts.asks === "away")) {
      return ofTheYear({ year, daysOfYear, need, asks: facts.asks }, figures);
    }
    if (at === undefined) return { kind: "missing", slot: "daysAtPost" };
    const past = daysInclusive(isoDate(year, 1, 1), asOf);
    if (at > past) {
      const finding = answer("xingtai.more-than-passed", { at, past, asOf });
      return { kind: "contradiction", slot: "daysAtPost", findings: [finding] };
    }

    const left = daysOfYear - past;
    const short = Math.max(0, need - at);
    const lines: Line[] = [
      needed(need, daysOfYear, figures),
      { label: "还差", count: short, unit: "天", formula: `${need} - ${at}`, source: parts.source },
    ];
    const values = { year, need, at, short, left, asOf, from: addDays(asOf, 1) };
    const code = short === 0 ? "xingtai.days-met" : short <= left ? "xingtai.days-owed" : "xingtai.days-out-of-reach";
    const counted = reading("note", "xingtai.days-counted", figures, "post.natural-days");
    return { kind: "worked", findings: [answer(code, values, parts.source), counted], lines };
  },
};

/** What a year asks for, where nobody's days were told. */
function ofTheYear(
  { asks, ...of }: { year: number; daysOfYear: number; need: number; asks: "total" | "away" },
  figures: Figures,
): Outcome {
  const { daysOfYear, need } = of;
  const values = { ...of, most: daysOfYear - need };
  const { source } = figures.get("post.parts");
  const counted = reading("note", "xingtai.days-counted", figures, "post.natural-days");
  return {
    kind: "worked",
    findings: [answer(asks === "away" ? "xingtai.away-of-year" : "xingtai.days-of-year", values, source), counted],
    lines: [needed(need, daysOfYear, figures)],
  };
}

function needed(need: number, daysOfYear: number, figures: Figures): Line {
  const { value: parts, source } = figures.get("post.parts");
  const formula = `⌈${daysOfYear} × ${parts} ÷ ${figures.get("post.of").value}⌉`;
  return { label: "全年应在驻地", count: need, unit: "天", formula, source };
}

/** A whole year told by the days away: the rest of it was at the post. */
function away(days: number, daysOfYear: number, need: number, source: Source): Outcome {
  const at = daysOfYear - days;
  if (at < 0)
    return { kind: "contradiction", slot: "daysAway", findings: [answer("xingtai.more-than-year", { daysOfYear })] };
  const most = daysOfYear - need;
  const values = { at, need, short: need - at, most, days, left: most - days };
  return {
    kind: "worked",
    findings: [answer(at >= need ? "xingtai.away-within" : "xingtai.away-too-long", values, source)],
    lines: [
      { label: "在驻地", count: at, unit: "天", formula: `${daysOfYear} - ${days}`, source },
      { label: "最多可离开", count: most, unit: "天", formula: `${daysOfYear} - ${need}`, source },
    ],
  };
}

export const award: Rule = {
  id: "xingtai-award",
  unit: "xingtai",
  slots: ["grade", "amount", "taskDone"],
  figures: ["award.director", "award.staff"],

  compute(facts, figures) {
    switch (facts.grade) {
      case "liaison-director":
        return awardOf("director", facts, figures);
      case "liaison-staff":
        return awardOf("staff", facts, figures);
      default:
        return { kind: "missing", slot: "grade" };
    }
  },
};

function awardOf(post: "director" | "staff", { amount, taskDone }: Facts, figures: Figures): Outcome {
  const line = figures.get(`award.${post}`);
  if (amount === undefined) return { kind: "missing", slot: "amount" };
  const done = wanOf(amount);
  const values = { done, line: line.value, short: shortOf(line.value, amount) };
  if (done < line.value) {
    const findings: Finding[] = [answer(`xingtai.award-${post}-short`, values, line.source)];
    if (taskDone === false) findings.push(note("xingtai.award-task-open", values, line.source));
    return told(...findings);
  }
  if (taskDone === undefined) return { kind: "missing", slot: "taskDone" };
  return told(answer(taskDone ? `xingtai.award-${post}` : "xingtai.award-task-open", values, line.source));
}
