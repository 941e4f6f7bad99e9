/**
 * The clockwork (定时): what nobody says and time brings, looked for once a day while the program serves.
 *
 * Takes    the office, the clock that wire.ts reads, and where trouble is reported. Returns how to stop it.
 * What was told or answered long ago is forgotten then: data/reminders.json says how long it is kept.
 * Leaves   what a day brings to moves/telling/. The outbox keeps each notice once, so any number of processes may look.
 * Its timer keeps no process alive; a minute that fails is reported, and the next one tries again.
 */
import { addDays, type IsoDate, momentOf } from "./lib/dates.ts";
import { remindersOn } from "./moves/telling/reminders.ts";
import type { Office } from "./office.ts";
import type { Notice } from "./requests/notice.ts";

const minuteMs = 60_000;

export interface ClockworkParts {
  readonly office: Office;
  readonly now: () => string;
  readonly report: (cause: unknown) => void;
}

export interface Clockwork {
  /** Looks, as each minute does: at what the day brings, once that day. */
  readonly tick: () => Promise<void>;
  /** No more is begun, and what was begun is finished. */
  readonly stop: () => Promise<void>;
}

/** Looks at once, and then every minute. */
export function openClockwork({ office, now, report }: ClockworkParts): Clockwork {
  let looked: IsoDate | undefined;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const today = momentOf(now()).date;
    if (looked === today) return;
    try {
      await office.store.commit({ events: [], notices: await remindersOn(office, today) });
      await office.store.forget(`${addDays(today, -office.reminderTimes.keep)}T00:00:00+08:00`);
      looked = today;
    } catch (cause) {
      report(cause);
    }
  }
  const tick = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  const timer = setInterval(() => void tick(), minuteMs).unref();
  void tick();
  return {
    tick,
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

/** Who would be told what of that day, with nothing put into the outbox: for the administrator, and without any words. */
export async function wouldRemind(office: Office, now: string): Promise<readonly Omit<Notice, "key">[]> {
  return (await remindersOn(office, momentOf(now).date)).map(({ to, due, about }) => ({ to, due, about }));
}
