/**
 * The days of a request as half days (起止): what two of them share, and how many days a part of them comes to.
 *
 * Takes    a request, with the return (销假) that ended it early where there is one. Returns its span, or nothing where it has none.
 * Leaves   what sharing days means to checks.ts, counting by kind of leave to taken.ts.
 * A half day is the day and "a" or "p", so that texts compare as time does. Who came back late was not away by this paper:
 * neither a return nor the closing of a trip makes it longer.
 */
import type { Calendar } from "../lib/calendar.ts";
import { addDays, type IsoDate } from "../lib/dates.ts";
import type { Form } from "./form-row.ts";
import { basisOf, inForce } from "./hold.ts";
import type { OfficeRequest } from "./request.ts";

/** The first and the last half day: "2026-11-23a" is its morning, "2026-11-23p" its afternoon. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

export const dayOf = (half: string): IsoDate => half.slice(0, -1);

/** The half days that the request takes; nothing where it has no days, or none of them was taken. */
export function spanOf(request: OfficeRequest, theirs: readonly OfficeRequest[] = []): Span | undefined {
  const { start, end = start, startHalf, endHalf } = request.fields;
  if (typeof start !== "string" || typeof end !== "string") return undefined;
  const morning = endHalf === "am" || (start === end && startHalf === "am" && endHalf !== "pm");
  const from = `${start}${startHalf === "pm" ? "p" : "a"}`;
  const planned = `${end}${morning ? "a" : "p"}`;
  const back = backFrom(request, theirs);
  const early = back !== undefined && back <= end && !(morning && back === end) ? `${addDays(back, -1)}p` : planned;
  const closed = request.closed === undefined ? early : `${request.closed.end}p`;
  const until = closed < early ? closed : early;
  return from <= until ? { from, until } : undefined;
}

/** The day on which somebody was back from the leave, where that was reported. */
function backFrom({ id }: OfficeRequest, theirs: readonly OfficeRequest[]): IsoDate | undefined {
  const back = theirs.find((one) => one.type === "leave-return" && inForce(one) && basisOf(one) === id)?.fields.end;
  return typeof back === "string" ? back : undefined;
}

/** What two spans share; nothing where they do not touch, as a morning and the afternoon after it do not. */
export function shared(one: Span, other: Span): Span | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const until = one.until < other.until ? one.until : other.until;
  return from <= until ? { from, until } : undefined;
}

/** The days of the span, each once. */
export function daysOf({ from, until }: Span): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = dayOf(from); day <= dayOf(until); day = addDays(day, 1)) days.push(day);
  return days;
}

/** How many days the span comes to, halves counted; working days in a year without a calendar are all its days. */
export function lengthOf(span: Span, by: Form["days"], calendar: Calendar): number {
  const counted = daysOf(span).filter((day) => by !== "working" || calendar.isWorkday(day) !== false);
  const half = (edge: string, missing: boolean): number => (missing && counted.includes(dayOf(edge)) ? 0.5 : 0);
  return counted.length - half(span.from, span.from.endsWith("p")) - half(span.until, span.until.endsWith("a"));
}
