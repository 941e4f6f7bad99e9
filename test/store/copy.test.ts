/**
 * A log copied whole: into a backup and back, to another engine, and refused where something would be lost or pass for good.
 */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { copyBetween, openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { approval, at, filing, later } from "./filing-samples.ts";
import { schemaOnServer, serverUrl } from "./postgres-servers.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const newFile = () => `sqlite:${join(temporaryFolder(), "log.sqlite")}`;
const newSchema = async () => (await schemaOnServer()).url;
const pathOf = (url: string) => url.slice("sqlite:".length);
const copy = (from: string, to: string) => copyBetween({ url: from, named: "FROM" }, { url: to, named: "TO" });

const notice = { key: "n-1", to: "kezhang", due: at, about: { kind: "for-the-record", request: "Q-1" } } as const;
const confirmed = { question: "公章谁管", doc: "d", clause: "一、", quote: "由办公室管", by: "keyuan", at };

/** A log with something in each table, and more events than are copied at once. */
async function fill(url: string): Promise<void> {
  const store = await openStore(url);
  const events = Array.from({ length: 620 }, (_, n) => filing(`Q-${n}`).events).flat();
  const talk = { conversation: { id: "c", state: { 词: "年休假" }, expected: 0 }, delivery: { id: "Ev1", at } };
  await store.commit({ events, ...talk, confirmed, notices: [notice] });
  await store.commit(approval("Q-1", "kezhang", 0));
  await store.close();
}

/** All that a store tells of itself. */
async function toldBy(url: string) {
  const store = await openStore(url);
  const told = {
    log: await store.log(),
    requests: await store.requests({}),
    conversation: await store.conversation("c"),
    confirmed: await store.confirmed(),
    notices: await store.takeNotices({ now: later, until: later, most: 9 }),
    delivery: await store.takeDelivery("Ev1", { now: at, until: later }),
    verdict: await store.verify(),
  };
  await store.close();
  return told;
}

async function withStore<Result>(url: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const engines: readonly (readonly [string, () => Promise<string>, () => Promise<string>])[] = [
  ["a file to a file", async () => newFile(), async () => newFile()],
  ["a file to a server", async () => newFile(), newSchema],
  ["a server to a file", newSchema, async () => newFile()],
];

describe.each(engines)("a log copied from %s", (name, newFrom, newTo) => {
  it.skipIf(serverUrl === undefined && name.includes("server"))(
    "is the same on both sides, head and all, and goes on from there",
    async () => {
      const [from, to] = [await newFrom(), await newTo()];
      await fill(from);
      const copied = await copy(from, to);
      expect(copied).toMatchObject({ kind: "copied", events: 621 });
      const [one, other] = [await toldBy(from), await toldBy(to)];
      expect(other).toEqual(one);
      expect(one).toMatchObject({ notices: [{ key: "n-1" }], delivery: "answered", verdict: { kind: "whole" } });
      await withStore(to, (store) => store.commit(filing("Q-later")));
      expect((await toldBy(to)).verdict).toMatchObject({ kind: "whole", events: 622 });
      expect(await copy(from, to)).toEqual({ kind: "not-empty" });
    },
  );
});

describe("a copy", () => {
  it("is one moment of a log that goes on being written", async () => {
    const [from, to] = [newFile(), newFile()];
    await fill(from);
    await withStore(from, async (store) => {
      const [copied] = await Promise.all([copy(from, to), store.commit(filing("Q-now"))]);
      if (copied.kind !== "copied") throw new Error(copied.kind);
      expect((await toldBy(to)).verdict).toEqual({ kind: "whole", events: copied.events, head: copied.head });
    });
  });

  it("leaves one file and nothing beside it", async () => {
    const [from, to] = [newFile(), newFile()];
    await fill(from);
    await copy(from, to);
    expect(readdirSync(dirname(pathOf(to)))).toEqual(["log.sqlite"]);
  });

  it("goes into a log that is there and empty, and into none that holds only a talk", async () => {
    const [from, empty, talk] = [newFile(), newFile(), newFile()];
    await fill(from);
    await withStore(empty, () => Promise.resolve());
    expect(await copy(from, empty)).toMatchObject({ kind: "copied" });
    const conversation = { id: "c", state: 1, expected: 0 };
    await withStore(talk, (store) => store.commit({ conversation, events: [] }));
    expect(await copy(from, talk)).toEqual({ kind: "not-empty" });
  });

  it("of a log that is not whole is none, and no file is made for it", async () => {
    const [from, to] = [newFile(), newFile()];
    await fill(from);
    const raw = new Database(pathOf(from));
    raw.exec("drop trigger events_no_update; update events set actor = 'x' where seq = 3");
    raw.close();
    expect(await copy(from, to)).toEqual({ kind: "broken", seq: 3, problem: "hash" });
    expect(existsSync(pathOf(to))).toBe(false);
  });

  it("that breaks in the middle leaves nothing, and can be made again", async () => {
    const [from, to] = [newFile(), newFile()];
    await fill(from);
    await withStore(to, () => Promise.resolve());
    const raw = new Database(pathOf(to));
    raw.exec("create trigger stop before insert on notices begin select raise(abort, 'stop'); end");
    await expect(copy(from, to)).rejects.toThrow();
    expect(raw.prepare("select count(*) from events").pluck().get()).toBe(0);
    raw.exec("drop trigger stop");
    raw.close();
    expect(await copy(from, to)).toMatchObject({ kind: "copied" });
  });

  it("needs a log to copy from: a file that is not there is not made, one of another program or an older one not touched", async () => {
    const [missing, to] = [newFile(), newFile()];
    await expect(copy(missing, to)).rejects.toThrow(/^FROM: .*no such file/);
    expect([existsSync(pathOf(missing)), existsSync(pathOf(to))]).toEqual([false, false]);
    const raw = new Database(pathOf(missing));
    await expect(copy(missing, to)).rejects.toThrow(/no log/);
    raw.exec("create table schema_steps (number integer, name text); insert into schema_steps values (1, 'log')");
    await expect(copy(missing, to)).rejects.toThrow(/schema 1.*log verify/);
    raw.close();
  });
});
