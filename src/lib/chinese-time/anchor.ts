/**
 * Days counted from another: 国庆后第二天, 元旦后第一个工作日, 春节前一天, 下个月第一个工作日.
 *
 * Takes    a point and what stands behind it.
 * Returns  the day counted to; holidays end where the calendar says, and a year without data is a problem.
 * Leaves   three days later (三天后) to length-reading.ts, 十月第一个星期一 to ordinal.ts.
 */
import { addDays, type IsoDate, partsOf } from "../dates.ts";
import { later } from "./count.ts";
import type { Piece, Talk } from "./piece.ts";
import { isClose, type Point } from "./point.ts";
import type { DaysReading, Length, ProblemReading, TimeReading } from "./reading.ts";
import { resolve } from "./resolve.ts";
import { contextOf, linkAt, placed, type Step } from "./step.ts";

/** Reads a point with 前 or 后 and a count behind it; nothing if there is none. */
export function anchored(talk: Talk, pieces: readonly Piece[], point: Point): Step | undefined {
  const within = workdayIn(talk, pieces, point);
  if (within) return within;
  const link = linkAt(talk, pieces, point.next, point);
  const linkPiece = pieces[point.next];
  const counted = pieces[point.next + 1];
  if ((link !== "before" && link !== "after") || !linkPiece || !counted || !isClose(talk, linkPiece, counted))
    return undefined;
  if (counted.kind !== "ordinal" && counted.kind !== "length") return undefined;
  if (counted.kind === "length" && (counted.approximate || !isCountable(counted.length, link))) return undefined;
  const edge = edgeOf(talk, point, link);
  if (edge === undefined) return undefined;
  const place = placed(talk, point.from, counted.to);
  const next = point.next + 2;
  const step = link === "after" ? 1 : -1;
  const reading = typeof edge === "string" ? count(talk, edge, step, counted, place) : { ...edge, ...place };
  return { readings: [reading], next: closing(talk, pieces, next, counted) };
}

/** Days count either way, workdays only on: 节前两个工作日 is left to be asked about. */
const isCountable = ({ days, workdays }: Length, link: "before" | "after") =>
  days !== undefined || (workdays !== undefined && link === "after");

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
  const said = spec.year;
  for (const at of said !== undefined ? [said] : talk.lean === "past" ? [year, year - 1] : [year, year + 1]) {
    const day = spec.inYear(at);
    if (day === undefined) continue;
    const off = talk.calendar.holiday(spec.holiday, at);
    const edge = typeof off === "object" ? (side === "after" ? off.end : off.start) : day;
    const open = talk.lean === "past" ? edge <= talk.now.date : edge >= talk.now.date;
    if (!open && said === undefined) continue;
    // Where the break ends is the calendar's to say; the day itself is known for all holidays.
    if (off === "unknown-year" && side === "after")
      return { kind: "problem", problem: "no-holiday-data", holiday: spec.holiday, year: at, near: day };
    return edge;
  }
  return undefined;
}

/** 下个月第一个工作日: the one count inside a period that the calendar may not know. */
function workdayIn(talk: Talk, pieces: readonly Piece[], point: Point): Step | undefined {
  const ordinal = pieces[point.next];
  const { period } = point;
  if (!period || ordinal?.kind !== "ordinal" || ordinal.unit !== "workday" || !isClose(talk, point, ordinal))
    return undefined;
  const reading = workdayFrom(
    talk,
    addDays(period.start, -1),
    ordinal.count,
    placed(talk, point.from, ordinal.to),
    false,
  );
  return { readings: [reading], next: closing(talk, pieces, point.next + 1, ordinal) };
}
