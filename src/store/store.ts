/**
 * Store (登记): conversations, the append-only log of requests, confirmed questions. The interface, and nothing else.
 *
 * One turn changes the store once, by `commit`: the conversation's new state and the events it caused become durable
 * together or not at all, before the reply is shown. That is why a killed process loses nothing that was acknowledged.
 */
import type { Notice } from "../requests/notice.ts";
import type { OfficeRequest, RequestEvent, RequestType } from "../requests/request.ts";

export interface StoredConversation {
  /** The dialogue's own JSON; the store does not look inside. */
  readonly state: unknown;
  readonly version: number;
}

/** A question that somebody found well answered (👍): search/ makes a past question of it. */
export interface StoredQuestion {
  readonly question: string;
  readonly doc: string;
  readonly clause: string;
  /** The words that it was answered with. */
  readonly quote: string;
  readonly provision?: { readonly id: string; readonly entry: string };
  readonly by: string;
  readonly at: string;
}

export interface Change {
  readonly conversation?: { readonly id: string; readonly state: unknown; readonly expected: number };
  /** Events with the request version each was decided on (0 for a filing). */
  readonly events: readonly { readonly requestId: string; readonly expected: number; readonly event: RequestEvent }[];
  /** Kept once for each question and clause; no part of the log. */
  readonly confirmed?: StoredQuestion;
  /** What others are to be told because of it: kept once for each key, durable with the rest. */
  readonly notices?: readonly Notice[];
  /** The delivery (an event's id at the channel) that this answers: taken with the rest, and never answered again. */
  readonly delivery?: { readonly id: string; readonly at: string };
}

/**
 * `stale`: someone else changed the conversation or a request first, or filed on the same paper, or a paper that is stood
 * on would be taken away; nothing was written.
 */
export type Committed = "done" | "stale";

export interface LogRow {
  readonly seq: number;
  readonly requestId: string;
  readonly event: RequestEvent;
  readonly hash: string;
}

/** The end of the chain: how many events, and the hash of the last. */
export type LogHead = Pick<LogRow, "seq" | "hash">;

export type Verdict =
  | { readonly kind: "whole"; readonly events: number; readonly head: string }
  | {
      readonly kind: "broken";
      readonly seq: number;
      /** `forbidden`: the other papers of those concerned did not allow it; whoever commits is refused that. */
      readonly problem: "hash" | "gap" | "unreadable" | "forbidden" | "projection";
    };

export interface RequestFilter {
  readonly requester?: string;
  /** Requests whose next pending step this staff id may decide. */
  readonly waitingFor?: string;
  readonly unit?: string;
  readonly types?: readonly RequestType[];
  readonly statuses?: readonly OfficeRequest["status"][];
  /** Requests with a day in this span, both ends included. */
  readonly touching?: { readonly from: string; readonly until: string };
}

/** How a delivery of a channel's event is to be met: answered here, left to whoever has it, or passed over as answered. */
export type Taken = "yours" | "somebody-has-it" | "answered";

/** Until when something is one's own, and at what time that is asked for. */
export interface Lease {
  readonly now: string;
  readonly until: string;
}

export interface Taking extends Lease {
  /** One person's only; anybody's where it is left out. */
  readonly to?: string | undefined;
  readonly most: number;
  /** Takes what is due by then: who asks for it need not wait. Now, where it is left out. */
  readonly due?: string | undefined;
}

export interface Store {
  readonly conversation: (id: string) => Promise<StoredConversation | undefined>;
  readonly request: (id: string) => Promise<OfficeRequest | undefined>;
  /** Newest first; `waitingFor` oldest first, the order in which 同意第一条 counts. */
  readonly requests: (filter: RequestFilter) => Promise<readonly OfficeRequest[]>;
  readonly log: (requestId?: string) => Promise<readonly LogRow[]>;
  /** Where the log ends: printed on what leaves the office, so that a copy can be held against the log. */
  readonly head: () => Promise<LogHead>;
  /** The confirmed questions, oldest first. */
  readonly confirmed: () => Promise<readonly StoredQuestion[]>;
  readonly commit: (change: Change) => Promise<Committed>;
  /**
   * Takes notices out of the outbox to tell them: due, not told, in nobody's hands; those of one person, or anybody's.
   * Who dies before `told` leaves them to the next when the lease is over: told at least once.
   */
  readonly takeNotices: (taking: Taking) => Promise<readonly Notice[]>;
  /** These have been told. */
  readonly told: (keys: readonly string[], at: string) => Promise<void>;
  /** These are true no longer, and were told to nobody: they are gone, and may be put in again. What was told stays. */
  readonly dropNotices: (keys: readonly string[]) => Promise<void>;
  /** These were taken and are not told now: whoever asks next may have them at once. */
  readonly giveBack: (keys: readonly string[]) => Promise<void>;
  /** What one person has not been told yet, due or not, in whosever hands; the longest due first. */
  readonly untoldTo: (to: string, most: number) => Promise<readonly Notice[]>;
  /** What one person was told, the latest first. */
  readonly toldTo: (to: string, most: number) => Promise<readonly Notice[]>;
  /** Takes a delivery, unless it is answered, or in the hands of another whose lease is not over. */
  readonly takeDelivery: (id: string, lease: Lease) => Promise<Taken>;
  /** Forgets what was told, and which deliveries were answered, before that instant. The log forgets nothing. */
  readonly forget: (before: string) => Promise<void>;
  readonly verify: () => Promise<Verdict>;
  readonly close: () => Promise<void>;
}
