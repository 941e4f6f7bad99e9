/**
 * An amendment (变更): the request that takes the place of another of the same person.
 *
 * Takes    both as they stand. Returns the event on the one replaced, or nothing where it is not replaced (any more).
 * Leaves   whether one may be filed to own-steps.ts; that no paper stands on the one replaced to whoever commits, and to
 *          other-papers.ts under the lock.
 */
import { amendable } from "./life.ts";
import type { EventOf, OfficeRequest } from "./request.ts";

/**
 * The event by which `after` takes the place of `before`. What was approved is replaced only by what is approved, or by
 * what nobody has to decide; what is still undecided, as soon as the other is filed.
 */
export function supersede(
  after: OfficeRequest,
  before: OfficeRequest,
  by: string,
  at: string,
): EventOf<"amended"> | undefined {
  const isItsOwn = after.amends === before.id && after.requester === before.requester && after.type === before.type;
  if (!isItsOwn || !amendable(before)) return undefined;
  // A chain of no steps is never decided: there is nothing to wait for.
  const undecided = before.status === "submitted";
  const inTime = after.status === "approved" || (undecided && amendable(after));
  return inTime ? { kind: "amended", by, at, amendedBy: after.id } : undefined;
}
