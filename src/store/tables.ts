/**
 * The tables of the log, for kysely, and the shape that a row must have when it comes back.
 *
 * Takes    nothing.
 * Returns  the table types both databases share, and one zod schema a table that is read.
 * Leaves   creating the tables to migrations.ts.
 *
 * A database file can be edited, restored or damaged by others, so its rows are foreign data: none is used unread.
 */
import { z } from "zod";

export const eventRow = z.object({
  seq: z.number().int(),
  request_id: z.string(),
  version: z.number().int(),
  kind: z.string(),
  actor: z.string(),
  at: z.string(),
  /** The event as JSON text, hashed as it stands. */
  body: z.string(),
  prev_hash: z.string(),
  hash: z.string(),
});
export type EventRow = z.infer<typeof eventRow>;

/** The projection: each request as its events made it, kept for reading; `verify` holds it against them. */
export const requestRow = z.object({
  id: z.string(),
  type: z.string(),
  unit: z.string(),
  requester: z.string(),
  status: z.string(),
  waiting_for: z.string().nullable(),
  version: z.number().int(),
  filed_at: z.string(),
  /** The seq of its filing: the order of lists, since clocks of several machines may disagree. */
  filed_seq: z.number().int(),
  /** The first and the last day it is about, where it is about days. */
  begins: z.string().nullable(),
  ends: z.string().nullable(),
  body: z.string(),
});
export type RequestRow = z.infer<typeof requestRow>;

export const conversationRow = z.object({ id: z.string(), version: z.number().int(), state: z.string() });

export const questionRow = z.object({
  seq: z.number().int(),
  question: z.string(),
  doc: z.string(),
  clause: z.string(),
  quote: z.string(),
  rule: z.string().nullable(),
  entry: z.string().nullable(),
  actor: z.string(),
  at: z.string(),
});

/** The outbox: times are instants in UTC, so that they compare as text. */
export const noticeRow = z.object({
  key: z.string(),
  recipient: z.string(),
  due: z.string(),
  about: z.string(),
  leased_until: z.string().nullable(),
  told_at: z.string().nullable(),
});

/** What a channel delivered, by its id there. */
export const deliveryRow = z.object({ id: z.string(), leased_until: z.string(), answered: z.number().int() });

/** One row: where the chain ends. With it, rows cut off the end of the log are missed. */
export const headRow = z.object({ id: z.literal(1), seq: z.number().int(), hash: z.string() });

export interface Tables {
  events: EventRow;
  requests: RequestRow;
  conversations: z.infer<typeof conversationRow>;
  confirmed_questions: z.infer<typeof questionRow>;
  notices: z.infer<typeof noticeRow>;
  deliveries: z.infer<typeof deliveryRow>;
  chain_head: z.infer<typeof headRow>;
  schema_steps: { number: number; name: string };
}
