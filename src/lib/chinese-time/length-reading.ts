/**
 * Readings of lengths: durations, compounds (两宿三天), three days later (三天后), within a week (一周内), windows (过去三天).
 *
 * Takes    the talk, and pieces that begin with a length or with 过去, 未来 and their like.
 * Returns  durations, days, clocks, deadlines; an approximate length is a problem to ask about.
 * Leaves   lengths that belong to a start to combine.ts.
 */
import { addDays } from "../dates.ts";
import { hasDays, later } from "./count.ts";
import { leadOf, type Piece, type Talk } from "./piece.ts";
import { timeText } from "./point.ts";
import type { ClockReading, DaysReading, Length, TimeReading } from "./reading.ts";
import { linkAt, placed, type Step } from "./step.ts";

type LengthPiece = Extract<Piece, { kind: "length" }>;

const COMPOUND = /^(?:\s{0,2}|[又零和加多余]|又加|\s?,\s?)$/;

/** 8天20小时, 两宿三天: neighbours of different units are one length. */
function gather(talk: Talk, pieces: readonly Piece[], index: number): { piece: LengthPiece; next: number } | undefined {
  const first = pieces[index];
  if (first?.kind !== "length") return undefined;
  let piece: LengthPiece = first;
  let next = index + 1;
  for (;;) {
    const link = pieces[next];
    const at = link?.kind === "link" && link.link === "and" ? next + 1 : next;
    const follower = pieces[at];
    if (follower?.kind !== "length" || follower.approximate !== piece.approximate) break;
    const gap = talk.text.slice(piece.to, follower.from);
    const joined = COMPOUND.test(gap) || (at > next && /^和$/.test(gap));
    const keys = Object.keys(follower.length);
    if (
      !joined ||
      keys.some((key) => key in piece.length) ||
      (gap.includes(",") && !("nights" in { ...piece.length, ...follower.length }))
    )
      break;
    piece = { ...piece, length: { ...piece.length, ...follower.length }, to: follower.to };
    next = at + 1;
  }
  return { piece, next };
}

export function lengthReading(talk: Talk, pieces: readonly Piece[], index: number): Step {
  const gathered = gather(talk, pieces, index);
  if (!gathered) return { readings: [], next: index + 1 };
  const { piece, next } = gathered;
  const { length, approximate, upTo, bound } = piece;
  const link = linkAt(talk, pieces, next, piece);
  const linkPiece = pieces[next];
  const place = placed(talk, piece.from, piece.to);
  if (approximate)
    return {
      readings: [{ kind: "problem", problem: "approximate", length, ...(upTo ? { upTo } : {}), ...place }],
      next,
    };
  if (linkPiece && (link === "before" || link === "after")) {
    const moved = moment(talk, length, link === "after" ? 1 : -1, placed(talk, piece.from, linkPiece.to));
    if (moved) return { readings: [moved], next: next + 1 };
  }
  if (linkPiece && link === "within" && hasDays(length) && !/[请休歇]$/.test(leadOf(talk.text, piece.from))) {
    const by =
      length.workdays === undefined
        ? later(talk.now.date, length)
        : talk.calendar.nthWorkday(addDays(talk.now.date, 1), length.workdays);
    if (by !== "unknown-year")
      return {
        readings: [{ kind: "deadline", by, inclusive: true, ...placed(talk, piece.from, linkPiece.to) }],
        next: next + 1,
      };
  }
  return { readings: [{ kind: "duration", ...length, ...(bound ? { bound } : {}), ...place }], next };
}

type Place = ReturnType<typeof placed>;

const secondsOf = ({ hours = 0, minutes = 0, seconds = 0 }: Length) => hours * 3600 + minutes * 60 + seconds;
const secondsIn = (time: string) => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;

/** 三天后 is a day, 两小时后 a time. */
function moment(talk: Talk, length: Length, sign: 1 | -1, place: Place): TimeReading | undefined {
  if (length.nights !== undefined) return undefined;
  if (length.workdays !== undefined) {
    const date = sign > 0 ? talk.calendar.nthWorkday(addDays(talk.now.date, 1), length.workdays) : "unknown-year";
    return date === "unknown-year" ? undefined : { kind: "days", start: date, end: date, ...place };
  }
  const date = hasDays(length) ? later(talk.now.date, length, sign) : talk.now.date;
  const seconds = secondsOf(length);
  if (seconds === 0) return { kind: "days", start: date, end: date, ...place };
  const at = instant(talk, sign * seconds, length.seconds !== undefined);
  return { kind: "clock", time: at.time, date: addDays(date, at.shift), ...place };
}

function instant(talk: Talk, seconds: number, showSeconds: boolean): { readonly time: string; readonly shift: number } {
  const total = secondsIn(talk.now.time) + seconds;
  const minutes = Math.floor(total / 60);
  return { time: timeText(minutes, showSeconds ? total - minutes * 60 : undefined), shift: Math.floor(minutes / 1440) };
}

/** 过去三天, 未来两周, 上两个月: counted back from today or on from tomorrow. */
export function windowReading(talk: Talk, pieces: readonly Piece[], index: number): Step {
  const link = pieces[index];
  const gathered = gather(talk, pieces, index + 1);
  const gap = link && gathered ? talk.text.slice(link.to, gathered.piece.from) : "";
  if (link?.kind !== "link" || !gathered || !/^[\s的]*$/.test(gap) || gathered.piece.approximate)
    return { readings: [], next: index + 1 };
  const { piece, next } = gathered;
  const place = placed(talk, link.from, piece.to);
  const past = link.link === "past";
  if (talk.text.startsWith("还剩", link.from) && hasDays(piece.length)) return lengthReading(talk, pieces, index + 1);
  const reading = hasDays(piece.length)
    ? dayWindow(talk, piece.length, past, place)
    : clockWindow(talk, piece.length, past, place);
  return reading ? { readings: [reading], next } : { readings: [], next: index + 1 };
}

function dayWindow(talk: Talk, length: Length, past: boolean, place: Place): DaysReading | undefined {
  const today = talk.now.date;
  if (length.workdays !== undefined || length.nights !== undefined) return undefined;
  if (past) return { kind: "days", start: later(today, length, -1), end: addDays(today, -1), length, ...place };
  return { kind: "days", start: addDays(today, 1), end: later(today, length), length, ...place };
}

function clockWindow(talk: Talk, length: Length, past: boolean, place: Place): ClockReading | undefined {
  const seconds = secondsOf(length);
  if (seconds === 0) return undefined;
  const far = instant(talk, past ? -seconds : seconds, length.seconds !== undefined);
  const farDate = addDays(talk.now.date, far.shift);
  const now = { date: talk.now.date, time: length.seconds === undefined ? talk.now.time : `${talk.now.time}:00` };
  return past
    ? { kind: "clock", time: far.time, date: farDate, until: now.time, untilDate: now.date, ...place }
    : { kind: "clock", time: now.time, date: now.date, until: far.time, untilDate: farDate, ...place };
}
