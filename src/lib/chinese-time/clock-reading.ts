/**
 * Clock readings: one time, or from one time until another, with their days.
 *
 * Takes    points whose hours join.ts or range.ts has found.
 * Returns  readings on the 24-hour clock; the later hour takes 下午 from the earlier one.
 */
import { addDays, type IsoDate } from "../dates.ts";
import type { Talk } from "./piece.ts";
import { type Hour, hourOf, type Point, timeText } from "./point.ts";
import type { ClockReading } from "./reading.ts";
import { placed } from "./step.ts";

/** The clock of one point; 现在 is the time of the message. */
export function clockReading(talk: Talk, point: Point, date: IsoDate | undefined): ClockReading | undefined {
  const place = placed(talk, point.from, point.to);
  if (point.now) return { kind: "clock", time: talk.now.time, date: talk.now.date, ...place };
  if (!point.clock) return undefined;
  const hour = hourOf(point.clock, point.part);
  const day = date !== undefined && hour.minutes >= 1440 ? addDays(date, 1) : date;
  return {
    kind: "clock",
    time: timeText(hour.minutes, hour.seconds),
    ...place,
    ...(day === undefined ? {} : { date: day }),
    ...(hour.guessed ? { halfUnknown: true as const } : {}),
  };
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** From one point until another. Both must have an hour, or be 现在. */
export function clockRange(
  talk: Talk,
  a: Point,
  b: Point,
  date: IsoDate | undefined,
  untilDate: IsoDate | undefined,
): ClockReading | undefined {
  if ((!a.clock && !a.now) || !b.clock) return undefined;
  const start: Hour = a.clock
    ? hourOf(a.clock, a.part)
    : { minutes: minutesOf(talk.now.time), seconds: undefined, guessed: false };
  const sameDay = untilDate === undefined || untilDate === date;
  const startsPlain = a.clock !== undefined && start.guessed;
  let end = hourOf(b.clock, b.part ?? (sameDay && a.clock?.bareHour ? a.part : undefined));
  let { minutes: from } = start;
  // 9点到3点 runs into the afternoon; 两点到四点 stays on one side of noon.
  if (sameDay && b.part === undefined && end.minutes <= from && end.minutes + 720 <= 1440 && end.minutes + 720 > from)
    end = { ...end, minutes: end.minutes + 720 };
  if (sameDay && startsPlain && from >= 780 && end.minutes < from && end.minutes > from - 720) from -= 720;
  const crosses = sameDay && end.minutes < from;
  return {
    kind: "clock",
    time: timeText(from, start.seconds),
    until: timeText(end.minutes, end.seconds),
    ...placed(talk, a.from, b.to),
    ...(date === undefined ? {} : { date }),
    ...(date === undefined && untilDate === undefined
      ? {}
      : { untilDate: crosses && date ? addDays(date, 1) : (untilDate ?? date ?? talk.now.date) }),
    ...(startsPlain ? { halfUnknown: true as const } : {}),
  };
}
