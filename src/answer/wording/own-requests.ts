/**
 * Sentences of one's own requests: where they stand, printing them, taking them back.
 */
import type { WithdrawalRefusal } from "../../requests/own-steps.ts";
import type { OfficeRequest, RequestType } from "../../requests/request.ts";
import { typeName } from "./replies.ts";

export const ownWords = {
  status: {
    none: "您现在没有提交过申请。",
    noneOfType: (type: RequestType) => `您没有提交过${typeName[type]}。`,
    lead: {
      draft: "还没有提交",
      submitted: "还在审批中",
      approved: "已批准",
      rejected: "被驳回了",
      withdrawn: "已撤回",
      cancelled: "已取消",
    } satisfies Record<OfficeRequest["status"], string>,
    waitingOn: (role: string) => `现在等${role}审批`,
    takenIn: (role: string) => `已转${role}`,
    stopsAt: (role: string) => `现在到${role}这一步`,
    unreached: "未办",
    noApprover: "制度没有写明审批人,名录里也没有可以受理的人,需线下办理",
    reason: (reason: string) => `原因:${reason}`,
    /** In a word, on a card. */
    returned: "退回修改",
    replaced: "已被取代",
    closed: "出差已结束",
    sentBack: (reason: string) => `退回修改:${reason}。请修改后重新提交(说“改一下”),不用改的说“补充:……”`,
    changes: (id: string) => `变更 ${id}`,
    amends: (id: string) => `取代 ${id}`,
    amendedBy: (id: string) => `被 ${id} 取代`,
    closedOn: (day: string) => `出差已结束,最后一天${day}`,
  },
  print: {
    none: (type?: RequestType) =>
      `您还没有可以打印的${type === undefined ? "申请" : typeName[type]}。先说要办什么,提交以后就能打印,签字处留空。`,
    where: (id: string) =>
      `打印:在控制台“申请”页这张卡片上点“打印”,可以打印或下载 Word 文件;在终端用 \`npm run -s paper -- ${id} 文件.docx\`。`,
  },
  withdraw: {
    ask: (what: string) => `要撤回这件申请吗?${what}。回复“确认撤回”就撤回,“取消”保留。`,
    which: "可以撤回的不止一件,请说撤回第几条,或者说是哪一件(如:撤回去成都的出差)。",
    noSuch: "没有找到您说的这件可以撤回的申请,可以先说“我的申请”看一下。",
    none: "您没有可以撤回的申请(还在审批中的、登记的任务数、已批准还没有开始的请假和出差可以撤回)。",
    done: (what: string) => `已撤回:${what}。`,
    noDeputation: "您没有生效的委托代理,不用撤回。",
    button: "确认撤回",
    keep: "不撤回",
  },
  /** What is done instead, where something approved cannot be taken back any more. */
  instead: {
    leave: "已经休的假,回来上班后说“销假”;假还没有休、又不休了的,请直接告诉局办公室(请假要报办公室备案)。",
    travel: "已经出发的,回来后说“出差回来了”登记出差结束;没有成行的,请直接告诉批准的领导和局办公室,不要报销。",
    other: "确实不办了的,请直接告诉局办公室。",
  },
  keptFiled: "好的,不撤回,申请保持原样。",
  refusedWithdrawal: {
    "not-the-requester": "只有申请人本人可以撤回。规则:谁申请,谁撤回。",
    "already-decided": "这件申请已经办结,不能撤回。规则:已经有人办完的申请不能撤回;已批准的要改,可以说“变更”。",
    begun:
      "这件申请已经批准并且开始了,不能撤回。规则:已批准的请假和出差,开始那天以前可以撤回;提前回来的,请假请销假,出差请登记出差结束。",
    withdrawn: "这件申请已经撤回或者被取代,不用再撤回。规则:一件申请只撤回一次。",
    "stood-on":
      "您已经凭这件申请办了后面的手续(如销假、接待清单、报销),所以不能撤回。规则:有后续手续的申请不能撤回;后面那一件还在审批的,可以先撤回它。",
    "amendment-open": "这件申请有一份变更还在审批,不能撤回。规则:有变更在审批的,要先撤回那一份变更,再撤回原来这一件。",
  } satisfies Record<WithdrawalRefusal, string>,
} as const;
