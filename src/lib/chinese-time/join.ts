/**
 * Joins pieces into readings: ranges, lists, halves, deadlines, anchors, windows (过去三天).
 *
 * Takes    the talk and its pieces.
 * Returns  readings in the order of the text, each piece used at most once.
 * Leaves   what belongs together across the sentence (下周三请事假,两天) to combine.ts.
 */
import { daysBetween, type IsoDate, mondayOf, weekday } from "../dates.ts";
import { anchored } from "./anchor.ts";
import { clockReading } from "./clock-reading.ts";
import { lengthReading, windowReading } from "./length-reading.ts";
import type { DaySpec, Piece, Talk } from "./piece.ts";
import { halfOf, isAdjacent, isClose, type Point, pointAt } from "./point.ts";
import { rangeStep } from "./range.ts";
import type { DaysReading, Doubt, ProblemReading, TimeReading } from "./reading.ts";
import { type Resolved, resolve } from "./resolve.ts";
import { contextOf, linkAt, missing, placed, type Step } from "./step.ts";
import { tail } from "./tail.ts";

export function join(talk: Talk, pieces: readonly Piece[]): TimeReading[] {
  const readings: TimeReading[] = [];
  let index = 0;
  let week: IsoDate | undefined;
  while (index < pieces.length) {
    const step = stepAt(talk, pieces, index, week);
    for (const reading of step.readings) {
      readings.push(reading);
      if (reading.kind === "days" && (reading.grain === "week" || reading.grain === undefined))
        week = weekNamed(reading, pieces, index) ?? week;
    }
    index = Math.max(step.next, index + 1);
  }
  return readings;
}

/** The week that later bare weekdays belong to: that of 下周, or of 下周一. */
function weekNamed(reading: DaysReading, pieces: readonly Piece[], index: number): IsoDate | undefined {
  if (reading.grain === "week") return reading.start;
  const piece = pieces[index];
  return piece?.kind === "day" && piece.spec.by !== "weekly" && /周|星期|礼拜/.test(reading.words)
    ? mondayOf(reading.start)
    : undefined;
}

function stepAt(talk: Talk, pieces: readonly Piece[], index: number, week: IsoDate | undefined): Step {
  const piece = pieces[index];
  if (piece === undefined) return { readings: [], next: index + 1 };
  if (piece.kind === "length") return lengthReading(talk, pieces, index);
  if (piece.kind === "no-data") {
    const problem: ProblemReading = {
      kind: "problem",
      problem: "no-holiday-data",
      holiday: piece.holiday,
      year: piece.year,
      ...placed(talk, piece.from, piece.to),
    };
    return { readings: [problem], next: index + 1 };
  }
  if (piece.kind === "link" && (piece.link === "past" || piece.link === "coming"))
    return windowReading(talk, pieces, index);
  if (piece.kind === "link" && piece.link === "as-of") return asOf(talk, pieces, index, week);
  const point = pointAt(talk, pieces, index);
  return point ? pointStep(talk, pieces, point, week) : { readings: [], next: index + 1 };
}

function asOf(talk: Talk, pieces: readonly Piece[], index: number, week: IsoDate | undefined): Step {
  const piece = pieces[index];
  const point = pointAt(talk, pieces, index + 1);
  if (!piece || !point || !isAdjacent(talk, piece, point)) return { readings: [], next: index + 1 };
  // What has been counted so far lies behind: 截到9月30号…待了187天.
  const past = /[了过]|已/.test(talk.text);
  const step = pointStep({ ...talk, lean: past ? "past" : talk.lean }, pieces, point, week);
  const readings = step.readings.map((reading): TimeReading => {
    if (reading.kind !== "days") return reading;
    const { doubts: _, ...settled } = reading;
    return { ...(past ? settled : reading), upTo: true, ...placed(talk, piece.from, reading.span[1]) };
  });
  return { readings, next: step.next };
}

function pointStep(talk: Talk, pieces: readonly Piece[], start: Point, week: IsoDate | undefined): Step {
  const anchor = anchored(talk, pieces, start);
  if (anchor) return anchor;
  const toLink = linkAt(talk, pieces, start.next, start);
  const second = toLink === "to" || toLink === "and" ? pointAt(talk, pieces, start.next + 1) : undefined;
  const linkPiece = pieces[start.next];
  const linked = second && linkPiece && isAdjacent(talk, linkPiece, second);
  if (linked && toLink === "to") return rangeStep(talk, pieces, start, second, week);
  if (linked && linkAt(talk, pieces, second.next, second) === "between") {
    const step = rangeStep(talk, pieces, start, second, week);
    return { ...step, next: Math.max(step.next, second.next + 1) };
  }
  const list = listOf(talk, pieces, start);
  return list ? daysStep(talk, pieces, list, week) : daysStep(talk, pieces, start, week);
}

/** 25号、27号 and 周一周三: whole days side by side become one point with more days. */
function listOf(talk: Talk, pieces: readonly Piece[], start: Point): Point | undefined {
  if (!isWhole(start)) return undefined;
  const more: DaySpec[] = [];
  let last = start;
  for (;;) {
    const link = linkAt(talk, pieces, last.next, last);
    const linkPiece = pieces[last.next];
    const at = link === "and" ? last.next + 1 : last.next;
    const next = pointAt(talk, pieces, at);
    if (!next?.day || !isWhole(next)) break;
    const close =
      link === "and"
        ? linkPiece && isAdjacent(talk, linkPiece, next)
        : isClose(talk, last, next) && sameKind(start, next);
    if (!close) break;
    more.push(next.day.spec, ...(next.day.more ?? []));
    last = next;
  }
  if (more.length === 0 || !start.day) return undefined;
  return { ...last, from: start.from, day: { ...start.day, more: [...(start.day.more ?? []), ...more] } };
}

const isWhole = (point: Point) => point.day !== undefined && !point.day.until && !point.part && !point.clock;
const sameKind = (a: Point, b: Point) => a.day?.spec.by === b.day?.spec.by && a.day?.spec.by !== "fixed";

/** One day, a list of days, or a range that one piece holds (12月3-5号), with what stands behind it. */
function daysStep(talk: Talk, pieces: readonly Piece[], point: Point, week: IsoDate | undefined): Step {
  const { day, period } = point;
  if (day?.until) {
    const end: Point = { ...point, day: { ...day, spec: day.until } };
    return rangeStep(talk, pieces, { ...point, day: { ...day, spec: day.spec } }, end, week);
  }
  const place = placed(talk, point.from, point.to);
  if (period) {
    const reading: DaysReading = {
      kind: "days",
      start: period.start,
      end: period.end,
      grain: period.grain,
      ...place,
      ...(period.holiday ? { holiday: period.holiday } : {}),
    };
    return tail(talk, pieces, point, [reading]);
  }
  if (!day) return timeOnly(talk, pieces, point);
  const first = onWeekday(resolve(day.spec, contextOf(talk, week)), point, talk);
  if (first.kind === "missing") return { readings: [missing(talk, first, point.from, point.to)], next: point.next };
  const dates = [first.date];
  for (const spec of day.more ?? []) {
    const next = resolve(spec, contextOf(talk, week, spec.by === "fixed" ? undefined : dates.at(-1)));
    if (next.kind === "missing") return { readings: [missing(talk, next, point.from, point.to)], next: point.next };
    dates.push(next.date);
  }
  dates.sort();
  const [start = first.date] = dates;
  const end = dates.at(-1) ?? start;
  const half = halfOf(point.part);
  const mismatch = point.weekday !== undefined && point.weekday !== weekday(start);
  const doubts: Doubt[] = [
    ...first.doubts,
    ...(day.doubt ? [day.doubt] : []),
    ...(mismatch ? (["weekday-mismatch"] as const) : []),
  ];
  const reading: DaysReading = {
    kind: "days",
    start,
    end,
    ...place,
    ...(half ? { startHalf: half, endHalf: half } : {}),
    ...(point.part && !half && !point.clock ? { part: point.part } : {}),
    ...(daysBetween(start, end) > dates.length - 1 ? { separate: dates } : {}),
    ...(day.spec.by === "yearly" && day.spec.holiday ? { holiday: day.spec.holiday } : {}),
    ...(doubts.length > 0 ? { doubts } : {}),
  };
  const { startHalf: _, endHalf: __, ...whole } = reading;
  const clock = clockReading(talk, point, start);
  return tail(talk, pieces, point, clock ? [whole, clock] : [reading]);
}

/** 周日, 二月十号: a weekday that fits the last such date but not the next one means the last. */
function onWeekday(first: Resolved, { weekday: said, day }: Point, talk: Talk): Resolved {
  if (said === undefined || !day || first.kind === "missing" || weekday(first.date) === said) return first;
  const other = resolve(day.spec, { ...contextOf(talk, undefined), lean: talk.lean === "past" ? "future" : "past" });
  return other.kind === "date" && weekday(other.date) === said ? other : first;
}

function timeOnly(talk: Talk, pieces: readonly Piece[], point: Point): Step {
  const clock = clockReading(talk, point, undefined);
  if (clock) return tail(talk, pieces, point, [clock]);
  if (point.part === undefined) return { readings: [], next: point.next };
  const half = halfOf(point.part);
  return {
    readings: [{ kind: "part", part: point.part, ...(half ? { half } : {}), ...placed(talk, point.from, point.to) }],
    next: point.next,
  };
}
