/**
 * The scanner: folded text → the pieces of time in it, in order.
 *
 * Takes    the talk: folded text, now, calendar, and which way it leans.
 * Returns  pieces that do not overlap; at each place the longest match wins.
 * Why      a numeral that no rule wants is stepped over whole, so nothing is ever read from its middle (018年 of 2018年).
 */
import { NUMERAL_START, numeralAt } from "../chinese-numbers.ts";
import { clockWords } from "./clock-words.ts";
import { dateWords } from "./date-words.ts";
import { dayWords } from "./day-words.ts";
import { englishWords } from "./english-words.ts";
import { holidayWords } from "./holiday-words.ts";
import { lengthWords } from "./length-words.ts";
import { linkWords } from "./link-words.ts";
import { periodWords } from "./period-words.ts";
import type { Meaning, Piece, Rule, Setting, Talk } from "./piece.ts";

const RULES: readonly Rule[] = [
  ...dayWords,
  ...dateWords,
  ...holidayWords,
  ...periodWords,
  ...clockWords,
  ...lengthWords,
  ...linkWords,
  ...englishWords,
];

/** Rules by the character they may start with; a rule that names none is tried at the characters its holidays use. */
const HOLIDAY_STARTS =
  "元阳春农新正除大年清五国劳端中元七重腊妇三植消愚青儿六建八教万光双澳平圣情母父感十去今明0123456789零〇一二两四九";
const byStart = new Map<string, Rule[]>();
for (const one of RULES) {
  for (const character of new Set(one.starts === "" ? HOLIDAY_STARTS : one.starts)) {
    const rules = byStart.get(character);
    if (rules) rules.push(one);
    else byStart.set(character, [one]);
  }
}

/** Words that hold time characters and mean something else; 每天 is a rate, and 三分之二 a fraction. */
const NOT_TIME =
  /每(?:个|逢)?(?:工作日|天|日|周|星期|礼拜|月|年|季度?|半年|学期)(?:末|[一二三四五六日天](?!天|次))?(?:的?\d{1,2}[日号]|的?[年月]?[底末初])?|一会儿?|一时|三天两头|一天到晚|天天|一天天|周到(?!周)|[一二三四五六七八九十百\d]{1,12}分之|第[一二三四五六七八九十百\d]{1,12}(?!_?(?:个|天|日|季|周(?!年)|星期|礼拜))|《[^》]{0,40}》|今日头条|明日之|前后|先后|时前时后|五角大楼|周岁|\d{1,3}(?:\.\d{1,3}){3}|\d{3,4}-\d{3,4}-\d{4}/y;

const BLANK = /^\s?$/;

function meaningAt(at: number, setting: Setting): { readonly meaning: Meaning; readonly to: number } | undefined {
  let best: { meaning: Meaning; to: number } | undefined;
  for (const { pattern, read } of byStart.get(setting.text[at] ?? "") ?? []) {
    pattern.lastIndex = at;
    const match = pattern.exec(setting.text);
    if (!match || match[0] === "" || (best && at + match[0].length <= best.to)) continue;
    const meaning = read(match, setting);
    if (meaning) best = { meaning, to: at + match[0].length };
  }
  return best;
}

/** Finds every piece of time in folded text. */
export function scan(talk: Talk): Piece[] {
  const { text } = talk;
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    NOT_TIME.lastIndex = at;
    const other = NOT_TIME.exec(text);
    if (other) {
      at += other[0].length;
      continue;
    }
    const last = pieces.at(-1);
    const found = meaningAt(at, {
      ...talk,
      before: last && at - last.to <= 1 && BLANK.test(text.slice(last.to, at)) ? last : undefined,
    });
    if (found) {
      pieces.push({ ...found.meaning, from: at, to: found.to });
      at = found.to;
    } else {
      at = NUMERAL_START.test(character) ? Math.max(at + 1, numeralAt(text, at)?.to ?? 0) : at + 1;
    }
  }
  return pieces;
}
