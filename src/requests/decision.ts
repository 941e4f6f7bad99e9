/**
 * A decision (审批): may this person approve, reject or send back the next step of a request?
 *
 * Takes    the request as it stands, what the authenticated sender wants, and who stands in for the approver today.
 * Returns  the event to append, or why there is none; a refusal is a value.
 * Leaves   who stands in to deputies.ts, what the event makes of the request to life.ts, sentences to answer/wording.
 */
import { nextStep } from "./life.ts";
import type { OfficeRequest, RequestEvent } from "./request.ts";

export interface Wish {
  /** The authenticated sender, never a name out of a message. */
  readonly by: string;
  readonly at: string;
}

export interface Decision extends Wish {
  readonly verdict: "approve" | "reject" | "return";
  readonly reason?: string | undefined;
  /** The version the person was shown, where the channel knows it. */
  readonly version?: number | undefined;
}

/** Who decides the next step today instead of the one whom the chart names (代), and by which paper. */
export interface StandIn {
  readonly by: string;
  readonly for: string;
  readonly under: string;
}

export type DecisionRefusal =
  | "own-request"
  | "not-the-approver"
  | "out-of-turn"
  | "already-decided"
  | "withdrawn"
  | "returned"
  | "stale"
  | "reason-needed";

export type Outcome<Refusal> =
  | { readonly kind: "event"; readonly event: RequestEvent }
  | { readonly kind: "refused"; readonly why: Refusal };

/** May this person decide the next step, having seen this version? The one whom the chart names always may. */
export function decide(request: OfficeRequest, decision: Decision, standIn?: StandIn): Outcome<DecisionRefusal> {
  const { by, at, verdict, version } = decision;
  const refused = (why: DecisionRefusal): Outcome<DecisionRefusal> => ({ kind: "refused", why });

  if (by === request.requester) return refused("own-request");
  const theirs = request.approvals.filter((step) => step.approver === by || step.by === by);
  const next = nextStep(request);
  // Nobody stands in for the requester on what is the requester's own to ask.
  const isTheirs = standIn?.by === by && standIn.for === next?.step.approver && standIn.for !== request.requester;
  const stands = isTheirs ? standIn : undefined;
  // Who has no part in the chain learns nothing more about the request.
  if (theirs.length === 0 && stands === undefined) return refused("not-the-approver");
  if (request.status === "withdrawn" || request.status === "cancelled") return refused("withdrawn");
  if (request.status === "approved" || request.status === "rejected") return refused("already-decided");
  if (request.returned !== undefined) return refused("returned");
  if (next === undefined || (next.step.approver !== by && stands === undefined)) {
    return refused(theirs.some((step) => step.status === "pending") ? "out-of-turn" : "already-decided");
  }
  // After the turn is checked: a second press on a step of one's own reads as decided, not as stale.
  if (version !== undefined && version !== request.version) return refused("stale");

  const inStead = next.step.approver === by || stands === undefined ? {} : { for: stands.for, under: stands.under };
  const mark = { by, at, step: next.index, ...inStead };
  if (verdict === "approve") return { kind: "event", event: { kind: "approved", ...mark } };
  const reason = decision.reason?.trim() ?? "";
  if (reason === "") return refused("reason-needed");
  return { kind: "event", event: { kind: verdict === "reject" ? "rejected" : "returned", ...mark, reason } };
}
