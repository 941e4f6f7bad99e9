/**
 * Opens the store that DATABASE_URL names.
 *
 * Takes    `sqlite:PATH` or `postgres://…`, as config.ts has checked it.
 * Returns  the Store, or what became of a copy from one address to another; throws a ConfigError when there is none behind that address.
 * Leaves   how each keeps its rows to sqlite.ts and postgres.ts, which is loaded only where it is named.
 */
import { type Copied, copyLog } from "./copy.ts";
import { type Asked, type Base, storeOver } from "./log.ts";
import { type Rebuilt, rebuildList } from "./rebuild.ts";
import { openBase as openFile } from "./sqlite.ts";
import type { Store, Verdict } from "./store.ts";
import { reading, writing } from "./transaction.ts";
import { verifyLog } from "./verify.ts";

export const openStore = async (databaseUrl: string): Promise<Store> => storeOver(await openBase(databaseUrl));

/** A place for a log: its address, and what the operator calls it. */
export interface Place {
  readonly url: string;
  readonly named: string;
}

/** Copies the log of one place into another that is empty, or not there yet. */
export async function copyBetween(from: Place, to: Place): Promise<Copied> {
  const source = await openBase(from.url, { existing: true, named: from.named });
  try {
    return await copyLog(source, () => openBase(to.url, { named: to.named }));
  } finally {
    await source.close();
  }
}

/** The verdict on a log that is there; an older one is brought up to date first. Nothing is made where none is. */
export const verifyAt = (place: Place): Promise<Verdict> => onExisting(place, ({ db }) => reading(db, verifyLog));

/** Lists the requests of a log anew, from the chain alone. */
export const rebuildAt = (place: Place): Promise<Rebuilt> =>
  onExisting(place, ({ db, engine }) =>
    writing(
      db,
      (transaction) => rebuildList(transaction, engine),
      ({ kind }) => kind === "rebuilt",
    ),
  );

async function onExisting<Result>({ url, named }: Place, work: (base: Base) => Promise<Result>): Promise<Result> {
  const base = await openBase(url, { existing: true, upgraded: true, named });
  try {
    return await base.patiently(() => work(base));
  } finally {
    await base.close();
  }
}

/** The database behind an address. */
async function openBase(url: string, asked: Asked = {}): Promise<Base> {
  if (url.startsWith("sqlite:")) return openFile(url.slice("sqlite:".length), asked);
  return (await import("./postgres.ts")).openBase(url, asked);
}
