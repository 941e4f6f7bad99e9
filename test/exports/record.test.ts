/** The monthly record as a sheet: the rows that the chat shows, for those whom it shows them. */
import { describe, expect, it } from "vitest";
import { monday, openDesk } from "../talks/desk.ts";
import { exporterOn, records, sheetOf } from "./made-sheet.ts";

async function november() {
  const desk = await openDesk();
  const file = async (as: string, now: string, ...texts: readonly string[]) => {
    for (const text of [...texts, "确认"]) await desk.say(as, text, { now, conversation: `${as} ${now}` });
  };
  await file("keyuan", "2026-11-02T09:00:00+08:00", "明天请一天病假,胃疼得厉害");
  await file("keyuan", "2026-11-04T09:00:00+08:00", "销假,今天回来上班的");
  await file("jiashiyuan", "2026-11-09T09:00:00+08:00", "明天请一天事假,搬家");
  await file("fenju", "2026-10-29T09:00:00+08:00", "10月30号到11月3号请事假,家里装修");
  return desk;
}
const order = { what: "record", period: "2026-11" } as const;

describe("the record of leaves, exported", () => {
  it("has kind, days and the day back, the earliest leave first, and no reason", async () => {
    const { store } = await november();
    const sheet = await sheetOf(store, order, { reader: "bangongshi" });
    expect(records(sheet).map((row) => [row.序号, row.人员, row.类别, row.开始, row.结束, row.销假])).toEqual([
      [1, expect.stringContaining("分局"), "事假", "2026-10-30", "2026-11-03", "未销假"],
      [2, "投资促进一科 科员", "病假", "2026-11-03", "2026-11-03", "2026-11-04"],
      [3, "驾驶员", "事假", "2026-11-10", "2026-11-10", "未销假"],
    ]);
    expect(JSON.stringify(sheet)).not.toMatch(/胃疼|搬家|装修/u);
    expect(sheet.notes.at(-1)).toContain("汇总报办公室备案");
  });

  it("has as many rows as the chat shows of it", async () => {
    const desk = await november();
    for (const [reader, count] of [
      ["bangongshi", 3],
      ["kezhang", 1],
    ] as const) {
      expect((await sheetOf(desk.store, order, { reader })).rows).toHaveLength(count);
      expect((await desk.say(reader, "这个月的请假备案表")).text).toContain(`共${count}件`);
    }
  });

  it("is refused to whom the record is not for, with the clause, and where the documents know none", async () => {
    const { store } = await november();
    const exporter = exporterOn(store);
    for (const reader of ["keyuan", "juzhang"])
      expect(await exporter.sheet(order, { reader, made: monday })).toMatchObject({
        why: "not-yours",
        sources: [{ clause: "一、(十)2" }],
      });
    expect(await exporter.sheet(order, { reader: "xingtaizhuren", made: monday })).toMatchObject({ why: "not-kept" });
    expect(await exporter.sheet({ ...order, unit: "xingtai" }, { made: monday })).toMatchObject({ why: "not-kept" });
  });

  it("holds every unit that keeps one for whoever holds the log, and of an empty month only the head", async () => {
    const { store } = await november();
    expect((await sheetOf(store, order)).rows).toHaveLength(3);
    expect((await sheetOf(store, { ...order, period: "2026-08" })).rows).toEqual([]);
    expect((await sheetOf(store, { ...order, period: "2026" })).title).toContain("2026年请、销假备案表");
  });
});
