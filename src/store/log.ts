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
import { dropNotices, forget, giveBack, markTold, readTold, readUntold, takeDelivery, takeNotices } from "./outbox.ts";
import { readConversation, readHead, readLog, readRequest, readRequests } from "./read.ts";
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

/** How a database is asked for. */
export interface Asked {
  /** Only a log that is there already, which stays as it is. */
  readonly existing?: boolean;
  /** That log may be older: it is brought up to the present schema first. */
  readonly upgraded?: boolean;
  /** What the operator has named it by, where that is not DATABASE_URL. */
  readonly named?: string;
}

/** Runs work, again while its failure is one that passes; every failure of the machine gets its reason. */
export type Patiently = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Patience with these reasons: tries again and again, for so long from the first failure on. */
export function patience(reasons: readonly LogFailure["reason"][], patienceMs: number, betweenMs: number): Patiently {
  return async (work) => {
    for (let over: AbortSignal | undefined; ; ) {
      try {
        return await work();
      } catch (error) {
        const failure = failureOf(error);
        if (failure === undefined) throw error;
        if (!reasons.includes(failure.reason) || patienceMs === 0 || over?.aborted) throw failure;
        over ??= AbortSignal.timeout(patienceMs);
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
    conversation: (id) => patiently(() => readConversation(db, textual(id))),
    request: (id) => patiently(() => readRequest(db, textual(id))),
    requests: (filter) => patiently(() => readRequests(db, filter)),
    log: (requestId) => patiently(() => readLog(db, requestId === undefined ? undefined : textual(requestId))),
    head: () => patiently(() => readHead(db)),
    confirmed: () => patiently(() => readConfirmed(db)),
    commit: (change) => commit(withTextualIds(change)),
    takeNotices: (lease) => changing((transaction) => takeNotices(transaction, engine, lease)),
    told: (keys, at) => changing((transaction) => markTold(transaction, keys, at)),
    dropNotices: (keys) => changing((transaction) => dropNotices(transaction, keys)),
    giveBack: (keys) => changing((transaction) => giveBack(transaction, keys)),
    untoldTo: (to, most) => patiently(() => readUntold(db, to, most)),
    toldTo: (to, most) => patiently(() => readTold(db, to, most)),
    takeDelivery: (id, lease) => changing((transaction) => takeDelivery(transaction, textual(id), lease)),
    forget: (before) => changing((transaction) => forget(transaction, before)),
    verify: () => patiently(() => reading(db, verifyLog)),
    // What was begun before is finished first.
    close() {
      closed ??= Promise.all(begun).then(base.close);
      return closed;
    },
  };
}

/** A name from outside as both engines can hold it: PostgreSQL has no text with a zero character or half a surrogate pair. */
const textual = (id: string): string => id.replaceAll("\0", "\u2400").toWellFormed();

const withTextualIds = ({ conversation, delivery, ...change }: Change): Change => ({
  ...change,
  ...(conversation && { conversation: { ...conversation, id: textual(conversation.id) } }),
  ...(delivery && { delivery: { ...delivery, id: textual(delivery.id) } }),
});
