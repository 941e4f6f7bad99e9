/**
 * Opens the store that DATABASE_URL names.
 *
 * Takes    `sqlite:PATH` or `postgres://…`, as config.ts has checked it.
 * Returns  the Store; throws a ConfigError when there is none behind that address.
 * Leaves   how each keeps its rows to sqlite.ts.
 */
import { ConfigError } from "../errors.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";

export async function openStore(databaseUrl: string): Promise<Store> {
  if (databaseUrl.startsWith("sqlite:")) return openSqlite(databaseUrl.slice("sqlite:".length));
  const scheme = databaseUrl.split(":")[0];
  const cure = /^postgres(ql)?$/.test(scheme ?? "")
    ? "PostgreSQL is not built in yet: name a file, as in sqlite:var/zhice.sqlite"
    : "name a file, as in sqlite:var/zhice.sqlite";
  // The address may carry a password: it is not repeated.
  throw new ConfigError([{ variable: "DATABASE_URL", cure }]);
}
