/**
 * People told as a difference: 再加一个人, 客人多来两个, 陪同减一个.
 *
 * Takes    a folded message, the slot it is about where no side is named, and how many there were. Returns the slot and how many
 *          there are now; where a whole number stands behind the difference (再加一个人,三个人去), that is meant.
 * Leaves   whether the form has such a slot to filling.ts.
 */
import { readNumeral } from "../lib/chinese-numbers.ts";

type HeadSlot = "people" | "guests" | "hosts";

export interface MoreHeads {
  readonly slot: HeadSlot;
  readonly now: number;
}

const number = "[\\d一二两三四五六七八九十]+";
const more = new RegExp(
  `(?:再|又|还)?(?:要|想)?(?:加|添|增加|多)(?:来|去|了|上)?(?<count>${number})(?:个|位|名|人)`,
  "u",
);
const less = new RegExp(`(?:少|减|去掉|减掉|减少)(?:来|去|了)?(?<count>${number})(?:个|位|名|人)`, "u");
const counted = new RegExp(`(?<count>${number})\\s*(?:个|位|名|人)`, "gu");

/** What a difference in heads comes to, if the message tells one; `were` tells how many there were. */
export function moreHeads(
  folded: string,
  otherwise: HeadSlot,
  were: (slot: HeadSlot) => number | undefined,
): MoreHeads | undefined {
  const added = more.exec(folded)?.groups?.count;
  const by = readNumeral(added ?? less.exec(folded)?.groups?.count ?? "")?.value;
  const slot = /陪/.test(folded) ? "hosts" : /客|来宾|对方/.test(folded) ? "guests" : otherwise;
  const before = were(slot);
  if (by === undefined || before === undefined) return undefined;
  const counts = [...folded.matchAll(counted)].flatMap(({ groups }) => readNumeral(groups?.count ?? "")?.value ?? []);
  const whole = counts.length > 1 || /总计|一共|总共|改成|变成/.test(folded) ? counts.at(-1) : undefined;
  const now = whole ?? before + (added === undefined ? -by : by);
  return now > 0 ? { slot, now } : undefined;
}
