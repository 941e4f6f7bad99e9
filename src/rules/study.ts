/**
 * The yearly study score of the party group's study circle (中心组学习考核): a hundred points and a bonus.
 *
 * Takes    the points of each part, as far as they are known, and how many articles were published.
 * Returns  one line a part and their sum; without any part, the scale itself.
 * Leaves   how points inside a part are given, which the document does not say.
 */
import { answer, note, reading } from "./finding.ts";
import { type Finding, inHundredths, type Line, type Rule } from "./rule.ts";
import type { Facts } from "./slots.ts";

const parts = [
  { slot: "attendancePoints", figure: "study.attendance.points", label: "出勤情况" },
  { slot: "readingPoints", figure: "study.reading.points", label: "自学书目及全年内容" },
  { slot: "discussionPoints", figure: "study.discussion.points", label: "讨论发言和学习记录" },
  { slot: "paperPoints", figure: "study.paper.points", label: "调查研究或心得体会文章" },
] as const;

export const study: Rule = {
  id: "study-score",
  unit: "ziyang",
  slots: ["attendancePoints", "readingPoints", "discussionPoints", "paperPoints", "published"],
  figures: [...parts.map((part) => part.figure), "study.published.points"],

  compute(facts: Facts, figures) {
    const bonus = figures.get("study.published.points");
    const lines: Line[] = [];
    for (const { slot, figure, label } of parts) {
      const most = figures.get(figure);
      const points = facts[slot];
      if (points !== undefined && points > most.value) {
        const finding = answer("study.too-many", { label, points, most: most.value }, most.source);
        return { kind: "contradiction", slot, findings: [finding] };
      }
      if (points === undefined) continue;
      lines.push({ label, count: points, unit: "分", formula: `${points}(满分${most.value})`, source: most.source });
    }
    const { published } = facts;
    if (published !== undefined && published > 0) {
      const formula = `${bonus.value} × ${published}`;
      const count = bonus.value * published;
      lines.push({ label: "公开发表文章奖励", count, unit: "分", formula, source: bonus.source });
    }

    const scale = figures.source("study.scale");
    const maximum = parts.map(({ figure, label }) => `${label}${figures.get(figure).value}分`).join("、");
    if (lines.length === 0) {
      const sources = parts.map(({ figure }) => figures.get(figure).source);
      const finding = answer("study.scale", { maximum, bonus: bonus.value }, scale, ...sources, bonus.source);
      return { kind: "worked", findings: [finding], lines };
    }
    const total = inHundredths(lines.reduce((sum, line) => sum + (line.count ?? 0), 0));
    const absent = parts.filter(({ slot }) => facts[slot] === undefined).map(({ label }) => label);
    const findings: Finding[] = [
      answer("study.total", { total, formula: lines.map((line) => line.count).join(" + ") }, scale),
    ];
    if (absent.length > 0) findings.push(note("study.parts-absent", { absent: absent.join("、") }, scale));
    if (published !== undefined && published > 1) {
      findings.push(reading("note", "study.several-published", figures, "study.several-published"));
    }
    return { kind: "worked", findings, lines };
  },
};
