/**
 * Sentences about the program itself: what it does not do, where its guide is read, what becomes of what was just shown.
 */

export const howToWords = {
  /** The sections of data/guide.md, by their headings. */
  section: { change: "改期和变更", withdraw: "撤回", resubmit: "退回修改", depute: "委托代理" },
  head: "这是办理的方法,制度里没有另外写。在这里这样办:",
  errand: "这里不发通知、不改会议、不设个人提醒,只回答制度、办理申请和审批。开会、交材料的通知请找办公室。",
} as const;

export const shownWords = {
  nothing: "登记簿里没有您要问的这件申请。先说“我的申请”看一下。",
  noReason: "您的申请里没有退回或者驳回的。先说“我的申请”看一下。",
  nothingWaiting: "您没有在等审批的申请,不用催。",
  by: (line: string, who: string) => `${line}:${who}报的`,
  decided: (role: string, how: string, who: string) => `${role}${how}(${who})`,
  undecided: "还没有人批",
  noLonger: "刚才列出的已经办完了,现在没有等您审批的。说“待我审批的”再看一遍。",
  sentBack: (who: string, reason: string) => `${who}退回修改,原因:${reason}`,
  rejected: (who: string, reason: string) => `${who}驳回,原因:${reason}`,
  hurry: (line: string, who: string, when: string, isTold: boolean) =>
    `${line}在等${who}批,${isTold ? `${when}已经列入对方的通知` : `${when}会列入对方的通知`}。`,
  hurryTail: (days: number) =>
    `过了${days}个工作日还没批,会自动再提醒对方一次;这里不另外发消息。急的话请直接找对方说。`,
  returnedToYou: (line: string) => `${line}退回给您修改了,要您先改好再交。`,
  unheld: (line: string) => `${line}这一步没有可以通知的人,请问办公室。`,
  complaint: "知道您着急了。这里不受理投诉;对审批有意见,可以直接找审批人说,也可以向办公室反映。您的申请现在是这样:",
  complaintNothing: "知道您着急了。这里不受理投诉,可以向办公室反映。登记簿里您现在没有在等审批的申请。",
} as const;
