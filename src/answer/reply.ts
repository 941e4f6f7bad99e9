/**
 * The reply (答复) and the turn (来话): what crosses the one door, `assistant.handle(turn)`.
 *
 * A channel makes a turn out of what it received, and draws the reply in its own way; neither carries channel words.
 */
import { z } from "zod";
import type { Source } from "../policy/source.ts";
import type { OfficeRequest } from "../requests/request.ts";

/** A pressed button is a turn too. It names the request and the version that the person was looking at. */
export const action = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("confirm"), request: z.string(), revision: z.number().int() }),
  z.object({ kind: z.literal("cancel"), request: z.string(), revision: z.number().int() }),
  z.object({ kind: z.literal("approve"), request: z.string(), version: z.number().int() }),
  z.object({ kind: z.literal("reject"), request: z.string(), version: z.number().int(), reason: z.string().max(500) }),
  z.object({ kind: z.literal("return"), request: z.string(), version: z.number().int(), reason: z.string().max(500) }),
  /** The second yes to a summary of several approvals; it is named by the turn that showed it. */
  z.object({ kind: z.literal("approve-all"), batch: z.string().max(200) }),
  z.object({ kind: z.literal("withdraw"), request: z.string(), version: z.number().int() }),
  /** A filed request is to be changed: one that was sent back, or by another that takes its place. */
  z.object({ kind: z.literal("change"), request: z.string(), version: z.number().int() }),
  /** A trip is over; its last day once that was shown. */
  z.object({ kind: z.literal("close"), request: z.string(), version: z.number().int(), end: z.iso.date().optional() }),
  /** The answer helped; it is named by an imprint of the question and its clause. */
  z.object({ kind: z.literal("helpful"), answer: z.string().max(100) }),
]);
export type Action = z.infer<typeof action>;

/** The longest message that is read, in characters. */
export const longestText = 4000;

export interface Turn {
  readonly id: string;
  readonly conversation: string;
  /** The authenticated sender's staff id. */
  readonly as: string;
  /** ISO instant with offset; the only clock of the turn. */
  readonly now: string;
  readonly text: string;
  readonly action?: Action;
}

export const replyKinds = [
  "answer",
  "calculation",
  "question",
  "confirm",
  "filed",
  "status",
  "approval",
  "cancelled",
  "abstain",
  "refuse",
  "help",
  "smalltalk",
  "error",
] as const;
export type ReplyKind = (typeof replyKinds)[number];

export interface ResultLine {
  readonly label: string;
  /** Yuan for money, else the count in `unit`. */
  readonly amount: number;
  readonly unit: string;
  readonly formula: string;
}

export interface Reply {
  readonly kind: ReplyKind;
  /** Markdown, complete in itself: the answer, a small table, the sources. */
  readonly text: string;
  readonly citations: readonly Source[];
  readonly result?: { readonly total?: number; readonly lines: readonly ResultLine[] };
  readonly request?: OfficeRequest;
  /** The message must not be kept or shown again by the channel: it was marked as classified. */
  readonly unkept?: true;
  /** A list of requests the reply shows (待我审批的, 我的申请), for channels that draw cards. */
  readonly requests?: readonly OfficeRequest[];
  /** Notices that it tells, by their keys: a channel that has shown it says so by `assistant.told`. */
  readonly notices?: readonly string[];
  /** Buttons that a channel may draw; each is sent back as a turn with this action. */
  readonly actions?: readonly { readonly label: string; readonly action: Action }[];
}
