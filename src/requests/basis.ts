/**
 * The paper that a request stands on (依据): the leave that is returned from, the trip or the plan that is claimed for.
 *
 * Takes    a form with its facts, the person's own requests, today. Returns those it may stand on, the newest first, and
 *          what one of them tells the form.
 * Leaves   which of several is meant to dialogue/, reading the log to moves/, what follows from having none to rules/.
 * A leave counts from its filing, for it may be over before it is approved; any other paper once it is approved. What is
 * used up (hold.ts) is stood on no more: nobody returns from a leave twice.
 */
import type { Calendar } from "../lib/calendar.ts";
import { addDays, type IsoDate } from "../lib/dates.ts";
import type { ReadPlaces } from "../lib/places.ts";
import { allowed, type Facts, type SlotName } from "../rules/slots.ts";
import { formOf } from "./form.ts";
import { type Form, officialByName } from "./forms.ts";
import { inForce, usedUp } from "./hold.ts";
import type { OfficeRequest, RequestType } from "./request.ts";

/** A paper that may be stood on, with what it tells. */
export interface Basis {
  readonly request: OfficeRequest;
  readonly facts: Facts;
}

/** The person's own papers that the form may stand on. */
export function basesFor(
  form: Form,
  facts: Facts,
  mine: readonly OfficeRequest[],
  today: IsoDate,
): readonly OfficeRequest[] {
  const types = form.standsOn?.(facts) ?? [];
  const used = usedUp(form.type, mine);
  const fit = mine.filter(
    (one) =>
      types.includes(one.type) &&
      (one.type === "leave" ? inForce(one) : one.status === "approved") &&
      isTime(one, form, today) &&
      !used(one.id),
  );
  // Of a plan and the list that stands on it, the list tells what was.
  return fit.filter(({ id }) => !fit.some(({ fields }) => fields.basis === id));
}

/** What is yet to come has nothing to return from; what is not over has nothing to be claimed yet. */
function isTime({ fields }: OfficeRequest, { standsOnce }: Form, today: IsoDate): boolean {
  const { start = "", end = start } = fields;
  return String(standsOnce === "over" ? end : start) <= today;
}

/** What each type of paper tells the one that stands on it. */
const telling: Readonly<Partial<Record<RequestType, readonly SlotName[]>>> = {
  leave: ["leaveType", "start", "dueBack"],
  travel: ["destination", "start", "end", "days", "people", "unitCar", "transport", "overnight"],
  reception: ["category", "start", "guests", "hosts", "guestsFrom", "purpose", "attending", "limit"],
  "reception-list": ["category", "attending", "start", "guests", "hosts", "guestsFrom", "purpose", "limit"],
};

/** All that papers of these types may tell. */
export const toldBy = (types: readonly RequestType[]): ReadonlySet<string> =>
  new Set(types.flatMap((type) => [...Object.keys(formOf(type).assumed), ...(telling[type] ?? [])]));

/** The facts that a paper tells. Its places are read again, for their regions are not stored. */
export function factsOf({ type, fields }: OfficeRequest, places: ReadPlaces, calendar: Calendar): Facts {
  const stops = places(String(fields.destination ?? "")).map(({ name, region }) => ({ place: name, region }));
  const told = allowed(Object.fromEntries((telling[type] ?? []).map((slot) => [slot, fields[slot]])));
  return {
    ...formOf(type).assumed,
    ...told,
    // A list that says nothing of its kind is what its name says: of an official reception.
    ...(type === "reception-list" && told.category === undefined ? officialByName : {}),
    ...(type === "travel" && stops.length > 0 ? { destination: stops } : {}),
    ...(type === "leave" ? { dueBack: dueBack(fields, calendar) } : {}),
    // What the plan or the list says it costs is what a claim is held against.
    ...(typeof fields.amount === "number" && telling[type]?.includes("limit") ? { limit: fields.amount } : {}),
  };
}

/** The first day at work after a leave: the day itself where only its morning was free. */
function dueBack({ start, end, startHalf, endHalf }: OfficeRequest["fields"], calendar: Calendar): IsoDate | undefined {
  if (typeof end !== "string") return undefined;
  const morning = endHalf === "am" || (start === end && startHalf === "am");
  if (morning) return end;
  const next = calendar.nthWorkday(addDays(end, 1), 1);
  return next === "unknown-year" ? addDays(end, 1) : next;
}
