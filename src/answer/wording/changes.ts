/**
 * Sentences of changing what was filed (退回修改, 补充说明, 变更) and of closing a trip (出差结束). Every refusal names its rule.
 */
import type { AmendmentRefusal, ClosingRefusal, ResubmissionRefusal } from "../../requests/own-steps.ts";
import type { RequestType } from "../../requests/request.ts";
import { typeName } from "./replies.ts";

export const changeWords = {
  button: "修改",
  amendButton: "变更",
  which: "可以改的不止一件,请说第几条,或者说是哪一件(如:去成都的出差)。",
  whichReturned: "退回给您的不止一件,请说第几条,或者说是哪一件。",
  none: "您没有可以修改的申请。规则:退回的可以修改,还在审批中的和已批准的可以变更;要办新的请直接说。",
  noneReturned: "现在没有退回给您修改的申请,不用补充。",
  noSuch: "没有找到您说的这件可以修改的申请,可以先说“我的申请”看一下。",
  /** Over the card of what was sent back. */
  returned: (id: string, reason: string) => `修改退回的 **${id}**。退回原因:${reason}`,
  amends: {
    open: (id: string, what: string) => `变更 **${id}**(${what})。提交后原申请随即作废,由这一件取代,从头审批。`,
    inForce: (id: string, what: string) => `变更 **${id}**(${what})。新的批准以前,原申请仍然有效;批准后由这一件取代。`,
    settled: (id: string, what: string) => `变更 **${id}**(${what})。提交后原登记随即作废,以这一件为准。`,
  },
  changes: "改动",
  change: (label: string, before: string, after: string) => `${label}:${before} → ${after}`,
  unset: "未填",
  /** For whoever decides: what is other than it was. */
  changedBy: (changes: readonly string[]) => `改动:${changes.join(";")}。`,
  /** The lines of a claim came to something else than when they were filed. */
  recounted: "逐项核对",
  over: (yuan: number) => (yuan === 0 ? "没有超出" : `超出${yuan}元`),
  another: "按现在的情况重算",
  remark: (remark: string) => `补充说明:${remark}`,
  anew: "内容有改动,各步都要重新审批。",
  kept: (roles: readonly string[]) =>
    roles.length === 0 ? "内容没有改动。" : `内容没有改动,${roles.join("、")}已经同意的,不用再批。`,
  sayWhatReturned:
    "请说要改哪一项、改成什么(如:事由改成送孩子入学);不用改的,说“补充:……”加一句说明。改好后回复“**确认**”重新提交。",
  sayWhatAmended: "请说要改哪一项、改成什么(如:改到周五回来)。改好后回复“**确认**”提交。",
  refiled: (type: string, id: string) => `已重新提交${type},编号 **${id}**。`,
  replaced: (id: string) => `原来的 ${id} 已由这一件取代。`,
  stays: (id: string) => `原来的 ${id} 在这一件批准以前仍然有效。`,
  dropped: "好的,不改了,原来的申请保持原样。",
  changeOrNew: (type: RequestType) =>
    `您正在变更一件${typeName[type]}。要把它改成这样,请说“改成……”(如:改成12月25日);要另办一件,请先说“不改了”,再说一遍。`,
  refused: {
    "not-the-requester": "只有申请人本人可以修改。规则:谁申请,谁修改。",
    "not-returned": "这件申请现在不是退回状态,不能这样重新提交。规则:退回的才能修改后重新提交;要改别的,请说“变更”。",
    "nothing-changed": "内容没有改动。规则:重新提交要么有改动,要么有补充说明。",
    "former-stood-on":
      "您已经凭原来那件申请办了后面的手续(如销假、报销),这份变更不能再提交,可以撤回它。规则:有后续手续的申请不能变更。",
  } satisfies Record<ResubmissionRefusal, string>,
  refusedAmendment: {
    "not-the-requester": "只有申请人本人可以变更。规则:谁申请,谁变更。",
    ended: "这件申请已经驳回、撤回或被取代,不能变更。规则:还在审批中的和已批准的才能变更;要再办请重新申请。",
    returned: "这件申请退回给您了,直接修改后重新提交就行。规则:退回的不另外变更。",
    "stood-on":
      "您已经凭这件申请办了后面的手续(如销假、接待清单、报销),不能变更。规则:有后续手续的申请不能变更;后面那一件还在审批的,可以先撤回它。",
    "amendment-open": "这件申请已经有一份变更还在审批。规则:一件申请同时只能有一份变更;要再改,请先撤回那一份。",
    closed: "这次出差已经登记结束,不能变更。规则:变更只在出差结束以前;报销按实际的天数算。",
    unchanged: "内容没有改动,不用变更。规则:变更要有改动。",
  } satisfies Record<AmendmentRefusal | "unchanged", string>,
} as const;

export const closingWords = {
  button: "出差结束",
  confirm: "确认结束",
  keep: "先不登记",
  kept: "好的,先不登记,这次出差保持原样。",
  which: "已经开始、还没有登记结束的出差不止一次,请说第几条,或者说是去哪里的。",
  none: "您没有可以登记结束的出差。规则:已批准、已经开始、还没有登记结束的出差才能登记。",
  ask: (what: string, last: string) =>
    `登记出差结束:${what}。最后一天是**${last}**,对吗?回复“**确认**”登记;不是这一天请直接说是哪天。`,
  early: (planned: string, days: number) => `比批准的${planned}早,报销时按实际的${days}天算。`,
  done: (what: string, last: string) => `已登记出差结束:${what}。最后一天:${last}。`,
  closedWrong: (what: string, last: string) =>
    `这次出差已经登记结束,不能在这里改:${what},登记的最后一天是${last}。规则:一次出差只登记一次。登记错了的,请告诉局办公室更正;报销时说清实际是哪天回来的,并附凭据。`,
  claim: (clause: string) => `${clause}。要现在报销,请说“报销差旅费”。`,
  refused: {
    "not-the-requester": "只有出差人本人可以登记出差结束。规则:谁出差,谁登记。",
    "not-closable": "这次出差还没有批准,或者已经不再有效,不能登记结束。规则:已批准的出差才能登记结束。",
    "closed-already": "这次出差已经登记过结束了。规则:一次出差只登记一次。",
    "before-start": "最后一天早于出差开始的那天,请再说一下是哪天。规则:出差结束不早于开始。",
    "amendment-open":
      "这次出差有一份变更还在审批,暂时不能登记结束。规则:变更批准或者撤回以后才登记结束;不用变更了,请先撤回那一份。",
    "not-yet": "这一天还没有到,到时再登记。规则:出差结束以后才登记。",
    "after-plan":
      "要先变更这次出差:这一天晚于批准的最后一天。规则:比批准的时间长的,先变更,批准后再登记结束。请说“变更这次出差”,再说改到哪天回来。",
  } satisfies Record<ClosingRefusal, string>,
} as const;
