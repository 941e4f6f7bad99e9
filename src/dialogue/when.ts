/**
 * The dates of a message → the slots start, end, halves, days, nights, minutes, asOf.
 *
 * Takes    the readings of lib/chinese-time. Returns facts, and what must be asked back because it cannot be read safely.
 * Leaves   which of several days are meant to days-meant.ts, counting workdays to draft.ts, the question's sentence to answer/wording.
 *
 * A bare week or month (下周, 这个月) names no days: it fills none, so the dialogue asks which days are meant.
 */
import type { DaysReading, DurationReading, Length, ProblemReading, TimeReading } from "../lib/chinese-time/reading.ts";
import type { IsoDate } from "../lib/dates.ts";
import { formOf } from "../requests/form.ts";
import type { RequestType } from "../requests/request.ts";
import type { Facts } from "../rules/slots.ts";
import { behind, happened, lateFiled, nearest } from "./days-behind.ts";
import { daysMeant } from "./days-meant.ts";
import { monthFacts } from "./months.ts";

export interface When {
  readonly facts: Facts;
  readonly problem?: ProblemReading;
  /** Only the beginning was said: 从26号开始, 后天起. */
  readonly fromThen?: true;
  /** The length was told in whole weeks. */
  readonly weeks?: number;
  /** The message's days where they do not make one span: 周一和周四. They fill no slot, for the days between were not meant. */
  readonly several?: readonly DaysReading[];
}

/** Nobody is away longer; a longer length was meant for something else, or is asked for again. */
const longest = 1100;

/** Folds the readings of one message into slots. `folded` is the message they were read from, `today` its day, `form` what it is told to. */
export function when(folded: string, readings: readonly TimeReading[], today: IsoDate, form?: RequestType): When {
  const spans = readings
    .filter((reading) => reading.kind === "days")
    .map((span) => (span.doubts?.includes("year") && over.test(folded) ? nearest(span, today) : span))
    .map((span) => (happened(folded, span) ? behind(span, today) : span))
    .map((span) => (form !== undefined && formOf(form).absent === true ? lateFiled(span, today) : span))
    .filter(({ start, end }) => start > "1990" && end < "2100");
  const exact = spans
    .filter((span) => !sameDay.test(span.words))
    .filter(
      (span) => span.grain === undefined || span.grain === "day" || span.grain === "days" || span.grain === "weekend",
    );
  const last = exact.find(
    (span) => span.upTo === true || (span.length !== undefined && counted.test(folded.slice(0, span.span[0]))),
  );
  const days = daysMeant(
    folded,
    exact.filter((span) => span !== last),
    today,
  );
  // What was counted up to a day is over by then: 到10月31日在驻地210天 in December.
  const upTo = last?.doubts?.includes("year") ? nearest(last, today) : last;
  const lengths = readings.filter((reading) => reading.kind === "duration").filter(({ words }) => !sameDay.test(words));
  const problem = readings.find((reading) => reading.kind === "problem");
  const hours = halfOf(readings);
  const first = days[0];
  const apart =
    first?.separate !== undefined ||
    (days.length > 1 && !days.every((span) => span.start === first?.start && span.end === first.end));
  const weeks = wholeWeeks([...lengths, ...days.flatMap((span) => span.length ?? [])]);
  return {
    ...(weeks === undefined ? {} : { weeks }),
    facts: {
      // 25号请半天: the day is known, and which half is asked for.
      ...(problem?.problem === "half-unknown" && first === undefined
        ? { start: problem.start, end: problem.end, days: 0.5 }
        : {}),
      ...(first === undefined || apart ? {} : endsOnly(folded, first) ? endFacts(first) : spanFacts(first)),
      ...Object.assign({}, ...lastChanged(folded, lengths).toReversed().map(lengthFacts)),
      ...(lengths.length === 0 && first === undefined && readings.some(({ words }) => sameDay.test(words))
        ? { days: 1 }
        : {}),
      ...(first === undefined ? halfAlone(readings) : {}),
      // 今天下午三点到五点: hours are no unit of leave; the half they lie in is.
      ...(first !== undefined && !apart && first.start === first.end && hours !== undefined
        ? { startHalf: hours, endHalf: hours }
        : {}),
      ...(first === undefined ? longAgo(spans, today) : {}),
      ...monthFacts(readings, today),
      ...(upTo === undefined ? {} : { asOf: upTo.length === undefined ? upTo.end : upTo.start }),
    },
    ...(problem === undefined ? {} : { problem }),
    ...(apart ? { several: days } : {}),
    ...(first?.openEnd === true && !apart ? { fromThen: true } : {}),
  };
}

/** 去年3月去成都: of a time that is over and names no day, the figures of its first day hold. */
function longAgo(spans: readonly DaysReading[], today: IsoDate): Facts {
  const over = spans.find(({ end, grain }) => grain !== undefined && grain !== "day" && end < today);
  return over === undefined ? {} : { inForceOn: over.start };
}

/** 请假一周: how many whole weeks a length is, where it is nothing else; a form decides which of their days count. */
const wholeWeeks = (lengths: readonly Length[]): number | undefined => {
  const [only, ...others] = lengths;
  const weeks = only?.weeks ?? 0;
  return others.length === 0 && weeks > 0 && Number.isInteger(weeks) && !only?.days && !only?.workdays
    ? weeks
    : undefined;
};

/** 五天砍成四天: of two lengths the changed one is meant. */
function lastChanged(folded: string, lengths: readonly DurationReading[]): readonly DurationReading[] {
  const from = lengths.findLastIndex(({ span }, at) => {
    const before = lengths[at - 1];
    if (before === undefined) return false;
    const gap = folded.slice(before.span[1], span[0]).trim();
    return /(?:改|换|变|砍|缩|减|增|加|延|调)[成为到]$/.test(gap) || /^(?:不够|太短|少了|太少)/.test(gap);
  });
  return from > 0 ? lengths.slice(from) : lengths;
}

/** What is claimed or counted up may be over: 4月28号出差,补助多少 in May is not of next year; 1月5号 in December is. */
const over = /报销|报账|补助|补贴|公杂|伙食|饭补|能报|能领|回来了|才回/;

/** 当天回 says how long a day's trip is, not which day it is. */
const sameDay = /^(?:当天|当日)/;
/** 到10月31号在驻地200天: the day is up to which the days were counted. */
const counted = /(?:^|[^从改挪换推调移延])(?:到|截至|截到|截止)$/;

/** 到周三就回来, 14号回来, 结束改到17号: the day is where it ends; the start stands as it was. */
const endsOnly = (folded: string, { span, start, end, doubts }: DaysReading): boolean => {
  const before = folded.slice(0, span[0]);
  const ends =
    doubts?.includes("open-start") ||
    /(?<![改挪换推迟前调移])(?:到|至)$/.test(before) ||
    /(?:回来|返回|结束|返程|回程|截止)(?:的)?(?:日子|日期|时间|那天)?(?:改成|改到|改为|换成|推到|延到|是|:)*$/.test(
      before,
    ) ||
    /^(?:就|才|再)?(?:回来|回(?=$|[,。;!了])|返回|返程|结束|转来|落屋|落地|到家)/.test(folded.slice(span[1]));
  return start === end && ends && !/从/.test(folded);
};

/** The half of the day that a span of hours lies in; nothing where it reaches over noon, or may be morning or evening. */
function halfOf(readings: readonly TimeReading[]): "am" | "pm" | undefined {
  const clock = readings.find((reading) => reading.kind === "clock" && reading.until !== undefined);
  if (clock?.kind !== "clock" || clock.until === undefined || clock.halfUnknown) return undefined;
  if (clock.time >= "12:00" && clock.until > clock.time) return "pm";
  return clock.until <= "12:00" && clock.until > clock.time ? "am" : undefined;
}

/** 休到10号,三天: the end, and the length that was said with it. */
const endFacts = ({ end, length }: DaysReading): Facts => ({
  end,
  ...(length?.days === undefined || length.days < 1 ? {} : { days: length.days }),
});

/** 改成下午: the half of a day that is known already. */
function halfAlone(readings: readonly TimeReading[]): Facts {
  const half = readings.find((reading) => reading.kind === "part")?.half;
  return half === undefined ? {} : { startHalf: half, endHalf: half };
}

/** 明天 alone: whether that is the whole of it, whoever takes the day decides. */
const isBareDay = ({ start, end, length, startHalf, nights }: DaysReading): boolean =>
  start === end && length === undefined && startHalf === undefined && nights === undefined;

/** A length in days, where it is told in days or weeks. */
const daysIn = ({ days = 0, workdays = 0, weeks = 0 }: Length): number => days + workdays + weeks * 7;

function spanFacts(span: DaysReading): Facts {
  const days = daysIn(span.length ?? {});
  // 下周五开始请3天: where it ends depends on whether weekends count, and the form knows that.
  if (days > 0 && days % 0.5 === 0 && days <= longest && span.start !== span.end) {
    return { start: span.start, days, ...(span.startHalf === undefined ? {} : { startHalf: span.startHalf }) };
  }
  return {
    start: span.start,
    ...(span.openEnd === true || isBareDay(span) ? {} : { end: span.end }),
    ...(days === 1 && span.start === span.end ? { days } : {}),
    ...(span.startHalf === "pm" || (span.startHalf === "am" && span.endHalf === "am")
      ? { startHalf: span.startHalf }
      : {}),
    ...(span.endHalf === "am" || (span.endHalf === "pm" && span.startHalf === "pm") ? { endHalf: span.endHalf } : {}),
    ...(span.nights === undefined ? {} : { nights: span.nights }),
  };
}

function lengthFacts(length: DurationReading): Facts {
  const days = daysIn(length);
  const minutes = (length.minutes ?? 0) + (length.hours ?? 0) * 60;
  return {
    ...(days > 0 && days % 0.5 === 0 && days <= longest ? { days } : {}),
    ...(length.nights === undefined ? {} : { nights: length.nights }),
    ...(minutes > 0 && Number.isInteger(minutes) ? { minutes } : {}),
  };
}
