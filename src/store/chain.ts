/**
 * The chain: each row of the log carries a hash over itself and the hash before it, so no row changes unnoticed.
 *
 * Takes    the fields of a row as they are stored.
 * Returns  its SHA-256 in hex.
 * Leaves   reading rows to verify.ts.
 *
 * The canonical form is a JSON array in fixed order with the event's text as stored: nothing to sort, nothing to parse,
 * and anyone can recompute it with four lines in any language. There is no secret in it: whoever may rewrite the whole
 * file can also recompute the chain, so an office that fears its own administrator notes `head` elsewhere now and then.
 */
import { createHash } from "node:crypto";
import type { EventRow } from "./tables.ts";

/** What stands before the first row. */
export const genesis = "0".repeat(64);

export function chainHash(row: Pick<EventRow, "seq" | "request_id" | "version" | "body" | "prev_hash">): string {
  const canonical = JSON.stringify([row.seq, row.request_id, row.version, row.body, row.prev_hash]);
  return createHash("sha256").update(canonical, "utf8").digest("hex");
}
