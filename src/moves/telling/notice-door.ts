/**
 * The other door (通知的门): what a channel tells people who have not asked, beside `handle`.
 *
 * Takes    the office, and where trouble is reported. Returns tell, told and toldBefore, none of which ever rejects: a notice
 *          that cannot be told now waits in the outbox, and no reply fails for its sake.
 * Leaves   what is told to telling.ts.
 */
import { typeset } from "../../answer/typeset.ts";
import type { Office } from "../../office.ts";
import type { Told } from "./shown.ts";
import { type Asked, type AskedBy, tell, toldBefore } from "./telling.ts";

export interface Telling {
  /** What somebody is to be told without having asked; a channel that has shown it says so by `told`. */
  readonly tell: (asked: Asked) => Promise<readonly Told[]>;
  /** These have been shown, and are told no more; what cannot be noted is told again. */
  readonly told: (keys: readonly string[], now: string) => Promise<void>;
  /** What this person was told before and is still so, what matters most first. */
  readonly toldBefore: (asked: AskedBy) => Promise<readonly Told[]>;
}

/** The telling of one office. */
export function openTelling(office: Office, report: (code: string, cause: unknown) => void): Telling {
  const orElse = async <Result>(work: Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await work;
    } catch (cause) {
      report("notices", cause);
      return otherwise;
    }
  };
  const set = async (told: Promise<readonly Told[]>): Promise<readonly Told[]> =>
    (await told).map((one) => ({ ...one, text: typeset(one.text) }));
  return {
    tell: (asked) => orElse(set(tell(office, asked)), []),
    told: (keys, now) => orElse(office.store.told(keys, now), undefined),
    toldBefore: (asked) => orElse(set(toldBefore(office, asked)), []),
  };
}
