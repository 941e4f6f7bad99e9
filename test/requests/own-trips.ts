/** Trips of one person as they may stand, for the tests of what their requester does with them. */
import type { OfficeRequest } from "../../src/requests/request.ts";

export const at = "2026-11-25T09:00:00+08:00";
export const wish = { by: "keyuan", at };
export const trip = (id: string, change: Partial<OfficeRequest> = {}): OfficeRequest => ({
  id,
  type: "travel",
  unit: "ziyang",
  requester: "keyuan",
  status: "approved",
  fields: { destination: "成都", start: "2026-11-23", end: "2026-11-26", days: 4 },
  approvals: [{ role: "分管局领导", approver: "fuju", status: "approved" }],
  filedAt: at,
  version: 2,
  ...change,
});
export const pending: OfficeRequest["approvals"] = [{ role: "分管局领导", approver: "fuju", status: "pending" }];
export const underWay = (id: string, change: Partial<OfficeRequest> = {}) =>
  trip(id, { status: "submitted", approvals: pending, version: 1, ...change });
export const claim = (basis: string) =>
  trip("claim", { type: "reimbursement", status: "submitted", fields: { basis } });
