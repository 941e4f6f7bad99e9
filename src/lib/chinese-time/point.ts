/**
 * Points: a day with its part of the day and its hour, put together from neighbouring pieces (下周三 + 上午 + 10点).
 *
 * Takes    pieces and the place to start at.
 * Returns  the point and the index of the piece behind it; hours come out on the 24-hour clock.
 * Leaves   ranges, lists and deadlines to join.ts.
 */
import { weekday as weekdayOf } from "../dates.ts";
import { counted, firstOrLast } from "./ordinal.ts";
import type { DaySpec, Meaning, Piece, Talk } from "./piece.ts";
import type { Half, Part } from "./reading.ts";

type Of<K extends Piece["kind"]> = Extract<Piece, { readonly kind: K }>;

export interface Point {
  readonly from: number;
  readonly to: number;
  /** Index of the first piece that is not part of it. */
  readonly next: number;
  readonly day?: Of<"day">;
  readonly period?: Of<"period">;
  readonly part?: Part;
  readonly clock?: Of<"clock">;
  readonly now?: true;
  /** The weekday that was said beside the date: 12月3号(周四). */
  readonly weekday?: number;
}

const CLOSE = /^[\s的,(()]{0,3}$/;
const ADJACENT = /^\s{0,2}$/;

export const gapBetween = (talk: Talk, a: { readonly to: number }, b: { readonly from: number }) =>
  talk.text.slice(a.to, b.from);
/** Nothing but white space, 的 or a comma lies between. */
export const isClose = (talk: Talk, a: { readonly to: number }, b: { readonly from: number }) =>
  CLOSE.test(gapBetween(talk, a, b));
/** Nothing but white space lies between. */
export const isAdjacent = (talk: Talk, a: { readonly to: number }, b: { readonly from: number }) =>
  ADJACENT.test(gapBetween(talk, a, b));

export function halfOf(part: Part | undefined): Half | undefined {
  if (part === "morning" || part === "forenoon") return "am";
  return part === "afternoon" ? "pm" : undefined;
}

const isPlain = (piece: Of<"day">) => piece.more === undefined && piece.until === undefined;
const isWeekday = (spec: DaySpec) => spec.by === "weekly";

/** 周日, 二月十号 or 12月3号(周四): two names of one day. Returns the one with the date. */
function sameDayTwice(talk: Talk, a: Of<"day">, b: Piece | undefined): Of<"day"> | undefined {
  if (b?.kind !== "day" || !isPlain(a) || !isPlain(b) || a.part !== undefined) return undefined;
  const gap = gapBetween(talk, a, b);
  if (!CLOSE.test(gap) || gap.includes("的")) return undefined;
  if (isWeekday(b.spec) && !isWeekday(a.spec) && a.spec.by !== "fixed") return a;
  if (isWeekday(b.spec) && a.spec.by === "fixed" && /[(\s,]|^$/.test(gap)) return a;
  if (a.spec.by === "fixed" && gap.includes("(") && b.spec.by !== "fixed") return b;
  return isWeekday(a.spec) && (b.spec.by === "yearly" || b.spec.by === "monthly") ? b : undefined;
}

/** Reads the point that starts at a piece, if one does. */
export function pointAt(talk: Talk, pieces: readonly Piece[], index: number): Point | undefined {
  const first = pieces[index];
  if (!first) return undefined;
  if (first.kind === "now") return { from: first.from, to: first.to, next: index + 1, now: true };
  if (first.kind === "period") return inPeriod(talk, pieces, index, first);
  if (first.kind === "clock") return { from: first.from, to: first.to, next: index + 1, clock: first };
  if (first.kind === "part")
    return withHour(talk, pieces, { from: first.from, to: first.to, next: index + 1, part: first.part });
  if (first.kind !== "day") return undefined;

  const second = pieces[index + 1];
  const dated = sameDayTwice(talk, first, second);
  const day = dated ?? first;
  const twice = dated !== undefined && second?.kind === "day" ? (dated === first ? second : first) : undefined;
  const weekday =
    twice?.spec.by === "weekly"
      ? twice.spec.weekday
      : twice?.spec.by === "fixed"
        ? weekdayOf(twice.spec.date)
        : undefined;
  const to = dated && second ? second.to + (talk.text[second.to] === ")" ? 1 : 0) : first.to;
  const next = dated ? index + 2 : index + 1;
  const part = day.part ?? first.part;
  const point: Point = { from: first.from, to, next, day, ...(part ? { part } : {}), ...(weekday ? { weekday } : {}) };
  return withHour(talk, pieces, withPart(talk, pieces, point));
}

/** A period, or the day or stretch that is counted inside it. */
function inPeriod(talk: Talk, pieces: readonly Piece[], index: number, period: Of<"period">): Point {
  const plain = { from: period.from, to: period.to, next: index + 1, period };
  const second = pieces[index + 1];
  if (!second || !isClose(talk, period, second)) return plain;
  if (second.kind === "ordinal") return countedIn(talk, pieces, plain, counted(period, second), second, index + 2);
  const third = pieces[index + 2];
  const side = sideOf(talk, period, second);
  if (!side || third?.kind !== "length" || third.approximate || !isAdjacent(talk, second, third)) return plain;
  return countedIn(talk, pieces, plain, firstOrLast(period, third.length, side), third, index + 3);
}

function countedIn(
  talk: Talk,
  pieces: readonly Piece[],
  plain: Point,
  meaning: Meaning | undefined,
  last: Piece,
  next: number,
): Point {
  const place = { from: plain.from, to: last.to };
  if (meaning?.kind === "period") return { ...place, next, period: { ...meaning, ...place } };
  return meaning?.kind === "day"
    ? withHour(talk, pieces, withPart(talk, pieces, { ...place, next, day: { ...meaning, ...place } }))
    : plain;
}

/** 前 behind a month or a year is its first part; behind 下周 it is "before". */
function sideOf(talk: Talk, period: Of<"period">, piece: Piece): "first" | "last" | undefined {
  if (piece.kind !== "link") return undefined;
  if (piece.link === "last") return "last";
  const first =
    piece.link === "past" ||
    (piece.link === "before" && ["month", "quarter", "half-year", "year"].includes(period.grain));
  return first && talk.text.slice(piece.from, piece.to) === "前" ? "first" : undefined;
}

function withPart(talk: Talk, pieces: readonly Piece[], point: Point): Point {
  const piece = pieces[point.next];
  if (point.part !== undefined || piece?.kind !== "part" || !isClose(talk, point, piece)) return point;
  return { ...point, to: piece.to, next: point.next + 1, part: piece.part };
}

function withHour(talk: Talk, pieces: readonly Piece[], point: Point): Point {
  const piece = pieces[point.next];
  if (piece?.kind !== "clock" || !isClose(talk, point, piece)) return point;
  return { ...point, to: piece.to, next: point.next + 1, clock: piece };
}

const pad = (value: number) => String(value).padStart(2, "0");

/** An hour on the 24-hour clock: minutes of the day, and whether am or pm is a guess. */
export interface Hour {
  readonly minutes: number;
  readonly seconds: number | undefined;
  readonly guessed: boolean;
}

/** 下午三点 is 15:00; 三点 alone is taken as 15:00 because offices sleep at 03:00, and says that it is a guess. */
export function hourOf(clock: Of<"clock">, part: Part | undefined): Hour {
  const { hour, minute, second } = clock;
  let shown = hour;
  if ((part === "afternoon" || part === "evening") && hour < 12) shown += 12;
  else if (part === "noon" && hour < 3) shown += 12;
  else if (part === "night" && hour >= 6 && hour < 12) shown += 12;
  else if ((part === "night" || part === "dawn" || part === "evening") && hour === 12)
    shown = part === "evening" ? 24 : 0;
  const guessed = part === undefined && clock.bareHour === true && hour >= 1 && hour <= 12;
  if (guessed && hour < 7) shown += 12;
  return { minutes: shown * 60 + minute, seconds: second, guessed };
}

/** "HH:MM" or "HH:MM:SS" of minutes of the day; 24:00 is 00:00. */
export function timeText(minutes: number, seconds?: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  const text = `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
  return seconds === undefined ? text : `${text}:${pad(seconds)}`;
}
