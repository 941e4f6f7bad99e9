/**
 * The outbox (发件箱) and the deliveries: what is still to be told, and what has been answered. No part of the chained log.
 *
 * Takes    a transaction; on PostgreSQL others take out of the outbox at the same time, so rows in their hands are passed over.
 * Returns  what store.ts promises of notices and deliveries.
 * Leaves   which notices there are to moves/, locking to the store that calls.
 */
import type { Transaction } from "kysely";
import { inUtc } from "../lib/dates.ts";
import { type Notice, noticeAbout } from "../requests/notice.ts";
import { intact } from "./failure.ts";
import type { Engine } from "./migrations.ts";
import type { Lease, Taken } from "./store.ts";
import { deliveryRow, noticeRow, type Tables } from "./tables.ts";

/** Puts notices into the outbox; one that is there already, told or not, stays as it is. */
export async function keepNotices(db: Transaction<Tables>, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  // In the order of their keys: two who keep the same ones wait for each other in turn, never in a ring.
  const inOrder = notices.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const rows = inOrder.map(({ key, to, due, about }) => ({
    key,
    recipient: to,
    due: inUtc(due),
    about: JSON.stringify(noticeAbout.parse(about)),
    leased_until: null,
    told_at: null,
  }));
  await db
    .insertInto("notices")
    .values(rows)
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
}

/** Takes what is due, the longest due first. */
export async function takeNotices(
  db: Transaction<Tables>,
  engine: Engine,
  { now, until, to, most }: Lease & { readonly to?: string; readonly most: number },
): Promise<readonly Notice[]> {
  let query = db
    .selectFrom("notices")
    .selectAll()
    .where("told_at", "is", null)
    .where("due", "<=", inUtc(now))
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
