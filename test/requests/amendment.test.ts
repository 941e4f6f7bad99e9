/** What takes the place of what, and when. */
import { describe, expect, it } from "vitest";
import { supersede } from "../../src/requests/amendment.ts";
import { apply } from "../../src/requests/life.ts";
import type { OfficeRequest } from "../../src/requests/request.ts";

const at = "2026-11-23T09:00:00+08:00";
const request = (change: Partial<OfficeRequest>): OfficeRequest => ({
  id: "Q-1",
  type: "travel",
  unit: "ziyang",
  requester: "keyuan",
  status: "submitted",
  fields: {},
  approvals: [{ role: "分管局领导", approver: "fuju", status: "pending" }],
  filedAt: at,
  version: 1,
  ...change,
});
const before = request({ status: "approved", version: 2 });
const after = request({ id: "Q-2", amends: "Q-1" });

describe("an amendment", () => {
  it("takes the place of what was approved once it is approved itself", () => {
    expect(supersede(after, before, "fuju", at)).toBeUndefined();
    const event = supersede({ ...after, status: "approved" }, before, "fuju", at);
    expect(event).toEqual({ kind: "amended", by: "fuju", at, amendedBy: "Q-2" });
    expect(event && apply(before, event)).toMatchObject({ status: "cancelled", amendedBy: "Q-2", version: 3 });
  });
  it("takes the place of what is still undecided as soon as it is filed", () =>
    expect(supersede(after, request({}), "keyuan", at)).toMatchObject({ amendedBy: "Q-2" }));
  it("takes the place of nothing that is over, and of nobody else's", () => {
    const approved: OfficeRequest = { ...after, status: "approved" };
    for (const status of ["withdrawn", "rejected", "cancelled"] as const)
      expect(supersede(approved, { ...before, status }, "fuju", at)).toBeUndefined();
    expect(supersede(approved, { ...before, requester: "kezhang" }, "fuju", at)).toBeUndefined();
    expect(supersede(approved, { ...before, id: "Q-9" }, "fuju", at)).toBeUndefined();
    expect(supersede(approved, { ...before, type: "leave" }, "fuju", at)).toBeUndefined();
  });
  it("that was rejected takes the place of nothing", () =>
    expect(supersede({ ...after, status: "rejected" }, request({}), "fuju", at)).toBeUndefined());
});
