/**
 * Alcohol at receptions (用酒): none at official ones; at business ones case by case, signed before, inside the meal cap.
 *
 * Takes    the category of the reception. Returns the finding for it; for none named, both.
 * Leaves   the chain of the 用酒审批单 to requests/route.ts.
 */
import type { Figures } from "../policy/figures.ts";
import { answer, breach, told } from "./finding.ts";
import { brandFindings } from "./menu.ts";
import type { Finding, Rule } from "./rule.ts";
import type { Facts } from "./slots.ts";

export function liquorFindings(
  category: Facts["category"],
  figures: Figures,
  level: typeof answer = answer,
): readonly Finding[] {
  const official = breach(level("liquor.official", {}, figures.source("liquor.official")));
  const business = level("liquor.business", {}, figures.source("liquor.business"), figures.source("liquor.within-cap"));
  if (category === "公务") return [official];
  return category === "商务" ? [business] : [official, business];
}

export const liquor: Rule = {
  id: "liquor",
  unit: "ziyang",
  slots: ["category", "alcohol", "item"],
  figures: [],
  compute: ({ category, item }, figures) => told(...liquorFindings(category, figures), ...brandFindings(item, figures)),
};
