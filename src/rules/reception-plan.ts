/**
 * The plan before the meal (先审批、后接待): a reception whose day is over cannot be planned any more.
 *
 * Takes    the day of the reception, today, and whether it is held outside the city, where the clause allows papers afterwards.
 * Returns  the breach for a day in the past, else that the plan comes first.
 * Leaves   everything else about a reception to reception.ts. The form works this rule, and a question of a plan made up
 *          afterwards; a claim looks back by nature.
 */
import { answer, breach, told } from "./finding.ts";
import type { Rule } from "./rule.ts";

export const receptionPlan: Rule = {
  id: "reception-plan",
  unit: "ziyang",
  slots: ["start", "outsideCity"],
  figures: [],

  compute({ start, asOf, outsideCity }, figures) {
    const source = figures.source("reception.plan");
    const past = start !== undefined && asOf !== undefined && start < asOf;
    return past && outsideCity !== true
      ? told(breach(answer("reception.past", { start }, source)))
      : told(answer("reception.plan-first", {}, source));
  },
};
