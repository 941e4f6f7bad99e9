/**
 * What the log costs: filings made durable in a second, held against bare inserts on the same disk in the same run.
 *
 * Takes    nothing; works in a temporary folder that it removes.
 * Returns  one row a measure; what must be reached is a share of the bare rate, since no two disks flush alike.
 * Leaves   the bars to bars.ts, the table to run.ts.
 *
 * Both sides run by turns in short rounds and the middle ratio counts: one slow flush of a shared disk decides nothing.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { RequestEvent } from "../src/requests/request.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { middle, type Row } from "./row.ts";
import { storeOnPostgres } from "./store-postgres.ts";

const rounds = 9;
const perRound = 100;
const at = "2026-11-23T09:00:00+08:00";
const source = {
  doc: "ziyang-2020",
  title: "管理制度",
  clause: "一、(十)",
  quote: "请假须先填写请假单,按程序审批后方可离岗。",
};

/** The measures of the store. */
export async function store(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "zhice-bench-"));
  const bare = new Database(join(folder, "bare.sqlite"));
  const log = await openSqlite(join(folder, "log.sqlite"));
  try {
    const insert = bareInsert(bare);
    const bareRates: number[] = [];
    const filingRates: number[] = [];
    const turnRates: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bareRates.push(await rate(async (n) => insert(`${round}-${n}`)));
      filingRates.push(await rate(async (n) => void (await file(log, `Q-${round}-${n}`))));
      turnRates.push(await rate(async (n) => void (await turn(log, `T-${round}-${n}`))));
    }
    const percent = (rates: number[]) => Math.round(100 * middle(rates.map((own, i) => own / (bareRates[i] ?? own))));
    return [
      { measure: "bare durable inserts", value: Math.round(middle(bareRates)), unit: "1/s" },
      { measure: "filings, durable", value: Math.round(middle(filingRates)), unit: "1/s" },
      { measure: "filings, share of bare inserts", value: percent(filingRates), unit: "%" },
      { measure: "filings with their conversation, share", value: percent(turnRates), unit: "%" },
      ...(await readings(log)),
      ...(await storeOnPostgres()),
    ];
  } finally {
    bare.close();
    await log.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readings(log: Store): Promise<Row[]> {
  const events = 2 * rounds * perRound;
  const lists = await rate(async () => void (await log.requests({ requester: "kezhang" })));
  const began = performance.now();
  const verdict = await log.verify();
  const took = Math.round(performance.now() - began);
  return [
    { measure: "lists of one person's requests (none)", value: Math.round(lists), unit: "1/s" },
    { measure: `verification of ${events} events`, value: took, unit: "ms", holds: verdict.kind === "whole" },
  ];
}

function bareInsert(db: Database.Database): (id: string) => void {
  db.pragma("journal_mode = wal");
  db.pragma("synchronous = full");
  db.exec("create table events (seq integer primary key, request_id text not null unique, body text not null)");
  const statement = db.prepare("insert into events (request_id, body) values (?, ?)");
  return (id) => void statement.run(id, JSON.stringify(filing(id)));
}

const file = (log: Store, id: string) => log.commit({ events: [{ requestId: id, expected: 0, event: filing(id) }] });

const turn = (log: Store, id: string) =>
  log.commit({
    conversation: { id, state: { form: filing(id) }, expected: 0 },
    events: [{ requestId: id, expected: 0, event: filing(id) }],
  });

/** A leave of two days, filed. */
export function filing(id: string, requester = "keyuan"): RequestEvent {
  const approvals = ["kezhang", "fuju"].map((approver) => ({
    role: "科长",
    approver,
    status: "pending" as const,
    source,
  }));
  const fields = { leaveType: "事假", start: "2026-11-24", end: "2026-11-25", days: 2, reason: "家中有事" };
  const request = { id, type: "leave" as const, unit: "ziyang", requester, status: "draft" as const };
  return { kind: "filed", by: requester, at, request: { ...request, fields, approvals, filedAt: at, version: 0 } };
}

async function rate(run: (n: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < perRound; n += 1) await run(n);
  return (1000 * perRound) / (performance.now() - began);
}
