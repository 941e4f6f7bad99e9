/**
 * Receptions (接待): whether one may be held and claimed, and what it may cost.
 *
 * Takes    the category, the letter, guests and hosts, who attends, meals, drinks, menu, and what was or will be spent.
 * Returns  what forbids or limits it, worst first; with people known, the ceiling as a line, and by how much a sum is over it.
 * Leaves   ratio of hosts to companions.ts, drinks to liquor.ts, dishes to menu.ts, papers to reception-claim.ts.
 */
import type { Figure, Figures } from "../policy/figures.ts";
import { companionFindings, companionLimit } from "./companions.ts";
import { answer, breach, note, reading, told, warning } from "./finding.ts";
import { liquorFindings } from "./liquor.ts";
import { menuFindings } from "./menu.ts";
import { type Finding, fenOf, inHundredths, type Outcome, type Rule } from "./rule.ts";
import type { Facts } from "./slots.ts";

export const reception: Rule = {
  id: "reception",
  unit: "ziyang",
  slots: [
    ...(["category", "letter", "contactRecord", "attending", "asks", "guests", "hosts", "hostsAtLimit"] as const),
    ...(["people", "perHead", "amount", "meals", "alcohol", "menu", "outsideCity"] as const),
  ],
  figures: [
    ...["reception.cap.official", "reception.cap.city-leader", "reception.cap.county-or-below"],
    ...["reception.meals.official", "reception.meals.business", "companions.threshold", "companions.guests-a-host"],
  ],

  compute(facts, figures) {
    const limits = limitsOf(facts, figures);
    // Without a letter nothing is received or claimed: a ceiling would mislead.
    if (facts.letter === false && facts.category !== "商务") return told(...limits);
    const asksMoney = facts.asks === "total" || facts.perHead !== undefined || facts.amount !== undefined;
    if (!asksMoney) return withCap(facts, figures, limits);
    return money(facts, figures, limits);
  },
};

/** What forbids or limits the reception apart from money; the first opens the reply. */
function limitsOf(facts: Facts, figures: Figures): readonly Finding[] {
  const { category, alcohol, meals, guests, hosts } = facts;
  const source = figures.source;
  const found: Finding[] = [];
  if (facts.letter === false) {
    const official = answer("reception.no-letter", {}, source("reception.letter"));
    const business =
      facts.contactRecord === true
        ? answer("reception.record-instead", {}, source("reception.business-letter"))
        : answer(
            "reception.no-business-letter",
            { record: facts.contactRecord ?? "" },
            source("reception.business-letter"),
          );
    if (category !== "商务") found.push(breach(official));
    if (category !== "公务") found.push(facts.contactRecord === true ? business : breach(business));
  }
  found.push(...menuFindings(facts, figures));
  if (alcohol) found.push(...liquorFindings(category, figures));
  if (meals !== undefined && category !== undefined) {
    const kind = category === "公务" ? "official" : "business";
    const most = figures.get(`reception.meals.${kind}`);
    const values = { meals, most: most.value };
    if (meals > most.value) found.push(breach(answer(`reception.meals-${kind}`, values, most.source)));
  }
  if (facts.outsideCity) found.push(answer("reception.outside-city", {}, source("reception.outside-city")));
  if (category === "商务" && guests !== undefined && hosts !== undefined) {
    found.push(
      ...companionFindings(hosts > companionLimit(guests, figures).count ? answer : note, guests, hosts, figures),
    );
  }
  return [...found.filter(isAnswer), ...found.filter((finding) => !isAnswer(finding))];
}

const isAnswer = (finding: Finding): boolean => finding.level === "answer";

/** The ceiling for one person and meal; undefined where the document leaves it open or the case is not yet known. */
function capOf({ category, attending }: Facts, figures: Figures): Figure | undefined {
  if (category === "公务") return figures.get("reception.cap.official");
  if (category === "商务" && attending !== undefined && attending !== "between") {
    return figures.get(`reception.cap.${attending}`);
  }
  return undefined;
}

/** The ceiling in words: it opens the reply unless something is forbidden. */
function withCap(facts: Facts, figures: Figures, limits: readonly Finding[]): Outcome {
  return limits.some(isAnswer)
    ? told(...limits, ...capFindings(facts, figures, note))
    : told(...capFindings(facts, figures, answer), ...limits);
}

function capFindings(facts: Facts, figures: Figures, level: typeof answer): readonly Finding[] {
  const { category, attending } = facts;
  if (category === "商务" && attending === "between") {
    return [reading(level === answer ? "answer" : "note", "reception.between", figures, "reception.between")];
  }
  const cap = capOf(facts, figures);
  if (cap !== undefined) {
    return [
      level(
        category === "公务" ? "reception.cap-official" : `reception.cap-${attending}`,
        { cap: cap.value },
        cap.source,
      ),
    ];
  }
  const of = (name: string) => figures.get(`reception.cap.${name}`);
  const [official, leader, county] = [of("official"), of("city-leader"), of("county-or-below")];
  const values = { official: official.value, leader: leader.value, county: county.value };
  return category === "商务"
    ? [level("reception.caps-business", values, leader.source)]
    : [level("reception.caps", values, official.source, leader.source)];
}

function money(facts: Facts, figures: Figures, limits: readonly Finding[]): Outcome {
  const { attending, perHead, amount, guests, asks } = facts;
  // Who attends makes a difference to business receptions alone.
  const category = facts.category ?? (attending === undefined ? undefined : "商务");
  if (category === undefined) return { kind: "missing", slot: "category" };
  if (category === "商务" && attending === undefined) return { kind: "missing", slot: "attending" };
  const cap = capOf({ ...facts, category }, figures);
  if (cap === undefined) return withCap(facts, figures, limits);
  const besides = limits.map((finding) => (isAnswer(finding) ? { ...finding, level: "warning" as const } : finding));
  if (perHead !== undefined && amount === undefined && asks !== "total") return byHead(perHead, cap, figures, besides);
  const table = tableOf({ ...facts, category }, figures);
  if (table === undefined) return { kind: "missing", slot: guests === undefined ? "guests" : "hosts" };
  return byTable(facts, table, cap, figures, besides);
}

/** So much a head, held against the ceiling for one. */
function byHead(perHead: number, cap: Figure, figures: Figures, besides: readonly Finding[]): Outcome {
  const tooMuch = perHead > cap.value;
  const values = { perHead, cap: cap.value, over: over(perHead, cap.value) };
  const opening = tooMuch
    ? breach(answer("reception.head-over", values, cap.source))
    : answer("reception.head-within", values, cap.source);
  return told(opening, ...overStandard(tooMuch, figures), ...besides);
}

/** Who eats; the hosts may be told, or be as many as the ratio allows. */
interface Seats {
  readonly guests: number | undefined;
  readonly hosts: number | undefined;
  readonly diners: number;
}

/** Everybody at the table; undefined where it is not known how many they are. */
function tableOf({ category, guests, people, asks, ...facts }: Facts, figures: Figures): Seats | undefined {
  const atLimit = category === "商务" && facts.hostsAtLimit && guests !== undefined;
  const hosts = facts.hosts ?? (atLimit ? companionLimit(guests, figures).count : undefined);
  if (guests === undefined) return people === undefined ? undefined : { guests, hosts, diners: people };
  // Of an official reception no ratio is given, so the hosts cannot be bounded: those who come are counted, and it is said.
  const guestsAlone = category === "公务" && asks === "total";
  return hosts === undefined && !guestsAlone ? undefined : { guests, hosts, diners: guests + (hosts ?? 0) };
}

/** The ceiling of the whole table, and by how much a sum is over it. */
function byTable(
  facts: Facts,
  { guests, hosts, diners }: Seats,
  cap: Figure,
  figures: Figures,
  besides: readonly Finding[],
): Outcome {
  const { amount, perHead } = facts;
  const fen = fenOf(cap.value) * diners;
  const spent = amount ?? (perHead === undefined ? undefined : inHundredths(perHead * diners));
  const ceiling = fen / 100;
  const split = guests === undefined || hosts === undefined ? `${diners}` : `(${guests} + ${hosts})`;
  const values = {
    ceiling,
    cap: cap.value,
    diners,
    guests: hosts === undefined ? "" : (guests ?? ""),
    hosts: hosts ?? "",
    spent: spent ?? "",
    over: over(spent ?? 0, ceiling),
  };
  const tooMuch = spent !== undefined && spent > ceiling;
  const within = answer(spent === undefined ? "reception.total" : "reception.total-within", values, cap.source);
  const opening = tooMuch ? breach(answer("reception.total-over", values, cap.source)) : within;
  const ratio =
    facts.hosts === undefined && hosts !== undefined
      ? [note("reception.hosts-at-limit", { guests: guests ?? 0, hosts }, figures.source("companions.ratio"))]
      : guests !== undefined && hosts === undefined
        ? [note("reception.hosts-besides", { cap: cap.value }, cap.source)]
        : [];
  return {
    kind: "worked",
    findings: [opening, ...ratio, ...overStandard(tooMuch, figures), ...besides],
    lines: [{ label: "接待费上限", fen, unit: "元", formula: `${cap.value} × ${split} 人`, source: cap.source }],
    totalFen: fen,
  };
}

const over = (spent: number, ceiling: number): number => Math.max(0, fenOf(spent) - fenOf(ceiling)) / 100;

const overStandard = (tooMuch: boolean, figures: Figures): readonly Finding[] =>
  tooMuch ? [warning("reception.over-standard", {}, figures.source("reception.over-standard"))] : [];
