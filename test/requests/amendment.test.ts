/**
 * What takes the place of what, and when.
 */
import { describe, expect, it } from "vitest";
import { supersede } from "../../src/requests/amendment.ts";
import { apply } from "../../src/requests/life.ts";
import type { OfficeRequest } from "../../src/requests/request.ts";
import { claim, trip, underWay, wish } from "./own-trips.ts";

describe("an amendment takes the place of another", () => {
  const replaced = { kind: "amended", ...wish, amendedBy: "b" };
  it.each<[string, OfficeRequest, OfficeRequest, unknown]>([
    ["at its filing, what is under way", underWay("b", { amends: "a" }), underWay("a"), replaced],
    ["at its approval, what is approved", trip("b", { amends: "a" }), trip("a"), replaced],
    ["not before, what is approved", underWay("b", { amends: "a" }), trip("a"), undefined],
    ["never, when it was rejected", trip("b", { amends: "a", status: "rejected" }), trip("a"), undefined],
    ["never, what it does not amend", trip("b", { amends: "c" }), trip("a"), undefined],
    ["never, what has ended", trip("b", { amends: "a" }), trip("a", { status: "withdrawn" }), undefined],
    ["never, one of another type", trip("b", { amends: "a", type: "leave" }), trip("a"), undefined],
    ["never, another's", trip("b", { amends: "a" }), trip("a", { requester: "kezhang" }), undefined],
  ])("%s", (_, after, before, event) => expect(supersede(after, before, wish, [])).toEqual(event));
  it("and cancels it", () =>
    expect(apply(trip("a"), { kind: "amended", ...wish, amendedBy: "b" })).toMatchObject({
      status: "cancelled",
      amendedBy: "b",
      version: 3,
    }));
  it("never from under what stands on it", () =>
    expect(supersede(trip("b", { amends: "a" }), trip("a"), wish, [claim("a")])).toBeUndefined());
});
