/**
 * The words that name one of a list (看房那条, 驾驶员周三的病假), taken apart.
 *
 * Takes    the words, folded. Returns the parts that must fit, and whether a day is among them.
 */

/** What points at a request and says nothing of it. */
const pointing =
  /的|[那这]一?(?:个|条|件|张|份|单)?|申请人|申请|审批|单子?|报告|条$|去|到|要|想|因为|为了|给|他|她|本人|同志|^我|[\s,。、]/gu;
const days =
  /(?:[这本下]个?)?(?:周|星期|礼拜)[一二三四五六日天]|[今明后]天|\d{1,2}月(?:\d{1,2}[日号]?)?|\d{1,2}[日号]/gu;

export interface ItemNamed {
  readonly parts: readonly string[];
  readonly dated: boolean;
}

/** 他的申请 has no parts: it says nothing of which one is meant. */
export function itemNamed(words: string): ItemNamed {
  const undated = words.replace(days, " ");
  const parts = undated.replace(pointing, " ").split(" ");
  return { parts: parts.filter((part) => part !== ""), dated: undated !== words };
}
