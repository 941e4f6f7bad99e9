/**
 * Which papers hold which (依据占用): a paper is stood on once by each type of request, and stays while one stands on it.
 *
 * Takes    requests of one person. Returns what is in force, what is used up, what is stood on.
 * Leaves   what may be stood on for a form to basis.ts, what it lets happen to other-papers.ts.
 * A list stands on its plan, an amendment in the place of its former: whoever claims for the one has claimed for the other.
 */
import { noBasis } from "../rules/slots.ts";
import { formOf } from "./form.ts";
import type { OfficeRequest, RequestType } from "./request.ts";

export const inForce = ({ status }: OfficeRequest): boolean => status === "submitted" || status === "approved";

/** The paper that a request stands on, where there is one. */
export function basisOf({ fields }: Pick<OfficeRequest, "fields">): string | undefined {
  return fields.basis === undefined || fields.basis === noBasis ? undefined : String(fields.basis);
}

/** A paper with all that it stands on or amends, down to the first; each once, should a forged log go round in a ring. */
function chainOf(id: string, papers: ReadonlyMap<string, OfficeRequest>): ReadonlySet<string> {
  // A set goes on to what is added to it meanwhile.
  const chain = new Set([id]);
  for (const link of chain) {
    const paper = papers.get(link);
    for (const next of paper === undefined ? [] : [basisOf(paper), paper.amends])
      if (next !== undefined) chain.add(next);
  }
  return chain;
}

/** Tells of a paper whether a request of this type in force stands on it already, or on one of the same chain. */
export function usedUp(type: RequestType, mine: readonly OfficeRequest[]): (id: string) => boolean {
  const papers = new Map(mine.map((one) => [one.id, one]));
  const bases = mine.filter((one) => one.type === type && inForce(one)).map(basisOf);
  const used = new Set(bases.flatMap((id) => (id === undefined ? [] : [...chainOf(id, papers)])));
  return (id) => [...chainOf(id, papers)].some((link) => used.has(link));
}

/** May it be stood on, as it stands: from its filing, or once it is approved? */
export const isFirm = (paper: OfficeRequest): boolean =>
  formOf(paper.type).stoodOnFrom === "filing" ? inForce(paper) : paper.status === "approved";

/** Does a request in force stand on this one? */
export const isStoodOn = ({ id }: OfficeRequest, mine: readonly OfficeRequest[]): boolean =>
  mine.some((one) => inForce(one) && basisOf(one) === id);

/**
 * The amendment under way between this paper and another, whichever of the two it is: until it is decided both wait, and
 * nothing may be built on either.
 */
export function openAmendment(request: OfficeRequest, mine: readonly OfficeRequest[]): OfficeRequest | undefined {
  const rival = mine.find(({ amends, status }) => amends === request.id && status === "submitted");
  const before = request.status === "submitted" ? mine.find(({ id }) => id === request.amends) : undefined;
  return rival ?? (before !== undefined && inForce(before) ? request : undefined);
}
