/**
 * Transport class (乘坐等级): what a grade may take, and who pays the excess.
 *
 * Takes    the grade, the means or the seat, and, for a sum, the fare of the allowed class and the fare paid.
 * Returns  the allowed class; above it, the excess as one's own; for flights the consent, for insurances one a person and ride.
 * Leaves   the order of seats to seats.ts, the approval chain of a flight to requests/route.ts.
 */
import type { Figures } from "../policy/figures.ts";
import { answer, breach, told, warning } from "./finding.ts";
import { type Finding, fenOf, type Outcome, type Rule } from "./rule.ts";
import { type Means, meansOf, type Seat, seatNamed } from "./seats.ts";
import type { Facts } from "./slots.ts";

/** The class of each column of the table in 三、(四)2, by row, with its rank in seats.ts. Road has receipts, and no class. */
const allowed = {
  senior: {
    air: { name: "普通舱(经济舱)", rank: 1 },
    ship: { name: "二等舱", rank: 2 },
    "fast-rail": { name: "一等座", rank: 2 },
    rail: { name: "软席(软座、软卧)", rank: 2 },
  },
  others: {
    air: { name: "普通舱(经济舱)", rank: 1 },
    ship: { name: "二等舱", rank: 2 },
    "fast-rail": { name: "二等座", rank: 1 },
    rail: { name: "硬席(硬座、硬卧)", rank: 1 },
  },
} as const;

export const travelClass: Rule = {
  id: "travel-class",
  unit: "ziyang",
  slots: ["grade", "transport", "seat", "asks", "fareStandard", "farePaid", "insurances", "people", "times"],
  figures: ["class.insurance"],

  compute(facts, figures) {
    const { transport, seat, grade } = facts;
    const insured = insurance(facts, figures);
    if (transport === "出租车")
      return told(breach(answer("class.taxi", {}, figures.source("class.taxi"), figures.source("travel.no-extra"))));
    if (seat?.includes("游轮")) return told(breach(answer("class.cruise", {}, figures.source("class.cruise"))));
    if (transport === "单位派车")
      return told(answer("travel.unit-car-fare", {}, figures.source("travel.unit-car-fare")));
    if (transport === "接待单位派车") {
      return told(answer("travel.host-transport", {}, figures.source("travel.host-transport")));
    }
    const taken = seatNamed(seat);
    const means = taken?.means ?? meansOf(transport);
    if (means === undefined) return insured === undefined ? { kind: "missing", slot: "transport" } : told(insured);
    if (means === "road") return told(answer("class.road", {}, figures.source("class.receipts")), ...listed(insured));
    if (grade === undefined) return { kind: "missing", slot: "grade" };
    return withClass(facts, figures, means, taken, listed(insured));
  },
};

const listed = (finding: Finding | undefined): readonly Finding[] => (finding ? [{ ...finding, level: "note" }] : []);

function withClass(
  facts: Facts,
  figures: Figures,
  means: Exclude<Means, "road">,
  taken: Seat | undefined,
  insured: readonly Finding[],
): Outcome {
  const row = facts.grade === "department-rank" ? "senior" : "others";
  const own = allowed[row][means];
  const source = figures.source(`class.${row}`);
  const excess = figures.source("class.excess");
  const values = { seat: facts.seat ?? "", allowed: own.name, senior: row === "senior" };
  const air = means === "air" ? [flight(facts, figures), ...insured] : insured;
  if (taken === undefined) return told(answer("class.allowed", values, source, excess), ...air);

  const { fareStandard, farePaid, asks } = facts;
  if (taken.rank <= own.rank) {
    const opening = answer("class.within", values, source, figures.source("class.receipts"));
    if (farePaid === undefined) return told(opening, ...air);
    return paid([opening, ...air], farePaid, 0, String(farePaid), figures);
  }
  if (fareStandard === undefined && farePaid === undefined && asks !== "excess") {
    return told(breach(answer("class.above", values, source, excess)), ...air);
  }
  if (farePaid === undefined) return { kind: "missing", slot: "farePaid" };
  if (fareStandard === undefined) return { kind: "missing", slot: "fareStandard" };
  const over = Math.max(0, fenOf(farePaid) - fenOf(fareStandard)) / 100;
  const covered = Math.min(farePaid, fareStandard);
  const excessive = answer("class.excess", { ...values, over, covered }, excess, source);
  const opening = over > 0 ? breach(excessive) : excessive;
  return paid([opening, ...air], covered, over, `${farePaid} − ${fareStandard}`, figures);
}

function paid(findings: readonly Finding[], covered: number, over: number, formula: string, figures: Figures): Outcome {
  const line = (label: string, yuan: number, shown: string, source: string) => ({
    label,
    fen: fenOf(yuan),
    unit: "元",
    formula: shown,
    source: figures.source(source),
  });
  const own = over > 0 ? [line("个人自理", over, formula, "class.excess")] : [];
  return { kind: "worked", findings, lines: [line("可报销", covered, String(covered), "class.receipts"), ...own] };
}

/** Who leads the section himself asks nobody of his own rank: only 局主要领导 is left. */
const flight = ({ grade }: Facts, figures: Figures): Finding =>
  warning(
    "class.flight",
    { leads: grade === "leader" },
    figures.source("class.flight"),
    figures.source("class.flight-approval"),
  );

/** How many accident insurances may be claimed (三、(四)2): one for each person and ride. */
export const travelInsurance: Rule = {
  id: "travel-insurance",
  unit: "ziyang",
  slots: ["insurances", "people", "times"],
  figures: ["class.insurance"],
  compute(facts, figures) {
    const found = insurance({ insurances: 0, ...facts }, figures);
    return found === undefined ? { kind: "missing", slot: "insurances" } : told(found);
  },
};

/** One insurance for a person and ride; `times` are the rides. */
function insurance({ insurances, people = 1, times = 1 }: Facts, figures: Figures): Finding | undefined {
  if (insurances === undefined) return undefined;
  const each = figures.get("class.insurance");
  const most = each.value * people * times;
  const values = { insurances, most, each: each.value };
  return insurances > most
    ? breach(answer("class.insurance-over", values, each.source))
    : answer("class.insurance", values, each.source);
}
