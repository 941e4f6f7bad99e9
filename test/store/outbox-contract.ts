/**
 * What every store does with notices and deliveries, whatever it is built on. Part of the contract in contract.ts.
 */
import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/requests/notice.ts";
import type { Store } from "../../src/store/store.ts";
import { at, filing, later } from "./filing-samples.ts";

const minute = (n: number) => `2026-11-23T09:${String(n).padStart(2, "0")}:00+08:00`;
const lease = { now: at, until: later };
const afterLease = { now: minute(6), until: minute(11) };

const notice = (key: string, change: Partial<Notice> = {}): Notice => ({
  key,
  to: "kezhang",
  due: at,
  about: { kind: "decided", request: "Q-1", version: 2 },
  ...change,
});
const keep = (store: Store, ...notices: Notice[]) => store.commit({ events: [], notices });
const keys = (notices: readonly Notice[]) => notices.map(({ key }) => key);

export function outboxContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}, as an outbox`, () => {
    it("hands a notice out once it is due, and never after it was told", async () => {
      const store = await open();
      await keep(store, notice("n-1"), notice("n-2", { due: minute(30) }));
      expect(await store.takeNotices({ ...lease, most: 9 })).toEqual([
        { ...notice("n-1"), due: new Date(at).toISOString() },
      ]);
      await store.told(["n-1"], at);
      expect(keys(await store.takeNotices({ now: minute(20), until: minute(25), most: 9 }))).toEqual([]);
      expect(keys(await store.takeNotices({ now: minute(30), until: minute(35), most: 9 }))).toEqual(["n-2"]);
      await store.close();
    });

    it("keeps a notice once, whoever adds it again, told or not", async () => {
      const store = await open();
      await keep(store, notice("n-1"), notice("n-0"));
      await keep(store, notice("n-1", { to: "fuju" }));
      expect(await store.takeNotices({ ...lease, most: 9 })).toMatchObject([{ to: "kezhang" }, { to: "kezhang" }]);
      await store.told(["n-1", "n-0"], at);
      await keep(store, notice("n-1"));
      expect(await store.takeNotices({ ...afterLease, most: 9 })).toEqual([]);
      await store.close();
    });

    it("hands it out again when the lease is over and nobody has told it", async () => {
      const store = await open();
      await keep(store, notice("n-1"));
      expect(keys(await store.takeNotices({ ...lease, most: 9 }))).toEqual(["n-1"]);
      expect(await store.takeNotices({ now: minute(1), until: minute(9), most: 9 })).toEqual([]);
      expect(keys(await store.takeNotices({ ...afterLease, most: 9 }))).toEqual(["n-1"]);
      await store.close();
    });

    it("gives two who take at once different notices, the longest due first", async () => {
      const store = await open();
      const due = ["n-4", "n-3", "n-2", "n-1"].map((key, place) => notice(key, { due: minute(place) }));
      await keep(store, ...due);
      const take = () => store.takeNotices({ now: minute(9), until: minute(20), most: 2 });
      const both = await Promise.all([take(), take()]);
      // On a server the second passes over what is in the first one's hands, or comes after it.
      expect(both.flatMap(keys).toSorted()).toEqual(["n-1", "n-2", "n-3", "n-4"]);
      expect(both.map(keys)).toContainEqual(["n-4", "n-3"]);
      await store.close();
    });

    it("hands one person's notices to them alone", async () => {
      const store = await open();
      await keep(store, notice("n-1"), notice("n-2", { to: "fuju" }));
      expect(keys(await store.takeNotices({ ...lease, to: "fuju", most: 9 }))).toEqual(["n-2"]);
      expect(keys(await store.takeNotices({ ...lease, to: "nobody", most: 9 }))).toEqual([]);
      await store.close();
    });

    it("hands out what is not due to whoever asks for it", async () => {
      const store = await open();
      await keep(store, notice("n-1"), notice("n-2", { due: minute(50) }));
      expect(keys(await store.takeNotices({ ...lease, most: 9, due: minute(55) }))).toEqual(["n-1", "n-2"]);
      await store.close();
    });

    it("drops what was told to nobody, which may come again; what was told stays told", async () => {
      const store = await open();
      await keep(store, notice("n-1"), notice("n-2"));
      await store.told(["n-2"], at);
      await store.dropNotices(["n-1", "n-2"]);
      expect(await store.takeNotices({ ...lease, most: 9 })).toEqual([]);
      expect(keys(await store.toldTo("kezhang", 9))).toEqual(["n-2"]);
      await keep(store, notice("n-1"), notice("n-2"));
      expect(keys(await store.takeNotices({ ...lease, most: 9 }))).toEqual(["n-1"]);
      await store.close();
    });

    it("hands out at once what was given back", async () => {
      const store = await open();
      await keep(store, notice("n-1"), notice("n-2"));
      await store.takeNotices({ ...lease, most: 9 });
      await store.giveBack(["n-2"]);
      expect(keys(await store.takeNotices({ ...lease, most: 9 }))).toEqual(["n-2"]);
      await store.close();
    });

    it("lists what somebody has not been told, taken or not, and takes nothing by it", async () => {
      const store = await open();
      await keep(
        store,
        notice("n-1"),
        notice("n-2", { due: minute(50) }),
        notice("n-3"),
        notice("n-4", { to: "fuju" }),
      );
      await store.told(["n-3"], at);
      expect(keys(await store.untoldTo("kezhang", 9))).toEqual(["n-1", "n-2"]);
      expect(keys(await store.takeNotices({ ...lease, most: 9 }))).toEqual(["n-1", "n-4"]);
      expect(keys(await store.untoldTo("kezhang", 9))).toEqual(["n-1", "n-2"]);
      await store.close();
    });

    it("forgets what was told, and answered, long ago, and nothing that is still to be done", async () => {
      const store = await open();
      await keep(store, notice("n-1"), notice("n-2"), notice("n-3"));
      await store.told(["n-1"], minute(1));
      await store.told(["n-2"], minute(20));
      await store.commit({ events: [], delivery: { id: "Ev1", at: minute(1) } });
      await store.commit({ events: [], delivery: { id: "Ev2", at: minute(20) } });
      await store.forget(minute(10));
      expect(keys(await store.toldTo("kezhang", 9))).toEqual(["n-2"]);
      expect(keys(await store.untoldTo("kezhang", 9))).toEqual(["n-3"]);
      expect(await store.takeDelivery("Ev1", { now: minute(30), until: minute(35) })).toBe("yours");
      expect(await store.takeDelivery("Ev2", { now: minute(30), until: minute(35) })).toBe("answered");
      await store.close();
    });

    it("lists what somebody was told, and nobody else's", async () => {
      const store = await open();
      await keep(store, notice("n-1"), notice("n-2", { to: "fuju" }));
      await store.told(["n-1"], at);
      expect(await store.toldTo("kezhang", 5)).toMatchObject([{ key: "n-1", to: "kezhang" }]);
      expect(await store.toldTo("fuju", 5)).toEqual([]);
      await store.close();
    });

    it("keeps no notice of a change that is stale, and those of a filing with it", async () => {
      const store = await open();
      expect(await store.commit({ ...filing("Q-1"), notices: [notice("n-1")] })).toBe("done");
      expect(await store.commit({ ...filing("Q-1"), notices: [notice("n-2")] })).toBe("stale");
      expect(keys(await store.takeNotices({ ...lease, most: 9 }))).toEqual(["n-1"]);
      await store.close();
    });
  });

  describe(`${name}, as a doorkeeper of deliveries`, () => {
    it("gives a delivery to the first, and to another when the lease is over", async () => {
      const store = await open();
      const both = await Promise.all([store.takeDelivery("Ev1", lease), store.takeDelivery("Ev1", lease)]);
      expect(both.toSorted()).toEqual(["somebody-has-it", "yours"]);
      expect(await store.takeDelivery("Ev2", lease)).toBe("yours");
      expect(await store.takeDelivery("Ev1", afterLease)).toBe("yours");
      expect(await store.takeDelivery("Ev1", { now: minute(7), until: minute(12) })).toBe("somebody-has-it");
      await store.close();
    });

    it("passes over what was answered, for good", async () => {
      const store = await open();
      await store.takeDelivery("Ev1", lease);
      expect(await store.commit({ ...filing("Q-1"), delivery: { id: "Ev1", at } })).toBe("done");
      expect(await store.takeDelivery("Ev1", afterLease)).toBe("answered");
      await store.close();
    });

    it("answers a delivery once: whoever comes second has written nothing", async () => {
      const store = await open();
      const delivery = { id: "Ev1", at };
      expect(await store.commit({ ...filing("Q-1"), delivery })).toBe("done");
      const conversation = { id: "c", state: 1, expected: 0 };
      expect(await store.commit({ ...filing("Q-2"), conversation, delivery })).toBe("stale");
      expect(await store.request("Q-2")).toBeUndefined();
      expect(await store.conversation("c")).toBeUndefined();
      await store.close();
    });

    it("leaves a delivery unanswered when what it caused is stale, or was never decided", async () => {
      const store = await open();
      await store.commit(filing("Q-1"));
      expect(await store.commit({ ...filing("Q-1"), delivery: { id: "Ev1", at } })).toBe("stale");
      const misfit = { ...filing("Q-2", { approvers: [] }).events[0], expected: 0, requestId: "Q-3" };
      const change = { events: [misfit], delivery: { id: "Ev1", at } } as Parameters<Store["commit"]>[0];
      await expect(store.commit(change)).rejects.toThrow("filed under");
      expect(await store.takeDelivery("Ev1", lease)).toBe("yours");
      await store.close();
    });
  });
}
