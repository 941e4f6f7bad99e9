/**
 * The store on PostgreSQL: the contract, in this process and on a server.
 */
import { describe } from "vitest";
import { openPostgres } from "../../src/store/postgres.ts";
import { storeContract } from "./contract.ts";
import { inProcess, schemaOnServer, serverUrl } from "./postgres-servers.ts";

const pglite = inProcess();
storeContract("postgres, in this process", async () => {
  await pglite.schema();
  return pglite.open();
});

if (serverUrl === undefined) console.warn("left out: the store on a PostgreSQL server, for TEST_DATABASE_URL names none");
describe.skipIf(serverUrl === undefined)("a PostgreSQL server", () => {
  storeContract("postgres", async () => openPostgres((await schemaOnServer()).url));
});
