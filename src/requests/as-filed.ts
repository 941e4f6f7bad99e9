/**
 * A stored request as facts again (原申请): what a form is prefilled with when the request is changed or amended.
 *
 * Takes    a request, the readers of places and the calendar. Returns the facts that it was filed with.
 * Leaves   what another form is told by it to basis.ts. Stored again unchanged, these facts make the same fields.
 * How many days were spent at each of several places is not stored: it is told again where it matters.
 */
import type { Calendar } from "../lib/calendar.ts";
import { daysInclusive } from "../lib/dates.ts";
import type { ReadPlaces } from "../lib/places.ts";
import { allowed, type ClaimLine, type Facts, type SlotName, type Stop } from "../rules/slots.ts";
import { countsDays, formOf } from "./form.ts";
import type { OfficeRequest, RequestFields } from "./request.ts";

/** The facts that the request was filed with; `grade` decides how its days are counted. */
export function factsFiled(
  { type, fields }: Pick<OfficeRequest, "type" | "fields">,
  { grade }: Facts,
  { places, calendar }: { readonly places: ReadPlaces; readonly calendar: Calendar },
): Facts {
  const form = formOf(type);
  const { destination, claims, lines } = fields;
  const known: Readonly<Partial<Record<SlotName, unknown>>> = {
    ...fields,
    ...(typeof destination === "string" ? { destination: stopsOf(destination, places) } : {}),
    ...(typeof claims === "string" ? { claims: claimsOf(claims, String(lines ?? "")) } : {}),
  };
  const own = Object.fromEntries(Object.entries(known).filter(([slot]) => form.slots.includes(slot as SlotName)));
  const facts = allowed(own);
  const { start, end } = fields;
  if (countsDays(form, { grade }) !== "working" || typeof start !== "string" || typeof end !== "string") return facts;
  const { days, unknownYears } = calendar.workdays(start, end);
  return unknownYears.length > 0 ? facts : { ...facts, daysOff: daysInclusive(start, end) - days };
}

/** 成都、康定 as stops; where one of them is read no more, the form asks for them again. */
function stopsOf(spelt: string, places: ReadPlaces): readonly Stop[] | undefined {
  const names = spelt.split("、");
  const stops = names.flatMap((place) => places(place).map(({ region }) => ({ place, region })));
  return stops.length === names.length ? stops : undefined;
}

/** 城市间交通费200、住宿费300 as lines, with the word that each was said with where the rows of the claim (`lines`) have it. */
function claimsOf(spelt: string, rows: string): readonly ClaimLine[] {
  return spelt.split("、").flatMap((line) => {
    const { label, yuan } = /^(?<label>.*?)(?<yuan>\d+(?:\.\d+)?)$/u.exec(line)?.groups ?? {};
    if (label === undefined || label === "") return [];
    // Where two rows have the same label, neither word is known to be this line's.
    const [, behind, ...others] = rows.split(`"${label}(`);
    const said = others.length > 0 ? undefined : /^[^")]+(?=\)")/u.exec(behind ?? "")?.[0];
    return [{ label, yuan: Number(yuan), ...(said !== undefined && { said }) }];
  });
}

/** What the fields come to when the request is filed again: where no slot was changed, they are the very same. */
export function fieldsAgain(before: RequestFields, now: RequestFields): RequestFields {
  const { lines: _, ...was } = before;
  const { lines: __, ...is } = now;
  return sameFields(was, is) ? before : now;
}

/** Do they hold the same values, whatever their order? */
const sameFields = (one: RequestFields, other: RequestFields): boolean =>
  Object.keys({ ...one, ...other }).every((slot) => one[slot] === other[slot]);
