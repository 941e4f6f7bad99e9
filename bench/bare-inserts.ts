/**
 * How many bare rows a second become durable: the least that any log on this database could cost.
 *
 * Takes    the address of a database of its own, and over how many connections. Returns rows in a second, each of the size of
 *          a filing and committed by itself.
 */
import Database from "better-sqlite3";
import { Client } from "pg";
import { filing } from "./store.ts";

const milliseconds = 2000;
const columns = "request_id text not null unique, body text not null";

interface Connection {
  readonly insert: (id: string, body: string) => Promise<unknown>;
  readonly end: () => Promise<unknown>;
}

export async function bareInserts(url: string, connections: number): Promise<number> {
  const open = url.startsWith("sqlite:") ? openFile : openServer;
  const writers: Connection[] = [];
  while (writers.length < connections) writers.push(await open(url));
  const began = performance.now();
  const counts = writers.map(async ({ insert }, writer) => {
    let count = 0;
    for (; performance.now() - began < milliseconds; count += 1) {
      const id = `${writer}-${count}`;
      await insert(id, JSON.stringify(filing(id)));
    }
    return count;
  });
  const rows = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  const seconds = (performance.now() - began) / 1000;
  for (const { end } of writers) await end();
  return rows / seconds;
}

async function openServer(connectionString: string): Promise<Connection> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(`create table if not exists bare (seq bigserial primary key, ${columns})`);
  return {
    insert: (id, body) => client.query("insert into bare (request_id, body) values ($1, $2)", [id, body]),
    end: () => client.end(),
  };
}

async function openFile(url: string): Promise<Connection> {
  const db = new Database(url.slice("sqlite:".length), { timeout: 5000 });
  db.pragma("journal_mode = wal");
  db.pragma("synchronous = full");
  db.exec(`create table if not exists bare (seq integer primary key, ${columns})`);
  const statement = db.prepare("insert into bare (request_id, body) values (?, ?)");
  return {
    // A turn of the event loop between two, or one writer would never let another in.
    insert: (id, body) => new Promise((done) => setImmediate(() => done(statement.run(id, body)))),
    end: () => Promise.resolve(db.close()),
  };
}
