/**
 * How well staff are understood: 1,367 messages with intent, form and slots as people labelled them who saw no code.
 *
 * Takes    test/talks/understand.jsonl, -2 and -3, and the data of the project.
 * Returns  figures for three parts: "learn" and "second", whose misses may be read and learnt from, and "held out", whose
 *          misses nobody is shown: a third of the first file, by a hash of the id, so that a new case never moves an old one.
 * Leaves   the bars to bars.ts, reading a message to understood.ts, what counts as the same to slot-score.ts.
 */
import { createHash } from "node:crypto";
import { update } from "../src/dialogue/draft.ts";
import { type Office, openOffice } from "../src/office.ts";
import { formOf } from "../src/requests/form.ts";
import type { Facts } from "../src/rules/slots.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { type Labelled, labelledFacts, labelledMessages } from "./labelled.ts";
import { type Row, rounded } from "./row.ts";
import { type SlotScore, scoreSlots } from "./slot-score.ts";
import { readOne } from "./understood.ts";

export interface Part {
  readonly cases: number;
  /** Shares from 0 to 1. */
  readonly intent: number;
  readonly form: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** "labelled → taken for", with how often. */
  readonly confusion: ReadonlyMap<string, number>;
}

export interface Understanding {
  readonly learn: Part;
  readonly second: Part;
  readonly heldOut: Part;
  /** Of the parts to learn from only. */
  readonly misses: readonly string[];
}

/** Intents whose slots go into something: of a question or a side remark only what is labelled counts. */
const taking: ReadonlySet<string> = new Set(["request", "calculation", "answer", "correct", "resume"]);
/** Slots that the labels tell only now and then. */
const untold: ReadonlySet<string> = new Set([
  "reason",
  "purpose",
  "item",
  "mealTime",
  "months",
  "asks",
  "grade",
  "allCountyRank",
]);

interface Judged {
  readonly one: Labelled;
  readonly intent: string;
  readonly form: boolean;
  readonly score: SlotScore;
  readonly got: Facts;
}

/** Reads the whole corpus. */
export async function understand(): Promise<Understanding> {
  const none = await openSqlite(":memory:");
  const office = openOffice("data", "data/staff.json", none);
  await none.close();
  const first = labelledMessages("understand.jsonl");
  const told = new Set(first.flatMap((one) => Object.keys(one.slots)).filter((slot) => !untold.has(slot)));
  const judged = first.map((one) => judge(office, one, told));
  const second = ["understand-2.jsonl", "understand-3.jsonl"]
    .flatMap(labelledMessages)
    .map((one) => judge(office, one, told));
  const learn = judged.filter(({ one }) => !isHeldOut(one.id));
  const heldOut = judged.filter(({ one }) => isHeldOut(one.id));
  const misses = [...learn, ...second].filter(isMissed).map(spelled);
  return { learn: figures(learn), second: figures(second), heldOut: figures(heldOut), misses };
}

/** A third of the cases, by a hash of the id. */
const isHeldOut = (id: string): boolean => createHash("sha256").update(id).digest().readUInt32BE() % 3 === 0;

function judge(office: Office, one: Labelled, told: ReadonlySet<string>): Judged {
  const read = readOne(office, one);
  const labels = labelledFacts(office, one.slots);
  const counted = new Set(taking.has(one.intent) ? read.used.filter((slot) => told.has(slot)) : []);
  const score = scoreSlots(labels, read.slots, { counted, followed: followed(office, one, labels), text: one.text });
  const sameForm = one.form === undefined || one.form === read.form;
  return { one, intent: read.intent, form: sameForm, score, got: read.slots };
}

/** What the labels lead to in the form they go into: the end of a start with days, the days of a start with an end. */
function followed(office: Office, { open, form }: Labelled, labels: Facts): readonly Facts[] {
  const { calendar } = office.readers;
  const known = open === undefined ? {} : labelledFacts(office, open.facts);
  const into = open?.type ?? form;
  const types = into === undefined ? (["leave", "travel"] as const) : [into];
  return types.map((type) => {
    // The lengths of the stays are the trip's.
    const stays = labels.stopDays?.reduce((sum, days) => sum + days, 0);
    const facts = update(formOf(type), known, { ...labels, days: labels.days ?? stays }, calendar);
    return formOf(type).days === "none" ? { ...facts, end: facts.end ?? facts.start } : facts;
  });
}

function figures(judged: readonly Judged[]): Part {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  const sum = (kind: keyof SlotScore) => judged.reduce((so, { score }) => so + score[kind].length, 0);
  const precision = share(sum("right"), sum("right") + sum("wrong") + sum("extra"));
  const recall = share(sum("right"), sum("right") + sum("wrong") + sum("missed"));
  const requests = judged.filter(({ one }) => one.form !== undefined);
  const confusion = new Map<string, number>();
  for (const { one, intent } of judged) {
    if (one.intent === intent) continue;
    const pair = `${one.intent} → ${intent}`;
    confusion.set(pair, (confusion.get(pair) ?? 0) + 1);
  }
  return {
    cases: judged.length,
    intent: share(judged.filter(({ one, intent }) => one.intent === intent).length, judged.length),
    form: share(requests.filter(({ form }) => form).length, requests.length),
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    confusion: new Map([...confusion].toSorted(([, a], [, b]) => b - a)),
  };
}

const isMissed = ({ one, intent, form, score }: Judged): boolean =>
  one.intent !== intent || !form || score.wrong.length + score.missed.length + score.extra.length > 0;

/** One miss: what was said, what was wanted, what was got instead. */
function spelled({ one, intent, form, score, got }: Judged): string {
  const values = got as Readonly<Record<string, unknown>>;
  const shown = (slot: string) => `${slot} ${JSON.stringify(one.slots[slot])} got ${JSON.stringify(values[slot])}`;
  const faults = [
    ...(one.intent === intent ? [] : [`intent ${one.intent} got ${intent}`]),
    ...(form ? [] : [`form ${one.form} not opened`]),
    ...[...score.wrong, ...score.missed, ...score.extra].map(shown),
  ];
  const open =
    one.open === undefined ? "" : ` [${one.open.type}, asked ${one.open.asked}, ${JSON.stringify(one.open.facts)}]`;
  return `${one.id} ${one.as} ${one.now.slice(0, 16)} «${one.text}»${open}: ${faults.join("; ")}`;
}

/** The figures as rows of the bench's table, and what the part held out was taken for instead. */
export function rowsOf({ learn, second, heldOut }: Understanding): Row[] {
  const percent = (share: number) => rounded(100 * share, 1);
  const figures = Object.entries({ "held out": heldOut, second, learn }).flatMap(([name, part]) => [
    { measure: `${name}, intent`, value: percent(part.intent), unit: `% of ${part.cases}` },
    { measure: `${name}, form of a request`, value: percent(part.form), unit: "%" },
    { measure: `${name}, slots, precision`, value: percent(part.precision), unit: "%" },
    { measure: `${name}, slots, recall`, value: percent(part.recall), unit: "%" },
    { measure: `${name}, slots, F1`, value: percent(part.f1), unit: "%" },
  ]);
  const confused = [...heldOut.confusion].map(([pair, times]) => ({
    measure: `held out, ${pair}`,
    value: times,
    unit: "times",
  }));
  return [...figures, ...confused];
}
