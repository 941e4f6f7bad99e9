/**
 * The tally of an office away (任务登记): what is filed now, added to what its log holds, against what it owes.
 *
 * Takes    items and 元 told, the month they are of, and the log's own sums (`tallied` of that month, `raised` of its year).
 * Returns  the sums with what is still owed; without a number told, the sums as the log has them.
 * Leaves   reading the log to moves/, questions that tell their own number to xingtai-office.ts.
 *
 * A month that is yet to come, a tally of nothing and a sum in foreign money cannot be added: their findings bar the form.
 */
import type { Figures } from "../policy/figures.ts";
import { answer, breach, told, warning } from "./finding.ts";
import type { Finding, Line, Rule } from "./rule.ts";
import type { Facts } from "./slots.ts";

const YUAN_PER_WAN = 10_000;
const FEN_PER_YUAN = 100;

/** 万元 without the crumbs that adding yuan leaves. */
export const wanOf = (yuan: number): number => Math.round(yuan * FEN_PER_YUAN) / (FEN_PER_YUAN * YUAN_PER_WAN);

/** What is lacking of so many 万元, in 万元; none where it is reached. */
export const shortOf = (owed: number, yuan: number): number => Math.max(0, wanOf(owed * YUAN_PER_WAN - yuan));
/** What goes beyond so many 万元. */
export const beyond = (owed: number, yuan: number): number => Math.max(0, wanOf(yuan - owed * YUAN_PER_WAN));

/** The month that facts are of: the one told, else that of the day told, else the present one. */
export const monthOf = ({ month, start }: Facts, today: string): string => month ?? (start ?? today).slice(0, 7);
/** The year that facts are of. */
export const yearOf = (facts: Facts, today: string): string => facts.year ?? monthOf(facts, today).slice(0, 4);

export const tally: Rule = {
  id: "tally",
  unit: "xingtai",
  slots: ["reported", "amount", "month", "year", "foreignMoney", "tallied", "raised"],
  figures: ["information.month", "target.year"],

  compute(facts, figures) {
    const today = facts.asOf ?? figures.day;
    const { reported, amount, tallied, raised, start = today } = facts;
    // The log's sums are of the asker's own office: of another nothing is known here.
    if (tallied === undefined || raised === undefined) return { kind: "missing", slot: "reported" };
    const month = monthOf(facts, today);
    const { source } = figures.get(reported === undefined ? "target.year" : "information.month");
    if (month > today.slice(0, 7) || start > today) return told(breach(answer("tally.future", { month }, source)));
    const asks = reported === undefined && amount === undefined;
    if (!asks && !reported && !amount) return told(breach(answer("tally.nothing", {}, source)));
    if (amount !== undefined && facts.foreignMoney)
      return told(breach(answer("tally.foreign", {}, figures.get("target.year").source)));
    const sums = [
      ...(asks || reported ? [itemsOf(month, tallied, reported ?? 0, figures)] : []),
      ...(asks || amount ? [fundsOf(yearOf(facts, today), raised, amount ?? 0, figures)] : []),
    ];
    return {
      kind: "worked",
      findings: sums.flatMap(({ findings }) => findings),
      lines: sums.flatMap(({ lines }) => lines),
    };
  },
};

interface Sum {
  readonly findings: readonly Finding[];
  readonly lines: readonly Line[];
}

function itemsOf(month: string, before: number, now: number, figures: Figures): Sum {
  const { value: least, source } = figures.get("information.month");
  const sum = before + now;
  const short = Math.max(0, least - sum);
  const added = before > 0 && now > 0 ? [warning("tally.added-items", { month, before, now }, source)] : [];
  return {
    findings: [answer("tally.items", { month, sum, short, least }, source), ...added],
    lines: [
      { label: `${Number(month.slice(5))}月信息合计`, count: sum, unit: "条", formula: sumOf(before, now), source },
      { label: "信息还差", count: short, unit: "条", formula: formulaOf(least, sum), source },
    ],
  };
}

function fundsOf(year: string, raised: number, amount: number, figures: Figures): Sum {
  const { value: target, source } = figures.get("target.year");
  const [before, now, sum] = [wanOf(raised), wanOf(amount), wanOf(raised + amount)];
  const short = shortOf(target, raised + amount);
  const added = before > 0 && now > 0 ? [warning("tally.added-funds", { year, before, now }, source)] : [];
  return {
    findings: [answer("tally.funds", { year, sum, short, target }, source), ...added],
    lines: [
      { label: `${year}年引资合计`, count: sum, unit: "万元", formula: sumOf(before, now), source },
      { label: "引资还差", count: short, unit: "万元", formula: formulaOf(target, sum), source },
    ],
  };
}

const sumOf = (before: number, now: number): string => (now === 0 ? String(before) : `${before} + ${now}`);
const formulaOf = (owed: number, sum: number): string => (sum >= owed ? `${sum} ≥ ${owed}` : `${owed} - ${sum}`);
