/**
 * The store on SQLite: the contract, then what only a file can suffer: locks, a full disk, a wrong or read-only place.
 */
import { chmodSync, existsSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { LogFailure } from "../../src/store/failure.ts";
import { connect, openSqlite, storeOn } from "../../src/store/sqlite.ts";
import { storeContract } from "./contract.ts";
import { approval, filing } from "./filing-samples.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const newPath = () => join(temporaryFolder(), "log.sqlite");
const impatient = { patienceMs: 0 };

/** A second program on the same file. */
function other(path: string): Database.Database {
  const connection = new Database(path, { timeout: 0 });
  onTestFinished(() => void connection.close());
  return connection;
}

/** What a failing promise failed with: the reason, or the cure at start. */
const trouble = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error: unknown) => {
      if (error instanceof LogFailure) return error.reason;
      if (error instanceof ConfigError) return error.problems[0]?.cure;
      throw error;
    },
  );

/** File permissions bind nobody who is root: then the test acts as an ordinary user for a while. */
function asOrdinaryUser(): void {
  if (process.geteuid?.() !== 0) return;
  process.seteuid?.(65534);
  onTestFinished(() => process.seteuid?.(0));
}

storeContract("sqlite", () => openSqlite(newPath()));

describe("a log in a file", () => {
  it("makes its folder, and is still there when opened again", async () => {
    const path = join(temporaryFolder(), "a", "b", "log.sqlite");
    const first = await openSqlite(path);
    await first.commit({ ...filing("Q-1"), conversation: { id: "c", state: { slot: "end" }, expected: 0 } });
    await first.close();
    const second = await openSqlite(path);
    expect(await second.request("Q-1")).toMatchObject({ status: "submitted" });
    expect(await second.conversation("c")).toEqual({ state: { slot: "end" }, version: 1 });
    await second.close();
  });

  it("is shared by two programs, and one of two decisions is stale", async () => {
    const path = newPath();
    const [one, two] = await Promise.all([openSqlite(path), openSqlite(path)]);
    await one.commit(filing("Q-1", { approvers: ["fuju", "fuju"] }));
    expect(await two.request("Q-1")).toMatchObject({ version: 1 });
    const both = [await two.commit(approval("Q-1", "fuju", 0)), await one.commit(approval("Q-1", "fuju", 0))];
    expect(both).toEqual(["done", "stale"]);
    expect(await one.verify()).toEqual(await two.verify());
    await one.close();
    await two.close();
  });

  it("refuses to change or drop a row, even to another program", async () => {
    const path = newPath();
    const store = await openSqlite(path);
    await store.commit(filing("Q-1"));
    const raw = other(path);
    for (const statement of [
      "update events set actor = 'x'",
      "delete from events",
      "insert or replace into events select seq, request_id, version, kind, 'x', at, body, prev_hash, hash from events",
    ]) {
      expect(() => raw.exec(statement)).toThrow(/the log/);
    }
    await store.close();
  });
});

describe("a locked file", () => {
  it("is waited for, and the commit then goes through", async () => {
    const path = newPath();
    const store = await openSqlite(path);
    const raw = other(path);
    raw.exec("begin immediate");
    const waiting = store.commit(filing("Q-1"));
    setTimeout(() => raw.exec("commit"), 120);
    expect(await waiting).toBe("done");
    await store.close();
  });

  it("is named once patience is over, and the next commit works when the lock is gone", async () => {
    const path = newPath();
    const store = await openSqlite(path, impatient);
    const raw = other(path);
    raw.exec("begin immediate");
    expect(await trouble(store.commit(filing("Q-1")))).toBe("locked");
    raw.exec("commit");
    expect(await store.commit(filing("Q-1"))).toBe("done");
    await store.close();
  });

  it("stops the start with a cure", async () => {
    const path = newPath();
    await (await openSqlite(path)).close();
    const raw = other(path);
    raw.exec("begin exclusive");
    expect(await trouble(openSqlite(path, impatient))).toMatch(/another program holds the file/);
  });
});

describe("a full disk", () => {
  it("refuses the filing, keeps what was acknowledged, and takes filings again when there is space", async () => {
    const connection = connect(newPath());
    const store = await storeOn(connection);
    await store.commit(filing("Q-0"));
    connection.pragma(`max_page_count = ${connection.pragma("page_count", { simple: true })}`);
    const outcomes: (string | undefined)[] = [];
    for (let n = 1; n <= 20; n += 1) outcomes.push(await trouble(store.commit(filing(`Q-${n}`))));
    expect(outcomes).toContain("full");

    const kept = 1 + outcomes.filter((outcome) => outcome === "none").length;
    expect(await store.requests({})).toHaveLength(kept);
    connection.pragma("max_page_count = 100000");
    expect(await store.commit(filing("Q-later"))).toBe("done");
    expect(await store.verify()).toMatchObject({ kind: "whole", events: kept + 1 });
    await store.close();
  });
});

describe("a place that is no log", () => {
  it("is named when the file is no database", async () => {
    const path = newPath();
    writeFileSync(path, "这不是数据库。".repeat(100));
    expect(await trouble(openSqlite(path))).toMatch(/SQLITE_NOTADB.*no intact SQLite log/);
  });

  it("is named when the file is another program's database, which stays as it was", async () => {
    const path = newPath();
    const raw = other(path);
    raw.exec("create table photos (id integer)");
    expect(await trouble(openSqlite(path))).toMatch(/no log, or another program's database/);
    expect(raw.prepare("select name from sqlite_master").pluck().all()).toEqual(["photos"]);
  });

  it("is named when a newer program has written it", async () => {
    const path = newPath();
    await (await openSqlite(path)).close();
    other(path).exec("insert into schema_steps values (99, 'later')");
    expect(await trouble(openSqlite(path))).toMatch(/schema 99.*start the newer program/);
  });

  it("is named when the path is a folder, or leads through a file", async () => {
    const folder = temporaryFolder();
    expect(await trouble(openSqlite(folder))).toMatch(/cannot be written/);
    writeFileSync(join(folder, "file"), "");
    expect(await trouble(openSqlite(join(folder, "file", "log.sqlite")))).toMatch(/cannot be written/);
  });

  it("is named when the file was replaced while open, and is a log again when it is back", async () => {
    const path = newPath();
    const store = await openSqlite(path);
    renameSync(path, `${path}.away`);
    expect(await trouble(store.commit(filing("Q-1")))).toBe("damaged");
    expect(existsSync(path)).toBe(false);
    renameSync(`${path}.away`, path);
    expect(await store.commit(filing("Q-1"))).toBe("done");
    await store.close();
  });
});

describe.skipIf(process.geteuid === undefined)("a read-only place", () => {
  it("stops the start when the file cannot be written", async () => {
    const path = newPath();
    await (await openSqlite(path)).close();
    chmodSync(path, 0o444);
    chmodSync(dirname(path), 0o777);
    asOrdinaryUser();
    expect(await trouble(openSqlite(path))).toMatch(/SQLITE_READONLY.*write permission/);
  });

  it("stops the start when the folder cannot be written", async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    asOrdinaryUser();
    expect(await trouble(openSqlite(join(folder, "log.sqlite")))).toMatch(/write permission/);
    expect(await trouble(openSqlite(join(folder, "new", "log.sqlite")))).toMatch(/write permission/);
  });

  it("is named at the commit that meets it, and the next works when it is writable again", async () => {
    const connection = connect(newPath());
    const store = await storeOn(connection);
    connection.pragma("query_only = on");
    expect(await trouble(store.commit(filing("Q-1")))).toBe("readonly");
    connection.pragma("query_only = off");
    expect(await store.commit(filing("Q-1"))).toBe("done");
    await store.close();
  });
});
