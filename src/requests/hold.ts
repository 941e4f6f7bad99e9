/**
 * Which papers hold which (依据占用): a paper is stood on once by each type of request, and stays while one stands on it.
 *
 * Takes    requests of one person. Returns what is in force, what is used up, what is stood on.
 * Leaves   what may be stood on for a form to basis.ts, what it lets happen to other-papers.ts.
 * A list stands on its plan: whoever claims for the one has claimed for the other.
 */
import { noBasis } from "../rules/slots.ts";
import type { OfficeRequest, RequestType } from "./request.ts";

export const inForce = ({ status }: OfficeRequest): boolean => status === "submitted" || status === "approved";

/** The paper that a request stands on, where there is one. */
export function basisOf({ fields }: Pick<OfficeRequest, "fields">): string | undefined {
  return fields.basis === undefined || fields.basis === noBasis ? undefined : String(fields.basis);
}

/** A paper and all that it stands on, down to the first; each once, should a forged log go round in a ring. */
function chainOf(id: string, papers: ReadonlyMap<string, OfficeRequest>): ReadonlySet<string> {
  const chain = new Set<string>();
  let next: string | undefined = id;
  while (next !== undefined && !chain.has(next)) {
    chain.add(next);
    const paper = papers.get(next);
    next = paper && basisOf(paper);
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

/** Does a request in force stand on this one? */
export const isStoodOn = ({ id }: OfficeRequest, mine: readonly OfficeRequest[]): boolean =>
  mine.some((one) => inForce(one) && basisOf(one) === id);
