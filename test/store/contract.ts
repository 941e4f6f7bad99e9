/**
 * What every store does, whatever it is built on. Each store's own test runs this suite and adds its own troubles.
 */
import { describe, expect, it } from "vitest";
import type { RequestEvent } from "../../src/requests/request.ts";
import type { Change, Store, StoredQuestion } from "../../src/store/store.ts";
import { againOf, approval, approved, at, filed, filing, later, one, withdrawal } from "./filing-samples.ts";
import { outboxContract } from "./outbox-contract.ts";

export function storeContract(name: string, open: () => Promise<Store>): void {
  outboxContract(name, open);
  describe(`${name}, as a store`, () => {
    it("files a request, and it is there", async () => {
      const store = await open();
      expect(await store.commit(filing("Q-1"))).toBe("done");
      expect(await store.request("Q-1")).toMatchObject({ id: "Q-1", status: "submitted", version: 1, filedAt: at });
      expect(await store.verify()).toMatchObject({ kind: "whole", events: 1 });
      await store.close();
    });

    it("tells where the log ends, before its first event and after each", async () => {
      const store = await open();
      expect(await store.head()).toMatchObject({ seq: 0 });
      await store.commit(filing("Q-1"));
      await store.commit(approval("Q-1", "kezhang", 0));
      expect(await store.head()).toEqual({ seq: 2, hash: (await store.log())[1]?.hash });
      await store.close();
    });

    it("knows nothing of what was never kept", async () => {
      const store = await open();
      expect(await store.request("Q-9")).toBeUndefined();
      expect(await store.conversation("c-9")).toBeUndefined();
      expect(await store.requests({})).toEqual([]);
      expect(await store.log()).toEqual([]);
      expect(await store.verify()).toMatchObject({ kind: "whole", events: 0 });
      await store.close();
    });

    it("keeps a conversation's state and counts its versions", async () => {
      const store = await open();
      const keep = (state: unknown, expected: number) =>
        store.commit({ conversation: { id: "c", state, expected }, events: [] });
      expect(await keep({ slot: "start", 词: ["年休假"] }, 0)).toBe("done");
      expect(await keep({ slot: "end" }, 1)).toBe("done");
      expect(await store.conversation("c")).toEqual({ state: { slot: "end" }, version: 2 });
      await store.close();
    });

    it("writes nothing of a change when its conversation is stale", async () => {
      const store = await open();
      await store.commit({ conversation: { id: "c", state: 1, expected: 0 }, events: [] });
      const change = { conversation: { id: "c", state: 2, expected: 0 }, events: filing("Q-1").events };
      expect(await store.commit(change)).toBe("stale");
      expect(await store.request("Q-1")).toBeUndefined();
      expect(await store.conversation("c")).toEqual({ state: 1, version: 1 });
      await store.close();
    });

    it("writes nothing of a change when one of its requests is stale", async () => {
      const store = await open();
      await store.commit(filing("Q-1"));
      const conversation = { id: "c", state: "new", expected: 0 };
      expect(await store.commit({ conversation, events: [...filing("Q-2").events, ...filing("Q-1").events] })).toBe(
        "stale",
      );
      expect(await store.conversation("c")).toBeUndefined();
      expect(await store.request("Q-2")).toBeUndefined();
      expect(await store.log()).toHaveLength(1);
      await store.close();
    });

    it("files nothing twice, whether in one change or in two", async () => {
      const store = await open();
      const twice = { events: [...filing("Q-1").events, ...filing("Q-1").events] };
      expect(await store.commit(twice)).toBe("stale");
      expect(await store.commit(filing("Q-1"))).toBe("done");
      expect(await store.commit(filing("Q-1"))).toBe("stale");
      expect(await store.log()).toHaveLength(1);
      await store.close();
    });

    it("lets one of two approvals on the same version through", async () => {
      const store = await open();
      await store.commit(filing("Q-1", { approvers: ["fuju", "fuju"] }));
      const both = await Promise.all([
        store.commit(approval("Q-1", "fuju", 0)),
        store.commit(approval("Q-1", "fuju", 0)),
      ]);
      expect(both.toSorted()).toEqual(["done", "stale"]);
      expect(await store.request("Q-1")).toMatchObject({ status: "submitted", version: 2 });
      await store.close();
    });

    it("takes several events on one request in one change", async () => {
      const store = await open();
      const events = [
        { requestId: "Q-1", expected: 0, event: filed("Q-1") },
        { requestId: "Q-1", expected: 1, event: approved("kezhang", 0) },
        { requestId: "Q-1", expected: 2, event: approved("fuju", 1) },
      ];
      expect(await store.commit({ events })).toBe("done");
      expect(await store.request("Q-1")).toMatchObject({ status: "approved", version: 3 });
      expect(await store.verify()).toMatchObject({ kind: "whole", events: 3 });
      await store.close();
    });

    it("lists one's own newest first, and what waits for one oldest first", async () => {
      const store = await open();
      for (const id of ["Q-b", "Q-a", "Q-c"]) await store.commit(filing(id));
      await store.commit(filing("Q-x", { requester: "fenju", unit: "other", approvers: ["fuju"] }));
      await store.commit(approval("Q-a", "kezhang", 0));
      const ids = async (filter: Parameters<Store["requests"]>[0]) =>
        (await store.requests(filter)).map(({ id }) => id);
      expect(await ids({ requester: "keyuan" })).toEqual(["Q-c", "Q-a", "Q-b"]);
      expect(await ids({ waitingFor: "kezhang" })).toEqual(["Q-b", "Q-c"]);
      expect(await ids({ waitingFor: "fuju" })).toEqual(["Q-a", "Q-x"]);
      expect(await ids({ requester: "keyuan", waitingFor: "fuju" })).toEqual(["Q-a"]);
      await store.close();
    });

    it("lists the requests of one unit, and those of one type", async () => {
      const store = await open();
      await store.commit(filing("Q-a"));
      await store.commit(filing("Q-b", { requester: "fenju", unit: "other" }));
      await store.commit(filing("Q-c"));
      const ids = async (filter: Parameters<Store["requests"]>[0]) =>
        (await store.requests(filter)).map(({ id }) => id);
      expect(await ids({ unit: "ziyang" })).toEqual(["Q-c", "Q-a"]);
      expect(await ids({ unit: "other", types: ["leave"] })).toEqual(["Q-b"]);
      expect(await ids({ unit: "ziyang", types: ["travel"] })).toEqual([]);
      await store.close();
    });

    it("lets one of two requests of one type stand on a paper, and one of each type", async () => {
      const store = await open();
      await store.commit(filing("Q-1"));
      const back = { type: "leave-return", basis: "Q-1" } as const;
      const both = await Promise.all([store.commit(filing("Q-2", back)), store.commit(filing("Q-3", back))]);
      expect(both.toSorted()).toEqual(["done", "stale"]);
      const plan = { type: "reception", approvers: ["kezhang"] } as const;
      await store.commit(filing("P-1", plan));
      await store.commit(approval("P-1", "kezhang", 0));
      for (const type of ["reception-list", "reimbursement"] as const)
        expect(await store.commit(filing(`on-P-${type}`, { type, basis: "P-1" }))).toBe("done");
      const [taken = ""] = (await store.requests({ types: ["leave-return"] })).map(({ id }) => id);
      expect(await store.commit(withdrawal(taken))).toBe("done");
      expect(await store.commit(filing("Q-5", back))).toBe("done");
      await store.close();
    });

    it("lets a paper be stood on once along its chain, and any number stand on none", async () => {
      const store = await open();
      await store.commit(filing("Q-1", { type: "reception", approvers: ["fuju"] }));
      await store.commit(approval("Q-1", "fuju", 0));
      await store.commit(filing("Q-2", { type: "reception-list", basis: "Q-1", approvers: ["fuju"] }));
      await store.commit(approval("Q-2", "fuju", 0));
      const claim = (id: string, basis: string) => store.commit(filing(id, { type: "reimbursement", basis }));
      expect(await claim("Q-3", "Q-2")).toBe("done");
      expect(await claim("Q-4", "Q-1")).toBe("stale");
      expect(await claim("Q-5", "none")).toBe("done");
      expect(await claim("Q-6", "none")).toBe("done");
      await store.commit(filing("Q-7"));
      const back = { type: "leave-return", basis: "Q-7" } as const;
      const twice = [...filing("Q-8", back).events, ...filing("Q-9", back).events];
      expect(await store.commit({ events: twice })).toBe("stale");
      await store.close();
    });

    it("lets nothing stand on what is not decided, nor on what tells it nothing", async () => {
      const store = await open();
      const claim = (id: string, basis: string) => store.commit(filing(id, { type: "reimbursement", basis }));
      await store.commit(filing("Q-1", { type: "travel", approvers: ["fuju"] }));
      expect(await claim("Q-2", "Q-1")).toBe("stale");
      await store.commit(approval("Q-1", "fuju", 0));
      expect(await claim("Q-2", "Q-1")).toBe("done");
      await store.commit(filing("Q-3", { type: "seal", approvers: ["fuju"] }));
      await store.commit(approval("Q-3", "fuju", 0));
      expect(await claim("Q-4", "Q-3")).toBe("stale");
      await store.close();
    });

    it("takes no paper from under another that stands on it, and lets none stand on what is gone", async () => {
      const store = await open();
      await store.commit(filing("Q-1"));
      await store.commit(filing("Q-2", { type: "leave-return", basis: "Q-1" }));
      expect(await store.commit(withdrawal("Q-1"))).toBe("stale");
      expect(await store.commit(withdrawal("Q-2"))).toBe("done");
      expect(await store.commit(withdrawal("Q-1"))).toBe("done");
      expect(await store.commit(filing("Q-3", { type: "leave-return", basis: "Q-1" }))).toBe("stale");
      expect(await store.verify()).toMatchObject({ kind: "whole", events: 4 });
      await store.close();
    });

    it("lets nobody stand on another's paper, nor on one that is not there", async () => {
      const store = await open();
      await store.commit(filing("Q-1", { requester: "fenju", type: "travel" }));
      expect(await store.commit(filing("Q-2", { type: "reimbursement", basis: "Q-1" }))).toBe("stale");
      expect(await store.commit(filing("Q-3", { type: "reimbursement", basis: "Q-9" }))).toBe("stale");
      await store.close();
    });

    it("takes an amendment again that was sent back, whether its former waits or was replaced at once", async () => {
      const store = await open();
      await store.commit(filing("Q-1"));
      await store.commit(filing("Q-2"));
      const next = (id: string, amends: string) => {
        const event = filed(id);
        return { ...event, ...(event.kind === "filed" && { request: { ...event.request, amends } }) } as typeof event;
      };
      const replaced = { kind: "amended" as const, by: "keyuan", at, amendedBy: "Q-4" };
      await store.commit({ events: [{ requestId: "Q-3", expected: 0, event: next("Q-3", "Q-1") }] });
      await store.commit({
        events: [
          { requestId: "Q-4", expected: 0, event: next("Q-4", "Q-2") },
          { requestId: "Q-2", expected: 1, event: replaced },
        ],
      });
      for (const id of ["Q-3", "Q-4"]) {
        const request = await store.request(id);
        const { fields = {}, approvals = [] } = request ?? {};
        const returned = { kind: "returned" as const, by: "kezhang", at, step: 0, reason: "写明去向" };
        const again = { kind: "resubmitted" as const, by: "keyuan", at, fields: { ...fields, days: 1 }, approvals };
        expect(await store.commit({ events: [{ requestId: id, expected: 1, event: returned }] })).toBe("done");
        expect(await store.commit({ events: [{ requestId: id, expected: 2, event: again }] }), id).toBe("done");
      }
      await store.close();
    });

    it("keeps a confirmed question once for each clause, oldest first, and outside the log", async () => {
      const store = await open();
      const question = { question: "公章谁管", doc: "d", clause: "一、", quote: "由办公室管", by: "keyuan", at };
      const confirm = (change: Partial<StoredQuestion>) =>
        store.commit({ events: [], confirmed: { ...question, ...change } });
      expect(await store.confirmed()).toEqual([]);
      expect(await confirm({})).toBe("done");
      expect(await confirm({ clause: "二、", provision: { id: "seal", entry: "keeper" } })).toBe("done");
      expect(await confirm({ by: "kezhang" })).toBe("done");
      expect(await store.confirmed()).toEqual([
        question,
        { ...question, clause: "二、", provision: { id: "seal", entry: "keeper" } },
      ]);
      expect(await store.verify()).toMatchObject({ kind: "whole", events: 0 });
      await store.close();
    });

    it("keeps no confirmed question of a change that is stale", async () => {
      const store = await open();
      const confirmed = { question: "公章谁管", doc: "d", clause: "一、", quote: "由办公室管", by: "keyuan", at };
      const conversation = { id: "c", state: 1, expected: 3 };
      expect(await store.commit({ conversation, events: [], confirmed })).toBe("stale");
      expect(await store.confirmed()).toEqual([]);
      await store.close();
    });

    it("keeps the log in order, each row with a hash of its own", async () => {
      const store = await open();
      await store.commit(filing("Q-1"));
      await store.commit(filing("Q-2"));
      await store.commit(approval("Q-1", "kezhang", 0));
      const log = await store.log();
      expect(log.map(({ seq, requestId, event }) => [seq, requestId, event.kind])).toEqual([
        [1, "Q-1", "filed"],
        [2, "Q-2", "filed"],
        [3, "Q-1", "approved"],
      ]);
      expect(new Set(log.map(({ hash }) => hash)).size).toBe(3);
      expect((await store.log("Q-1")).map(({ seq }) => seq)).toEqual([1, 3]);
      expect(await store.verify()).toEqual({ kind: "whole", events: 3, head: log[2]?.hash });
      await store.close();
    });

    it("throws at an event that was never decided, and is as before", async () => {
      const store = await open();
      await store.commit(filing("Q-1"));
      await expect(store.commit(approval("Q-1", "fuju", 1, 1))).rejects.toThrow("out of turn");
      await expect(store.commit(approval("Q-1", "keyuan", 0))).rejects.toThrow("its requester");
      expect(await store.commit(approval("Q-1", "kezhang", 0))).toBe("done");
      expect(await store.verify()).toMatchObject({ kind: "whole", events: 2 });
      await store.close();
    });

    it("keeps a conversation by whatever name a channel gives it", async () => {
      const store = await open();
      const id = "c\u0000\ud800'\"\\%_💬";
      const state = { said: "零\u0000字符和半个\ud83d字" };
      expect(await store.commit({ conversation: { id, state, expected: 0 }, events: [] })).toBe("done");
      expect(await store.conversation(id)).toEqual({ state, version: 1 });
      expect(await store.request(id)).toBeUndefined();
      expect(await store.takeDelivery(id, { now: at, until: later })).toBe("yours");
      await store.close();
    });

    it("lists requests by their standing and by the days that they touch", async () => {
      const store = await open();
      const days = (start: string, end: string) => ({ start, end });
      await store.commit(filing("Q-1", { fields: days("2026-12-01", "2026-12-03") }));
      await store.commit(filing("Q-2", { fields: days("2026-12-03", "2026-12-08") }));
      await store.commit(filing("Q-3", { fields: { end: "2026-12-31" } }));
      await store.commit(filing("Q-4"));
      await store.commit(withdrawal("Q-2"));
      const ids = async (filter: Parameters<Store["requests"]>[0]) =>
        (await store.requests(filter)).map(({ id }) => id);
      expect(await ids({ statuses: ["submitted"] })).toEqual(["Q-4", "Q-3", "Q-1"]);
      expect(await ids({ statuses: ["withdrawn", "approved"] })).toEqual(["Q-2"]);
      expect(await ids({ statuses: [] })).toEqual([]);
      expect(await ids({ touching: { from: "2026-12-03", until: "2026-12-03" } })).toEqual(["Q-2", "Q-1"]);
      expect(await ids({ touching: { from: "2026-12-09", until: "2026-12-31" } })).toEqual(["Q-3"]);
      expect(await ids({ touching: { from: "2026-11-01", until: "2026-11-30" } })).toEqual([]);
      await store.close();
    });

    it("keeps a request that was sent back, filed again, approved and replaced", async () => {
      const store = await open();
      await store.commit(filing("Q-1"));
      const back: RequestEvent = { kind: "returned", by: "kezhang", at, step: 0, reason: "写明地点" };
      const again = { kind: "resubmitted", by: "keyuan", at, ...againOf("Q-1"), remark: "已写明" } as const;
      expect(await store.commit(one("Q-1", 1, back))).toBe("done");
      expect(await store.requests({ waitingFor: "kezhang" })).toEqual([]);
      expect(await store.commit(one("Q-1", 2, again))).toBe("done");
      expect(await store.requests({ waitingFor: "kezhang" })).toMatchObject([{ id: "Q-1", remark: "已写明" }]);
      await store.commit(approval("Q-1", "kezhang", 0, 3));
      await store.commit(approval("Q-1", "fuju", 1, 4));

      await store.commit(filing("Q-2", { amends: "Q-1" }));
      expect(await store.commit(filing("Q-3", { amends: "Q-1" }))).toBe("stale");
      await store.commit(approval("Q-2", "kezhang", 0));
      const events = [
        { requestId: "Q-2", expected: 2, event: approved("fuju", 1) },
        { requestId: "Q-1", expected: 5, event: { kind: "amended", by: "fuju", at, amendedBy: "Q-2" } },
      ] as const;
      expect(await store.commit({ events })).toBe("done");
      expect(await store.request("Q-1")).toMatchObject({ status: "cancelled", amendedBy: "Q-2" });
      expect(await store.verify()).toMatchObject({ kind: "whole", events: 9 });
      await store.close();
    });

    it("keeps a trip that is over", async () => {
      const store = await open();
      await store.commit(filing("Q-1", { type: "travel", fields: { start: "2026-11-20", end: "2026-11-25" } }));
      await store.commit(approval("Q-1", "kezhang", 0));
      await store.commit(approval("Q-1", "fuju", 1));
      expect(await store.commit(one("Q-1", 3, { kind: "closed", by: "keyuan", at, end: "2026-11-22" }))).toBe("done");
      const touching = { from: "2026-11-24", until: "2026-11-25" };
      expect(await store.requests({ types: ["travel"], touching })).toEqual([]);
      expect(await store.verify()).toMatchObject({ kind: "whole", events: 4 });
      await store.close();
    });

    it("takes a decision in another's stead only while that other's paper is in force and covers the day", async () => {
      const store = await open();
      const away = { requester: "kezhang", approvers: ["fuju"], type: "travel" } as const;
      await store.commit(filing("Q-away", { ...away, fields: { start: "2026-11-20", end: "2026-11-24" } }));
      await store.commit(filing("Q-1"));
      const instead = (under: string, day = at): Change =>
        one("Q-1", 1, { kind: "approved", by: "fukezhang", at: day, step: 0, for: "kezhang", under });
      expect(await store.commit(instead("Q-away"))).toBe("stale");
      await store.commit(approval("Q-away", "fuju", 0));
      expect(await store.commit(instead("Q-other"))).toBe("stale");
      expect(await store.commit(instead("Q-away", "2026-11-25T09:00:00+08:00"))).toBe("stale");
      expect(await store.request("Q-1")).toMatchObject({ version: 1 });
      expect(await store.commit(instead("Q-away"))).toBe("done");
      expect(await store.request("Q-1")).toMatchObject({
        version: 2,
        approvals: [{ by: "fukezhang", for: "kezhang" }, {}],
      });
      expect(await store.verify()).toMatchObject({ kind: "whole", events: 4 });
      await store.close();
    });

    it("takes the last approval of an amendment only with the end of its former, in the same breath", async () => {
      const store = await open();
      await store.commit(filing("Q-1", { type: "travel", approvers: ["fuju"] }));
      await store.commit(approval("Q-1", "fuju", 0));
      await store.commit(filing("Q-2", { type: "travel", approvers: ["fuju"], amends: "Q-1" }));
      const last = { requestId: "Q-2", expected: 1, event: approved("fuju", 0) };
      const end: RequestEvent = { kind: "amended", by: "fuju", at, amendedBy: "Q-2" };
      const ended = { requestId: "Q-1", expected: 2, event: end };
      expect(await store.commit({ events: [last] })).toBe("stale");
      expect(await store.commit({ events: [last, ...filing("Q-3").events, ended] })).toBe("stale");
      expect(await store.commit({ events: [last, ended] })).toBe("done");
      expect(await store.verify()).toMatchObject({ kind: "whole" });
      await store.close();
    });

    it("takes a decision in another's stead only from who is there, and is the deputy while that one is", async () => {
      const store = await open();
      const days = { start: "2026-11-23", end: "2026-11-25" };
      const deputation = { type: "deputation" as const, requester: "kezhang", approvers: [] };
      await store.commit(filing("D-1", { ...deputation, fields: { ...days, deputy: "juzhang" } }));
      await store.commit(filing("D-2", { ...deputation, fields: { ...days, deputy: "fuju" } }));
      await store.commit(filing("Q-1"));
      const instead = (by: string, under: string) =>
        store.commit(one("Q-1", 1, { kind: "approved", by, at, step: 0, for: "kezhang", under }));
      // The newer deputation goes before the older; and fuju has a part in Q-1, so another may come in.
      expect(await instead("fuju", "D-1")).toBe("stale");
      await store.commit(filing("Q-2", { approvers: ["kezhang"] }));
      const stranger = (by: string) =>
        store.commit(one("Q-2", 1, { kind: "approved", by, at, step: 0, for: "kezhang", under: "D-2" }));
      expect(await stranger("jiashiyuan")).toBe("stale");
      await store.commit(filing("L-1", { requester: "fuju", approvers: ["juzhang"], fields: days }));
      await store.commit(approval("L-1", "juzhang", 0));
      expect(await stranger("fuju")).toBe("stale");
      expect(await stranger("jiashiyuan")).toBe("done");
      expect(await instead("juzhang", "D-2")).toBe("done");
      expect(await store.verify()).toMatchObject({ kind: "whole" });
      await store.close();
    });

    it("finishes what was begun before it closes", async () => {
      const store = await open();
      const begun = store.commit(filing("Q-1"));
      await store.close();
      expect(await begun).toBe("done");
      await store.close();
    });
  });
}
