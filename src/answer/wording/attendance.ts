/**
 * What is said about coming late and staying away (考勤): one sentence a finding of rules/attendance.ts.
 */
import type { Sentence, Values } from "./sentence.ts";

const names = { late: "迟到", early: "早退", either: "迟到或早退" } as const;
const acts = { late: "上班晚到", early: "下班提前", either: "晚到或早走" } as const;
const key = ({ lateness }: Values) => (lateness === "late" || lateness === "early" ? lateness : "either");

export const attendanceWording = {
  "attendance.not-late": (v) => `不算${names[key(v)]}:${acts[key(v)]}${v.minutes}分钟,不到${v.limit}分钟。`,
  "attendance.late": (v) =>
    `算${names[key(v)]}:${acts[key(v)]}${v.minutes}分钟,超过了${v.limit}分钟;不到${v.hours}小时,不按旷工半天处理。`,
  "attendance.edge-late": (v) => `正好${v.minutes}分钟:${v.reading}`,
  "attendance.half-day": (v) => `按旷工半天处理:${acts[key(v)]}${v.minutes}分钟,超过了${v.hours}小时。`,
  "attendance.edge-half-day": (v) => `${acts[key(v)]}正好${v.minutes}分钟,已经超过${v.limit}分钟;${v.reading}`,
  "attendance.absent": () =>
    "按旷工论:不请假不到岗、未经批准擅自离岗、超假不续假都算,并按《公务员法》和国家机关工作人员行为规范的有关规定处理。",
  "attendance.dealt-with": () => "旷工按《公务员法》和国家机关工作人员行为规范的有关规定处理。",
  "attendance.no-fine": (v) => `${v.reading}`,
} satisfies Record<string, Sentence>;
