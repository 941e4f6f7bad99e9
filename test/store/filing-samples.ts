/**
 * Sample events and changes for the store's tests, and for the process that they kill.
 */
import type { EventOf, OfficeRequest, RequestEvent, RequestType } from "../../src/requests/request.ts";
import type { Change } from "../../src/store/store.ts";

export const at = "2026-11-23T09:00:00+08:00";

export const later = "2026-11-23T09:05:00+08:00";

interface Said {
  readonly requester?: string;
  readonly approvers?: readonly string[];
  readonly unit?: string;
  readonly basis?: string;
  readonly type?: RequestType;
  readonly amends?: string;
  readonly fields?: OfficeRequest["fields"];
}

export function filed(id: string, said: Said = {}): EventOf<"filed"> {
  const {
    requester = "keyuan",
    approvers = ["kezhang", "fuju"],
    unit = "ziyang",
    type = "leave",
    basis,
    amends,
  } = said;
  const approvals = approvers.map((approver) => ({ role: "科长", approver, status: "pending" as const }));
  const own = { leaveType: "事假", days: 2, reason: "家中有事", ...(basis !== undefined && { basis }), ...said.fields };
  const request = { id, type, unit, requester, status: "draft" as const, ...(amends !== undefined && { amends }) };
  return { kind: "filed", by: requester, at, request: { ...request, fields: own, approvals, filedAt: at, version: 0 } };
}

/** What that filing says, with other words in it, for whom it is sent back to. */
export function againOf(id: string): Pick<EventOf<"resubmitted">, "fields" | "approvals"> {
  const { fields, approvals } = filed(id).request;
  return { fields: { ...fields, reason: "家中有事,在成都" }, approvals };
}

export const one = (requestId: string, expected: number, event: RequestEvent): Change => ({
  events: [{ requestId, expected, event }],
});

export const withdrawal = (id: string, by = "keyuan", expected = 1): Change => ({
  events: [{ requestId: id, expected, event: { kind: "withdrawn", by, at } }],
});

export const approved = (by: string, step: number): RequestEvent => ({ kind: "approved", by, at, step });

export const filing = (id: string, change?: Parameters<typeof filed>[1]): Change => ({
  events: [{ requestId: id, expected: 0, event: filed(id, change) }],
});

export const approval = (id: string, by: string, step: number, expected = step + 1): Change => ({
  events: [{ requestId: id, expected, event: approved(by, step) }],
});
