/**
 * A reimbursement line by line (逐项核对): each claim against what was approved and against the standard.
 *
 * Takes    the lines, or the one sum with its item, and what the approved trip or plan tells: days, places, car, guests, hosts.
 * Returns  a line each with standard, excess and reason, the sum that can be paid, and warnings: no paper, over the standard.
 * Leaves   which paper it stands on to requests/basis.ts, each kind of line to trip-lines.ts and table-lines.ts.
 * Nothing is barred: the office decides on what is over (三、(一)2), and must see it.
 */

import type { Figures } from "../policy/figures.ts";
import type { Source } from "../policy/source.ts";
import { answer, note, warning } from "./finding.ts";
import { reception } from "./reception.ts";
import { type Finding, fenOf, type Held, inHundredths, type Line, type Outcome, type Rule } from "./rule.ts";
import { byVehicle, type ClaimLine, type Facts, noBasis } from "./slots.ts";
import { tableLines } from "./table-lines.ts";
import { travel } from "./travel.ts";
import { tripLines } from "./trip-lines.ts";

/** What one claimed line comes to: its limits in fen, where they are known, and why. */
export interface Judged {
  readonly approvedFen?: number | undefined;
  readonly standardFen?: number | undefined;
  /** The most that can be paid of it, where there is such a limit. */
  readonly limitFen?: number | undefined;
  readonly formula: string;
  readonly why: Held["why"];
  readonly source: Source;
}

/** What is left of a sum after the lines before: after those of these labels, or after all of them where none is named. */
export type Left = (fen: number, ...labels: readonly string[]) => number;

/** Judges the lines of one kind of claim, each after those before it: what they used up is gone. */
export type Judge = (line: ClaimLine, left: Left) => Judged;

export const claimLinesHeld: Rule = {
  id: "claim-lines",
  unit: "ziyang",
  slots: [
    ...(["claim", "claims", "item", "amount", "basis", "start", "end", "invoice"] as const),
    // What the paper it stands on tells.
    ...(["destination", "days", "people", "unitCar", "transport"] as const),
    ...(["category", "attending", "guests", "hosts", "limit"] as const),
  ],
  figures: [...travel.figures, ...reception.figures],

  compute(facts, figures) {
    const { claim } = facts;
    if (claim === undefined) return { kind: "missing", slot: "claim" };
    const claims = facts.claims ?? oneLine(facts);
    if (claims === undefined) return { kind: "missing", slot: facts.item === undefined ? "item" : "amount" };
    const judge =
      claim === "差旅费" ? tripLines(facts, figures) : claim === "接待费" ? tableLines(facts, figures) : open(figures);
    return outcome(held(claims, judge), asidesOf(facts, claims, figures));
  },
};

const oneLine = ({ item, amount }: Facts): readonly ClaimLine[] | undefined =>
  item === undefined || amount === undefined ? undefined : [{ label: item, yuan: amount }];

/** Any other claim has no standard here: receipts are what it is held against. */
const open =
  (figures: Figures): Judge =>
  () => ({ formula: "凭据", why: { code: "claim.receipts", values: {} }, source: figures.source("claim.vouchers") });

type HeldLine = Line & { readonly held: Held; readonly fen: number };

function held(claims: readonly ClaimLine[], judge: Judge): readonly HeldLine[] {
  const used: { readonly label: string; readonly fen: number }[] = [];
  const left: Left = (sum, ...labels) => {
    const before = used.filter(({ label }) => labels.length === 0 || labels.includes(label));
    return Math.max(
      0,
      before.reduce((rest, { fen }) => rest - fen, sum),
    );
  };
  return claims.map((claim) => {
    const claimedFen = fenOf(claim.yuan);
    const { approvedFen, standardFen, limitFen, formula, why, source } = judge(claim, left);
    const overFen = limitFen === undefined ? undefined : Math.max(0, claimedFen - limitFen);
    const fen = claimedFen - (overFen ?? 0);
    used.push({ label: claim.label, fen });
    const told = byVehicle.has(claim.label) ? claim.said : undefined;
    const label = told === undefined ? claim.label : `${claim.label}(${told})`;
    return { label, fen, unit: "元", formula, source, held: { approvedFen, standardFen, claimedFen, overFen, why } };
  });
}

function outcome(lines: readonly HeldLine[], besides: readonly Finding[]): Outcome {
  const sum = (of: (line: HeldLine) => number): number => lines.reduce((so, line) => so + of(line), 0);
  const [totalFen, claimedFen] = [sum(({ fen }) => fen), sum(({ held }) => held.claimedFen)];
  const over = lines.filter(({ held }) => (held.overFen ?? 0) > 0);
  const values = { yuan: totalFen / 100, claimed: claimedFen / 100, over: (claimedFen - totalFen) / 100 };
  const items = over.map(({ label, held }) => `${label}${(held.overFen ?? 0) / 100}元`).join("、");
  const excess =
    over.length === 0 ? [] : [warning("claim.over", { ...values, items }, ...over.map(({ source }) => source))];
  return {
    kind: "worked",
    findings: [answer("claim.payable", values, ...lines.map(({ source }) => source)), ...excess, ...besides],
    lines,
    totalFen,
  };
}

/** What to mind besides the sums: a paper that is missing, a flight that was not approved, papers to attach. */
function asidesOf(facts: Facts, claims: readonly ClaimLine[], figures: Figures): readonly Finding[] {
  const { claim, basis, limit, category, transport } = facts;
  const source = figures.source;
  const spent = inHundredths(claims.reduce((so, { yuan }) => so + yuan, 0));
  switch (claim) {
    case "差旅费": {
      const flown = claims.some((line) => line.transport === "飞机");
      const flight = flown && basis !== noBasis && transport !== undefined && transport !== "飞机";
      return [
        ...(basis === noBasis ? [warning("claim.no-trip", {}, source("travel.first"))] : []),
        ...(flight ? [warning("claim.flight", { transport }, source("class.flight"))] : []),
        note("claim.trip-papers", {}, source("travel.papers")),
      ];
    }
    case "接待费": {
      const drinks = category === "商务" && claims.some(({ label }) => label === "酒水");
      return [
        ...(basis === noBasis ? [warning("claim.no-plan", {}, source("reception.plan"), source("claim.papers"))] : []),
        ...(limit !== undefined && spent > limit
          ? [
              warning(
                "claim.over-plan",
                { spent, limit, over: (fenOf(spent) - fenOf(limit)) / 100 },
                source("reception.plan"),
              ),
            ]
          : []),
        ...(drinks ? [note("liquor.business", {}, source("liquor.business"))] : []),
        note("claim.papers", {}, source("claim.papers"), source("claim.form")),
      ];
    }
    default:
      return [];
  }
}
