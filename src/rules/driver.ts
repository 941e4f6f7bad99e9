/**
 * A driver who keeps people waiting through a fault of his own (延误用车人工作): what is deducted, and when he is dismissed.
 *
 * Takes    how often it happened; without it, the rate alone is the answer.
 * Returns  the deduction as a line, and whether the dismissal clause is reached.
 * Leaves   over which span the times are counted, which the document does not say; damage and fines.
 */
import { answer, note, reading, warning } from "./finding.ts";
import type { Finding, Rule } from "./rule.ts";
import { fenOf } from "./rule.ts";

export const driverDelay: Rule = {
  id: "driver-delay",
  unit: "ziyang",
  slots: ["times"],
  figures: ["driver.delay.deduction", "driver.delay.dismissal"],

  compute({ times }, figures) {
    const rate = figures.get("driver.delay.deduction");
    const dismissal = figures.get("driver.delay.dismissal");
    const values = { rate: rate.value, dismissal: dismissal.value };
    if (times === undefined || times === 0) {
      const finding = answer("driver.rate", values, rate.source, dismissal.source);
      return { kind: "worked", findings: [finding], lines: [] };
    }

    const fen = fenOf(rate.value * times);
    const findings: Finding[] = [
      answer("driver.deducted", { ...values, times, amount: rate.value * times }, rate.source),
    ];
    if (times > dismissal.value) findings.push(warning("driver.dismissed", { ...values, times }, dismissal.source));
    else if (times === dismissal.value) {
      findings.push(reading("warning", "driver.third-delay", figures, "driver.third-delay", { ...values, times }));
    } else findings.push(note("driver.not-dismissed", { ...values, times }, dismissal.source));
    return {
      kind: "worked",
      findings,
      lines: [{ label: "扣差旅补助", fen, unit: "元", formula: `${rate.value} × ${times}`, source: rate.source }],
      totalFen: fen,
    };
  },
};
