/**
 * Telling (通知): notices out of the outbox become sentences; what is no longer so is dropped, and was told to nobody.
 *
 * Takes    the office, for whom, the instant, how many. Returns what is to be shown; `told` is said by the channel, once it
 *          has shown it. Who dies in between leaves it to the next who asks, two minutes later.
 * Leaves   the sentences to shown.ts, what a day brings to reminders.ts, drawing to the channels.
 */
import { minutesAfter, momentOf } from "../../lib/dates.ts";
import type { Office } from "../../office.ts";
import type { Notice, NoticeAbout } from "../../requests/notice.ts";
import { inHours } from "../../requests/reminder-times.ts";
import { type Day, openDay } from "./day.ts";
import { remindersFor } from "./reminders.ts";
import { shownOf, type Told } from "./shown.ts";

const leaseMinutes = 2;
/** Late enough for whatever waits until work begins. */
const someDay = "2999-01-01T00:00:00Z";
/** Of one person's notices so many are looked through, so that what matters most comes first. */
const mostLooked = 50;
/** What matters most comes first: what somebody waits for, what one waits for oneself, then the rest. */
const inOrder: readonly NoticeAbout["kind"][] = [
  "waiting",
  "deputation",
  "decided",
  "taken-back",
  "follow-up",
  "for-the-record",
  "deadline",
];

export interface Asked {
  /** The one who is there to be told; left out by a channel that tells anybody, which it does in working hours only. */
  readonly to?: string | undefined;
  readonly now: string;
  readonly most: number;
  /** They asked for it, so that what would be told tomorrow is told as well. */
  readonly all?: true;
  /** They have just come: what the day brings them is looked for first, should no clockwork run. */
  readonly arriving?: true;
}

/** Asked by the person who is to be told. */
export type AskedBy = Asked & { readonly to: string };

/** Takes what is to be told now; what is no longer so is told to nobody, and may come up again. */
export async function tell(office: Office, asked: Asked): Promise<readonly Told[]> {
  const { to, now, most, all, arriving } = asked;
  const { store } = office;
  if (to === undefined && !inHours(office.reminderTimes, office.readers.calendar, now)) return [];
  if (to !== undefined && (all || arriving)) await remind(office, to, now);
  const day = openDay(office, momentOf(now).date);
  const lease = { now, until: minutesAfter(now, leaseMinutes), to, due: all && someDay };
  const looked = to === undefined ? most : Math.max(most, mostLooked);
  const kept: string[] = [];
  for (;;) {
    const taken = await store.takeNotices({ ...lease, most: looked });
    const { standing, over } = await sorted(day, taken.toReversed());
    await store.dropNotices(over);
    const spared = to === undefined ? await sparedOf(day, standing) : new Set<string>();
    const told = standing.filter(({ shown }) => !spared.has(shown.key)).toSorted(byWeight);
    kept.push(...spared, ...told.slice(most).map(({ shown }) => shown.key));
    if (told.length === 0 && taken.length === looked) continue;
    await store.giveBack(kept);
    return told.slice(0, most).map(({ shown }) => shown);
  }
}

/** What this person was told last and what is still so: what matters most first, of one weight the latest. */
export async function toldBefore(office: Office, { to, now, most }: AskedBy): Promise<readonly Told[]> {
  const day = openDay(office, momentOf(now).date);
  const { standing } = await sorted(day, await office.store.toldTo(to, most));
  return standing.toSorted((one, other) => weightOf(one) - weightOf(other)).map(({ shown }) => shown);
}

/** How many they have not been told yet, what the day brings them with it; nothing is taken by it. */
export async function untold(office: Office, to: string, now: string): Promise<number> {
  await remind(office, to, now);
  const day = openDay(office, momentOf(now).date);
  const untold = await office.store.untoldTo(to, mostLooked);
  return (await sorted(day, untold.toReversed())).standing.length;
}

/** Puts into the outbox what the day brings this person. */
async function remind(office: Office, to: string, now: string): Promise<void> {
  const person = office.staff.person(to);
  const notices = person === undefined ? [] : await remindersFor(office, person, momentOf(now).date);
  if (notices.length > 0) await office.store.commit({ events: [], notices });
}

interface Standing {
  readonly notice: Notice;
  readonly shown: Told;
}

/** Those that still stand, in their order; who was told of nothing for days is told the last of each matter. `over`: the keys of the rest. */
async function sorted(day: Day, latestFirst: readonly Notice[]) {
  const standing: Standing[] = [];
  const over: string[] = [];
  const matters = new Set<string>();
  for (const notice of latestFirst) {
    const shown = matters.has(matterOf(notice)) ? undefined : await shownOf(day, notice);
    if (shown === undefined) over.push(notice.key);
    else standing.push({ notice, shown });
    if (shown !== undefined) matters.add(matterOf(notice));
  }
  return { standing, over };
}

const weightOf = ({ notice }: Standing): number => inOrder.indexOf(notice.about.kind);

/** What matters most first; of one weight the longest due. */
function byWeight(one: Standing, other: Standing): number {
  const age = ({ notice: { due, key } }: Standing): string => `${due} ${key}`;
  return weightOf(one) - weightOf(other) || (age(one) < age(other) ? -1 : 1);
}

/** What a notice is about: of several about the same, one is enough. */
const matterOf = ({ to, about }: Notice): string =>
  [to, about.kind, about.kind === "deadline" ? about.deadline : about.request].join(" ");

/** Who is away is not troubled with the matters of others: they stay in the outbox, and are there for who looks. */
async function sparedOf(day: Day, standing: readonly Standing[]): Promise<ReadonlySet<string>> {
  const spared = new Set<string>();
  for (const { notice } of standing) {
    const { key, to, about } = notice;
    const person = day.office.staff.person(to);
    const ofOthers = about.kind === "waiting" || about.kind === "for-the-record" || about.kind === "deputation";
    if (ofOthers && person !== undefined && (await day.isAway(person))) spared.add(key);
  }
  return spared;
}
