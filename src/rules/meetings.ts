/**
 * Meetings of the party group (党组会、民主生活会) of Ziyang: how many must be present, and when the record is due.
 *
 * Takes    members and present, and whether appointments are on the table or the votes are asked for; or the day of the 民主生活会.
 * Returns  whether the meeting may open and decide, with the least number; the last day for the record.
 * Leaves   everything about 局长办公会, which has no quorum in the document.
 */
import { addDays } from "../lib/dates.ts";
import type { Figures } from "../policy/figures.ts";
import { answer, note, reading, told } from "./finding.ts";
import type { Finding, Line, Rule } from "./rule.ts";

export const quorum: Rule = {
  id: "quorum",
  unit: "ziyang",
  slots: ["members", "present", "appointments", "asks"],
  figures: ["quorum.open.share", "quorum.appointments.parts", "quorum.appointments.of"],

  compute({ members, present, appointments, asks }, figures) {
    const open = figures.get("quorum.open.share");
    const parts = figures.get("quorum.appointments.parts");
    const of = figures.get("quorum.appointments.of");
    if (members === undefined && present === undefined) {
      return told(answer("quorum.shares", { appointments: appointments ?? false }, open.source, parts.source));
    }
    if (members === undefined || members === 0) return { kind: "missing", slot: "members" };
    if (present !== undefined && present > members) {
      const finding = answer("quorum.more-than-members", { members, present });
      return { kind: "contradiction", slot: "present", findings: [finding] };
    }

    const half = Math.ceil(members * open.value);
    const twoThirds = Math.ceil((members * parts.value) / of.value);
    const lines: readonly Line[] = [
      {
        label: "开会最少到会",
        count: half,
        unit: "人",
        formula: `⌈${members} ÷ ${1 / open.value}⌉`,
        source: open.source,
      },
      {
        label: "定人事任免最少到会",
        count: twoThirds,
        unit: "人",
        formula: `⌈${members} × ${parts.value} ÷ ${of.value}⌉`,
        source: parts.source,
      },
    ];
    const edge = members * open.value === half;
    const even = edge ? [reading("note", "quorum.half-even", figures, "quorum.half-even")] : [];
    if (present === undefined) {
      const needs = answer(
        "quorum.needs",
        { members, half, twoThirds, appointments: appointments ?? false },
        open.source,
        parts.source,
      );
      return { kind: "worked", findings: [needs, ...even], lines };
    }

    const opening = openingOf({ members, present, half }, edge && present === half, figures);
    const enough = present >= twoThirds;
    const values = { members, present, twoThirds, short: Math.max(0, twoThirds - present) };
    const code = enough ? "quorum.appointments-allowed" : "quorum.appointments-barred";
    const findings = appointments
      ? [answer(code, values, parts.source), ...(enough ? [] : [{ ...opening, level: "note" as const }])]
      : [opening, note(code, values, parts.source)];
    const votes = asks === "votes" ? [reading("answer", "quorum.votes", figures, "quorum.votes")] : [];
    return { kind: "worked", findings: [...votes, ...findings], lines };
  },
};

function openingOf(
  values: { readonly members: number; readonly present: number; readonly half: number },
  exactlyHalf: boolean,
  figures: Figures,
): Finding {
  if (exactlyHalf) return reading("answer", "quorum.exactly-half", figures, "quorum.half-even", values);
  const code = values.present >= values.half ? "quorum.open" : "quorum.not-open";
  return answer(code, values, figures.get("quorum.open.share").source);
}

export const lifeMeetingRecord: Rule = {
  id: "life-meeting-record",
  unit: "ziyang",
  slots: ["heldOn", "asOf"],
  figures: ["life-meeting.record.days"],

  compute({ heldOn }, figures) {
    const { value: days, source } = figures.get("life-meeting.record.days");
    if (heldOn === undefined) return { kind: "missing", slot: "heldOn" };
    const deadline = addDays(heldOn, days);
    return told(
      answer("life-meeting.record-due", { heldOn, days, deadline }, source),
      reading("note", "life-meeting.counting", figures, "life-meeting.counting"),
    );
  },
};
