/**
 * Pieces: the words of time that the scanner finds, before they are joined into readings.
 *
 * Takes    rules: a pattern, the characters it may start with, and what it means on the day of the message.
 * Returns  typed pieces with their place in the text.
 * Leaves   joining (到, 和, 前) to join.ts, choosing year, month or week of a bare day to resolve.ts.
 */
import type { Calendar } from "../calendar.ts";
import type { IsoDate, Moment } from "../dates.ts";
import type { Grain, Length, Part } from "./reading.ts";

/** A day as far as its own words settle it. */
export type DaySpec =
  | { readonly by: "fixed"; readonly date: IsoDate }
  | { readonly by: "missing"; readonly year?: number; readonly month: number; readonly day: number }
  | {
      readonly by: "yearly";
      readonly inYear: (year: number) => IsoDate | undefined;
      readonly holiday?: string;
      readonly lunar?: true;
      /** The year that was said: 2026年元旦 is that one, past or to come. */
      readonly year?: number;
    }
  | { readonly by: "monthly"; readonly day: number }
  | { readonly by: "weekly"; readonly weekday: number };

export type Meaning =
  | {
      readonly kind: "day";
      readonly spec: DaySpec;
      readonly more?: readonly DaySpec[];
      readonly until?: DaySpec;
      readonly part?: Part;
      readonly doubt?: "loose-period";
    }
  | { readonly kind: "part"; readonly part: Part }
  | {
      readonly kind: "clock";
      readonly hour: number;
      readonly minute: number;
      readonly second?: number;
      readonly part?: Part;
      readonly bareHour?: true;
    }
  | {
      readonly kind: "length";
      readonly length: Length;
      readonly approximate: boolean;
      readonly upTo?: Length;
      readonly bound?: "at-least" | "at-most" | "more" | "less";
    }
  | {
      readonly kind: "period";
      readonly start: IsoDate;
      readonly end: IsoDate;
      readonly grain: Grain;
      readonly yearly?: boolean;
      readonly holiday?: string;
    }
  | { readonly kind: "no-data"; readonly holiday: string; readonly year: number }
  | { readonly kind: "now" }
  | {
      readonly kind: "ordinal";
      readonly count: number;
      readonly unit: "day" | "workday" | "weekday" | "week" | "month";
      readonly weekday?: number;
    }
  | { readonly kind: "link"; readonly link: Link };

export type Link =
  | "to"
  | "and"
  | "from"
  | "before"
  | "after"
  | "begin"
  | "within"
  | "between"
  | "as-of"
  | "during"
  | "past"
  | "coming"
  | "last"
  | "or";

export type Piece = Meaning & { readonly from: number; readonly to: number };

/** What the whole reading of one message shares. */
export interface Talk {
  readonly text: string;
  /** The text as it was typed; folding keeps positions, so spans hold in both. */
  readonly typed: string;
  readonly now: Moment;
  readonly calendar: Calendar;
  readonly lean: "future" | "past";
}

/** What a rule may look at besides its own match. */
export interface Setting extends Talk {
  /** The piece that ends where this match begins, if any. */
  readonly before: Piece | undefined;
}

export interface Rule {
  readonly starts: string;
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, setting: Setting) => Meaning | undefined;
}

/** A rule; `_` in the pattern stands for white space that people may type between figures and units, never a new line. */
export function rule(starts: string, pattern: string, read: Rule["read"]): Rule {
  return { starts, pattern: new RegExp(pattern.replaceAll("_", "[^\\S\\n]{0,2}"), "y"), read };
}

/** The few characters before a match: looking back must not cost more in a long text. */
export const leadOf = (text: string, at: number) => text.slice(Math.max(0, at - 6), at);

/** First characters of numerals, for `starts`. */
export const NUMERALS = "0123456789零〇一二两俩仨三四五六七八九十百千廿卅半几数";
export const DIGITS = "0123456789";

/** Pattern sources for the small numbers of dates. */
export const MONTH = "(?:1[0-2](?!\\d)|0?[1-9](?!\\d)|十[一二]?|[一二三四五六七八九]|元)";
export const DAY =
  "(?:3[01](?!\\d)|[12]\\d(?!\\d)|0?[1-9](?!\\d)|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])";
export const FOUR_DIGIT_YEAR =
  "(?:\\d{4}|[零〇一二三四五六七八九]{4}|[一两二]千[零〇]?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?)";
export const WEEK = "(?:周|星期|礼拜)";
