/**
 * Sample events and changes for the store's tests, and for the process that they kill.
 */
import type { RequestEvent, RequestType } from "../../src/requests/request.ts";
import type { Change } from "../../src/store/store.ts";

export const at = "2026-11-23T09:00:00+08:00";

export function filed(
  id: string,
  change: { requester?: string; approvers?: string[]; unit?: string; basis?: string; type?: RequestType } = {},
): RequestEvent {
  const { requester = "keyuan", approvers = ["kezhang", "fuju"], unit = "ziyang", type = "leave", basis } = change;
  const approvals = approvers.map((approver) => ({ role: "科长", approver, status: "pending" as const }));
  const fields = { leaveType: "事假", days: 2, reason: "家中有事", ...(basis !== undefined && { basis }) };
  const request = { id, type, unit, requester, status: "draft" as const };
  return { kind: "filed", by: requester, at, request: { ...request, fields, approvals, filedAt: at, version: 0 } };
}

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
