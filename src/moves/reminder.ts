/**
 * A reminder in passing (提醒): beside a greeting or 帮助, one line of what is due within a week or still owed this month.
 *
 * Takes    the scene. Returns the line, or nothing where nothing presses.
 * Leaves   which deadlines there are to rules/deadlines.ts. Nothing is pushed: who says nothing is not reminded.
 */
import { reminder as line } from "../answer/wording/deadlines.ts";
import { daysBetween } from "../lib/dates.ts";
import { type Due, duesFrom } from "../rules/deadlines.ts";
import type { Scene } from "./move.ts";
import { sumsOf } from "./tallied.ts";

const daysAhead = 7;

/** What presses, in one line. */
export async function reminder(scene: Scene): Promise<string | undefined> {
  const { office, person, now } = scene;
  const figures = office.figures.on(person.unit, now.date);
  const owing = figures.deadlines.some(({ owes }) => owes !== undefined);
  const { tallied } = owing ? await sumsOf(scene, {}) : {};
  const left = ({ by, within }: Due): number | undefined => {
    const first = by ?? within?.[0];
    return first === undefined ? undefined : daysBetween(now.date, first);
  };
  const pressing = duesFrom(figures, now.date, tallied).filter(
    (due) => (due.owed ?? 0) > 0 || (left(due) ?? Number.POSITIVE_INFINITY) <= daysAhead,
  );
  if (pressing.length === 0) return undefined;
  const month = now.date.slice(0, 7);
  return line(pressing.map((due) => ({ what: due.deadline.what, month, owed: due.owed, by: due.by, left: left(due) })));
}
