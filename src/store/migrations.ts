/**
 * Numbered steps that bring a database to the present schema, the same for SQLite and PostgreSQL.
 *
 * Takes    a connection, and which of the two it is: only the append-only triggers differ.
 * Returns  nothing; throws NewerSchema when the file was written by a later version of this program.
 * Leaves   opening to sqlite.ts and postgres.ts.
 *
 * Why not kysely's Migrator: on SQLite its lock does nothing, so two processes that start together both migrate; it
 * stamps each step with the process clock; and its errors come back as values to be unwrapped. Here all steps run in
 * one transaction that only one process at a time is in, and the list below is all there is to know.
 */
import { type Kysely, sql, type Transaction } from "kysely";
import { officeRequest } from "../requests/request.ts";
import { genesis } from "./chain.ts";
import { holdSchema } from "./locks.ts";
import { daysOf } from "./projection.ts";
import type { Tables } from "./tables.ts";
import { writing } from "./transaction.ts";

export type Engine = "sqlite" | "postgres";

interface Step {
  readonly name: string;
  readonly up: (db: Transaction<Tables>, engine: Engine) => Promise<void>;
}

/** A database, but not a log: nothing is written into it. */
export class ForeignDatabase extends Error {}

export class NewerSchema extends Error {
  constructor(found: number) {
    super(`the log has schema ${found}, this program knows ${steps.length}`);
    this.name = "NewerSchema";
  }
}

/** Nobody may read it before it is brought up to date, and nobody may do that unasked. */
export class OlderSchema extends Error {
  constructor(found: number) {
    const cure = "bring it up to date by `log verify`, with DATABASE_URL naming it, and try again";
    super(`the log has schema ${found}, this program has ${steps.length}: ${cure}`);
    this.name = "OlderSchema";
  }
}

/** Step n is at place n - 1. A step that has left this machine is never edited: add another. */
const steps: readonly Step[] = [
  { name: "log, projection and conversations", up: createLog },
  { name: "confirmed questions", up: createQuestions },
  { name: "days of requests, notices and deliveries", up: createOutbox },
];

/** Throws unless the log has the present schema: for whoever only reads, and changes nothing. */
export async function mustBePresent(db: Kysely<Tables>): Promise<void> {
  const reached = await schemaOf(db);
  if (reached > steps.length) throw new NewerSchema(reached);
  if (reached < steps.length) throw new OlderSchema(reached);
}

/** Has an earlier version of this program written it? */
export const isOlder = async (db: Kysely<Tables>): Promise<boolean> => (await schemaOf(db)) < steps.length;

/** Runs what is missing, and writes in any case: a start on a disk that takes no writes must fail now, not later. */
export async function migrate(db: Kysely<Tables>, engine: Engine): Promise<void> {
  await writing(db, async (transaction) => {
    if (engine === "postgres") await holdSchema(transaction);
    await transaction.schema
      .createTable("schema_steps")
      .ifNotExists()
      .addColumn("number", "integer", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .execute();
    const reached = await schemaOf(transaction);
    if (reached > steps.length) throw new NewerSchema(reached);

    for (const [place, step] of steps.entries()) {
      if (place < reached) continue;
      await step.up(transaction, engine);
      await transaction
        .insertInto("schema_steps")
        .values({ number: place + 1, name: step.name })
        .execute();
    }
    await transaction
      .updateTable("schema_steps")
      .set((row) => ({ name: row.ref("name") }))
      .execute();
  });
}

async function schemaOf(db: Kysely<Tables>): Promise<number> {
  const done = await db.selectFrom("schema_steps").select("number").orderBy("number", "desc").executeTakeFirst();
  return done?.number ?? 0;
}

async function createLog(db: Transaction<Tables>, engine: Engine): Promise<void> {
  await db.schema
    .createTable("events")
    .addColumn("seq", "integer", (column) => column.primaryKey())
    .addColumn("request_id", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("actor", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("prev_hash", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addUniqueConstraint("events_once", ["request_id", "version"])
    .execute();
  await db.schema
    .createTable("requests")
    .addColumn("filed_seq", "integer", (column) => column.primaryKey().references("events.seq"))
    .addColumn("id", "text", (column) => column.notNull().unique())
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("unit", "text", (column) => column.notNull())
    .addColumn("requester", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("waiting_for", "text")
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("filed_at", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .execute();
  // Not unit: a file holds a few units at most, and each index is one more page to flush with every filing.
  for (const column of ["requester", "waiting_for"] as const) {
    await db.schema.createIndex(`requests_${column}`).on("requests").columns([column, "filed_seq"]).execute();
  }
  await db.schema
    .createTable("conversations")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("chain_head")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("seq", "integer", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .execute();
  await db.insertInto("chain_head").values({ id: 1, seq: 0, hash: genesis }).execute();
  for (const statement of appendOnly[engine]) await sql.raw(statement).execute(db);
}

async function createQuestions(db: Transaction<Tables>): Promise<void> {
  await db.schema
    .createTable("confirmed_questions")
    .addColumn("seq", "integer", (column) => column.primaryKey())
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("doc", "text", (column) => column.notNull())
    .addColumn("clause", "text", (column) => column.notNull())
    .addColumn("quote", "text", (column) => column.notNull())
    .addColumn("rule", "text")
    .addColumn("entry", "text")
    .addColumn("actor", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addUniqueConstraint("confirmed_once", ["question", "doc", "clause"])
    .execute();
}

async function createOutbox(db: Transaction<Tables>): Promise<void> {
  await db.schema.alterTable("requests").addColumn("begins", "text").execute();
  await db.schema.alterTable("requests").addColumn("ends", "text").execute();
  for (const { id, body } of await db.selectFrom("requests").select(["id", "body"]).execute()) {
    const days = daysIn(body);
    if (days !== undefined) await db.updateTable("requests").set(days).where("id", "=", id).execute();
  }
  await db.schema.createIndex("requests_days").on("requests").columns(["unit", "type", "ends"]).execute();
  await db.schema
    .createTable("notices")
    .addColumn("key", "text", (column) => column.primaryKey().notNull())
    .addColumn("recipient", "text", (column) => column.notNull())
    .addColumn("due", "text", (column) => column.notNull())
    .addColumn("about", "text", (column) => column.notNull())
    .addColumn("leased_until", "text")
    .addColumn("told_at", "text")
    .execute();
  await db.schema.createIndex("notices_due").on("notices").columns(["told_at", "recipient", "due", "key"]).execute();
  // For who tells anybody: of what is untold, whosever it is, the longest due.
  await db.schema.createIndex("notices_untold").on("notices").columns(["told_at", "due", "key"]).execute();
  await db.schema
    .createTable("deliveries")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("leased_until", "text", (column) => column.notNull())
    .addColumn("answered", "integer", (column) => column.notNull())
    .execute();
}

/** Nothing of a damaged row: whoever reads it is told, and `log verify` names its place. */
function daysIn(body: string): ReturnType<typeof daysOf> | undefined {
  try {
    return daysOf(officeRequest.parse(JSON.parse(body)));
  } catch {
    return undefined;
  }
}

/** Rows of the log are added at the end and stay. (INSERT OR REPLACE would delete without a word: hence the third.) */
const appendOnly: Record<Engine, readonly string[]> = {
  sqlite: [
    "create trigger events_no_update before update on events begin select raise(abort, 'the log is append-only'); end",
    "create trigger events_no_delete before delete on events begin select raise(abort, 'the log is append-only'); end",
    `create trigger events_in_order before insert on events
       when new.seq <> (select coalesce(max(seq), 0) + 1 from events)
       begin select raise(abort, 'the log grows at its end'); end`,
  ],
  postgres: [
    `create function log_is_append_only() returns trigger language plpgsql as
       $$ begin raise exception 'the log is append-only'; end $$`,
    `create trigger events_append_only before update or delete or truncate on events
       for each statement execute function log_is_append_only()`,
    `create function log_grows_at_its_end() returns trigger language plpgsql as
       $$ begin
         if new.seq <> (select coalesce(max(seq), 0) + 1 from events) then
           raise exception 'the log grows at its end';
         end if;
         return new;
       end $$`,
    `create trigger events_in_order before insert on events
       for each row execute function log_grows_at_its_end()`,
  ],
};
