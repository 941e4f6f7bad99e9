/**
 * How many of the office may sit with visiting investors (陪同人数): one a guest up to a threshold, half of the excess above it.
 *
 * Takes    the guests, and the hosts where a number was said.
 * Returns  the limit as a worked count, and whether the number said keeps to it.
 * Leaves   money to reception.ts. For official visits (公务) the document gives no ratio, and that is the answer.
 */
import type { Figures } from "../policy/figures.ts";
import { answer, breach, note, reading } from "./finding.ts";
import type { Finding, Line, Rule } from "./rule.ts";

/** The limit for so many guests; "以内" rounds a half host down. */
export function companionLimit(guests: number, figures: Figures): Line & { readonly count: number } {
  const threshold = figures.get("companions.threshold").value;
  const ratio = figures.get("companions.guests-a-host").value;
  const above = guests > threshold;
  return {
    label: "陪同人数上限",
    count: above ? threshold + Math.floor((guests - threshold) / ratio) : guests,
    unit: "人",
    formula: above ? `${threshold} + ⌊(${guests} − ${threshold}) ÷ ${ratio}⌋` : `${guests} × 1`,
    source: figures.source("companions.ratio"),
  };
}

/** Hosts above the limit must be explained on the list of the reception. */
export function companionFindings(
  level: typeof answer,
  guests: number,
  hosts: number,
  figures: Figures,
): readonly Finding[] {
  const limit = companionLimit(guests, figures);
  const values = { guests, hosts, limit: limit.count, over: Math.max(0, hosts - limit.count) };
  return hosts > limit.count
    ? [breach(level("companions.over", values, limit.source, figures.source("companions.explained")))]
    : [level("companions.within", values, limit.source)];
}

export const companions: Rule = {
  id: "companions",
  unit: "ziyang",
  slots: ["category", "guests", "hosts"],
  figures: ["companions.threshold", "companions.guests-a-host"],

  compute({ category, guests, hosts }, figures) {
    if (category === "公务") {
      return {
        kind: "not-covered",
        findings: [reading("answer", "companions.official", figures, "companions.official")],
      };
    }
    if (guests === undefined) return { kind: "missing", slot: "guests" };
    const limit = companionLimit(guests, figures);
    const opening =
      hosts === undefined
        ? [answer("companions.limit", { guests, limit: limit.count }, limit.source)]
        : companionFindings(answer, guests, hosts, figures);
    const more = note("companions.explained", {}, figures.source("companions.explained"));
    const within = hosts === undefined || hosts <= limit.count;
    return { kind: "worked", findings: within ? [...opening, more] : opening, lines: [limit] };
  },
};
