/**
 * The statements of a commit, built and compiled once, then run with other values each time.
 *
 * Takes    a database, for its dialect's way of writing SQL, and which engine it is.
 * Returns  one function a statement, which runs inside the transaction it is given.
 * Leaves   the order of things to append.ts, questions without haste to read.ts.
 *
 * Why: building five queries anew with kysely took as long as the disk's flush, and halved the rate of filing.
 */
import {
  type Compilable,
  type CompiledQuery,
  type Kysely,
  type QueryResult,
  type RawBuilder,
  sql,
  type Transaction,
} from "kysely";
import type { Engine } from "./migrations.ts";
import { conversationRow, type EventRow, eventRow, type RequestRow, requestRow, type Tables } from "./tables.ts";

export type Statements = ReturnType<typeof statements>;
type Places<Row> = { readonly [Name in keyof Row]: RawBuilder<Row[Name]> };

export function statements(db: Kysely<Tables>, engine: Engine) {
  const { id: requestId, ...request } = places<RequestRow>(Object.keys(requestRow.shape));
  const talk = places<Tables["conversations"] & { expected: number }>([
    ...Object.keys(conversationRow.shape),
    "expected",
  ]);
  const event = places<EventRow>(Object.keys(eventRow.shape));
  const head = places<{ seq: number; hash: string }>(["seq", "hash"]);
  const byId = places<{ id: string }>(["id"]);
  const { expected, ...conversation } = talk;
  const headOfChain = db.selectFrom("chain_head").selectAll();

  return {
    engine,
    /** Where the chain ends; whoever has read it here is the only one who may go on from there. */
    head: prepare<object>(engine === "postgres" ? headOfChain.forUpdate() : headOfChain),
    moveHead: prepare<{ seq: number; hash: string }>(db.updateTable("chain_head").set(head).where("id", "=", 1)),
    addEvent: prepare<EventRow>(db.insertInto("events").values(event)),
    projection: prepare<{ id: string }>(db.selectFrom("requests").selectAll().where("id", "=", byId.id)),
    project: prepare<RequestRow>(
      db
        .insertInto("requests")
        .values({ id: requestId, ...request })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(request)),
    ),
    /** The first state of a conversation, unless it has one: one row where it is kept. */
    beginConversation: prepare<Tables["conversations"]>(
      db
        .insertInto("conversations")
        .values(conversation)
        .onConflict((conflict) => conflict.column("id").doNothing()),
    ),
    /** The next state, unless another came first: one row where it is kept. */
    keepConversation: prepare<Tables["conversations"] & { expected: number }>(
      db
        .updateTable("conversations")
        .set({ version: talk.version, state: talk.state })
        .where("id", "=", talk.id)
        .where("version", "=", expected),
    ),
  };
}

/** Each column stands for itself: its name travels as the parameter until `prepare` puts the value in its place. */
function places<Row>(names: readonly string[]): Places<Row> {
  return Object.fromEntries(names.map((name) => [name, sql`${name}`])) as Places<Row>;
}

/** Parameters that are no column of the row (`where id = 1`) stay as they were built. */
function prepare<Row extends object>(query: Compilable<unknown>) {
  const compiled = query.compile();
  return (db: Transaction<Tables> | Kysely<Tables>, row: Row): Promise<QueryResult<unknown>> => {
    const values = new Map<unknown, unknown>(Object.entries(row));
    const parameters = compiled.parameters.map((name) => (values.has(name) ? values.get(name) : name));
    const filled: CompiledQuery<unknown> = { ...compiled, parameters };
    return db.executeQuery(filled);
  };
}
