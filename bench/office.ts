/**
 * A whole office on one log: 300 people file, decide, ask and take back at once, served by processes that are killed with -9.
 *
 * Takes    the PostgreSQL server of TEST_DATABASE_URL, or the one on this machine; a database of its own is made there and
 *          dropped. Where no server answers, a SQLite file serves three processes as well, and the table says so.
 * Returns  what one process does in a second, what three do, what three do while one of them is killed every two seconds and
 *          what was lost then; and what bare inserts reach, by which the store's own filings are measured.
 * Leaves   the people, the processes and the judge to test/office, the bars to bars.ts.
 */
import { Client } from "pg";
import { freshDatabase, freshFile, type Outcome, officeDay } from "../test/office/day.ts";
import { bareRate, filingRate } from "./office-store.ts";
import { middle, type Row, rounded } from "./row.ts";

const people = 300;
const leaves = 2;
const rounds = 3;
const server = process.env.TEST_DATABASE_URL || "postgres://postgres@127.0.0.1:5432/postgres";

export async function office(): Promise<Row[]> {
  const isThere = await answers();
  const fresh = isThere ? <T>(work: (url: string) => Promise<T>) => freshDatabase(server, work) : freshFile;
  const day = (processes: number, killEvery?: number) =>
    fresh((url) =>
      officeDay({
        people,
        leaves: killEvery === undefined ? leaves : 3 * leaves,
        processes,
        url,
        ...(killEvery !== undefined && { killEvery }),
      }),
    );

  const ones: Outcome[] = [];
  const threes: Outcome[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ones.push(await day(1));
    threes.push(await day(3));
  }
  const killed = await day(3, 2000);
  const bare = [await fresh((url) => bareRate(url, 1)), await fresh((url) => bareRate(url, 3))] as const;
  const filings = [await fresh((url) => filingRate(url, 1)), await fresh((url) => filingRate(url, 3))] as const;
  const percent = (share: number) => Math.round(100 * share);
  return [
    { measure: "a PostgreSQL server is there (else SQLite)", value: isThere ? 1 : 0, unit: "" },
    ...ratesOf("one process", ones),
    ...ratesOf("three processes", threes),
    {
      measure: "three processes over one, turns",
      value: rounded(middle(threes.map((three, round) => turnRate(three) / turnRate(ones[round] ?? three))), 2),
      unit: "times",
    },
    ...ratesOf("three, one killed every 2 s", [killed]),
    ...soundnessOf(killed, [...ones, ...threes, killed]),
    { measure: "bare inserts, 1 connection", value: Math.round(bare[0]), unit: "1/s" },
    { measure: "bare inserts, 3 connections", value: Math.round(bare[1]), unit: "1/s" },
    { measure: "filings into the store, 1 process", value: Math.round(filings[0]), unit: "1/s" },
    { measure: "filings into the store, 3 processes", value: Math.round(filings[1]), unit: "1/s" },
    { measure: "filings, 1 process, share of bare", value: percent(filings[0] / bare[0]), unit: "%" },
    { measure: "filings, 3 processes, share of bare on 1", value: percent(filings[1] / bare[0]), unit: "%" },
    {
      measure: "events of three processes, share of bare",
      value: percent(middle(threes.map(eventRate)) / bare[1]),
      unit: "%",
    },
  ];
}

/** Turns in a second until four fifths of them were answered: towards evening only the leader's desk is still busy. */
function turnRate({ day: { answeredAt } }: Outcome): number {
  const count = Math.floor(0.8 * answeredAt.length);
  return (1000 * count) / (answeredAt[count - 1] ?? Number.NaN);
}
/** So many events in the log come of a turn. */
const eventRate = (outcome: Outcome): number => (turnRate(outcome) * outcome.events) / outcome.day.answeredAt.length;

const ratesOf = (what: string, outcomes: readonly Outcome[]): Row[] => [
  { measure: `${what}: turns`, value: rounded(middle(outcomes.map(turnRate)), 1), unit: "1/s" },
  { measure: `${what}: events in the log`, value: rounded(middle(outcomes.map(eventRate)), 1), unit: "1/s" },
];

/** What must be none, over all the days; and how hard the day with the kills was. */
function soundnessOf({ kills, day }: Outcome, all: readonly Outcome[]): Row[] {
  const none = (measure: string, found: readonly string[]): Row => {
    for (const one of found.slice(0, 5)) console.error(`${measure}: ${one}`);
    return { measure, value: found.length, unit: "", holds: found.length === 0 };
  };
  const whole = all.filter(({ chain }) => chain.kind === "whole").length;
  return [
    { measure: "kills with -9", value: kills, unit: "" },
    { measure: "turns said again", value: day.again, unit: "" },
    {
      measure: "filings acknowledged",
      value: day.filed.size,
      unit: `of ${day.intents.length}`,
      holds: day.filed.size === day.intents.length,
    },
    { measure: "decisions acknowledged", value: day.done.length, unit: "" },
    none(
      "acknowledged, not in the log",
      all.flatMap(({ lost }) => lost),
    ),
    none(
      "filed twice, or meant by nobody",
      all.flatMap(({ doubled }) => doubled),
    ),
    none(
      "out of turn, or by the wrong person",
      all.flatMap(({ wrong }) => wrong),
    ),
    { measure: "chains whole", value: whole, unit: `of ${all.length}`, holds: whole === all.length },
  ];
}

async function answers(): Promise<boolean> {
  const client = new Client({ connectionString: server, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
