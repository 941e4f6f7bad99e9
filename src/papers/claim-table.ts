/**
 * The table of a claim (报销明细): what was approved, what the standard allows, what is claimed, what goes beyond.
 *
 * Takes    the field `lines` of a request as it was filed, and the amount claimed.
 * Returns  the table, in yuan; with lines to write on where none were filed.
 */
import { z } from "zod";
import { paperWords as words } from "../answer/wording/papers.ts";
import { formalMoney } from "../lib/formal-money.ts";
import type { RequestFields } from "../requests/request.ts";

const yuan = z.number().nullish();
const claimLines = z.array(
  z.object({
    label: z.string(),
    approved: yuan,
    standard: yuan,
    claimed: yuan,
    over: yuan,
    reason: z.string().nullish(),
  }),
);
type ClaimLine = z.infer<typeof claimLines>[number];

export interface PaperTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Lines to write on where nothing was filed line by line. */
const empty: ClaimLine[] = Array.from({ length: 4 }, () => ({ label: "" }));

export function claimTable({ lines, amount }: RequestFields): PaperTable {
  const filed = typeof lines === "string" ? claimLines.parse(JSON.parse(lines)) : empty;
  const known = filed.flatMap(({ claimed }) => claimed ?? []);
  const sum = known.length > 0 ? inYuan(known) : typeof amount === "number" ? amount : undefined;
  const over = filed.flatMap(({ over }) => over ?? []);
  const total: ClaimLine = {
    label: words.claim.total,
    claimed: sum,
    over: over.length > 0 ? inYuan(over) : undefined,
    reason: sum === undefined ? "" : words.claim.formal(formalMoney(sum)),
  };
  return { columns: words.claim.columns, rows: [...filed, total].map(cells) };
}

const cells = ({ label, approved, standard, claimed, over, reason }: ClaimLine): readonly string[] => [
  label,
  ...[approved, standard, claimed, over].map((sum) => (typeof sum === "number" ? sum.toFixed(2) : "")),
  reason ?? "",
];

/** Summed in 分: 0.1 and 0.2 are 0.3. */
const inYuan = (sums: readonly number[]): number => sums.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100;
