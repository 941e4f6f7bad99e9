/**
 * The statements of a commit, built and compiled once, then run with other values each time.
 *
 * Takes    a connection, for its dialect's way of writing SQL.
 * Returns  one function a statement, which runs inside the transaction it is given.
 * Leaves   the order of things to append.ts, questions without haste to read.ts.
 *
 * Why: building five queries anew with kysely took as long as the disk's flush, and halved the rate of filing.
 */
import { type Compilable, type CompiledQuery, type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import {
  conversationRow,
  type EventRow,
  eventRow,
  noticeRow,
  type RequestRow,
  requestRow,
  type Tables,
} from "./tables.ts";

export type Statements = ReturnType<typeof statements>;
type Places<Row> = { readonly [Name in keyof Row]: RawBuilder<Row[Name]> };

export function statements(db: Kysely<Tables>) {
  const { id, ...talk } = places<Tables["conversations"]>(Object.keys(conversationRow.shape));
  const { id: requestId, ...request } = places<RequestRow>(Object.keys(requestRow.shape));
  const event = places<EventRow>(Object.keys(eventRow.shape));
  const notice = places<Tables["notices"]>(Object.keys(noticeRow.shape));
  const head = places<{ seq: number; hash: string }>(["seq", "hash"]);
  const byId = places<{ id: string }>(["id"]);

  return {
    head: prepare<object>(db.selectFrom("chain_head").selectAll()),
    moveHead: prepare<{ seq: number; hash: string }>(db.updateTable("chain_head").set(head).where("id", "=", 1)),
    addEvent: prepare<EventRow>(db.insertInto("events").values(event)),
    projection: prepare<{ id: string }>(db.selectFrom("requests").selectAll().where("id", "=", byId.id)),
    project: prepare<RequestRow>(
      db
        .insertInto("requests")
        .values({ id: requestId, ...request })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(request)),
    ),
    keepNotice: prepare<Tables["notices"]>(
      db
        .insertInto("notices")
        .values(notice)
        .onConflict((conflict) => conflict.column("key").doNothing()),
    ),
    conversation: prepare<{ id: string }>(db.selectFrom("conversations").selectAll().where("id", "=", byId.id)),
    keepConversation: prepare<Tables["conversations"]>(
      db
        .insertInto("conversations")
        .values({ id, ...talk })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(talk)),
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
  return async (db: Transaction<Tables> | Kysely<Tables>, row: Row): Promise<readonly unknown[]> => {
    const values = new Map<unknown, unknown>(Object.entries(row));
    const parameters = compiled.parameters.map((name) => (values.has(name) ? values.get(name) : name));
    const filled: CompiledQuery<unknown> = { ...compiled, parameters };
    return (await db.executeQuery(filled)).rows;
  };
}
