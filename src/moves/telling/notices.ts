/**
 * The notices (通知) of what a turn is about to write: whatever move wrote it, whoever it concerns is told.
 *
 * Takes    the office, the events of a change, the instant. Returns notices for the same commit.
 * Leaves   who is told what to requests/news.ts, telling to telling.ts, what comes up with time to reminders.ts.
 */
import { momentOf } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import { formOf } from "../../requests/form.ts";
import { apply } from "../../requests/life.ts";
import { newsOf } from "../../requests/news.ts";
import { type Notice, noticeFor } from "../../requests/notice.ts";
import { dueAt } from "../../requests/reminder-times.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import type { Change } from "../../store/store.ts";
import { openDay } from "./day.ts";

/** What others are to be told because of these events; of a request only as all of them leave it. */
export async function noticesOf(office: Office, events: Change["events"], now: string): Promise<readonly Notice[]> {
  if (events.length === 0) return [];
  const after = new Map<string, OfficeRequest>();
  for (const { requestId, expected, event } of events) {
    const before = after.get(requestId) ?? (await office.store.request(requestId));
    // Another process was first: the commit will find it stale, and there is nothing to tell.
    if ((before?.version ?? 0) !== expected) return [];
    after.set(requestId, apply(before, event));
  }
  const today = momentOf(now).date;
  const day = openDay(office, today);
  const due = dueAt(office.reminderTimes, office.readers.calendar, now);
  const notices: Notice[] = [];
  for (const [id, request] of after) {
    const last = events.findLast(({ requestId }) => requestId === id);
    if (last === undefined) continue;
    const concerned = { decider: await day.decider(request), keeper: keeperOf(office, request) };
    for (const { to, about } of newsOf(last.event, request, concerned, today)) notices.push(noticeFor(to, about, due));
  }
  return notices;
}

/** Who keeps the record of this type of request, where the unit's documents want one. */
function keeperOf(office: Office, { type, unit }: OfficeRequest): string | undefined {
  const { record } = formOf(type);
  return record !== undefined && office.figures.has(unit, record) ? office.staff.keeper(unit)?.id : undefined;
}
