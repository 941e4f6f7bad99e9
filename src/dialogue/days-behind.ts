/**
 * Days without a year or month that lie behind (已经过去的日子): 11月5号开的会 on the 22nd is of this year, not of the next.
 *
 * Takes    a day as read, which is the next of its name, and the message around it.
 * Returns  the same day a year or a month before, where that is meant.
 * Leaves   去年, 上周 and 已经 to lib/chinese-time, which form looks back to form-words.ts.
 */
import type { DaysReading } from "../lib/chinese-time/reading.ts";
import { addMonths, daysBetween, type IsoDate } from "../lib/dates.ts";

const dayAlone = /^[\d一二三四五六七八九十]{1,3}(?:号|日)/;
const monthAndDay = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:月|[./-]\d)/;

/** How many months before the day of the same name lies; nothing where the words say which one it is. */
const every = ({ words }: DaysReading): number | undefined =>
  /年|\d{4}|\d[./-]\d+[./-]/.test(words)
    ? undefined
    : dayAlone.test(words)
      ? 1
      : monthAndDay.test(words)
        ? 12
        : undefined;

const before = (span: DaysReading, months: number): DaysReading => ({
  ...span,
  start: addMonths(span.start, -months),
  end: addMonths(span.end, -months),
});

/** The nearer of this year's and the next year's. */
export function nearest(span: DaysReading, today: IsoDate): DaysReading {
  const gone = before(span, 12);
  return daysBetween(gone.start, today) < daysBetween(today, span.start) ? gone : span;
}

/** The last one: 15号 on the 23rd is of this month, 28号 of the month before; 12月5号 on the 23rd of November is still to come. */
export function past(span: DaysReading, today: IsoDate): DaysReading {
  const months = every(span);
  if (span.start <= today || months === undefined) return span;
  return months === 1 || span.doubts?.includes("year") ? before(span, months) : span;
}

/** 11月5号开的, 3月5日去了成都, 民主生活会11月28日已召开: what happened on the day. */
const over =
  /^(?:上午|下午|晚上|就|才|已经?|我们?|局里|单位)*(?:在[^,,。;;]{1,6})?(?:召开|开|举行|举办|办|结束|去|来|到|回|走|交|报|送|发|收|休|住|吃|接待|出差|学|培训|迟到|早退)(?:完|过|好)?(?:的|了|过)|^已经?(?:召开|举行|结束|开)/;

/** Has it happened on the day of the span, by what stands behind it? */
export const happened = (folded: string, { span }: DaysReading): boolean =>
  over.test(folded.slice(span[1]).trimStart());

/** What has happened is past; only a day that comes sooner than it was, within two months, may still be meant: 25号来的客人. */
export function behind(span: DaysReading, today: IsoDate): DaysReading {
  const months = every(span);
  if (span.start <= today || months === undefined) return span;
  const gone = before(span, months);
  const ahead = daysBetween(today, span.start);
  return ahead <= soon && ahead < daysBetween(gone.start, today) ? span : gone;
}

const soon = 62;

/** 12月1日 on the 4th, of a leave or a trip: filed late, for nobody plans a year ahead what has just been. */
export function lateFiled(span: DaysReading, today: IsoDate): DaysReading {
  if (span.start <= today || span.doubts?.includes("year") !== true || every(span) !== 12) return span;
  const gone = before(span, 12);
  return daysBetween(gone.start, today) <= lately ? gone : span;
}

/** A quarter of a year. */
const lately = 92;
