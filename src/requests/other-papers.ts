/**
 * Whether an event may befall a request, as the other papers (其他申请) of those concerned stand now.
 *
 * Takes    an event, the request after it, other papers. Returns yes or no: a no means that somebody else was first.
 * Leaves   reading those papers under the write lock to store/append.ts, what an event does to its own request to life.ts.
 */
import { assertNever } from "../errors.ts";
import { type IsoDate, momentOf } from "../lib/dates.ts";
import { absenceOf, covers } from "./absence.ts";
import { basisOf, inForce, isStoodOn, usedUp } from "./hold.ts";
import type { OfficeRequest, RequestEvent } from "./request.ts";

/** Which other papers decide whether an event may befall a request: the requester's own, those of whom it is decided for. */
export const concerns = (event: RequestEvent): { readonly own: boolean; readonly of?: string } => {
  switch (event.kind) {
    case "withdrawn":
    case "amended":
    // What is filed again may amend another, which its event does not say.
    case "resubmitted":
      return { own: true };
    case "filed":
      return { own: basisOf(event.request) !== undefined || event.request.amends !== undefined };
    case "approved":
    case "rejected":
    case "returned":
      return { own: false, ...(event.for !== undefined && { of: event.for }) };
    case "closed":
      return { own: false };
    default:
      return assertNever(event);
  }
};

/**
 * May the event befall this request, as the other papers stand now? `request` is the request after the event, `others`
 * the other papers of its requester, `absent` those of the person whom the decision was taken for.
 */
export function holds(
  event: RequestEvent,
  request: OfficeRequest,
  others: readonly OfficeRequest[],
  absent: readonly OfficeRequest[],
): boolean {
  switch (event.kind) {
    case "withdrawn":
      return !isStoodOn(request, others);
    case "amended":
      return !isStoodOn(request, others) && others.some((one) => takesPlace(one, request));
    case "filed":
    case "resubmitted":
      return isFree(request, others) && isAmendable(request, others);
    case "approved":
    case "rejected":
    case "returned":
      return event.under === undefined || isAway(event.under, momentOf(event.at).date, absent);
    case "closed":
      return true;
    default:
      return assertNever(event);
  }
}

/** A basis must be one of their own, still be in force, and not be used up. */
function isFree(request: OfficeRequest, others: readonly OfficeRequest[]): boolean {
  const basis = basisOf(request);
  if (basis === undefined) return true;
  const stands = others.some((one) => one.id === basis && inForce(one));
  // What it takes the place of gives its basis up to it.
  const rivals = others.filter(({ id }) => id !== request.amends);
  return stands && !usedUp(request.type, rivals)(basis);
}

/** What it is to take the place of must be in force, of the same type, and not be amended by another: or be replaced by it already. */
function isAmendable({ id, amends, type }: OfficeRequest, others: readonly OfficeRequest[]): boolean {
  if (amends === undefined) return true;
  const before = others.find((one) => one.id === amends);
  if (before?.amendedBy === id) return true;
  const rival = others.some((one) => one.amends === amends && inForce(one));
  return before !== undefined && before.type === type && inForce(before) && !rival && !isStoodOn(before, others);
}

/** What was approved is replaced by what is approved, not by what is only asked for. */
const takesPlace = (one: OfficeRequest, before: OfficeRequest): boolean =>
  one.id === before.amendedBy &&
  one.amends === before.id &&
  inForce(one) &&
  (one.status === "approved" || isUndecided(before));

/** Before it was replaced it still waited for somebody, or for nobody who could ever decide it. */
const isUndecided = ({ approvals }: OfficeRequest): boolean =>
  approvals.some(({ status }) => status === "pending") || !approvals.some(({ status }) => status === "approved");

const isAway = (under: string, day: IsoDate, papers: readonly OfficeRequest[]): boolean =>
  papers.some((paper) => {
    const absence = paper.id === under ? absenceOf(paper, papers) : undefined;
    return absence !== undefined && covers(absence, day);
  });
