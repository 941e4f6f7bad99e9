/**
 * Lengths of time: 三天半, 两个工作日, 俩礼拜, 3天2晚, 半小时, 三五天, 三天以上.
 *
 * Takes    folded text at a numeral, or at a word that bounds one (超过, 不到).
 * Returns  length pieces; an approximate one says so, and join.ts makes it a problem to ask about.
 * Leaves   rates (每天, 一天多少) out altogether, counting on the calendar to join.ts.
 */
import { readNumeral } from "../chinese-numbers.ts";
import { leadOf, type Meaning, NUMERALS, type Rule, rule } from "./piece.ts";
import type { Length } from "./reading.ts";

type Unit = keyof Length;

const UNITS: readonly (readonly [string, Unit, number?])[] = [
  ["个?工作日", "workdays"],
  ["个?上班日", "workdays"],
  ["个?自然日", "days"],
  ["个?昼夜", "days"],
  ["个?小时", "hours"],
  ["个?钟头", "hours"],
  ["个钟(?!头)", "hours"],
  ["分钟", "minutes"],
  ["刻钟", "minutes", 15],
  ["秒钟?", "seconds"],
  ["天(?!然|下|气|真|性|窗|桥|津|府|水|使|平|台|赋|理|大的)", "days"],
  ["日(?!元|报|常|期|本|子|上|下)", "days"],
  ["个?晚上?(?!会|餐|饭|宴)", "nights"],
  ["days?(?![a-z])", "days"],
  ["宿", "nights"],
  ["夜", "nights"],
  ["个?(?:星期|礼拜)(?![一二三四五六日天])", "weeks"],
  ["个?周(?!岁|年|边|围|期|[一二三四五六日天](?!天|次))", "weeks"],
  ["个月", "months"],
  ["月(?!\\d|[一二三四五六七八九十初份底末中上下])", "months"],
  ["个?季度", "months", 3],
  ["周年", "years"],
  ["年(?![度级代底末初终龄会]|\\d)", "years"],
];
const UNIT = UNITS.map(([source], index) => `(?<u${index}>${source})`).join("|");

/** Bounded: behind every 十 of a thousand the rest would be read again. */
const N = "(?:\\d{1,12}(?:\\.\\d{1,6})?|[一二两俩仨三四五六七八九十百千零〇廿卅几数]{1,12}|半)";
const NUMBER = `(?<number>${N})_(?<vague>多|来|余|几)?`;

/** The unit that matched: `u` where it stands plain, `h` behind 个半. */
const unitOf = (
  groups: Readonly<Record<string, string | undefined>>,
  mark: "u" | "h" = "u",
): readonly [Unit, number] | undefined => {
  const found = UNITS.find((_, at) => groups[`${mark}${at}`] !== undefined);
  return found && [found[1], found[2] ?? 1];
};

/** 一天 in 一天多少 and 每天 is a rate; 十年 in 十年 is a length, 15日 a date. */
const isRate = (before: string, after: string) =>
  /[每第]\s*$/.test(before) || /^\s?(?:多少|几(?!天)|各?补(?!助|贴)|给多少|能领|报多少|能报)/.test(after);

const BOUNDS: Readonly<Record<string, "at-least" | "at-most" | "more" | "less">> = {
  以上: "at-least",
  至少: "at-least",
  起码: "at-least",
  最少: "at-least",
  以内: "at-most",
  以下: "at-most",
  最多: "at-most",
  顶多: "at-most",
  至多: "at-most",
  超过: "more",
  多于: "more",
  大于: "more",
  不到: "less",
  不足: "less",
  不满: "less",
  未满: "less",
  少于: "less",
  小于: "less",
};
const BOUND_BEFORE = /(?:至少|起码|最少|最多|顶多|至多|超过|多于|大于|不到|不足|不满|未满|少于|小于)$/;
const ABOUT_BEFORE = /(?:大约|大概|约|差不多|可能要?|估计)$/;

const MOST: Length = { years: 200, months: 1200, weeks: 5000, days: 36_500, workdays: 5000 };

const scaled = (unit: Unit, count: number, half: boolean): Length => {
  const value = count + (half ? 0.5 : 0);
  if (unit === "hours" && !Number.isInteger(value)) return whole("hours", "minutes", value, 60);
  if (unit === "minutes" && !Number.isInteger(value)) return whole("minutes", "seconds", value, 60);
  return { [unit]: value };
};

function whole(unit: Unit, smaller: Unit, value: number, size: number): Length {
  const floor = Math.floor(value);
  const rest = Math.round((value - floor) * size);
  return { ...(floor > 0 ? { [unit]: floor } : {}), ...(rest > 0 ? { [smaller]: rest } : {}) };
}

function length(
  words: string,
  vague: boolean,
  unit: Unit,
  size: number,
  half: boolean,
  plain: boolean,
): Meaning | undefined {
  const numeral = readNumeral(words);
  // Nobody means a length beyond a life: such figures number something else.
  if (numeral !== undefined && numeral.value > (MOST[unit] ?? 100_000)) return undefined;
  if (numeral === undefined || (unit === "days" && plain && /^[零〇0]/.test(words) && !/^0\./.test(words)))
    return undefined;
  const lengthOf = (value: number) => scaled(unit, value * size, half);
  const pair = /^([一二两三四五六七八九])([二三四五六七八九])$/.exec(words);
  const upTo = pair && numeral.approximate ? readNumeral(pair[2] ?? "")?.value : undefined;
  return {
    kind: "length",
    length: lengthOf(numeral.value),
    approximate: vague || numeral.approximate,
    ...(upTo === undefined ? {} : { upTo: lengthOf(upTo) }),
  };
}

function withBound(meaning: Meaning | undefined, before: string, after: string | undefined): Meaning | undefined {
  if (meaning?.kind !== "length") return meaning;
  const bound = BOUNDS[after ?? ""] ?? BOUNDS[BOUND_BEFORE.exec(before)?.[0] ?? ""];
  const about = ABOUT_BEFORE.test(before) || /左右|上下|多/.test(after ?? "");
  return { ...meaning, approximate: meaning.approximate || about, ...(bound ? { bound } : {}) };
}

export const lengthWords: readonly Rule[] = [
  rule(
    NUMERALS,
    `${NUMBER}(?:_(?<half1>个半)(?:_(?:${UNIT.replaceAll("个?", "").replaceAll("<u", "<h")}))|_(?:${UNIT})(?<half2>半(?!天|个|年|月|小时|夜))?)(?:_(?<after>以上|以内|以下|左右|上下|多(?!少|久|[${NUMERALS}])))?`,
    (match, { text }) => {
      const groups = match.groups ?? {};
      const before = leadOf(text, match.index);
      const after = text.slice(match.index + match[0].length);
      const [unit, size] = unitOf(groups, groups.half1 ? "h" : "u") ?? [];
      if (unit === undefined || size === undefined || (isRate(before, after) && /^[一1]?$/.test(groups.number ?? "")))
        return undefined;
      const words = groups.number ?? "";
      const unitWord = match[0].slice(words.length).trim();
      // 三月 is a month of the year, 两月 a length; 15日 is a date unless it is counted.
      if (/^月/.test(unitWord) && !/[两俩仨半]$/.test(words)) return undefined;
      if (
        /^日/.test(unitWord) &&
        !(
          /[请休假共期计用住待歇]\s?$/.test(before) ||
          words.includes("半") ||
          words.includes("两") ||
          /^(?:之?内|假|游)/.test(after) ||
          (/^(?:之?后|以后)/.test(after) && !/^\d/.test(words)) ||
          groups.after
        )
      )
        return undefined;
      if (unit === "years" && /^\d{4}$|^[零〇一二三四五六七八九]{3,4}$|^0\d$/.test(words)) return undefined;
      const half = groups.half1 !== undefined || groups.half2 !== undefined;
      return withBound(
        length(words, groups.vague !== undefined, unit, size, half, unitWord.startsWith("天")),
        before,
        groups.after,
      );
    },
  ),
  // 三到五天, 3-5天
  rule(NUMERALS, `(?<low>${N})_(?:天)?_(?:到|至|-|~|—)_(?<high>${N})_(?:${UNIT})`, (match) => {
    const [unit, size] = unitOf(match.groups ?? {}) ?? [];
    const low = readNumeral(match.groups?.low ?? "");
    const high = readNumeral(match.groups?.high ?? "");
    if (
      !unit ||
      !size ||
      !low ||
      !high ||
      low.value >= high.value ||
      high.value > 1000 ||
      /^月|^日|^年/.test(
        match[0].slice(match[0].lastIndexOf(match.groups?.high ?? "") + (match.groups?.high ?? "").length).trim(),
      )
    )
      return undefined;
    return {
      kind: "length",
      length: { [unit]: low.value * size },
      approximate: true,
      upTo: { [unit]: high.value * size },
    };
  }),
  // 个半小时, 个半月
  rule("个", "个半(?<unit>月|小时|钟头|星期|礼拜)", (match) => {
    const word = match.groups?.unit ?? "";
    const unit: Unit = word === "月" ? "months" : /星期|礼拜/.test(word) ? "weeks" : "hours";
    return { kind: "length", length: scaled(unit, 1, true), approximate: false };
  }),
  // 8天20时, 上个小时: 时 and 个小时 are lengths only behind such words
  rule(NUMERALS, `(?<number>${N})_时(?!间|候|期)`, (match, { before }) =>
    before?.kind === "length" ? length(match.groups?.number ?? "", false, "hours", 1, false, false) : undefined,
  ),
  // 一小时零五分: a plain 分 is minutes only behind hours
  rule(NUMERALS, `(?<number>${N})_分(?![钟之数成])`, (match, { before }) =>
    before?.kind === "length" && before.length.hours !== undefined
      ? length(match.groups?.number ?? "", false, "minutes", 1, false, false)
      : undefined,
  ),
  rule("个", "个(?:小时|钟头)", (_, { before }) =>
    before?.kind === "link" ? { kind: "length", length: { hours: 1 }, approximate: false } : undefined,
  ),
  rule("一整全", "(?:一整天|整整一天|整天|全天)", () => ({ kind: "length", length: { days: 1 }, approximate: false })),
  rule("当", "当天(?:去当天|就|要|能)?(?:来回|往返|打来回|回来|返回|回|还)", () => ({
    kind: "length",
    length: { days: 1 },
    approximate: false,
  })),
];
