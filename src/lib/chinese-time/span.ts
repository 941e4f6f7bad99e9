/**
 * The one span of days that a message is about, if it is about one.
 *
 * Takes    the readings of a message.
 * Returns  start and end with halves, nights and doubts; or several to choose from, a problem to ask about, or none.
 * Leaves   the question to dialogue/ and answer/wording.ts.
 */
import type { IsoDate } from "../dates.ts";
import { hasDays } from "./count.ts";
import type { DaysReading, Doubt, Half, Length, ProblemReading, TimeReading } from "./reading.ts";

export interface Span {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly startHalf?: Half;
  readonly endHalf?: Half;
  readonly separate?: readonly IsoDate[];
  readonly nights?: number;
  readonly length?: Length;
  /** "loose-period" for 下周 as a whole, "open-end" for 从26号开始, "half" for a guessed half, … */
  readonly doubts: readonly Doubt[];
}

export type SpanResult =
  | { readonly kind: "one"; readonly span: Span; readonly reading: DaysReading }
  | { readonly kind: "several"; readonly readings: readonly DaysReading[] }
  | { readonly kind: "problem"; readonly problem: ProblemReading }
  | { readonly kind: "none" };

/** Reads a message's readings as one span; `part` readings (下午) fill the half of a single whole day. */
export function spanOf(readings: readonly TimeReading[]): SpanResult {
  const problem = readings.find((reading) => reading.kind === "problem" && reading.problem !== "approximate");
  if (problem?.kind === "problem") return { kind: "problem", problem };
  const candidates = distinct(readings.filter((reading) => reading.kind === "days" && !reading.upTo));
  const [only, second] = candidates;
  if (!only) return { kind: "none" };
  if (second) return { kind: "several", readings: candidates };
  return { kind: "one", span: span(only, readings), reading: only };
}

/** Drops repeats, and any day inside a span that is named as well (昨天没来,补昨天一天). */
function distinct(readings: readonly TimeReading[]): DaysReading[] {
  const days = readings.filter((reading) => reading.kind === "days");
  return days.filter((one, index) => {
    const covered = (other: DaysReading, at: number) => {
      if (other === one || other.start > one.start || other.end < one.end) return false;
      const same = other.start === one.start && other.end === one.end;
      if (!same) return one.grain === undefined && other.grain === undefined;
      const fuller = (reading: DaysReading) =>
        (reading.length ? 2 : 0) + (reading.startHalf || reading.endHalf ? 1 : 0);
      return fuller(other) > fuller(one) || (fuller(other) === fuller(one) && at < index);
    };
    return !days.some(covered);
  });
}

function span(days: DaysReading, readings: readonly TimeReading[]): Span {
  const part = readings.find((reading) => reading.kind === "part" && reading.half !== undefined);
  const half =
    part?.kind === "part" && days.start === days.end && !days.startHalf && !days.endHalf ? part.half : undefined;
  const doubts = new Set<Doubt>(days.doubts);
  if (days.grain !== undefined && !(days.grain === "weekend" || days.holiday)) doubts.add("loose-period");
  if (days.openEnd) doubts.add("open-end");
  const { start, end, startHalf, endHalf, separate, nights, length } = days;
  return {
    start,
    end,
    doubts: [...doubts],
    ...(startHalf || half ? { startHalf: startHalf ?? half ?? "am" } : {}),
    ...(endHalf || half ? { endHalf: endHalf ?? half ?? "pm" } : {}),
    ...(separate ? { separate } : {}),
    ...(nights === undefined ? {} : { nights }),
    ...(length ? { length } : {}),
  };
}

/** The one length of a message, when no reading has days of its own. */
export function lengthOf(readings: readonly TimeReading[]): Length | undefined {
  const lengths = readings.filter((reading) => reading.kind === "duration" && hasDays(reading));
  const [only] = lengths;
  if (lengths.length !== 1 || only?.kind !== "duration") return undefined;
  const { kind: _, span: __, words: ___, bound: ____, ...length } = only;
  return length;
}
