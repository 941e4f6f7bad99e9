/**
 * Suspected damage of a copy: what a person should look at before anyone is answered from it.
 *
 * Takes    a document and its clauses. Returns findings, each with the clause, the words and how often it was found.
 * Why      suspicion only: nothing is mended, a copy stays as it came.
 */
import type { PolicyDocument } from "../policy/document.ts";
import { type Label, ordinalOf, readLabel } from "../policy/label.ts";
import type { Clause } from "../policy/library.ts";

export type DamageKind =
  | "bracket"
  | "unit"
  | "masked"
  | "mojibake"
  | "gap"
  | "repeated-number"
  | "broken-sentence"
  | "long-paragraph";

export interface Damage {
  readonly kind: DamageKind;
  /** The clause it stands in. */
  readonly address: string;
  readonly words: string;
}

const LONGEST_PARAGRAPH = 1500;
const AROUND = 12;

const PATTERNS: readonly (readonly [DamageKind, RegExp])[] = [
  // 元/. or 150/人次: a figure whose unit is cut off, behind or before the stroke.
  ["unit", /元\s*[/\uff0f]\s*(?:[.\uff0e。,\uff0c;\uff1b、)\uff09]|$)|\d\s*[/\uff0f]\s*(?:人|天|次|餐|间|辆)/u],
  ["masked", /[xX×*○]{2,}(?=\s*[\p{Script=Han}%]|\s*$)|(?<![A-Za-z\d])[xX×*](?=\s*(?:[万亿元年月日号家人个项%]|多))/u],
  ["mojibake", /\ufffd|[\ue000-\uf8ff]|锟斤拷|烫烫|â€|Ã.|\?{4,}|[□■]{2,}/u],
  ["broken-sentence", /[,\uff0c、(\uff08《“]$/u],
];

const PAIRS: readonly (readonly [string, string])[] = [
  ["(", ")"],
  ["〔", "〕"],
  ["[", "]"],
  ["《", "》"],
  ["【", "】"],
  ["“", "”"],
];

/** Looks through a document. */
export function damageOf(document: PolicyDocument, clauses: readonly Clause[]): readonly Damage[] {
  const at = clausesByBlock(clauses);
  return document.body
    .flatMap((block, index): readonly Damage[] => {
      const address = at(index)?.address ?? "";
      const found = (kind: DamageKind, words: string): Damage => ({ kind, address, words });
      const label = block.kind === "text" ? readLabel(block.text) : undefined;
      const text = label === undefined ? block.text : block.text.slice(label.length);
      const long = text.length > LONGEST_PARAGRAPH ? [found("long-paragraph", text.slice(0, AROUND * 2))] : [];
      const lost = label !== undefined && isPlain(block.text, label) && at(index)?.first !== index;
      return [
        ...PATTERNS.flatMap(([kind, pattern]) => {
          const hit = pattern.exec(text);
          return hit === null ? [] : [found(kind, around(text, hit.index, hit[0].length))];
        }),
        ...unpaired(text).map((place) => found("bracket", around(text, place, 1))),
        ...(lost ? [found("gap", block.text.slice(0, AROUND * 2))] : []),
        ...long,
      ];
    })
    .concat(repeatedNumbers(clauses));
}

/** The clause whose own paragraph a block is: the last that begins at or before it. */
function clausesByBlock(clauses: readonly Clause[]): (block: number) => Clause | undefined {
  const starts = clauses.map((clause) => clause.first);
  return (block) => clauses[starts.findLastIndex((first) => first <= block)];
}

/** A label with a mark of its own; "2人以上" may be no label at all. */
function isPlain(paragraph: string, label: Label): boolean {
  return /[、.\uff0e)\uff09章节節]\s*$/u.test(paragraph.slice(0, label.length)) || label.kind === "article";
}

/** Places of brackets without their other half, one a pair of kinds; the ")" of "1)" has none. */
function unpaired(text: string): readonly number[] {
  const plain = text
    .replaceAll("\uff08", "(")
    .replaceAll("\uff09", ")")
    .replaceAll(/(?<=(?:^|[^\d(])\d{1,2})\)/gu, " ");
  return PAIRS.flatMap(([open, close]) => {
    const waiting: number[] = [];
    for (let at = 0; at < plain.length; at += 1) {
      if (plain[at] === open) waiting.push(at);
      else if (plain[at] === close && waiting.pop() === undefined) return [at];
    }
    return waiting.slice(0, 1);
  });
}

/** Two items of one list with the same number. */
function repeatedNumbers(clauses: readonly Clause[]): readonly Damage[] {
  const seen = new Set<string>();
  return clauses.flatMap((clause) => {
    const label = clause.kind === "table-row" ? undefined : readLabel(clause.text);
    if (label === undefined || ordinalOf(label.numeral) === undefined) return [];
    const key = `${clause.parent ?? ""} ${label.kind} ${label.ordinal}`;
    const repeated = seen.has(key);
    seen.add(key);
    const words = clause.text.slice(0, AROUND * 2).split("\n")[0] ?? "";
    return repeated ? [{ kind: "repeated-number" as const, address: clause.address, words }] : [];
  });
}

function around(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - AROUND), at + length + AROUND);
}
