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

it("says that PostgreSQL is not built in yet, without repeating the password", async () => {
  const opening = openStore("postgres://zhice:geheim@db.example.test/zhice");
  await expect(opening).rejects.toThrow(/^DATABASE_URL: PostgreSQL is not built in yet: name a file, as in sqlite:/);
  await expect(opening).rejects.not.toThrow(/geheim/);
});
