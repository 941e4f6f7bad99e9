/**
 * Opens the store that DATABASE_URL names.
 *
 * Takes    `sqlite:PATH` or `postgres://…`, as config.ts has checked it.
 * Returns  the Store; throws a ConfigError when there is none behind that address.
 * Leaves   how each keeps its rows to sqlite.ts and postgres.ts, which is loaded only where it is named.
 */
import { type Base, storeOver } from "./log.ts";
import { openBase as openFile } from "./sqlite.ts";
import type { Store } from "./store.ts";

export const openStore = async (databaseUrl: string): Promise<Store> => storeOver(await openBase(databaseUrl));

/** The database behind an address; `existing`: only a log that is there, which stays as it is. */
export async function openBase(url: string, existing = false): Promise<Base> {
  if (url.startsWith("sqlite:")) return openFile(url.slice("sqlite:".length), { existing });
  return (await import("./postgres.ts")).openBase(url, { existing });
}
