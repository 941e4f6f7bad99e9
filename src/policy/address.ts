/**
 * Addresses (条款号): "三、(四)5" and whatever people say instead, "第三部分第四条第五款".
 *
 * Takes    labels, to write the canonical address; what a person typed, to read one.
 * Returns  one spelling for each clause; steps (ordinal and the words said beside it) for what was read.
 * Leaves   whether there is such a clause to library.ts.
 * Why      the canonical form keeps the document's own marks: a section's 、 stands only before what follows it, and a
 *          dot parts two Arabic numbers.
 */
import { type Label, ordinalOf } from "./label.ts";

/** The clauses that no label opens: what stands above the text (title, number, dates), before it and after it. */
export const HEAD = "文件头";
export const PREAMBLE = "序言";
export const CLOSING = "结尾";

const ANNEX = /^附件(?:\d+|[〇零一二三四五六七八九十百]+)/u;

/** The address of a labelled clause below `parent` ("" at the top). */
export function addressBelow(parent: string, label: Label): string {
  // Articles are numbered through the whole text, whatever chapter they stand in; an annex is a text of its own.
  const annex = ANNEX.exec(parent)?.[0] ?? "";
  if (label.kind === "article" || parent === "") return annex + form(label);
  if (parent === annex && label.kind === "section") return `${parent}、${form(label)}`;
  if (/[一二三四五六七八九十]$/u.test(parent)) return `${parent}、${form(label)}`;
  return /\d$/u.test(parent) && /^\d/u.test(form(label)) ? `${parent}.${form(label)}` : parent + form(label);
}

/** The address of a row of a clause's table. */
export function rowAddress(parent: string, table: number, row: number): string {
  return `${parent}表${table}行${row}`;
}

function form({ kind, numeral }: Label): string {
  switch (kind) {
    case "chapter":
      return `第${numeral}章`;
    case "part":
      return `第${numeral}节`;
    case "article":
      return `第${numeral}条`;
    case "annex":
      return `附件${numeral}`;
    case "passage":
      return `第${numeral}段`;
    case "bracket":
    case "bracket-number":
      return `(${numeral})`;
    case "paren":
      return `${numeral})`;
    case "section":
    case "number":
      return numeral;
  }
}

export interface Step {
  readonly kind: "item" | "annex" | "table" | "row";
  readonly ordinal: number;
  /** Words said beside the number, such as the title: "五、(二)财务管理". */
  readonly words: string;
}

const NUM = "(?:\\d{1,3}|[零一二三四五六七八九十百]{1,5})";
const TOKEN = new RegExp(
  `附件(?<annex>${NUM})|(?<mark>[表行])(?<counted>\\d{1,2})|第?(?<named>${NUM})(?:个?大?部分|大?[章节条款项点段目])|\\((?<round>${NUM})\\)|第?(?<plain>${NUM})\\)?`,
  "uy",
);
const TAIL = /(?:的|里|中)?(?:规定|内容|条款|原文)?$/u;
const BETWEEN = /[、,.;:的之第\s-]/u;

/** Reads an address, canonical or spoken; undefined when the words hold no number that could be one. */
export function readAddress(spoken: string): readonly Step[] | undefined {
  const text = spoken
    .normalize("NFKC")
    .replaceAll("條", "条")
    .replaceAll("節", "节")
    .replaceAll("項", "项")
    .replace(TAIL, "");
  const steps: { kind: Step["kind"]; ordinal: number; words: string }[] = [];
  let words = "";
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    const numeral =
      found?.groups?.annex ??
      found?.groups?.named ??
      found?.groups?.round ??
      found?.groups?.plain ??
      found?.groups?.counted;
    const ordinal = numeral === undefined ? undefined : ordinalOf(numeral);
    if (found === null || ordinal === undefined) {
      const character = text.charAt(at);
      if (!BETWEEN.test(character)) words += character;
      at += 1;
      continue;
    }
    settle(steps, words);
    words = "";
    steps.push({ kind: kindOf(found.groups), ordinal, words: "" });
    at += found[0].length;
  }
  settle(steps, words);
  return steps.length > 0 ? steps : undefined;
}

function kindOf(found: Readonly<Record<string, string | undefined>> | undefined): Step["kind"] {
  if (found?.annex !== undefined) return "annex";
  return found?.mark === "表" ? "table" : found?.mark === "行" ? "row" : "item";
}

function settle(steps: { words: string }[], words: string): void {
  const last = steps.at(-1);
  if (last !== undefined) last.words = words;
}
