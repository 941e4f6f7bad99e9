/**
 * Labels of the console: what its pages say around replies, requests and documents.
 *
 * Takes    nothing. Returns Chinese words and sentences about the console itself.
 */
import { tooLong } from "../labels.ts";

export const guardLabels = {
  host: "知策控制台只在本机开放，请用 http://127.0.0.1 或 http://localhost 打开。",
  peer: "知策控制台只在本机开放，不接受其他机器或代理转来的请求。",
  origin: "这个请求来自别的网站，已拒绝。请在控制台页面里操作。",
} as const;

export const problemLabels = {
  tooLong,
  tooLarge: "发送的内容太大，一次最多 200 KB。请分几次说，或只写要点。",
  badForm: "没有看懂这次提交。请刷新页面再试。",
  noPage: "没有这个页面。",
  noRequest: "没有这件申请，或者它没有打印件。",
  noDocument: "没有这份文件。",
  unkept: "(带密级标志的内容，未保留)",
  broken: "系统出错了，请稍后再试。",
} as const;

/** A version that is in force no more: never shown without this. */
export const formerLabels = {
  replaced: (on: string, title: string, issued: string | null) => ({
    mark: "旧版",
    since: `${on} 起由《${title}》${issued === null ? "" : `（${issued}）`}替换，不再适用，仅供查阅当时的引文。`,
  }),
  removed: (on: string) => ({ mark: "已移出", since: `${on} 起移出文件库，不再适用，仅供查阅当时的引文。` }),
  present: "看现行文本",
} as const;

export const lostLabels = {
  clause: "这份文件里没有找到这一条，以下是全文。",
  words: "当时引用的原话，留存的文本里都没有找到，所以没有标出条款。以下是全文。",
} as const;

/** What a newcomer may press; each is sent as if it had been typed. */
export const suggestions = [
  "请两天事假，要经过谁批准？",
  "去成都出差三天，伙食补助一共多少？",
  "商务接待来了 8 位客商，可以几个人陪？",
  "我要请假",
  "待我审批的",
] as const;

export const documentKinds = { regulation: "制度", opinion: "意见", speech: "讲话" } as const;

/** Over a paper, on the screen alone. */
export const paperLabels = {
  back: "回到申请",
  word: "下载 Word 文件",
  how: "打印：Ctrl+P（Mac：⌘P），纸张选 A4。演示模式，勿用于真实审批。",
} as const;

/** The page of exports. What a sheet holds is worded with the sheet. */
export const exportLabels = {
  title: "导出",
  link: "导出台账",
  by: "按",
  from: "从",
  to: "到",
  month: "月份",
  year: "年度",
  scope: {
    all: "全部申请。",
    unit: "全单位的申请，含事由，不要外传。",
    section: "本科室的申请；台账里别人请假的事由和类别不列，备案表列类别。",
    own: "您自己的申请。",
  },
  noSheet: "没有这种导出表。",
  broken: "登记簿与流水对不上，没有导出。请管理员先核验登记簿。",
  badFilter: "没有看懂筛选条件：日期写成 2026-11-23，月份写成 2026-11，结束不能早于开始。",
  refused: {
    "not-yours": "这张表由办公室（备案表还有科长）汇总，不能给您导出。您自己的申请可以导出台账。",
    "not-kept": "您所在单位的文件没有写请、销假备案这一项，没有备案表可以导出。",
  },
} as const;

export const noticeLabels = {
  head: "通知",
  card: "查看",
  before: (count: number) => `以前通知过、现在还有效的 ${count} 条`,
} as const;

export const requestsLabels = {
  agreeToAll: "全部同意",
} as const;
