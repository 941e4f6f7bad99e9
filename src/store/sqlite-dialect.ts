/**
 * Kysely's SQLite dialect with the three things a log needs that it leaves out.
 *
 * Takes    a better-sqlite3 connection.
 * Returns  a dialect whose writing transactions begin IMMEDIATE, whose rollback does not hide what went wrong, and
 *          whose statements are prepared once.
 * Leaves   pragmas and retries to sqlite.ts.
 */
import type { Database, Statement } from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from "kysely";

export class ImmediateDialect extends SqliteDialect {
  readonly #connection: Database;

  constructor(connection: Database) {
    super({ database: connection });
    this.#connection = connection;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#connection);
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #connection: Database;

  constructor(connection: Database) {
    super({ database: preparingOnce(connection) });
    this.#connection = connection;
  }

  /** A plain BEGIN would read first and may then find that another process has written. */
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === "read only" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  /** On a full disk SQLite has rolled back by itself, and a second rollback would throw over the true cause. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#connection.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** The store has a few dozen different statements; preparing them anew costs more than running them. */
function preparingOnce(connection: Database) {
  const prepared = new Map<string, Statement>();
  return {
    close: () => connection.close(),
    prepare(sql: string): Statement {
      const statement = prepared.get(sql) ?? connection.prepare(sql);
      prepared.set(sql, statement);
      return statement;
    },
  };
}
