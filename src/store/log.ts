/**
 * The Store on any database that kysely speaks to: what SQLite and PostgreSQL have in common, which is nearly all.
 *
 * Takes    a database with its schema in place, which engine it is, and how its failures are waited for.
 * Returns  the Store.
 * Leaves   opening, pragmas and connections to sqlite.ts and postgres.ts.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import { committed, isKept } from "./append.ts";
import { readConfirmed } from "./confirmed.ts";
import { failureOf, LogFailure } from "./failure.ts";
import type { Engine } from "./migrations.ts";
import { markTold, takeDelivery, takeNotices } from "./outbox.ts";
import { readConversation, readLog, readRequest, readRequests } from "./read.ts";
import { statements } from "./statements.ts";
import type { Change, Committed, Store } from "./store.ts";
import type { Tables } from "./tables.ts";
import { reading, writing } from "./transaction.ts";
import { verifyLog } from "./verify.ts";

/** A database that holds a log, or is to hold one. */
export interface Base {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  readonly patiently: Patiently;
  readonly close: () => Promise<void>;
}

/** Runs work, again while its failure is one that passes; every failure of the machine gets its reason. */
export type Patiently = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Patience with these reasons: so many tries, so long between them. */
export function patience(reasons: readonly LogFailure["reason"][], tries: number, betweenMs: number): Patiently {
  return async (work) => {
    for (let left = tries; ; left -= 1) {
      try {
        return await work();
      } catch (error) {
        const failure = failureOf(error);
        if (failure === undefined) throw error;
        if (!reasons.includes(failure.reason) || left <= 1) throw failure;
        await pause(betweenMs);
      }
    }
  };
}

/** The store on a database of its own, which it closes. */
export function storeOver(base: Base): Store {
  const { db, engine } = base;
  const run = statements(db, engine);
  const begun = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;

  const patiently: Patiently = (work) => {
    const running = base.patiently(work);
    const settled = running.then(
      () => {},
      () => {},
    );
    begun.add(settled);
    void settled.then(() => begun.delete(settled));
    return running;
  };
  const changing = <Result>(work: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result> =>
    patiently(() => writing(db, work));

  /** Once a commit may have gone through unseen, "stale" can be its own doing: then its traces are looked for. */
  async function commit(change: Change): Promise<Committed> {
    let lost: LogFailure | undefined;
    try {
      return await patiently(async () => {
        const outcome = await committed(db, run, change).catch((error: unknown) => {
          if (error instanceof LogFailure && error.reason === "uncertain") lost = error;
          throw error;
        });
        return outcome === "stale" && lost !== undefined && (await isKept(db, change)) ? "done" : outcome;
      });
    } catch (error) {
      throw lost !== undefined && failureOf(error) !== undefined ? lost : error;
    }
  }

  return {
    conversation: (id) => patiently(() => readConversation(db, id)),
    request: (id) => patiently(() => readRequest(db, id)),
    requests: (filter) => patiently(() => readRequests(db, filter)),
    log: (requestId) => patiently(() => readLog(db, requestId)),
    confirmed: () => patiently(() => readConfirmed(db)),
    commit,
    takeNotices: (lease) => changing((transaction) => takeNotices(transaction, engine, lease)),
    told: (keys, at) => changing((transaction) => markTold(transaction, keys, at)),
    takeDelivery: (id, lease) => changing((transaction) => takeDelivery(transaction, id, lease)),
    verify: () => patiently(() => reading(db, verifyLog)),
    // What was begun before is finished first.
    close: () => (closed ??= Promise.all(begun).then(base.close)),
  };
}
