/**
 * The word right behind a day, a period or an hour: 前, 之后, 起, 内, 期间.
 *
 * Takes    the point, and the readings that it has become.
 * Returns  deadlines, open ends, hours with one side open; the readings as they were when no such word follows.
 * Leaves   前 and 后 with a count behind them to anchor.ts.
 */
import { addDays } from "../dates.ts";
import type { Piece, Talk } from "./piece.ts";
import type { Point } from "./point.ts";
import type { TimeReading } from "./reading.ts";
import { linkAt, placed, type Step } from "./step.ts";

/** What stands behind days: 前 makes a deadline, 起 and 以后 leave the end open, 内 closes it. */
export function tail(talk: Talk, pieces: readonly Piece[], point: Point, readings: readonly TimeReading[]): Step {
  const link = linkAt(talk, pieces, point.next, point);
  const piece = pieces[point.next];
  if (!link || !piece) return { readings, next: point.next };
  const [days] = readings;
  const place = placed(talk, point.from, piece.to);
  const clock = readings.find((reading) => reading.kind === "clock");
  if (clock && (link === "before" || link === "after" || link === "begin")) {
    const open = link === "before" ? "before" : "after";
    return {
      readings: readings.map((one) => (one === clock ? { ...clock, ...place, open } : one)),
      next: point.next + 1,
    };
  }
  if (days?.kind !== "days") return { readings, next: point.next };
  if (link === "before" || (link === "within" && days.grain !== undefined)) {
    const beforeAll =
      link === "before" &&
      (days.grain !== undefined || days.holiday !== undefined) &&
      !/^[或及和]/.test(piece.kind === "link" ? talk.text.slice(piece.from) : "");
    const by = beforeAll ? addDays(days.start, -1) : days.end;
    const settled = link === "within" || beforeAll || days.doubts?.includes("loose-period") === true;
    return {
      readings: [{ kind: "deadline", by, ...(settled ? { inclusive: true as const } : {}), ...place }],
      next: point.next + 1,
    };
  }
  if (link === "after" || link === "begin") {
    const start = link === "after" && days.grain !== undefined ? addDays(days.end, 1) : days.start;
    const end = link === "after" && days.grain !== undefined ? start : days.end;
    const { grain: _, ...open } = days;
    return {
      readings: [{ ...(link === "begin" && days.grain ? days : open), start, end, openEnd: true, ...place }],
      next: point.next + 1,
    };
  }
  if (link === "during") return { readings: [{ ...days, ...place }], next: point.next + 1 };
  return { readings, next: point.next };
}
