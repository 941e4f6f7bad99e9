/**
 * Days counted from another: 国庆后第二天, 元旦后第一个工作日, 春节前一天, 十月第一个星期一, 下个月第一个工作日.
 *
 * Takes    a point and what stands behind it.
 * Returns  the day counted to; holidays end where the calendar says, and a year without data is a problem.
 * Leaves   three days later (三天后) to length-reading.ts.
 */
import { addDays, daysInMonth, type IsoDate, isoDate, partsOf, weekday } from "../dates.ts";
import { later } from "./count.ts";
import type { Piece, Talk } from "./piece.ts";
import { isClose, type Point } from "./point.ts";
import type { DaysReading, ProblemReading, TimeReading } from "./reading.ts";
import { resolve } from "./resolve.ts";
import { contextOf, linkAt, placed, type Step } from "./step.ts";

type Ordinal = Extract<Piece, { kind: "ordinal" }>;

/** Reads a point with 前 or 后 and a count behind it; nothing if there is none. */
export function anchored(talk: Talk, pieces: readonly Piece[], point: Point): Step | undefined {
  const within = ordinalIn(talk, pieces, point);
  if (within) return within;
  const link = linkAt(talk, pieces, point.next, point);
  const linkPiece = pieces[point.next];
  const counted = pieces[point.next + 1];
  if ((link !== "before" && link !== "after") || !linkPiece || !counted || !isClose(talk, linkPiece, counted))
    return undefined;
  if (counted.kind !== "ordinal" && counted.kind !== "length") return undefined;
  if (counted.kind === "length" && (counted.approximate || (!counted.length.days && !counted.length.workdays)))
    return undefined;
  const edge = edgeOf(talk, point, link);
  if (edge === undefined) return undefined;
  const place = placed(talk, point.from, counted.to);
  const next = point.next + 2;
  const step = link === "after" ? 1 : -1;
  const reading = typeof edge === "string" ? count(talk, edge, step, counted, place) : { ...edge, ...place };
  return { readings: [reading], next: closing(talk, pieces, next, counted) };
}

/** 起 and 开始 behind the counted day say nothing new. */
const closing = (talk: Talk, pieces: readonly Piece[], next: number, behind: Piece) => {
  const link = linkAt(talk, pieces, next, behind);
  return link === "begin" || link === "during" ? next + 1 : next;
};

type Place = ReturnType<typeof placed>;

function count(talk: Talk, edge: IsoDate, step: 1 | -1, counted: Piece, place: Place): TimeReading {
  if (counted.kind === "length") {
    const workdays = counted.length.workdays;
    if (workdays !== undefined && step === 1) return workdayFrom(talk, edge, workdays, place, true);
    const far = later(edge, counted.length, step);
    const near = addDays(edge, step);
    return { kind: "days", start: step > 0 ? near : far, end: step > 0 ? far : near, ...place };
  }
  if (counted.kind === "ordinal" && counted.unit === "workday")
    return workdayFrom(talk, edge, counted.count, place, false);
  const days = counted.kind === "ordinal" ? counted.count : 1;
  const date = addDays(edge, step * days);
  return { kind: "days", start: date, end: date, ...place };
}

function workdayFrom(
  talk: Talk,
  edge: IsoDate,
  count: number,
  place: Place,
  whole: boolean,
): DaysReading | ProblemReading {
  const date = talk.calendar.nthWorkday(addDays(edge, 1), count);
  const first = whole ? talk.calendar.nthWorkday(addDays(edge, 1), 1) : date;
  if (date === "unknown-year" || first === "unknown-year") {
    return {
      kind: "problem",
      problem: "no-holiday-data",
      year: partsOf(addDays(edge, 1)).year,
      near: addDays(edge, 1),
      ...place,
    };
  }
  return { kind: "days", start: first, end: date, ...place };
}

type NoData = Omit<Extract<ProblemReading, { problem: "no-holiday-data" }>, "span" | "words">;

/** The last day before counting on, or the first before counting back; for holidays the calendar's. */
function edgeOf(talk: Talk, point: Point, side: "before" | "after"): IsoDate | NoData | undefined {
  if (point.period) return side === "after" ? point.period.end : point.period.start;
  if (!point.day || point.day.until || point.day.more || point.part || point.clock) return undefined;
  const { spec } = point.day;
  if (spec.by !== "yearly" || spec.holiday === undefined) {
    const date = resolve(spec, contextOf(talk, undefined));
    return date.kind === "date" ? date.date : undefined;
  }
  const { year } = partsOf(talk.now.date);
  for (const at of talk.lean === "past" ? [year, year - 1] : [year, year + 1]) {
    const day = spec.inYear(at);
    if (day === undefined) continue;
    const off = talk.calendar.holiday(spec.holiday, at);
    const edge = typeof off === "object" ? (side === "after" ? off.end : off.start) : day;
    const open = talk.lean === "past" ? edge <= talk.now.date : edge >= talk.now.date;
    if (!open) continue;
    // Where the break ends is the calendar's to say; the day itself is known for all holidays.
    if (off === "unknown-year" && side === "after")
      return { kind: "problem", problem: "no-holiday-data", holiday: spec.holiday, year: at, near: day };
    return edge;
  }
  return undefined;
}

/** 十月的第一个星期一, 下个月第一个工作日: counted inside a period. */
function ordinalIn(talk: Talk, pieces: readonly Piece[], point: Point): Step | undefined {
  const ordinal = pieces[point.next];
  const { period } = point;
  if (!period || ordinal?.kind !== "ordinal" || !isClose(talk, point, ordinal)) return undefined;
  const place = placed(talk, point.from, ordinal.to);
  const readings = inPeriod(talk, period.start, period.end, ordinal, place);
  return readings && { readings: [readings], next: closing(talk, pieces, point.next + 1, ordinal) };
}

function inPeriod(talk: Talk, start: IsoDate, end: IsoDate, ordinal: Ordinal, place: Place): TimeReading | undefined {
  if (ordinal.unit === "workday") return workdayFrom(talk, addDays(start, -1), ordinal.count, place, false);
  if (ordinal.unit === "day") {
    const date = addDays(start, ordinal.count - 1);
    return date <= end ? { kind: "days", start: date, end: date, ...place } : undefined;
  }
  const day = ordinal.weekday ?? 1;
  const { year, month } = partsOf(start);
  const last = isoDate(year, month, daysInMonth(year, month));
  const date =
    ordinal.count < 0
      ? addDays(last, -((weekday(last) - day + 7) % 7))
      : addDays(start, ((day - weekday(start) + 7) % 7) + (ordinal.count - 1) * 7);
  return date <= end ? { kind: "days", start: date, end: date, ...place } : undefined;
}
