/**
 * Whose rows somebody may take out of the log, and which words of them: decided here and nowhere else.
 *
 * Takes    the staff directory and who asks; nobody's id stands for whoever holds the log itself (the command line).
 * Returns  the scope, whether a request lies in it, and whether its matter may be written out.
 *
 * The office that oversees a unit takes the unit's, a head of section the section's, everybody their own. Why somebody
 * was away, of what kind the leave was, and what a report on people and families says is for its requester and for the
 * office that keeps the unit's record: a head of section has decided on it, and takes no ledger of illnesses away. The
 * monthly record is another matter: its clause has heads of section draw it up, so they see the kinds, and nobody a reason.
 */
import type { OfficeRequest, RequestType } from "../requests/request.ts";
import type { Person, Staff } from "../requests/staff.ts";
import type { RequestFilter } from "../store/store.ts";

export type Scope =
  | { readonly kind: "all" }
  | { readonly kind: "unit" | "own"; readonly reader: Person }
  | { readonly kind: "section"; readonly reader: Person; readonly section: string };

/** The scope of a member of staff; undefined for an id that nobody has. */
export function scopeOf(staff: Staff, reader: string | undefined): Scope | undefined {
  if (reader === undefined) return { kind: "all" };
  const person = staff.person(reader);
  if (person === undefined) return undefined;
  const kind = staff.oversees(person);
  return kind === "section" ? { kind, reader: person, section: person.section ?? "" } : { kind, reader: person };
}

/** What the store is asked for; `covers` narrows it further. */
export function askedOf(scope: Scope): RequestFilter {
  if (scope.kind === "all") return {};
  return scope.kind === "own" ? { requester: scope.reader.id } : { unit: scope.reader.unit };
}

/** Does the request lie in the scope? */
export function covers(scope: Scope, { requester, unit }: OfficeRequest, staff: Staff): boolean {
  switch (scope.kind) {
    case "all":
      return true;
    case "unit":
      return unit === scope.reader.unit;
    case "own":
      return requester === scope.reader.id;
    case "section":
      return (
        requester === scope.reader.id ||
        (unit === scope.reader.unit && staff.person(requester)?.section === scope.section)
      );
  }
}

/** Types whose matter is about a person and not about the work. */
const personal: ReadonlySet<RequestType> = new Set<RequestType>(["leave", "leave-return", "major-matter"]);

/** May what it is about be written out in this scope? */
export const concerns = (scope: Scope, { type, requester }: OfficeRequest): boolean =>
  !personal.has(type) || scope.kind === "all" || scope.kind === "unit" || scope.reader.id === requester;
