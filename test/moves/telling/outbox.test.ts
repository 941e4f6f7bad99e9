/**
 * The outbox as a promise: whatever is filed, decided and taken back in whatever order, and whoever is killed between
 * taking a notice and telling it, everybody is told what still stands, and nobody is told it twice for nothing.
 */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutesAfter } from "../../../src/lib/dates.ts";
import { noticesOf } from "../../../src/moves/telling/notices.ts";
import { tell } from "../../../src/moves/telling/telling.ts";
import { nextStep } from "../../../src/requests/life.ts";
import type { OfficeRequest, RequestEvent } from "../../../src/requests/request.ts";
import { openSqlite } from "../../../src/store/sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { filed } from "../../store/filing-samples.ts";
import { temporaryFolder } from "../../store/temporary-folder.ts";
import { monday, office } from "../../talks/desk.ts";

const people = ["keyuan", "kezhang", "fuju", "bangongshi"] as const;
const ids = ["Q-1", "Q-2", "Q-3"] as const;

/** Writes an event as a turn does: with whom it concerns. */
async function write(store: Store, requestId: string, event: RequestEvent, now: string): Promise<void> {
  const expected = (await store.request(requestId))?.version ?? 0;
  const events = [{ requestId, expected, event }];
  const notices = await noticesOf({ ...office, store }, events, now);
  expect(await store.commit({ events, notices })).toBe("done");
}

/** The event that this wish becomes, where the request allows it. */
function eventOf(wish: string, id: string, request: OfficeRequest | undefined, at: string): RequestEvent | undefined {
  if (wish === "file") return request === undefined ? { ...filed(id), at } : undefined;
  const next = request && nextStep(request);
  if (request === undefined) return undefined;
  if (wish === "withdraw")
    return request.status === "submitted" ? { kind: "withdrawn", by: request.requester, at } : undefined;
  if (next === undefined) return undefined;
  const mark = { by: next.step.approver ?? "", at, step: next.index };
  return wish === "approve" ? { kind: "approved", ...mark } : { kind: "rejected", ...mark, reason: "改期" };
}

const wishes = fc.constantFrom("file", "file", "approve", "approve", "reject", "withdraw");
/** Somebody wishes something, or is told; `killed` before they could say that they have shown it. */
type Command =
  | { readonly kind: "wish"; readonly wish: string; readonly id: string }
  | { readonly kind: "tell" | "killed"; readonly to: string | undefined; readonly most: number };

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant("wish" as const), wish: wishes, id: fc.constantFrom(...ids) }),
  fc.record({
    kind: fc.constantFrom("tell" as const, "killed" as const),
    to: fc.constantFrom(...people, undefined),
    most: fc.integer({ min: 1, max: 4 }),
  }),
);

/** Plays the commands a minute apart, then lets everybody look; what was shown in the end, and how often each key was. */
async function played(commands: readonly Command[]) {
  const store = await openSqlite(":memory:");
  const shown: string[] = [];
  let now = monday;
  const look = async (to: string | undefined, most: number, killed: boolean): Promise<number> => {
    const told = await tell({ ...office, store }, { to, now, most });
    if (killed) return told.length;
    shown.push(...told.map(({ key }) => key));
    await store.told(
      told.map(({ key }) => key),
      now,
    );
    return told.length;
  };
  for (const one of commands) {
    now = minutesAfter(now, 1);
    if (one.kind === "wish") {
      const event = eventOf(one.wish, one.id, await store.request(one.id), now);
      if (event !== undefined) await write(store, one.id, event, now);
    } else await look(one.to, one.most, one.kind === "killed");
  }
  now = minutesAfter(now, 10);
  for (const to of people) while ((await look(to, 2, false)) > 0);
  const left = await store.takeNotices({ now: minutesAfter(now, 10), until: minutesAfter(now, 12), most: 100 });
  const requests = await store.requests({});
  await store.close();
  return { shown, left, requests };
}

/** What of a request must have been told by the end, and to whom. */
function standing({ id, version, status, approvals }: OfficeRequest): readonly string[] {
  const open = status === "submitted" ? approvals.find((step) => step.status === "pending")?.approver : undefined;
  const decided = approvals.some((step) => step.by !== undefined) && status !== "withdrawn";
  return [
    ...(open == null ? [] : [`${open} waiting ${id} ${version} ${open}`]),
    ...(decided ? [`keyuan decided ${id} ${version}`] : []),
    ...(status === "approved" ? [`bangongshi for-the-record ${id}`] : []),
  ];
}

describe("whatever happens in whatever order", () => {
  it("what stands is told to whom it concerns, and nothing is left over, also where processes are killed", () =>
    fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 15, maxLength: 40 }), async (commands) => {
        const { shown, left, requests } = await played(commands);
        expect(left).toEqual([]);
        for (const one of requests.flatMap(standing)) expect(shown.some((key) => key.startsWith(one))).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it("nothing is told twice where nobody is killed", () =>
    fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 15, maxLength: 40 }), async (commands) => {
        const { shown } = await played(commands.map((one) => (one.kind === "killed" ? { ...one, kind: "tell" } : one)));
        expect(new Set(shown).size).toBe(shown.length);
      }),
      { numRuns: 60 },
    ));
});

it("two processes on one file never have the same notice at once, and tell all of them", async () => {
  const path = join(temporaryFolder(), "log.sqlite");
  const stores = [await openSqlite(path), await openSqlite(path)];
  const [first] = stores;
  if (first === undefined) throw new Error("no store");
  for (let nth = 0; nth < 30; nth += 1) await write(first, `Q-${nth}`, { ...filed(`Q-${nth}`), at: monday }, monday);
  const told: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    const taken = await Promise.all(
      stores.flatMap((store) => [1, 2].map(() => tell({ ...office, store }, { now: monday, most: 3 }))),
    );
    told.push(...taken.flat().map(({ key }) => key));
  }
  expect(told).toHaveLength(30);
  expect(new Set(told).size).toBe(30);
  for (const store of stores) await store.close();
});
