/**
 * One change of the store: checks what it was decided on, then appends, all inside the caller's transaction.
 *
 * Takes    a transaction that holds the write lock, the statements of its connection, and the change.
 * Returns  "done", or "stale" before anything is written.
 * Leaves   locking, commit and retry to sqlite.ts, what an event means to requests/life.ts.
 *
 * Everything is checked first and written after, so "stale" needs no rollback of its own.
 */
import type { Transaction } from "kysely";
import { holds, touchesPapers } from "../requests/hold.ts";
import { apply } from "../requests/life.ts";
import { type OfficeRequest, requestEvent } from "../requests/request.ts";
import { chainHash } from "./chain.ts";
import { keepConfirmed } from "./confirmed.ts";
import { type Projected, projectedFrom, projectionOf } from "./projection.ts";
import { conversationFrom, headFrom, readRequests } from "./read.ts";
import type { Statements } from "./statements.ts";
import type { Change, Committed } from "./store.ts";
import type { EventRow, Tables } from "./tables.ts";

export async function append(db: Transaction<Tables>, run: Statements, change: Change): Promise<Committed> {
  const talk = change.conversation;
  if (talk !== undefined) {
    const [row] = await run.conversation(db, { id: talk.id });
    const version = row === undefined ? 0 : conversationFrom(row).version;
    if (version !== talk.expected) return "stale";
  }
  const additions = await fold(db, run, change.events);
  if (additions === "stale") return "stale";

  for (const row of additions.rows) await run.addEvent(db, row);
  const last = additions.rows.at(-1);
  if (last !== undefined) await run.moveHead(db, { seq: last.seq, hash: last.hash });
  for (const projected of additions.requests) await run.project(db, projectionOf(projected));
  if (change.confirmed !== undefined) await keepConfirmed(db, change.confirmed);
  if (talk !== undefined) {
    const state = JSON.stringify(talk.state ?? null);
    await run.keepConversation(db, { id: talk.id, version: talk.expected + 1, state });
  }
  return "done";
}

interface Additions {
  readonly rows: readonly EventRow[];
  readonly requests: Iterable<Projected>;
}

/** The rows that the events become, chained to the end of the log, and the requests as they stand after them. */
async function fold(db: Transaction<Tables>, run: Statements, events: Change["events"]): Promise<Additions | "stale"> {
  const rows: EventRow[] = [];
  const touched = new Map<string, Projected>();
  if (events.length === 0) return { rows, requests: [] };

  const [headRow] = await run.head(db, {});
  let head = headFrom(headRow);
  for (const { requestId, expected, event: unread } of events) {
    // Parsed on the way in as well: what goes into the log can be read back from it.
    const event = requestEvent.parse(unread);
    const before = touched.get(requestId) ?? (await projected(db, run, requestId));
    if ((before?.request.version ?? 0) !== expected) return "stale";
    const request = apply(before?.request, event);
    if (request.id !== requestId) throw new Error(`an event of request ${request.id} is filed under ${requestId}`);
    if (touchesPapers(event) && !holds(event, request, await besides(db, request, touched))) return "stale";

    const seq = head.seq + 1;
    const body = JSON.stringify(event);
    const hashed = { seq, request_id: requestId, version: request.version, body, prev_hash: head.hash };
    const hash = chainHash(hashed);
    rows.push({ ...hashed, kind: event.kind, actor: event.by, at: event.at, hash });
    head = { seq, hash };
    touched.set(requestId, { request, filedSeq: before?.filedSeq ?? seq });
  }
  return { rows, requests: touched.values() };
}

/** The other requests of the same person, those of this change as it makes them. */
async function besides(
  db: Transaction<Tables>,
  { id, requester }: OfficeRequest,
  touched: ReadonlyMap<string, Projected>,
): Promise<readonly OfficeRequest[]> {
  const kept = (await readRequests(db, { requester })).filter((one) => !touched.has(one.id));
  return [...[...touched.values()].map(({ request }) => request), ...kept].filter(
    (one) => one.id !== id && one.requester === requester,
  );
}

async function projected(db: Transaction<Tables>, run: Statements, id: string): Promise<Projected | undefined> {
  const [row] = await run.projection(db, { id });
  return row === undefined ? undefined : projectedFrom(row);
}
