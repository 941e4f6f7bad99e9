/**
 * What a requester does with a request of their own: take it back, file it again, put another in its place, close it.
 *
 * Takes    the request as it stands, the authenticated sender's wish, their other papers where those may stand in the way.
 * Returns  the event to append, or why there is none; a refusal is a value.
 * Leaves   what the event makes of the request to life.ts, the chain of what is filed again to route.ts and staff.ts.
 */
import { isDeepStrictEqual } from "node:util";
import { momentOf } from "../lib/dates.ts";
import type { Outcome, Wish } from "./decision.ts";
import { formOf } from "./form.ts";
import { inForce, isStoodOn, openAmendment } from "./hold.ts";
import { amendable, closable, withdrawable } from "./life.ts";
import type { ApprovalStep, OfficeRequest, RequestFields } from "./request.ts";

export type WithdrawalRefusal =
  | "not-the-requester"
  | "already-decided"
  | "begun"
  | "withdrawn"
  | "stood-on"
  | "amendment-open";
export type ResubmissionRefusal = "not-the-requester" | "not-returned" | "nothing-changed" | "former-stood-on";
export type AmendmentRefusal = "not-the-requester" | "ended" | "returned" | "stood-on" | "amendment-open" | "closed";
export type ClosingRefusal =
  | "not-the-requester"
  | "not-closable"
  | "closed-already"
  | "amendment-open"
  | "before-start"
  | "not-yet"
  | "after-plan";

const refused = <Refusal>(why: Refusal): Outcome<Refusal> => ({ kind: "refused", why });

/** What may still be taken back (life.ts), and no paper from under another of their own. */
export function withdraw(
  request: OfficeRequest,
  { by, at }: Wish,
  mine: readonly OfficeRequest[],
): Outcome<WithdrawalRefusal> {
  if (by !== request.requester) return refused("not-the-requester");
  if (request.status === "withdrawn" || request.status === "cancelled") return refused("withdrawn");
  if (!withdrawable(request, momentOf(at).date)) return refused(endsByBeginning(request) ? "begun" : "already-decided");
  if (isStoodOn(request, mine)) return refused("stood-on");
  const amendment = openAmendment(request, mine);
  if (amendment !== undefined && amendment.id !== request.id) return refused("amendment-open");
  return { kind: "event", event: { kind: "withdrawn", by, at } };
}

/** It could have been taken back before it began. */
const endsByBeginning = ({ status, type, fields }: OfficeRequest): boolean =>
  status === "approved" && typeof fields.start === "string" && formOf(type).withdrawnBefore === "begun";

export interface Resubmission extends Wish {
  readonly fields: RequestFields;
  /** The chain as the fields want it now, nothing decided. */
  readonly chain: readonly ApprovalStep[];
  /** 补充说明. */
  readonly remark?: string | undefined;
}

/** Files it again after a return. What was approved stays where it is untouched: the same fields, the same step. */
export function resubmit(
  request: OfficeRequest,
  { by, at, fields, chain, remark }: Resubmission,
  mine: readonly OfficeRequest[],
): Outcome<ResubmissionRefusal> {
  if (by !== request.requester) return refused("not-the-requester");
  if (request.status !== "submitted" || request.returned === undefined) return refused("not-returned");
  // What stands on the former by now would lose its ground when this one took its place.
  const before = mine.find(({ id }) => id === request.amends);
  if (before !== undefined && inForce(before) && isStoodOn(before, mine)) return refused("former-stood-on");
  const untouched = isDeepStrictEqual(fields, request.fields);
  if (untouched && remark === undefined) return refused("nothing-changed");
  const kept = chain.map((step, place) => {
    const before = request.approvals[place];
    const isSame = before?.role === step.role && before.approver === step.approver && before.status === "approved";
    return untouched && isSame ? before : step;
  });
  // Where the chart has changed so that nobody would be left to decide, everybody decides anew.
  const approvals = kept.some(({ status }) => status === "pending") ? kept : [...chain];
  const added = remark === undefined ? {} : { remark };
  return { kind: "event", event: { kind: "resubmitted", by, at, fields, approvals, ...added } };
}

/** May another request of the same person be filed to take the place of this one? What was returned is changed itself. */
export function mayAmend(
  request: OfficeRequest,
  by: string,
  mine: readonly OfficeRequest[],
): { readonly kind: "may" } | { readonly kind: "refused"; readonly why: AmendmentRefusal } {
  if (by !== request.requester) return { kind: "refused", why: "not-the-requester" };
  if (!amendable(request)) return { kind: "refused", why: "ended" };
  if (request.returned !== undefined) return { kind: "refused", why: "returned" };
  if (request.closed !== undefined) return { kind: "refused", why: "closed" };
  if (isStoodOn(request, mine)) return { kind: "refused", why: "stood-on" };
  return openAmendment(request, mine) === undefined ? { kind: "may" } : { kind: "refused", why: "amendment-open" };
}

/** A trip is over, and ended on this day. */
export function close(
  request: OfficeRequest,
  { by, at, end }: Wish & { readonly end: string },
  mine: readonly OfficeRequest[],
): Outcome<ClosingRefusal> {
  if (by !== request.requester) return refused("not-the-requester");
  if (request.closed !== undefined) return refused("closed-already");
  if (!closable(request)) return refused("not-closable");
  if (openAmendment(request, mine) !== undefined) return refused("amendment-open");
  if (end < String(request.fields.start)) return refused("before-start");
  if (end > momentOf(at).date) return refused("not-yet");
  // Longer than it was approved is for whoever approves to say: that takes an amendment.
  if (end > String(request.fields.end)) return refused("after-plan");
  return { kind: "event", event: { kind: "closed", by, at, end } };
}
