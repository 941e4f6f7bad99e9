/**
 * How well staff are understood, over the labelled messages: shares a little under what is reached, so that a step back fails.
 *
 * Where the shares must go is in bench/bars.ts; `npm run -s bench -- understand --misses FILE` tells what to learn from.
 */
import { describe, expect, it } from "vitest";
import { scoreSlots } from "../../bench/slot-score.ts";
import { type Part, understand } from "../../bench/understand.ts";

const { learn, second, heldOut, misses } = await understand();

describe("the labelled messages", () => {
  const confused = ({ confusion }: Part) => [...confusion].map(([pair, times]) => `${times} × ${pair}`).join("\n");

  it.each([
    { name: "that nobody learns from", part: heldOut, intent: 0.945, form: 0.96, f1: 0.92 },
    { name: "of the second corpus", part: second, intent: 0.94, form: 0.95, f1: 0.925 },
    { name: "of the first", part: learn, intent: 0.965, form: 0.95, f1: 0.95 },
  ])("$name are taken for what they are, and their slots read", ({ part, intent, form, f1 }) => {
    expect(part.intent, confused(part)).toBeGreaterThanOrEqual(intent);
    expect(part.form).toBeGreaterThanOrEqual(form);
    expect(part.f1).toBeGreaterThanOrEqual(f1);
  });

  it("of the first corpus are parted two to one, and only the larger part tells its misses", () => {
    expect(learn.cases / (learn.cases + heldOut.cases)).toBeCloseTo(2 / 3, 1);
    expect(misses.length).toBeLessThanOrEqual(learn.cases + second.cases);
  });
});

describe("a slot is right", () => {
  const span = { start: "2026-11-24", end: "2026-11-26" };
  const context = { counted: new Set(["end", "days", "guests"] as const), followed: [{ ...span, days: 3 }], text: "" };
  const nothing = { right: [], wrong: [], missed: [], extra: [] };

  it("where it is read as labelled, however it is put", () => {
    expect(scoreSlots({ unitCar: true }, { transport: "单位派车" }, context)).toEqual({
      ...nothing,
      right: ["unitCar"],
    });
    const half = { start: span.start, end: span.start, startHalf: "pm" } as const;
    expect(scoreSlots({ ...half, endHalf: "pm" }, half, context).missed).toEqual([]);
  });
  it("where it follows from the labels", () =>
    expect(scoreSlots(span, { ...span, days: 3 }, context)).toEqual({ ...nothing, right: ["start", "end"] }));
  it("and otherwise is wrong, missed, or too much", () =>
    expect(scoreSlots({ people: 2, hosts: 1 }, { people: 3, guests: 4 }, context)).toEqual({
      ...nothing,
      wrong: ["people"],
      missed: ["hosts"],
      extra: ["guests"],
    }));
});
