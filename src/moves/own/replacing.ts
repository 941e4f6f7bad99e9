/**
 * What an amendment does to the request that it amends, for the same commit.
 *
 * Takes    the store, the amendment as it stands after its filing or decision, who caused that and when.
 * Returns  the event on the other request, to be appended behind the amendment's own, and that request after it; nothing
 *          where that stays in force.
 * Leaves   when it is time to requests/amendment.ts.
 */
import { supersede } from "../../requests/amendment.ts";
import type { Wish } from "../../requests/decision.ts";
import { apply } from "../../requests/life.ts";
import type { OfficeRequest } from "../../requests/request.ts";
import type { Change, Store } from "../../store/store.ts";

export interface Replaced {
  readonly event: Change["events"][number];
  readonly request: OfficeRequest;
}

/** What becomes of the request that this one amends. */
export async function replacing(
  store: Pick<Store, "request" | "requests">,
  after: OfficeRequest,
  wish: Wish,
): Promise<Replaced | undefined> {
  const before = after.amends === undefined ? undefined : await store.request(after.amends);
  if (before === undefined) return undefined;
  const event = supersede(after, before, wish, await store.requests({ requester: after.requester }));
  if (event === undefined) return undefined;
  return { event: { requestId: before.id, expected: before.version, event }, request: apply(before, event) };
}
