/**
 * What belongs together across a sentence: 下周三请事假,两天; 下周出差,周一走周四回; 25号请半天; 住三晚.
 *
 * Takes    the readings that join.ts found, in order.
 * Returns  fewer and fuller readings; a week is dropped once its days are named.
 * Why      a length joins a start only if it is the only candidate nearby; otherwise both stay, and the caller asks.
 */
import { hasDays, run } from "./count.ts";
import type { Talk } from "./piece.ts";
import type { DaysReading, DurationReading, Length, TimeReading } from "./reading.ts";
import { placed } from "./step.ts";

export function combine(talk: Talk, readings: readonly TimeReading[]): TimeReading[] {
  return withNights(withLengths(talk, dropWeeks(withReturns(talk, readings))));
}

const isDays = (reading: TimeReading | undefined): reading is DaysReading => reading?.kind === "days";
/** One day that a length may start on. */
const isStart = (reading: TimeReading | undefined): reading is DaysReading =>
  isDays(reading) && reading.grain === undefined && reading.start === reading.end && !reading.upTo && !reading.separate;

const between = (talk: Talk, a: TimeReading, b: TimeReading) => talk.text.slice(a.span[1], b.span[0]);

const LEAVES = /^[^。!?;\n]{0,12}?(?:走|出发|动身|启程|去|过去|出差|到)/;
const COMES_BACK = /^(?:[^,。!?;\n]{0,4}?)(?:回|返|归|到家|结束)/;

/** 周一走周四回: two days that are the ends of one trip. */
function withReturns(talk: Talk, readings: readonly TimeReading[]): TimeReading[] {
  const out: TimeReading[] = [];
  for (const reading of readings) {
    const last = out.at(-1);
    if (
      isStart(reading) &&
      isStart(last) &&
      last.end < reading.start &&
      LEAVES.test(between(talk, last, reading)) &&
      COMES_BACK.test(talk.text.slice(reading.span[1], reading.span[1] + 8))
    ) {
      const { endHalf: _, openEnd: __, part: ___, ...start } = last;
      out[out.length - 1] = {
        ...start,
        end: reading.end,
        ...(reading.endHalf ? { endHalf: reading.endHalf } : {}),
        ...placed(talk, last.span[0], reading.span[1]),
      };
    } else out.push(reading);
  }
  return out;
}

/** 下周 in 下周出差,周一走: the days named later are the answer. */
function dropWeeks(readings: readonly TimeReading[]): TimeReading[] {
  return readings.filter((reading, index) => {
    if (!isDays(reading) || reading.grain === undefined) return true;
    return !readings.some(
      (other, at) =>
        at > index &&
        isDays(other) &&
        other.grain === undefined &&
        other.start >= reading.start &&
        other.end <= reading.end,
    );
  });
}

const STOPS = /[。!?;\n]/;
const isNear = (gap: string) => gap.length <= 40 && !STOPS.test(gap);
/** Words between a start and a length that make the length a tally or a rule, not a plan. */
const TALLY = /(?:一共|总共|累计|共计|已经?|待了|提前|超过|不到|不足|每|限|以前|至少|最多|还得|还要)/;

const lengthOf = ({ kind: _, span: __, words: ___, bound: ____, ...length }: DurationReading): Length => length;

function withLengths(talk: Talk, readings: readonly TimeReading[]): TimeReading[] {
  const out: TimeReading[] = [];
  const lengths = readings.filter((reading) => reading.kind === "duration" && hasDays(reading));
  const starts = readings.filter(isDays);
  for (const reading of readings) {
    const last = out.at(-1);
    const joined = reading.kind === "duration" && last !== undefined ? joinForward(talk, last, reading) : undefined;
    if (joined) out[out.length - 1] = joined;
    else if (
      isStart(reading) &&
      last?.kind === "duration" &&
      starts.length === 1 &&
      lengths.length === 1 &&
      isNear(between(talk, last, reading))
    ) {
      out[out.length - 1] = started(talk, reading, last) ?? last;
      if (out.at(-1) === last) out.push(reading);
    } else out.push(reading);
  }
  return out;
}

/** A length behind a start, near enough and in the same sentence. */
function joinForward(talk: Talk, last: TimeReading, duration: DurationReading): TimeReading | undefined {
  const gap = between(talk, last, duration);
  if (gap.length > 24 || STOPS.test(gap) || TALLY.test(gap) || duration.bound !== undefined) return undefined;
  if (
    isDays(last) &&
    last.separate &&
    hasDays(duration) &&
    /各|都|$/.test(gap) &&
    (duration.days === 1 || duration.days === last.separate.length)
  ) {
    return { ...last, ...placed(talk, last.span[0], duration.span[1]) };
  }
  if (
    isDays(last) &&
    last.grain === undefined &&
    last.start !== last.end &&
    gap.length <= 6 &&
    sameDays(last, duration)
  ) {
    return { ...last, ...placed(talk, last.span[0], duration.span[1]) };
  }
  return isStart(last) ? started(talk, last, duration) : undefined;
}

const sameDays = (days: DaysReading, { days: said }: Length) =>
  said !== undefined && (Date.parse(days.end) - Date.parse(days.start)) / 86_400_000 + 1 === said;

/** The run of days from a start; 半天 without a half is a question. */
function started(talk: Talk, start: DaysReading, duration: DurationReading): TimeReading | undefined {
  const length = lengthOf(duration);
  const counted = run(start.start, start.startHalf, length, talk.calendar);
  const place = placed(talk, Math.min(start.span[0], duration.span[0]), Math.max(start.span[1], duration.span[1]));
  switch (counted.kind) {
    case "no-days":
      return undefined;
    case "half-unknown":
      return { kind: "problem", problem: "half-unknown", start: start.start, end: start.end, ...place };
    case "unknown-year":
      return { kind: "problem", problem: "no-holiday-data", year: counted.year, near: start.start, ...place };
    case "run": {
      const { openEnd: _, endHalf: __, startHalf: ___, part: ____, doubts = [], ...rest } = start;
      const all = [...doubts, ...(counted.halfGuessed ? (["half"] as const) : [])];
      return {
        ...rest,
        ...counted.run,
        length,
        ...(length.nights === undefined ? {} : { nights: length.nights }),
        ...(all.length > 0 ? { doubts: all } : {}),
        ...place,
      };
    }
  }
}

/** 住三晚 says nothing about days, but belongs to the trip. */
function withNights(readings: readonly TimeReading[]): TimeReading[] {
  const runs = readings.filter(isDays);
  const nights = readings.filter(
    (reading) => reading.kind === "duration" && reading.nights !== undefined && !hasDays(reading),
  );
  const [trip] = runs;
  const [stay] = nights;
  if (
    runs.length !== 1 ||
    nights.length !== 1 ||
    !trip ||
    stay?.kind !== "duration" ||
    trip.nights !== undefined ||
    stay.bound
  )
    return [...readings];
  return readings
    .filter((reading) => reading !== stay)
    .map((reading) => (reading === trip ? { ...trip, nights: stay.nights ?? 0 } : reading));
}
