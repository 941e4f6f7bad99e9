/**
 * The list of an official reception (国内公务接待清单): what it goes with, and whether a plan was approved before.
 *
 * Takes    the plan it stands on. Returns the papers to attach, and a warning where no approved plan is there.
 * Leaves   the ceiling for the sum to reception.ts, which the form works beside this, and the signers to the route.
 */
import { answer, note, told, warning } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { noBasis } from "./slots.ts";

export const receptionList: Rule = {
  id: "reception-list",
  unit: "ziyang",
  slots: ["basis"],
  figures: [],

  compute({ basis }, figures) {
    const list = figures.source("claim.list");
    const planless = basis === noBasis ? [warning("list.no-plan", {}, figures.source("reception.plan"))] : [];
    return told(answer("claim.list", {}, list), ...planless, note("list.papers", {}, list));
  },
};
