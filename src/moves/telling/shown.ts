/**
 * What is shown of a notice (通知内容): the sentence of its matter as it stands on the day it is told.
 *
 * Takes    the day and a notice. Returns the sentence with its sources, or nothing where there is nothing left to tell.
 * Leaves   whether it is still true to requests/news.ts, the words to answer/wording/notices.ts.
 * The notice holds no words: a reason is read from the request, and told to its requester alone.
 */
import { daysSaid, decidedFor, oneLine } from "../../answer/card.ts";
import { plain } from "../../answer/layout.ts";
import { noticeWords as words } from "../../answer/wording/notices.ts";
import { daysBetween } from "../../lib/dates.ts";
import type { Source } from "../../policy/source.ts";
import { formOf } from "../../requests/form.ts";
import { nextStep } from "../../requests/life.ts";
import { stillTrue } from "../../requests/news.ts";
import type { Notice, NoticeAbout } from "../../requests/notice.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import { waitingToday } from "../deciding/stand-ins.ts";
import type { Day } from "./day.ts";

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

type OfKind<Kind extends NoticeAbout["kind"]> = Extract<NoticeAbout, { kind: Kind }>;
type OfRequest = Exclude<NoticeAbout, { kind: "deadline" }>;

/** The notice as it is shown; nothing where it is true no longer. */
export function shownOf(day: Day, { key, to, about }: Notice): Promise<Told | undefined> {
  return about.kind === "deadline" ? deadlineShown(day, { key, to, about }) : requestShown(day, { key, to, about });
}

type Of<About> = Pick<Notice, "key" | "to"> & { readonly about: About };

async function deadlineShown(day: Day, { key, to, about }: Of<OfKind<"deadline">>): Promise<Told | undefined> {
  const { office, today } = day;
  const person = office.staff.person(to);
  const due = person && (await day.dues(person)).find(({ deadline }) => deadline.name === about.deadline);
  if (due === undefined || !stillTrue({ about }, { today, owing: due.owed !== 0 })) return undefined;
  const until = due.by ?? due.within?.[0] ?? due.last;
  const text = words.deadline(due, today, daysBetween(today, until));
  return { key, to, text, citations: office.library.standing([due.deadline.source]) };
}

async function requestShown(day: Day, { key, to, about }: Of<OfRequest>): Promise<Told | undefined> {
  const { office, today } = day;
  const { store, staff, figures, library } = office;
  const request = await store.request(about.request);
  if (request === undefined || staff.person(to) === undefined) return undefined;
  const decider = about.kind === "waiting" ? await day.decider(request) : undefined;
  const followed = about.kind === "follow-up" && (await day.isFollowed(request));
  const next = about.kind === "deputation" && request.amendedBy ? await store.request(request.amendedBy) : undefined;
  const goesOn = next?.fields.deputy === to;
  if (!stillTrue({ about }, { today, request, decider, followed, goesOn })) return undefined;
  const source = about.kind === "follow-up" ? formOf(request.type).followedBy?.source : undefined;
  const citations = source === undefined ? [] : library.standing([figures.on(request.unit, today).source(source)]);
  const theirs = to === request.requester || to === decider;
  const text = await sentence(day, to, about, request);
  return { key, to, text, citations, ...(theirs && { request: request.id }) };
}

/** To whom it belongs and to whoever decides it a request is named as their lists name it, to others by its type and days. */
async function sentence(day: Day, to: string, about: OfRequest, request: OfficeRequest): Promise<string> {
  const { called } = day.office.staff;
  const { id, type, fields } = request;
  const who = called(request.requester);
  switch (about.kind) {
    case "waiting":
      return waiting(day, to, about, request);
    case "decided":
      return decision(request, called);
    case "for-the-record":
      return words.forTheRecord(type, who, id, daysSaid(fields));
    case "taken-back":
      return words.takenBack(type, who, id, daysSaid(fields));
    case "follow-up":
      return words.followUp(oneLine(request), id, type);
    case "deputation": {
      const how = request.amendedBy === undefined ? "withdrawn" : "changed";
      if (request.status !== "approved") return words.deputationOver(who, daysSaid(fields), how);
      const begun = String(fields.start) <= day.today;
      return words.deputation(who, daysSaid(fields), begun ? await lent(day, to, request.requester) : undefined);
    }
  }
}

function waiting(day: Day, to: string, { on, waited }: OfKind<"waiting">, request: OfficeRequest): string {
  const { called } = day.office.staff;
  const { id, type } = request;
  const who = called(request.requester);
  const step = nextStep(request)?.step;
  if (on !== to) return words.waitingLong(type, who, id, step?.role ?? called(on), waited);
  const stead = step?.approver === to || step?.approver == null ? undefined : called(step.approver);
  return words.waiting(who, oneLine(request), id, waited, stead);
}

/** How many wait for this person today in the stead of that one. */
async function lent(day: Day, to: string, of: string): Promise<number> {
  const waiting = await waitingToday(day.office, to, day.today);
  const inStead = await Promise.all(waiting.map((request) => day.standIn(request)));
  return inStead.filter((one) => one?.by === to && one.for === of).length;
}

/** What was decided last, as the request stands after it; by whom, in whose stead, and for its requester the reason. */
function decision(request: OfficeRequest, called: (id: string) => string): string {
  const { id, type, status, approvals, returned } = request;
  const what = oneLine(request);
  if (status === "approved") return words.approved(what, id, type);
  const last = approvals.findLast((step) => step.status === (status === "rejected" ? "rejected" : "approved"));
  if (status === "rejected") return words.rejected(what, id, byWhom(last, called), plain(last?.reason ?? ""));
  if (returned !== undefined) {
    const { by, for: of, step, reason } = returned;
    const role = approvals[step]?.role ?? "";
    return words.returned(what, id, byWhom({ role, by, ...(of !== undefined && { for: of }) }, called), plain(reason));
  }
  const next = nextStep(request)?.step;
  return words.step(what, id, byWhom(last, called), next?.approver == null ? undefined : next.role);
}

type Decided = Pick<OfficeRequest["approvals"][number], "role" | "by" | "for">;

/** By the role that the documents name; where another did it, 乙 代 甲. */
const byWhom = (step: Decided | undefined, called: (id: string) => string): string =>
  step === undefined ? "" : (decidedFor(step, called) ?? step.role);
