/**
 * The paper that a request stands on (依据): the leave that is returned from, the trip or the plan that is claimed for.
 *
 * Takes    a form with its facts, the person's own requests, today. Returns those it may stand on, the newest first, and
 *          what one of them tells the form.
 * Leaves   which of several is meant to dialogue/, reading the log to moves/, what follows from having none to rules/.
 * What each type of paper tells, and from when, stands in its row of forms.ts. What is used up (hold.ts) is stood on no
 * more: nobody returns from a leave twice.
 */
import type { Calendar } from "../lib/calendar.ts";
import { addDays, daysInclusive, type IsoDate } from "../lib/dates.ts";
import type { ReadPlaces } from "../lib/places.ts";
import { allowed, type Facts, type SlotName } from "../rules/slots.ts";
import { formOf } from "./form.ts";
import type { Form } from "./form-row.ts";
import { isFirm, openAmendment, usedUp } from "./hold.ts";
import type { OfficeRequest, RequestType } from "./request.ts";

/** A paper that may be stood on, with what it tells. */
export interface Basis {
  readonly request: OfficeRequest;
  readonly facts: Facts;
}

/** The person's own papers that the form may stand on. What is filed again or amended (`instead`) keeps its own. */
export function basesFor(
  form: Form,
  facts: Facts,
  mine: readonly OfficeRequest[],
  today: IsoDate,
  instead?: string,
): readonly OfficeRequest[] {
  const fit = fitting(form, facts, mine, today, instead).filter((one) => openAmendment(one, mine) === undefined);
  // Of a plan and the list that stands on it, the list tells what was.
  return fit.filter(({ id }) => !fit.some(({ fields }) => fields.basis === id));
}

/** Those that it may not stand on just now, for another is to take their place and is not decided yet. */
export const awaitingAmendment = (...about: Parameters<typeof basesFor>): readonly OfficeRequest[] => {
  const [, , mine] = about;
  return fitting(...about).filter((one) => ![undefined, one].includes(openAmendment(one, mine)));
};

function fitting(...[form, facts, mine, today, instead]: Parameters<typeof basesFor>): readonly OfficeRequest[] {
  const types = form.standsOn?.(facts) ?? [];
  const used = usedUp(
    form.type,
    mine.filter(({ id }) => id !== instead),
  );
  return mine.filter((one) => types.includes(one.type) && isFirm(one) && isTime(one, form, today) && !used(one.id));
}

/** What is yet to come has nothing to return from; what is not over has nothing to be claimed yet. */
function isTime({ fields, closed }: OfficeRequest, { standsOnce }: Form, today: IsoDate): boolean {
  const { start = "", end = start } = fields;
  return String(standsOnce === "over" ? (closed?.end ?? end) : start) <= today;
}

/** All that papers of these types may tell. */
export const toldBy = (types: readonly RequestType[]): ReadonlySet<string> =>
  new Set(types.flatMap((type) => [...Object.keys(formOf(type).assumed), ...(formOf(type).tells ?? [])]));

/** The facts that a paper tells. Its places are read again, for their regions are not stored. */
export function factsOf(
  { type, fields: filed, closed, status }: OfficeRequest,
  places: ReadPlaces,
  calendar: Calendar,
): Facts {
  const { assumed, byName, tells = [] } = formOf(type);
  // A trip that was closed tells how long it was, not how long it was to be.
  const fields =
    closed === undefined ? filed : { ...filed, end: closed.end, days: daysInclusive(String(filed.start), closed.end) };
  const stops = places(String(fields.destination ?? "")).map(({ name, region }) => ({ place: name, region }));
  const known: Readonly<Partial<Record<SlotName, unknown>>> = {
    ...fields,
    destination: stops.length > 0 ? stops : undefined,
    dueBack: dueBack(fields, calendar),
    unapproved: status === "submitted",
    // What the plan or the list says it costs is what a claim is held against.
    limit: fields.amount,
  };
  const told = tells.flatMap((slot) => (known[slot] === undefined ? [] : [[slot, known[slot]] as const]));
  return { ...assumed, ...byName, ...allowed(Object.fromEntries(told)) };
}

/** The first day at work after a leave: the day itself where only its morning was free. */
function dueBack({ start, end, startHalf, endHalf }: OfficeRequest["fields"], calendar: Calendar): IsoDate | undefined {
  if (typeof end !== "string") return undefined;
  const morning = endHalf === "am" || (start === end && startHalf === "am");
  if (morning) return end;
  const next = calendar.nthWorkday(addDays(end, 1), 1);
  return next === "unknown-year" ? addDays(end, 1) : next;
}
