/**
 * What a message can say about time: the readings that `readTimes` returns.
 *
 * Takes    nothing; these are types.
 * Returns  plain dates with am/pm at both ends, lengths, clock times, deadlines, and problems to ask about.
 * Leaves   the sentences for the person to answer/wording.ts: a problem carries facts only.
 */
import type { IsoDate } from "../dates.ts";

export type Half = "am" | "pm";
export type Part = "dawn" | "morning" | "forenoon" | "noon" | "afternoon" | "evening" | "night";

/** Why a reading may be wrong although it is the best one. */
export type Doubt =
  /** No year was said, and the nearest future one lies more than half a year ahead. */
  | "year"
  /** 周一 said on a Monday. */
  | "week"
  /** 一天半 from a whole day: which half the last one is was not said. */
  | "half"
  /** 12月3号(周五) when the 3rd is a Thursday. */
  | "weekday-mismatch"
  /** 月底, 10号左右, 这两天; in a span also 下周 as a whole. */
  | "loose-period"
  /** 从26号请假: only the start was said. */
  | "open-end"
  /** 请到周五: only the end was said; start and end are both that day. */
  | "open-start";

/** A length of time; every unit as it was said. */
export interface Length {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
  readonly workdays?: number;
  readonly nights?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

export type Grain =
  | "day"
  | "weekend"
  | "week"
  | "ten-days"
  | "half-month"
  | "month"
  | "quarter"
  | "half-year"
  | "year"
  | "decade"
  | "days";

interface Place {
  /** From and to, in the text that was read; `to` is one past the end. */
  readonly span: readonly [number, number];
  readonly words: string;
}

/** One day, a run of days, or several days apart. */
export interface DaysReading extends Place {
  readonly kind: "days";
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** "pm": the first day counts from noon; "am" alone says no more than the whole day does. */
  readonly startHalf?: Half;
  /** "am": the last day counts until noon. */
  readonly endHalf?: Half;
  /** The days of a list with gaps: 25号、27号. */
  readonly separate?: readonly IsoDate[];
  readonly nights?: number;
  /** What the words name as one: 下周 is a "week"; without it the words name days. */
  readonly grain?: Grain;
  /** A part of the day that is no half: 中午, 晚上. */
  readonly part?: Part;
  /** Only the beginning was said: 从26号开始. */
  readonly openEnd?: true;
  /** Said as the last day of a count: 截到9月30号. */
  readonly upTo?: true;
  /** The length that the end was worked out from, in natural days; workdays are the caller's choice. */
  readonly length?: Length;
  readonly holiday?: string;
  readonly doubts?: readonly Doubt[];
}

export interface DurationReading extends Place, Length {
  readonly kind: "duration";
  /** 三天以上 at-least, 三天以内 at-most, 超过三天 more, 不到三天 less. */
  readonly bound?: "at-least" | "at-most" | "more" | "less";
}

export interface ClockReading extends Place {
  readonly kind: "clock";
  /** "HH:MM", with ":SS" when seconds were said. */
  readonly time: string;
  readonly until?: string;
  readonly date?: IsoDate;
  readonly untilDate?: IsoDate;
  /** 三点 without 上午 or 下午: the twelve hours are not settled. */
  readonly halfUnknown?: true;
  /** 八点以后 has no end, 八点之前 no beginning. */
  readonly open?: "before" | "after";
}

/** 下午 with no day: an answer to "which half?". */
export interface PartReading extends Place {
  readonly kind: "part";
  readonly part: Part;
  readonly half?: Half;
}

export interface DeadlineReading extends Place {
  readonly kind: "deadline";
  /** The last day that is in time, as far as the words say; X前 leaves open whether X itself is. */
  readonly by: IsoDate;
  /** The words stop at the day itself: 年底前, 本月内. Without it 9月30号前 may exclude the 30th. */
  readonly inclusive?: true;
}

export type ProblemReading = Place & { readonly kind: "problem" } & (
    | { readonly problem: "no-such-date"; readonly year?: number; readonly month: number; readonly day: number }
    | { readonly problem: "end-before-start"; readonly start: IsoDate; readonly end: IsoDate }
    | { readonly problem: "no-holiday-data"; readonly holiday?: string; readonly year: number; readonly near?: IsoDate }
    | { readonly problem: "half-unknown"; readonly start: IsoDate; readonly end: IsoDate }
    | { readonly problem: "approximate"; readonly length: Length; readonly upTo?: Length }
  );

export type TimeReading = DaysReading | DurationReading | ClockReading | PartReading | DeadlineReading | ProblemReading;
