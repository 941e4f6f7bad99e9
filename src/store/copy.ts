/**
 * A log copied whole (备份, 恢复, 搬迁): from a file to a server or back, or into a backup, proven on both sides.
 *
 * Takes    the database to copy from, which others may go on writing, and a way to the one to copy into.
 * Returns  how many events and the head, the same on both sides; or why nothing was copied.
 * Leaves   opening to open.ts, the sentence to channels/.
 *
 * What is read is one moment of it; what is written is one transaction, which ends with the copy verified anew. Killed in
 * the middle, it leaves an empty log behind, which can be copied into again. A log that is not whole is not copied: it
 * would pass for a good one. Nothing is ever written over.
 */
import { sql, type Transaction } from "kysely";
import { failureOf } from "./failure.ts";
import type { Base } from "./log.ts";
import type { Engine } from "./migrations.ts";
import { headFrom } from "./read.ts";
import type { Verdict } from "./store.ts";
import type { Tables } from "./tables.ts";
import { reading, writing } from "./transaction.ts";
import { verifyLog } from "./verify.ts";

export type Copied =
  | { readonly kind: "copied"; readonly events: number; readonly head: string }
  | { readonly kind: "not-empty" }
  | Extract<Verdict, { kind: "broken" }>;

/** The tables in the order in which they are filled, each with what it is read by. */
const tables = {
  events: "seq",
  requests: "filed_seq",
  conversations: "id",
  confirmed_questions: "seq",
  notices: "key",
  deliveries: "id",
} as const satisfies Partial<Record<keyof Tables, string>>;

const pageSize = 500;

/** Copies the log; the way into the target is opened only once the source is known to be whole. */
export async function copyLog(from: Base, open: () => Promise<Base>): Promise<Copied> {
  try {
    return await reading(from.db, async (source) => {
      await beAtEase(source, from.engine);
      const verdict = await verifyLog(source);
      return verdict.kind === "broken" ? verdict : await copyInto(source, await open(), verdict);
    });
  } catch (error) {
    throw failureOf(error) ?? error;
  }
}

type Whole = Extract<Verdict, { kind: "whole" }>;
type Read = Transaction<Tables>;

async function copyInto(source: Read, to: Base, whole: Whole): Promise<Copied> {
  try {
    return await writing(
      to.db,
      async (target) => {
        await beAtEase(target, to.engine);
        return filled(source, target, to.engine, whole);
      },
      ({ kind }) => kind === "copied",
    );
  } finally {
    await to.close();
  }
}

async function filled(source: Read, target: Read, engine: Engine, { events, head }: Whole): Promise<Copied> {
  const names = Object.keys(tables);
  const all = sql.join(["chain_head", ...names].map((name) => sql.table(name)));
  // On SQLite the transaction has the file to itself already.
  if (engine === "postgres") await sql`lock table ${all} in exclusive mode`.execute(target);
  if (!(await isEmpty(target, names))) return { kind: "not-empty" };

  for (const [name, key] of Object.entries(tables)) {
    for await (const rows of pages(source, name, key)) await anyTable(target).insertInto(name).values(rows).execute();
  }
  await target.updateTable("chain_head").set({ seq: events, hash: head }).where("id", "=", 1).execute();
  const verdict = await verifyLog(target);
  if (verdict.kind === "broken") return verdict;
  if (verdict.head !== head) throw new Error(`the copy ends with ${verdict.head}, the log with ${head}`);
  return { kind: "copied", events, head };
}

/** Rows are copied as they are, whatever they mean: only their columns' kinds are known here. */
type Row = Record<string, string | number | null>;
const anyTable = (db: Read) => db as unknown as Transaction<Record<string, Row>>;

async function* pages(db: Read, name: string, key: string): AsyncGenerator<Row[]> {
  for (let last: Row | undefined; ; ) {
    const page = anyTable(db).selectFrom(name).selectAll().orderBy(key).limit(pageSize);
    const rows = await (last === undefined ? page : page.where(key, ">", last[key] ?? null)).execute();
    if (rows.length > 0) yield rows;
    last = rows.at(-1);
    if (rows.length < pageSize) return;
  }
}

async function isEmpty(db: Read, names: readonly string[]): Promise<boolean> {
  const counted = names.map((name) => anyTable(db).selectFrom(name).select(sql`1`.as("one")).limit(1).execute());
  const found = (await Promise.all(counted)).some((rows) => rows.length > 0);
  return !found && headFrom(await db.selectFrom("chain_head").selectAll().executeTakeFirst()).seq === 0;
}

/** A server cuts off who is quiet in a transaction; here one side is quiet while the other reads or writes. */
async function beAtEase(db: Read, engine: Engine): Promise<void> {
  if (engine === "postgres") await sql`set local idle_in_transaction_session_timeout = 0`.execute(db);
}
