/**
 * One change of the store: checks what it was decided on and appends, in one transaction of its own.
 *
 * Takes    a database, its statements, and the change.
 * Returns  "done" when all of it is durable; "stale" with nothing written.
 * Leaves   what is held meanwhile to locks.ts, retry to log.ts, what an event means to requests/life.ts.
 *
 * Whoever checks first holds what the check rests on; the head of the chain, which all who file wait for, comes last.
 */
import type { Kysely, Transaction } from "kysely";
import { apply } from "../requests/life.ts";
import { holds, inStead, namedBy, owes, restsOnOwn } from "../requests/other-papers.ts";
import { type OfficeRequest, type RequestEvent, requestEvent } from "../requests/request.ts";
import { chainHash } from "./chain.ts";
import { keepConfirmed } from "./confirmed.ts";
import { holdPapers } from "./locks.ts";
import { keepNotices, markAnswered } from "./outbox.ts";
import { type Projected, projectedFrom, projectionOf } from "./projection.ts";
import { headFrom, readConversation, readRequests } from "./read.ts";
import type { Statements } from "./statements.ts";
import type { Change, Committed } from "./store.ts";
import type { Tables } from "./tables.ts";
import { writing } from "./transaction.ts";

/** Commits the change whole, or rolls it back whole. */
export const committed = (db: Kysely<Tables>, run: Statements, change: Change): Promise<Committed> =>
  writing(
    db,
    (transaction) => append(transaction, run, change),
    (outcome) => outcome === "done",
  );

/**
 * Whether a change whose commit nobody saw end is in the log after all: its own events, or where it has none its state of
 * the conversation. A change that is neither leaves nothing that could be done twice.
 */
export async function isKept(db: Kysely<Tables>, { events, conversation }: Change): Promise<boolean> {
  for (const { requestId, expected, event } of events) {
    const at = db.selectFrom("events").select("body").where("request_id", "=", requestId);
    const row = await at.where("version", "=", expected + 1).executeTakeFirst();
    if (row?.body !== bodyOf(requestEvent.parse(event))) return false;
  }
  if (events.length > 0 || conversation === undefined) return true;
  const kept = await readConversation(db, conversation.id);
  return kept?.version === conversation.expected + 1 && textOf(kept.state) === textOf(conversation.state);
}

async function append(db: Transaction<Tables>, run: Statements, change: Change): Promise<Committed> {
  const { conversation, delivery } = change;
  if (conversation !== undefined && !(await keepConversation(db, run, conversation))) return "stale";
  if (delivery !== undefined && !(await markAnswered(db, delivery.id, delivery.at))) return "stale";
  if (run.engine === "postgres") await holdPapers(db, change);
  const folded = await fold(db, run, change.events);
  if (folded === "stale") return "stale";
  if (change.confirmed !== undefined) await keepConfirmed(db, change.confirmed);
  if (change.notices !== undefined) await keepNotices(db, run, change.notices);
  if (folded.length > 0) await chain(db, run, folded);
  return "done";
}

/** Keeps the conversation's new state, unless another came first. */
async function keepConversation(
  db: Transaction<Tables>,
  run: Statements,
  { id, state, expected }: NonNullable<Change["conversation"]>,
): Promise<boolean> {
  const row = { id, version: expected + 1, state: textOf(state) };
  const kept = expected === 0 ? run.beginConversation(db, row) : run.keepConversation(db, { ...row, expected });
  return (await kept).numAffectedRows === 1n;
}

/** An event that may be added, and the request after it. */
interface Folded {
  readonly event: RequestEvent;
  readonly request: OfficeRequest;
  /** The place of its filing in the log, where that is there already. */
  readonly filedSeq: number | undefined;
}

/** Each event in turn on its request as it then stands. */
async function fold(db: Transaction<Tables>, run: Statements, events: Change["events"]): Promise<Folded[] | "stale"> {
  const folded: Folded[] = [];
  const touched = new Map<string, Omit<Folded, "event">>();
  let owed: string | undefined;
  for (const { requestId, expected, event: unread } of events) {
    // Parsed on the way in as well: what goes into the log can be read back from it.
    const event = requestEvent.parse(unread);
    const before = touched.get(requestId) ?? (await projected(db, run, requestId));
    if ((before?.request.version ?? 0) !== expected) return "stale";
    const request = apply(before?.request, event);
    if (request.id !== requestId) throw new Error(`an event of request ${request.id} is filed under ${requestId}`);
    // An amendment that is approved replaces its former in the same breath, or not at all.
    if (owed !== undefined && (event.kind !== "amended" || requestId !== owed)) return "stale";
    const judged = await judge(db, event, request, touched);
    if (judged === "forbidden") return "stale";
    owed = judged.owed;
    const after = { request, filedSeq: before?.filedSeq };
    folded.push({ event, ...after });
    touched.set(requestId, after);
  }
  return owed === undefined ? folded : "stale";
}

/** Chains the events to the end of the log, and lists each request as it stands after them. */
async function chain(db: Transaction<Tables>, run: Statements, folded: readonly Folded[]): Promise<void> {
  const filedHere = new Map<string, number>();
  let head = headFrom((await run.head(db, {})).rows[0]);
  for (const { event, request, filedSeq } of folded) {
    const { id, version } = request;
    const seq = head.seq + 1;
    const hashed = { seq, request_id: id, version, body: bodyOf(event), prev_hash: head.hash };
    head = { seq, hash: chainHash(hashed) };
    if (event.kind === "filed") filedHere.set(id, seq);
    const row = { ...hashed, kind: event.kind, actor: event.by, at: event.at, hash: head.hash };
    await run.append(db, row, projectionOf({ request, filedSeq: filedSeq ?? filedHere.get(id) ?? seq }));
  }
}

const bodyOf = (event: RequestEvent): string => JSON.stringify(event);
const textOf = (state: unknown): string => JSON.stringify(state ?? null);

/** Whether the event may befall the request, as the other papers of those concerned stand under the lock; and what must follow. */
async function judge(
  db: Transaction<Tables>,
  event: RequestEvent,
  request: OfficeRequest,
  touched: ReadonlyMap<string, Pick<Folded, "request">>,
): Promise<"forbidden" | { readonly owed: string | undefined }> {
  const own = restsOnOwn(event, request) ? await papersOf(db, request.requester, touched) : [];
  const others = own.filter(({ id }) => id !== request.id);
  const stead = inStead(event);
  const theirs: OfficeRequest[] = [];
  const people = new Set(stead?.people);
  // A set goes on to the deputy that is added to it meanwhile.
  for (const person of people) {
    const papers = await papersOf(db, person, touched);
    theirs.push(...papers);
    const under = papers.find(({ id }) => id === stead?.under);
    const named = under && namedBy(under);
    if (named !== undefined) people.add(named);
  }
  return holds(event, request, others, theirs) ? { owed: owes(request, others) } : "forbidden";
}

/** The requests of one person, those of this change as it makes them. */
async function papersOf(
  db: Transaction<Tables>,
  requester: string,
  touched: ReadonlyMap<string, Pick<Folded, "request">>,
): Promise<readonly OfficeRequest[]> {
  const kept = (await readRequests(db, { requester })).filter((one) => !touched.has(one.id));
  const changed = [...touched.values()].map(({ request }) => request);
  return [...changed, ...kept].filter((one) => one.requester === requester);
}

async function projected(db: Transaction<Tables>, run: Statements, id: string): Promise<Projected | undefined> {
  const [row] = (await run.projection(db, { id })).rows;
  return row === undefined ? undefined : projectedFrom(row);
}
