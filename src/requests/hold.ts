/**
 * Which papers hold which (依据占用): a paper is stood on once by each type of request, and stays while one stands on it.
 *
 * Takes    requests of one person. Returns what is in force, what is used up, what an event would take from under another.
 * Leaves   what may be stood on for a form to basis.ts, holding the log to it to store/append.ts.
 * A list stands on its plan: whoever claims for the one has claimed for the other.
 */
import { noBasis } from "../rules/slots.ts";
import type { OfficeRequest, RequestEvent, RequestType } from "./request.ts";

export const inForce = ({ status }: OfficeRequest): boolean => status === "submitted" || status === "approved";

/** The paper that a request stands on, where there is one. */
function basisOf({ fields }: OfficeRequest): string | undefined {
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

/** Can an event hold a paper, or take one from under another? */
export const touchesPapers = (event: RequestEvent): boolean =>
  event.kind === "withdrawn" || (event.kind === "filed" && basisOf(event.request) !== undefined);

/** May the event befall this request, as the other papers of the same person stand now? */
export function holds({ kind }: RequestEvent, request: OfficeRequest, others: readonly OfficeRequest[]): boolean {
  if (kind === "withdrawn") return !isStoodOn(request, others);
  const basis = basisOf(request);
  if (kind !== "filed" || basis === undefined) return true;
  const gone = others.some((one) => one.id === basis && !inForce(one));
  return !gone && !usedUp(request.type, others)(basis);
}
