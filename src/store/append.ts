/**
 * One change of the store: checks what it was decided on and appends, in one transaction of its own.
 *
 * Takes    a database whose transactions take the write lock as they begin, its statements, and the change.
 * Returns  "done" when all of it is durable; "stale" with nothing written.
 * Leaves   retry to the store that calls, what an event means to requests/life.ts.
 */
import type { Kysely, Transaction } from "kysely";
import { apply } from "../requests/life.ts";
import { concerns, holds } from "../requests/other-papers.ts";
import { type OfficeRequest, type RequestEvent, requestEvent } from "../requests/request.ts";
import { chainHash } from "./chain.ts";
import { keepConfirmed } from "./confirmed.ts";
import { keepNotices, markAnswered } from "./outbox.ts";
import { type Projected, projectedFrom, projectionOf } from "./projection.ts";
import { conversationFrom, headFrom, readRequests } from "./read.ts";
import type { Statements } from "./statements.ts";
import type { Change, Committed } from "./store.ts";
import type { EventRow, Tables } from "./tables.ts";

/** Commits the change whole, or rolls it back whole. */
export async function committed(db: Kysely<Tables>, run: Statements, change: Change): Promise<Committed> {
  const transaction = await db.startTransaction().execute();
  try {
    const outcome = await append(transaction, run, change);
    await (outcome === "done" ? transaction.commit() : transaction.rollback()).execute();
    return outcome;
  } catch (cause) {
    if (!transaction.isCommitted) await transaction.rollback().execute();
    throw cause;
  }
}

async function append(db: Transaction<Tables>, run: Statements, change: Change): Promise<Committed> {
  const talk = change.conversation;
  if (talk !== undefined) {
    const [row] = await run.conversation(db, { id: talk.id });
    const version = row === undefined ? 0 : conversationFrom(row).version;
    if (version !== talk.expected) return "stale";
  }
  const { delivery } = change;
  if (delivery !== undefined && !(await markAnswered(db, delivery.id, delivery.at))) return "stale";
  const additions = await fold(db, run, change.events);
  if (additions === "stale") return "stale";

  for (const row of additions.rows) await run.addEvent(db, row);
  const last = additions.rows.at(-1);
  if (last !== undefined) await run.moveHead(db, { seq: last.seq, hash: last.hash });
  for (const projected of additions.requests) await run.project(db, projectionOf(projected));
  if (change.notices !== undefined) await keepNotices(db, run, change.notices);
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
    if (!(await isAllowed(db, event, request, touched))) return "stale";

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

/** May the event befall the request, as the other papers of those concerned stand under the lock? */
async function isAllowed(
  db: Transaction<Tables>,
  event: RequestEvent,
  request: OfficeRequest,
  touched: ReadonlyMap<string, Projected>,
): Promise<boolean> {
  const { own, of } = concerns(event);
  const others = own ? await papersOf(db, request.requester, touched) : [];
  const absent = of === undefined ? [] : await papersOf(db, of, touched);
  return holds(
    event,
    request,
    others.filter(({ id }) => id !== request.id),
    absent,
  );
}

/** The requests of one person, those of this change as it makes them. */
async function papersOf(
  db: Transaction<Tables>,
  requester: string,
  touched: ReadonlyMap<string, Projected>,
): Promise<readonly OfficeRequest[]> {
  const kept = (await readRequests(db, { requester })).filter((one) => !touched.has(one.id));
  const changed = [...touched.values()].map(({ request }) => request);
  return [...changed, ...kept].filter((one) => one.requester === requester);
}

async function projected(db: Transaction<Tables>, run: Statements, id: string): Promise<Projected | undefined> {
  const [row] = await run.projection(db, { id });
  return row === undefined ? undefined : projectedFrom(row);
}
