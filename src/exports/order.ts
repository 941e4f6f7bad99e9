/**
 * What export somebody orders, checked: the same reading for the command line, the console's address and the chat.
 *
 * Takes    the kind of sheet and what was written for its filters, as text; what is empty was not written.
 * Returns  the order, or the filter that cannot be read. A type and a state may be named by their id or in Chinese.
 * Leaves   who may have it to scope.ts.
 */
import { z } from "zod";
import { ownWords } from "../answer/wording/own-requests.ts";
import { statusName, typeName } from "../answer/wording/replies.ts";
import type { RequestType } from "../requests/request.ts";

export const sheetNames = ["ledger", "record", "reception"] as const;
export type SheetName = (typeof sheetNames)[number];

/** What a row's state may be asked for by: what was sent back is under way, what was replaced is no longer in force. */
export const ledgerStates = {
  ...statusName,
  returned: ownWords.status.returned,
  replaced: ownWords.status.replaced,
} as const satisfies Record<string, string>;
export type LedgerState = keyof typeof ledgerStates;

export interface LedgerFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** What the dates are held against: when it was filed, or the days it is about. */
  readonly by: "filed" | "days";
  readonly types?: readonly RequestType[] | undefined;
  readonly states?: readonly LedgerState[] | undefined;
  readonly unit?: string | undefined;
  readonly person?: string | undefined;
  readonly section?: string | undefined;
}

export type Order =
  | { readonly what: "ledger"; readonly filter: LedgerFilter }
  /** A month, 2026-11, or a year. */
  | { readonly what: "record"; readonly period: string; readonly unit?: string | undefined }
  | { readonly what: "reception"; readonly year: string; readonly unit?: string | undefined };

export type OrderRead =
  | { readonly kind: "order"; readonly order: Order }
  | { readonly kind: "bad"; readonly filter: string };

/** Ids by what they are called: 请假 and leave are the same, several stand with a comma between them. */
const named = <Id extends string>(names: Readonly<Record<Id, string>>) =>
  z.string().transform((text, { addIssue }): readonly Id[] => {
    const ids = Object.keys(names) as Id[];
    return text.split(/[,，、]/u).flatMap((word) => {
      const id = ids.find((one) => one === word.trim() || names[one] === word.trim());
      if (id === undefined) addIssue({ code: "custom", message: "unknown" });
      return id ?? [];
    });
  });

const word = z.string().max(60);
const year = z.string().regex(/^\d{4}$/u);
const ledger = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    by: z.enum(["filed", "days"]),
    type: named(typeName),
    status: named<LedgerState>(ledgerStates),
    unit: word,
    person: word,
    section: word,
  })
  .partial()
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ["to"] });
const record = z.object({
  period: z.union([year, z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)]),
  unit: word.optional(),
});
const reception = z.object({ year, unit: word.optional() });

export function readOrder(what: SheetName, written: Readonly<Record<string, string | undefined>>): OrderRead {
  const told = Object.fromEntries(
    Object.entries(written).filter(([, text]) => text !== undefined && text.trim() !== ""),
  );
  const bad = ({ issues }: z.ZodError): OrderRead => ({ kind: "bad", filter: String(issues[0]?.path[0] ?? what) });
  switch (what) {
    case "ledger": {
      const read = ledger.safeParse(told);
      if (!read.success) return bad(read.error);
      const { type: types, status: states, by = "filed", ...rest } = read.data;
      return { kind: "order", order: { what, filter: { ...rest, by, types, states } } };
    }
    case "record": {
      const read = record.safeParse(told);
      return read.success ? { kind: "order", order: { what, ...read.data } } : bad(read.error);
    }
    case "reception": {
      const read = reception.safeParse(told);
      return read.success ? { kind: "order", order: { what, ...read.data } } : bad(read.error);
    }
  }
}
