/**
 * An amendment (变更): the request that takes the place of another of the same person.
 *
 * Takes    both as they stand, and the person's other papers. Returns the event on the one replaced, or nothing where it
 *          is not replaced (yet).
 * Leaves   whether one may be filed to own-steps.ts, holding the log to it to other-papers.ts.
 */
import type { Wish } from "./decision.ts";
import { inForce, isStoodOn } from "./hold.ts";
import type { EventOf, OfficeRequest } from "./request.ts";

/**
 * The event by which `after`, as it stands after its own filing or decision, takes the place of the request that it
 * amends; undefined while that stays in force. What was under way is replaced by the filing, what was approved by the
 * last approval: each belongs into the same commit as the event that makes `after` what it is, behind it. A paper that
 * others stand on meanwhile is not taken from under them; `theirs` are the requester's own papers.
 */
export function supersede(
  after: OfficeRequest,
  before: OfficeRequest | undefined,
  { by, at }: Wish,
  theirs: readonly OfficeRequest[],
): EventOf<"amended"> | undefined {
  const isItsOwn = before?.id === after.amends && before?.requester === after.requester && before?.type === after.type;
  if (before === undefined || !isItsOwn) return undefined;
  const isTime = before.status === "submitted" || (before.status === "approved" && after.status === "approved");
  if (before.closed !== undefined || (before.returned !== undefined && after.status !== "approved")) return undefined;
  if (!isTime || !inForce(after) || isStoodOn(before, theirs)) return undefined;
  return { kind: "amended", by, at, amendedBy: after.id };
}
