/**
 * The sum (金额) a message names, where no word of the vocabulary says what it is for.
 *
 * Takes    the folded message, what its words already told, and the message without its dates. Returns the amount, or nothing.
 */
import { readMoney } from "../lib/chinese-money.ts";
import type { Facts } from "../rules/slots.ts";

/** Where a bare sum is one: 差旅报销壹仟贰佰元整, 改成2千3. */
const moneyForms = /报|销|金额|垫|花了|[¥元块]|改成|应该是/;

/** The one sum that a message names, where no word says what it is for. */
export function amountOf(folded: string, { amount, ...known }: Facts, counts: string): Facts {
  const others = [known.perHead, known.farePaid, known.fareStandard, known.taxiPaid, known.limit];
  if (amount === undefined && !moneyForms.test(folded)) return {};
  const sums = readMoney(counts).filter(({ rate }) => !rate);
  // 1893元4角, 1k2元: a pattern finds a part of it, the one sum with its 元 is the whole.
  const [said, ...more] = sums.filter(({ bare }) => !bare);
  if (said !== undefined && more.length === 0 && !said.approximate && !others.includes(said.yuan))
    return { amount: said.yuan };
  if (amount !== undefined) return {};
  const [sum, ...rest] = sums;
  return sum === undefined || rest.length > 0 || sum.approximate ? {} : { amount: sum.yuan };
}
