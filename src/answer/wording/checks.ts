/**
 * Sentences of what the log itself says against a request (核对), of days of leave taken, and of who is away.
 *
 * Each says that it comes from the register (登记簿): no clause stands behind it, and nothing is forbidden by it.
 */
import { momentOf } from "../../lib/dates.ts";
import type { Check } from "../../requests/checks.ts";
import type { Away } from "../../requests/cover.ts";
import { dayOf, type Span, spanOf } from "../../requests/day-span.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import type { Period, Taken } from "../../requests/taken.ts";
import { statusName, typeName } from "./replies.ts";
import { wordsOf } from "./slots.ts";
import { spellMonth, spellValue } from "./values.ts";

const yearEnds = 4;
const monthEnds = 7;

/** 2026年11月24日. */
const spell = (date: string): string => {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
};

/** 2026年11月24日至26日: what the last day shares with the first is said once. */
export function spellDays(from: string, until: string): string {
  if (from === until) return spell(from);
  const [, month, day] = until.split("-").map(Number);
  const last =
    from.slice(0, monthEnds) === until.slice(0, monthEnds)
      ? `${day}日`
      : from.slice(0, yearEnds) === until.slice(0, yearEnds)
        ? `${month}月${day}日`
        : spell(until);
  return `${spell(from)}至${last}`;
}

/** The same of half days: 2026年11月24日下午, 2026年11月24日至26日上午. */
export function spellSpan({ from, until }: Span): string {
  const begins = from.endsWith("p") ? "下午" : "";
  const ends = until.endsWith("a") ? "上午" : "";
  const [first, last] = [dayOf(from), dayOf(until)];
  if (first === last) return `${spell(first)}${begins}${ends}`;
  return begins === "" ? `${spellDays(first, last)}${ends}` : `${spell(first)}${begins}至${spell(last)}${ends}`;
}

/** 出差审批(Q-1,审批中,2026年11月24日至26日): a leave is not told by its kind, for others read it too. */
function named(paper: OfficeRequest): string {
  const span = spanOf(paper);
  const when = span === undefined ? `${spell(momentOf(paper.filedAt).date)}提交` : spellSpan(span);
  return `${typeName[paper.type]}(${paper.id},${statusName[paper.status]},${when})`;
}

/** Whom a sentence speaks to: the requester, or somebody who decides. */
export type Reader = "requester" | "approver";
const whose: Readonly<Record<Reader, string>> = { requester: "您", approver: "申请人" };

function found(check: Check, reader: Reader): string {
  switch (check.kind) {
    case "overlap":
      return `登记簿里${whose[reader]}另有${named(check.paper)},${spellSpan(check.days)}重叠。`;
    case "duplicate":
      return `登记簿里${whose[reader]}已有一件一样的${named(check.paper)}${reader === "requester" ? ",确认不是重复再提交" : ""}。`;
    case "above-plan": {
      const { paper } = check;
      if (check.what === "days") return `所报的${spellSpan(check.days)}超出登记簿里批准的${named(paper)}。`;
      const { label } = wordsOf(check.what, paper.type);
      const [told, planned] = [check.told, check.planned].map((value) => spellValue(check.what, value) ?? value);
      return `${label}${told},多于登记簿里${named(paper)}的${planned}。`;
    }
  }
}

/** Someone away, by post. */
export interface Named extends Away {
  readonly post: string;
}

export const checkWords = {
  /** What a rule told the requester, as whoever decides reads it. */
  asRead: (sentence: string): string => sentence.replaceAll("您名下", "申请人名下"),
  found,
  filedLate: "开始的日子已过,这是补报。",
  nobodyLeft: (days: readonly string[]) =>
    `据登记簿,${days.map(spell).join("、")}本科室其他人都不在岗,${days.length > 1 ? "这几天" : "这天"}就没有人了。`,
  cover: (away: readonly Named[]) =>
    `据登记簿,这段时间本科室还有人不在岗:${away.map(({ post, from, until }) => `${post},${spellDays(from, until)}`).join(";")}。`,
  balance: (year: string, { leaveType, approved, pending }: Taken, now: number) =>
    `据登记簿,您${year}年的${leaveType}:已批${approved}天,在批${pending}天,加上这次${now}天,共${approved + pending + now}天。`,

  taken: {
    head: (period: Period, days: number) =>
      days === 0 ? `${spellPeriod(period)}登记簿里您没有请过假。` : `${spellPeriod(period)}您一共请了${days}天假:`,
    headOf: (period: Period, days: number) =>
      days === 0 ? `${spellPeriod(period)}登记簿里没有人请过假。` : `${spellPeriod(period)}各人请假天数:`,
    ofKind: (period: Period, leaveType: string, days: number) =>
      days === 0
        ? `${spellPeriod(period)}登记簿里您没有请过${leaveType}。`
        : `${spellPeriod(period)}您请了${days}天${leaveType}:`,
    columns: "| 类别 | 已批(天) | 在批(天) | 合计(天) |",
    columnsOf: "| 人员 | 类别 | 已批(天) | 在批(天) | 合计(天) |",
    total: "合计",
    foot: "据登记簿:提前销假的按实际天数,跨年跨月的按日子分开,驳回和撤回的不算。没有在这里请过的假不在内。",
    noLimit: "现有文件没有写每年可以休几天,所以算不出还剩几天,请问办公室。",
    notYours:
      "别人请假的天数不能给您看:办公室和局领导看全局的,科长(主任、秘书长)看本科室的。您自己的请说“我今年请了几天假”。",
  },
  away: {
    none: (period: Period, where: string) => `${spellDays(period.from, period.until)},登记簿里${where}没有人不在岗。`,
    head: (period: Period, where: string, people: number) =>
      `${spellDays(period.from, period.until)},${where}有${people}人不在岗:`,
    columns: "| 人员 | 不在岗 |",
    row: ({ post, from, until }: Named) => `| ${post} | ${spellDays(from, until)} |`,
    foot: "据登记簿,只列批准了的整天的请假和出差;没有在这里申请的不在内。",
    unit: "全单位",
    notYours: "名录里没有写您在哪个科室,别人在不在岗不能给您看,请问办公室。",
    notYourSection: "您只能看本科室谁不在岗,别的科室请问办公室。",
    there: (post: string, period: Period) => `${spellDays(period.from, period.until)},登记簿里${post}在岗。`,
    gone: (post: string, days: readonly Period[]) =>
      `${post}不在岗:${days.map(({ from, until }) => spellDays(from, until)).join("、")}。`,
    whom: "名录里只有职务,没有对上您说的是哪一位。",
  },
} as const;

/** 2026年, or 2026年11月. */
const spellPeriod = ({ from, until }: Period): string =>
  from.slice(0, monthEnds) === until.slice(0, monthEnds)
    ? spellMonth(from.slice(0, monthEnds))
    : `${from.slice(0, yearEnds)}年`;
