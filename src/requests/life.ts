/**
 * The steps in the life of a request (申请): what an event makes of it, and whether a person may cause that event.
 *
 * Takes    a request as it stands, and an event or what the authenticated sender wants done to it.
 * Returns  `apply` the request after the event; `decide` and `withdraw` the event to append, or why there is none.
 * Leaves   who must approve to route.ts, keeping to store/, sentences to answer/wording.
 *
 * `decide` refuses politely, as a value. `apply` throws: an event that does not fit was never decided, so it is a bug
 * or a forged log, and no fold may pass over it. Both hold the rule that nobody approves what is theirs to ask.
 */
import { assertNever } from "../errors.ts";
import { isSettled } from "./form.ts";
import { isStoodOn } from "./hold.ts";
import type { ApprovalStep, OfficeRequest, RequestEvent } from "./request.ts";

export interface Wish {
  /** The authenticated sender, never a name out of a message. */
  readonly by: string;
  readonly at: string;
}

export interface Decision extends Wish {
  readonly verdict: "approve" | "reject";
  readonly reason?: string | undefined;
  /** The version the person was shown, where the channel knows it. */
  readonly version?: number | undefined;
}

export type DecisionRefusal =
  | "own-request"
  | "not-the-approver"
  | "out-of-turn"
  | "already-decided"
  | "withdrawn"
  | "stale"
  | "reason-needed";
export type WithdrawalRefusal = "not-the-requester" | "already-decided" | "withdrawn" | "stood-on";

export type Outcome<Refusal> =
  | { readonly kind: "event"; readonly event: RequestEvent }
  | { readonly kind: "refused"; readonly why: Refusal };

/** The step that is to be decided now; undefined when nothing is pending or the request is no longer submitted. */
export function nextStep(request: OfficeRequest): { readonly index: number; readonly step: ApprovalStep } | undefined {
  if (request.status !== "submitted") return undefined;
  const index = request.approvals.findIndex((step) => step.status === "pending");
  const step = request.approvals[index];
  return step === undefined ? undefined : { index, step };
}

/** The staff id who may decide now. A requester whom the chart names for his own request is not waited for. */
export function waitingFor(request: OfficeRequest): string | undefined {
  const approver = nextStep(request)?.step.approver ?? undefined;
  return approver === request.requester ? undefined : approver;
}

/** May this person approve or reject the next step, having seen this version? */
export function decide(request: OfficeRequest, decision: Decision): Outcome<DecisionRefusal> {
  const { by, at, verdict, version } = decision;
  const refused = (why: DecisionRefusal): Outcome<DecisionRefusal> => ({ kind: "refused", why });

  if (by === request.requester) return refused("own-request");
  const theirs = request.approvals.filter((step) => step.approver === by);
  // Who has no part in the chain learns nothing more about the request.
  if (theirs.length === 0) return refused("not-the-approver");
  if (request.status === "withdrawn" || request.status === "cancelled") return refused("withdrawn");
  if (request.status === "approved" || request.status === "rejected") return refused("already-decided");

  const next = nextStep(request);
  if (next?.step.approver !== by) {
    return refused(theirs.some((step) => step.status === "pending") ? "out-of-turn" : "already-decided");
  }
  // After the turn is checked: a second press on a step of one's own reads as decided, not as stale.
  if (version !== undefined && version !== request.version) return refused("stale");

  const step = next.index;
  if (verdict === "approve") return { kind: "event", event: { kind: "approved", by, at, step } };
  const reason = decision.reason?.trim() ?? "";
  if (reason === "") return refused("reason-needed");
  return { kind: "event", event: { kind: "rejected", by, at, step, reason } };
}

/** What its requester may still take back: what waits for somebody, and what nobody had to decide, for a wrong count must be mendable. */
export const withdrawable = ({ status, type }: OfficeRequest): boolean =>
  status === "submitted" || (status === "approved" && isSettled(type));

/** Only the requester takes a request back, only while the chain has not finished, and no paper from under another of their own. */
export function withdraw(
  request: OfficeRequest,
  { by, at }: Wish,
  mine: readonly OfficeRequest[],
): Outcome<WithdrawalRefusal> {
  if (by !== request.requester) return { kind: "refused", why: "not-the-requester" };
  if (request.status === "withdrawn" || request.status === "cancelled") return { kind: "refused", why: "withdrawn" };
  if (!withdrawable(request)) return { kind: "refused", why: "already-decided" };
  if (isStoodOn(request, mine)) return { kind: "refused", why: "stood-on" };
  return { kind: "event", event: { kind: "withdrawn", by, at } };
}

/** The request after one more event; the first event of every request is its filing. */
export function apply(request: OfficeRequest | undefined, event: RequestEvent): OfficeRequest {
  if (event.kind === "filed") return file(request, event);
  if (request === undefined) throw new Error(`${event.kind} stands before the filing`);
  if (request.status !== "submitted" && !(event.kind === "withdrawn" && withdrawable(request)))
    throw new Error(`${event.kind} on request ${request.id}, which is ${request.status}`);

  const version = request.version + 1;
  const { kind, by, at } = event;
  switch (kind) {
    case "withdrawn":
      if (by !== request.requester) throw new Error(`request ${request.id} is withdrawn by someone else`);
      return { ...request, status: "withdrawn", version };
    case "rejected": {
      const approvals = decided(request, event.step, { status: "rejected", by, at, reason: event.reason });
      return { ...request, status: "rejected", approvals, version };
    }
    case "approved": {
      const approvals = decided(request, event.step, { status: "approved", by, at });
      const open = approvals.some((step) => step.status === "pending");
      return { ...request, status: open ? "submitted" : "approved", approvals, version };
    }
    default:
      return assertNever(kind);
  }
}

/** A filing carries no decision yet, and its requester is the one who sent it. */
function file(known: OfficeRequest | undefined, event: Extract<RequestEvent, { kind: "filed" }>): OfficeRequest {
  const { request, by, at } = event;
  if (known !== undefined) throw new Error(`request ${known.id} is filed twice`);
  if (by !== request.requester) throw new Error(`request ${request.id} is filed by someone else`);
  if (request.approvals.some((step) => step.status === "approved" || step.status === "rejected")) {
    throw new Error(`request ${request.id} is filed with a decision in it`);
  }
  const settled = isSettled(request.type);
  if (settled && request.approvals.length > 0) throw new Error(`request ${request.id} is filed for somebody to decide`);
  return { ...request, status: settled ? "approved" : "submitted", filedAt: at, version: 1 };
}

function decided(request: OfficeRequest, index: number, mark: Partial<ApprovalStep> & { by: string }): ApprovalStep[] {
  const next = nextStep(request);
  if (next?.index !== index) throw new Error(`request ${request.id}: step ${index} is decided out of turn`);
  if (mark.by === request.requester) throw new Error(`request ${request.id} is decided by its requester`);
  if (mark.by !== next.step.approver) throw new Error(`request ${request.id}: step ${index} is not theirs to decide`);
  return request.approvals.map((step, at) => (at === index ? { ...step, ...mark } : step));
}
