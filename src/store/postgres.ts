/**
 * Store on PostgreSQL through pg and kysely: any number of processes, on any number of machines, serve one office.
 *
 * Takes    the server's address, or a database that kysely has opened in PostgreSQL's dialect.
 * Returns  the Store; at open a ConfigError that names the cure and never the address, which may hold a password.
 * Leaves   what is done with it to log.ts, what is held meanwhile to locks.ts.
 *
 * A commit returns when the server has it on its disk. A process that freezes while it holds the head of the chain is cut
 * off by the server, so that the others go on.
 */
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from "kysely";
import { DatabaseError, Pool, type PoolClient, type PoolConfig } from "pg";
import { ConfigError } from "../errors.ts";
import { failureOf, sqlStateOf, unreachable } from "./failure.ts";
import { type Asked, type Base, patience, storeOver } from "./log.ts";
import { ForeignDatabase, isOlder, migrate, mustBePresent, NewerSchema, OlderSchema } from "./migrations.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

const betweenTriesMs = 100;
const defaultPatienceMs = 5000;
const shortestLockMs = 100;
const settings = {
  fallback_application_name: "zhice",
  connectionTimeoutMillis: 5000,
  idle_in_transaction_session_timeout: 15_000,
  /** For a server that was cut off without a word; longer than any statement of ours takes. */
  query_timeout: 60_000,
} satisfies PoolConfig;

export interface PostgresOptions {
  /** How many connections this process opens at most. */
  readonly connections?: number;
  /** How long a server that went away, or rows that others hold, are waited for. */
  readonly patienceMs?: number;
}

/** A schema that is not there, an encoding that cannot hold what people write, commits that are not durable. */
class Unfit extends Error {}

/** Opens the log in the database that the address names, makes its tables if there are none, and proves that it can be written. */
export const openPostgres = async (url: string, options: PostgresOptions = {}): Promise<Store> =>
  storeOver(await openBase(url, options));

/** The database of that log. */
export async function openBase(
  url: string,
  { connections = 10, ...options }: PostgresOptions & Asked = {},
): Promise<Base> {
  let db: Kysely<Tables> | undefined;
  try {
    db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(url, connections, options.patienceMs) }) });
    return await baseOn(db, options);
  } catch (error) {
    await db?.destroy();
    throw startProblem(error, options.named);
  }
}

/** The store on a database of its own, which it closes; errors are the server's own, not yet the operator's. */
export const storeOn = async (db: Kysely<Tables>, options: PostgresOptions = {}): Promise<Store> =>
  storeOver(await baseOn(db, options));

async function baseOn(
  db: Kysely<Tables>,
  { patienceMs = defaultPatienceMs, existing = false, upgraded = false }: PostgresOptions & Asked,
): Promise<Base> {
  const patiently = patience(["locked", "unreachable", "uncertain"], patienceMs, betweenTriesMs);
  await mustBeOurs(db, existing);
  await patiently(async () => {
    if (existing && !(upgraded && (await isOlder(db)))) return await mustBePresent(db);
    await migrate(db, "postgres");
  });
  return { db, engine: "postgres", patiently, close: () => db.destroy() };
}

async function mustBeOurs(db: Kysely<Tables>, existing: boolean): Promise<void> {
  const place = sql<{ schema: string | null; encoding: string; flush: string; tables: string[] }>`
    select current_schema() as schema, current_setting('server_encoding') as encoding,
      current_setting('synchronous_commit') as flush, array(select tablename::text from pg_tables where schemaname = current_schema()) as tables`;
  const [found] = (await place.execute(db)).rows;
  if (found === undefined) throw new Unfit("it does not say what is in it: name another");
  const { schema, encoding, flush, tables } = found;
  if (schema === null) throw new Unfit("no schema of its search_path is there: make one, or name another database");
  if (encoding !== "UTF8") throw new Unfit(`its encoding is ${encoding}: name a database whose encoding is UTF8`);
  if (flush === "off") throw new Unfit("its synchronous_commit is off, which loses what was acknowledged: turn it on");
  const isNew = tables.length === 0 && !existing;
  if (!isNew && !tables.includes("schema_steps")) throw new ForeignDatabase();
}

/** A statement with a name is planned once a connection; only so many have one, since lists of other lengths make ever new ones. */
const mostPrepared = 100;
const prepared = new Map<string, string>();

function preparedAs(text: string): { readonly name?: string } {
  const known = prepared.get(text);
  if (known !== undefined) return { name: known };
  if (prepared.size >= mostPrepared) return {};
  const name = `zhice_${prepared.size}`;
  prepared.set(text, name);
  return { name };
}

/** pg's pool, as kysely sees it: what it throws that is no answer of the server is a server that cannot be reached. */
function poolOf(url: string, max: number, patienceMs = defaultPatienceMs): PostgresPool {
  const lock_timeout = Math.max(shortestLockMs, patienceMs);
  const pool = new Pool({ connectionString: url, max, keepAlive: true, lock_timeout, ...settings });
  // A connection that breaks while nothing runs on it is no news before somebody asks for it.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const query = (client: PoolClient) => (text: string, values: readonly unknown[]) =>
    // Without parameters (begin, commit) the plain way is the shorter one.
    client.query(values.length === 0 ? text : { ...preparedAs(text), text, values: [...values] }).catch(toldApart);
  const connect = async () => {
    const client = await pool.connect().catch(toldApart);
    return {
      // Kysely's type offers cursors as well; nothing here asks for one.
      query: query(client) as unknown as PostgresPoolClient["query"],
      release: (broken?: boolean) => client.release(broken),
    };
  };
  return { options: pool.options, end: () => pool.end(), connect };
}

function toldApart(cause: unknown): never {
  throw cause instanceof DatabaseError ? cause : unreachable(cause);
}

function startProblem(error: unknown, variable = "DATABASE_URL"): unknown {
  const problem = (cure: string) => new ConfigError([{ variable, cure: `names a PostgreSQL database, but ${cure}` }]);
  if (error instanceof NewerSchema)
    return problem(`${error.message}: start the newer program, or name another database`);
  if (error instanceof ForeignDatabase)
    return problem("there is no log, or another program's tables: name another database, or a schema of its own");
  if (error instanceof OlderSchema) return problem(error.message);
  if (error instanceof Unfit) return problem(error.message);
  if (error instanceof URIError || (error instanceof TypeError && "code" in error && error.code === "ERR_INVALID_URL"))
    return problem("the address cannot be read: write special characters of it as %XX");
  const refusal = refusals.find(([state]) => sqlStateOf(error)?.startsWith(state));
  if (refusal !== undefined) return problem(refusal[1]);
  const failure = failureOf(error);
  if (failure?.reason === "unreachable")
    return problem("no server answers there: start it, or mend host, port, user and password");
  return failure === undefined ? error : problem(failure.message);
}

/** What the server says of an address that it does not let in, by SQLSTATE. */
const refusals: readonly (readonly [state: string, cure: string])[] = [
  ["28", "the server lets nobody in with this user and password: mend them, or its pg_hba.conf"],
  ["3D000", "there is no database of that name: make it with createdb, or name another"],
  ["42501", "this user may not make or write tables there: grant it CREATE on the schema, and the tables"],
  ["53300", "the server has no connection left: raise its max_connections, or close other programs"],
];
