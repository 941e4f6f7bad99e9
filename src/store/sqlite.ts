/**
 * Store on better-sqlite3 through kysely: one file, durable before it is acknowledged, shared with other processes.
 *
 * Takes    the path of the file (its folder is made), or a connection that `connect` has opened.
 * Returns  the Store; at open a ConfigError that names the cure, later a LogFailure with its reason.
 * Leaves   what is done with it to log.ts.
 *
 * WAL with synchronous=FULL: a commit returns when its bytes are on the disk. BEGIN IMMEDIATE takes the write lock
 * before anything is read, so what a change was checked against cannot move under it. better-sqlite3 waits inside the
 * call, where nothing else runs: so it waits briefly, and the longer patience is a timer's.
 */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";
import { Kysely } from "kysely";
import { ConfigError } from "../errors.ts";
import { failureOf, LogFailure } from "./failure.ts";
import { type Asked, type Base, patience, storeOver } from "./log.ts";
import { ForeignDatabase, isOlder, migrate, mustBePresent, NewerSchema, OlderSchema } from "./migrations.ts";
import { ImmediateDialect } from "./sqlite-dialect.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

const busyTimeoutMs = 50;
const betweenTriesMs = 50;
const defaultPatienceMs = 5000;

export interface Patience {
  /** How long a locked file is waited for before it is called locked. */
  readonly patienceMs?: number;
}

class NoSuchFile extends Error {}

/** Opens the log at a path, makes it if it is not there, and proves that it can be written. */
export const openSqlite = async (path: string, patience: Patience = {}): Promise<Store> =>
  storeOver(await openBase(path, patience));

/** The database of that log. */
export async function openBase(path: string, options: Patience & Asked = {}): Promise<Base> {
  let connection: Database.Database | undefined;
  try {
    if (options.existing === true && !existsSync(path)) throw new NoSuchFile();
    connection = connect(path, options.existing);
    return await baseOn(connection, options);
  } catch (error) {
    connection?.close();
    throw startProblem(path, error, options.named);
  }
}

/** A connection that has touched nothing yet. */
export function connect(path: string, existing = false): Database.Database {
  if (path !== ":memory:" && !existing) mkdirSync(dirname(resolve(path)), { recursive: true });
  return new Database(path, { timeout: busyTimeoutMs, fileMustExist: existing });
}

/** The store on a connection of its own, which it closes; errors are the connection's own, not yet the operator's. */
export const storeOn = async (connection: Database.Database, patience: Patience = {}): Promise<Store> =>
  storeOver(await baseOn(connection, patience));

async function baseOn(
  connection: Database.Database,
  { patienceMs = defaultPatienceMs, existing = false, upgraded = false }: Patience & Asked,
): Promise<Base> {
  const db = new Kysely<Tables>({ dialect: new ImmediateDialect(connection) });
  const mustBeInPlace = watchFile(connection);
  const untilUnlocked = patience(["locked"], patienceMs, betweenTriesMs);
  const base: Base = {
    db,
    engine: "sqlite",
    patiently: (work) =>
      untilUnlocked(() => {
        mustBeInPlace();
        return work();
      }),
    close: () => db.destroy(),
  };
  await base.patiently(async () => {
    mustBeOurs(connection, existing);
    if (existing && !(upgraded && (await isOlder(db)))) return await mustBePresent(db);
    prepare(connection);
    await migrate(db, "sqlite");
  });
  return base;
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
}

function mustBeOurs(connection: Database.Database, existing: boolean): void {
  const tables = connection.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  const isNew = tables.length === 0 && !existing;
  if (!isNew && !tables.includes("schema_steps")) throw new ForeignDatabase();
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

function startProblem(path: string, error: unknown, variable = "DATABASE_URL"): unknown {
  const failure = failureOf(error);
  const problem = (cure: string) => new ConfigError([{ variable, cure: `sqlite:${path}: ${cure}` }]);
  if (error instanceof NoSuchFile) return problem("there is no such file");
  if (failure !== undefined) return problem(failure.message);
  if (error instanceof NewerSchema) return problem(`${error.message}: start the newer program, or name another file`);
  if (error instanceof OlderSchema) return problem(error.message);
  if (error instanceof ForeignDatabase)
    return problem("this is no log, or another program's database: name another file");
  return error;
}
