/**
 * A notice (通知): what somebody is to be told without having asked, kept in the outbox (发件箱) until they were told.
 *
 * Takes    nothing: a shape. The key says what is told, of what and to whom, so that nothing is told twice.
 * Leaves   which notices there are to news.ts and moves/, the sentence to answer/wording, keeping and handing out to store/.
 * It names the request, never its words: what the reader may see of it is decided when it is told.
 */
import { z } from "zod";

export const noticeAbout = z.discriminatedUnion("kind", [
  /**
   * A step waits for `on`, who decides it since that day; again after working days on which nobody decided, which `waited`
   * counts. Who else is told of it is whoever looks after what waits too long.
   */
  z.object({
    kind: z.literal("waiting"),
    request: z.string(),
    version: z.number().int(),
    on: z.string(),
    since: z.string(),
    waited: z.number().int(),
  }),
  /** A decision on their request; `version` is the one after it. */
  z.object({ kind: z.literal("decided"), request: z.string(), version: z.number().int() }),
  /** For the office's record (备案): approved, or 销假. */
  z.object({ kind: z.literal("for-the-record"), request: z.string() }),
  /** Approved, and taken back by its requester: for those who had approved it, and for the office's record. */
  z.object({ kind: z.literal("taken-back"), request: z.string() }),
  /** Who stands in was named, or is to do so no longer: `version` is the deputation's after it. */
  z.object({ kind: z.literal("deputation"), request: z.string(), version: z.number().int() }),
  /** What a paper is about is over, and what must follow it was not done: 销假, 接待清单, 报销. */
  z.object({ kind: z.literal("follow-up"), request: z.string() }),
  /** What the documents set a time for: until `day`; told when it is `before` days away. */
  z.object({
    kind: z.literal("deadline"),
    unit: z.string(),
    deadline: z.string(),
    day: z.string(),
    before: z.number().int(),
  }),
]);
export type NoticeAbout = z.infer<typeof noticeAbout>;

export interface Notice {
  readonly key: string;
  /** The staff id of whoever is to be told. */
  readonly to: string;
  /** The instant before which it is not told: nobody is told anything at night. */
  readonly due: string;
  readonly about: NoticeAbout;
}

/** A notice that is due then. What it is about and for whom is its key: any process that thinks of it thinks of the same one. */
export function noticeFor(to: string, about: NoticeAbout, due: string): Notice {
  // Parsed, so that the values stand in the order of the shape.
  return { key: [to, ...Object.values(noticeAbout.parse(about))].join(" "), to, due, about };
}
