/**
 * A reminder in passing (提醒): beside a greeting or 帮助, one line of what is due within a week or still owed this month.
 *
 * Takes    the scene. Returns the line, or nothing where nothing presses.
 * Leaves   which deadlines there are to rules/deadlines.ts, telling who says nothing to deadline-reminders.ts.
 */
import { reminder as line, type Pressing } from "../../answer/wording/deadlines.ts";
import { daysBetween, type IsoDate } from "../../lib/dates.ts";
import { type Due, duesFrom, stands } from "../../rules/deadlines.ts";
import { sumsOf } from "../filing/tallied.ts";
import type { Scene } from "../move.ts";

const daysAhead = 7;

/** What presses, in one line. */
export async function reminder(scene: Scene): Promise<string | undefined> {
  const { office, person, now } = scene;
  const figures = office.figures.on(person.unit, now.date);
  const owing = figures.deadlines.some(({ owes }) => owes !== undefined);
  const { tallied } = owing ? await sumsOf(scene, {}) : {};
  const dues = duesFrom(figures, now.date, tallied).flatMap((due) =>
    stands(due, figures) ? (pressing(due, now.date) ?? []) : [],
  );
  return dues.length === 0 ? undefined : line(dues);
}

/** A due that presses; nothing where it is far off, or no day of it is written. */
function pressing({ deadline, by, within, owed = 0 }: Due, today: IsoDate): Pressing | undefined {
  const { who, what } = deadline;
  if (owed > 0) return { kind: "owed", what, month: today.slice(0, 7), owed };
  const begins = by ?? within?.[0];
  const left = begins === undefined ? Number.POSITIVE_INFINITY : daysBetween(today, begins);
  if (left > daysAhead) return undefined;
  if (by !== undefined) return { kind: "by", what, by, left };
  return within && { kind: "within", what: `${who}${what}`, first: within[0], last: within[1], left };
}
