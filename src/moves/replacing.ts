/**
 * What an amendment does to the request that it amends, as events for the same commit.
 *
 * Takes    the store, the amendment as it stands after its filing or decision, who caused that and when.
 * Returns  the event on the other request, to be appended behind the amendment's own; nothing where that stays in force.
 * Leaves   when it is time to requests/own-steps.ts (`supersede`).
 */
import type { Wish } from "../requests/decision.ts";
import { supersede } from "../requests/own-steps.ts";
import type { OfficeRequest } from "../requests/request.ts";
import type { Change, Store } from "../store/store.ts";

/** The events by which the request takes the place of the one it amends. */
export async function replacing(
  store: Pick<Store, "request" | "requests">,
  after: OfficeRequest,
  wish: Wish,
): Promise<Change["events"]> {
  const before = after.amends === undefined ? undefined : await store.request(after.amends);
  if (before === undefined) return [];
  const event = supersede(after, before, wish, await store.requests({ requester: after.requester }));
  return event === undefined ? [] : [{ requestId: before.id, expected: before.version, event }];
}
