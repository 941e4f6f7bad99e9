/**
 * Reading the store: conversations, requests and the log, every row checked before it is used.
 *
 * Takes    a connection or a transaction.
 * Returns  what store.ts promises; throws LogFailure("damaged") for a row that is not ours.
 * Leaves   writing to append.ts, holding the rows against each other to verify.ts.
 */
import type { Kysely } from "kysely";
import { type OfficeRequest, requestEvent } from "../requests/request.ts";
import { intact } from "./failure.ts";
import { projectedFrom } from "./projection.ts";
import type { LogRow, RequestFilter, StoredConversation } from "./store.ts";
import { conversationRow, eventRow, headRow, type Tables } from "./tables.ts";

export async function readConversation(db: Kysely<Tables>, id: string): Promise<StoredConversation | undefined> {
  const row = await db.selectFrom("conversations").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : conversationFrom(row);
}

export async function readRequest(db: Kysely<Tables>, id: string): Promise<OfficeRequest | undefined> {
  const row = await db.selectFrom("requests").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : projectedFrom(row).request;
}

export async function readRequests(db: Kysely<Tables>, filter: RequestFilter): Promise<readonly OfficeRequest[]> {
  const { requester, waitingFor, unit, types, statuses, touching } = filter;
  // None of no kinds; PostgreSQL has no empty list to ask for.
  if (types?.length === 0 || statuses?.length === 0) return [];
  let query = db.selectFrom("requests").selectAll();
  if (requester !== undefined) query = query.where("requester", "=", requester);
  if (waitingFor !== undefined) query = query.where("waiting_for", "=", waitingFor);
  if (unit !== undefined) query = query.where("unit", "=", unit);
  if (types !== undefined) query = query.where("type", "in", types);
  if (statuses !== undefined) query = query.where("status", "in", statuses);
  if (touching !== undefined) query = query.where("begins", "<=", touching.until).where("ends", ">=", touching.from);
  const rows = await query.orderBy("filed_seq", waitingFor === undefined ? "desc" : "asc").execute();
  return rows.map((row) => projectedFrom(row).request);
}

export async function readLog(db: Kysely<Tables>, requestId?: string): Promise<readonly LogRow[]> {
  let query = db.selectFrom("events").selectAll();
  if (requestId !== undefined) query = query.where("request_id", "=", requestId);
  const rows = await query.orderBy("seq").execute();
  return rows.map(logRow);
}

export function conversationFrom(row: unknown): StoredConversation {
  return intact("a conversation", () => {
    const { state, version } = conversationRow.parse(row);
    return { state: JSON.parse(state), version };
  });
}

/** Where the chain ends. */
export function headFrom(row: unknown): { readonly seq: number; readonly hash: string } {
  return intact("the head of the log", () => headRow.parse(row));
}

function logRow(row: unknown): LogRow {
  return intact("a row of the log", () => {
    const { seq, request_id, body, hash } = eventRow.parse(row);
    return { seq, requestId: request_id, event: requestEvent.parse(JSON.parse(body)), hash };
  });
}
