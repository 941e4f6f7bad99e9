/**
 * The list of requests made anew from the log: what another version of the program left in it, and a log that is broken itself.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openStore, rebuildAt, verifyAt } from "../../src/store/open.ts";
import { approval, filing } from "./filing-samples.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Two requests, and what somebody did to the file afterwards. */
async function madeBy(sql: string) {
  const path = join(temporaryFolder(), "log.sqlite");
  const store = await openStore(`sqlite:${path}`);
  await store.commit(filing("Q-1", { fields: { start: "2026-11-23", end: "2026-11-24" } }));
  await store.commit(filing("Q-2"));
  await store.commit(approval("Q-1", "kezhang", 0));
  await store.close();
  const raw = new Database(path);
  raw.pragma("foreign_keys = off");
  raw.exec(sql);
  raw.close();
  return { url: `sqlite:${path}`, named: "DATABASE_URL" };
}

describe("a list rebuilt", () => {
  it("is whole again where an older program wrote no days into it", async () => {
    const place = await madeBy("update requests set begins = null, ends = null");
    expect(await verifyAt(place)).toMatchObject({ kind: "broken", problem: "projection" });
    expect(await rebuildAt(place)).toEqual({ kind: "rebuilt", requests: 2 });
    expect(await verifyAt(place)).toMatchObject({ kind: "whole", events: 3 });
    const store = await openStore(place.url);
    expect(
      (await store.requests({ touching: { from: "2026-11-24", until: "2026-11-24" } })).map(({ id }) => id),
    ).toEqual(["Q-1"]);
    await store.close();
  });

  it("is whole again where a row is damaged, missing or invented", async () => {
    const invented =
      "select 99, 'Q-9', type, unit, requester, status, waiting_for, version, filed_at, body, begins, ends";
    for (const sql of [
      "update requests set body = '{' where id = 'Q-1'",
      "delete from requests where id = 'Q-2'",
      `insert into requests ${invented} from requests where id = 'Q-1'`,
    ]) {
      const place = await madeBy(sql);
      expect((await rebuildAt(place)).kind).toBe("rebuilt");
      expect(await verifyAt(place)).toMatchObject({ kind: "whole" });
    }
  });

  it("stays as it is where the log itself is broken", async () => {
    const place = await madeBy(
      "drop trigger events_no_update; update events set body = replace(body, 'kezhang', 'fuju') where seq = 3; update requests set begins = null",
    );
    expect(await rebuildAt(place)).toEqual({ kind: "broken", seq: 3, problem: "hash" });
    const raw = new Database(place.url.slice("sqlite:".length));
    expect(raw.prepare("select begins from requests where id = 'Q-1'").pluck().get()).toBeNull();
    raw.close();
  });
});

describe("a log of an older schema", () => {
  it("is whole as the program of that day left it, with a leave refused from under its return", async () => {
    const path = join(temporaryFolder(), "log.sqlite");
    const raw = new Database(path);
    raw.exec(readFileSync(new URL("log-of-schema-2.sql", import.meta.url), "utf8"));
    raw.close();
    expect(await verifyAt({ url: `sqlite:${path}`, named: "DATABASE_URL" })).toMatchObject({
      kind: "whole",
      events: 8,
    });
  });
  const older = `drop table notices; drop table deliveries; drop index requests_days;
    alter table requests drop column begins; alter table requests drop column ends; delete from schema_steps where number = 3;`;
  it("is brought up to date where it is verified", async () =>
    expect(await verifyAt(await madeBy(older))).toMatchObject({ kind: "whole", events: 3 }));
  it("gets its verdict though a row of its list is damaged", async () =>
    expect(await verifyAt(await madeBy(`${older} update requests set body = '{' where id = 'Q-1'`))).toEqual({
      kind: "broken",
      seq: 3,
      problem: "projection",
    }));
});
