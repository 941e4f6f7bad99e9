/** Sheets for tests, and an exporter over a desk's log. */
import { type Asked, type Exported, openExporter } from "../../src/exports/exporter.ts";
import type { Order } from "../../src/exports/order.ts";
import type { Sheet } from "../../src/exports/sheet.ts";
import type { Store } from "../../src/store/store.ts";
import { monday, office } from "../talks/desk.ts";

export const madeSheet = (change: Partial<Sheet> = {}): Sheet => ({
  kind: "sheet",
  title: "表",
  tab: "表",
  filters: [["范围", "全部"]],
  columns: [{ title: "事项", kind: "text", width: 20 }],
  rows: [],
  notes: ["一句说明。"],
  made: monday,
  head: { seq: 3, hash: "abc" },
  ...change,
});

const called = office.staff.people.map(({ id, post, unit }) => ({
  id,
  post: post.replace(/\(.*/u, ""),
  unit: unit === "ziyang" ? "资阳市投资促进局" : unit,
}));

export const exporterOn = (store: Store) => openExporter({ ...office, store, called });

/** The sheet that an order comes to; a refusal is an error here. */
export async function sheetOf(store: Store, order: Order, asked: Partial<Asked> = {}): Promise<Sheet> {
  const exported: Exported = await exporterOn(store).sheet(order, { made: monday, ...asked });
  if (exported.kind !== "sheet") throw new Error(`no sheet: ${JSON.stringify(exported)}`);
  return exported;
}

/** The rows as records by title. */
export const records = ({ columns, rows }: Sheet) =>
  rows.map((row) => Object.fromEntries(columns.map(({ title }, at) => [title, row[at]])));
