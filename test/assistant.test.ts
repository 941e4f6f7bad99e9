/**
 * The one door: what a person says or presses, and what is durable before they are answered.
 *
 * Moves, answers and words have tests of their own beside this file; here is what no turn may break, whatever it says.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Reply } from "../src/assistant.ts";
import { LogFailure, type LogTrouble } from "../src/store/failure.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { temporaryFolder } from "./store/temporary-folder.ts";
import { buttonOf, deskOn, openDesk } from "./talks/desk.ts";

const filedCount = async (store: Store) => (await store.log()).filter(({ event }) => event.kind === "filed").length;

describe("a request, from the first word to the log", () => {
  it("is confirmed first, then filed with its chain", async () => {
    const desk = await openDesk();
    const card = await desk.say("keyuan", "下周二请一天事假,孩子家长会");
    expect(card).toMatchObject({
      kind: "confirm",
      request: { status: "draft", fields: { start: "2026-12-01", days: 1 } },
    });
    expect(await filedCount(desk.store)).toBe(0);
    const receipt = await desk.say("keyuan", "确认");
    expect(receipt).toMatchObject({
      kind: "filed",
      request: { type: "leave", status: "submitted", requester: "keyuan" },
    });
    expect(receipt.request?.approvals.map(({ role }) => role)).toEqual(["科长"]);
    expect(await filedCount(desk.store)).toBe(1);
    expect(await desk.store.verify()).toMatchObject({ kind: "whole" });
  });

  it("asks for one slot at a time until it knows enough", async () => {
    const desk = await openDesk();
    expect((await desk.say("keyuan", "我要请假")).kind).toBe("question");
    expect((await desk.say("keyuan", "事假")).kind).toBe("question");
    expect((await desk.say("keyuan", "明天")).kind).toBe("confirm");
  });

  it("waits while a side question is answered", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", "我要请假", "病假");
    const aside = await desk.say("keyuan", "上班时间能打游戏吗");
    expect(aside.kind).toBe("answer");
    expect(aside.text).toContain("请假还没填完");
    expect(await desk.say("keyuan", "明天")).toMatchObject({
      kind: "confirm",
      request: { fields: { leaveType: "病假" } },
    });
  });
});

describe("a conversation", () => {
  it("survives a restart: the store is closed, opened again, and the talk goes on at the same slot", async () => {
    const path = join(temporaryFolder(), "log.sqlite");
    const before = await openSqlite(path);
    await deskOn(before).talk("keyuan", "我要请假", "病假");
    await before.close();
    const after = await openSqlite(path);
    const desk = deskOn(after);
    const card = await desk.say("keyuan", "后天一天", { now: "2026-11-24T08:30:00+08:00" });
    expect(card).toMatchObject({
      kind: "confirm",
      request: { fields: { leaveType: "病假", start: "2026-11-26", days: 1 } },
    });
    expect(await desk.say("keyuan", "确认", { now: "2026-11-24T08:31:00+08:00" })).toMatchObject({ kind: "filed" });
    await after.close();
  });

  it("is shared by two people without sharing a draft", async () => {
    const desk = await openDesk();
    await desk.say("keyuan", "明天请一天事假,搬家");
    expect((await desk.say("kezhang", "确认")).kind).toBe("answer");
    expect((await desk.say("kezhang", "取消")).kind).toBe("answer");
    await desk.say("kezhang", "后天请一天病假");
    const filed = await desk.say("keyuan", "确认");
    expect(filed).toMatchObject({ kind: "filed", request: { requester: "keyuan", fields: { leaveType: "事假" } } });
  });

  it("of one person in two places is two drafts", async () => {
    const desk = await openDesk();
    await desk.say("keyuan", "明天请一天事假", { conversation: "one" });
    await desk.say("keyuan", "后天请一天病假", { conversation: "two" });
    const one = await desk.say("keyuan", "确认", { conversation: "one" });
    const two = await desk.say("keyuan", "确认", { conversation: "two" });
    expect([one, two].map(({ request }) => request?.fields.leaveType)).toEqual(["事假", "病假"]);
    expect(one.request?.id).not.toBe(two.request?.id);
  });

  it("changed by another process in between is taken again, so both messages count", async () => {
    const { store, say } = await openDesk();
    await say("keyuan", "我要请假");
    let lost = 1;
    const contended: Store = { ...store, commit: async (change) => (lost-- > 0 ? "stale" : store.commit(change)) };
    expect((await deskOn(contended).say("keyuan", "事假")).kind).toBe("question");
    expect(await say("keyuan", "明天")).toMatchObject({ kind: "confirm", request: { fields: { leaveType: "事假" } } });
  });

  it("that never settles is told so, and nothing of it is kept", async () => {
    const { store, say } = await openDesk();
    const desk = deskOn({ ...store, commit: async () => "stale" });
    expect((await desk.say("keyuan", "明天请一天事假")).kind).toBe("refuse");
    expect((await say("keyuan", "确认")).kind).toBe("answer");
  });
});

describe("filing twice", () => {
  it("is impossible by saying 确认 twice", async () => {
    const desk = await openDesk();
    await desk.say("keyuan", "明天请一天事假");
    expect((await desk.say("keyuan", "确认")).kind).toBe("filed");
    expect((await desk.say("keyuan", "确认")).kind).not.toBe("filed");
    expect(await filedCount(desk.store)).toBe(1);
  });

  it("is impossible from two assistants on one store at the same moment", async () => {
    const path = join(temporaryFolder(), "log.sqlite");
    const stores = [await openSqlite(path), await openSqlite(path)] as const;
    const [here, there] = [deskOn(stores[0]), deskOn(stores[1])];
    await here.say("keyuan", "明天请一天事假");
    const replies = await Promise.all([here, there, here, there].map((desk) => desk.say("keyuan", "确认")));
    expect(replies.filter(({ kind }) => kind === "filed")).toHaveLength(1);
    expect(replies.filter(({ kind }) => kind === "error")).toEqual([]);
    expect(await filedCount(stores[0])).toBe(1);
    for (const store of stores) await store.close();
  });

  it("is impossible by the button pressed again and again", async () => {
    const desk = await openDesk();
    const card = await desk.say("keyuan", "明天请一天事假");
    const press = () => desk.press("keyuan", buttonOf(card, "confirm"));
    const replies = [...(await Promise.all([press(), press(), press()])), await press()];
    expect(new Set(replies.map(({ request }) => request?.id))).toEqual(new Set([card.request?.id]));
    expect(await filedCount(desk.store)).toBe(1);
  });
});

describe("a message that says nothing, or too much", () => {
  const kind = async (text: string): Promise<Reply> => {
    const desk = await openDesk();
    const reply = await desk.say("keyuan", text);
    expect(desk.reports).toEqual([]);
    expect(await desk.store.log()).toEqual([]);
    return reply;
  };
  it.each([
    ["empty", ""],
    ["blank", " \t\n　"],
    ["of control characters only", "\u0000\u0007\u001b[31m\u202e\u200b"],
  ])("%s is asked what it wants", async (_, text) => expect(await kind(text)).toMatchObject({ kind: "question" }));
  it.each([
    ["of 4,001 characters", "请".repeat(4001)],
    ["of 100 KB", "请假".repeat(50 * 1024)],
  ])("%s is asked to be shorter, and not repeated", async (_, text) => {
    const reply = await kind(text);
    expect(reply.kind).toBe("question");
    expect(reply.text.length).toBeLessThan(100);
  });
  it("of 4,000 characters is read", async () => expect((await kind("问".repeat(4000))).kind).not.toBe("error"));
  it("of emoji only is answered kindly", async () => expect((await kind("😀👍🏽🇨🇳👨‍👩‍👧")).kind).toBe("smalltalk"));
  it("with half a character is answered", async () => expect((await kind("请\ud83d假")).kind).not.toBe("error"));
  it("with a day that is in no calendar is asked again", async () =>
    expect(await kind("2月30日请一天事假")).toMatchObject({
      kind: "question",
      text: expect.stringContaining("2月30日"),
    }));
  it.each(["下周一和周四请事假", "下周二请一天事假,周五再休一天年假", "12月1号和12月4号请事假"])(
    "with days apart is asked for one run of days, never filed with those between: %s",
    async (text) =>
      expect(await kind(text)).toMatchObject({ kind: "question", text: expect.stringContaining("不连在一起") }),
  );
  it("with more guests than anybody counts is asked again", async () => {
    const desk = await openDesk();
    await desk.say("keyuan", "公务接待");
    for (const many of ["9999999999999999999999", "9999999999999999999999个客人"]) {
      expect(await desk.say("keyuan", many)).toMatchObject({
        kind: "question",
        text: expect.stringContaining("几位客人"),
      });
    }
  });
  it("that ends before it starts is asked again", async () =>
    expect(await kind("事假从11月30日到11月25日")).toMatchObject({
      kind: "question",
      text: expect.stringContaining("反了"),
    }));
});

describe("someone who is not in the directory", () => {
  it.each(["nobody", "", "keyuan ", "__proto__", "constructor"])(
    "%j files nothing and is told whom to ask",
    async (as) => {
      const desk = await openDesk();
      const reply = await desk.talk(as, "明天请一天事假", "确认");
      expect(reply.kind).toBe("error");
      expect(reply.text).toContain("办公室");
      expect(await desk.store.log()).toEqual([]);
    },
  );
});

describe("trouble", () => {
  const cures: readonly (readonly [LogTrouble, RegExp])[] = [
    ["locked", /再说一次/],
    ["full", /清出空间/],
    ["readonly", /写入权限/],
    ["damaged", /备份/],
    ["unreachable", /连不上/],
    ["uncertain", /我的申请/],
  ];
  it.each(cures)("of a log that is %s is told with its cure, and the next turn works", async (reason, cure) => {
    const { store, say } = await openDesk();
    await say("keyuan", "明天请一天事假");
    const failing = deskOn({ ...store, commit: () => Promise.reject(new LogFailure(reason, "no")) });
    const told = await failing.say("keyuan", "确认");
    expect(told).toMatchObject({ kind: "error", text: expect.stringMatching(cure) });
    expect(failing.reports).toMatchObject([{ code: reason }]);
    expect(await filedCount(store)).toBe(0);
    expect((await say("keyuan", "确认")).kind).toBe("filed");
  });

  it("of a log that cannot even be read is told the same way", async () => {
    const { store } = await openDesk();
    const desk = deskOn({ ...store, conversation: () => Promise.reject(new LogFailure("locked", "no")) });
    expect(await desk.say("keyuan", "请两天事假谁批")).toMatchObject({
      kind: "error",
      text: expect.stringMatching(/占用/),
    });
  });

  it("of our own making gets a code, which is reported with its cause and without the message", async () => {
    const { store } = await openDesk();
    const desk = deskOn({ ...store, commit: () => Promise.reject(new Error("a bug")) });
    const told = await desk.say("keyuan", "明天请一天事假,家里的密事");
    expect(told.kind).toBe("error");
    expect(desk.reports).toHaveLength(1);
    expect(told.text).toContain(desk.reports[0]?.code);
    expect(told.text).not.toContain("bug");
    expect(String(desk.reports[0]?.cause)).not.toContain("密事");
  });
});
