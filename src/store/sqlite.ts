/**
 * Store on better-sqlite3 through kysely: one file, durable before it is acknowledged, shared with other processes.
 *
 * Takes    the path of the file (its folder is made), or a connection that `connect` has opened.
 * Returns  the Store; at open a ConfigError that names the cure, later a LogFailure with its reason.
 * Leaves   what is written to append.ts, what is read to read.ts and verify.ts.
 *
 * WAL with synchronous=FULL: a commit returns when its bytes are on the disk. BEGIN IMMEDIATE takes the write lock
 * before anything is read, so what a change was checked against cannot move under it. better-sqlite3 waits inside the
 * call, where nothing else runs: so it waits briefly, and the longer patience is a timer's.
 */
import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { Kysely, type Transaction } from "kysely";
import { ConfigError } from "../errors.ts";
import { committed } from "./append.ts";
import { readConfirmed } from "./confirmed.ts";
import { failureOf, LogFailure } from "./failure.ts";
import { migrate, NewerSchema } from "./migrations.ts";
import { markTold, readTold, takeDelivery, takeNotices } from "./outbox.ts";
import { readConversation, readLog, readRequest, readRequests } from "./read.ts";
import { ImmediateDialect } from "./sqlite-dialect.ts";
import { statements } from "./statements.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";
import { verifyLog } from "./verify.ts";

const busyTimeoutMs = 50;
const betweenTriesMs = 50;
const defaultPatienceMs = 5000;

export interface Patience {
  /** How long a locked file is waited for before it is called locked. */
  readonly patienceMs?: number;
}

/** A database, but not a log: nothing is written into it. */
class ForeignDatabase extends Error {}

/** Opens the log at a path, makes it if it is not there, and proves that it can be written. */
export async function openSqlite(path: string, patience: Patience = {}): Promise<Store> {
  let connection: Database.Database | undefined;
  try {
    connection = connect(path);
    return await storeOn(connection, patience);
  } catch (error) {
    connection?.close();
    throw startProblem(path, error);
  }
}

/** A connection that has touched nothing yet. */
export function connect(path: string): Database.Database {
  if (path !== ":memory:") mkdirSync(dirname(resolve(path)), { recursive: true });
  return new Database(path, { timeout: busyTimeoutMs });
}

/** The store on a connection of its own, which it closes; errors are the connection's own, not yet the operator's. */
export async function storeOn(
  connection: Database.Database,
  { patienceMs = defaultPatienceMs }: Patience = {},
): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: new ImmediateDialect(connection) });
  const run = statements(db);
  const mustBeInPlace = watchFile(connection);
  const tries = 1 + Math.ceil(patienceMs / (busyTimeoutMs + betweenTriesMs));

  /** Runs it again while the file is locked; every other failure gets its reason. */
  async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let left = tries; ; left -= 1) {
      try {
        mustBeInPlace();
        return await work();
      } catch (error) {
        const failure = failureOf(error);
        if (failure === undefined) throw error;
        if (failure.reason !== "locked" || left <= 1) throw failure;
        await pause(betweenTriesMs);
      }
    }
  }

  const writing = <Result>(work: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result> =>
    db.transaction().execute(work);

  await patiently(async () => {
    prepare(connection);
    await migrate(db, "sqlite");
  });

  return {
    conversation: (id) => patiently(() => readConversation(db, id)),
    request: (id) => patiently(() => readRequest(db, id)),
    requests: (filter) => patiently(() => readRequests(db, filter)),
    log: (requestId) => patiently(() => readLog(db, requestId)),
    confirmed: () => patiently(() => readConfirmed(db)),
    commit: (change) => patiently(() => committed(db, run, change)),
    takeNotices: (lease) => patiently(() => writing((transaction) => takeNotices(transaction, "sqlite", lease))),
    told: (keys, at) => patiently(() => writing((transaction) => markTold(transaction, keys, at))),
    toldTo: (to, most) => patiently(() => readTold(db, to, most)),
    takeDelivery: (id, lease) => patiently(() => writing((transaction) => takeDelivery(transaction, id, lease))),
    verify: () => patiently(() => db.transaction().setAccessMode("read only").execute(verifyLog)),
    async close() {
      if (!connection.open) return;
      // The connection is handed out in turn: what was begun before is finished first.
      await db.connection().execute(() => Promise.resolve());
      await db.destroy();
    },
  };
}

function prepare(connection: Database.Database): void {
  const mode = connection.pragma("journal_mode = wal", { simple: true });
  if (mode !== "wal" && !connection.memory) {
    throw new LogFailure(
      "readonly",
      `the file system of ${connection.name} keeps no write-ahead log: use a local disk`,
    );
  }
  connection.pragma("synchronous = full");
  connection.pragma("fullfsync = on"); // macOS: without it a flush stops at the drive's cache
  connection.pragma("foreign_keys = on");
  const tables = connection.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  if (tables.length > 0 && !tables.includes("schema_steps")) throw new ForeignDatabase();
}

/** A file moved or replaced under an open connection would take filings that nobody finds again. */
function watchFile(connection: Database.Database): () => void {
  if (connection.memory) return () => {};
  const path = resolve(connection.name);
  const identity = () => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? "gone" : `${found.dev}:${found.ino}`;
  };
  const opened = identity();
  return () => {
    if (identity() === opened) return;
    throw new LogFailure("damaged", `${path} was moved or replaced while open: put it back, or start again`);
  };
}

function startProblem(path: string, error: unknown): unknown {
  const failure = failureOf(error);
  const problem = (cure: string) => new ConfigError([{ variable: "DATABASE_URL", cure: `sqlite:${path}: ${cure}` }]);
  if (failure !== undefined) return problem(failure.message);
  if (error instanceof NewerSchema) return problem(`${error.message}: start the newer program, or name another file`);
  if (error instanceof ForeignDatabase) return problem("this is another program's database: name another file");
  return error;
}
