/**
 * What is said to an open form and is none of its answers (单外的话): another form, or what the form has no room for.
 *
 * Takes    the form and the message. Returns what was told beyond it; whether another form is named in so many words.
 * Leaves   saying so to moves/filing/, dropping one form for another to filling.ts.
 */
import type { Form } from "../requests/form-row.ts";
import type { Facts, SlotName } from "../rules/slots.ts";
import type { Beyond, StepContext } from "./move.ts";
import type { Understood } from "./read.ts";

/** What a form for a party or a table was told that it has no room for: what the car costs, where they dine. */
export function besides(
  form: Form,
  { facts, folded }: Understood,
  { acts }: StepContext,
): { beyond?: readonly Beyond[] } {
  const { slots } = form;
  const sum = facts.amount;
  const told = slots.some((slot) => slots.includes("purpose") && String(facts[slot]).includes(String(sum)));
  const beyond: readonly Beyond[] = [
    ...(slots.includes("people") && !slots.includes("amount") && sum !== undefined && !told
      ? (["amount"] as const)
      : []),
    ...(slots.includes("guests") && !acts.asks(folded) && acts.says("venue", folded) ? (["venue"] as const) : []),
  ];
  return beyond.length === 0 ? {} : { beyond };
}

/** 餐费2600元 answers the form that is open, however like a claim it sounds: another form is named, or asked for. */
export const inWords = ({ folded }: Understood, { acts }: StepContext): boolean =>
  acts.form(folded) !== undefined || acts.leadsRequest(folded) || /另外|另有|再(?:来|办|填|报)/u.test(folded);

/** What of the facts the form has slots for. */
export function relevant(form: Form, facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([slot, value]) => value !== undefined && form.slots.includes(slot as SlotName)),
  );
}
