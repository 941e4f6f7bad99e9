/**
 * Words of the exports (导出): titles, columns and notes of the sheets, and what the chat says of them.
 *
 * They stand as they are written into the file: no reply's typesetting passes over them.
 */
import type { ApprovalStep } from "../../requests/request.ts";
import { spellMonth } from "./values.ts";

const yearOnly = 4;
export const spellPeriod = (period: string): string =>
  period.length === yearOnly ? `${period}年` : spellMonth(period);

export const exportWords = {
  aboutTab: "说明",
  about: { title: "表名", made: "导出时间", rows: "行数", head: "登记簿链头", notes: "说明" },
  rows: (count: number) => `${count}行`,
  head: (seq: number, hash: string) => `第${seq}条 ${hash}`,
  notInLog: "登记簿无此项",
  allUnits: "全部单位",
  scope: "范围",
  sectionOf: (unit: string, section: string) => `${unit}${section}`,
  own: (post: string) => `${post}本人`,

  ledger: {
    title: (whose: string) => `${whose}申请台账`,
    tab: "申请台账",
    columns: {
      id: "编号",
      type: "类型",
      requester: "申请人",
      section: "科室",
      unit: "单位",
      start: "开始",
      end: "结束",
      days: "天数",
      matter: "事项",
      amount: "金额（元）",
      status: "状态",
      chain: "审批经过",
      filed: "提交时间",
      basis: "依据",
      changes: "变更",
    },
    filters: {
      span: { filed: "提交日期", days: "事项日期" },
      type: "类型",
      status: "状态",
      unit: "单位",
      person: "申请人",
      section: "科室",
    },
    any: "不限",
    spanOf: (from: string | undefined, to: string | undefined) => `${from ?? "最早"} 至 ${to ?? "最近"}`,
    returned: "退回修改",
    step: {
      approved: "同意",
      rejected: "驳回",
      skipped: "跳过",
      pending: "待审批",
    } satisfies Record<ApprovalStep["status"], string>,
    returnedBy: "退回",
    field: (label: string, value: string) => `${label}：${value}`,
    fieldGap: "；",
    gap: "，",
    inStead: (by: string, inPlaceOf: string) => `${by} 代 ${inPlaceOf}`,
    noBasis: "无",
    amends: (id: string) => `变更自 ${id}`,
    amendedBy: (id: string) => `已由 ${id} 代替`,
    closed: (end: string) => `${end} 出差结束`,
    notes: {
      own: "只有本人的申请。",
      section: "本科室的申请。请假、销假、重大事项的事由和类别只给本人和办公室，别人的这里不列。",
      unit: "全单位的申请，含事由，不要外传。",
      all: "登记簿里的全部申请，含事由，不要外传。",
      days: "天数按整张单子算，跨期的不拆开。",
    },
  },

  record: {
    title: (whose: string, period: string) => `${whose}${spellPeriod(period)}请、销假备案表`,
    tab: "请销假备案",
    columns: {
      at: "序号",
      who: "人员",
      section: "科室",
      kind: "类别",
      start: "开始",
      end: "结束",
      days: "天数",
      status: "状态",
      back: "销假",
    },
    period: "时段",
  },

  reception: {
    title: (whose: string, year: string) => `${whose}${year}年度公务接待情况统计表`,
    tab: "接待公开",
    columns: {
      unit: "单位",
      year: "年度",
      category: "接待项目",
      plans: "方案批次",
      plannedGuests: "方案人数",
      planned: "方案金额（元）",
      lists: "实际批次",
      guests: "实际人数",
      hosts: "陪同人数",
      spent: "清单金额（元）",
      claimed: "已批报销（元）",
      venue: "接待场所",
      budget: "经费预算",
      accounts: "经费决算",
    },
    year: "年度",
    category: (category: string | undefined) => (category === undefined ? "类别未写明" : `${category}接待`),
    total: "合计",
    counted: "只计已批准的：方案数接待方案，实际数接待清单，报销数接待费报销单。客人的单位、姓名不列，只列类别和人数。",
    partly: (column: string, known: number, all: number) => `${column}：${all}批中有${known}批登记了数，只合计这些。`,
    open: (count: number) => `另有${count}件这一年的接待方案、清单或报销还在审批，没有计入。`,
    gaps: "接待场所、经费预算和决算登记簿里没有，由财务按账补填。",
    basis: {
      bound: (source: string) => `公开的依据：${source}。`,
      guided: (source: string) =>
        `公开的格式参照其他单位的文件：${source}。本单位的文件没有写按年度公开接待情况这一项。`,
      list: (source: string) => `清单的依据：${source}。`,
    },
  },

  quoted: (title: string, clause: string, quote: string) => `《${title}》${clause}“${quote}”`,

  chat: {
    ledger: (whose: string, count: number) =>
      count === 0
        ? `登记簿里还没有${whose}的申请,没有可以导出的台账。`
        : `${whose}的申请台账可以导出,现在有${count}件。`,
    record: (period: string, whose: string, count: number) =>
      `${whose}${spellPeriod(period)}请、销假备案表可以导出,共${count}件。`,
    reception: (year: string, whose: string) =>
      `${whose}${year}年度公务接待情况统计表可以导出:批次、人数、金额按已批准的单子统计,登记簿里没有的(场所、预决算)会写明。`,
    where: (command: string) =>
      `在控制台打开[导出](/exports)下载 XLSX 或 CSV;管理员也可以在终端用 \`npm run -s log -- ${command}\`。`,
    command: {
      ledger: "export 台账.xlsx",
      record: (period: string) => `export-record ${period} 备案.xlsx`,
      reception: (year: string) => `export-reception ${year} 接待.xlsx`,
    },
    receptionNotYours: "接待公开表由办公室汇总,不能给您导出。您自己的接待方案、清单请说“导出台账”。",
    otherUnits: "本单位的文件没有写按年度公开接待情况这一项,下面是其他单位的文件,仅供参照:",
    mine: "您自己",
    ofUnit: "全单位",
  },
} as const;
