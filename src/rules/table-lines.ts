/**
 * The lines of a reception claim (接待费): food and drink under the ceiling for a head, times those who dined.
 *
 * Takes    what the approved plan or list tells: category, guests, hosts, who attends, the sum. Returns the judge.
 * Leaves   the ceiling to reception.ts. Food and drink share it (含餐费、酒水、饮料); at an official table there is no drink at all.
 */
import type { Figures } from "../policy/figures.ts";
import type { Judge } from "./claim-lines.ts";
import { reception } from "./reception.ts";
import { fenOf, type Line } from "./rule.ts";
import type { Facts } from "./slots.ts";

/** Judges the lines of one reception: each by its standard, and within what is left of the sum that was approved. */
export function tableLines(facts: Facts, figures: Figures): Judge {
  const judge = byStandard(facts, figures);
  const { limit } = facts;
  if (limit === undefined) return judge;
  return (line, left) => {
    const judged = judge(line, left);
    const approvedFen = left(fenOf(limit));
    if (judged.limitFen !== undefined && judged.limitFen <= approvedFen) return { ...judged, approvedFen };
    const within = { ...judged, approvedFen, limitFen: approvedFen };
    // What keeps within the plan is told by its standard, or by its receipt.
    if (fenOf(line.yuan) <= approvedFen) return within;
    const why = { code: "claim.by-plan", values: { limit, left: approvedFen / 100 } };
    return { ...within, formula: `${approvedFen / 100}`, why, source: figures.source("reception.plan") };
  };
}

function byStandard(facts: Facts, figures: Figures): Judge {
  const ceiling = ceilingOf(facts, figures);
  const { category, claims } = facts;
  const source = figures.source;
  return ({ label }, left) => {
    const table = label === "餐费" || label === "酒水" || claims === undefined;
    if (!table) return { formula: "凭据", why: { code: "claim.receipts", values: {} }, source: source("claim.papers") };
    if (label === "酒水" && category === "公务")
      return { ...none, why: { code: "claim.no-drinks", values: {} }, source: source("liquor.official") };
    if (ceiling?.fen === undefined) {
      const code = category === undefined ? "claim.nothing-approved" : "claim.no-cap";
      return { formula: "—", why: { code, values: {} }, source: source("reception.plan") };
    }
    const sharedFen = left(ceiling.fen, "餐费", "酒水");
    return {
      standardFen: sharedFen,
      limitFen: sharedFen,
      formula: ceiling.formula,
      why: { code: "claim.by-rate", values: { formula: ceiling.formula } },
      source: ceiling.source,
    };
  };
}

const none = { standardFen: 0, limitFen: 0, formula: "0" };

/** The ceiling of the whole table; undefined where the clause leaves it open or nobody planned it. */
function ceilingOf({ category, attending, guests, hosts }: Facts, figures: Figures): Line | undefined {
  const worked = reception.compute({ category, attending, guests, hosts, asks: "total" }, figures);
  return worked.kind === "worked" ? worked.lines[0] : undefined;
}
