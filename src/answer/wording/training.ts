/**
 * What is said about board and lodging in training (培训食宿): one sentence a finding of rules/training.ts.
 */
import type { Sentence } from "./sentence.ts";

export const trainingWording = {
  "training.total": (v) =>
    `培训期间食宿最多报${v.yuan}元:每天住宿${v.lodging}元加伙食${v.meal}元共${v.daily}元,${v.days}天全程按定额标准的${v.share}%控制${v.people === 1 ? "" : `,${v.people}人合计`}。`,
  "training.rate": (v) =>
    `举办单位没有统一解决食宿的,每人每天最多报${v.daily}元(住宿${v.lodging}元加伙食${v.meal}元);全程按培训时间的长短打折:${v.end1}天以内按定额,${v.end1}天以上${v.end2}天以内${v.share2}%,${v.end2}天以上${v.end3}天以内${v.share3}%,${v.end3}天以上${v.share4}%。`,
  "training.host-pays": () => "不能再报:食宿由培训举办单位统一解决的,由培训单位按照规定标准统一开支。",
  "training.fee-to-host": () => "按实际缴纳的费用凭据报销:向培训举办单位统一缴纳费用的,凭据回所在单位报。",
  "training.entry": () => "凭据回局报销,在“培训费”中列支;这是控制上限,不是定额发放。",
  "training.way": () => "往返途中的差旅费另按差旅费标准报销。",
  "training.edge": (v) => `${v.reading}`,
  "training.quota": (v) => `${v.reading}`,
} satisfies Record<string, Sentence>;
