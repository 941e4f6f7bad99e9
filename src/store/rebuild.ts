/**
 * Rebuilding (重建汇总表): the list of requests made anew from the log, where a program of another version has written into it.
 *
 * Takes    a transaction that may write.
 * Returns  how many requests it lists; or where the log itself is broken, with nothing changed: no list mends that.
 * Leaves   the log as it is, and what it proves to verify.ts.
 */
import { sql, type Transaction } from "kysely";
import type { Engine } from "./migrations.ts";
import { projectionOf } from "./projection.ts";
import type { Verdict } from "./store.ts";
import type { Tables } from "./tables.ts";
import { foldLog } from "./verify.ts";

export type Rebuilt = { readonly kind: "rebuilt"; readonly requests: number } | Extract<Verdict, { kind: "broken" }>;

export async function rebuildList(db: Transaction<Tables>, engine: Engine): Promise<Rebuilt> {
  // On SQLite the transaction has the file to itself already.
  if (engine === "postgres") await sql`lock table chain_head, events, requests in exclusive mode`.execute(db);
  const read = await foldLog(db);
  if (read.kind === "broken") return read;
  await db.deleteFrom("requests").execute();
  for (const one of read.folds.values()) await db.insertInto("requests").values(projectionOf(one)).execute();
  return { kind: "rebuilt", requests: read.folds.size };
}
