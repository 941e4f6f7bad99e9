/**
 * Sentences of ingest: progress, report, and why a file does not come in, each with what to do.
 */
import type { DamageKind } from "../../ingest/damage.ts";
import type { Likeness } from "../../ingest/likeness.ts";
import type { Ending } from "../../ingest/open-file.ts";
import type { Loss } from "../../ingest/paper.ts";
import type { RefusalCode, Refused } from "../../ingest/refusal.ts";
import type { PolicyDocument } from "../../policy/document.ts";
import type { LabelKind } from "../../policy/label.ts";

type Values = Refused["values"];

/** The front matter's word on where a text came from. */
export const cameFrom = (name: string): string => `由文件“${name}”导入`;

const kindNames = { regulation: "制度规定", opinion: "意见", speech: "讲话" } satisfies Record<
  PolicyDocument["kind"],
  string
>;

const endingNames = {
  txt: "文本",
  md: "Markdown",
  html: "网页",
  docx: "Word 文档",
  pdf: "PDF",
} satisfies Record<Ending, string>;

const contents: Readonly<Record<string, string>> = {
  pdf: "PDF(.pdf)",
  zip: "压缩包或 Word 文档(.docx)",
  ole: "旧版 Office 文档",
  rtf: "RTF 文档",
  image: "图片",
};

const needsText = "请换用能复制文字的版本,或先做文字识别(OCR),核对后存为 docx 或 txt 再收。";

export const refusals = {
  missing: () => "找不到这个文件。请核对路径和文件名。",
  folder: () => "这是文件夹。请写出要收入的文件,例如 文件夹/*.docx。",
  "not-a-file": () => "这不是普通文件。请给出文档文件的路径。",
  unreadable: ({ reason }) => `文件打不开(${reason})。请检查是否有读取权限,或是否正被别的程序占用。`,
  empty: () => "文件是空的(0 字节)。请重新导出或下载。",
  "too-large": ({ size, limit }) => `文件有 ${size} MB,超过 ${limit} MB 的上限,没有读取。请去掉图片,或拆成几份再收。`,
  "unknown-ending": ({ ending }) =>
    `不认识的文件类型(${ending || "没有扩展名"})。可收 txt、md、html、docx、pdf;其他格式请先另存为其中一种。`,
  "other-content": ({ holds = "" }) =>
    `扩展名与内容不符:内容其实是${contents[holds] ?? holds}。请改正扩展名,或另存为 docx 或 txt。`,
  "not-text": () => "里面不是文字(二进制内容或无法识别的编码)。请用 UTF-8 或 GB18030 编码重新保存。",
  "broken-docx": () => "Word 文档已损坏,打不开。请用 Word 或 WPS 打开修复,另存为 docx 再收。",
  "broken-pdf": () => "PDF 已损坏,打不开。请重新下载或重新导出。",
  locked: () => "文件有打开密码。请在原软件中去掉密码,另存一份再收。",
  "old-word": () => "这是旧版 Word 或 WPS 文档(.doc、.wps)。请用 Word 或 WPS 另存为 docx 再收。",
  "unpacks-too-large": ({ size, limit }) =>
    `文件展开后有 ${size} MB,超过 ${limit} MB 的上限,没有展开。请去掉图片,或拆成几份再收。`,
  "no-text": () => `里面没有文字。${needsText}`,
  scanned: ({ pages }) => `${pages} 页里没有可读的文字,多半是扫描件,或字体没有附带编码。${needsText}`,
  "bad-id": ({ id }) => `编号“${id}”不能用。--id 只能用小写字母、数字和连字符,例如 ziyang-2026。`,
  "one-file-only": () => "--id 和 --title 一次只能用于一个文件。请分开收入。",
  copy: ({ id, title }) =>
    `与已有的《${title}》(${id})文字相同,只有换行、标点、全角半角或繁简不同。没有写入。如果要用它代替,请加 --replace。`,
  same: ({ id, title, share, differs }) =>
    `与已有的《${title}》(${id})几乎相同:${share}% 的句子一字不差${different(differs)}。没有写入。如果是它的新版本,请加 --replace。`,
  "other-layout": ({ id, title }) =>
    `已经有编号为 ${id} 的《${title}》,文字相同,只有换行、标点、全角半角或排版不同。没有写入。如果要用这一份代替,请加 --replace(旧版会留存)。`,
  "other-version": ({ id, title, share, differs }) =>
    `已经有编号为 ${id} 的《${title}》,内容不同:${share}% 的句子一字不差${different(differs)}。没有写入。如果是它的新版本,请加 --replace(旧版会留存);如果是另一份文件,请用 --id 另取编号。`,
  "changed-meanwhile": ({ id }) =>
    `读这份文件的时候,编号为 ${id} 的文件被另一条命令改过了。没有写入。请看一下现在的内容,再收一次。`,
  "unknown-id": ({ id, known }) => `没有编号为 ${id} 的文件。现有:${known}。`,
  "last-document": ({ id, title }) => `《${title}》(${id})是最后一份文件,移出后系统无法启动。请先收入别的文件。`,
  "does-not-load": ({ place, problem }) => `这样收入会打不开${place ? `(${place})` : ""},没有写入。${loading(problem)}`,
} satisfies Record<RefusalCode, (values: Values) => string>;

const different = (words: string | undefined) => (words ? `,新文件独有的如“${words}”` : "");

/** What the library says of a document that does not load, in the operator's words. */
const loading = (problem = ""): string =>
  problem.startsWith("two clauses have this address")
    ? "有两条编号和标题都一样的条款,引用时无法区分。请在原文件中改正重复的编号,或补上标题。"
    : `原始报错:${problem}`;

const labelNames = {
  chapter: "第一章",
  part: "第一节",
  article: "第一条",
  section: "一、",
  bracket: "(一)",
  number: "1.",
  "bracket-number": "(1)",
  paren: "1)",
  annex: "附件1",
  passage: "段",
} satisfies Record<LabelKind, string>;

const damageNames = {
  bracket: "括号或引号不成对",
  unit: "金额单位残缺",
  masked: "数字被遮盖",
  mojibake: "乱码",
  gap: "编号不连续,当作正文收入",
  "repeated-number": "编号重复",
  "broken-sentence": "句子被断开",
  "long-paragraph": "段落过长,可能几条连在一起",
} satisfies Record<DamageKind, string>;

const lossSentences = {
  images: (count) => `有 ${count} 张图片没有收入,图中的文字读不到。`,
  "page-numbers": (count) => `去掉页码 ${count} 处。`,
  "running-lines": (count) => `去掉页眉页脚 ${count} 处。`,
  "written-numbers": (count) => `自动编号 ${count} 处已写成文字,请与原文核对。`,
  "placed-tables": (count) => `有 ${count} 张表格是按文字位置推断的,请与原文核对。`,
  "silent-pages": (count) => `有 ${count} 页没有可读的文字(扫描件?),没有收入。`,
  "foreign-front": () => "文件开头的元数据没有收入(只用了其中的标题)。",
} satisfies Record<Loss["kind"], (count: number) => string>;

export const sentences = {
  file: (at: number, of: number, path: string) => `[${at}/${of}] ${path}`,
  reading: (ending: Ending, bytes: number) => `  正在读取${endingNames[ending]}(${size(bytes)})……`,
  pages: (done: number, of: number) => `  已读 ${done} 页,共 ${of} 页`,
  split: (headings: number, clauses: number, tables: number) =>
    `  读到编号 ${headings} 处,条款 ${clauses} 条,表格 ${tables} 张`,
  refused: (code: RefusalCode, values: Values) => `  未收入:${refusals[code](values)}`,
  unchanged: (title: string, id: string) => `  没有变化:《${title}》(${id})已经收入,内容相同,未写入。`,
  written: (title: string, id: string) => `  已收入:《${title}》(${id})`,
  rewritten: (title: string, id: string) => `  已替换:《${title}》(${id})`,
  restart: "  正在运行的控制台要重启后才按新的文件回答",
  tried: (title: string, id: string) => `  试读完成,没有写入:《${title}》(${id})`,
  superseded: (path: string) => `  旧版留存在 ${path}`,
  notReplaced: "  没有可替换的旧版,作为新文件收入。",
  printed: (values: {
    number: string | null;
    issuer: string | null;
    issued: string | null;
    bySignature: boolean;
    effective: string | null;
  }) =>
    `  文号:${values.number ?? "没有印"};发文机关:${values.issuer ?? "没有印"};日期:${values.issued ?? "没有印"}${values.bySignature ? "(据落款)" : ""}${values.effective ? `;施行:${values.effective}` : ""}`,
  kind: (kind: PolicyDocument["kind"]) => `  类别:${kindNames[kind]}`,
  kindByWord: (kind: PolicyDocument["kind"], word: string) =>
    `  类别:${kindNames[kind]}(据标题中的“${word}”推断;不对请用 --kind 指定)`,
  kindByDefault: (kind: PolicyDocument["kind"]) =>
    `  类别:${kindNames[kind]}(标题看不出,暂按此收入;不对请用 --kind 指定)`,
  unit: (unit: string) => `  适用单位:${unit}`,
  unitByDefault: (unit: string) => `  适用单位:${unit}(未指定,不归任何单位;属于某个单位的,请用 --unit 指定)`,
  levels: (labels: readonly { kind: LabelKind; count: number }[]) =>
    labels.length === 0
      ? "  标题:没有找到编号,全文作为一条收入"
      : `  标题:${labels.map(({ kind, count }) => `${labelNames[kind]} ${count} 处`).join(",")}`,
  amounts: (clauses: number, tables: number, rows: number, characters: number) =>
    `  条款 ${clauses} 条;表格 ${tables} 张${tables > 0 ? `(${rows} 行)` : ""};${characters} 字`,
  damage: (count: number) => (count === 0 ? "  没有发现疑似损坏" : `  疑似损坏 ${count} 处,请与原文核对:`),
  damaged: (kind: DamageKind, address: string, words: string) =>
    `    - ${address ? `${address}:` : ""}${damageNames[kind]} “${words}”`,
  moreDamage: (count: number) => `    - 其余 ${count} 处从略`,
  moved: (count: number) =>
    `  出处已变,待核:有 ${count} 处引用的原文,新版里没有;引用它的规则、流程和例问先不作答,直到改好引用:`,
  movedAt: (where: string, quote: string) => `    - ${where}:“${quote}”`,
  moreMoved: (count: number) => `    - 其余 ${count} 处见 npm run -s check`,
  loss: ({ kind, count }: Loss) => `  ${lossSentences[kind](count)}`,
  likely: (like: Likeness) =>
    `  ${likelySentences[like.kind](`《${like.document.title}》(${like.document.id})`, like)}`,
  moreLikely: (count: number) => `  另有 ${count} 份相近文件从略`,
  removed: (title: string, id: string) => `已移出:《${title}》(${id})`,
  triedRemoval: (title: string, id: string) => `试算完成,没有移出:《${title}》(${id})`,
  removedTo: (path: string) => `  原文留存在 ${path};旧引文仍可打开,标明已移出。要恢复,把留存的文件再收一次`,
  notRemoved: (code: RefusalCode, values: Values) => `未移出:${refusals[code](values)}`,
  movedByRemoval: (count: number) =>
    `  出处已变,待核:有 ${count} 处引用这份文件;引用它的规则、流程和例问先不作答,直到改好引用:`,
  movesNothing: "  没有规则、流程、打印件或例问引用它",
  summary: ({ written, unchanged, refused, dryRun }: Counts) =>
    `共 ${written + unchanged + refused} 个文件:${dryRun ? "可收入" : "收入"} ${written} 个,没有变化 ${unchanged} 个,未收入 ${refused} 个。`,
  leftOut: (path: string) => `  未收入:${path}`,
  moreLeftOut: (count: number) => `  其余 ${count} 个见上文`,
};

interface Counts {
  readonly written: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly dryRun: boolean;
}

const likelySentences = {
  copy: (name) => `文字相同的文件:${name},只有换行、标点、全角半角或繁简不同。`,
  version: (name, { ofLonger, document: { id } }) =>
    `像是同一文件的另一版本:${name},${percent(ofLonger)} 的句子相同;如是新版本,请用 --id ${id} --replace`,
  extract: (name, { ofOwn }) => `像是摘录:本文件 ${percent(ofOwn)} 的句子都在${name}中`,
  whole: (name, { ofOther }) => `像是全文:${name} ${percent(ofOther)} 的句子都在本文件中,可能是它的摘录`,
  part: (name, { ofOwn, ofOther }) =>
    `相近文件:${name},相同的句子占本文件的 ${percent(ofOwn)},占它的 ${percent(ofOther)}`,
  title: (name) => `同名文件:${name},内容不同;如是新版本,请用 --id 和 --replace`,
} satisfies Record<Likeness["kind"], (name: string, like: Likeness) => string>;

const percent = (share: number) => `${Math.floor(share * 100)}%`;
const size = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
