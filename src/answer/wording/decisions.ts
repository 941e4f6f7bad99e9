/**
 * Sentences of deciding (审批): what waits, what was decided, why somebody may not.
 */
import type { DecisionRefusal } from "../../requests/decision.ts";
import type { ApprovalStep } from "../../requests/request.ts";

type Waited = Pick<ApprovalStep, "role" | "source"> | undefined;

/** 一、(十)2: whose step it is, by which clause. */
const whose = (step: Waited): string =>
  step === undefined ? "" : `${step.role}${step.source === undefined ? "" : `(${step.source.clause})`}`;

export const decisionWords = {
  agreeTo: (nth: number) => `同意第${nth}条`,
  reject: "驳回",
  sendBack: "退回修改",
  /** Under one item: what may be said of it. */
  verdicts: (nth: number) => `同意说“同意第${nth}条”;不同意说“驳回第${nth}条 原因”;要他改说“退回第${nth}条 原因”。`,
  ask: {
    agree: (nth: number) => `要同意第${nth}条吗?`,
    plain: (nth: number) => `还没有办。第${nth}条您是同意、驳回还是退回修改?`,
    both: (nth: number) => `听到两种说法,还没有办。第${nth}条您是同意、驳回还是退回修改?`,
    condition: (nth: number) => `还没有批:同意就是照原样批,不能带条件。要他先改,第${nth}条退回修改吗?`,
  },
  handedOver: (step: Waited) =>
    `还没有批,也不能直接转给别人:谁审批由制度定${step === undefined ? "" : `,这一步由${whose(step)}审批`}。您不在时要别人代批,可以先办委托代理,比如说:委托办公室主任代我审批,明天到后天。`,
  waiting: {
    none: "现在没有待您审批的申请。",
    head: (count: number) => `待您审批的有 ${count} 件:`,
    more: (count: number) => `还有 ${count} 件排在后面,先办完上面的。`,
    tail: "回复“同意第一条”“驳回第一条 原因”或“退回第一条 原因”(退回申请人修改);几件一起同意说“全部同意”。",
  },
  approve: {
    done: (what: string) => `已同意:${what}。`,
    doneTakenIn: (what: string) => `已受理:${what}。`,
    doneFor: (what: string, inPlaceOf: string) => `已同意(${inPlaceOf}):${what}。`,
    final: "审批已全部完成,申请已批准。",
    finalTakenIn: "制度没有写明由谁批准,请按规定请示后处理。",
    next: (role: string) => `下一步由${role}审批。`,
    takenIn: (role: string) => `已转${role}。`,
    rejected: (what: string, reason: string) => `已驳回:${what}。原因:${reason}`,
    returned: (what: string, reason: string) =>
      `已退回申请人修改:${what}。原因:${reason}\n\n改好重新提交后,会再到您这里。`,
    replaced: (id: string) => `它是变更申请,原来的 ${id} 由它代替,已取消。`,
    reasonNeeded: "请说一下驳回的原因,会告诉申请人。",
    returnReasonNeeded: "请说一下要改什么(退回的原因),会告诉申请人。",
    whichOne: "待您审批的不止一件,请说第几条,比如:同意第一条。",
    reallyThis: "没听准您的意思。同意请说“同意第一条”,不同意请说“驳回第一条”和原因,要他改请说“退回第一条”和原因。",
    listFirst: "还没有批。先请看一下现在待您审批的,再说第几条。",
    noneNamed: (named: string) => `待您审批的里面没有找到“${named}”,还没有办。请看一下,说第几条。`,
    severalNamed: (named: string) => `“${named}”对得上的不止一件,还没有办。请说第几条。`,
    nowWaiting: "现在待您审批的是下面这些,要办请说第几条。",
    reasonStill: (verdict: "reject" | "return") =>
      `刚才要${verdict === "return" ? "退回" : "驳回"}的那件还没有办:请说一下原因,不办了说“取消”。`,
    noSuch: (count: number) => `没有这一条,待您审批的一共 ${count} 件。`,
    nothing: "现在没有待您审批的申请;只有审批流程上轮到的人可以批。",
    notYours: "没有需要您审批的这件申请,您无权审批它;只有审批流程上轮到的人可以办。",
    oneByOne: "驳回和退回都要写明原因,请一条一条办,比如:驳回第一条 原因。",
  },
  refusedDecision: {
    "own-request": (step) =>
      `不能审批自己的申请:谁的申请,谁就不能批。${step === undefined ? "" : `这一步由${whose(step)}审批。`}`,
    "not-the-approver": () => "您不是这件申请的审批人,无权审批;只有审批流程上轮到的人,或者今天代他审批的人可以批。",
    "out-of-turn": (step) =>
      `还没有轮到您这一步:审批要按流程一步一步来${step === undefined ? "" : `,现在等${whose(step)}审批`}。`,
    "already-decided": () => "这件申请您这一步已经办结,不能再审批:批过的不能改。",
    withdrawn: () => "这件申请已被撤回或取消,不用审批了。",
    returned: () => "这件申请已经退回申请人修改,改好重新提交后再审批。",
    stale: () => "这件申请刚刚有变化,请看过最新情况再决定。",
    "reason-needed": () => "请说一下驳回的原因,会告诉申请人。",
  } satisfies Record<DecisionRefusal, (step: Waited) => string>,
} as const;
