/**
 * Days and hours from one point on: single days, lists (25号、27号), ranges, with the words right behind them.
 *
 * Takes    the talk, its pieces, a point, and the week that the message has named.
 * Returns  the readings of that stretch of text, and where to go on.
 * Leaves   the walk through the message to join.ts.
 */
import { daysBetween, type IsoDate, weekday } from "../dates.ts";
import { anchored } from "./anchor.ts";
import { clockReading } from "./clock-reading.ts";
import type { DaySpec, Piece, Talk } from "./piece.ts";
import { halfOf, isAdjacent, isClose, type Point, pointAt } from "./point.ts";
import { rangeStep } from "./range.ts";
import type { DaysReading, Doubt } from "./reading.ts";
import { type Resolved, resolve } from "./resolve.ts";
import { contextOf, linkAt, missing, placed, type Step } from "./step.ts";
import { tail } from "./tail.ts";

/** What one point and the words behind it say: an anchor, a range, a list, or the days themselves. */
export function pointStep(talk: Talk, pieces: readonly Piece[], start: Point, week: IsoDate | undefined): Step {
  const anchor = anchored(talk, pieces, start);
  if (anchor) return anchor;
  // 从明天起到28号: 起 before 到 adds nothing.
  const begin = linkAt(talk, pieces, start.next, start) === "begin" ? pieces[start.next] : undefined;
  const at = begin && linkAt(talk, pieces, start.next + 1, begin) === "to" ? start.next + 1 : start.next;
  const linkPiece = pieces[at];
  const toLink = linkAt(talk, pieces, at, at === start.next || !begin ? start : begin);
  const second = toLink === "to" || toLink === "and" ? pointAt(talk, pieces, at + 1) : undefined;
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

const ABOUT = /^(?:左右|前后|上下)/;

/** One day, a list of days, or a range that one piece holds (12月3-5号), with what stands behind it. */
export function daysStep(talk: Talk, pieces: readonly Piece[], point: Point, week: IsoDate | undefined): Step {
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
    ...(day.doubt || ABOUT.test(talk.text.slice(point.to, point.to + 2)) ? (["loose-period"] as const) : []),
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
    ...(startsOnly(talk, pieces, point) && start === end ? { openEnd: true as const } : {}),
  };
  const { startHalf: _, endHalf: __, ...whole } = reading;
  const clock = clockReading(talk, point, start);
  return tail(talk, pieces, point, clock ? [whole, clock] : [reading]);
}

/** 从26号请假: 从 without 到. */
function startsOnly(talk: Talk, pieces: readonly Piece[], point: Point): boolean {
  let index = point.next - 1;
  while (index >= 0 && (pieces[index]?.from ?? 0) >= point.from) index -= 1;
  const piece = pieces[index];
  return piece?.kind === "link" && piece.link === "from" && isAdjacent(talk, piece, point);
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
