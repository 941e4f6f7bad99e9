/**
 * Telling (通知): notices out of the outbox become sentences; what is no longer so is dropped.
 *
 * Takes    the office, for whom, the instant, how many. Returns what is to be shown; `told` is said by the channel, once it
 *          has shown it. Who dies in between leaves it to the next who asks, two minutes later.
 * Leaves   whether it is still true to requests/news.ts, the sentences to answer/wording/notices.ts, drawing to the channels.
 */
import { oneLine } from "../../answer/card.ts";
import { noticeWords as words } from "../../answer/wording/notices.ts";
import { daysBetween, type IsoDate, minutesAfter, momentOf } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import type { Source } from "../../policy/source.ts";
import { formOf } from "../../requests/form.ts";
import { nextStep } from "../../requests/life.ts";
import { stillTrue } from "../../requests/news.ts";
import type { Notice, NoticeAbout } from "../../requests/notice.ts";
import { inHours } from "../../requests/reminder-times.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { absencesIn } from "../deciding/absences.ts";
import { dueFor } from "./deadline-reminders.ts";
import { deciderOf } from "./notices.ts";
import { isFollowed } from "./reminders.ts";

const leaseMinutes = 2;
/** Late enough for whatever waits until work begins. */
const someDay = "2999-01-01T00:00:00Z";

export interface Asked {
  /** The one who is there to be told; left out by a channel that tells anybody, which it does in working hours only. */
  readonly to?: string | undefined;
  readonly now: string;
  readonly most: number;
  /** They asked for it, so that what would be told tomorrow is told as well. */
  readonly all?: true;
}

/** Asked by the person who is to be told. */
export type AskedBy = Asked & { readonly to: string };

/** What is shown of a notice. */
export interface Told {
  readonly key: string;
  readonly to: string;
  /** One sentence, Markdown: what it is, and what can be said next. */
  readonly text: string;
  readonly citations: readonly Source[];
  /** The request that it is about, where it is theirs or theirs to decide: others have no card of it. */
  readonly request?: string;
}

/** Takes what is to be told now; what is no longer so is told to nobody, and counts as told. */
export async function tell(office: Office, { to, now, most, all }: Asked): Promise<readonly Told[]> {
  if (to === undefined && !inHours(office.reminderTimes, office.readers.calendar, now)) return [];
  const until = minutesAfter(now, leaseMinutes);
  for (;;) {
    const taken = await office.store.takeNotices({ now, until, to, most, due: all && someDay });
    const told: Told[] = [];
    const dropped: string[] = [];
    const matters = new Set<string>();
    // The latest first: who was told of nothing for days is told the last of each matter.
    for (const notice of taken.toReversed()) {
      const shown = matters.has(matterOf(notice)) ? undefined : await shownOf(office, notice, now);
      if (shown === undefined) dropped.push(notice.key);
      else if (to !== undefined || !(await isSpared(office, notice, now))) told.unshift(shown);
      if (shown !== undefined) matters.add(matterOf(notice));
    }
    if (dropped.length > 0) await office.store.told(dropped, now);
    if (told.length > 0 || taken.length < most) return told;
  }
}

/** What this person was told and what is still so, the latest first. */
export async function toldBefore(office: Office, { to, now, most }: AskedBy): Promise<readonly Told[]> {
  const told: Told[] = [];
  const matters = new Set<string>();
  for (const notice of await office.store.toldTo(to, most)) {
    const shown = matters.has(matterOf(notice)) ? undefined : await shownOf(office, notice, now);
    if (shown === undefined) continue;
    told.push(shown);
    matters.add(matterOf(notice));
  }
  return told;
}

/** What a notice is about: of several about the same, one is enough. */
const matterOf = ({ to, about }: Notice): string =>
  [to, about.kind, about.kind === "deadline" ? about.deadline : about.request].join(" ");

/** Who is away is not troubled with the matters of others: they stay in the outbox. */
async function isSpared(office: Office, { to, about }: Notice, now: string): Promise<boolean> {
  if (about.kind !== "waiting" && about.kind !== "for-the-record") return false;
  const today = momentOf(now).date;
  const unit = office.staff.person(to)?.unit ?? "";
  const away = await absencesIn(office, unit, { from: today, until: today });
  return away.some(({ who }) => who === to);
}

/** The notice as it is shown; nothing where there is nothing left to tell. */
async function shownOf(office: Office, notice: Notice, now: string): Promise<Told | undefined> {
  const { key, to, about } = notice;
  const today = momentOf(now).date;
  const person = office.staff.person(to);
  if (person === undefined) return undefined;
  if (about.kind === "deadline") {
    const due = await dueFor(office, person, about.deadline, today);
    if (due === undefined || !stillTrue(notice, { today, owing: due.owed !== 0 })) return undefined;
    const { source } = due.deadline;
    const until = due.by ?? due.within?.[0] ?? due.last;
    const text = words.deadline(due, today, daysBetween(today, until));
    return { key, to, text, citations: office.library.standing([source]) };
  }
  const request = await office.store.request(about.request);
  if (request === undefined) return undefined;
  const decider = about.kind === "waiting" ? await deciderOf(office, request, today) : undefined;
  const followed = about.kind === "follow-up" && (await isFollowed(office, request));
  if (!stillTrue(notice, { today, request, decider, followed })) return undefined;
  const sources = about.kind === "follow-up" ? sourcesOf(office, request, today) : [];
  const theirs = to === request.requester || to === decider;
  const text = sentence(office, to, about, request);
  return { key, to, text, citations: sources, ...(theirs && { request: request.id }) };
}

/** Where it is laid down that something must follow. */
function sourcesOf(office: Office, { type, unit }: OfficeRequest, today: IsoDate): readonly Source[] {
  const name = formOf(type).followedBy?.source;
  return name === undefined ? [] : office.library.standing([office.figures.on(unit, today).source(name)]);
}

type OfRequest = Exclude<NoticeAbout, { kind: "deadline" }>;

/** To whom it belongs and to whoever decides it a request is named as their lists name it, to others by its type alone. */
function sentence({ staff }: Office, to: string, about: OfRequest, request: OfficeRequest): string {
  const { id, type, requester } = request;
  const post = (person: string): string => staff.person(person)?.post.replace(/\(.*\)$/u, "") ?? person;
  const step = nextStep(request)?.step;
  switch (about.kind) {
    case "waiting": {
      if (about.on !== to)
        return words.waitingLong(type, post(requester), id, step?.role ?? post(about.on), about.waited);
      const stead = step?.approver === to || step?.approver == null ? undefined : post(step.approver);
      return words.waiting(post(requester), oneLine(request), id, about.waited, stead);
    }
    case "decided":
      return decision(request);
    case "for-the-record":
      return words.forTheRecord(type, post(requester), id);
    case "follow-up":
      return words.followUp(oneLine(request), id, type);
  }
}

/** What was decided last, as the request stands after it. */
function decision(request: OfficeRequest): string {
  const { id, type, status, approvals, returned } = request;
  const what = oneLine(request);
  if (status === "approved") return words.approved(what, id, type);
  if (status === "rejected")
    return words.rejected(what, id, approvals.find((step) => step.status === "rejected")?.role ?? "");
  if (returned !== undefined) return words.returned(what, id, approvals[returned.step]?.role ?? "");
  const last = approvals.findLast((step) => step.status === "approved");
  const next = nextStep(request)?.step;
  return words.step(what, id, last?.role ?? "", next?.approver == null ? undefined : next.role);
}
