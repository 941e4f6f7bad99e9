/**
 * What an event is news of (消息), and to whom; and whether a notice is still true when it is about to be told.
 *
 * Takes    an event and the request after it; or a notice, and how things stand. Returns who is to be told what; yes or no.
 * Leaves   who decides today and who keeps the record to moves/, sentences to answer/wording. Pure.
 * Nobody is told of what they did themselves. Of what its requester took back or replaced before it was decided nobody is
 * told either: what was still to be told of it is dropped, for its version has moved on.
 */

import { assertNever } from "../errors.ts";
import type { IsoDate } from "../lib/dates.ts";
import { formOf } from "./form.ts";
import { nextStep } from "./life.ts";
import type { Notice, NoticeAbout } from "./notice.ts";
import type { OfficeRequest, RequestEvent } from "./request.ts";

export interface News {
  readonly to: string;
  readonly about: NoticeAbout;
}

export interface Concerned {
  /** Who decides the next step today, in their own right or in another's stead. */
  readonly decider?: string | undefined;
  /** Who keeps the unit's record (办公室), where its documents want one of this type of request. */
  readonly keeper?: string | undefined;
}

/** Who is to be told what of an event, on the day it happened; never of what they did themselves. */
export function newsOf(
  event: RequestEvent,
  request: OfficeRequest,
  { decider, keeper }: Concerned,
  today: IsoDate,
): readonly News[] {
  const { id, version, requester } = request;
  const opens = event.kind === "filed" || event.kind === "resubmitted" || event.kind === "approved";
  const decided = event.kind === "approved" || event.kind === "rejected" || event.kind === "returned";
  const news: News[] = [];
  if (opens && decider !== undefined && nextStep(request) !== undefined) {
    const about = { kind: "waiting", request: id, version, on: decider, since: today, waited: 0 } as const;
    news.push({ to: decider, about });
  }
  if (decided) news.push({ to: requester, about: { kind: "decided", request: id, version } });
  if (decided && request.status === "approved")
    news.push(
      ...keptBy(request, keeper).map((to) => ({ to, about: { kind: "for-the-record", request: id } as const })),
    );
  if (event.kind === "withdrawn" && wasApproved(request)) {
    const about = { kind: "taken-back", request: id } as const;
    const approvers = new Set([...request.approvals.flatMap(({ by }) => by ?? []), ...keptBy(request, keeper)]);
    news.push(...[...approvers].map((to) => ({ to, about })));
  }
  if (formOf(request.type).handsOver === true && typeof request.fields.deputy === "string")
    news.push({ to: request.fields.deputy, about: { kind: "deputation", request: id, version } });
  // The requester who keeps the record himself is told of the decision, and once is enough.
  return news.filter(({ to, about }) => to !== event.by && (to !== requester || about.kind === "decided"));
}

/** Who puts this request on record, where anybody does. */
const keptBy = ({ type }: OfficeRequest, keeper: string | undefined): readonly string[] =>
  keeper === undefined || formOf(type).record === undefined ? [] : [keeper];

/** Had everybody approved, whom it needed? What nobody decides was never approved. */
export const wasApproved = ({ approvals }: OfficeRequest): boolean =>
  approvals.some(({ status }) => status === "approved") &&
  approvals.every(({ status }) => status === "approved" || status === "skipped");

/** How the matter of a notice stands when it is to be told. */
export interface Standing {
  readonly today: IsoDate;
  readonly request?: OfficeRequest | undefined;
  readonly decider?: string | undefined;
  /** The deputation that has taken the place of this one names the same deputy, who is told of that one. */
  readonly goesOn?: boolean;
  /** What must follow the paper has been filed. */
  readonly followed?: boolean;
  /** The deadline is in force, its words stand, and something is owed. */
  readonly owing?: boolean;
}

/** Is there still something to tell? */
export function stillTrue({ about }: Pick<Notice, "about">, standing: Standing): boolean {
  const { today, request, decider, followed, owing, goesOn } = standing;
  const { kind } = about;
  switch (kind) {
    case "waiting":
      return request?.version === about.version && decider === about.on;
    case "decided":
      return request?.version === about.version;
    case "for-the-record":
      return request?.status === "approved";
    case "taken-back":
      return request?.status === "withdrawn";
    case "deputation":
      return request?.version === about.version && goesOn !== true && today <= String(request.fields.end);
    case "follow-up":
      return request?.status === "approved" && followed !== true;
    case "deadline":
      return today <= about.day && owing === true;
    default:
      return assertNever(kind);
  }
}
