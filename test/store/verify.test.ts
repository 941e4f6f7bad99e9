/**
 * Verification against someone who has the file: triggers dropped, rows changed, cut off, smuggled in or signed anew.
 */
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { chainHash, genesis } from "../../src/store/chain.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { approval, filing } from "./filing-samples.ts";
import { inProcess } from "./postgres-servers.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const dropTriggers = "drop trigger events_no_update; drop trigger events_no_delete; drop trigger events_in_order;";

/** Four events on two requests, then what someone does to the file, then the verdict. */
async function verdictAfter(tamper: (raw: Database.Database) => void) {
  const path = join(temporaryFolder(), "log.sqlite");
  const store = await openSqlite(path);
  await store.commit(filing("Q-1"));
  await store.commit(filing("Q-2"));
  await store.commit(approval("Q-1", "kezhang", 0));
  await store.commit(approval("Q-1", "fuju", 1));
  const raw = new Database(path);
  raw.pragma("foreign_keys = off");
  raw.exec(dropTriggers);
  tamper(raw);
  raw.close();
  const verdict = await store.verify();
  await store.close();
  return verdict.kind === "whole" ? "whole" : `${verdict.problem} at ${verdict.seq}`;
}

const verdictOn = (sql: string) => verdictAfter((raw) => void raw.exec(sql));

/** Signs every row anew from the first on, as someone would who has read chain.ts. */
function signAnew(raw: Database.Database): void {
  let prev_hash = genesis;
  const rows = raw.prepare("select seq, request_id, version, body from events order by seq").all();
  for (const row of rows as Parameters<typeof chainHash>[0][]) {
    const hash = chainHash({ ...row, prev_hash });
    raw.prepare("update events set prev_hash = ?, hash = ? where seq = ?").run(prev_hash, hash, row.seq);
    raw.prepare("update chain_head set seq = ?, hash = ?").run(row.seq, hash);
    prev_hash = hash;
  }
}

describe("a log that someone has changed", () => {
  it("is whole when only its triggers are gone", async () => expect(await verdictOn("")).toBe("whole"));

  it("is broken at the row whose body was altered", async () =>
    expect(await verdictOn("update events set body = replace(body, 'kezhang', 'juzhang') where seq = 3")).toBe(
      "hash at 3",
    ));

  it("is broken at the row whose hash was altered, though nothing else was", async () =>
    expect(await verdictOn("update events set hash = 'x' where seq = 2")).toBe("hash at 2"));

  for (const change of [
    "kind = 'withdrawn'",
    "actor = 'juzhang'",
    "at = '2020'",
    "version = 9",
    "request_id = 'Q-2'",
  ]) {
    it(`is broken at the row where ${change}`, async () =>
      expect(await verdictOn(`update events set ${change} where seq = 4`)).toBe("hash at 4"));
  }

  it("is broken at a row that was taken out, first, middle or last", async () => {
    for (const seq of [1, 3, 4]) expect(await verdictOn(`delete from events where seq = ${seq}`)).toBe(`gap at ${seq}`);
  });

  it("is broken at a row that was smuggled in, at the end or before the beginning", async () => {
    const copy = (seq: number) =>
      `insert into events select ${seq}, 'Q-9', version, kind, actor, at, body, prev_hash, hash from events where seq = 1`;
    expect(await verdictOn(copy(5))).toBe("hash at 5");
    expect(await verdictOn(copy(-3))).toBe("gap at 1");
  });

  it("is broken at a row that holds no event, or a number where words belong", async () => {
    expect(
      await verdictAfter((raw) => {
        raw.exec(`update events set body = '{"kind":"paid"}' where seq = 2`);
        signAnew(raw);
      }),
    ).toBe("unreadable at 2");
    expect(await verdictOn("update events set hash = x'00' where seq = 2")).toBe("unreadable at 2");
  });

  it("is broken at a forged approval, though every row was signed anew", async () =>
    expect(
      await verdictAfter((raw) => {
        raw.exec(`update events set actor = 'keyuan', body = replace(body, 'kezhang', 'keyuan') where seq = 3`);
        signAnew(raw);
      }),
    ).toBe("unreadable at 3"));

  it("is broken at what the other papers of those concerned forbade, though every row was signed anew", async () => {
    const basis = (id: string) => `replace(body, '"days"', '"basis":"${id}","days"')`;
    // It stands on Q-9, which nobody ever filed.
    expect(
      await verdictAfter((raw) => {
        raw.exec(`update events set body = ${basis("Q-9")} where seq = 2`);
        signAnew(raw);
      }),
    ).toBe("forbidden at 2");
    const instead = `replace(replace(body, '"kezhang"', '"fuju"'), '"step"', '"for":"kezhang","under":"Q-2","step"')`;
    expect(
      await verdictAfter((raw) => {
        raw.exec(`update events set actor = 'fuju', body = ${instead} where seq = 3`);
        signAnew(raw);
      }),
    ).toBe("forbidden at 3");
  });

  it("is broken at an instant or a day that is none, though every row was signed anew", async () => {
    const forged = (sql: string) =>
      verdictAfter((raw) => {
        raw.exec(sql);
        signAnew(raw);
      });
    const at = "'2026-11-23T09:00:00+08:00'";
    expect(
      await forged(`update events set at = 'tomorrow', body = replace(body, ${at}, 'tomorrow') where seq = 3`),
    ).toBe("unreadable at 3");
    const leave = 'replace(body, \'"days"\', \'"start":"soon","startHalf":"pm","end":"then","days"\')';
    const stead = `replace(replace(body, '"fuju"', '"juzhang"'), '"step":1', '"for":"fuju","under":"Q-2","step":0')`;
    expect(
      await forged(
        `update events set body = ${leave} where seq = 2; update events set actor = 'juzhang', body = ${stead} where seq = 4`,
      ),
    ).toMatch(/^(?:unreadable|forbidden) at 4$/);
  });

  it("is broken when its head is gone or points elsewhere", async () => {
    expect(await verdictOn("delete from chain_head")).toBe("gap at 5");
    expect(await verdictOn("update chain_head set seq = 7")).toBe("gap at 5");
    expect(await verdictOn("update chain_head set seq = 3")).toBe("hash at 4");
  });
});

describe("a log on PostgreSQL that someone has changed", () => {
  const pglite = inProcess();
  it.each([
    ["update events set body = replace(body, 'kezhang', 'juzhang') where seq = 3", "hash", 3],
    ["delete from events where seq = 3", "gap", 3],
    ["update requests set status = 'approved' where id = 'Q-2'", "projection", 2],
    ["update chain_head set seq = 3", "hash", 4],
  ])("is broken after %s", async (change, problem, seq) => {
    const raw = await pglite.schema();
    const store = await pglite.open();
    await store.commit(filing("Q-1"));
    await store.commit(filing("Q-2"));
    await store.commit(approval("Q-1", "kezhang", 0));
    await store.commit(approval("Q-1", "fuju", 1));
    await raw.exec(`alter table events disable trigger all; ${change}`);
    expect(await store.verify()).toEqual({ kind: "broken", problem, seq });
    await store.close();
  });
});

describe("a list that someone has changed", () => {
  it("is broken at the last event of the request whose row differs", async () => {
    expect(await verdictOn("update requests set status = 'approved' where id = 'Q-2'")).toBe("projection at 2");
    expect(await verdictOn("update requests set waiting_for = 'keyuan' where id = 'Q-1'")).toBe("projection at 4");
    expect(await verdictOn("update requests set body = replace(body, '事假', '病假')")).toBe("projection at 2");
    expect(await verdictOn("update requests set body = '{'  where id = 'Q-1'")).toBe("projection at 4");
  });

  it("is broken when a request is missing or ahead of the log, or was never filed", async () => {
    expect(await verdictOn("delete from requests where id = 'Q-1'")).toBe("projection at 4");
    expect(
      await verdictAfter((raw) => {
        raw.exec("delete from events where seq = 4");
        signAnew(raw);
      }),
    ).toBe("projection at 3");
    const invented =
      "select 99, 'Q-9', type, unit, requester, status, waiting_for, version, filed_at, body, begins, ends";
    expect(await verdictOn(`insert into requests ${invented} from requests where id = 'Q-1'`)).toBe("projection at 0");
  });
});
