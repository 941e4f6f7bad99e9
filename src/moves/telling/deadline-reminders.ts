/**
 * Reminders of deadlines (限期提醒): who is told when of what the documents set a time for.
 *
 * Takes    the office and a workday. Returns the reminders of the stage that each deadline has reached: a week before it, a
 *          day before, on the day, as data/reminders.json has it; where that is a day off, on the workday before.
 * Leaves   which deadlines come next to rules/deadlines.ts, how they stand when they are told to `dueFor`.
 */
import { addDays, type IsoDate } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import type { Notice } from "../../requests/notice.ts";
import { workdayFrom } from "../../requests/reminder-times.ts";
import type { Person } from "../../requests/staff.ts";
import { type Due, duesFrom, stands } from "../../rules/deadlines.ts";
import { sumsOf } from "../filing/tallied.ts";

/** What is told of deadlines on that day. */
export async function deadlineReminders(
  office: Office,
  today: IsoDate,
): Promise<readonly Pick<Notice, "to" | "about">[]> {
  const reminders: Pick<Notice, "to" | "about">[] = [];
  for (const person of office.staff.people) {
    for (const due of await duesFor(office, person, today)) {
      const stage = stageOf(office, due, today);
      if (stage === undefined || due.owed === 0 || !isConcerned(office, person, due.deadline.who)) continue;
      const { name: deadline } = due.deadline;
      const about = { kind: "deadline", unit: person.unit, deadline, ...stage } as const;
      reminders.push({ to: person.id, about });
    }
  }
  return reminders;
}

/** The deadline of that name as it stands for this person on that day; nothing where its words stand no longer. */
export async function dueFor(office: Office, person: Person, name: string, today: IsoDate): Promise<Due | undefined> {
  return (await duesFor(office, person, today)).find(({ deadline }) => deadline.name === name);
}

async function duesFor(office: Office, person: Person, today: IsoDate): Promise<readonly Due[]> {
  const figures = office.figures.on(person.unit, today);
  if (figures.deadlines.length === 0) return [];
  const owing = figures.deadlines.some(({ owes }) => owes !== undefined);
  const { tallied } = owing ? await sumsOf({ office, person, now: { date: today, time: "" } }, {}) : {};
  return duesFrom(figures, today, tallied).filter((due) => stands(due, figures));
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
