/**
 * What every store's outbox does, whatever it is built on: notices are kept once, taken by one at a time, and told once.
 */
import { describe, expect, it } from "vitest";
import { type Notice, noticeFor } from "../../src/requests/notice.ts";
import type { Store, Taking } from "../../src/store/store.ts";
import { filing } from "./filing-samples.ts";

const at = (time: string) => `2026-11-23T${time}:00+08:00`;
const notice = (to: string, request: string, due = at("09:00")): Notice =>
  noticeFor(to, { kind: "decided", request, version: 2 }, due);

export function outboxContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}, as an outbox`, () => {
    const filled = async (...notices: readonly Notice[]) => {
      const store = await open();
      await store.commit({ events: [], notices });
      const take = async (time: string, more: Partial<Taking> = {}) => {
        const lease = { now: at(time), until: at(`${time.slice(0, 3)}${Number(time.slice(3)) + 2}`), most: 10 };
        return (await store.takeNotices({ ...lease, ...more })).map(({ key }) => key);
      };
      return { store, take };
    };
    const [one, two, later] = [notice("keyuan", "Q-1"), notice("fuju", "Q-1"), notice("keyuan", "Q-2", at("15:00"))];

    it("hands out what is due, the longest due first, to one at a time", async () => {
      const { store, take } = await filled(later, one, two);
      expect(await take("10:10", { most: 1 })).toEqual([two.key]);
      expect(await take("10:11")).toEqual([one.key]);
      expect(await take("10:11")).toEqual([]);
      expect(await take("15:30")).toEqual([two.key, one.key, later.key]);
      await store.close();
    });

    it("hands out one person's own, and what is not due to who asks for it", async () => {
      const { store, take } = await filled(later, one, two);
      expect(await take("10:10", { to: "keyuan" })).toEqual([one.key]);
      expect(await take("10:20", { to: "keyuan", due: at("23:00") })).toEqual([one.key, later.key]);
      await store.close();
    });

    it("tells nothing that was told, though it is put in again", async () => {
      const { store, take } = await filled(one, two);
      await store.told([one.key], at("10:10"));
      await store.commit({ events: [], notices: [one, two] });
      expect(await take("10:20")).toEqual([two.key]);
      expect(await store.toldTo("keyuan", 5)).toMatchObject([{ key: one.key, to: "keyuan", about: one.about }]);
      expect(await store.toldTo("fuju", 5)).toEqual([]);
      await store.close();
    });

    it("keeps nothing of a change that is stale", async () => {
      const { store, take } = await filled();
      await store.commit(filing("Q-1"));
      expect(await store.commit({ ...filing("Q-1"), notices: [one] })).toBe("stale");
      expect(await take("10:10")).toEqual([]);
      await store.close();
    });
  });
}
