/**
 * What the bureau pays a branch for a month (分局经费): the receipts, up to the monthly limit.
 *
 * Takes    the sum of the month's receipts and the branch's limit, which no document states.
 * Returns  the sum paid and what stays over.
 * Leaves   what becomes of the excess: the document does not say, and the reading says so.
 */
import { answer, reading } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { fenOf, inHundredths } from "./rule.ts";

export const branchFunds: Rule = {
  id: "branch-funds",
  unit: "ziyang",
  slots: ["amount", "limit"],
  figures: [],

  compute({ amount, limit }, figures) {
    if (amount === undefined) return { kind: "missing", slot: "amount" };
    if (limit === undefined) return { kind: "missing", slot: "limit" };
    const source = figures.source("branch.monthly-limit");
    const paid = Math.min(amount, limit);
    const excess = inHundredths(amount - paid);
    const values = { amount, limit, paid, excess };
    const line = {
      label: "市局拨付",
      fen: fenOf(paid),
      unit: "元",
      formula: `min(${amount}, ${limit})`,
      source,
    };
    return {
      kind: "worked",
      findings:
        excess > 0
          ? [answer("branch.over", values, source), reading("note", "branch.excess", figures, "branch.excess")]
          : [answer("branch.within", values, source)],
      lines: [line],
      totalFen: line.fen,
    };
  },
};
