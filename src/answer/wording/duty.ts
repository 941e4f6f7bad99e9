/**
 * What is said about duty rosters (值班表): one sentence a finding of rules/duty-roster.ts and rules/roster-check.ts.
 */
import { addDays, partsOf, weekday } from "../../lib/dates.ts";
import { spellDay } from "./replies.ts";
import type { Sentence, Values } from "./sentence.ts";

const day = (date: Values[string] | undefined): string => spellDay(String(date), weekday(String(date)));

const short = (date: string): string => {
  const { month, day: number } = partsOf(date);
  return `${month}月${number}日`;
};

/** 2026-10-03,2026-10-04,2026-10-06 → 10月3日至10月4日、10月6日. */
function runs(list: Values[string] | undefined): string {
  const found: [first: string, last: string][] = [];
  for (const date of String(list).split(",")) {
    const run = found.at(-1);
    if (run !== undefined && addDays(run[1], 1) === date) run[1] = date;
    else found.push([date, date]);
  }
  return found.map(([first, last]) => (first === last ? short(first) : `${short(first)}至${short(last)}`)).join("、");
}

/** 张局:4,李局:3 → 张局4天、李局3天. */
const counts = (list: Values[string] | undefined): string =>
  String(list)
    .split(",")
    .map((one) => `${one.replace(":", "")}天`)
    .join("、");

const span = (v: Values): string => {
  const days = String(v.list).split(",");
  return days.length === 1 ? day(days[0]) : `${partsOf(days[0] ?? "").year}年${runs(v.list)},共${v.days}天`;
};

export const dutyWording = {
  "duty.roster": (v) =>
    `${v.holiday === "" ? "" : `${v.holiday}`}值班表(草稿)排好了:${span(v)};每天一名局领导、一名科室负责人、一名普通职工。`,
  "duty.counts": (v) => `每人天数:局领导 ${counts(v.leaders)};科室负责人 ${counts(v.heads)};职工 ${counts(v.others)}。`,
  "duty.alone": (v) => `${v.roles},${v.days}天都是同样的人,轮不开;多说几个名字可以重排。`,
  "duty.days-told": (v) => `${v.holiday}放假是${v.days}天,不是${v.told}天:这里按放假安排的${v.days}天排。`,
  "duty.days-unknown": (v) =>
    `${v.year}年${v.holiday}的放假安排手头没有(还没有公布,或者不在数据里),排不准。请直接说从几月几日到几月几日,就可以排。`,
  "duty.days-unchecked": (v) => `${v.year}年${v.holiday}的放假安排手头没有,有没有漏掉哪一天没法核对。`,
  "duty.in-two-roles": (v) => `${v.name}列在两类人员里:值班小组是三个人,一人只能占一个名额。请再说一下这一类有哪些人。`,
  "duty.unknown-turn": (v) => `名单里没有${v.names},没有接着往下排,从名单第一个人排起。`,
  "duty.directory": (v) => `${v.reading}`,
  "duty.left-out": (v) => `没有排进去的:${v.posts}。要排请点名,说明算哪一类。`,
  "duty.workdays": (v) => `其中${v.workdays}天是工作日:${v.reading}`,
  "duty.filed": () => "值班表由局办公室安排,并报市委办、市政府办备案。",
  "duty.round-the-clock": (v) => `${v.hours}小时值班,带班领导坐班。`,
  "duty.at-the-office": () => "每天必须有一名熟悉机关工作的正式人员到办公室值班,作好值班记录。",
  "duty.phone": (v) => `带班领导和值班人员的通信工具${v.hours}小时开启,不得关机。`,
  "duty.complies": (v) => `符合:${span(v)},每天都有一名局领导、一名科室负责人和一名普通职工。`,
  "duty.faulty": (v) => `不符合,有${v.faults}处要改。值班小组每天要有一名局领导、一名科室负责人和一名普通职工。`,
  "duty.day-left-out": (v) => `${runs(v.list)}没有排班。`,
  "duty.lacking": (v) => `${day(v.day)}缺${v.roles}。`,
  "duty.day-twice": (v) => `${day(v.day)}排了两次。`,
  "duty.person-twice": (v) => `${day(v.day)}${v.name}一人占了两个名额,值班小组是三个人。`,
  "duty.too-many": (v) => `${day(v.day)}${v.role}有${v.names}名,条文写的是${v.each}名。`,
  "duty.unequal": (v) =>
    `${String(v.found)
      .split(",")
      .map((one) => one.split(":"))
      .map(([name, count, least]) => `${name}值${count}天,最少的只有${least}天`)
      .join(";")}。${v.reading}`,
  "duty.gap": (v) => `中间的${runs(v.list)}没有排;那几天放假的话要补上。`,
  "duty.unplaced": (v) => `没看出${v.names}算局领导、科室负责人还是职工,没有算进去。`,
  "duty.in-order": () => "有的人没有写职务,按局领导、科室负责人、普通职工的先后看的;不是这样请写明。",
} satisfies Record<string, Sentence>;
