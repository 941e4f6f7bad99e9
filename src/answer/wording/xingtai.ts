/**
 * What is said to Xingtai's offices away (邢台驻外办事机构): one sentence a finding of rules/xingtai.ts and xingtai-office.ts.
 */
import { monthName, type Sentence, spellDate, type Values } from "./sentence.ts";

const report = (v: Values) => (v.report === "half-year" ? "书面报告半年工作情况" : "报告全年工作情况和次年工作安排");

const over = (v: Values) => (v.months === 1 ? "" : `,${v.months}个月至少${v.least}条`);

export const xingtaiWording = {
  "xingtai.leave-of-staff": () => "向驻外办事机构主任请假:其他工作人员离岗都是这样,不分天数。",
  "xingtai.leave-of-director": (v) => `要向市政府办公室主管领导请假:离岗${v.days}天,已在一周以上。`,
  "xingtai.leave-under-week": (v) => `离岗${v.days}天,不足一周:${v.reading}`,
  "xingtai.end-before-start": (v) =>
    `起止日期反了:结束${spellDate(v.end)}早于开始${spellDate(v.start)},请重新说一下哪天到哪天。`,
  "xingtai.days-met": (v) => `已经够了:${v.year}年应在驻地至少${v.need}天,已有${v.at}天。`,
  "xingtai.days-owed": (v) =>
    `年底前至少还要在驻地${v.short}天:${v.year}年应满${v.need}天,已有${v.at}天;从${spellDate(v.from)}到年底还有${v.left}天,来得及。`,
  "xingtai.days-out-of-reach": (v) =>
    `还差${v.short}天,今年不够了:${v.year}年应满${v.need}天,已有${v.at}天,从${spellDate(v.from)}到年底只剩${v.left}天,天天在驻地也达不到。`,
  "xingtai.days-of-year": (v) =>
    `至少${v.need}天:${v.year}年共${v.daysOfYear}天,三分之二以上要在驻地;最多可离开${v.most}天。`,
  "xingtai.away-of-year": (v) =>
    `最多${v.most}天:${v.year}年共${v.daysOfYear}天,三分之二以上要在驻地,至少${v.need}天。`,
  "xingtai.days-counted": (v) => `${v.reading}`,
  "xingtai.more-than-passed": (v) => `到${spellDate(v.asOf)}今年才过了${v.past}天,在驻地不能有${v.at}天,请核对一下。`,
  "xingtai.award-director": (v) =>
    `符合:完成年度任务,个人引资${v.done}万元,在${v.line}万元以上,年度考核时由市政府办公室党组直接向市委推荐优秀等次。`,
  "xingtai.award-director-short": (v) =>
    `不符合:主任要个人引资${v.line}万元以上才直接推荐优秀等次,${v.done}万元还差${v.short}万元。`,
  "xingtai.award-staff": (v) =>
    `符合:完成年度任务,个人引资${v.done}万元,在${v.line}万元以上,年度考核直接定为优秀等次。`,
  "xingtai.award-staff-short": (v) =>
    `不符合:其他人员要个人引资${v.line}万元以上才直接定为优秀等次,${v.done}万元还差${v.short}万元。`,
  "xingtai.award-task-open": (v) => `年度任务没有完成,不符合:完成年度任务和个人引资${v.line}万元以上两条都要满足。`,
  "xingtai.target-met": (v) =>
    `完成了${v.over === 0 ? "" : `,超出${v.over}万元`}:每年招商引资额不低于${v.target}万元,已有${v.done}万元。`,
  "xingtai.target-short": (v) => `还差${v.short}万元:每年招商引资额不低于${v.target}万元,已有${v.done}万元,没有完成。`,
  "xingtai.target-logged": (v) =>
    v.done === 0
      ? `按登记簿:${v.year}年还没有登记过引资。引来没登记的,说“记一笔引资500万”这样的话就登记。`
      : `按登记簿:${v.year}年已登记引资${v.done}万元。`,
  "xingtai.information-logged": (v) =>
    v.reported === 0
      ? `按登记簿:${monthName(v.month)}还没有登记过信息。报过没登记的,说“这个月报了2条”这样的话就登记。`
      : `按登记簿:${monthName(v.month)}已登记${v.reported}条。`,
  "xingtai.information-met": (v) => `够了:每月不少于${v.each}条信息${over(v)},已报${v.reported}条。`,
  "xingtai.information-short": (v) => `不够,还差${v.short}条:每月不少于${v.each}条信息${over(v)},已报${v.reported}条。`,
  "xingtai.information-needed": (v) => `至少${v.least}条:每月不少于${v.each}条信息,${v.months}个月就是${v.least}条。`,
  "xingtai.report-next": (v) =>
    `最近一次是${spellDate(v.due)}前向市政府办公室${report(v)},${Number(v.left) === 0 ? "就是今天" : `还有${v.left}天`}。`,
  "xingtai.report-following": (v) => `再下一次是${spellDate(v.due)}前${report(v)}。`,
  "xingtai.report-late": (v) =>
    `不行,晚了${v.days}天:要在${spellDate(v.due)}前向市政府办公室${report(v)},${spellDate(v.handedIn)}交已经过期。`,
  "xingtai.report-in-time": (v) => `来得及:要在${spellDate(v.due)}前${report(v)},${spellDate(v.handedIn)}交不晚。`,
  "xingtai.away-within": (v) =>
    `达标,${Number(v.left) > 0 ? `还能再离开${v.left}天` : "不能再离开了"}:离开${v.days}天,在驻地${v.at}天,不少于${v.need}天;全年最多可离开${v.most}天。`,
  "xingtai.away-too-long": (v) =>
    `不达标,差${v.short}天:离开${v.days}天,在驻地只有${v.at}天,应在驻地至少${v.need}天;全年最多可离开${v.most}天。`,
  "xingtai.more-than-year": (v) => `一年只有${v.daysOfYear}天,请核对一下离开的天数。`,
  "xingtai.report-on-the-day": (v) => `${v.reading}`,
} satisfies Record<string, Sentence>;
