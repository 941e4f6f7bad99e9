/**
 * Sentences of deciding (审批): what waits, what was decided, why somebody may not.
 */
import type { DecisionRefusal } from "../../requests/decision.ts";

export const decisionWords = {
  agree: "同意",
  reject: "驳回",
  waiting: {
    none: "现在没有待您审批的申请。",
    head: (count: number) => `待您审批的有 ${count} 件:`,
    tail: "回复“同意第一条”或“驳回第一条 原因”。",
  },
  approve: {
    done: (what: string) => `已同意:${what}。`,
    doneTakenIn: (what: string) => `已受理:${what}。`,
    final: "审批已全部完成,申请已批准。",
    finalTakenIn: "制度没有写明由谁批准,请按规定请示后处理。",
    next: (role: string) => `下一步由${role}审批。`,
    takenIn: (role: string) => `已转${role}。`,
    rejected: (what: string, reason: string) => `已驳回:${what}。原因:${reason}`,
    reasonNeeded: "请说一下驳回的原因,会告诉申请人。",
    whichOne: "待您审批的不止一件,请说第几条,比如:同意第一条。",
    reallyThis: "没听准您的意思。同意请说“同意第一条”,不同意请说“驳回第一条”和原因。",
    noSuch: (count: number) => `没有这一条,待您审批的一共 ${count} 件。`,
    nothing: "现在没有待您审批的申请;只有审批流程上轮到的人可以批。",
    notYours: "没有需要您审批的这件申请,您无权审批它;只有审批流程上轮到的人可以办。",
    batchOne: "为稳妥起见,请一条一条批,比如:同意第一条。",
  },
  refusedDecision: {
    "own-request": "不能审批自己的申请。",
    "not-the-approver": "您不是这件申请的审批人,无权审批。",
    "out-of-turn": "还没有轮到您这一步,前面的人还没批。",
    "already-decided": "这件申请已经办结,不能再审批。",
    withdrawn: "这件申请已被申请人撤回,不用审批了。",
    returned: "这件申请已经退回申请人修改,改好重新提交后再审批。",
    stale: "这件申请刚刚有变化,请看过最新情况再决定。",
    "reason-needed": "请说一下驳回的原因,会告诉申请人。",
  } satisfies Record<DecisionRefusal, string>,
} as const;
