/**
 * A reimbursement's lines as people see them, and as the request keeps them: approved, standard, claimed, over, and why.
 *
 * Takes    worked lines that were held against something. Returns a Markdown table, and the rows in yuan (null where none is known).
 * Leaves   holding them to rules/claim-lines.ts, printing the rows to whoever prints the request.
 */

import { z } from "zod";
import type { RequestFields } from "../requests/request.ts";
import type { Held, Line } from "../rules/rule.ts";
import type { ClaimLine } from "../rules/slots.ts";
import { sentenceOf } from "./compose.ts";
import { plain, yuan } from "./layout.ts";
import { said } from "./wording/replies.ts";

export interface ClaimRow {
  readonly label: string;
  readonly approved: number | null;
  readonly standard: number | null;
  readonly claimed: number;
  readonly over: number | null;
  readonly reason: string;
}

type HeldLine = Line & { readonly held: Held };

export const isHeld = (line: Line): line is HeldLine => line.held !== undefined;

/** The rows of a request's `lines`. Where no rule holds the claims against anything, they stand alone. */
export function claimRows(lines: readonly Line[], claims: readonly ClaimLine[] = []): readonly ClaimRow[] {
  const held = lines.filter(isHeld);
  if (held.length > 0) return held.map(rowOf);
  return claims.map(({ label, yuan }) => ({
    label,
    approved: null,
    standard: null,
    claimed: yuan,
    over: null,
    reason: "",
  }));
}

const inYuan = (fen: number | undefined): number | null => (fen === undefined ? null : fen / 100);

const rowOf = ({ label, held }: HeldLine): ClaimRow => ({
  label,
  approved: inYuan(held.approvedFen),
  standard: inYuan(held.standardFen),
  claimed: held.claimedFen / 100,
  over: inYuan(held.overFen),
  reason: sentenceOf(held.why),
});

const filed = z.array(z.object({ over: z.number().nullish() }));

/** By how many yuan the rows that a request keeps go beyond what was approved or the standard; 0 where nothing is known. */
export function overOf({ lines }: RequestFields): number {
  const rows = typeof lines === "string" ? filed.parse(JSON.parse(lines)) : [];
  return rows.reduce((fen, { over }) => fen + Math.round((over ?? 0) * 100), 0) / 100;
}

/** 项目, 批准, 标准, 报销, 超出, 说明; then what is claimed, what is over, and what can be paid. */
export function claimTable(lines: readonly Line[], totalFen = 0): string {
  const rows = claimRows(lines);
  // One sum that is only held against its receipt stands on the card already.
  const plainly = lines.length === 1 && lines.filter(isHeld).every(({ held }) => held.why.code === "claim.receipts");
  if (rows.length === 0 || plainly) return "";
  const cell = (value: number | null): string => (value === null ? said.claims.none : `${value}`);
  const shown = rows.map(
    ({ label, approved, standard, claimed, over, reason }) =>
      `| ${plain(label)} | ${cell(approved)} | ${cell(standard)} | ${claimed} | ${over === 0 ? "" : cell(over)} | ${reason} |`,
  );
  const sum = (of: (row: ClaimRow) => number): number => rows.reduce((so, row) => so + Math.round(of(row) * 100), 0);
  const overFen = sum(({ over }) => over ?? 0);
  const [over, left] = overFen === 0 ? ["", ""] : [`**${yuan(overFen)}**`, said.claims.payable(yuan(totalFen))];
  const total = `| **${said.total}** | | | **${yuan(sum(({ claimed }) => claimed))}** | ${over} | ${left} |`;
  return [said.claims.columns, "| --- | --- | --- | --- | --- | --- |", ...shown, total].join("\n");
}
