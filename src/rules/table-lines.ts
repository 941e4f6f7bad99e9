/**
 * The lines of a reception claim (接待费): food and drink under the ceiling for a head, times those who dined.
 *
 * Takes    what the approved plan or list tells: category, guests, hosts, who attends. Returns the judge.
 * Leaves   the ceiling to reception.ts. Food and drink share it (含餐费、酒水、饮料); at an official table there is no drink at all.
 */
import type { Figures } from "../policy/figures.ts";
import type { Judge } from "./claim-lines.ts";
import { reception } from "./reception.ts";
import { fenOf, type Line } from "./rule.ts";
import type { Facts } from "./slots.ts";

/** Judges the lines of one reception. */
export function tableLines(facts: Facts, figures: Figures): Judge {
  const ceiling = ceilingOf(facts, figures);
  const { category, limit, claims } = facts;
  const source = figures.source;
  return ({ label }, left) => {
    const table = label === "餐费" || label === "酒水" || claims === undefined;
    if (!table) return { formula: "凭据", why: { code: "claim.receipts", values: {} }, source: source("claim.papers") };
    if (label === "酒水" && category === "公务")
      return { ...none, why: { code: "claim.no-drinks", values: {} }, source: source("liquor.official") };
    const planned = limit === undefined ? {} : { approvedFen: fenOf(limit) };
    if (ceiling?.fen === undefined) {
      const code = category === undefined ? "claim.nothing-approved" : "claim.no-cap";
      return { ...planned, formula: "—", why: { code, values: {} }, source: source("reception.plan") };
    }
    const sharedFen = left("餐费", left("酒水", ceiling.fen));
    return {
      ...planned,
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
