/**
 * Heads at a table (人数), by whose they are: 客方九位 咱们局五位; guest 3个, host 2个; 客=5;陪=5; 来人4位.
 *
 * Takes    a folded message of a reception or of drinks, without its dates and places. Returns guests and hosts; a head whose
 *          side is not said stands by itself.
 * Leaves   the phrasings that say it in one breath (5个客人2个陪同) to vocabulary.ts, parties that travel to chinese-counts.ts.
 */
import { NUMERAL_START, numeralAt } from "../lib/chinese-numbers.ts";
import { type Facts, slots } from "../rules/slots.ts";

interface Head {
  readonly side: "guests" | "hosts" | "counted" | undefined;
  readonly count: number;
}

const ours =
  /(?:陪同?|作陪|陪餐|陪客|(?:我|咱|俺|本)(?:们|方|局|科|单位)?|主人|主方|host|陪的?人?)(?:这边|这方|局|单位|科|人员|人数)?(?:是|有|就|只|出|去|来|了|共|也|的|减到|砍到|加到|改成)*[:=,\s]*$/u;
const oursBehind = /^\s*(?:个|位|名|人)+(?:的)?(?:人)?(?:陪|作陪|host)(?![同餐客]?\s*[\d一二两三四五六七八九十])/u;
const theirsBehind = /^\s*(?:个|位|名)?(?:的)?(?:客人|客商|来宾|嘉宾|外宾|老板|企业家|投资商|guest)/u;
const named =
  /(?:客方?|客人|客商|来宾|嘉宾|对方|他们|来人|来客|来的?|来访|带队|代表|guest)(?:人员|人数)?(?:从)?(?:是|有|就|只|又|了|共|的|加到|改成|都)*[:=\s]*$/u;
/** Words that count heads without saying whose: they are the guests' where nothing else is. */
const counting = /(?:一行|共|总计|pax|人数|人头|(?<![每客主])人)(?:是|有|就|只|又|了|共|的|都)*[:=\s]*$/u;
const headed = /^\s*(?:个(?=人|客|陪|来|要|不|够|行|喝|[^\u4e00-\u9fff]|$)|位|名|口|人(?!均|头)|员|pax)/u;
/** Behind a word for the side a number may stand alone: 客5陪6. */
const bare = /^\s*(?:[,,。;;、)]|陪|客|$|\s)/u;
const otherwise = /^\s*(?:天|顿|餐|次|年|月|点|号|日|桌|块|元|万|千|百|份|瓶|杯|斤|度|家|拨|批|台|辆|岁|%|\/)/u;

/** Whose heads a number counts, by the words on both its sides. */
function sideOf(before: string, behind: string): Head["side"] {
  if (theirsBehind.test(behind)) return "guests";
  if (oursBehind.test(behind) || ours.test(before)) return "hosts";
  if (named.test(before)) return "guests";
  return counting.test(before) ? "counted" : undefined;
}

/** Both sides counted as one: 主客一共10个人, 连主带客8位, 客人和陪同加起来12个. */
const bothSides =
  /(?:[主宾]客|客主|主宾|宾主|连[主客]带[主客]|双方|两边|(?:一|整|全|满|同)桌(?:子)?|客[人商]?(?:和|跟|加|与|带|、|\+)(?:主人?|陪(?:同|客|餐)?))(?:[^,。;;\d一二两三四五六七八九十]{0,8})(?:一共|一起|一块)?[^,。;;\d一二两三四五六七八九十]{0,4}/u;

/** 10个人吃了2500: who ate is everybody, where nobody is called a guest. */
const ate =
  /(?<![\d一二两三四五六七八九十客来])(?<count>[\d一二两三四五六七八九十]+)(?:个|位|名)?人[,,]?(?:一共|总共|一顿|一餐|一桌|共|就|都)*(?:吃|花|用餐|用了|消费|结账|开了)/u;

/** How many sit down in all, where the two sides are told as one number. */
export function diners(counts: string): number | undefined {
  const eaters = ate.exec(counts)?.groups?.count;
  if (eaters !== undefined && !/客[人商]|陪|来[了的]?\s*[\d一二两三四五六七八九十]/u.test(counts))
    return numeralAt(eaters, 0)?.value;
  const found = bothSides.exec(counts);
  if (found === null) return undefined;
  const at = found.index + found[0].length;
  const numeral = NUMERAL_START.test(counts[at] ?? "") ? numeralAt(counts, at) : undefined;
  if (numeral === undefined || numeral.approximate || !headed.test(counts.slice(numeral.to))) return undefined;
  return numeral.value;
}

export interface Heads extends Pick<Facts, "guests" | "hosts"> {
  /** A head count whose side is not said. */
  readonly unsided?: number;
}

/** Who comes and who keeps them company, as far as the words tell. */
export function headsOf(counts: string): Heads {
  const heads: Head[] = [];
  for (let at = 0; at < counts.length; at++) {
    if (!NUMERAL_START.test(counts[at] ?? "")) continue;
    const numeral = numeralAt(counts, at);
    if (numeral === undefined) continue;
    const behind = counts.slice(numeral.to, numeral.to + 8);
    const side = sideOf(counts.slice(Math.max(0, at - 10), at), behind);
    const counted = (headed.test(behind) || (side !== undefined && bare.test(behind))) && !otherwise.test(behind);
    if (counted && !numeral.approximate && slots.guests.safeParse(numeral.value).success)
      heads.push({ side, count: numeral.value });
    at = numeral.to - 1;
  }
  // 客人5人改成6人: behind a word of change the last number holds.
  const last = /改|换|变|加到|减到|不是/.test(counts);
  const of = (side: Head["side"]) =>
    (last ? heads.findLast((head) => head.side === side) : heads.find((head) => head.side === side))?.count;
  const guests = of("guests") ?? of("counted");
  const [hosts, unsided] = [of("hosts"), of(undefined)];
  return {
    ...(guests === undefined ? {} : { guests }),
    ...(hosts === undefined ? {} : { hosts }),
    ...(unsided === undefined ? {} : { unsided }),
  };
}
