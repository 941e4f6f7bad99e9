/**
 * What one row of the list of forms (表单) says of its type of request.
 *
 * Takes    nothing: a shape. What differs between forms is a property here, so that no code asks which type it has before it.
 * Leaves   the rows to forms.ts, using them to form.ts, basis.ts and the dialogue.
 */
import type { Facts, SlotName } from "../rules/slots.ts";
import type { RequestType } from "./request.ts";

export const plannedSlots = ["guests", "hosts", "amount"] as const satisfies readonly SlotName[];
export type PlannedSlot = (typeof plannedSlots)[number];

export interface Form {
  readonly type: RequestType;
  /** Slots that a message may fill while this form is open. */
  readonly slots: readonly SlotName[];
  /** Slots without which it cannot be filed, given what is known. */
  readonly needs: (facts: Facts) => readonly SlotName[];
  /** Findings of its rules with which it may not be filed: the clause is shown instead. */
  readonly barredBy: readonly string[];
  /** The slot that must be known before any of them bars it. */
  readonly barredOnce?: SlotName;
  /** Rules that are worked for the card: figures, warnings, papers. */
  readonly rules: readonly string[];
  /** How its days are counted. */
  readonly days: "working" | "natural" | "none";
  /** Filled in without asking; the card shows it. */
  readonly assumed: Facts;
  /** Nobody decides it: it takes note, stands once it is filed, and whoever filed it may take it back. */
  readonly settled?: "at-filing";
  /** Figures it counts towards: a unit whose documents set none of them has no use for it. */
  readonly targets?: readonly string[];
  /** Types of request that it stands on (依据), the nearer first; asked for only where several could be meant. */
  readonly standsOn?: (facts: Facts) => readonly RequestType[];
  /** When what its paper is about lets it be filed: one may come back early from a leave, but claims for a trip that is over. */
  readonly standsOnce?: "begun" | "over";
  /** As a paper that is stood on: what it tells the one that stands on it. */
  readonly tells?: readonly SlotName[];
  /** It may be stood on from its filing, for it may be over before it is approved; any other paper once it is approved. */
  readonly stoodOnFrom?: "filing";
  /** While it runs, whoever filed it is away from the post: others stand in for them. */
  readonly absent?: true;
  /** While it runs, others decide for whoever filed it, though they may be there (委托代理). */
  readonly handsOver?: true;
  /** It is over when its requester says so (出差结束), and not only by a form of its own. */
  readonly closes?: true;
  /** What tells one request of this type from another of the same person: where all of it is the same, it may be filed twice. */
  readonly sameBy?: readonly SlotName[];
  /** The same thing may well be asked for another day: only what is undecided, or was filed the same day, is like it. */
  readonly recurs?: true;
  /** Though approved, whoever filed it may take it back until the day on which it begins: it does not take place. */
  readonly withdrawnBefore?: "begun";
  /** As a paper that is stood on: the numbers in it that what stands on it may not exceed unnoticed. */
  readonly plans?: readonly PlannedSlot[];
  /** The office keeps a record of it (备案), where the unit's documents have this source. */
  readonly record?: string;
  /** What must be filed when it is over, where the unit's documents have this source. */
  readonly followedBy?: { readonly type: RequestType; readonly source: string };
  /** What its name says of it where nothing else does. */
  readonly byName?: Facts;
}
