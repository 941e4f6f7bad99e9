/**
 * An export as it is typed behind `log`: what stands before the file, and the filters.
 *
 * Takes    the word after `log`, the words after it, and the options as they were given.
 * Returns  the order with its file, or what is wrong with it, to be said behind the command's name.
 * Leaves   the filters themselves to order.ts.
 */
import { type Order, readOrder, type SheetName } from "./order.ts";

/** Each way to export, with what stands before the file. */
const ways = {
  export: { what: "ledger", first: undefined },
  "export-record": { what: "record", first: "period" },
  "export-reception": { what: "reception", first: "year" },
} as const satisfies Record<string, { what: SheetName; first: string | undefined }>;
type Way = keyof typeof ways;

export type TypedOrder =
  | { readonly kind: "export"; readonly order: Order; readonly file: string }
  | { readonly kind: "bad"; readonly problem: string };

export const isExport = (name: string | undefined): name is Way => name !== undefined && Object.hasOwn(ways, name);

export function typedOrder(way: Way, named: readonly string[], options: Readonly<Record<string, unknown>>): TypedOrder {
  const { what, first } = ways[way];
  const bad = (problem: string): TypedOrder => ({ kind: "bad", problem });
  const [told, file, ...more] = first === undefined ? [undefined, ...named] : named;
  if (file === undefined || !/\.(?:xlsx|csv)$/iu.test(file))
    return bad(`needs ${first === undefined ? "" : `a ${first} and `}a file that ends with .xlsx or .csv`);
  if (more.length > 0) return bad("writes one file");
  const filters = Object.entries(options).map(([name, text]) => [name, String(text)] as const);
  const stray = first === undefined ? undefined : filters.find(([name]) => name !== "unit");
  if (stray !== undefined) return bad(`has no filter --${stray[0]}`);
  const read = readOrder(what, Object.fromEntries(first === undefined ? filters : [...filters, [first, told]]));
  if (read.kind === "order") return { kind: "export", order: read.order, file };
  return bad(read.filter === first ? `knows no ${first} ${told}` : `cannot read --${read.filter}`);
}
