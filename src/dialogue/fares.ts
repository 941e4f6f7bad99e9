/**
 * Two fares named with their classes (一等座330、二等座206) → what was paid, and what the allowed class costs.
 *
 * Takes    a folded message without its dates. Returns the fares and the class that was taken.
 * Leaves   which class is allowed to the rule. Of two fares the dearer is the one paid: nobody claims the difference the other way.
 */
import { readNumeral } from "../lib/chinese-numbers.ts";
import type { Facts } from "../rules/slots.ts";

const classed =
  /(?<seat>头等舱?|公务舱|商务舱|商务座?|特等座?|经济舱|普通舱|一等座?舱?|二等座?舱?|三等舱|软卧|硬卧|软座|硬座)[^\d,,。;;]{0,6}?(?<fare>\d{2,6}(?:\.\d+)?|[一二三四五六七八九两]?[千百][零一二三四五六七八九十百]*)(?!人|天|号|点|个|次)/gu;
const fullName: Readonly<Record<string, string>> = {
  头等: "头等舱",
  商务: "商务座",
  特等: "特等座",
  一等: "一等座",
  二等: "二等座",
};

/** The fares of a message that names two; nothing of one that names fewer. */
export function fares(undated: string): Facts {
  const named = [...undated.matchAll(classed)].flatMap(({ groups }) => {
    const yuan = readNumeral(groups?.fare ?? "");
    const seat = groups?.seat ?? "";
    return yuan === undefined ? [] : [{ seat: fullName[seat] ?? seat, yuan: yuan.value }];
  });
  const [dear, cheap] = named.toSorted((one, other) => other.yuan - one.yuan);
  if (dear === undefined || cheap === undefined || dear.seat === cheap.seat) return {};
  return { farePaid: dear.yuan, fareStandard: cheap.yuan, seat: dear.seat };
}

const taxi = /(?:打车|打的|出租车?|的士|车费)[^。;;?]*/u;
const each = /(?<![\d.])\d{1,3}(?:\.\d+)?(?=块|元|[、,和]|$|\s)/gu;

/** 打车分别30、35、18块: what each day's taxi cost; nothing of a message with one fare. */
export function taxiFares(undated: string): Facts {
  const told = [...(taxi.exec(undated)?.[0] ?? "").matchAll(each)].map(([fare]) => Number(fare));
  return told.length < 2 ? {} : { taxiFares: told };
}
