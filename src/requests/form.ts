/**
 * A form (表单) in use: what it needs next, how it counts its days, what is stored of it.
 *
 * Takes    a row of forms.ts and the facts known so far. Returns the slot still needed, and the fields to store.
 * Leaves   asking to dialogue/, figures and checks to rules/, the chain to route.ts.
 */
import { type ClaimLine, type Facts, type SlotName, type Stop, slots } from "../rules/slots.ts";
import type { Form } from "./form-row.ts";
import { forms } from "./forms.ts";
import type { RequestFields, RequestType } from "./request.ts";

/** How a form's days are counted: leave by working days (READINGS), at an office away by natural days, as its clause counts a week. */
export function countsDays(form: Form, { grade }: Facts): Form["days"] {
  const away = grade === "liaison-staff" || grade === "liaison-director";
  return form.type === "leave" && away ? "natural" : form.days;
}

/** The form of a type; every type has one. */
export function formOf(type: RequestType): Form {
  const form = forms.find((form) => form.type === type);
  if (form === undefined) throw new Error(`no form for ${type}`);
  return form;
}

/** Does a request of this type stand once it is filed, with nobody to decide it? */
export const isSettled = (type: RequestType): boolean => formOf(type).settled === "at-filing";

/** The next slot to ask for, or none when the form can be confirmed. */
export function nextNeed(form: Form, facts: Facts): SlotName | undefined {
  return form.needs(facts).find((slot) => facts[slot] === undefined);
}

/** Every type of paper that requests of a type may stand on, whatever they say. */
export const groundsOf = (type: RequestType): readonly RequestType[] =>
  [undefined, ...slots.claim.options].flatMap((claim) => formOf(type).standsOn?.({ claim }) ?? []);

/** What is stored: the form's own slots, with places as the person named them, and the lines of a claim as one text. */
export function fieldsOf(form: Form, facts: Facts): RequestFields {
  const fields: Record<string, string | number | boolean> = {};
  for (const slot of form.slots) {
    const value = facts[slot];
    if (value === undefined) continue;
    fields[slot] = Array.isArray(value) ? spelled(value) : value;
  }
  return fields;
}

const spelled = (values: readonly (Stop | ClaimLine | object | string | number)[]): string =>
  values
    .map((value) =>
      typeof value !== "object" ? value : "place" in value ? value.place : "yuan" in value ? lineOf(value) : "",
    )
    .join("、");

const lineOf = ({ label, yuan }: ClaimLine): string => `${label}${yuan}`;
