/**
 * The outbox (发件箱) and the deliveries: what is still to be told, and what has been answered. No part of the chained log.
 *
 * Takes    a transaction; on PostgreSQL others take out of the outbox at the same time, so rows in their hands are passed over.
 * Returns  what store.ts promises of notices and deliveries.
 * Leaves   which notices there are to moves/, locking to the store that calls.
 */
import type { Kysely, Transaction } from "kysely";
import { inUtc } from "../lib/dates.ts";
import { type Notice, noticeAbout } from "../requests/notice.ts";
import { intact } from "./failure.ts";
import type { Engine } from "./migrations.ts";
import type { Statements } from "./statements.ts";
import type { Lease, Taken, Taking } from "./store.ts";
import { deliveryRow, noticeRow, type Tables } from "./tables.ts";

/** Puts notices into the outbox; one that is there already, told or not, stays as it is. */
export async function keepNotices(db: Transaction<Tables>, run: Statements, notices: readonly Notice[]): Promise<void> {
  // In the order of their keys: two who keep the same ones wait for each other in turn, never in a ring.
  const inOrder = notices.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  for (const { key, to, due, about } of inOrder) {
    const row = { key, recipient: to, due: inUtc(due), about: JSON.stringify(noticeAbout.parse(about)) };
    await run.keepNotice(db, { ...row, leased_until: null, told_at: null });
  }
}

/** Takes what is due, the longest due first. */
export async function takeNotices(
  db: Transaction<Tables>,
  engine: Engine,
  { now, until, to, most, due = now }: Taking,
): Promise<readonly Notice[]> {
  let query = db
    .selectFrom("notices")
    .selectAll()
    .where("told_at", "is", null)
    .where("due", "<=", inUtc(due))
    .where((row) => row.or([row("leased_until", "is", null), row("leased_until", "<=", inUtc(now))]))
    .orderBy("due")
    .orderBy("key")
    .limit(most);
  if (to !== undefined) query = query.where("recipient", "=", to);
  if (engine === "postgres") query = query.forUpdate().skipLocked();
  const notices = (await query.execute()).map(noticeFrom);
  if (notices.length === 0) return [];
  const keys = notices.map(({ key }) => key);
  await db
    .updateTable("notices")
    .set({ leased_until: inUtc(until) })
    .where("key", "in", keys)
    .execute();
  return notices;
}

/** These have been told; whoever told them first is believed. */
export async function markTold(db: Transaction<Tables>, keys: readonly string[], at: string): Promise<void> {
  if (keys.length === 0) return;
  await db
    .updateTable("notices")
    .set({ told_at: inUtc(at) })
    .where("key", "in", keys)
    .where("told_at", "is", null)
    .execute();
}

/** These are gone; what was told meanwhile stays. */
export async function dropNotices(db: Transaction<Tables>, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await db.deleteFrom("notices").where("key", "in", keys).where("told_at", "is", null).execute();
}

/** These are in nobody's hands any more. */
export async function giveBack(db: Transaction<Tables>, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await db
    .updateTable("notices")
    .set({ leased_until: null })
    .where("key", "in", keys)
    .where("told_at", "is", null)
    .execute();
}

/** Forgets what was told and answered before that instant. */
export async function forget(db: Transaction<Tables>, before: string): Promise<void> {
  await db.deleteFrom("notices").where("told_at", "<", inUtc(before)).execute();
  await db.deleteFrom("deliveries").where("answered", "=", 1).where("leased_until", "<", inUtc(before)).execute();
}

/** What one person has not been told yet, the longest due first. */
export async function readUntold(db: Kysely<Tables>, to: string, most: number): Promise<readonly Notice[]> {
  const rows = await db
    .selectFrom("notices")
    .selectAll()
    .where("recipient", "=", to)
    .where("told_at", "is", null)
    .orderBy("due")
    .orderBy("key")
    .limit(most)
    .execute();
  return rows.map(noticeFrom);
}

/** What one person was told, the latest first. */
export async function readTold(db: Kysely<Tables>, to: string, most: number): Promise<readonly Notice[]> {
  const rows = await db
    .selectFrom("notices")
    .selectAll()
    .where("recipient", "=", to)
    .where("told_at", "is not", null)
    .orderBy("told_at", "desc")
    .orderBy("key")
    .limit(most)
    .execute();
  return rows.map(noticeFrom);
}

/** Takes a delivery; two who take it at once are told apart by its row. */
export async function takeDelivery(db: Transaction<Tables>, id: string, { now, until }: Lease): Promise<Taken> {
  const added = await db
    .insertInto("deliveries")
    .values({ id, leased_until: inUtc(until), answered: 0 })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows ?? 0) > 0) return "yours";
  const taken = await db
    .updateTable("deliveries")
    .set({ leased_until: inUtc(until) })
    .where("id", "=", id)
    .where("answered", "=", 0)
    .where("leased_until", "<=", inUtc(now))
    .executeTakeFirst();
  if (Number(taken.numUpdatedRows) > 0) return "yours";
  const row = await db.selectFrom("deliveries").selectAll().where("id", "=", id).executeTakeFirst();
  const { answered } = intact("a delivery", () => deliveryRow.parse(row));
  return answered === 1 ? "answered" : "somebody-has-it";
}

/** It is answered, in the same transaction as what it caused; false where it was answered before. */
export async function markAnswered(db: Transaction<Tables>, id: string, at: string): Promise<boolean> {
  const marked = await db
    .insertInto("deliveries")
    .values({ id, leased_until: inUtc(at), answered: 1 })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ answered: 1 }).where("deliveries.answered", "=", 0))
    .executeTakeFirst();
  return Number(marked.numInsertedOrUpdatedRows ?? 0) > 0;
}

function noticeFrom(row: unknown): Notice {
  return intact("a notice", () => {
    const { key, recipient, due, about } = noticeRow.parse(row);
    return { key, to: recipient, due, about: noticeAbout.parse(JSON.parse(about)) };
  });
}
