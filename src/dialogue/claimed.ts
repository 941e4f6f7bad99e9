/**
 * The lines of an open reimbursement after one more message: added, replaced, taken out; the amount is their sum.
 *
 * Takes    the facts known and the message. Returns the facts that change; nothing where the message tells of no money.
 * Leaves   reading the lines to claims.ts. 再加300 is added to the only line, and is a line of its own beside several.
 */
import { byVehicle, type ClaimLabel, type ClaimLine, type Facts } from "../rules/slots.ts";
import { ownLine } from "./claims.ts";
import type { Understood } from "./read.ts";

const adding = /(?:再|另外?|还要?|又|外)(?:加|有|报|补)|追加|加上/u;
const takingOut =
  /(?:去掉|删掉|删了|删|不报|不算|不要)(?:了)?(?<name>[^,,。;;]{2,10})|(?<first>[^,,。;;]{2,10})(?:就)?(?:不报|去掉|删掉|不要|不算)(?:了|吧)?/u;
const corrected = /改成|改为|换成|不是|应该/u;
const rest: ClaimLabel = "其他";

/** Does a message add to what is claimed? */
export const addsUp = (folded: string): boolean => adding.test(folded);

/** What a message makes of the lines, of the amount, and of what the claim is for. */
export function claimed(known: Facts, { facts, folded }: Pick<Understood, "facts" | "folded">): Facts {
  const adds = addsUp(folded);
  const before = known.claims ?? [];
  const { claims: said, amount } = facts;
  if (said !== undefined) return summed(known, facts, merged(adds ? withItem(known) : before, said, adds), folded);
  const left = leftOf(before, folded);
  if (left.length < before.length && left.length > 0) return summed(known, facts, left, folded);
  if (amount === undefined) return {};
  const [only, ...others] = before;
  if (only === undefined) return adds && known.amount !== undefined ? { amount: known.amount + amount } : {};
  if (others.length > 0) return adds ? summed(known, facts, [...before, { label: rest, yuan: amount }], folded) : {};
  return summed(known, facts, [{ ...only, yuan: adds ? only.yuan + amount : amount }], folded);
}

/** What was told as one sum for one thing is a line like the others, once others are added to it. */
const withItem = ({ claims, item, amount }: Facts): readonly ClaimLine[] =>
  claims ?? (item === undefined || amount === undefined ? [] : [ownLine(item, amount)]);

/** Fares by one vehicle are one line, those by another are not: 高铁票 and 高铁, but not 大巴票. */
function same(one: ClaimLine, other: ClaimLine): boolean {
  if (one.label !== other.label || !byVehicle.has(one.label)) return one.label === other.label;
  const [first = "", second = ""] = [one.said, other.said];
  return first.includes(second) || second.includes(first);
}

/** A line said again replaces the one before, unless it is added to it. Within one message nothing is said again. */
function merged(before: readonly ClaimLine[], said: readonly ClaimLine[], adds: boolean): ClaimLine[] {
  const kept = before.map((line) => {
    const again = said.find((other) => same(line, other));
    if (again === undefined) return line;
    return { ...line, yuan: adds ? line.yuan + again.yuan : again.yuan };
  });
  return [...kept, ...said.filter((line) => !before.some((other) => same(line, other)))];
}

/** 打车那45不报了: the lines but for the one that is taken out. */
function leftOf(lines: readonly ClaimLine[], folded: string): readonly ClaimLine[] {
  const { name, first } = takingOut.exec(folded)?.groups ?? {};
  const words = name ?? first;
  if (words === undefined) return lines;
  return lines.filter(({ label, said }) => !words.includes(label) && !(said !== undefined && words.includes(said)));
}

const travelling: ReadonlySet<string> = new Set<ClaimLabel>(["城市间交通费", "住宿费", "伙食补助费", "公杂费"]);

/** A name of the whole claim, which its lines tell better. */
const whole = /(?:差旅|出差|接待|招待|报销)[^,,]{0,6}$/u;

function summed(known: Facts, told: Facts, lines: readonly ClaimLine[], folded: string): Facts {
  const listed = (claims: readonly ClaimLine[]): string => [...new Set(claims.map(({ label }) => label))].join("、");
  const { item: before } = known;
  const own = before === undefined || before === listed(known.claims ?? []) || whole.test(before) ? undefined : before;
  const guess = lines.some(({ label }) => travelling.has(label)) ? ("差旅费" as const) : undefined;
  return {
    claims: [...lines],
    amount: Math.round(lines.reduce((sum, { yuan }) => sum + yuan * 100, 0)) / 100,
    item: own ?? listed(lines),
    // 餐费45 among the lines of a trip does not make a reception of it.
    claim: (corrected.test(folded) ? (told.claim ?? known.claim) : (known.claim ?? told.claim)) ?? guess,
  };
}
