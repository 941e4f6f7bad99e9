/**
 * Labels of the channels: what they say by themselves, apart from every reply.
 *
 * Takes    nothing. Returns Chinese sentences and words.
 * Leaves   all that answers a person to answer/wording: these speak about the channel, never about a rule.
 */
import type { Reply } from "../assistant.ts";
import { assertNever } from "../errors.ts";
import { longestText } from "./incoming.ts";

export const tooLong = `这条消息太长，一次最多 ${longestText} 个字。请分几次说，或只写要点。`;

export const lineProblems = {
  "too-long": "这一行太长，没有读取。一行一个 JSON 对象，不要超过 256 KB。",
  "not-utf8": "这一行不是 UTF-8 编码的文字。请用 UTF-8 编码。",
  "not-json": '这一行不是 JSON 对象。一行一个对象，例如 {"id":"1","text":"请两天事假要谁批"}。',
} as const;

export const wrongShape = (fields: string) => `这个对象的字段不对：${fields}。请对照约定改正。`;
export const unknownSpeaker = (id: string, known: readonly string[]) =>
  `没有“${id}”这个人员编号。可以用：${known.join("、")}。`;

/** A short word over a reply, so that its nature is seen before it is read; an answer from the register rests on no document. */
export const kindLabel = ({ kind, citations }: Pick<Reply, "kind" | "citations">): string =>
  kind === "answer" && citations.length === 0 ? "答复" : kindLabels[kind];

const kindLabels = {
  answer: "依据文件",
  calculation: "测算",
  question: "请补充",
  confirm: "待您确认",
  filed: "已提交",
  status: "办理情况",
  approval: "审批",
  cancelled: "已取消",
  abstain: "文件没有规定",
  refuse: "不能办理",
  help: "使用说明",
  smalltalk: "知策",
  error: "出错了",
} satisfies Record<Reply["kind"], string>;

export const terminal = {
  greeting: "知策 · 演示模式。输入问题，/as 人员编号 切换身份，/帮助 看说明，/退出 离开。",
  commands: "命令：/as 人员编号（例如 /as fuju） · /帮助 · /退出",
  farewell: "再见。",
  unknownCommand: (command: string) => `没有 ${command} 这个命令。`,
  speaking: (post: string) => `现在的身份：${post}`,
  speakers: "可用的身份：",
  notice: "【通知】",
  buttons: (labels: readonly string[]) => `可以输入：${labels.join(" / ")}`,
  consoleAt: (url: string) => `知策控制台：${url}（演示模式，Ctrl-C 结束）`,
  slackNotBuilt: "环境里配置了 Slack，但这一版还没有接入 Slack，只开了网页控制台。",
  indexTrouble: (what: string) => `检索索引的存盘有问题，不影响回答：${what}`,
  typeQuestion: "请输入问题，最后按 Ctrl-D：",
} as const;

/** What `log verify` found. */
export type LogVerdict =
  | { readonly kind: "whole"; readonly events: number; readonly head: string }
  | { readonly kind: "broken"; readonly seq: number; readonly problem: keyof typeof logProblems };

const logProblems = {
  hash: "内容与它的校验值不符，这一行或前面一行被改动过",
  gap: "前面缺了行",
  unreadable: "这一行读不出来",
  forbidden: "这一步与同一人的其他申请抵触，本来办不成",
  projection: "汇总表与流水不一致",
} as const;

export function logVerdict(verdict: LogVerdict): string {
  if (verdict.kind === "whole") return `登记簿完整：共 ${verdict.events} 条，链头 ${verdict.head}。`;
  const cure =
    verdict.problem === "projection"
      ? "流水本身完整，先留一份备查，再用 log rebuild 重建汇总表。"
      : "请保留原件，从备份恢复。";
  return `登记簿有问题：第 ${verdict.seq} 行，${logProblems[verdict.problem]}。${cure}`;
}

/** What became of `log backup`, `log restore` and `log copy`. */
export type LogCopy =
  | { readonly kind: "copied"; readonly events: number; readonly head: string }
  | { readonly kind: "not-empty" }
  | Extract<LogVerdict, { kind: "broken" }>;

export function logCopy(copied: LogCopy): string {
  switch (copied.kind) {
    case "copied":
      return `已复制，两边核验一致：共 ${copied.events} 条，链头 ${copied.head}。`;
    case "not-empty":
      return "目标里已经有内容，没有写入。请换一个空的地方。";
    case "broken":
      return `没有复制。${logVerdict(copied)}`;
    default:
      return assertNever(copied);
  }
}

/** What became of `log rebuild`. */
export const logRebuilt = (
  rebuilt: { kind: "rebuilt"; requests: number } | Extract<LogVerdict, { kind: "broken" }>,
): string =>
  rebuilt.kind === "rebuilt"
    ? `汇总表已按流水重建，共 ${rebuilt.requests} 件申请。`
    : `没有重建。${logVerdict(rebuilt)}`;

/** What `paper` says of a request it cannot print, and of a file it has written. */
export const noPaper = (id: string): string =>
  `没有编号为 ${id} 的申请，或者这类申请没有打印件。用 npm run -s log 看登记簿里有哪些。`;
export const paperWritten = (file: string): string => `已写入 ${file}`;
export const paperNotWritten = (file: string, why: string): string => `写不了 ${file}：${why}`;

/** What `log export` says of a file it has written, and of a sheet that the documents know nothing of. */
export const exportWritten = (file: string, rows: number, { seq, hash }: { seq: number; hash: string }): string =>
  `已写入 ${file}，${rows} 行；登记簿到第 ${seq} 条，链头 ${hash}。`;
export const exportBroken = (seq: number): string =>
  `登记簿第 ${seq} 条起与流水对不上，没有导出。请先用 log verify 核验。`;
export const exportNotKept = "这个单位的文件没有写请、销假备案这一项，没有可以导出的备案表。";

/** What `check` says of a place that cites words its document holds no more. */
export const movedPlace = ({
  where,
  doc,
  clause,
  quote,
}: Readonly<Record<"where" | "doc" | "clause" | "quote", string>>): string =>
  `${where}: 出处已变,待核: ${doc} ${clause} ${quote}`;
