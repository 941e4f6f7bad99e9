/**
 * What is said about party group meetings and the study score (党组会、民主生活会、中心组学习):
 * one sentence a finding of rules/meetings.ts and rules/study.ts.
 */
import { type Sentence, spellDate } from "./sentence.ts";

export const meetingsWording = {
  "quorum.shares": (v) =>
    v.appointments
      ? "讨论决定人事任免,必须有三分之二以上党组成员到会;一般议题半数以上到会就可以开会。"
      : "党组会要有半数以上党组成员到会才能开;讨论决定人事任免,必须有三分之二以上党组成员到会。",
  "quorum.needs": (v) =>
    v.appointments
      ? `${v.members}名党组成员,讨论决定人事任免至少${v.twoThirds}人到会(三分之二以上);只是开会,至少${v.half}人(半数以上)。`
      : `${v.members}名党组成员,至少${v.half}人到会才能开会(半数以上);讨论决定人事任免至少${v.twoThirds}人(三分之二以上)。`,
  "quorum.open": (v) => `可以开会:${v.members}名党组成员,至少${v.half}人到会,已到${v.present}人,够半数以上。`,
  "quorum.not-open": (v) => `不能开会:${v.members}名党组成员,至少${v.half}人到会,只到${v.present}人,不够半数以上。`,
  "quorum.exactly-half": (v) => `${v.members}名党组成员到会${v.present}人,正好一半:${v.reading}稳妥起见,再请一位到会。`,
  "quorum.votes": (v) => `${v.reading}`,
  "quorum.half-even": (v) => `${v.reading}`,
  "quorum.appointments-allowed": (v) =>
    `讨论决定人事任免可以:至少${v.twoThirds}人到会(三分之二以上),已到${v.present}人,够了。`,
  "quorum.appointments-barred": (v) =>
    `不能讨论决定人事任免:至少${v.twoThirds}人到会(三分之二以上),只到${v.present}人,还差${v.short}人。`,
  "quorum.more-than-members": (v) =>
    `到会${v.present}人比党组成员${v.members}人还多,请核对一下人数(列席的不算党组成员)。`,
  "life-meeting.record-due": (v) =>
    `最晚${spellDate(v.deadline)}报出:民主生活会${spellDate(v.heldOn)}召开,记录要在会后${v.days}天内由办公室整理、参会人员审阅、党组书记审定,再报市委组织部、市纪委及有关部门。`,
  "life-meeting.counting": (v) => `${v.reading}`,
  "meeting-times.due": (v) =>
    `${v.gathering}${spanOf(Number(v.months))}${v.due}次${v.sums === "" ? "" : `,合计${v.sums}`}(${asWritten(String(v.gathering))}${cycleOf(Number(v.every))}${v.value}次)。`,
  "meeting-times.enough": (v) => `够了:${spanOf(Number(v.months))}应有${v.due}次,已有${v.held}次。`,
  "meeting-times.short": (v) => `不够:${spanOf(Number(v.months))}应有${v.due}次,只有${v.held}次,还差${v.short}次。`,
  "study.scale": (v) => `中心组学习考核按百分制:${v.maximum};公开发表一篇文章另奖${v.bonus}分。`,
  "study.total": (v) => `合计${v.total}分:${v.formula} = ${v.total}。`,
  "study.parts-absent": (v) => `这里没有算进:${v.absent},您没有说到。`,
  "study.several-published": (v) => `${v.reading}`,
  "study.too-many": (v) => `${v.label}满分只有${v.most}分,不能是${v.points}分,请核对一下。`,
} satisfies Record<string, Sentence>;

/** 一年, 半年, 一个季度, else so many months. */
const spanOf = (months: number): string => ({ 3: "一个季度", 6: "半年", 12: "一年" })[months] ?? `${months}个月`;

/** What one round of it is called: 每月, 每两个月, 每季度, 每年. */
const cycleOf = (months: number): string =>
  ({ 1: "每月", 2: "每两个月", 3: "每季度", 12: "每年" })[months] ?? `每${months}个月`;

/** How strictly the document puts it: 一般, 原则上. */
const asWritten = (gathering: string): string => ({ 党组会: "一般", 局长办公会: "原则上" })[gathering] ?? "";
