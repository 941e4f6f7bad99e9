/**
 * Sentences of approving several at once (批量同意): the summary, the second yes, what came of it.
 */
export const batchWords = {
  head: (count: number) => `请核对,确认后一次同意下面 ${count} 件(现在还没有批):`,
  first: (count: number, all: number) => `一次最多同意 ${count} 件,先办最早的;一共 ${all} 件。`,
  columns: "| 序号 | 申请人 | 事项 | 天数或金额 | 注意 |",
  tail: "回复“**确认**”或“确认全部同意”就批,说别的就不批;哪一件不同意,请单独说,比如:驳回第二条 原因。",
  button: "确认全部同意",
  keep: "先不批",
  dropped: "好的,一件也没有批,都还在待您审批的里面。",
  none: "现在没有等您确认的批量同意。要批请说“待我审批的”,再说“全部同意”。",
  stale: "这张汇总不是最新的,没有照它批。请再说一次“全部同意”,看过再确认。",
  inPart: "没听准要同意哪几件。请说第几条,比如:同意第一条和第三条;不同意的再单独说。",
  gone: "刚才列的这几件现在都不用您批了。",
  done: (count: number) => `已同意 ${count} 件:`,
  left: (count: number) => `没有批的 ${count} 件:`,
  final: "已批准",
  takenIn: "已受理,制度没有写明由谁批准",
  stays: (role: string) => `到${role}这一步,名录里没有此人,需线下办理`,
  onward: (role: string) => `下一步${role}`,
  begun: "起始日期已过",
  amends: (id: string) => `变更 ${id}`,
  remark: "有补充说明",
  days: (days: number) => `${days}天`,
  yuan: (yuan: number) => `${yuan}元`,
} as const;
