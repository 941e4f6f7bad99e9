/**
 * What a document says about itself above and below its text: title, number (文号), issuer, dates.
 *
 * Takes    the paragraphs in order. Returns what is printed there; undefined or null for what is not.
 * Leaves   ids and kinds to identity.ts.
 * Why      only lines that say little else count: 文号 and dates inside a sentence belong to the documents it cites.
 */
import type { IsoDate } from "../lib/dates.ts";
import { readLabel } from "../policy/label.ts";
import { dateAlone, dateIn } from "./dates-read.ts";

export interface Head {
  readonly title: string | undefined;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issued: IsoDate | null;
  /** Where the date stands. */
  readonly datedBy: "head" | "signature" | null;
  readonly effective: IsoDate | null;
  /** How many paragraphs stand above the text. */
  readonly length: number;
  /** The paragraphs of the signature below it, from the first to the date. */
  readonly signature: { readonly from: number; readonly to: number } | undefined;
}

const LONGEST_HEAD = 20;
const NAMED =
  /(?:办法|制度|规定|規定|意见|意見|通知|细则|方案|讲话|讲话材料|发言|致辞|决定|决议|条例|规程|规则|章程|纪要|公告|通告|批复|准则|守则|标准|规范|要点|指南|预案|流程)(?:[(\uff08][^()\uff08\uff09]{1,12}[)\uff09])?[》”]?(?:的通知)?$/u;
const NO_TITLE =
  /^(?:当前位置|首页|发布|發布|来源|时间|作者|编辑|浏览|字体|打印|目录|目次|附件|密级|签发|特急|急件|索引|标题|https?:|www\.)|文件$|[。;\uff1b!\uff01?\uff1f:\uff1a]|^[\d\s\-—./]+$/u;
const NUMBER =
  /[\p{Script=Han}]{1,12}[〔[\uff3b(\uff08【]\s*(?:19|20)\d{2}\s*[〕\]\uff3d)\uff09】]\s*第?\s*\d{1,4}\s*[号號]/u;
/** Blanks that spread a Chinese title over its line. */
const BESIDE_HAN = /(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu;
const LONGEST_BESIDE_NUMBER = 14;
const DATED = /(?:成文|印发|发布|發布|签发|公布|生成|颁布)(?:日期|时间|時間)/u;
const ISSUED_BY =
  /(?:发布机构|发文机关|发布单位|发文单位|印发机关|發布單位)[】\]]?\s*[:\uff1a]?\s*([\p{Script=Han}、]{3,30})/u;
const OFFICE = /^[\p{Script=Han}、\s]{2,30}(?:府|厅|局|委|会|办|室|处|院|部|司|中心|公司|站|组|署)$/u;
const EFFECTIVE = /自([^。;\uff1b,\uff0c]{8,14}日)起(?:正式)?(?:施行|执行|实施|生效)/gu;

/** Reads head and signature. */
export function readHead(paragraphs: readonly string[]): Head {
  const textAt = paragraphs.findIndex((line) => isText(line));
  const length = textAt < 0 ? Math.min(paragraphs.length, LONGEST_HEAD) : textAt;
  // An encyclopedia puts a summary above the title: what is printed is sought up to the first label.
  const head = paragraphs.slice(0, LONGEST_HEAD).slice(0, labelAt(paragraphs));
  const signature = signatureOf(paragraphs, length);
  const printed = head.find((line) => DATED.test(line) && dateIn(line)) ?? head.find((line) => dateAlone(line));
  const signed = signature && dateAlone(paragraphs[signature.to] ?? "");
  const datedBy = printed !== undefined ? "head" : signed !== undefined ? "signature" : null;
  return {
    title: titleOf(head),
    number: head.map(numberOf).find((number) => number !== undefined) ?? null,
    issuer: issuerOf(head, signature && paragraphs[signature.from]),
    issued: (printed === undefined ? signed : dateIn(printed)) ?? null,
    datedBy,
    effective: effectiveOf(paragraphs),
    length,
    signature,
  };
}

/** The text begins with a label, or with a line that is plainly a sentence. */
function isText(line: string): boolean {
  return isLabelled(line) || (line.length > 40 && /[。,\uff0c;\uff1b]/u.test(line)) || /[。:\uff1a]$/u.test(line);
}

function isLabelled(line: string): boolean {
  const label = readLabel(line);
  // A text that is an annex itself has its number above its title.
  if (label?.kind === "annex") return false;
  return label !== undefined && (label.kind !== "number" || /^\d{1,2}\s*[.\uff0e、]/u.test(line));
}

function labelAt(paragraphs: readonly string[]): number {
  const at = paragraphs.findIndex(isLabelled);
  return at < 0 ? paragraphs.length : at;
}

function titleOf(lines: readonly string[]): string | undefined {
  const head = lines.map((line) => line.replace(/^[-·\s]*(?:中文名|标题|名称)\s*[:\uff1a]\s*/u, ""));
  const named = head.findIndex((line) => readsLikeTitle(line) && NAMED.test(line));
  const at = named >= 0 ? named : head.findIndex(readsLikeTitle);
  if (at < 0) return undefined;
  let from = at;
  while (from > 0 && continues(head[from - 1] ?? "", head[from] ?? "")) from -= 1;
  return head
    .slice(from, at + 1)
    .join("")
    .replaceAll(BESIDE_HAN, "");
}

function readsLikeTitle(line: string): boolean {
  return line.length >= 4 && line.length <= 60 && !NO_TITLE.test(line) && !NUMBER.test(line) && !dateAlone(line);
}

/** A long title is printed in lines: the issuer above "关于……", or a line that cannot end there. */
function continues(above: string, line: string): boolean {
  if (above.length > 60 || NO_TITLE.test(above) || NUMBER.test(above)) return false;
  return (
    (/^关于/u.test(line) && OFFICE.test(above)) ||
    /(?:关于|印发|转发|的|、|和|及)$/u.test(above) ||
    /^[《的]/u.test(line)
  );
}

function numberOf(line: string): string | undefined {
  const found = NUMBER.exec(line)?.[0];
  return found !== undefined && line.length - found.length <= LONGEST_BESIDE_NUMBER
    ? found.replaceAll(/\s+/gu, "")
    : undefined;
}

function issuerOf(head: readonly string[], signed: string | undefined): string | null {
  const named = head.map((line) => ISSUED_BY.exec(line)?.[1]).find((name) => name !== undefined);
  const redHead = head.find((line) => line.endsWith("文件") && OFFICE.test(line.slice(0, -2)))?.slice(0, -2);
  const below = signed !== undefined && OFFICE.test(signed) ? signed : undefined;
  return (named ?? redHead ?? below)?.replaceAll(/\s+/gu, "") ?? null;
}

/** The last date that stands alone below the text, with the short lines above it. */
function signatureOf(paragraphs: readonly string[], headLength: number): Head["signature"] {
  const to = paragraphs.findLastIndex((line) => dateAlone(line) !== undefined);
  if (to <= headLength) return undefined;
  let from = to;
  while (from - 1 > headLength && to - from < 3 && OFFICE.test(paragraphs[from - 1] ?? "")) from -= 1;
  return { from, to };
}

function effectiveOf(paragraphs: readonly string[]): IsoDate | null {
  const days = paragraphs.flatMap((line) => [...line.matchAll(EFFECTIVE)].flatMap(([, day = ""]) => dateIn(day) ?? []));
  return new Set(days).size === 1 ? (days[0] ?? null) : null;
}
