/**
 * Words for the clock and the parts of the day: 下午三点半, 15:15, 早上, 现在.
 *
 * Takes    folded text where a part of the day or a figure may start.
 * Returns  part and clock pieces; 三点 keeps the hour as said, join.ts settles am or pm.
 * Leaves   今晚 and 明早 to day-words.ts.
 * Why      一点, 两点意见 and 晚到 are ordinary words far more often than times.
 */
import { numberOf } from "./numbers.ts";
import { DIGITS, leadOf, type Meaning, NUMERALS, type Rule, rule, type Setting } from "./piece.ts";
import type { Part } from "./reading.ts";

const PARTS: Readonly<Record<string, Part>> = {
  凌晨: "dawn",
  清晨: "morning",
  清早: "morning",
  早晨: "morning",
  早上: "morning",
  早间: "morning",
  一早: "morning",
  大早: "morning",
  上午: "forenoon",
  上半天: "forenoon",
  午前: "forenoon",
  中午: "noon",
  正午: "noon",
  晌午: "noon",
  午间: "noon",
  下午: "afternoon",
  午后: "afternoon",
  下半天: "afternoon",
  后晌: "afternoon",
  晏昼: "afternoon",
  傍晚: "evening",
  晚上: "evening",
  晚间: "evening",
  夜晚: "evening",
  夜里: "night",
  夜间: "night",
  半夜: "night",
  深夜: "night",
  午夜: "night",
};

const HOUR =
  "(?:2[0-4](?!\\d)|1\\d(?!\\d)|0?\\d(?!\\d)|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])";
const MINUTE = "(?:[0-5]?\\d(?!\\d)|[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])";
const SECOND = "(?:[0-5]?\\d|[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九])";
/** Points that are counted, not hours: 两点意见. */
const NOT_POINTS =
  "(?!多?(?:意见|建议|要求|原因|理由|说明|内容|问题|体会|看法|想法|感想|结论|经验|措施|名|评|菜|心|头|击))";

const quarters = (words: string | undefined): number =>
  words === "半" ? 30 : words === "一刻" ? 15 : words === "三刻" ? 45 : 0;

const clock = (hour: number, minute: number, second: number | undefined, bareHour: boolean): Meaning | undefined => {
  if (!(hour <= 24 && minute < 60 && (second ?? 0) < 60)) return undefined;
  return {
    kind: "clock",
    hour,
    minute,
    ...(second === undefined ? {} : { second }),
    ...(bareHour ? { bareHour } : {}),
  };
};

/** 一点 means "a little" unless something around it is about the clock. */
function isALittle(words: string, rest: string, { before, text }: Setting, at: number): boolean {
  if (words !== "一点") return false;
  if (before?.kind === "part" || before?.kind === "day" || before?.kind === "link") return false;
  if (/(?:从|到|至|在|于)\s*$/.test(leadOf(text, at))) return false;
  return !/^(?:到|至|-|~|之?前|以前|之?后|以后|开始|开会|见|集合|出发|左右)/.test(rest);
}

export const clockWords: readonly Rule[] = [
  rule(
    "凌清早一大上午中正晌下后晏傍晚夜半深",
    `(?:大清早|一大早|${Object.keys(PARTS).join("|")})(?:时分|时候)?`,
    (match) => {
      const word = match[0].replace(/时[分候]$/, "");
      return { kind: "part", part: PARTS[word] ?? "morning" };
    },
  ),
  // 七月五号晚, 晚八点: one character counts only beside a day or an hour
  rule(
    "早晚晨",
    `(?:早|晚|晨)(?!餐|饭|宴|会|礼|到(?!达)|了|于|些|稻|就|已|退|期|熟|点到|点名|睡|起|婚|年)`,
    (match, { before, text }) => {
      const at = match.index;
      const besideDay = before?.kind === "day";
      const besideHour = new RegExp(`^\\s?${HOUR}(?:点|时|:)`).test(text.slice(at + 1, at + 6));
      if (!besideDay && !besideHour) return undefined;
      return { kind: "part", part: match[0] === "晚" ? "evening" : "morning" };
    },
  ),
  rule(
    NUMERALS,
    `(?<hour>${HOUR})_(?:点钟?|时(?!期|候|间|代|刻|常|段|许))(?:_(?:过)?(?:(?<quarter>半(?!天|个|年|月)|一刻|三刻)|(?<minute>${MINUTE})(?:_分(?:_(?<second>${SECOND})_秒)?|(?![天个人次月日号年名位块元小分秒万千百:点])))|整)?(?:钟|许)?${NOT_POINTS}`,
    (match, setting) => {
      const { hour, quarter, minute, second } = match.groups ?? {};
      if (setting.before?.kind === "length" && match[0].endsWith("时")) return undefined;
      const rest = setting.text.slice(match.index + match[0].length, match.index + match[0].length + 8);
      if (isALittle(match[0], rest, setting, match.index)) return undefined;
      if (/[第差]\s*$/.test(leadOf(setting.text, match.index))) return undefined;
      const value = minute === undefined ? quarters(quarter) : numberOf(minute);
      return clock(numberOf(hour), value, second === undefined ? undefined : numberOf(second), true);
    },
  ),
  // 三到五点: the first hour borrows its 点
  rule(NUMERALS, `(?<hour>${HOUR})(?=_(?:到|至|-|~|—)_${HOUR}_(?:点|时)${NOT_POINTS})`, (match) =>
    clock(numberOf(match.groups?.hour), 0, undefined, true),
  ),
  rule(
    DIGITS,
    "(?<hour>2[0-4]|[01]?\\d)_:_(?<minute>[0-5]\\d)(?:_:_(?<second>[0-5]\\d))?(?!\\d|:\\d)(?:_(?<half>[ap])\\.?_?m?\\.?(?![a-z]))?",
    (match) => {
      const { hour, minute, second, half } = match.groups ?? {};
      const said = Number(hour);
      const shown = half === "p" && said < 12 ? said + 12 : half === "a" && said === 12 ? 0 : said;
      return clock(
        shown,
        Number(minute),
        second === undefined ? undefined : Number(second),
        half === undefined && /^[1-6]$/.test(hour ?? ""),
      );
    },
  ),
  rule(DIGITS, "(?<hour>1[0-2]|0?[1-9])_(?<half>[ap])\\.?m\\.?(?![a-z])", (match) => {
    const said = Number(match.groups?.hour) % 12;
    return clock(match.groups?.half === "p" ? said + 12 : said, 0, undefined, false);
  }),
  rule("现此目当立马即而宜依", "(?:现在|此时此刻|此时|此刻|目前|当前|眼下|立刻|马上|即刻|而家|宜家|依家)", () => ({
    kind: "now",
  })),
];
