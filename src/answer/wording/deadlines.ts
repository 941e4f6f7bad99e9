/**
 * What is said of deadlines (限期): one sentence a finding of rules/deadlines.ts, and the one-line reminder.
 */

import { assertNever } from "../../errors.ts";
import type { Cycle } from "../../policy/deadlines.ts";
import { monthName, type Sentence, spellDate, type Values } from "./sentence.ts";

export const cycleName: Readonly<Record<string, string>> = {
  week: "每周",
  month: "每月",
  "two-months": "每两个月",
  quarter: "每季度",
  year: "每年",
} satisfies Record<Cycle, string>;

export const left = (days: Values[string] | undefined) =>
  Number(days) === 0 ? "就是今天" : Number(days) < 0 ? "正在这几天" : `还有${days}天`;
/** 2026年12月11日至12月20日. */
export const within = (first: Values[string] | undefined, last: Values[string] | undefined) =>
  `${spellDate(first)}至${spellDate(last).replace(/^.*年/u, "")}`;

export const deadlinesWording = {
  "deadlines.head": (v) => `文件写明定期要交、要办的有${v.count}件,近的在前:`,
  "deadlines.none": () => "现有文件没有写明定期要交、要办的事。",
  "deadlines.dated": (v) => `${v.nth}. **${spellDate(v.by)}前**:${v.who}${v.what},${left(v.left)}。`,
  "deadlines.within": (v) => `${v.nth}. **${within(v.first, v.last)}**:${v.who}${v.what},${left(v.left)}。`,
  "deadlines.in-month": (v) =>
    `${v.nth}. **${spellDate(v.last).replace(/月.*$/u, "月")}**:${v.who}${v.what},未写明具体日期。`,
  "deadlines.undated": (v) =>
    `${v.nth}. **${cycleName[String(v.every)]}${v.loosely}**:${v.who}${v.what},未写明具体日期。`,
  "deadlines.owed": (v) =>
    `${v.nth}. **${monthName(v.month)}**:${v.who}${v.what}不少于${v.least}条,按登记簿已登记${v.done}条,${
      v.owed === 0 ? "够了" : `还差${v.owed}条`
    };未写明具体日期。`,
  "deadlines.reading": (v) => `${v.reading}`,
} satisfies Record<string, Sentence>;

export type Pressing =
  | { readonly kind: "owed"; readonly what: string; readonly month: string; readonly owed: number }
  | { readonly kind: "by"; readonly what: string; readonly by: string; readonly left: number }
  | {
      readonly kind: "within";
      readonly what: string;
      readonly first: string;
      readonly last: string;
      readonly left: number;
    };

/** One line beside a greeting. */
export const reminder = (dues: readonly Pressing[]): string => `提醒:${dues.map(pressing).join(";")}。`;

function pressing(due: Pressing): string {
  switch (due.kind) {
    case "owed":
      return `${monthName(due.month)}${due.what}还差${due.owed}条`;
    case "by":
      return `${spellDate(due.by)}前${due.what},${left(due.left)}`;
    case "within":
      return `${within(due.first, due.last)}${due.what},${left(due.left)}`;
    default:
      return assertNever(due);
  }
}
