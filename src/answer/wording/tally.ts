/**
 * What is said of the tally (任务登记): one sentence a finding of rules/tally.ts.
 */
import { monthName, type Sentence, type Values } from "./sentence.ts";

const owed = (v: Values, unit: string) => (v.short === 0 ? "够了" : `还差${v.short}${unit}`);

export const tallyWording = {
  "tally.items": (v) => `按登记簿,${monthName(v.month)}信息共${v.sum}条,${owed(v, "条")}(每月不少于${v.least}条)。`,
  "tally.funds": (v) => `按登记簿,${v.year}年引资共${v.sum}万元,${owed(v, "万元")}(每年不低于${v.target}万元)。`,
  "tally.added-items": (v) =>
    `登记簿里${monthName(v.month)}已有${v.before}条,这${v.now}条另外加上;您说的如果是总数,请改成新增的条数。`,
  "tally.added-funds": (v) =>
    `登记簿里${v.year}年已有${v.before}万元,这${v.now}万元另外加上;您说的如果是总数,请改成新增的数。`,
  "tally.future": () => "还没有到的日子不能先登记,报出去、引进来以后再登记。",
  "tally.foreign": () => "任务按人民币算,登记也按人民币:请折成人民币再说一次,如:折人民币1400万。",
  "tally.nothing": () => "没有数可登记:一条没报、一分没引,不用登记。",
} satisfies Record<string, Sentence>;
