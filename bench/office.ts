/**
 * A whole office on one log: 300 people file, decide, ask and take back at once, served by processes that are killed with -9.
 *
 * Takes    the PostgreSQL server of TEST_DATABASE_URL, or the one on this machine; a database of its own is made there and
 *          dropped. Where no server answers, a SQLite file serves three processes as well, and the table says so.
 * Returns  what one process does in a second, what three do, what three do while one of them is killed every four seconds,
 *          and what was lost then; beside them, what bare inserts reach on the same server. By turns, the middle ratio counts.
 * Leaves   the people, the processes and the judge to test/office, the bars to bars.ts.
 */
import { Client } from "pg";
import { freshDatabase, freshFile, type Outcome, officeDay } from "../test/office/day.ts";
import { bareInserts } from "./bare-inserts.ts";
import { middle, type Row, rounded } from "./row.ts";

const people = 300;
const leaves = 2;
const rounds = 3;
const killEvery = 4000;
const server = process.env.TEST_DATABASE_URL || "postgres://postgres@127.0.0.1:5432/postgres";

export async function office(): Promise<Row[]> {
  const isThere = await answers();
  const fresh = isThere ? <T>(work: (url: string) => Promise<T>) => freshDatabase(server, work) : freshFile;
  const day = (processes: number, every?: number) =>
    fresh((url) =>
      officeDay({
        people,
        leaves: every === undefined ? leaves : 4 * leaves,
        processes,
        url,
        ...(every !== undefined && { killEvery: every }),
      }),
    );

  const ones: Outcome[] = [];
  const threes: Outcome[] = [];
  const bareOnes: number[] = [];
  const bareThrees: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ones.push(await day(1));
    bareOnes.push(await fresh((url) => bareInserts(url, 1)));
    threes.push(await day(3));
    bareThrees.push(await fresh((url) => bareInserts(url, 3)));
  }
  const killed = await day(3, killEvery);
  const over = (some: readonly number[], others: readonly number[]) =>
    rounded(middle(some.map((one, round) => one / (others[round] ?? one))), 2);
  return [
    { measure: "a PostgreSQL server is there (else SQLite)", value: isThere ? 1 : 0, unit: "" },
    ...ratesOf("one process", ones),
    ...ratesOf("three processes", threes),
    {
      measure: "three processes over one, turns",
      value: over(threes.map(turnRate), ones.map(turnRate)),
      unit: "times",
    },
    { measure: "bare inserts, 1 connection", value: Math.round(middle(bareOnes)), unit: "1/s" },
    { measure: "bare inserts, 3 connections", value: Math.round(middle(bareThrees)), unit: "1/s" },
    { measure: "turns of one process over bare inserts", value: over(ones.map(turnRate), bareOnes), unit: "times" },
    { measure: "turns of three over bare inserts", value: over(threes.map(turnRate), bareThrees), unit: "times" },
    ...ratesOf(`three, one killed every ${killEvery / 1000} s`, [killed]),
    ...soundnessOf(killed, [...ones, ...threes, killed]),
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
