/**
 * How well staff are understood, over the labelled messages: shares a little under what is reached, so that a step back fails.
 *
 * Where the shares must go is in bench/bars.ts; `npm run -s bench -- understand --misses FILE` tells what to learn from.
 */
import { describe, expect, it } from "vitest";
import { scoreSlots } from "../../bench/slot-score.ts";
import { type Part, understand } from "../../bench/understand.ts";

const { learn, heldOut, misses } = await understand();

describe("the labelled messages", () => {
  const confused = ({ confusion }: Part) => [...confusion].map(([pair, times]) => `${times} × ${pair}`).join("\n");

  it("that nobody learns from are taken for what they are, and their slots read", () => {
    expect(heldOut.intent, confused(heldOut)).toBeGreaterThanOrEqual(0.69);
    expect(heldOut.form).toBeGreaterThanOrEqual(0.8);
    expect(heldOut.f1).toBeGreaterThanOrEqual(0.87);
  });

  it("that are learnt from no less", () => {
    expect(learn.intent, confused(learn)).toBeGreaterThanOrEqual(0.64);
    expect(learn.form).toBeGreaterThanOrEqual(0.62);
    expect(learn.f1).toBeGreaterThanOrEqual(0.88);
  });

  it("are parted two to one, and only the larger part tells its misses", () => {
    expect(learn.cases / (learn.cases + heldOut.cases)).toBeCloseTo(2 / 3, 1);
    expect(misses.length).toBeLessThanOrEqual(learn.cases);
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
