/**
 * Sentences of standing in (代): who decides for whom, and naming a deputy (委托代理).
 */
import type { Stead } from "../../requests/deputies.ts";
import type { RequestType } from "../../requests/request.ts";
import type { Grade } from "../../rules/slots.ts";
import { typeName } from "./replies.ts";
import { gradeName } from "./values.ts";

export const deputyWords = {
  inStead: {
    away: (by, of) => `(${of}不在岗,由${by}代)`,
    named: (by, of) => `(${of}委托${by}代)`,
    "passed-on": (by, of) => `(由${by}代${of})`,
  } satisfies Record<Stead["why"], (by: string, of: string) => string>,
  inPlaceOf: (by: string, of: string) => `${by} 代 ${of}`,
  standsFor: (of: string) => `代${of}`,
  reading: "制度没有写由谁代批,这里按本人的委托办理:委托期间轮到您审批的,由代理人办;您本人仍然可以批。",
  limit: (types: readonly RequestType[], grades: readonly Grade[]) =>
    `${types.map((type) => typeName[type]).join("、")}只能委托${grades.map((grade) => gradeName[grade]).join("、")},代理人不是,这一项他不能代。`,
  overlaps: (before: readonly { readonly days: string; readonly deputy: string }[]) =>
    `您已经有委托:${before.map(({ days, deputy }) => `${days}由${deputy}代`).join(";")}。日子重叠的,以这一次为准,原来的委托其余日子照旧。`,
  unlikely: (deputy: string) => `${deputy}不是审批流程里的审批人,请确认没有选错。`,
  notYoursToTake: (of: string) =>
    `不能自己代${of}批:只有${of}本人可以委托(由他说“下周由……代我审批”)。${of}请假或出差批准了、又没有委托的,由上一级代批,不由别人自己接过来。`,
  himself: "审批人",
  stillYours: "可以。委托期间您本人仍然可以批,代理人也可以批,谁先批算谁的。",
  none: "您没有生效的委托代理。要委托,说“下周由办公室主任代我审批”。",
  mine: "您登记的委托代理:",
  row: (days: string, deputy: string, isNow: boolean) => `${days},由${deputy}代${isNow ? "(正在生效)" : ""}`,
  mineTail: "日子重叠的,以后登记的为准。不用了说“撤回委托”,要改说“委托换成……”。",
  heldNone: "现在没有要您代的审批。",
  held: "您代下面的同事审批:",
  heldRow: (days: string, of: string, isNow: boolean) => `${days},代${of}${isNow ? "(正在生效)" : ""}`,
  heldAway: (of: string) => `今天${of}不在岗,轮到他的由您代`,
  isThere: (who: string, day: string) =>
    `${day}登记簿里${who}在岗,轮到${who}的由${who}本人批。临时不在又急着要批的,可以请${who}说“今天由……代我审批”。`,
  decidedBy: (who: string, by: string, day: string, isAway: boolean) =>
    `${day}${who}${isAway ? "不在岗" : "已经委托"},轮到${who}的由${by}代批。`,
  nobody: (who: string, day: string) => `${day}${who}不在岗,没有可以代批的人,要等${who}回来,或者问办公室。`,
  notWritten: "制度没有写由谁代批,这里按本人的委托和人员名录办理。",
  whom: "请说是哪位(说职务),例如“科长不在谁批我的假”。",
  endsEarlier: "不用审批。情况有变说“撤回”,委托就不再有效。",
  noStep: "审批流程里没有要您审批的环节,没有可以委托别人代批的事,所以不用办委托代理。",
} as const;
