/**
 * The labelled messages of test/talks/understand*.jsonl, and what their labels and drafts are in the dialogue's own terms.
 *
 * Takes    the files. Returns their cases, checked; facts for slots, and the draft a message finds open.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { update } from "../src/dialogue/draft.ts";
import type { Draft } from "../src/dialogue/state.ts";
import { fold } from "../src/lib/text.ts";
import type { Office } from "../src/office.ts";
import { formOf, nextNeed } from "../src/requests/form.ts";
import { requestTypes } from "../src/requests/request.ts";
import { factsOf, type Person } from "../src/requests/staff.ts";
import { type Facts, factsShape, noBasis, type SlotName, slotNames } from "../src/rules/slots.ts";

/** Slots as the corpus writes them: facts, but a destination is a list of names. */
const slots = z.record(z.string(), z.unknown());
const form = z.enum(requestTypes);
const labelled = z.strictObject({
  id: z.string(),
  text: z.string(),
  now: z.string(),
  as: z.string(),
  open: z
    .strictObject({ type: form, facts: slots, asked: z.enum(slotNames as [SlotName, ...SlotName[]]).optional() })
    .optional(),
  intent: z.string(),
  form: form.optional(),
  slots,
});

export type Labelled = z.output<typeof labelled>;
type Slots = Labelled["slots"];

/** Every case of a corpus. */
export function labelledMessages(file: string): readonly Labelled[] {
  const lines = readFileSync(join("test/talks", file), "utf8").split("\n").filter(Boolean);
  return lines.map((line) => labelled.parse(JSON.parse(line)));
}

/** The draft as the corpus tells it. Where nothing was asked its card was shown: what the card needs beside is filled in. */
export function draftOf(office: Office, open: NonNullable<Labelled["open"]>, asker: Person, today: string): Draft {
  const form = formOf(open.type);
  const begun: Facts = { ...form.assumed, ...factsOf(asker) };
  let facts = update(form, begun, labelledFacts(office, open.facts), office.readers.calendar);
  const { asked } = open;
  if (asked !== undefined) return { type: open.type, id: "Q-0", facts, asked, revision: 1, offered: false };
  for (let need = nextNeed(form, facts); need !== undefined; need = nextNeed(form, facts)) {
    const value = anyCard(facts.start ?? today)[need];
    if (value === undefined) throw new Error(`a card of ${open.type} needs ${need}: give it a value here`);
    facts = update(form, facts, { [need]: value }, office.readers.calendar);
  }
  return { type: open.type, id: "Q-0", facts, revision: 1, offered: true };
}

const anyCard = (start: string): Facts => ({
  basis: noBasis,
  leaveType: "事假",
  start,
  end: start,
  startHalf: "am",
  destination: [{ place: "成都", region: "inland" }],
  purpose: "商量合作",
  transport: "火车",
  overnight: false,
  category: "公务",
  guests: 3,
  hosts: 2,
  letter: true,
  contactRecord: true,
  attending: "county-or-below",
  people: 2,
  allCountyRank: false,
  noPublicTransport: true,
  retainedCarBusy: true,
  claim: "其他",
  item: "材料",
  amount: 100,
});

/** Slots of the corpus as facts. */
export function labelledFacts(office: Office, { destination, stopDays, ...slots }: Slots): Facts {
  const names = Array.isArray(destination) ? destination.map(String) : [];
  const stops = names.map((name) => {
    const place = office.readers.places(fold(name))[0];
    return { place: place?.name ?? fold(name), region: place?.region ?? "inland" };
  });
  return factsShape.parse({
    ...slots,
    ...(stops.length > 0 && { destination: stops }),
    ...(stopDays !== undefined && { stopDays }),
  });
}
