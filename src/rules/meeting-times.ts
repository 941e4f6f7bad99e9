/**
 * How often the bureau meets and studies over some months (会议、学习次数): 党组会一年几次, 学法一年多少分钟.
 *
 * Takes    the gathering, the months, and how often it was held so far, where that was told.
 * Returns  the number of times by the document's own frequency, what they come to in days, minutes or laws, and what is lacking.
 * Leaves   a single month, which the provisions answer in the document's words; and meetings without a frequency.
 */
import { answer, note } from "./finding.ts";
import type { Line, Rule } from "./rule.ts";

/** Each gathering: its figure of times, over how many months these are, and what one time takes. */
const gatherings = {
  党组会: { times: "party-meeting.a-month.times", every: 1, each: [] },
  党组会研究党建: { times: "party-meeting.party-work.a-quarter.times", every: 3, each: [] },
  局长办公会: { times: "director-meeting.a-month.times", every: 1, each: [] },
  民主生活会: { times: "life-meeting.a-year.times", every: 12, each: [] },
  中心组集中学习: { times: "study.a-month.times", every: 1, each: ["study.each.days"] },
  党组会议学法: { times: "law-study.times", every: 2, each: ["law-study.minutes", "law-study.laws"] },
} as const;

export const meetingTimes: Rule = {
  id: "meeting-times",
  unit: "ziyang",
  slots: ["gathering", "months", "held"],
  figures: [...new Set(Object.values(gatherings).flatMap(({ times, each }) => [times, ...each]))],

  compute({ gathering, months, held }, figures) {
    if (gathering === undefined) return { kind: "missing", slot: "gathering" };
    if (months === undefined || months <= 1) return { kind: "missing", slot: "months" };
    const { times, every, each } = gatherings[gathering];
    const { value, source } = figures.get(times);
    const due = Math.floor((value * months) / every);
    if (due === 0) return { kind: "missing", slot: "months" };
    const lines: readonly Line[] = [
      { label: "次数", count: due, unit: "次", formula: `${value} × ${months} ÷ ${every}`, source },
      ...each.map((name): Line => {
        const one = figures.get(name);
        const formula = `${one.value} × ${due}`;
        return { label: "合计", count: one.value * due, unit: one.unit, formula, source: one.source };
      }),
    ];
    const sums = lines.slice(1).map(({ count, unit }) => `${count}${unit}`);
    const values = { gathering, months, due, every, value, sums: sums.join("、") };
    if (held === undefined) return { kind: "worked", findings: [answer("meeting-times.due", values, source)], lines };
    const code = held >= due ? "meeting-times.enough" : "meeting-times.short";
    const findings = [
      answer(code, { ...values, held, short: due - held }, source),
      note("meeting-times.due", values, source),
    ];
    return { kind: "worked", findings, lines };
  },
};
