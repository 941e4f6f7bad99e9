/**
 * The lines of a travel claim (差旅费): allowances by rate and approved days, fares by receipt and class, nothing besides.
 *
 * Takes    what the approved trip tells (places, days, people, car) and the days one was really away. Returns the judge.
 * Leaves   the rates to travel.ts. A rate that stands in no text at hand (省外伙食, 住宿限额) is no standard, and said to be none.
 */
import { daysInclusive } from "../lib/dates.ts";
import type { Figures } from "../policy/figures.ts";
import type { Judge, Judged, Left } from "./claim-lines.ts";
import { type ClaimLine, type Facts, noBasis } from "./slots.ts";
import { travel } from "./travel.ts";

type Allowance = "伙食补助费" | "公杂费";

interface Rated {
  readonly fen: number;
  readonly formula: string;
}

/** Judges the lines of one trip. */
export function tripLines(facts: Facts, figures: Figures): Judge {
  const source = figures.source;
  const byReceipt = (code: string, name: string): Judged => ({
    formula: "凭据",
    why: { code, values: {} },
    source: source(name),
  });
  const refused = (code: string, name: string): Judged => ({
    ...byReceipt(code, name),
    formula: "0",
    standardFen: 0,
    limitFen: 0,
  });
  const unitCar = facts.unitCar ?? facts.transport === "单位派车";
  return ({ label, whole }, left) => {
    if (facts.invoice === false && ofTrip.has(label)) return refused("claim.no-invoice", "travel.no-invoice");
    switch (label) {
      case "伙食补助费":
      case "公杂费":
        return allowance(label, facts, figures, left);
      case "城市间交通费":
        return unitCar
          ? refused("claim.unit-car", "travel.unit-car-fare")
          : byReceipt("claim.by-class", "class.receipts");
      case "住宿费":
        return byReceipt("claim.lodging", "travel.lodging-claim");
      case "交通意外险":
        return byReceipt("claim.insurance", "class.insurance-rule");
      case "餐费":
      case "酒水":
      case "市内交通费":
      case "通讯费":
        return refused("claim.no-extra", "travel.no-extra");
      default:
        // Nothing of the whole trip can be held against a rate.
        if (facts.claims === undefined || whole) return byReceipt("claim.one-sum", "travel.scope");
        return byReceipt("claim.not-travel", "travel.scope");
    }
  };
}

/** What falls away where one lodged and has no invoice. */
const ofTrip: ReadonlySet<ClaimLine["label"]> = new Set(["城市间交通费", "住宿费", "伙食补助费", "公杂费"]);

/** Rate × days: of the approved days, and of the days one was away; the lesser holds. */
function allowance(label: Allowance, facts: Facts, figures: Figures, left: Left): Judged {
  const source = figures.source("travel.days");
  const { days: approved, start, end, destination } = facts;
  const away = start === undefined || end === undefined || end < start ? approved : daysInclusive(start, end);
  const granted = rated(label, facts, approved, figures);
  const spent = rated(label, facts, away, figures);
  if (granted === undefined || spent === undefined || approved === undefined || away === undefined) {
    const abroad = destination?.some(({ region }) => region === "outside-province") === true && label === "伙食补助费";
    if (abroad)
      return { formula: "—", why: { code: "claim.annex", values: {} }, source: figures.source("travel.appendix") };
    const code = facts.basis === noBasis || facts.basis === undefined ? "claim.nothing-approved" : "claim.no-rate";
    return { formula: "—", why: { code, values: {} }, source };
  }
  const beyond = away > approved;
  const { formula } = beyond ? granted : spent;
  return {
    approvedFen: left(granted.fen, label),
    standardFen: left(spent.fen, label),
    limitFen: left(Math.min(granted.fen, spent.fen), label),
    formula,
    why: { code: beyond ? "claim.beyond-days" : "claim.by-rate", values: { formula, approved, away } },
    source,
  };
}

/** The allowance of so many days by the travel rule; undefined where it has no figure for one of the places. */
function rated(label: Allowance, facts: Facts, days: number | undefined, figures: Figures): Rated | undefined {
  const { destination, people, unitCar, transport } = facts;
  if (destination === undefined || days === undefined) return undefined;
  const worked = travel.compute({ destination, people, unitCar, transport, days }, figures);
  if (worked.kind !== "worked") return undefined;
  const lines = worked.lines.filter((line) => line.label.startsWith(label));
  const places = new Set(destination.map(({ region }) => region)).size;
  if (lines.length === 0 || (places > 1 && lines.length < destination.length)) return undefined;
  return {
    fen: lines.reduce((sum, { fen = 0 }) => sum + fen, 0),
    formula: lines.map(({ formula }) => formula).join(" + "),
  };
}
