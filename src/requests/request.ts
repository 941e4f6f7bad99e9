/**
 * The life of a request (申请): draft → submitted → approved | rejected | withdrawn, as pure steps.
 *
 * Takes    a request and what someone wants done to it.
 * Returns  the event to append, or why it may not be.
 * Leaves   who must approve to route.ts, keeping to store/, sentences to answer/wording.
 *
 * The actor is always the authenticated sender: no step takes a name out of a message.
 */
import { z } from "zod";

export const requestTypes = ["leave", "travel", "reception", "liquor", "vehicle", "reimbursement", "seal"] as const;
export type RequestType = (typeof requestTypes)[number];

const sourceShape = z.object({ doc: z.string(), title: z.string(), clause: z.string(), quote: z.string() });
const fieldValue = z.union([z.string(), z.number(), z.boolean()]);

export const approvalStep = z.object({
  role: z.string(),
  /** The staff id who may decide this step; null when nobody in the directory holds the role. */
  approver: z.string().nullable(),
  status: z.enum(["pending", "approved", "rejected", "skipped"]),
  by: z.string().optional(),
  at: z.string().optional(),
  reason: z.string().optional(),
  source: sourceShape.optional(),
});
export type ApprovalStep = z.infer<typeof approvalStep>;

export const officeRequest = z.object({
  id: z.string(),
  type: z.enum(requestTypes),
  unit: z.string(),
  requester: z.string(),
  status: z.enum(["draft", "submitted", "approved", "rejected", "withdrawn", "cancelled"]),
  fields: z.record(z.string(), fieldValue),
  approvals: z.array(approvalStep),
  filedAt: z.string(),
  /** How many events made it what it is; a decision names the version it was shown. */
  version: z.number().int(),
});
export type OfficeRequest = z.infer<typeof officeRequest>;
export type RequestFields = OfficeRequest["fields"];

/** What the append-only log holds: one row an event. */
export const requestEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("filed"), by: z.string(), at: z.string(), request: officeRequest }),
  z.object({ kind: z.literal("approved"), by: z.string(), at: z.string(), step: z.number().int() }),
  z.object({ kind: z.literal("rejected"), by: z.string(), at: z.string(), step: z.number().int(), reason: z.string() }),
  z.object({ kind: z.literal("withdrawn"), by: z.string(), at: z.string() }),
]);
export type RequestEvent = z.infer<typeof requestEvent>;
