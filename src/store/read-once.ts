/**
 * A store as one turn sees it: what it has read of requests it does not read again.
 *
 * Takes    a store. Returns one whose requests and lists of requests are asked for once each; all else is the store's own.
 * Why      a list of a hundred asks the same of each row (who is away today, who stands in); on a server each is a way there
 *          and back. A turn that is taken anew begins with a fresh one: what a commit is checked against is never remembered.
 */
import type { OfficeRequest } from "../requests/request.ts";
import type { Store } from "./store.ts";

/** The store for one attempt at one turn. */
export function readOnce(store: Store): Store {
  const known = new Map<string, Promise<OfficeRequest | undefined>>();
  const lists = new Map<string, Promise<readonly OfficeRequest[]>>();
  const once = <Value>(kept: Map<string, Promise<Value>>, key: string, read: () => Promise<Value>): Promise<Value> => {
    const found = kept.get(key) ?? read();
    kept.set(key, found);
    return found;
  };
  return {
    ...store,
    request: (id) => once(known, id, () => store.request(id)),
    requests: (filter) => once(lists, JSON.stringify(filter), () => store.requests(filter)),
  };
}
