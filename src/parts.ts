/**
 * What channels and papers are given of an office: who may speak, whose lists, whose papers.
 *
 * Takes    the office, and the clock that wire.ts reads. Returns values and functions without an office in their shape.
 * Leaves   reading the environment, starting and ending to wire.ts.
 */
import { remarksFor, steadSaid, waitingToday } from "./assistant.ts";
import { type Speaker, speakerOf } from "./channels/speaker.ts";
import { UsageError } from "./errors.ts";
import { momentOf } from "./lib/dates.ts";
import type { Office } from "./office.ts";
import { openPrinter, type Printer } from "./papers/printer.ts";
import { readOnce } from "./store/read-once.ts";

/** Everybody who may speak, by the post alone. */
export function speakersOf({ staff, library }: Office): readonly Speaker[] {
  const issuer = (unit: string) =>
    library.documents.find((one) => one.unit === unit && one.kind === "regulation")?.issuer;
  return staff.people.map(({ id, unit }) => ({
    id,
    post: staff.called(id),
    unit: issuer(unit) ?? unit,
  }));
}

/** The person of an id that was typed; throws a UsageError with those there are. */
export function speakerNamed(id: string, speakers: readonly Speaker[]): Speaker {
  const speaker = speakerOf(speakers, id);
  if (speaker !== undefined) return speaker;
  throw new UsageError(`nobody has the id ${id}: use one of ${speakers.map((one) => one.id).join(", ")}`);
}

/** The printer of an office: whose step waits for them today may have the paper too. */
export const printerOf = (office: Office, speakers: readonly Speaker[], now: () => string): Printer =>
  openPrinter({
    ...office,
    templates: office.papers,
    called: speakers,
    waitsFor: async ({ id }, reader) =>
      (await waitingToday(office, reader, momentOf(now()).date)).some((one) => one.id === id),
  });

/** The lists of one person: their own requests and who stands in there, what waits for them today, and what the log remarks on that. */
export const requestsOf = (shared: Office, now: () => string) => async (speaker: string) => {
  const office = { ...shared, store: readOnce(shared.store) };
  const today = momentOf(now()).date;
  const waiting = await waitingToday(office, speaker, today);
  const mine = await office.store.requests({ requester: speaker });
  const remarked = waiting.map(async (one) => [one.id, await remarksFor(office, one)] as const);
  const lent = mine.map(async (one) => [one.id, await steadSaid(office, one, today)] as const);
  return {
    mine,
    waiting,
    steads: new Map(await Promise.all(lent)),
    remarks: new Map(await Promise.all(remarked)),
  };
};
