/** Exports in the console: what the page offers, the files, and that the address opens nothing. */
import { describe, expect, it } from "vitest";
import type { Asked, Exporter } from "../../../src/exports/exporter.ts";
import type { Order } from "../../../src/exports/order.ts";
import { madeSheet } from "../../exports/made-sheet.ts";
import { csvLines, workbookOf } from "../../exports/read-back.ts";
import { consoleFor } from "./console.ts";

function browser(scope: "unit" | "section" | "own" = "unit") {
  const orders: { readonly order: Order; readonly asked: Asked }[] = [];
  const exporter: Exporter = {
    scope: () => scope,
    sheet: async (order, asked) => {
      orders.push({ order, asked });
      if (order.what === "reception") return { kind: "refused", what: "reception", why: "not-yours", sources: [] };
      return madeSheet({ title: "甲局'台账'(全)", rows: [["=1+1"]] });
    },
  };
  return { ...consoleFor({}, { exporter }), orders };
}

describe("exports in the console", () => {
  it("are linked from the page of requests", async () =>
    expect(await browser().page("/requests")).toContain('<a href="/exports">导出台账</a>'));

  it("offer each what is theirs: the office all three, a head of section two, everybody the ledger", async () => {
    const offered = async (scope: "unit" | "section" | "own") =>
      [...(await browser(scope).page("/exports")).matchAll(/action="\/exports\/(\w+)\.xlsx"/gu)].map(
        ([, what]) => what,
      );
    expect(await offered("unit")).toEqual(["ledger", "record", "reception"]);
    expect(await offered("section")).toEqual(["ledger", "record"]);
    expect(await offered("own")).toEqual(["ledger"]);
  });

  it("are files with a name that says in Chinese what they are", async () => {
    const here = browser();
    const xlsx = await here.get("/exports/ledger.xlsx?from=2026-11-01&to=&type=leave");
    expect(xlsx.headers.get("content-type")).toContain("spreadsheetml");
    expect(xlsx.headers.get("content-disposition")).toBe(
      `attachment; filename="ledger.xlsx"; filename*=UTF-8''${encodeURIComponent("甲局")}%27${encodeURIComponent("台账")}%27%28${encodeURIComponent("全")}%29%202026-11-23.xlsx`,
    );
    expect(workbookOf(Buffer.from(await xlsx.arrayBuffer())).tabs[0]?.get("A2")).toBe("=1+1");
    const csv = await here.get("/exports/ledger.csv");
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csvLines(Buffer.from(await csv.arrayBuffer()).toString("utf8"))[1]?.[0]?.text).toBe("'=1+1");
    expect(here.orders[0]?.order).toMatchObject({ filter: { from: "2026-11-01", types: ["leave"] } });
  });

  it("are made for who speaks, whatever the address says", async () => {
    const here = browser();
    await here.post("/speaker", { as: "kezhang" });
    await here.get("/exports/ledger.csv?person=keyuan&reader=juzhang&as=juzhang");
    expect(here.orders.map(({ asked }) => asked.reader)).toEqual(["kezhang"]);
  });

  it("are refused with a sentence, and an address that is none is not found", async () => {
    const here = browser();
    const statuses = async (...paths: readonly string[]) =>
      Promise.all(paths.map(async (path) => (await here.get(`/exports/${path}`)).status));
    expect(await statuses("reception.xlsx?year=2026", "ledger.csv?from=gestern", "record.csv")).toEqual([
      403, 400, 400,
    ]);
    expect(await statuses("ledger.pdf", "questions.csv", "ledger.xlsx.csv")).toEqual([404, 404, 404]);
    expect(await here.page("/exports/reception.xlsx?year=2026")).toContain("由办公室");
  });
});
