/**
 * The slots read from a message, held against its labels.
 *
 * Takes    the labels as facts, what was read, and what follows from the labels alone. Returns right, wrong, missed, extra.
 * Neutral  what the labels never tell (a reason, a purpose …), and what follows from the labels: an end from start and days.
 */
import { fold } from "../src/lib/text.ts";
import type { Facts } from "../src/rules/slots.ts";

export interface SlotScore {
  readonly right: readonly string[];
  /** Labelled, and read as something else. */
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  /** Read where nothing is labelled, and not neutral. */
  readonly extra: readonly string[];
}

/** Compares slot by slot. `counted` are the slots whose extra values count; `followed` what the labels lead to. */
export function scoreSlots(
  labels: Facts,
  read: Facts,
  { counted, followed, text }: { counted: ReadonlySet<string>; followed: readonly Facts[]; text: string },
): SlotScore {
  const label = settled(labels);
  const got = settled(read);
  const names = Object.keys(label).filter((slot) => label[slot] !== undefined);
  const same = (slot: string) => equal(label[slot], got[slot]);
  const follows = (slot: string) =>
    followed.some((facts) => equal(settled(facts)[slot], got[slot])) ||
    // 没有市领导 alone tells nothing of who does attend.
    (slot === "attending" && /没有?市领导/u.test(fold(text)));
  return {
    right: names.filter(same),
    wrong: names.filter((slot) => got[slot] !== undefined && !same(slot)),
    missed: names.filter((slot) => got[slot] === undefined),
    extra: Object.keys(got).filter(
      (slot) => got[slot] !== undefined && label[slot] === undefined && counted.has(slot) && !follows(slot),
    ),
  };
}

/** One way of saying each thing: a half of one day stands at both its ends, the unit's car is the unit's car, nights mean a stay. */
function settled(facts: Facts): Readonly<Record<string, unknown>> {
  const { start, end, startHalf, endHalf, destination, transport, ...rest } = facts;
  const oneDay = end === undefined || start === end;
  const half = oneDay ? (startHalf ?? endHalf) : undefined;
  const days = destination?.map((stop) => stop.days);
  return {
    ...rest,
    start,
    end,
    startHalf: startHalf ?? half,
    endHalf: endHalf ?? half,
    destination: destination?.map(({ place }) => place),
    ...(days?.every((length) => length !== undefined) === true && { stopDays: days }),
    ...(transport === "单位派车" ? { unitCar: true } : { transport }),
    ...(rest.nights !== undefined && rest.nights > 0 && { overnight: true }),
  };
}

const equal = (one: unknown, other: unknown): boolean =>
  one !== undefined && other !== undefined && JSON.stringify(one) === JSON.stringify(other);
