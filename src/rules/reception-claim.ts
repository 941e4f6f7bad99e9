/**
 * Claiming a reception (接待费报销): the papers, and who signs in which order.
 *
 * Takes    the category, where it was said. Returns papers and signers; the two clauses that name the signers are shown together.
 * Leaves   filing and the people behind the roles to requests/route.ts.
 */
import { answer, note, reading, told, warning } from "./finding.ts";
import type { Rule } from "./rule.ts";

export const receptionClaim: Rule = {
  id: "reception-claim",
  unit: "ziyang",
  slots: ["category", "letter", "contactRecord"],
  figures: [],

  compute({ category, letter }, figures) {
    const letterless = letter === false && category !== "商务";
    const findings = [
      answer("claim.papers", {}, figures.source("claim.papers"), figures.source("claim.form")),
      answer("claim.signers", {}, figures.source("claim.signers")),
      note("claim.list", {}, figures.source("claim.list")),
      ...(category === "商务" ? [note("claim.business-letter", {}, figures.source("reception.business-letter"))] : []),
      reading("note", "claim.three-signers", figures, "claim.three-signers"),
    ];
    const refused = answer("reception.no-letter", {}, figures.source("reception.letter"));
    const needed = warning("reception.no-letter", {}, figures.source("reception.letter"));
    if (letterless) return told(refused, ...findings);
    return category === "公务" ? told(...findings, needed) : told(...findings);
  },
};
