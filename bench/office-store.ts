/**
 * How fast rows become durable: bare inserts by the database's own client, and filings into the store, from one process or three.
 *
 * Takes    the address of an empty log, and how many processes write. Each is a process of its own, since a client's own work
 *          costs as much as the server's. Run by itself, it is that process: ADDRESS (bare|filing) NAME.
 * Returns  rows in a second, all of them together; a row of both is of the same size.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { Client } from "pg";
import { openStore } from "../src/store/open.ts";
import { sampleFiling } from "./store.ts";

const milliseconds = 3000;
const here = fileURLToPath(import.meta.url);
const table =
  "create table if not exists bare (seq INTEGER primary key, request_id text not null unique, body text not null)";

export const filingRate = async (url: string, writers: number): Promise<number> => {
  await (await openStore(url)).close();
  return rate(url, "filing", writers);
};

export async function bareRate(url: string, writers: number): Promise<number> {
  const bare = await openBare(url);
  await bare.run(table.replace("INTEGER", url.startsWith("sqlite:") ? "integer" : "bigserial"));
  await bare.end();
  return rate(url, "bare", writers);
}

async function rate(url: string, what: "bare" | "filing", writers: number): Promise<number> {
  const counts = Array.from({ length: writers }, async (_, writer) => {
    const child = spawn(process.execPath, [here, url, what, `w${writer}`], { stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
    await once(child, "close");
    return Number(printed);
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0) / (milliseconds / 1000);
}

interface Bare {
  readonly run: (sql: string, values?: readonly unknown[]) => Promise<unknown>;
  readonly end: () => Promise<void>;
}

async function openBare(url: string): Promise<Bare> {
  if (url.startsWith("sqlite:")) {
    const db = new Database(url.slice("sqlite:".length), { timeout: 5000 });
    db.pragma("journal_mode = wal");
    db.pragma("synchronous = full");
    return {
      run: async (sql, values = []) => db.prepare(sql.replaceAll(/\$\d/gu, "?")).run(...values),
      end: async () => void db.close(),
    };
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  return { run: (sql, values = []) => client.query(sql, [...values]), end: () => client.end() };
}

/** Writes for a while, and says how many rows became durable. */
async function write(url: string, what: string, name: string): Promise<number> {
  const until = performance.now() + milliseconds;
  let count = 0;
  if (what === "bare") {
    const bare = await openBare(url);
    for (; performance.now() < until; count += 1) {
      const id = `${name}-${count}`;
      const body = JSON.stringify(sampleFiling(id));
      await bare.run("insert into bare (request_id, body) values ($1, $2)", [id, body]);
    }
    await bare.end();
    return count;
  }
  const log = await openStore(url);
  for (; performance.now() < until; count += 1) {
    const id = `${name}-${count}`;
    await log.commit({ events: [{ requestId: id, expected: 0, event: sampleFiling(id, name) }] });
  }
  await log.close();
  return count;
}

if (process.argv[1] === here) {
  const [url = "", what = "", name = ""] = process.argv.slice(2);
  console.log(await write(url, what, name));
}
