/**
 * DATABASE_URL opens a store, or says what to write instead.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { temporaryFolder } from "./temporary-folder.ts";

it("opens the file that sqlite: names", async () => {
  const path = join(temporaryFolder(), "log.sqlite");
  const store = await openStore(`sqlite:${path}`);
  expect(existsSync(path)).toBe(true);
  await store.close();
});

it("says that no server answers, without repeating the password", async () => {
  const opening = openStore("postgres://zhice:geheim@127.0.0.1:1/zhice");
  await expect(opening).rejects.toThrow(
    /^DATABASE_URL: names a PostgreSQL database, but no server answers there: start it/,
  );
  await expect(opening).rejects.not.toThrow(/geheim/);
});

it("says that an address cannot be read, without repeating it", async () => {
  const opening = openStore("postgres://zhice:ge/heim@127.0.0.1/zhice");
  await expect(opening).rejects.toThrow(/^DATABASE_URL: names a PostgreSQL database, but the address cannot be read/);
  await expect(opening).rejects.not.toThrow(/heim/);
});
