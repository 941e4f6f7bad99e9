/**
 * Labels (条款号): how a paragraph of a Chinese document announces that it is item n of a list.
 *
 * Takes    one paragraph.
 * Returns  the kind of its label, the ordinal and the label's length, and the title that follows it, if one does.
 * Leaves   which list the label continues to split.ts: numbers restart, so that a label alone never tells its place.
 * Why      copies lose the dot after a number ("1贯彻"), so a bare number counts, unless it plainly measures ("2人").
 */

export type LabelKind =
  | "chapter"
  | "part"
  | "article"
  | "section"
  | "bracket"
  | "number"
  | "bracket-number"
  | "paren"
  | "annex"
  | "passage";

export interface Label {
  readonly kind: LabelKind;
  readonly ordinal: number;
  /** The number as the document writes it. */
  readonly numeral: string;
  readonly length: number;
}

const HAN = "[〇零一二三四五六七八九十百]{1,5}";
const MEASURES = "年月日号时点分秒个名人位天周次条项岁元万亿亩倍家层台辆米";

const LONGEST_TITLE = 40;

const GRAMMAR: readonly (readonly [LabelKind, RegExp])[] = [
  // Alone on its line: with a name behind it, it is an entry of the list of annexes.
  ["annex", new RegExp(`^附件\\s*(${HAN}|\\d{1,2})\\s*[:\\uff1a]?$`, "u")],
  ["chapter", new RegExp(`^第\\s*(${HAN}|\\d{1,3})\\s*章`, "u")],
  ["part", new RegExp(`^第\\s*(${HAN}|\\d{1,3})\\s*[节節]`, "u")],
  ["article", new RegExp(`^第\\s*(${HAN}|\\d{1,3})\\s*[条條](?![的规規第所、和及])`, "u")],
  ["section", new RegExp(`^(${HAN})\\s*[、.\\uff0e](?=\\S)`, "u")],
  ["bracket", new RegExp(`^[(\\uff08](${HAN})[)\\uff09]`, "u")],
  ["bracket-number", /^[(\uff08](\d{1,2})[)\uff09]/u],
  ["paren", /^(\d{1,2})[)\uff09]/u],
  ["number", new RegExp(`^(\\d{1,2})(?:\\s*[.\\uff0e、](?!\\d)|(?=[\\u4e00-\\u9fff])(?![${MEASURES}]))`, "u")],
];

/** The label a paragraph begins with, if it begins with one. */
export function readLabel(paragraph: string): Label | undefined {
  for (const [kind, pattern] of GRAMMAR) {
    const found = pattern.exec(paragraph);
    const numeral = found?.[1];
    const ordinal = numeral === undefined ? undefined : ordinalOf(numeral);
    if (found && numeral && ordinal) return { kind, ordinal, numeral, length: found[0].length };
  }
  return undefined;
}

const PAUSE = "。,\\uff0c;\\uff1b:\\uff1a";
// A short phrase, or two parted by a comma, is a title when the sentence after it says more.
const TITLE = new RegExp(`^(?:([^${PAUSE}]{1,20})[。:\\uff1a]|([^。;:\\uff1b\\uff1a]{1,16})。)(?=.)`, "u");
const OPEN_END = /[^。,\uff0c;\uff1b:\uff1a!\uff01?\uff1f]$/u;

const SHORT_STOP = new RegExp(`^[^${PAUSE}]{1,20}。$`, "u");

/** What a labelled paragraph says first: its title, or the words up to the first pause. */
export function opening(paragraph: string, label: Label): string {
  const [first = ""] = paragraph.slice(label.length).split(new RegExp(`[${PAUSE}]`, "u"));
  return first.trim();
}

/** The title on a label's line: all of a line that is no sentence, or a short phrase before 。 or a colon; else "". */
export function titleOf(paragraph: string, label: Label): string {
  const rest = paragraph.slice(label.length).trim();
  if (rest.length <= LONGEST_TITLE && OPEN_END.test(rest)) return rest;
  const found = TITLE.exec(rest);
  return found?.[1] ?? found?.[2] ?? "";
}

/** The title of a line that stands over others: these may be whole sentences ("以下情况……:"). */
export function titleOver(paragraph: string, label: Label): string {
  const rest = paragraph.slice(label.length).trim();
  return rest.length <= LONGEST_TITLE ? rest.replace(/[。:\uff1a;\uff1b]$/u, "") : titleOf(paragraph, label);
}

/** Is the line a bare heading, with no sentence in it? A full stop after a few words ("工作纪律。") makes none. */
export function isBareTitle(paragraph: string): boolean {
  return (paragraph.length <= LONGEST_TITLE && OPEN_END.test(paragraph)) || SHORT_STOP.test(paragraph);
}

const DIGITS = "〇一二三四五六七八九";

/** 1-999 from Arabic or Chinese numerals; undefined for what is no numeral, such as 三四. */
export function ordinalOf(numeral: string): number | undefined {
  if (/^\d{1,3}$/u.test(numeral)) return Number(numeral) || undefined;
  const parts = /^(?:([一二三四五六七八九])百)?[零〇]?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(
    numeral,
  );
  if (parts === null) return undefined;
  const digit = (text: string | undefined) => (text === undefined ? 0 : DIGITS.indexOf(text));
  const tens = parts[3] === undefined ? 0 : digit(parts[2]) || 1;
  return digit(parts[1]) * 100 + tens * 10 + digit(parts[4]) || undefined;
}
