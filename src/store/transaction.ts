/**
 * One transaction, whole or not at all, whose true cause of failure is never hidden by the rollback after it.
 *
 * Takes    a database and the work; whether what the work returns is to be kept.
 * Returns  what the work returned; throws what it threw, or Uncertain when nobody knows whether the commit went through.
 * Leaves   trying again to log.ts.
 *
 * Statements see what was committed before each of them began (READ COMMITTED), so a check holds if it is read after the
 * lock that protects it. On SQLite the write lock is taken as the transaction begins.
 */
import type { Kysely, Transaction } from "kysely";
import { failureOf, LogFailure } from "./failure.ts";
import type { Tables } from "./tables.ts";

export async function writing<Result>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
  isKept: (result: Result) => boolean = () => true,
): Promise<Result> {
  const transaction = await db.startTransaction().setIsolationLevel("read committed").execute();
  try {
    const result = await work(transaction);
    if (isKept(result)) await transaction.commit().execute().catch(unlessUncertain);
    else await transaction.rollback().execute();
    return result;
  } catch (cause) {
    // The server rolls back by itself whatever it has lost sight of.
    if (!transaction.isCommitted && !transaction.isRolledBack)
      await transaction
        .rollback()
        .execute()
        .catch(() => {});
    throw cause;
  }
}

/** One snapshot of everything, in which nothing is written. */
export const reading = <Result>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> => db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work);

/** A connection that breaks while it commits leaves open whether the server still did. */
function unlessUncertain(cause: unknown): never {
  const failure = failureOf(cause);
  if (failure?.reason !== "unreachable") throw cause;
  throw new LogFailure("uncertain", `the connection broke during a commit: ${failure.message}`, cause);
}
