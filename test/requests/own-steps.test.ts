/**
 * What a requester does with a request of their own: amending and closing.
 */
import { describe, expect, it } from "vitest";
import { holds } from "../../src/requests/other-papers.ts";
import { close, mayAmend, resubmit, withdraw } from "../../src/requests/own-steps.ts";
import type { OfficeRequest, RequestEvent } from "../../src/requests/request.ts";
import { at, claim, pending, trip, underWay, wish } from "./own-trips.ts";

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
    ["may", trip("a"), [trip("b", { amends: "a" })]],
    ["may", trip("b", { amends: "a" }), [trip("a")]],
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
  const why = (end: string, request = trip("a"), others: readonly OfficeRequest[] = []) => {
    const outcome = close(request, { ...wish, end }, others);
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
  it("not while an amendment of it is under way", () =>
    expect(why("2026-11-25", trip("a"), [underWay("b", { amends: "a" })])).toBe("amendment-open"));
  it("and not under the lock either", () => {
    const event: RequestEvent = { kind: "closed", ...wish, end: "2026-11-25" };
    const closed = trip("a", { closed: { at, end: "2026-11-25" } });
    expect(holds(event, closed, [underWay("b", { amends: "a" })], [])).toBe(false);
    expect(holds(event, closed, [], [])).toBe(true);
  });
});

describe("an amendment that was sent back", () => {
  const returned = { by: "fuju", at, step: 0, reason: "改" };
  const again = { ...wish, fields: { start: "2026-11-23" }, chain: [...pending] };
  const why = (mine: readonly OfficeRequest[]) => {
    const outcome = resubmit(underWay("b", { amends: "a", returned }), again, mine);
    return outcome.kind === "refused" ? outcome.why : "may";
  };
  it("is filed again", () => expect(why([trip("a")])).toBe("may"));
  it("is not, where something stands on its former by now: told as that", () =>
    expect(why([trip("a"), claim("a")])).toBe("former-stood-on"));
});

describe("a claim", () => {
  const event = (request: OfficeRequest): RequestEvent => ({ kind: "filed", by: "keyuan", at, request });
  const filed = (others: readonly OfficeRequest[], on = "a") => holds(event(claim(on)), claim(on), others, []);
  it("stands on no trip whose amendment is under way, nor on that amendment", () => {
    const both = [trip("a"), underWay("b", { amends: "a" })];
    expect(filed(both)).toBe(false);
    expect(filed(both, "b")).toBe(false);
    expect(filed([trip("a"), trip("b", { amends: "a", status: "rejected" })])).toBe(true);
  });
  it("stands on one of a trip and its amendment, should both be in force", () => {
    const other = { ...claim("a"), id: "other" };
    const both = [trip("a"), trip("b", { amends: "a" })];
    expect(filed([...both, other], "b")).toBe(false);
    expect(filed(both, "b")).toBe(true);
  });
});

describe("what was sent back or closed", () => {
  const after = underWay("b", { amends: "a" });
  const event: RequestEvent = { kind: "filed", by: "keyuan", at, request: after };
  it("is not amended under the lock either", () => {
    expect(holds(event, after, [trip("a")], [])).toBe(true);
    expect(holds(event, after, [trip("a", { closed: { at, end: "2026-11-24" } })], [])).toBe(false);
    const returned = { by: "fuju", at, step: 0, reason: "改" };
    expect(holds(event, after, [underWay("a", { returned })], [])).toBe(false);
  });
});

describe("an approved trip that does not take place", () => {
  const why = (on: string, change: Partial<OfficeRequest> = {}, others: readonly OfficeRequest[] = []) => {
    const outcome = withdraw(trip("a", change), { by: "keyuan", at: `${on}T20:00:00+08:00` }, others);
    return outcome.kind === "refused" ? outcome.why : "may";
  };
  it("is taken back until the day before it begins", () => expect(why("2026-11-22")).toBe("may"));
  it("is not from the day on which it begins", () => expect(why("2026-11-23")).toBe("begun"));
  it("so is a leave, and nothing else that was approved", () => {
    expect(why("2026-11-22", { type: "leave" })).toBe("may");
    expect(why("2026-11-22", { type: "vehicle" })).toBe("already-decided");
  });
  it("is not from under what stands on it, nor under an amendment", () => {
    expect(why("2026-11-22", {}, [claim("a")])).toBe("stood-on");
    expect(why("2026-11-22", {}, [underWay("b", { amends: "a" })])).toBe("amendment-open");
    expect(why("2026-11-22", { id: "b", amends: "a", status: "submitted" }, [trip("a")])).toBe("may");
  });
});
