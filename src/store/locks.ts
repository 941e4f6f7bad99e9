/**
 * What a change holds while it is checked, where any number of processes commit at once (PostgreSQL).
 *
 * Takes    the transaction and the change.
 * Leaves   the rows of conversation, delivery and notices to their own statements, the head of the chain to append.ts.
 *
 * The order is the same for everybody, so nobody waits in a ring: the conversation, the delivery, the people whose papers
 * are read or changed and the numbers of new requests (sorted), notices (sorted), and last the head of the chain, which is
 * held for a statement an event and the commit. Whoever holds a person's papers holds each request of theirs. SQLite needs none of it:
 * there one writes at a time.
 */
import { createHash } from "node:crypto";
import { sql, type Transaction } from "kysely";
import { inStead, namedBy } from "../requests/other-papers.ts";
import { projectedFrom } from "./projection.ts";
import type { Change } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Waits until nobody else commits on the papers that this change rests on; they are let go as it ends. */
export async function holdPapers(db: Transaction<Tables>, change: Change): Promise<void> {
  const names = new Set((await peopleOf(db, change.events)).map((person) => `papers of ${person}`));
  // Two people whose new requests came by the same number: the second finds it taken.
  for (const { event, requestId } of change.events) if (event.kind === "filed") names.add(`number ${requestId}`);
  if (change.confirmed !== undefined) names.add("confirmed questions");
  if (names.size === 0) return;
  const keys = [...names].map(keyOf).sort((one, other) => (one < other ? -1 : 1));
  await sql`select pg_advisory_xact_lock(held) from unnest(${keys.map(String)}::bigint[]) as held`.execute(db);
}

/** One at a time brings the schema up to date. */
export const holdSchema = (db: Transaction<Tables>): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(${String(keyOf("the schema of the log"))}::bigint)`.execute(db);

/** Those whose requests are changed, and where it is decided in another's stead: that one, who decides, and the deputy named. */
async function peopleOf(db: Transaction<Tables>, events: Change["events"]): Promise<readonly string[]> {
  const known = events.flatMap(({ event }) => [
    ...(event.kind === "filed" ? [event.request.requester] : []),
    ...(inStead(event)?.people ?? []),
  ]);
  const unders = events.flatMap(({ event }) => inStead(event)?.under ?? []);
  const ids = events.filter(({ event }) => event.kind !== "filed").map(({ requestId }) => requestId);
  if (ids.length === 0) return known;
  // Read before anything is held: whose a request is never changes, nor whom a deputation names.
  const rows = await db.selectFrom("requests").select("requester").where("id", "in", ids).execute();
  const papers =
    unders.length === 0 ? [] : await db.selectFrom("requests").selectAll().where("id", "in", unders).execute();
  const named = papers.flatMap((row) => namedBy(projectedFrom(row).request) ?? []);
  return [...known, ...rows.map(({ requester }) => requester), ...named];
}

/** PostgreSQL knows its advisory locks by 64-bit numbers; two names that share one only wait for each other. */
const keyOf = (name: string): bigint => createHash("sha256").update(`zhice: ${name}`).digest().readBigInt64BE();
