/**
 * The life of a request (申请): the request after one more event.
 *
 * Takes    a request as it stands, and an event of the log.
 * Returns  the request after it. Throws where the event does not fit: it was never decided, so it is a bug or a forged
 *          log, and no fold may pass over it. That nobody approves what is theirs to ask is held here as well.
 * Leaves   whether a person may cause an event to decision.ts and own-steps.ts, what other papers allow to
 *          other-papers.ts.
 */
import { isDeepStrictEqual } from "node:util";
import { assertNever } from "../errors.ts";
import { type IsoDate, momentOf } from "../lib/dates.ts";
import { formOf, isSettled } from "./form.ts";
import type { ApprovalStep, EventOf, OfficeRequest, RequestEvent } from "./request.ts";

/** The step that is to be decided now; undefined when nothing is pending, or nobody but the requester can go on. */
export function nextStep(request: OfficeRequest): { readonly index: number; readonly step: ApprovalStep } | undefined {
  if (request.status !== "submitted" || request.returned !== undefined) return undefined;
  const index = request.approvals.findIndex((step) => step.status === "pending");
  const step = request.approvals[index];
  return step === undefined ? undefined : { index, step };
}

/** The staff id whom the chart names to decide now. A requester whom it names for his own request is not waited for. */
export function waitingFor(request: OfficeRequest): string | undefined {
  const approver = nextStep(request)?.step.approver ?? undefined;
  return approver === request.requester ? undefined : approver;
}

/**
 * What its requester may still take back on this day: what waits for somebody; what nobody had to decide, for a wrong count
 * must be mendable; and a leave or a trip that was approved and has not begun, for it need not take place.
 */
export function withdrawable({ status, type, fields, closed }: OfficeRequest, day: IsoDate): boolean {
  if (status !== "approved") return status === "submitted";
  if (formOf(type).withdrawnBefore !== "begun") return isSettled(type);
  return closed === undefined && typeof fields.start === "string" && day < fields.start;
}

/** What another request may take the place of: all that is under way or in force. */
export const amendable = ({ status }: OfficeRequest): boolean => status === "submitted" || status === "approved";

/** A trip that was approved is closed once, by whoever made it. */
export const closable = ({ status, type, closed }: OfficeRequest): boolean =>
  status === "approved" && formOf(type).closes === true && closed === undefined;

/** The request after one more event; the first event of every request is its filing. */
export function apply(request: OfficeRequest | undefined, event: RequestEvent): OfficeRequest {
  if (event.kind === "filed") return file(request, event);
  if (request === undefined) throw new Error(`${event.kind} stands before the filing`);
  const version = request.version + 1;
  const misfit = (why: string) => new Error(`${event.kind} on request ${request.id}, which is ${why}`);
  const { kind } = event;
  switch (kind) {
    case "approved":
    case "rejected":
    case "returned":
      return { ...decided(request, event), version };
    case "resubmitted":
      return { ...resubmitted(request, event), version };
    case "withdrawn":
      if (event.by !== request.requester) throw misfit("another's");
      if (!withdrawable(request, momentOf(event.at).date)) throw misfit(request.status);
      return { ...unreturned(request), status: "withdrawn", version };
    case "amended":
      if (!amendable(request)) throw misfit(request.status);
      return { ...unreturned(request), status: "cancelled", amendedBy: event.amendedBy, version };
    case "closed":
      if (event.by !== request.requester) throw misfit("another's");
      if (!closable(request) || !isWithin(request.fields, event.end)) throw misfit(request.status);
      return { ...request, closed: { at: event.at, end: event.end }, version };
    default:
      return assertNever(kind);
  }
}

/** Is it a day of the trip as it was approved? What would be longer takes an amendment. */
const isWithin = ({ start, end }: OfficeRequest["fields"], day: IsoDate): boolean =>
  String(start) <= day && (end === undefined || day <= String(end));

/** A filing carries no decision yet, and its requester is the one who sent it. */
function file(known: OfficeRequest | undefined, event: EventOf<"filed">): OfficeRequest {
  const { request, by, at } = event;
  if (known !== undefined) throw new Error(`request ${known.id} is filed twice`);
  if (by !== request.requester) throw new Error(`request ${request.id} is filed by someone else`);
  if (request.approvals.some(isDecided)) throw new Error(`request ${request.id} is filed with a decision in it`);
  const { returned, amendedBy, closed, remark } = request;
  if ([returned, amendedBy, closed, remark].some((mark) => mark !== undefined))
    throw new Error(`request ${request.id} is filed with something in it that came after`);
  const settled = isSettled(request.type);
  if (settled && request.approvals.length > 0) throw new Error(`request ${request.id} is filed for somebody to decide`);
  return { ...request, status: settled ? "approved" : "submitted", filedAt: at, version: 1 };
}

type DecisionEvent = EventOf<"approved" | "rejected" | "returned">;

/** The next step decided by whoever holds it, or in their stead. */
function decided(request: OfficeRequest, event: DecisionEvent): OfficeRequest {
  const { by, at, step: index, for: inPlaceOf, under } = event;
  const wrong = (why: string) => new Error(`request ${request.id}: step ${index} is ${why}`);
  const next = nextStep(request);
  if (next?.index !== index) throw wrong("decided out of turn");
  if (by === request.requester) throw wrong("decided by its requester");
  if (inPlaceOf === request.requester) throw wrong("decided in its requester's stead");
  if ((inPlaceOf ?? by) !== next.step.approver) throw wrong("not theirs to decide");
  if (inPlaceOf === by || (inPlaceOf === undefined) !== (under === undefined)) throw wrong("in nobody's stead");
  const standIn = inPlaceOf === undefined ? {} : { for: inPlaceOf };
  if (event.kind === "returned")
    return { ...request, returned: { by, ...standIn, at, step: index, reason: event.reason } };

  const reason = event.kind === "rejected" ? { reason: event.reason } : {};
  const mark: Partial<ApprovalStep> = { status: event.kind, by, ...standIn, at, ...reason };
  const approvals = request.approvals.map((step, place) => (place === index ? { ...step, ...mark } : step));
  if (event.kind === "rejected") return { ...request, status: "rejected", approvals };
  const open = approvals.some((step) => step.status === "pending");
  return { ...request, status: open ? "submitted" : "approved", approvals };
}

/** Filed again: no step counts as approved that did not approve just this. */
function resubmitted(request: OfficeRequest, event: EventOf<"resubmitted">): OfficeRequest {
  const wrong = (why: string) => new Error(`request ${request.id} is filed again ${why}`);
  if (request.status !== "submitted" || request.returned === undefined) throw wrong("without a return");
  if (event.by !== request.requester) throw wrong("by someone else");
  const kept = isDeepStrictEqual(event.fields, request.fields) ? request.approvals : [];
  const brought = event.approvals.filter(isDecided);
  if (brought.some((step) => !kept.some((one) => isDeepStrictEqual(one, step)))) throw wrong("with a decision in it");
  const { remark: _, ...rest } = unreturned(request);
  const remark = event.remark === undefined ? {} : { remark: event.remark };
  return { ...rest, fields: event.fields, approvals: event.approvals, ...remark };
}

const isDecided = ({ status }: ApprovalStep): boolean => status === "approved" || status === "rejected";

function unreturned({ returned: _, ...request }: OfficeRequest): OfficeRequest {
  return request;
}
