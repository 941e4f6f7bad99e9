/**
 * Guests and hosts (客人、陪同) of a message about a table: a reception, drinks, or what is asked about them.
 *
 * Takes    a folded message, the form it is for and what was asked, the heads the vocabulary found, the message without dates.
 * Returns  guests and hosts, as far as they are told.
 * Leaves   counting heads to heads.ts, differences (再加两个) to more-heads.ts.
 */
import { readParty } from "../lib/chinese-counts.ts";
import { formOf } from "../requests/form.ts";
import type { RequestType } from "../requests/request.ts";
import type { Facts, SlotName } from "../rules/slots.ts";
import type { ActReader } from "./acts.ts";
import { diners, headsOf } from "./heads.ts";

/** Who sits at a table, where the vocabulary has not found it: only of a reception, of drinks, or of what is asked about them. */
export function seated(
  folded: string,
  { form, asked }: { readonly form: RequestType | undefined; readonly asked: SlotName | "nothing" | undefined },
  said: Facts,
  counts: string,
  acts: ActReader,
): Facts {
  const table = form === undefined ? acts.says("at-table", folded) : formOf(form).slots.includes("guests");
  if (!table) return {};
  const { unsided, ...sided } = headsOf(counts);
  // A number without its side is the guests' in a plan; on an open form, only where they were asked for; in a question, everybody's.
  const planned = form !== undefined && (asked === undefined || asked === "guests");
  // 陪同超了,砍到三个; 人数变了,11个: on a card that is full a changed number is of the side that is named, else the guests'.
  const changed = asked === "nothing" && /变|改|剩|砍|减到|加到|只有/.test(folded);
  const answered = asked === "hosts";
  const side = answered || (changed && /陪|我方|我们/.test(folded)) ? "hosts" : "guests";
  const alone = unsided !== undefined && (planned || answered || changed) ? { [side]: unsided } : {};
  // 我跟科长陪: the party named is the hosts.
  const party = /陪/.test(counts) && !/陪同?\s*[\d一二两三四五六七八九十]/.test(counts) ? readParty(counts) : undefined;
  const ours = party === undefined || !/^.{0,4}陪/.test(counts.slice(party.span[1])) ? {} : { hosts: party.value };
  // 省厅4个人来调研,我们去2个人陪: in a question, whoever is not said to be ours has come.
  const others =
    form === undefined && unsided !== undefined && sided.hosts !== undefined && sided.guests === undefined
      ? { guests: unsided }
      : {};
  const sides: Facts = { ...others, ...alone, ...ours, ...only(said, ["guests", "hosts"]), ...sided };
  const all = diners(counts);
  return all === undefined ? sides : divided(all, sides);
}

/** 主客一共10个人,其中客人6个: what one side leaves is the other's; where neither is told, they are everybody at the table. */
function divided(all: number, { guests, hosts }: Facts): Facts {
  if (guests !== undefined && guests < all) return { guests, hosts: all - guests };
  if (hosts !== undefined && hosts < all) return { guests: all - hosts, hosts };
  return { people: all, guests: undefined, hosts: undefined };
}

/** Those of the facts that are known. */
const only = (facts: Facts, names: readonly SlotName[]): Facts =>
  Object.fromEntries(names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));
