/**
 * How the values of a slot are written on a card: 是/否, 上午/下午, the grade's name.
 */
import type { Grade, SlotName } from "../../rules/slots.ts";

export const gradeName = {
  staff: "科室人员",
  "deputy-section": "局中层副职",
  "section-head": "局中层正职",
  leader: "局领导班子成员",
  "bureau-head": "局长",
  driver: "驾驶员",
  "branch-staff": "分局工作人员",
  "branch-head": "分局局长",
  "department-rank": "厅级干部",
  "liaison-staff": "驻外办事机构工作人员",
  "liaison-director": "驻外办事机构主任",
} satisfies Record<Grade, string>;

const words: Readonly<Record<string, string>> = {
  am: "上午",
  pm: "下午",
  "city-leader": "有市领导出席",
  "county-or-below": "县级及以下人员出席",
  between: "市领导以下、县级以上人员出席",
  none: "没有找到已批准的",
  ...gradeName,
};

const units: Partial<Record<SlotName, string>> = {
  days: "天",
  daysOff: "天",
  nights: "晚",
  people: "人",
  guests: "人",
  hosts: "人",
  amount: "元",
  perHead: "元",
  taxiPaid: "元",
  meals: "餐",
  tuodongMeals: "餐",
  copies: "份",
  reported: "条",
};

const fromWan = 100_000;
const yuanPerWan = 10_000;

/** 2026-11 → 2026年11月. */
export const spellMonth = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

/** The value in words, or undefined for free text, which the caller makes plain. */
export function spellValue(slot: SlotName, value: string | number | boolean): string | undefined {
  if (typeof value === "boolean") return value ? "是" : "否";
  // 5000000元: zeros are miscounted.
  if (slot === "amount" && typeof value === "number" && value >= fromWan)
    return `${value}元(${value / yuanPerWan}万元)`;
  if (typeof value === "number") return `${value}${units[slot] ?? ""}`;
  if (slot === "month") return spellMonth(value);
  return words[value];
}
