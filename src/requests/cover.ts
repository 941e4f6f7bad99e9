/**
 * Cover (在岗): who else of the section is away on the days of a request, and on which of them nobody would be left.
 *
 * Takes    the request, the ids of the others of the section, their absences, the calendar. Returns those away, and those days.
 * Leaves   the absences to moves/deciding/. It is told who is away and when, never by what paper: an illness is private.
 * On days off nobody need be there.
 */
import type { Calendar } from "../lib/calendar.ts";
import type { IsoDate } from "../lib/dates.ts";
import { type Absence, covers } from "./absence.ts";
import { daysOf, spanOf } from "./day-span.ts";
import { formOf } from "./form.ts";
import type { OfficeRequest } from "./request.ts";

export interface Away {
  readonly who: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

export interface Cover {
  readonly away: readonly Away[];
  /** The working days on which the whole section would be away at once. */
  readonly nobodyLeft: readonly IsoDate[];
}

/** Who else is away meanwhile; nobody where the request takes nobody away. */
export function coverOf(
  request: OfficeRequest,
  section: readonly string[],
  absences: readonly Absence[],
  calendar: Calendar,
): Cover {
  const span = formOf(request.type).absent === true ? spanOf(request) : undefined;
  const days = span === undefined ? [] : daysOf(span).filter((day) => calendar.isWorkday(day) !== false);
  const others = new Set(section.filter((who) => who !== request.requester));
  const theirs = absences.filter((one) => others.has(one.who) && days.some((day) => covers(one, day)));
  const away = inOrder(theirs.map(({ who, from, until }) => ({ who, from, until })));
  const isGone = (who: string, day: IsoDate): boolean => theirs.some((one) => one.who === who && covers(one, day));
  const nobodyLeft = others.size === 0 ? [] : days.filter((day) => [...others].every((who) => isGone(who, day)));
  return { away, nobodyLeft };
}

/** The earliest first, and alike in whatever order the log had them. */
export const inOrder = (away: readonly Away[]): readonly Away[] =>
  away.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));

const keyOf = ({ from, until, who }: Away): string => `${from} ${until} ${who}`;
