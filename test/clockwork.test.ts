/**
 * The clockwork: it looks once a day, reports what fails and tries again, and holds nothing up.
 */
import { describe, expect, it, onTestFinished } from "vitest";
import { openClockwork, wouldRemind } from "../src/clockwork.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { office as opened } from "./talks/desk.ts";

async function wound(date = "2026-12-18") {
  const store = await openSqlite(":memory:");
  onTestFinished(() => store.close());
  let commits = 0;
  let fails = false;
  const counting: typeof store = {
    ...store,
    commit: (change) => {
      commits += 1;
      return fails ? Promise.reject(new Error("the disk is full")) : store.commit(change);
    },
  };
  const clock = { now: `${date}T10:00:00+08:00` };
  const reported: unknown[] = [];
  const office = { ...opened, store: counting };
  const clockwork = openClockwork({ office, now: () => clock.now, report: (cause) => reported.push(cause) });
  onTestFinished(() => clockwork.stop());
  const waiting = () => store.takeNotices({ now: clock.now, until: clock.now, most: 500 });
  return {
    ...clockwork,
    store,
    clock,
    reported,
    waiting,
    commits: () => commits,
    fail: (now: boolean) => {
      fails = now;
    },
  };
}

describe("the clockwork", () => {
  it("looks when it is wound up, and once a day", async () => {
    const { tick, clock, commits, waiting } = await wound();
    await tick();
    await tick();
    expect(commits()).toBe(1);
    expect((await waiting()).map(({ about }) => about.kind)).toContain("deadline");
    clock.now = "2026-12-21T00:01:00+08:00";
    await tick();
    await tick();
    expect(commits()).toBe(2);
  });
  it("reports a minute that fails, and the next one tries again", async () => {
    const { tick, clock, fail, reported, waiting } = await wound("2026-12-17");
    await tick();
    fail(true);
    clock.now = "2026-12-18T10:00:00+08:00";
    await tick();
    expect(reported).toMatchObject([{ message: "the disk is full" }]);
    fail(false);
    await tick();
    expect(reported).toHaveLength(1);
    expect((await waiting()).some(({ key }) => key.includes("deadline.year"))).toBe(true);
  });
});

it("the clockwork forgets what was told longer ago than it is kept, once a day", async () => {
  const { tick, clock, store } = await wound();
  const about = { kind: "for-the-record", request: "Q-1" } as const;
  const due = "2026-09-01T09:00:00+08:00";
  const keys = ["long ago", "lately", "never told"];
  await store.commit({ events: [], notices: keys.map((key) => ({ key, to: "bangongshi", due, about })) });
  await store.told(["long ago"], "2026-09-01T10:00:00+08:00");
  await store.told(["lately"], "2026-11-20T10:00:00+08:00");
  clock.now = "2026-12-21T10:00:00+08:00";
  await tick();
  expect((await store.toldTo("bangongshi", 9)).map(({ key }) => key)).toEqual(["lately"]);
  expect((await store.untoldTo("bangongshi", 9)).map(({ key }) => key)).toContain("never told");
});

it("whom a day would remind is said without reminding anybody", async () => {
  const store = await openSqlite(":memory:");
  onTestFinished(() => store.close());
  const rows = await wouldRemind({ ...opened, store }, "2026-12-18T10:00:00+08:00");
  expect(rows).toContainEqual({
    to: "xingtai",
    due: "2026-12-18T09:00:00+08:00",
    about: { kind: "deadline", unit: "xingtai", deadline: "deadline.year", day: "2026-12-25", before: 7 },
  });
  const now = "2027-01-01T00:00:00Z";
  expect(await store.takeNotices({ now, until: now, most: 9 })).toEqual([]);
});
