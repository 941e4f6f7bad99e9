/** What one turn reads of requests it reads once, and a turn taken anew reads afresh. */
import { describe, expect, it } from "vitest";
import { readOnce } from "../../src/store/read-once.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { filing, withdrawal } from "./filing-samples.ts";

describe("a store that reads once", () => {
  it("asks for a request and for a list one time each", async () => {
    const store = await openSqlite(":memory:");
    await store.commit(filing("Q-1"));
    let asked = 0;
    const counted = {
      ...store,
      requests: (filter: Parameters<typeof store.requests>[0]) => {
        asked += 1;
        return store.requests(filter);
      },
    };
    const turn = readOnce(counted);
    const lists = await Promise.all([turn.requests({ unit: "ziyang" }), turn.requests({ unit: "ziyang" })]);
    expect(lists[0]).toBe(lists[1]);
    expect(await turn.requests({ unit: "other" })).toEqual([]);
    expect(asked).toBe(2);
    await store.close();
  });

  it("sees what another wrote meanwhile only when it is begun anew", async () => {
    const store = await openSqlite(":memory:");
    await store.commit(filing("Q-1"));
    const turn = readOnce(store);
    expect((await turn.request("Q-1"))?.status).toBe("submitted");
    await store.commit(withdrawal("Q-1"));
    expect((await turn.request("Q-1"))?.status).toBe("submitted");
    expect((await readOnce(store).request("Q-1"))?.status).toBe("withdrawn");
    await store.close();
  });
});
