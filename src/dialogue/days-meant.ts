/**
 * Of several days in one message, those that are meant: the corrected one, the one the plan begins on, two that make one span.
 *
 * Takes    the folded message, its day readings in order, today. Returns them without those said beside, joined where they are one.
 * Leaves   reading a day to lib/chinese-time, what the days fill to when.ts.
 */
import type { DaysReading } from "../lib/chinese-time/reading.ts";
import { addDays, addMonths, daysInclusive, type IsoDate, isoDate, partsOf, weekday } from "../lib/dates.ts";

/** The days that are meant, in order. */
export function daysMeant(folded: string, spans: readonly DaysReading[], today: IsoDate): readonly DaysReading[] {
  // Nobody means that many days: what comes after them is not looked at.
  const kept = [dated, corrected, named, planned, distinct].reduce<readonly DaysReading[]>(
    (left, step) => step(folded, left, today),
    spans.slice(0, most),
  );
  return joined(folded, kept);
}

const most = 40;

type Step = (folded: string, spans: readonly DaysReading[], today: IsoDate) => readonly DaysReading[];

const between = (folded: string, one: DaysReading, other: DaysReading): string =>
  folded.slice(one.span[1], other.span[0]);

const denied = /(?:不是|不在|而非|莫|别写)$/;
const correction = /不对|不是[,。]|[说写看记搞弄]错|更正|改[成为到]|换[成到]?|而是|算了|推到|挪到|走不开|那就/;

/** 下周三、不对,下周四: what stands before the correction was not meant; nor is what is denied, where something else is said. */
const corrected: Step = (folded, spans) => {
  const said = spans.filter((span) => !denied.test(folded.slice(0, span.span[0])));
  const left = said.length > 0 ? said : spans;
  const from = left.findLastIndex((span, at) => {
    const before = left[at - 1];
    return before !== undefined && correction.test(between(folded, before, span));
  });
  return from > 0 ? left.slice(from) : left;
};

const numbered = /[\d一二三四五六七八九十][月号日]/;

/** 国庆后10月12日: beside a date in numbers the holiday only says where it lies. */
const named: Step = (_, spans) => {
  const dates = spans.filter(({ words }) => numbered.test(words));
  const holidays = spans.filter(
    ({ holiday, words }) => holiday !== undefined || /节|五一|国庆|端午|中秋|清明|元旦|春节/.test(words),
  );
  return dates.length > 0 && holidays.length > 0 ? spans.filter((span) => !holidays.includes(span)) : spans;
};

/** 昨晚爷爷走了,今天开始请三天: what is over tells why, where a later day is the plan's. */
const planned: Step = (folded, spans, today) => {
  const [first, second, ...more] = spans;
  if (first === undefined || second === undefined || more.length > 0) return spans;
  const past = spans.filter(({ end }) => end < today);
  const runs = /^[、到至和跟-]?$/.test(between(folded, first, second).trim());
  return past.length === 1 && !runs && !/到(?!了)|至/.test(between(folded, first, second))
    ? spans.filter(({ end }) => end >= today)
    : spans;
};

/** 12月1号到4号,中间没周末: beside days that are named a weekend is not one of them. */
const dated: Step = (_, spans) => {
  const days = spans.filter(({ grain }) => grain !== "weekend");
  return days.length > 0 ? days : spans;
};

/** 礼拜五,礼拜五出发 names one day, 后天去后天回 a trip of one; 昨天前天 the same two as 前天昨天. */
const distinct: Step = (folded, spans) => {
  const once = spans.filter(
    (span, at) => !spans.slice(0, at).some(({ start, end }) => start === span.start && end === span.end),
  );
  const [first, second] = once;
  const back = spans.at(-1);
  if (first && once.length === 1 && back && back !== first && returns.test(folded.slice(back.span[1])))
    return [{ ...first, length: { days: 1 } }];
  const backwards = once.length === 2 && first && second && addDays(second.end, 1) === first.start;
  return backwards ? [second, first] : once;
};

const returns = /^(?:当?天|晚上?|下午|上午)?(?:就|才|再)?(?:[回返止还]|转来|落屋|落地|完事|结束|收假|到家)/;

/** 这周五请到下周二, 周二周三, 本周四去,周六回: two days that make one span. */
function joined(folded: string, spans: readonly DaysReading[]): readonly DaysReading[] {
  const [first, said] = spans;
  if (first === undefined || said === undefined || spans.length > 2) return spans;
  const gap = between(folded, first, said);
  if (/或|还是/.test(gap)) return spans;
  // Across a comma only a return makes one span: 明天我去开会,周五请假 is not leave until Friday.
  const inOne = !/[,。;!?]/.test(gap) && /到(?![了的])|至|回|返|去|往|赴/.test(gap);
  const runs =
    gap.trim() === "" ||
    inOne ||
    /(?:请|休|待|耍|住)?(?<!赶|轮|碰)[到至]$/.test(gap) ||
    returns.test(folded.slice(said.span[1]));
  const second = runs ? after(first, said) : said;
  if (second.start <= first.end || first.separate !== undefined || second.separate !== undefined) return spans;
  if (!runs && (addDays(first.end, 1) !== second.start || gap.trim().length > 2)) return spans;
  const { endHalf: _, openEnd: __, length: ___, ...start } = first;
  // 10月8号9号两天: the length is the whole span's.
  const whole = second.length?.days === daysInclusive(first.start, second.start);
  return [{ ...start, end: whole ? second.start : second.end, ...(second.endHalf && { endHalf: second.endHalf }) }];
}

/** 六月十日往、十二日返: the second day is of the first one's month; 下下周二去,周四回: of its week. */
function after(first: DaysReading, second: DaysReading): DaysReading {
  if ((second.start !== second.end && second.length === undefined) || second.start > first.start) return second;
  const moved = /^(?:周|星期|礼拜)/.test(second.words)
    ? addDays(first.start, (weekday(second.start) - weekday(first.start) + 7) % 7)
    : /^[\d一二三四五六七八九十]+[号日]/.test(second.words)
      ? sameDayFrom(first.start, partsOf(second.start).day)
      : second.start;
  return { ...second, start: moved, end: moved };
}

/** The next day of that number, from a day on. */
function sameDayFrom(start: IsoDate, day: number): IsoDate {
  const { year, month } = partsOf(start);
  const here = isoDate(year, month, day);
  return here >= start ? here : addMonths(here, 1);
}
