/**
 * What a requester does with a request of their own: amending and closing.
 */
import { describe, expect, it } from "vitest";
import { holds } from "../../src/requests/other-papers.ts";
import { close, mayAmend } from "../../src/requests/own-steps.ts";
import type { OfficeRequest, RequestEvent } from "../../src/requests/request.ts";

const at = "2026-11-25T09:00:00+08:00";
const wish = { by: "keyuan", at };
const trip = (id: string, change: Partial<OfficeRequest> = {}): OfficeRequest => ({
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
const pending: OfficeRequest["approvals"] = [{ role: "分管局领导", approver: "fuju", status: "pending" }];
const underWay = (id: string, change: Partial<OfficeRequest> = {}) =>
  trip(id, { status: "submitted", approvals: pending, version: 1, ...change });
const claim = (basis: string) => trip("claim", { type: "reimbursement", status: "submitted", fields: { basis } });

describe("a request may be amended", () => {
  const why = (request: OfficeRequest, mine: readonly OfficeRequest[], by = "keyuan") => {
    const verdict = mayAmend(request, by, mine);
    return verdict.kind === "may" ? "may" : verdict.why;
  };
  const returned = { by: "fuju", at, step: 0, reason: "改" };
  it.each<[string, OfficeRequest, readonly OfficeRequest[]]>([
    ["may", trip("a"), []],
    ["may", underWay("a"), []],
    ["ended", trip("a", { status: "rejected" }), []],
    ["returned", underWay("a", { returned }), []],
    ["closed", trip("a", { closed: { at, end: "2026-11-24" } }), []],
    ["stood-on", trip("a"), [claim("a")]],
    ["amendment-open", trip("a"), [underWay("b", { amends: "a" })]],
    ["may", trip("a"), [trip("b", { amends: "a", status: "rejected" })]],
    ["amendment-open", underWay("b", { amends: "a" }), [trip("a")]],
    ["may", underWay("b", { amends: "a" }), [trip("a", { status: "cancelled", amendedBy: "b" })]],
  ])("%s", (answer, request, others) => expect(why(request, [request, ...others])).toBe(answer));
  it("by its requester alone", () => expect(why(trip("a"), [], "kezhang")).toBe("not-the-requester"));
});

describe("filed again", () => {
  const event: RequestEvent = { kind: "resubmitted", by: "keyuan", at, fields: {}, approvals: [...pending] };
  it("an amendment holds though it has the other's place already", () =>
    expect(holds(event, underWay("b", { amends: "a" }), [trip("a", { status: "cancelled", amendedBy: "b" })], [])).toBe(
      true,
    ));
  it("an amendment of what ended otherwise meanwhile does not", () =>
    expect(holds(event, underWay("b", { amends: "a" }), [trip("a", { status: "withdrawn" })], [])).toBe(false));
});

describe("a trip is closed", () => {
  const why = (end: string, request = trip("a")) => {
    const outcome = close(request, { ...wish, end });
    return outcome.kind === "refused" ? outcome.why : outcome.event;
  };
  it("on a day it had, up to today", () =>
    expect(why("2026-11-25")).toEqual({ kind: "closed", ...wish, end: "2026-11-25" }));
  it.each([
    ["2026-11-26", "not-yet"],
    ["2026-11-22", "before-start"],
  ])("on %s: %s", (end, refusal) => expect(why(end)).toBe(refusal));
  it("no longer than it was approved", () =>
    expect(why("2026-11-25", trip("a", { fields: { start: "2026-11-23", end: "2026-11-24" } }))).toBe("after-plan"));
});
