/**
 * A notice (通知): what somebody is to be told without having asked, kept in the outbox (发件箱) until they were told.
 *
 * Takes    nothing: a shape. The key says what is told, of what and to whom, so that nothing is told twice.
 * Leaves   which notices there are to moves/, the sentence to answer/wording, keeping and handing out to store/.
 * It names the request, never its words: what the reader may see of it is decided when it is told.
 */
import { z } from "zod";

export const noticeAbout = z.discriminatedUnion("kind", [
  /** A step waits for them; again after working days on which nobody decided, which `waited` counts. */
  z.object({ kind: z.literal("waiting"), request: z.string(), version: z.number().int(), waited: z.number().int() }),
  /** A decision on their request; `version` is the one after it. */
  z.object({ kind: z.literal("decided"), request: z.string(), version: z.number().int() }),
  /** For the office's record (备案): approved, or 销假. */
  z.object({ kind: z.literal("for-the-record"), request: z.string() }),
  /** A leave is over and no 销假 stands on it. */
  z.object({ kind: z.literal("return-due"), request: z.string() }),
  /** A reception is over and no list (接待清单) stands on its plan. */
  z.object({ kind: z.literal("list-due"), request: z.string() }),
  /** A trip is over and was not claimed for. */
  z.object({ kind: z.literal("claim-due"), request: z.string() }),
  /** What the documents set a time for. */
  z.object({ kind: z.literal("deadline"), unit: z.string(), deadline: z.string(), day: z.string() }),
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
