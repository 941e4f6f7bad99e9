/**
 * Leave of Ziyang staff (请假): whose consent it needs by grade and days, and the papers that go with it.
 *
 * Takes    the asker's grade, the kind of leave, the days (working days, counted by the caller), the hospital if one is named.
 * Returns  first the answer (the consent needed, or the certificate where that was asked), then papers and readings;
 *          not-covered where 一、(十) names nobody: 局长 himself, the branches, 年休假 and its like.
 * Leaves   the steps of the route to requests/route.ts, counting of days to lib/calendar.
 *
 * Personal and sick leave go the same way, so the kind is not asked for: a form asks for it by itself.
 */
import type { Figures } from "../policy/figures.ts";
import type { Source } from "../policy/source.ts";
import { answer, note, reading, told } from "./finding.ts";
import { certificate } from "./leave-certificate.ts";
import type { Finding, Outcome, Rule } from "./rule.ts";
import type { Facts } from "./slots.ts";

const statutory: readonly Facts["leaveType"][] = ["年休假", "探亲假", "婚假", "产假", "陪产假", "丧假"];

const MINUTES_PER_DAY = 24 * 60;
/** Any part of a day: the tiers only ask whether it is one day or less. */
const WITHIN_A_DAY = 0.5;

export const leave: Rule = {
  id: "leave",
  unit: "ziyang",
  slots: [
    "leaveType",
    "grade",
    "start",
    "end",
    "startHalf",
    "endHalf",
    "days",
    "minutes",
    "daysOff",
    "hospital",
    "selfSigned",
    "asOf",
    "reason",
  ],
  figures: [
    "leave.staff.section-head-alone.days",
    "leave.staff.two-steps.days",
    "leave.section-head.leader-alone.days",
    "leave.section-head.two-steps.days",
    "leave.certificate.days",
  ],

  compute(facts, figures) {
    const { start, end, days, leaveType } = facts;
    if (start !== undefined && end !== undefined && end < start) {
      return { kind: "contradiction", slot: "end", findings: [answer("leave.end-before-start", { start, end })] };
    }
    if (days === 0) return { kind: "contradiction", slot: "days", findings: [answer("leave.no-days", {})] };

    if (leaveType !== undefined && statutory.includes(leaveType) && facts.grade !== "driver") {
      const finding = reading("answer", "leave.statutory", figures, "leave.statutory", { leaveType });
      return { kind: "not-covered", findings: [finding] };
    }

    const papers = [...certificate(facts, figures), ...formalities(facts, figures)];
    const asked = facts.hospital !== undefined && days === undefined;
    if (asked) return told(...papers);
    const { minutes } = facts;
    if (days !== undefined || minutes === undefined || minutes >= MINUTES_PER_DAY) {
      return withConsent(consent({ ...facts, minutes: undefined }, figures), papers);
    }
    // Hours and minutes are within one day, which is all that the tiers need.
    const parts = reading("warning", "leave.part-day", figures, "leave.part-day");
    return withConsent(consent({ ...facts, days: WITHIN_A_DAY }, figures), [...papers, parts]);
  },
};

/** Puts the consent first, unless a named hospital made the certificate the question. */
function withConsent(consented: Outcome, papers: readonly Finding[]): Outcome {
  if (consented.kind !== "worked" && consented.kind !== "not-covered") return consented;
  const questions = papers.filter((finding) => finding.level === "answer");
  const others = papers.filter((finding) => finding.level !== "answer");
  return { ...consented, findings: [...questions, ...consented.findings, ...others] };
}

function consent(facts: Facts, figures: Figures): Outcome {
  const { grade, leaveType = "事假" } = facts;
  switch (grade) {
    case "staff":
    case "deputy-section":
      return byDays(facts, figures, staffTiers);
    case "section-head":
      return byDays(facts, figures, sectionHeadTiers);
    case "leader":
      return told(...own(facts, figures.source("leave.leader")), leaderAnswer(facts, figures));
    case "driver":
      return told(
        answer("leave.driver", { leaveType }, figures.source("leave.driver")),
        reading("note", "leave.driver-tiers", figures, "leave.driver-tiers"),
        ...(statutory.includes(leaveType)
          ? [reading("note", "leave.statutory", figures, "leave.statutory", { leaveType })]
          : []),
      );
    case "bureau-head":
      return {
        kind: "not-covered",
        findings: [
          ...own(facts, figures.source("leave.leader")),
          reading("answer", "leave.bureau-head", figures, "leave.bureau-head"),
        ],
      };
    case "branch-staff":
    case "branch-head":
      return { kind: "not-covered", findings: [reading("answer", "leave.branch", figures, "leave.branch")] };
    case "department-rank":
      return {
        kind: "not-covered",
        findings: [reading("answer", "leave.grade-not-named", figures, "leave.grade-not-named")],
      };
    // Another unit's grades say nothing under Ziyang's clause: ask whose leave it is.
    case "liaison-staff":
    case "liaison-director":
    case undefined:
      return { kind: "missing", slot: "grade" };
  }
}

interface Tiers {
  readonly alone: string;
  readonly twoSteps: string;
  readonly gap: string;
  readonly code: "staff" | "section-head";
}

const staffTiers: Tiers = {
  alone: "leave.staff.section-head-alone.days",
  twoSteps: "leave.staff.two-steps.days",
  gap: "leave.gap.staff",
  code: "staff",
};
const sectionHeadTiers: Tiers = {
  alone: "leave.section-head.leader-alone.days",
  twoSteps: "leave.section-head.two-steps.days",
  gap: "leave.gap.section-head",
  code: "section-head",
};

function byDays(facts: Facts, figures: Figures, tiers: Tiers): Outcome {
  const { days, minutes, leaveType = "事假" } = facts;
  if (days === undefined) return { kind: "missing", slot: "days" };
  const alone = figures.get(tiers.alone);
  const twoSteps = figures.get(tiers.twoSteps);
  const part = minutes === undefined ? {} : { minutes };
  const values = { days, leaveType, alone: alone.value, twoSteps: twoSteps.value, ...part };
  const sick = leaveType === "病假";
  const basis = sick && tiers.code === "staff" ? [figures.source("leave.sick-as-personal")] : [];

  const findings: Finding[] = [...own(facts, (days <= alone.value ? alone : twoSteps).source)];
  if (days <= alone.value) findings.push(answer(`leave.${tiers.code}-alone`, values, alone.source, ...basis));
  else if (days >= twoSteps.value) {
    findings.push(answer(`leave.${tiers.code}-two-steps`, values, twoSteps.source, ...basis));
  } else findings.push(reading("answer", `leave.${tiers.code}-gap`, figures, tiers.gap, values));

  if (facts.grade === "deputy-section") {
    findings.push(reading("note", "leave.deputy-section", figures, "leave.deputy-section"));
  }
  if (sick && tiers.code === "section-head") {
    findings.push(reading("note", "leave.sick-section-head", figures, "leave.sick-section-head"));
  }
  return told(...findings);
}

const leaderAnswer = ({ days, leaveType = "事假" }: Facts, figures: Figures): Finding =>
  answer(
    "leave.leader",
    days === undefined ? { leaveType } : { leaveType, days },
    figures.source("leave.leader"),
    ...(leaveType === "病假" ? [figures.source("leave.sick-as-personal")] : []),
  );

const own = ({ selfSigned }: Facts, source: Source): readonly Finding[] =>
  selfSigned ? [answer("leave.self-signed", {}, source)] : [];

function formalities({ start, asOf, daysOff }: Facts, figures: Figures): readonly Finding[] {
  const findings: Finding[] = [];
  if (start !== undefined && asOf !== undefined && start < asOf) {
    findings.push(note("leave.afterwards", {}, figures.source("leave.afterwards")));
  }
  if (daysOff !== undefined && daysOff > 0) {
    findings.push(reading("note", "leave.days-off-inside", figures, "leave.days-counted", { daysOff }));
  }
  findings.push(note("leave.papers", {}, figures.source("leave.written"), figures.source("leave.record")));
  return findings;
}
