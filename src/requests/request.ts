/**
 * The shapes of a request (申请), of its approvals and of the events that make it what it is.
 *
 * Takes    nothing. Returns the schemas that the log and the borders check, and the types made from them.
 * Leaves   what an event does to life.ts, who must approve to route.ts and staff.ts, keeping to store/.
 */
import { z } from "zod";
import { isInstant, isRealDate } from "../lib/dates.ts";
import { grades } from "../rules/slots.ts";

export const requestTypes = [
  "leave",
  "leave-return", // 销假
  "travel",
  "reception",
  "reception-list", // 国内公务接待清单
  "liquor",
  "vehicle",
  "reimbursement",
  "seal",
  "major-matter", // 重大事项报告
  "tally", // 任务台账:报送信息、引资额
  "deputation", // 委托代理:由谁代批
] as const;
export type RequestType = (typeof requestTypes)[number];

const sourceShape = z.object({ doc: z.string(), title: z.string(), clause: z.string(), quote: z.string() });
const fieldValue = z.union([z.string(), z.number(), z.boolean()]);

export const approvalStep = z.object({
  role: z.string(),
  /** The staff id who may decide this step; null when nobody in the directory holds the role. */
  approver: z.string().nullable(),
  status: z.enum(["pending", "approved", "rejected", "skipped"]),
  /** Not an ordinary step: a role of the requester's own, or the office taking in what no clause assigns to anybody. */
  apart: z.enum(["own", "intake"]).optional(),
  /** The grades that the documents let its holder entrust it to (局长委托的班子成员); without it, any colleague's. */
  entrusted: z.array(z.enum(grades)).optional(),
  by: z.string().optional(),
  /** Whose step it was, where `by` decided in their stead (乙 代 甲). */
  for: z.string().optional(),
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
  /** Sent back to its requester for change (退回修改): it stays submitted, and waits for nobody but them. */
  returned: z
    .object({ by: z.string(), for: z.string().optional(), at: z.string(), step: z.number().int(), reason: z.string() })
    .optional(),
  /** What the requester added in answer to a return (补充说明). */
  remark: z.string().optional(),
  /** The request of the same person that this one is to take the place of (变更). */
  amends: z.string().optional(),
  /** The request that has taken the place of this one, which is cancelled. */
  amendedBy: z.string().optional(),
  /** The trip is over (出差结束): the last day of it as it was. */
  closed: z.object({ at: z.string(), end: z.string() }).optional(),
  /** How many events made it what it is; a decision names the version it was shown. */
  version: z.number().int(),
});
export type OfficeRequest = z.infer<typeof officeRequest>;
export type RequestFields = OfficeRequest["fields"];

/** Strict only where a decision rests on it: the days that old papers name are whatever was typed. */
const instant = z.string().refine(isInstant, "is no instant");
const day = z.string().refine(isRealDate, "is no date");

/** Who decides, and when; in whose stead, and by which paper of theirs: a leave, a trip, a deputation (委托代理). */
const decision = {
  by: z.string(),
  at: instant,
  step: z.number().int(),
  for: z.string().optional(),
  under: z.string().optional(),
};

/** What the append-only log holds: one row an event. */
export const requestEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("filed"), by: z.string(), at: instant, request: officeRequest }),
  z.object({ kind: z.literal("approved"), ...decision }),
  z.object({ kind: z.literal("rejected"), ...decision, reason: z.string() }),
  z.object({ kind: z.literal("returned"), ...decision, reason: z.string() }),
  /** Filed again after a return: with other fields every step decides anew, with the same ones what was approved stays. */
  z.object({
    kind: z.literal("resubmitted"),
    by: z.string(),
    at: instant,
    fields: z.record(z.string(), fieldValue),
    approvals: z.array(approvalStep),
    remark: z.string().optional(),
  }),
  z.object({ kind: z.literal("withdrawn"), by: z.string(), at: instant }),
  /** Another request has taken its place. */
  z.object({ kind: z.literal("amended"), by: z.string(), at: instant, amendedBy: z.string() }),
  z.object({ kind: z.literal("closed"), by: z.string(), at: instant, end: day }),
]);
export type RequestEvent = z.infer<typeof requestEvent>;
export type EventOf<Kind extends RequestEvent["kind"]> = Extract<RequestEvent, { kind: Kind }>;
