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
  type QueryCreator,
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
  const talk = places<Talk>([...Object.keys(conversationRow.shape), "expected"]);
  const { expected, ...conversation } = talk;
  const byId = places<{ id: string }>(["id"]);
  const headOfChain = db.selectFrom("chain_head").selectAll();

  return {
    engine,
    /** Where the chain ends; whoever has read it here is the only one who may go on from there. */
    head: prepare<object>(engine === "postgres" ? headOfChain.forUpdate() : headOfChain),
    append: appending(db, engine),
    projection: prepare<{ id: string }>(db.selectFrom("requests").selectAll().where("id", "=", byId.id)),
    /** The first state of a conversation, unless it has one: one row where it is kept. */
    beginConversation: prepare<Tables["conversations"]>(
      db
        .insertInto("conversations")
        .values(conversation)
        .onConflict((conflict) => conflict.column("id").doNothing()),
    ),
    /** The next state, unless another came first: one row where it is kept. */
    keepConversation: prepare<Talk>(
      db
        .updateTable("conversations")
        .set({ version: talk.version, state: talk.state })
        .where("id", "=", talk.id)
        .where("version", "=", expected),
    ),
  };
}

/**
 * Adds an event to the end of the log, moves the head of the chain to it, and lists its request as it stands after it. On
 * PostgreSQL in one statement: all who file wait for the head, and each way to the server and back is theirs as well.
 */
function appending(db: Kysely<Tables>, engine: Engine) {
  const event = places<EventRow>(Object.keys(eventRow.shape), "event");
  const { id, ...request } = places<RequestRow>(Object.keys(requestRow.shape));
  const addEvent = db.insertInto("events").values(event);
  const moveHead = db.updateTable("chain_head").set({ seq: event.seq, hash: event.hash }).where("id", "=", 1);
  const list = (on: Pick<QueryCreator<Tables>, "insertInto">) =>
    on
      .insertInto("requests")
      .values({ id, ...request })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(request));
  const inTurn =
    engine === "postgres"
      ? [list(db.with("added", () => addEvent).with("moved", () => moveHead))]
      : [addEvent, moveHead, list(db)];
  const run = inTurn.map((query) => prepare<object>(query));

  return async (on: Transaction<Tables>, row: EventRow, after: RequestRow): Promise<void> => {
    const named = Object.fromEntries(Object.entries(row).map(([name, value]) => [`event ${name}`, value]));
    for (const statement of run) await statement(on, { ...named, ...after });
  };
}

type Talk = Tables["conversations"] & { readonly expected: number };

/** Each column stands for itself: its name travels as the parameter until `prepare` puts the value in its place. */
function places<Row>(names: readonly string[], of?: string): Places<Row> {
  const called = (name: string) => (of === undefined ? name : `${of} ${name}`);
  return Object.fromEntries(names.map((name) => [name, sql`${called(name)}`])) as Places<Row>;
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
