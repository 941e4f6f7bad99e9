/**
 * Reminders of deadlines (限期提醒): who is told when of what the documents set a time for.
 *
 * Takes    a workday and a person. Returns the reminders of the stage that each deadline has reached: a week before it, a
 *          day before, on the day, as data/reminders.json has it; where that is a day off, on the workday before.
 * Leaves   which deadlines come next to rules/deadlines.ts, what is still owed to day.ts.
 */
import { addDays, type IsoDate } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import type { Notice } from "../../requests/notice.ts";
import { workdayFrom } from "../../requests/reminder-times.ts";
import type { Person } from "../../requests/staff.ts";
import type { Due } from "../../rules/deadlines.ts";
import type { Day } from "./day.ts";

/** What this person is told of deadlines on that day. */
export async function deadlineReminders(day: Day, person: Person): Promise<readonly Pick<Notice, "to" | "about">[]> {
  const { office, today } = day;
  const reminders: Pick<Notice, "to" | "about">[] = [];
  for (const due of await day.dues(person)) {
    const stage = stageOf(office, due, today);
    if (stage === undefined || due.owed === 0 || !isConcerned(office, person, due.deadline.who)) continue;
    const { name: deadline } = due.deadline;
    const about = { kind: "deadline", unit: person.unit, deadline, ...stage } as const;
    reminders.push({ to: person.id, about });
  }
  return reminders;
}

/** The days from which one counts back: a day written, the first of loose words, of a month alone, else the end of its cycle. */
function stageOf(
  { reminderTimes, readers }: Office,
  { deadline, by, within, last, owed }: Due,
  today: IsoDate,
): { readonly day: IsoDate; readonly before: number } | undefined {
  const { dated, undated, monthBegins } = reminderTimes;
  const first = `${last.slice(0, 8)}01`;
  const begins = deadline.loosely !== undefined;
  const named = by ?? within?.[0];
  const ahead = begins ? [0] : named !== undefined || owed !== undefined ? dated : (undated[deadline.every] ?? []);
  const from = named ?? (begins || deadline.month !== undefined ? first : last);
  const day = begins ? addDays(first, monthBegins - 1) : last;
  const reached = ahead.filter((days) => {
    const on = addDays(from, -days);
    return workdayFrom(readers.calendar, on, begins ? 1 : -1) <= today;
  });
  return reached.length === 0 || today > day ? undefined : { day, before: Math.min(...reached) };
}

/** Does the deadline's `who` mean this person? What it means nobody of, the office that takes in is told, or everybody. */
function isConcerned({ staff, reminderTimes }: Office, person: Person, who: string): boolean {
  const meant = reminderTimes.concerned[who] ?? [];
  if (meant === "everybody") return true;
  const colleagues = staff.people.filter(({ unit, grade }) => unit === person.unit && meant.includes(grade));
  if (colleagues.length > 0) return meant.includes(person.grade);
  const keeper = staff.keeper(person.unit);
  return keeper === undefined || keeper.id === person.id;
}
