/**
 * PostgreSQL for one test: a schema of its own, dropped when the test is over.
 *
 * Why two    PGlite is PostgreSQL inside this process, with a single connection: it is always there. What many connections
 *            do to each other needs a server, which TEST_DATABASE_URL names.
 */
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { Client } from "pg";
import { afterAll, onTestFinished } from "vitest";
import { storeOn } from "../../src/store/postgres.ts";
import type { Store } from "../../src/store/store.ts";
import type { Tables } from "../../src/store/tables.ts";

export const serverUrl = process.env.TEST_DATABASE_URL || undefined;

let schemas = 0;
function newName(): string {
  schemas += 1;
  return `zhice_test_${process.pid}_${schemas}`;
}

/** A fresh schema on the server of TEST_DATABASE_URL: its address, and a connection beside the store's. */
export async function schemaOnServer(): Promise<{ readonly url: string; readonly raw: Client }> {
  const name = newName();
  const raw = new Client({ connectionString: serverUrl });
  await raw.connect();
  await raw.query(`create schema ${name}`);
  await raw.query(`set search_path to ${name}`);
  onTestFinished(async () => {
    await raw.query(`drop schema ${name} cascade`);
    await raw.end();
  });
  const url = new URL(serverUrl ?? "");
  url.searchParams.set("options", `-csearch_path=${name}`);
  return { url: url.href, raw };
}

/** PostgreSQL inside this process, started once a file: `schema` leads to a fresh schema, `open` opens stores there. */
export function inProcess() {
  let running: Promise<PGlite> | undefined;
  const start = () => {
    running ??= PGlite.create();
    return running;
  };
  afterAll(async () => (await running)?.close());

  async function schema(): Promise<PGlite> {
    const pglite = await start();
    const name = newName();
    await pglite.exec(`create schema ${name}; set search_path to ${name}`);
    onTestFinished(async () => void (await pglite.exec(`drop schema ${name} cascade`)));
    return pglite;
  }

  /** The store closes its own way in; the instance stays for the next test. */
  async function open(): Promise<Store> {
    const pglite = await start();
    const way = { ready: true, waitReady: pglite.waitReady, closed: false, close: () => Promise.resolve() };
    const { query, transaction } = pglite;
    const shared = { ...way, query: query.bind(pglite), transaction: transaction.bind(pglite) };
    return storeOn(new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: shared }) }));
  }

  return { schema, open };
}
