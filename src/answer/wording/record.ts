/**
 * Sentences of what is only taken note of: the tally (任务登记) and the monthly record of leaves (请假备案).
 */
import { spellMonth } from "./values.ts";

const yearOnly = 4;

export const recordWords = {
  settled: "已登记",
  takenIn: "已受理",
  recorded: (name: string, id: string) => `${name}已登记,编号 **${id}**。`,
  mendable: "不用审批。记错了说“撤回”,再重新登记。",
  noTarget: "您所在单位的文件没有规定每月报几条信息、每年引资多少,所以没有任务登记这一项。",

  columns: "| 序号 | 人员 | 类别 | 起止 | 天数 | 状态 | 销假 |",
  to: "至",
  notBack: "未销假",
  head: (period: string, section: string | undefined, count: number) => {
    const when = period.length === yearOnly ? `${period}年` : spellMonth(period);
    const whose = section ?? "";
    return count === 0 ? `${when}${whose}没有登记过请假。` : `${when}${whose}请假备案表,共${count}件:`;
  },
  foot: "审批中的也列在内,驳回和撤回的不列;天数按整张假条算,跨月的不拆开。事由不在备案表里。",
  notYours: "请假备案由办公室汇总,科长(主任、秘书长)看本科室的,别人请假的情况不能给您看。您自己的请说“我的申请”。",
  notKept: "您所在单位的文件没有写请假备案这一项。您自己的请假请说“我的申请”。",
} as const;
