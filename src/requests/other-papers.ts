/**
 * Whether an event may befall a request, as the other papers (其他申请) of those concerned stand now.
 *
 * Takes    an event, the request after it, other papers. Returns yes or no: a no means that somebody else was first.
 * Leaves   reading those papers under the write lock to store/append.ts, what an event does to its own request to life.ts;
 *          and all that only the chart tells (who leads whom, grades, units) to deputies.ts, unproven here.
 */
import { assertNever } from "../errors.ts";
import { momentOf } from "../lib/dates.ts";
import { awayOn } from "./deputies.ts";
import { formOf, groundsOf } from "./form.ts";
import { basisOf, inForce, isFirm, isStoodOn, openAmendment, usedUp } from "./hold.ts";
import type { OfficeRequest, RequestEvent } from "./request.ts";

/** Do the other papers of its requester say whether the event may befall the request (as it stands after it)? */
export function restsOnOwn(event: RequestEvent, request: OfficeRequest): boolean {
  const { kind } = event;
  switch (kind) {
    case "withdrawn":
    case "amended":
    case "closed":
      return true;
    case "filed":
    case "resubmitted":
      return basisOf(request) !== undefined || request.amends !== undefined;
    case "approved":
      return request.amends !== undefined;
    case "rejected":
    case "returned":
      return false;
    default:
      return assertNever(kind);
  }
}

/** Where it is decided in another's stead: those whose papers say whether it may be, and the paper that says who may. */
export function inStead(
  event: RequestEvent,
): { readonly people: readonly string[]; readonly under: string } | undefined {
  const { for: inPlaceOf, under } = "step" in event ? event : { for: undefined, under: undefined };
  return inPlaceOf === undefined || under === undefined ? undefined : { people: [inPlaceOf, event.by], under };
}

/** The one whom a deputation names: their papers say whether another may stand in. */
export const namedBy = ({ type, fields }: Pick<OfficeRequest, "type" | "fields">): string | undefined =>
  formOf(type).handsOver === true ? String(fields.deputy) : undefined;

/**
 * May the event befall this request, as the other papers stand now? `request` is the request after the event, `others`
 * the other papers of its requester, `theirs` those of the people whom a decision in another's stead rests on.
 */
export function holds(
  event: RequestEvent,
  request: OfficeRequest,
  others: readonly OfficeRequest[],
  theirs: readonly OfficeRequest[],
): boolean {
  const { kind } = event;
  switch (kind) {
    case "withdrawn":
      return !isStoodOn(request, others) && openAmendment(request, others) === undefined;
    case "amended":
      return !isStoodOn(request, others) && others.some((one) => takesPlace(one, request));
    case "filed":
    case "resubmitted":
      return isFree(request, others) && isAmendable(request, others);
    case "approved":
    case "rejected":
    case "returned":
      return event.under === undefined || mayStandIn(event, request, theirs);
    case "closed":
      return openAmendment(request, others) === undefined;
    default:
      return assertNever(kind);
  }
}

/**
 * The paper that an amendment, approved by this event, must replace by the very next one; nothing where that is not in
 * force any more: of the two only one ever is.
 */
export function owes(request: OfficeRequest, others: readonly OfficeRequest[]): string | undefined {
  if (request.status !== "approved" || request.amends === undefined) return undefined;
  return others.find((one) => one.id === request.amends && inForce(one))?.id;
}

/** A basis must be one of their own that such a request may stand on, in force and not about to be replaced, and not be used up. */
function isFree(request: OfficeRequest, others: readonly OfficeRequest[]): boolean {
  const basis = basisOf(request);
  if (basis === undefined) return true;
  const found = others.find(({ id }) => id === basis);
  if (found === undefined || !isFirm(found) || !groundsOf(request.type).includes(found.type)) return false;
  if (openAmendment(found, others) !== undefined) return false;
  // What it takes the place of gives its basis up to it.
  const rivals = others.filter(({ id }) => id !== request.amends);
  return !usedUp(request.type, rivals)(basis);
}

/**
 * What it is to take the place of must be in force, of the same type, not sent back nor closed, and not be amended by another:
 * or be replaced by it already.
 */
function isAmendable({ id, amends, type }: OfficeRequest, others: readonly OfficeRequest[]): boolean {
  if (amends === undefined) return true;
  const before = others.find((one) => one.id === amends);
  if (before?.amendedBy === id) return true;
  if (before === undefined || before.type !== type || !inForce(before)) return false;
  if (before.returned !== undefined || before.closed !== undefined) return false;
  return openAmendment(before, others) === undefined && !isStoodOn(before, others);
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

/**
 * May they decide in the other's stead, as far as papers tell? The other is away that day by just this paper, they are there
 * themselves; and where it names a deputy, that is them, or one who is away or has another part in the request.
 */
function mayStandIn(
  { for: inPlaceOf = "", under, by, at }: Extract<RequestEvent, { step: number }>,
  { requester, approvals }: OfficeRequest,
  theirs: readonly OfficeRequest[],
): boolean {
  const away = awayOn(theirs, momentOf(at).date);
  const gone = away.get(inPlaceOf);
  if (gone === undefined || gone.paper !== under || away.has(by)) return false;
  const { deputy } = gone;
  if (deputy === undefined || deputy === by || deputy === requester || away.has(deputy)) return true;
  return approvals.some((one) => one.approver === deputy || one.by === deputy || one.entrusted !== undefined);
}
