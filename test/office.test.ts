/**
 * A small office on one PostgreSQL, served by three processes of which two are killed with -9: all that anybody was told holds.
 * The bench serves 300 people: `npm run -s bench -- office`.
 */
import { expect, it } from "vitest";
import { freshDatabase, officeDay } from "./office/day.ts";

const server = process.env.TEST_DATABASE_URL || undefined;
if (server === undefined) console.warn("left out: an office of three processes, for TEST_DATABASE_URL names no server");

it.skipIf(server === undefined)(
  "loses nothing and does nothing twice, whichever process is killed",
  async () => {
    const plan = { people: 30, leaves: 2, processes: 3, killEvery: 300, kills: 2 };
    const outcome = await freshDatabase(server ?? "", (url) => officeDay({ ...plan, url }));
    expect(outcome).toMatchObject({ lost: [], doubled: [], wrong: [], kills: 2 });
    expect(outcome.day.filed.size).toBe(outcome.day.intents.length);
    expect(outcome.chain).toMatchObject({ kind: "whole", events: outcome.events });
  },
  60_000,
);
