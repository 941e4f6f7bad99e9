/**
 * What is due next (限期): the deadlines that the asker's documents set, the nearest first.
 *
 * Takes    the day, a later month where one is asked about, the items the log holds; the unit's deadlines are data.
 * Returns  one finding a deadline: days left where a day is written, that none is written where it is not.
 * Leaves   reminding in passing to moves/telling/.
 *
 * The order is by the last day on which it can still be done: the day written, else the end of its week, month or quarter.
 * That end orders the list and is never told as a deadline, for no document makes it one.
 */
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  type IsoDate,
  isoDate,
  mondayOf,
  partsOf,
} from "../lib/dates.ts";
import { type Cycle, type Deadline, namedBy } from "../policy/deadlines.ts";
import type { Figures } from "../policy/figures.ts";
import { answer, reading, told } from "./finding.ts";
import { everyUnit, type Finding, type Rule } from "./rule.ts";

export interface Due {
  readonly deadline: Deadline;
  /** The last day on which it can still be done, by which the list is ordered. */
  readonly last: IsoDate;
  /** The day before which it is due; or the days within which a loose word puts it. */
  readonly by?: IsoDate;
  readonly within?: readonly [first: IsoDate, last: IsoDate];
  /** Items still owed in this cycle, by the log. */
  readonly owed?: number;
}

/** Every deadline in force, the nearest first, counted from a day on. */
export function duesFrom(figures: Figures, from: IsoDate, tallied: number | undefined): readonly Due[] {
  return figures.deadlines
    .map((deadline) => dueOf(deadline, figures, from, tallied))
    .toSorted((one, other) => one.last.localeCompare(other.last));
}

/** Do all the words that a deadline rests on still stand? */
export const stands = ({ deadline }: Due, figures: Figures): boolean =>
  [
    deadline.source,
    ...namedBy(deadline).map((name) => figures.get(name).source),
    ...deadline.readings.flatMap((name) => figures.reading(name).sources),
  ].every(({ moved }) => moved !== true);

export const deadlines: Rule = {
  id: "deadlines",
  unit: everyUnit,
  slots: ["month", "tallied"],
  figures: [],

  compute({ asOf, month, tallied }, figures) {
    const today = asOf ?? figures.day;
    const from = month !== undefined && `${month}-01` > today ? `${month}-01` : today;
    // What the log holds of another month says nothing of this one.
    const current = month === undefined || month === today.slice(0, 7);
    const dues = duesFrom(figures, from, current ? tallied : undefined);
    if (dues.length === 0) return { kind: "not-covered", findings: [answer("deadlines.none", {})] };
    const readings = [...new Set(dues.flatMap(({ deadline }) => deadline.readings))];
    return told(
      answer("deadlines.head", { count: dues.length }),
      ...dues.map((due, at) => findingOf(due, at + 1, today, figures)),
      ...readings.map((name) => reading("note", "deadlines.reading", figures, name)),
    );
  },
};

function dueOf(deadline: Deadline, figures: Figures, from: IsoDate, tallied: number | undefined): Due {
  const { every, between, owes } = deadline;
  const month = deadline.month && figures.get(deadline.month).value;
  const day = deadline.day && figures.get(deadline.day).value;
  if (month && day) {
    const by = soonest(from, (year) => isoDate(year, month, day));
    return { deadline, by, last: by };
  }
  if (month) return { deadline, last: soonest(from, (year) => isoDate(year, month, daysInMonth(year, month))) };
  if (between !== undefined) {
    const inMonth = (date: IsoDate, nth: number) => `${date.slice(0, 8)}${String(nth).padStart(2, "0")}`;
    const [first, last] = between;
    const date = inMonth(from, last) >= from ? from : addMonths(`${from.slice(0, 8)}01`, 1);
    return { deadline, within: [inMonth(date, first), inMonth(date, last)], last: inMonth(date, last) };
  }
  const owed = owes === undefined || tallied === undefined ? undefined : figures.get(owes).value - tallied;
  return { deadline, last: endOf(every, from), ...(owed === undefined ? {} : { owed: Math.max(0, owed) }) };
}

/** The day of this year, or of the next where it is over. */
function soonest(from: IsoDate, inYear: (year: number) => IsoDate): IsoDate {
  const { year } = partsOf(from);
  return inYear(year) >= from ? inYear(year) : inYear(year + 1);
}

/** The last day of the cycle that a day lies in. From when two months are counted is not written: the later end is taken. */
function endOf(every: Cycle, from: IsoDate): IsoDate {
  const { year, month } = partsOf(from);
  const endOfMonth = (nth: number) => addDays(addMonths(isoDate(year, nth, 1), 1), -1);
  switch (every) {
    case "week":
      return addDays(mondayOf(from), 6);
    case "month":
      return endOfMonth(month);
    case "two-months":
      return addDays(addMonths(isoDate(year, month, 1), 2), -1);
    case "quarter":
      return endOfMonth(Math.ceil(month / 3) * 3);
    case "year":
      return endOfMonth(12);
  }
}

function findingOf({ deadline, by, within, last, owed }: Due, nth: number, today: IsoDate, figures: Figures): Finding {
  const { who, what, source, every, month, loosely = "" } = deadline;
  const said = { nth, who, what };
  if (by !== undefined) return answer("deadlines.dated", { ...said, by, left: daysBetween(today, by) }, source);
  if (within !== undefined) {
    const [first] = within;
    return answer("deadlines.within", { ...said, first, last, left: daysBetween(today, first) }, source);
  }
  if (month !== undefined) return answer("deadlines.in-month", { ...said, last }, source);
  if (owed === undefined || deadline.owes === undefined)
    return answer("deadlines.undated", { ...said, every, loosely }, source);
  const least = figures.get(deadline.owes).value;
  return answer("deadlines.owed", { ...said, month: last.slice(0, 7), least, owed, done: least - owed }, source);
}
