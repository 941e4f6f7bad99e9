/**
 * What the log costs on PostgreSQL: filings made durable in a second over one, four and sixteen connections, held against
 * bare inserts over as many, on the same server in the same run.
 *
 * Takes    the server that TEST_DATABASE_URL names, in a schema of its own that is dropped; without one, nothing.
 * Returns  one row a measure; shares, since no two servers flush alike.
 * Leaves   the bars to bars.ts, the table to run.ts.
 *
 * One chain is one row that all who file wait for: more connections help as far as what is done before its turn.
 */
import { Client, Pool } from "pg";
import { openPostgres } from "../src/store/postgres.ts";
import type { Store } from "../src/store/store.ts";
import { middle, type Row } from "./row.ts";
import { filing } from "./store.ts";

const rounds = 5;
const perRound = 200;
const schema = `zhice_bench_${process.pid}`;

/** The measures of the store on a server, if one is named. */
export async function storeOnPostgres(address = process.env.TEST_DATABASE_URL): Promise<Row[]> {
  if (address === undefined || address === "") return [];
  const admin = new Client({ connectionString: address });
  await admin.connect();
  await admin.query(`create schema ${schema}`);
  try {
    const url = new URL(address);
    url.searchParams.set("options", `-csearch_path=${schema}`);
    const rows: Row[] = [];
    for (const connections of [1, 4, 16]) rows.push(...(await measured(url.href, connections)));
    return rows;
  } finally {
    await admin.query(`drop schema ${schema} cascade`);
    await admin.end();
  }
}

async function measured(url: string, connections: number): Promise<Row[]> {
  const bare = new Pool({ connectionString: url, max: connections });
  const log = await openPostgres(url, { connections });
  try {
    await bare.query("create table if not exists bare (id serial primary key, request_id text unique, body text)");
    const insert = (id: string) =>
      bare.query("insert into bare (request_id, body) values ($1, $2)", [id, JSON.stringify(filing(id))]);
    const bareRates: number[] = [];
    const rates: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const own = `${connections}-${round}`;
      const [bareRate, filed] = [
        await rate(connections, (n) => insert(`${own}-${n}`)),
        await rate(connections, (n) => file(log, `Q-${own}-${n}`, `p${n % 300}`)),
      ];
      // The first round opens the connections.
      if (round > 0) bareRates.push(bareRate);
      if (round > 0) rates.push(filed);
    }
    const share = middle(rates.map((one, i) => one / (bareRates[i] ?? one)));
    const over = `${connections} connection${connections === 1 ? "" : "s"}`;
    return [
      { measure: `bare durable inserts, PostgreSQL, ${over}`, value: Math.round(middle(bareRates)), unit: "1/s" },
      { measure: `filings, PostgreSQL, ${over}`, value: Math.round(middle(rates)), unit: "1/s" },
      { measure: `filings, share of bare inserts, ${over}`, value: Math.round(100 * share), unit: "%" },
    ];
  } finally {
    await bare.end();
    await log.close();
  }
}

const file = (log: Store, id: string, requester: string) =>
  log.commit({ events: [{ requestId: id, expected: 0, event: filing(id, requester) }] });

/** So many at once, each beginning the next when the last is done. */
async function rate(atOnce: number, run: (n: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < perRound; n = next++) await run(n);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (1000 * perRound) / (performance.now() - began);
}
