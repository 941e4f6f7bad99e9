/** What may be written for an export's filters, and what is said of the rest. */
import { describe, expect, it } from "vitest";
import { readOrder } from "../../src/exports/order.ts";

describe("an order", () => {
  it("of the ledger may leave out every filter; what is empty was not written", () =>
    expect(readOrder("ledger", { from: "", to: undefined, type: " " })).toEqual({
      kind: "order",
      order: { what: "ledger", filter: { by: "filed" } },
    }));
  it("names types and states by their id or in Chinese", () =>
    expect(readOrder("ledger", { type: "请假,travel", status: "已批准、submitted" })).toMatchObject({
      order: { filter: { types: ["leave", "travel"], states: ["approved", "submitted"] } },
    }));
  it("names what was sent back or replaced as the rows do", () =>
    expect(readOrder("ledger", { status: "退回修改,已被取代" })).toMatchObject({
      order: { filter: { states: ["returned", "replaced"] } },
    }));
  it("of the record is for a month or a year, of receptions for a year", () => {
    expect(readOrder("record", { period: "2026-11" })).toMatchObject({ order: { period: "2026-11" } });
    expect(readOrder("record", { period: "2026" })).toMatchObject({ order: { period: "2026" } });
    expect(readOrder("reception", { year: "2026" })).toMatchObject({ order: { year: "2026" } });
  });
  it.each([
    ["ledger", { from: "2026-02-30" }, "from"],
    ["ledger", { from: "2026-03-02", to: "2026-03-01" }, "to"],
    ["ledger", { type: "请客" }, "type"],
    ["ledger", { status: "constructor" }, "status"],
    ["ledger", { by: "hand" }, "by"],
    ["record", { period: "2026-13" }, "period"],
    ["record", {}, "period"],
    ["reception", { year: "26" }, "year"],
  ] as const)("of %s with %j is not read", (what, written, filter) =>
    expect(readOrder(what, written)).toEqual({ kind: "bad", filter }),
  );
});
