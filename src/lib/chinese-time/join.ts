/**
 * Walks through the pieces of a message and joins them into readings.
 *
 * Takes    the talk and its pieces.
 * Returns  readings in the order of the text, each piece used at most once.
 * Leaves   a day and its neighbours to days.ts, lengths to length-reading.ts; what belongs
 *          together across the sentence (下周三请事假,两天) to combine.ts.
 */
import { type IsoDate, mondayOf } from "../dates.ts";
import { daysStep, pointStep } from "./days.ts";
import { lengthReading, windowReading } from "./length-reading.ts";
import { leadOf, type Piece, type Talk } from "./piece.ts";
import { isAdjacent, type Point, pointAt } from "./point.ts";
import { rangeStep } from "./range.ts";
import type { DaysReading, ProblemReading, TimeReading } from "./reading.ts";
import { placed, type Step } from "./step.ts";

export function join(talk: Talk, pieces: readonly Piece[]): TimeReading[] {
  const readings: TimeReading[] = [];
  let index = 0;
  let week: IsoDate | undefined;
  while (index < pieces.length) {
    const step = stepAt(talk, pieces, index, week, readings.at(-1));
    if (step.replaces) readings.pop();
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

function stepAt(
  talk: Talk,
  pieces: readonly Piece[],
  index: number,
  week: IsoDate | undefined,
  last: TimeReading | undefined,
): Step {
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
  if (piece.kind === "link" && piece.link === "to") return endOnly(talk, pieces, index, week, last);
  const point = pointAt(talk, pieces, index);
  return point ? pointStep(talk, pieces, point, week) : { readings: [], next: index + 1 };
}

/** Words that move something to a day, or wait for it: there the day behind 到 is no end. */
const MOVES = /[改迟延调换挪定约排拖等安前轮提]\s?$/;

/** 请到周五: an end without its start, unless a start stands shortly before it (从12月1号出差到5号). */
function endOnly(
  talk: Talk,
  pieces: readonly Piece[],
  index: number,
  week: IsoDate | undefined,
  last: TimeReading | undefined,
): Step {
  const link = pieces[index];
  const point = pointAt(talk, pieces, index + 1);
  if (!link || !point?.day || !isAdjacent(talk, link, point)) return { readings: [], next: index + 1 };
  if (MOVES.test(leadOf(talk.text, link.from))) return pointStep(talk, pieces, point, week);
  const start = last?.kind === "days" ? startBefore(talk, last, link) : undefined;
  if (start) return { ...rangeStep(talk, pieces, start, point, week), replaces: true };
  const step = daysStep(talk, pieces, point, week);
  const readings = step.readings.map(
    (reading): TimeReading =>
      reading.kind === "days" && reading.start === reading.end && !reading.openEnd
        ? { ...reading, doubts: [...(reading.doubts ?? []), "open-start"] }
        : reading,
  );
  return { readings, next: step.next };
}

/** The single day that a range behind a few words may start on, as a point. */
function startBefore(
  talk: Talk,
  { start, end, grain, separate, upTo, startHalf, span }: DaysReading,
  link: Piece,
): Point | undefined {
  const gap = talk.text.slice(span[1], link.from);
  if (start !== end || grain || separate || upTo || gap.length > 10 || /[,。!?;\n]/.test(gap)) return undefined;
  const [from, to] = span;
  const part = startHalf === "pm" ? "afternoon" : startHalf === "am" ? "forenoon" : undefined;
  return {
    from,
    to,
    next: 0,
    day: { kind: "day", spec: { by: "fixed", date: start }, from, to },
    ...(part ? { part } : {}),
  };
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
