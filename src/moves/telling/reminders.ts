/**
 * The reminders (催办) of a day: what comes up because time went by, and nobody wrote anything.
 *
 * Takes    the office and a day. Returns notices for the outbox; the same day gives the same keys, so any number of
 *          processes may put them in and each is told once.
 * Leaves   telling to telling.ts, which drops what is no longer so, deadlines to deadline-reminders.ts.
 * What was not told on its day, for nobody was running, is told on the next one: nothing here asks for today alone.
 */
import { addDays, type IsoDate, momentOf } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import { covers } from "../../requests/absence.ts";
import { forms } from "../../requests/forms.ts";
import { usedUp } from "../../requests/hold.ts";
import { waitingFor } from "../../requests/life.ts";
import { type Notice, noticeFor } from "../../requests/notice.ts";
import { beginOf, workdayFrom, workdaysBetween, worksOn } from "../../requests/reminder-times.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { absencesIn } from "../deciding/absences.ts";
import { deadlineReminders } from "./deadline-reminders.ts";
import { deciderOf, hasSource } from "./notices.ts";

/** What is to be told of that day, from the hour at which work begins; nothing on a day off. */
export async function remindersOn(office: Office, today: IsoDate): Promise<readonly Notice[]> {
  if (!worksOn(office.readers.calendar, today)) return [];
  const due = beginOf(office.reminderTimes, today);
  const news = [
    ...(await waitings(office, today)),
    ...(await followUps(office, today)),
    ...(await deadlineReminders(office, today)),
  ];
  return news.map(({ to, about }) => noticeFor(to, about, due));
}

type Reminder = Pick<Notice, "to" | "about">;

/** What waits: told whoever decides it, again when it has waited, and then the office as well. */
async function waitings(office: Office, today: IsoDate): Promise<readonly Reminder[]> {
  const { again, office: tooLong } = office.reminderTimes.waiting;
  const reminders: Reminder[] = [];
  for (const request of await office.store.requests({ statuses: ["submitted"] })) {
    const on = await deciderOf(office, request, today);
    if (on === undefined) continue;
    const since = await decidesSince(office, request, on, today);
    const waited = workdaysBetween(office.readers.calendar, since, today);
    const about = { kind: "waiting", request: request.id, version: request.version, on, since } as const;
    reminders.push({ to: on, about: { ...about, waited: waited < again ? 0 : again } });
    const keeper = office.staff.keeper(request.unit)?.id;
    if (waited >= tooLong && keeper !== undefined && keeper !== on && keeper !== request.requester)
      reminders.push({ to: keeper, about: { ...about, waited: tooLong } });
  }
  return reminders;
}

/** The day since which the request waits for this person: its step's, or the day they came back, or began to stand in. */
async function decidesSince(office: Office, request: OfficeRequest, decider: string, today: IsoDate): Promise<IsoDate> {
  const [last] = (await office.store.log(request.id)).slice(-1);
  const opened = momentOf(last?.event.at ?? request.filedAt).date;
  const named = waitingFor(request);
  const absences = await absencesIn(office, request.unit, { from: opened, until: today });
  const away = absences.filter(({ who }) => who === named);
  const began = away.filter((absence) => covers(absence, today)).map(({ from }) => from);
  const back = away.filter(({ until }) => until < today).map(({ until }) => addDays(until, 1));
  const changes = decider === named ? back : began;
  return changes.reduce((latest, day) => (day > latest ? day : latest), opened);
}

/** What should have followed a paper whose days are over: 销假, 接待清单, 报销. */
async function followUps(office: Office, today: IsoDate): Promise<readonly Reminder[]> {
  const { staff, store, readers, reminderTimes } = office;
  const from = addDays(today, -reminderTimes.lookBack);
  const reminders: Reminder[] = [];
  for (const unit of new Set(staff.people.map((person) => person.unit))) {
    const types = forms
      .filter(({ followedBy }) => followedBy !== undefined && hasSource(office, unit, followedBy.source))
      .map(({ type }) => type);
    if (types.length === 0) continue;
    const papers = await store.requests({ unit, types, statuses: ["approved"], touching: { from, until: today } });
    const over = papers.filter((paper) => workdayFrom(readers.calendar, addDays(lastDay(paper), 1)) <= today);
    const away = over.length === 0 ? [] : await absencesIn(office, unit, { from: today, until: today });
    for (const paper of over) {
      if (away.some(({ who }) => who === paper.requester) || (await isFollowed(office, paper))) continue;
      reminders.push({ to: paper.requester, about: { kind: "follow-up", request: paper.id } });
    }
  }
  return reminders;
}

/** Has what must follow this paper been filed, and is it in force? */
export async function isFollowed({ store }: Office, { id, type, requester }: OfficeRequest): Promise<boolean> {
  const by = forms.find((form) => form.type === type)?.followedBy?.type;
  return by === undefined || usedUp(by, await store.requests({ requester }))(id);
}

const lastDay = ({ fields, closed }: OfficeRequest): IsoDate => String(closed?.end ?? fields.end ?? fields.start);
