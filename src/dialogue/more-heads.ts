/**
 * People told as a difference: 再加一个人, 客人多来两个, 陪同减一个.
 *
 * Takes    a folded message, and the slot it is about where no side is named. Returns the slot and by how many; nothing where a
 *          whole number stands beside it (再加一个人,三个人去), for then that is meant.
 * Leaves   adding it up to filling.ts: only an open draft has something to add to.
 */
import { readNumeral } from "../lib/chinese-numbers.ts";

export interface MoreHeads {
  readonly slot: "people" | "guests" | "hosts";
  readonly by: number;
}

const number = "[\\d一二两三四五六七八九十]+";
const more = new RegExp(
  `(?:再|又|还)?(?:要|想)?(?:加|添|增加|多)(?:来|去|了|上)?(?<count>${number})(?:个|位|名|人)`,
  "u",
);
const less = new RegExp(`(?:少|减|去掉|减掉|减少)(?:来|去|了)?(?<count>${number})(?:个|位|名|人)`, "u");
const counted = new RegExp(`${number}\\s*(?:个|位|名|人)`, "gu");

/** The difference in heads that a message tells, if it tells one and nothing else counts people. */
export function moreHeads(folded: string, otherwise: MoreHeads["slot"]): MoreHeads | undefined {
  const added = more.exec(folded)?.groups?.count;
  const said = added ?? less.exec(folded)?.groups?.count;
  const by = said === undefined ? undefined : readNumeral(said)?.value;
  if (by === undefined || (folded.match(counted) ?? []).length > 1 || /总计|一共|总共|改成|变成/.test(folded))
    return undefined;
  const slot = /陪/.test(folded) ? "hosts" : /客|来宾|对方/.test(folded) ? "guests" : otherwise;
  return { slot, by: added === undefined ? -by : by };
}
