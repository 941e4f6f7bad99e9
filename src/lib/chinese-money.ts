/**
 * Sums of money as people type them: 一千二百块, 五十六块五, 三块零四, ¥4,800, 2000万, 票据一共三万四.
 *
 * Takes    any text.
 * Returns  every sum in order, in yuan and in 分; a bare number that could be a sum says that it is bare.
 * Leaves   which sum is the fare and which the cap to rules/ and dialogue/; other currencies are not read.
 * Why      numbers that count or date something (3个人, 25号, 5天) are never offered as money.
 */
import { NUMERAL_START, numeralAt } from "./chinese-numbers.ts";
import { fold } from "./text.ts";

export interface Money {
  readonly yuan: number;
  readonly fen: number;
  readonly approximate: boolean;
  /** No 元, 块 or ¥ was said: 经济舱1450, 票据一共三万四. */
  readonly bare: boolean;
  /** A price for each of something: 150元/人·次, 每人150元. */
  readonly rate: boolean;
  readonly span: readonly [number, number];
  readonly words: string;
}

const SIGN = /(?:¥|rmb|人民币)\s*$/;
const YUAN = /\s*(?:元|块(?!地|板|牌|石|状|蛋糕|头)|圆(?!形|桌|满|圈)|人民币)(?:钱|人民币|整|正)?/y;
const OTHER_CURRENCY = /\s*(?:美|欧|日|港|英|台|澳|加|韩)(?:元|币|圆|刀|镑)|\s*(?:比特币|法郎|卢布|奈拉|马克)/y;
const TAIL =
  /\s*(?:零)?\s*(?<digit>[一二三四五六七八九两半\d])\s*(?<unit>[角毛分])?(?:钱)?(?![\d十百千万亿个人天月号日点年元块美欧港台位名张份次]|\.\d)/y;
const JIAO = /\s*(?:角(?!落|度|色|五|大|星|逐)|毛(?!病|笔|利|巾|坯))/y;
const FEN = /\s*分(?!钟|之|管|局|别|类|工|开|配|成|公司|期|析|数|享|散|组|批|会|行|院|部|厂|店|社|支|歧|级)/y;
/** What a plain number counts or names, when it is no money. */
const COUNTED =
  /^\s*(?:[个位名人桌口辆台间张份次回批顿餐项条件家所号日天月年周点时分秒科楼室层级座岁度届期章节页篇米里公斤吨亩平折成倍晚宿夜%kKmMgG℃:·]|小时|星期|礼拜|季度|工作日|分之|左右座|-\d|\/\d|\.\d)/;
const NAMED = /(?:第|no\.?|编号|电话|手机|文号|〔|\[|航班|车次|[a-z\d.:/-])\s*$/;
const RATE_BEFORE = /(?:每人|每天|每餐|每次|每晚|每月|人均|每人每天|每人每次)[^\d一二三四五六七八九十百千万,。;]{0,6}$/;

const at = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(text);
};

/** 五十六块五 → 0.5, 三块零四 → 0.04, 五元三毛 → 0.3, 50元6角三分 → 0.63: jiao and fen behind yuan. */
function changeAt(text: string, from: number): { readonly fen: number; readonly to: number } {
  const first = at(TAIL, text, from);
  if (!first) return { fen: 0, to: from };
  const words = first[0].trim();
  const digit = first.groups?.digit === "半" ? 5 : (numeralAt(first.groups?.digit ?? "", 0)?.value ?? 0);
  const unit = first.groups?.unit;
  const inFen = unit === "分" || (unit === undefined && words.startsWith("零"));
  const to = from + first[0].length;
  if (inFen || unit === undefined) return { fen: digit * (inFen ? 1 : 10), to };
  const second = at(TAIL, text, to);
  if (!second || (second.groups?.unit !== "分" && second.groups?.unit !== undefined)) return { fen: digit * 10, to };
  return { fen: digit * 10 + (numeralAt(second.groups?.digit ?? "", 0)?.value ?? 0), to: to + second[0].length };
}

/** Reads every sum of money in a text. */
export function readMoney(message: string): Money[] {
  const text = fold(message);
  const sums: Money[] = [];
  for (let index = 0; index < text.length; index++) {
    if (!NUMERAL_START.test(text[index] ?? "")) continue;
    const numeral = numeralAt(text, index);
    if (!numeral) continue;
    const sum = sumAt(text, index, numeral.to, numeral.value, numeral.approximate);
    if (sum) sums.push({ ...sum, words: message.slice(sum.span[0], sum.span[1]) });
    index = (sum?.span[1] ?? numeral.to) - 1;
  }
  return sums;
}

function sumAt(
  text: string,
  from: number,
  to: number,
  value: number,
  approximate: boolean,
): Omit<Money, "words"> | undefined {
  const lead = text.slice(Math.max(0, from - 14), from);
  const sign = SIGN.exec(lead);
  const start = sign ? from - sign[0].length : from;
  if (at(OTHER_CURRENCY, text, to)) return undefined;
  const unit = at(YUAN, text, to);
  const rateBefore = RATE_BEFORE.test(lead);
  if (unit) {
    const afterUnit = to + unit[0].length;
    const change = /人民币|[钱整正]$/.test(unit[0]) ? { fen: 0, to: afterUnit } : changeAt(text, afterUnit);
    const end = change.to;
    const rate = rateBefore || /^\s*(?:\/|每|一(?:天|个人|人|餐|次|晚)|1人)/.test(text.slice(end, end + 3));
    return made(value * 100 + change.fen, approximate, false, rate, start, end);
  }
  const jiao = at(JIAO, text, to);
  if (jiao && value < 10) {
    const fen = at(/\s*(?<digit>[一二三四五六七八九两\d])\s*分?/y, text, to + jiao[0].length);
    const cents = fen ? (numeralAt(fen.groups?.digit ?? "", 0)?.value ?? 0) : 0;
    return made(
      value * 10 + cents,
      approximate,
      false,
      rateBefore,
      start,
      to + jiao[0].length + (fen?.[0].length ?? 0),
    );
  }
  if (sign) return made(value * 100, approximate, false, rateBefore, start, to);
  const rest = text.slice(to, to + 6);
  if (COUNTED.test(rest) || NAMED.test(lead) || (at(FEN, text, to) && value < 100)) return undefined;
  // Bare small words (一, 两, 三五) are hardly ever sums; figures and thousands may be.
  return value >= 10 && Number.isFinite(value) ? made(value * 100, approximate, true, rateBefore, from, to) : undefined;
}

const made = (
  fen: number,
  approximate: boolean,
  bare: boolean,
  rate: boolean,
  from: number,
  to: number,
): Omit<Money, "words"> => ({
  yuan: Math.round(fen) / 100,
  fen: Math.round(fen),
  approximate,
  bare,
  rate,
  span: [from, to],
});
