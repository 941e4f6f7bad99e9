/**
 * Labels of requests: the Chinese words for types, statuses, fields and values, for channels that draw cards.
 *
 * Takes    a request as a reply or the store gives it. Returns label and value pairs in the order of its fields.
 * Leaves   sentences about a request to answer/wording. A field nobody labelled shows its own name: nothing is hidden.
 */
import type { Reply } from "../assistant.ts";

export type OfficeRequest = NonNullable<Reply["request"]>;

export const typeLabels = {
  leave: "请假",
  travel: "出差",
  reception: "接待",
  liquor: "接待用酒",
  vehicle: "租车",
  reimbursement: "报销",
  seal: "用印",
} satisfies Record<OfficeRequest["type"], string>;

export const statusLabels = {
  draft: "草稿",
  submitted: "审批中",
  approved: "已批准",
  rejected: "已驳回",
  withdrawn: "已撤回",
  cancelled: "已取消",
} satisfies Record<OfficeRequest["status"], string>;

export const stepLabels = {
  pending: "待审批",
  approved: "已同意",
  rejected: "已驳回",
  skipped: "已跳过",
} satisfies Record<OfficeRequest["approvals"][number]["status"], string>;

const fieldLabels: Readonly<Record<string, string>> = {
  leaveType: "假别",
  start: "开始",
  end: "结束",
  startHalf: "开始于",
  endHalf: "结束于",
  days: "天数",
  nights: "住宿晚数",
  reason: "事由",
  destination: "目的地",
  purpose: "事由",
  transport: "交通工具",
  unitCar: "单位提供交通工具",
  people: "人数",
  overnight: "住宿",
  allCountyRank: "全部为副县级及以上",
  tuodongMeals: "沱东误餐次数",
  taxiPaid: "出租车费(元)",
  category: "接待类别",
  guests: "来宾人数",
  hosts: "陪同人数",
  guestsFrom: "来宾单位",
  letter: "有公函(来函)",
  contactRecord: "有电话记录或邮件",
  attending: "出席领导",
  alcohol: "用酒",
  meals: "用餐次数",
  mealTime: "用餐时段",
  perHead: "人均(元)",
  amount: "金额(元)",
  menu: "菜单",
  outsideCity: "在市外",
  item: "物品或事项",
  copies: "份数",
  claim: "报销类别",
  vehicleUse: "用车事项",
  noPublicTransport: "公共交通未覆盖",
  crossRegion: "跨地区",
  emergency: "应急",
  longTerm: "长期租用",
  withinStandard: "不超标准",
  retainedCarBusy: "保留车辆不够用",
};

const valueLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  startHalf: { am: "上午", pm: "下午" },
  endHalf: { am: "上午", pm: "下午" },
  attending: { "city-leader": "有市领导", "county-or-below": "县级及以下", between: "两者之间" },
};

export interface LabelledField {
  readonly label: string;
  readonly value: string;
}

export function labelledFields(fields: OfficeRequest["fields"]): readonly LabelledField[] {
  return Object.entries(fields).map(([name, value]) => ({
    label: fieldLabels[name] ?? name,
    value: typeof value === "boolean" ? (value ? "是" : "否") : (valueLabels[name]?.[String(value)] ?? String(value)),
  }));
}
