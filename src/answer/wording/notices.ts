/**
 * Sentences of notices (通知): what somebody is told without having asked, and what they can say next.
 *
 * Takes    names and lines that were made plain. A notice tells its matter; why something was not approved is told to its requester alone.
 */
import type { RequestType } from "../../requests/request.ts";
import type { Due } from "../../rules/deadlines.ts";
import { cycleName, left, within } from "./deadlines.ts";
import { typeName } from "./replies.ts";
import { monthName, spellDate } from "./sentence.ts";

const seeMine = "说“我的申请”可以看到。";
/** What may follow an approval, and what must follow when it is over. */
const next: Readonly<Partial<Record<RequestType, string>>> = {
  leave: "假期结束后说“销假”就可以办。",
  travel: "出差结束后说“报销差旅费”就可以办。",
  reception: "接待结束后说“填接待清单”就可以办。",
};
const undone: Readonly<Partial<Record<RequestType, string>>> = {
  leave: "假期已经结束,还没有销假。说“销假”就可以办。",
  travel: "出差已经结束,还没有报销差旅费。说“报销差旅费”就可以办。",
  reception: "接待已经结束,还没有填接待清单。说“填接待清单”就可以办。",
};

export const noticeWords = {
  none: "现在没有新的通知。",
  /** Beside a greeting. */
  unread: (count: number) => `您有${count}条通知,说“我的通知”可以看到。`,
  head: (count: number) => `新的通知有 ${count} 条:`,
  earlier: "以前通知过、现在还有效的:",
  waiting: (who: string, what: string, id: string, waited: number, stead: string | undefined) =>
    `等您审批${stead === undefined ? "" : `(代${stead})`}${waited === 0 ? "" : `,已经过了${waited}个工作日`}:${who}的${what}(${id})。说“待我审批的”就可以办。`,
  waitingLong: (type: RequestType, who: string, id: string, role: string, waited: number) =>
    `${who}的${typeName[type]}(${id})在${role}这一步已经等了${waited}个工作日,请帮忙催一下。`,
  approved: (what: string, id: string, type: RequestType) => `已批准:您的${what}(${id})。${next[type] ?? seeMine}`,
  step: (what: string, id: string, by: string, then: string | undefined) =>
    `${by}已同意:您的${what}(${id})${then === undefined ? "" : `,接下来由${then}审批`}。${seeMine}`,
  rejected: (what: string, id: string, by: string, reason: string) =>
    `被${by}驳回了:您的${what}(${id})。原因:${ended(reason)}${seeMine}`,
  returned: (what: string, id: string, by: string, reason: string) =>
    `被${by}退回修改:您的${what}(${id})。要改的:${ended(reason)}${seeMine}`,
  forTheRecord: (type: RequestType, who: string, id: string, days: string) =>
    `备案:${who}的${typeName[type]}(${id}),${days},已批准。说“请假备案表”可以看本月的。`,
  takenBack: (type: RequestType, who: string, id: string, days: string) =>
    `${who}撤回了已批准的${typeName[type]}(${id}),${days},不再作数。`,
  /** `waiting`: how many wait now; nothing where it has not begun. */
  deputation: (who: string, days: string, waiting: number | undefined) =>
    `${who}委托您代为审批:${days}。${
      waiting === undefined
        ? "到时有要批的会告诉您。"
        : waiting === 0
          ? "现在没有要批的,有了会告诉您。"
          : `现在有${waiting}件等您,说“待我审批的”就可以办。`
    }`,
  deputationOver: (who: string, days: string, how: "withdrawn" | "changed") =>
    `不用您代${who}审批了:${days}的委托${how === "withdrawn" ? "已撤回" : "已变更"}。`,
  followUp: (what: string, id: string, type: RequestType) => `您的${what}(${id}),${undone[type] ?? seeMine}`,
  deadline: (due: Due, today: string, days: number) => `限期:${deadline(due, today, days)}说“最近有什么要交的”看全部。`,
} as const;

/** What somebody typed, as a sentence of its own. */
const ended = (typed: string): string => `${typed.replace(/[。.!!??\s]+$/u, "")}。`;

/** 2026年12月25日前,各驻外办事机构报告全年工作情况和次年工作安排,还有7天。 Where no day is written, that is said. */
function deadline({ deadline, by, within: span, last, owed }: Due, today: string, days: number): string {
  const { who, what, every, month, loosely } = deadline;
  if (by !== undefined) return `${spellDate(by)}前,${who}${what},${left(days)}。`;
  if (span !== undefined) return `${within(span[0], span[1])},${who}${what},${left(days)}。`;
  if (owed !== undefined && owed > 0)
    return `${monthName(today.slice(0, 7))}${who}${what},按登记簿还差${owed}条,${leftOf("本月", days)};文件未写明具体日期。`;
  if (month !== undefined) return `${spellDate(last).replace(/月.*$/u, "月")},${who}${what},文件未写明具体日期。`;
  if (loosely !== undefined) return `${cycleName[every]}${loosely},${who}${what},文件未写明具体日期。`;
  return `${cycleName[every]}${who}${what},${leftOf("这一期", days)};文件未写明具体日期。`;
}

/** How long a month or another cycle still lasts. */
const leftOf = (cycle: string, days: number): string =>
  days === 0 ? `今天是${cycle}最后一天` : `${cycle}还有${days}天`;
