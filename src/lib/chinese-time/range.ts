/**
 * Ranges: 下周一到周三, 12月28日至1月2日, 26号下午到28号, 明早9点到下午3点, 10月到11月.
 *
 * Takes    two points with 到 between them.
 * Returns  one reading from the first to the second; the second inherits what it does not say.
 * Why      an end before its start is never repaired in silence: it comes out as a problem with both days.
 */
import { addDays, addMonths, daysBetween, type IsoDate, mondayOf } from "../dates.ts";
import { clockRange } from "./clock-reading.ts";
import type { DaySpec, Piece, Talk } from "./piece.ts";
import { halfOf, type Point } from "./point.ts";
import type { DaysReading, Doubt, TimeReading } from "./reading.ts";
import { type Resolved, resolve } from "./resolve.ts";
import { contextOf, linkAt, missing, placed, type Step } from "./step.ts";

/** Reads two points as one stretch of time. */
export function rangeStep(talk: Talk, pieces: readonly Piece[], a: Point, b: Point, week: IsoDate | undefined): Step {
  const behind = linkAt(talk, pieces, b.next, b);
  const next = behind === "begin" || behind === "during" || behind === "between" ? b.next + 1 : b.next;
  const first = startOf(talk, a, b, week);
  if (first?.kind === "missing") return { readings: [missing(talk, first, a.from, a.to)], next };
  const start = first?.date;
  const last = endOf(talk, b, start, week);
  if (last?.kind === "missing") return { readings: [missing(talk, last, b.from, b.to)], next };
  return { readings: readingsOf(talk, a, b, start, last?.date, first?.doubts ?? []), next };
}

function readingsOf(
  talk: Talk,
  a: Point,
  b: Point,
  start: IsoDate | undefined,
  last: IsoDate | undefined,
  doubts: readonly Doubt[],
): TimeReading[] {
  const clock = clockRange(talk, a, b, start ?? (last === undefined ? undefined : talk.now.date), last);
  const place = placed(talk, a.from, b.to);
  if (start === undefined && last === undefined) return clock ? [clock] : partsOnly(talk, a, b);
  const from = start ?? talk.now.date;
  const to = last ?? from;
  if (to < from) return [{ kind: "problem", problem: "end-before-start", start: from, end: to, ...place }];
  const startHalf = clock ? undefined : halfOf(a.part);
  const endHalf = clock ? undefined : halfOf(b.part);
  if (from === to && startHalf === "pm" && endHalf === "am")
    return [{ kind: "problem", problem: "end-before-start", start: from, end: to, ...place }];
  const all = [...doubts, ...(a.day?.doubt ? [a.day.doubt] : [])];
  const days: DaysReading = {
    kind: "days",
    start: from,
    end: to,
    ...place,
    ...(startHalf ? { startHalf } : {}),
    ...(endHalf ? { endHalf } : {}),
    ...(all.length > 0 ? { doubts: all } : {}),
  };
  return clock ? [days, clock] : [days];
}

const partsOnly = (talk: Talk, a: Point, b: Point): TimeReading[] =>
  [a, b].flatMap((point) => {
    const half = halfOf(point.part);
    return point.part
      ? [{ kind: "part" as const, part: point.part, ...(half ? { half } : {}), ...placed(talk, point.from, point.to) }]
      : [];
  });

/** What the start is chosen from; a month without a year may be this one's or the next. */
function firstSpec({ period, day }: Point): DaySpec | undefined {
  if (!period) return day?.spec;
  const { start } = period;
  return period.yearly ? { by: "yearly", inYear: (year) => `${year}${start.slice(4)}` } : { by: "fixed", date: start };
}

/** The start; a range that has begun already counts as this one, not as next year's. */
function startOf(talk: Talk, a: Point, b: Point, week: IsoDate | undefined): Resolved | undefined {
  if (a.now) return b.day || b.period ? { kind: "date", date: talk.now.date, doubts: [] } : undefined;
  const spec = firstSpec(a);
  if (spec === undefined) return undefined;
  const context = contextOf(talk, week);
  const first = resolve(spec, context);
  if (first.kind === "missing" || talk.lean === "past" || spec.by === "fixed" || spec.by === "weekly")
    return anchoredByEnd(spec, first, b);
  const begun = resolve(spec, { ...context, lean: "past" });
  if (begun.kind !== "date" || begun.date === first.date) return anchoredByEnd(spec, first, b);
  const end = endOf(talk, b, begun.date, week);
  const running =
    end?.kind === "date" &&
    end.date >= talk.now.date &&
    end.date >= begun.date &&
    daysBetween(begun.date, end.date) <= (a.period ? 366 : 92);
  return running ? { ...begun, doubts: [] } : anchoredByEnd(spec, first, b);
}

/** 2月29日-3月1日 with the year on the end only, or 四月一日到2027年五月一日: the fixed end sets the year of the start. */
function anchoredByEnd(spec: DaySpec, first: Resolved, b: Point): Resolved {
  const end = b.day?.spec;
  if (spec.by !== "yearly" || end?.by !== "fixed" || first.kind !== "date" || first.date <= end.date) return first;
  return resolve(spec, { today: end.date, lean: "past" });
}

/** The end, which takes month, week or year from the start. */
function endOf(talk: Talk, b: Point, start: IsoDate | undefined, week: IsoDate | undefined): Resolved | undefined {
  if (b.now) return { kind: "date", date: talk.now.date, doubts: [] };
  if (b.period) {
    const { end, yearly } = b.period;
    const date = yearly && start !== undefined ? sameSide(end, start) : end;
    return { kind: "date", date, doubts: [] };
  }
  if (!b.day) return undefined;
  const { spec } = b.day;
  if (spec.by === "weekly" && start !== undefined) return withinWeek(spec, start, talk, week);
  return resolve(spec, contextOf(talk, week, start));
}

/** The month's end in the year that follows the start most closely. */
function sameSide(end: IsoDate, start: IsoDate): IsoDate {
  let date = `${start.slice(0, 4)}${end.slice(4)}`;
  if (date.endsWith("02-29") || date.endsWith("02-28")) date = addDays(`${start.slice(0, 4)}-03-01`, -1);
  return date < start ? addMonths(date, 12) : date;
}

/** 下周二到周五 ends in the same week; 周五到周一 in the next. */
function withinWeek(spec: DaySpec, start: IsoDate, talk: Talk, week: IsoDate | undefined): Resolved {
  const inWeek = resolve(spec, { ...contextOf(talk, week), week: mondayOf(start) });
  return inWeek.kind === "date" && inWeek.date >= start ? inWeek : resolve(spec, contextOf(talk, week, start));
}
