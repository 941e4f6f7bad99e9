/** An export of a register that somebody has altered: nothing of it leaves under the head of a chain that says otherwise. */
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";
import { deskOn, monday } from "../talks/desk.ts";
import { exporterOn } from "./made-sheet.ts";

describe("an export that leaves", () => {
  it("is refused where a request is listed otherwise than its events made it, and names the row", async () => {
    const path = `${temporaryFolder()}/log.sqlite`;
    const store = await openSqlite(path);
    await deskOn(store).talk("keyuan", "下周一请一天事假,搬家", "确认");
    const order = { what: "ledger", filter: { by: "filed" } } as const;
    const asked = { made: monday, leaves: true } as const;
    expect(await exporterOn(store).sheet(order, asked)).toMatchObject({ kind: "sheet" });
    const raw = new Database(path);
    raw.exec("update requests set body = replace(body, '搬家', '旅游')");
    raw.close();
    expect(await exporterOn(store).sheet(order, asked)).toEqual({ kind: "broken", seq: 1 });
    await store.close();
  });
});
