/**
 * The store on PostgreSQL: the contract, in this process and on a server; then what only a server and its many clients can
 * suffer: commits at once, a wire that is cut, a wrong place.
 */
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { LogFailure } from "../../src/store/failure.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import type { Store } from "../../src/store/store.ts";
import { storeContract } from "./contract.ts";
import { faultyWire } from "./faulty-wire.ts";
import { approval, at, filing, later, withdrawal } from "./filing-samples.ts";
import { inProcess, schemaOnServer, serverUrl } from "./postgres-servers.ts";

const pglite = inProcess();
storeContract("postgres, in this process", async () => {
  await pglite.schema();
  return pglite.open();
});

const attempts = [
  "update events set actor = 'x'",
  "delete from events",
  "truncate events cascade",
  "insert into events select 9, 'Q-9', version, kind, actor, at, body, prev_hash, hash from events where seq = 1",
  "insert into events select -1, 'Q-9', version, kind, actor, at, body, prev_hash, hash from events where seq = 1",
  "insert into events select * from events on conflict (seq) do update set actor = 'x'",
];
describe("a log in PostgreSQL", () => {
  it.each(attempts)("refuses %s", async (attempt) => {
    const raw = await pglite.schema();
    const store = await pglite.open();
    await store.commit(filing("Q-1"));
    await store.commit(filing("Q-2"));
    await expect(raw.exec(attempt)).rejects.toThrow(/the log (?:is append-only|grows at its end)/);
    expect(await store.verify()).toMatchObject({ kind: "whole", events: 2 });
    await store.close();
  });
});

if (serverUrl === undefined)
  console.warn("left out: the store on a PostgreSQL server, for TEST_DATABASE_URL names none");
const onServer = describe.skipIf(serverUrl === undefined);

onServer("on a PostgreSQL server", () => {
  storeContract("postgres", async () => openPostgres((await schemaOnServer()).url));
});

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

/** Several processes' stores on one log. */
async function stores(count: number): Promise<{ readonly all: readonly Store[]; readonly close: () => Promise<void> }> {
  const { url } = await schemaOnServer();
  const all = await Promise.all(Array.from({ length: count }, () => openPostgres(url, { connections: 4 })));
  return { all, close: async () => void (await Promise.all(all.map((store) => store.close()))) };
}

onServer("several processes on one log", () => {
  it("start at once, and the tables are made once", async () => {
    const { all, close } = await stores(4);
    expect(await all[0]?.commit(filing("Q-1"))).toBe("done");
    expect(await all[3]?.request("Q-1")).toMatchObject({ version: 1 });
    await close();
  });

  it("file and decide at once, and the chain stays one", async () => {
    const { all, close } = await stores(3);
    const people = ["a", "b", "c", "d", "e"];
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        const [first, second] = [all[n % 3], all[(n + 1) % 3]] as [Store, Store];
        const id = `Q-${n}`;
        const notices = people.map((to) => ({ key: `${to} ${n % 7}`, to, due: at, about }));
        // Everybody tells the same people, in another order each.
        const change = filing(id, { requester: people[n % 5] ?? "" });
        await first.commit({ ...change, notices: n % 2 === 0 ? notices : notices.toReversed() });
        return Promise.all([first.commit(approval(id, "kezhang", 0)), second.commit(approval(id, "kezhang", 0))]);
      }),
    );
    expect(outcomes.map((both) => both.toSorted())).toEqual(outcomes.map(() => ["done", "stale"]));
    expect(await all[0]?.verify()).toMatchObject({ kind: "whole", events: 120 });
    await close();
  });

  it("let one of two requests stand on a paper, and take no paper from under another, however close", async () => {
    const { all, close } = await stores(2);
    const [one, two] = all as [Store, Store];
    for (let n = 0; n < 15; n += 1) {
      await one.commit(filing(`Q-${n}`));
      const basis = { type: "leave-return", basis: `Q-${n}` } as const;
      const outcomes = await Promise.all([
        one.commit(filing(`A-${n}`, basis)),
        two.commit(filing(`B-${n}`, basis)),
        two.commit(withdrawal(`Q-${n}`)),
      ]);
      expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    }
    expect(await one.verify()).toMatchObject({ kind: "whole", events: 30 });
    await close();
  });

  it("give one number to one of two people", async () => {
    const { all, close } = await stores(2);
    const [one, two] = all as [Store, Store];
    const both = await Promise.all([one.commit(filing("Q-1")), two.commit(filing("Q-1", { requester: "fenju" }))]);
    expect(both.toSorted()).toEqual(["done", "stale"]);
    await close();
  });

  it("take different notices, and each delivery once", async () => {
    const { all, close } = await stores(3);
    const notices = Array.from({ length: 30 }, (_, n) => ({ key: `n-${n}`, to: "kezhang", due: at, about }));
    await all[0]?.commit({ events: [], notices });
    const lease = { now: at, until: later };
    const taken = (await Promise.all(all.map((store) => store.takeNotices({ ...lease, most: 10 })))).flat();
    expect(new Set(taken.map(({ key }) => key)).size).toBe(taken.length);
    const doors = await Promise.all(all.map((store) => store.takeDelivery("Ev1", lease)));
    expect(doors.toSorted()).toEqual(["somebody-has-it", "somebody-has-it", "yours"]);
    await close();
  });

  it("keep on confirming questions at once", async () => {
    const { all, close } = await stores(3);
    const confirmed = { question: "公章谁管", doc: "d", clause: "一、", quote: "由办公室管", by: "keyuan", at };
    const changes = all.flatMap((store) =>
      [0, 1, 2].map((n) => store.commit({ events: [], confirmed: { ...confirmed, question: `公章谁管${n}` } })),
    );
    expect(await Promise.all(changes)).toEqual(changes.map(() => "done"));
    expect(await all[0]?.confirmed()).toHaveLength(3);
    await close();
  });
});

const about = { kind: "waiting", request: "Q-1", version: 1, waited: 0 } as const;

const impatient = { patienceMs: 0 };

onServer("a log that another session holds", () => {
  it("is named once patience is over, and the next commit works when it is let go", async () => {
    const { url, raw } = await schemaOnServer();
    const store = await openPostgres(url, impatient);
    await raw.query("begin; select * from chain_head for update");
    expect(await trouble(store.commit(filing("Q-1")))).toBe("locked");
    // Who files nothing waits for nobody.
    expect(await store.commit({ conversation: { id: "c", state: 1, expected: 0 }, events: [] })).toBe("done");
    await raw.query("commit");
    expect(await store.commit(filing("Q-1"))).toBe("done");
    await store.close();
  });
});

onServer("a server that goes away", () => {
  it("is waited for, and the commit then goes through", async () => {
    const wire = await faultyWire((await schemaOnServer()).url);
    const store = await openPostgres(wire.url);
    wire.cut();
    const waiting = store.commit(filing("Q-1"));
    setTimeout(wire.mend, 150);
    expect(await waiting).toBe("done");
    await store.close();
  });

  it("is named once patience is over, and the next commit works when it is back", async () => {
    const wire = await faultyWire((await schemaOnServer()).url);
    const store = await openPostgres(wire.url, impatient);
    wire.cut();
    expect(await trouble(store.commit(filing("Q-1")))).toBe("unreachable");
    expect(await trouble(store.request("Q-1"))).toBe("unreachable");
    wire.mend();
    expect(await store.commit(filing("Q-1"))).toBe("done");
    expect(await store.verify()).toMatchObject({ kind: "whole", events: 1 });
    await store.close();
  });

  it("during a commit is asked again, and the commit counts once", async () => {
    const wire = await faultyWire((await schemaOnServer()).url);
    const store = await openPostgres(wire.url);
    wire.loseNextCommit();
    const change = { ...filing("Q-1"), conversation: { id: "c", state: 1, expected: 0 }, delivery: { id: "Ev1", at } };
    expect(await store.commit(change)).toBe("done");
    wire.loseNextCommit();
    expect(await store.commit({ conversation: { id: "c", state: 2, expected: 1 }, events: [] })).toBe("done");
    expect(await store.conversation("c")).toEqual({ state: 2, version: 2 });
    expect(await store.log()).toHaveLength(1);
    expect(await store.commit(change)).toBe("stale");
    await store.close();
  });

  it("during a commit and stays away is called uncertain, and what was filed is there when it is back", async () => {
    const wire = await faultyWire((await schemaOnServer()).url);
    const store = await openPostgres(wire.url, { patienceMs: 150 });
    wire.loseNextCommit("stay cut");
    expect(await trouble(store.commit(filing("Q-1")))).toBe("uncertain");
    wire.mend();
    expect(await store.request("Q-1")).toMatchObject({ version: 1 });
    await store.close();
  });

  it("between two turns is no news: an idle connection that breaks ends no process", async () => {
    const wire = await faultyWire((await schemaOnServer()).url);
    const store = await openPostgres(wire.url);
    wire.cut();
    wire.mend();
    expect(await store.commit(filing("Q-1"))).toBe("done");
    await store.close();
  });
});

onServer("a place on a server that is no log", () => {
  it("is named when another program's tables are there, which stay as they were", async () => {
    const { url, raw } = await schemaOnServer();
    await raw.query("create table photos (id integer)");
    expect(await trouble(openPostgres(url))).toMatch(/another program's tables/);
    const { rows } = await raw.query("select tablename from pg_tables where schemaname = current_schema()");
    expect(rows).toEqual([{ tablename: "photos" }]);
  });

  it("is named when a newer program has written it", async () => {
    const { url, raw } = await schemaOnServer();
    await (await openPostgres(url)).close();
    await raw.query("insert into schema_steps values (99, 'later')");
    expect(await trouble(openPostgres(url))).toMatch(/schema 99.*start the newer program/);
  });

  it.each([
    ["database", (url: URL) => (url.pathname = "/zhice_no_such"), /no database of that name/],
    ["schema", (url: URL) => url.searchParams.set("options", "-csearch_path=zhice_no_such"), /search_path/],
    ["user", (url: URL) => (url.username = "zhice_no_such"), /lets nobody in|no server answers/],
  ])("is named when there is no such %s, without the password", async (_, mislead, cure) => {
    const url = new URL(serverUrl ?? "");
    url.password = "geheim";
    mislead(url);
    const told = await trouble(openPostgres(url.href));
    expect(told).toMatch(cure);
    expect(told).not.toContain("geheim");
  });

  it.each([
    ["takes no writes", "default_transaction_read_only=on", /takes no writes/],
    ["would lose what was acknowledged", "synchronous_commit=off", /synchronous_commit is off/],
  ])("is named when it %s", async (_, setting, cure) => {
    const { url } = await schemaOnServer();
    await (await openPostgres(url)).close();
    const misled = new URL(url);
    misled.searchParams.set("options", `${misled.searchParams.get("options")} -c${setting}`);
    expect(await trouble(openPostgres(misled.href))).toMatch(cure);
  });
});
