/**
 * The written conversations and an office to play them in, opened once for the suites that need them.
 *
 * Takes    the data of the project and the cases of test/talks.
 * Returns  cases by area, and an assistant with an empty log for each case, as the cases expect.
 */
import { type Assistant, openAssistant } from "../src/assistant.ts";
import { openOffice } from "../src/office.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { type Talk, talksOf } from "../test/talks/player.ts";

const areas = ["qa", "abstain", "guard", "calc", "dialog"] as const;
export const talks: Readonly<Record<string, readonly Talk[]>> = Object.fromEntries(
  areas.map((area) => [area, talksOf(area)]),
);

export type Handle = Assistant["handle"];

/** Opens the office; the returned function lends an assistant on an empty log at this path, and closes the log after. */
export async function openDesks() {
  const none = await openSqlite(":memory:");
  const office = openOffice("data", "data/staff.json", none);
  await none.close();
  return async <T>(path: string, work: (handle: Handle) => Promise<T>): Promise<T> => {
    const store = await openSqlite(path);
    try {
      const assistant = openAssistant({ ...office, store }, (code, cause) => console.error(code, cause));
      return await work(assistant.handle);
    } finally {
      await store.close();
    }
  };
}
