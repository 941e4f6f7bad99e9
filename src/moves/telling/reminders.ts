/**
 * The reminders (催办) of a day: what comes up because time went by, and nobody wrote anything.
 *
 * Takes    the office and a day; one person, where only theirs are wanted. Returns notices for the outbox; the same day gives
 *          the same keys, so any number of processes may put them in and each is told once.
 * Leaves   telling to telling.ts, which drops what is no longer so, deadlines to deadline-reminders.ts.
 * What was not told on its day, for nobody was running, is told on the next one: nothing here asks for today alone.
 */
import { addDays, type IsoDate } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import { forms } from "../../requests/forms.ts";
import { type Notice, noticeFor } from "../../requests/notice.ts";
import { beginOf, workdayFrom, workdaysBetween, worksOn } from "../../requests/reminder-times.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import type { Person } from "../../requests/staff.ts";
import { waitingToday } from "../deciding/stand-ins.ts";
import { type Day, openDay } from "./day.ts";
import { deadlineReminders } from "./deadline-reminders.ts";

type Reminder = Pick<Notice, "to" | "about">;

/** So many requests are looked at before others have their turn. */
const atOnce = 200;
/** Lets whoever came meanwhile be answered. */
const othersFirst = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What is to be told of that day, from the hour at which work begins; nothing on a day off. */
export async function remindersOn(office: Office, today: IsoDate): Promise<readonly Notice[]> {
  const { staff, store, readers } = office;
  if (!worksOn(readers.calendar, today)) return [];
  const day = openDay(office, today);
  const reminders: Reminder[] = [];
  for (const [unit, people] of Map.groupBy(staff.people, (person) => person.unit)) {
    reminders.push(...(await waitings(day, await store.requests({ unit, statuses: ["submitted"] }))));
    await othersFirst();
    reminders.push(...(await followUps(day, unit)));
    for (const person of people) reminders.push(...(await deadlineReminders(day, person)));
    await othersFirst();
  }
  return inOutbox(office, reminders, today);
}

/** The same for one person, by what concerns them alone; on a day off as well, for who looks is there. */
export async function remindersFor(office: Office, person: Person, today: IsoDate): Promise<readonly Notice[]> {
  const { staff, store } = office;
  const { id, unit } = person;
  const day = openDay(office, today);
  // Who keeps the record is told of whatever waits too long.
  const isKeeper = staff.keeper(unit)?.id === id;
  const open = isKeeper
    ? await store.requests({ unit, statuses: ["submitted"] })
    : await waitingToday(office, id, today);
  const reminders = [
    ...(await waitings(day, open)),
    ...(await followUps(day, unit, id)),
    ...(await deadlineReminders(day, person)),
  ];
  return inOutbox(
    office,
    reminders.filter(({ to }) => to === id),
    today,
  );
}

function inOutbox({ reminderTimes }: Office, reminders: readonly Reminder[], today: IsoDate): readonly Notice[] {
  const due = beginOf(reminderTimes, today);
  return reminders.map(({ to, about }) => noticeFor(to, about, due));
}

/** What waits: told whoever decides it, again when it has waited, and then the office as well. */
async function waitings(day: Day, requests: readonly OfficeRequest[]): Promise<readonly Reminder[]> {
  const { readers, reminderTimes, staff } = day.office;
  const { again, office: tooLong } = reminderTimes.waiting;
  const reminders: Reminder[] = [];
  for (const [nth, request] of requests.entries()) {
    if (nth % atOnce === atOnce - 1) await othersFirst();
    const on = await day.decider(request);
    if (on === undefined) continue;
    const since = await day.decidesSince(request, on);
    const waited = workdaysBetween(readers.calendar, since, day.today);
    const about = { kind: "waiting", request: request.id, version: request.version, on, since } as const;
    reminders.push({ to: on, about: { ...about, waited: waited < again ? 0 : again } });
    const keeper = staff.keeper(request.unit)?.id;
    if (waited >= tooLong && keeper !== undefined && keeper !== on && keeper !== request.requester)
      reminders.push({ to: keeper, about: { ...about, waited: tooLong } });
  }
  return reminders;
}

/** What should have followed a paper whose days are over: 销假, 接待清单, 报销; one person's, or the whole unit's. */
async function followUps(day: Day, unit: string, requester?: string): Promise<readonly Reminder[]> {
  const { office, today } = day;
  const { store, readers, reminderTimes } = office;
  const from = addDays(today, -reminderTimes.lookBack);
  const types = forms
    .filter(({ followedBy }) => followedBy !== undefined && office.figures.has(unit, followedBy.source))
    .map(({ type }) => type);
  const of = { unit, ...(requester !== undefined && { requester }) };
  const papers = await store.requests({ ...of, types, statuses: ["approved"], touching: { from, until: today } });
  const over = papers.filter((paper) => workdayFrom(readers.calendar, addDays(lastDay(paper), 1)) <= today);
  const reminders: Reminder[] = [];
  for (const paper of over) {
    const { id, requester: to } = paper;
    if ((await day.isAway({ id: to, unit })) || (await day.isFollowed(paper))) continue;
    reminders.push({ to, about: { kind: "follow-up", request: id } });
  }
  return reminders;
}

const lastDay = ({ fields, closed }: OfficeRequest): IsoDate => String(closed?.end ?? fields.end ?? fields.start);
