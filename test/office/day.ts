/**
 * One day of an office on one log: its processes are started, its people served, a process killed now and then, the log judged.
 *
 * Takes    how many people and processes, the log's address, and how often one is killed. Returns what was measured and
 *          what went wrong. `freshDatabase` lends a PostgreSQL database of its own, `freshFile` a SQLite file.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { openStore } from "../../src/store/open.ts";
import type { Verdict } from "../../src/store/store.ts";
import { type Judgement, judge } from "./judge.ts";
import { type Day, spendDay } from "./people.ts";
import { startProcesses } from "./processes.ts";
import { officeOf } from "./staff.ts";

export interface Plan {
  readonly people: number;
  readonly processes: number;
  /** How many each person files, at most eight. */
  readonly leaves: number;
  readonly url: string;
  /** Milliseconds between two kills; none where nobody is killed. */
  readonly killEvery?: number;
  /** Kills at most. */
  readonly kills?: number;
}

export interface Outcome extends Judgement {
  readonly day: Day;
  readonly seconds: number;
  readonly kills: number;
  readonly answered: readonly number[];
  readonly chain: Verdict;
}

/** Serves the office until everybody is done. */
export async function officeDay({
  people,
  processes,
  leaves,
  url,
  killEvery,
  kills = Infinity,
}: Plan): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "zhice-office-"));
  const { file, colleagues } = officeOf(people);
  const staff = join(folder, "staff.json");
  writeFileSync(staff, JSON.stringify(file));
  // Made before several processes would make it at once: that is another test's.
  await (await openStore(url)).close();
  const serving = await startProcesses(processes, { DATABASE_URL: url, STAFF_FILE: staff });
  let killed = 0;
  let killing: NodeJS.Timeout | undefined;
  const killSoon = () => {
    if (killEvery === undefined || killed >= kills) return;
    killing = setTimeout(() => {
      killed += 1;
      serving.kill().then(killSoon, console.error);
    }, killEvery);
  };
  try {
    await serving.warm();
    const began = performance.now();
    killSoon();
    const day = await spendDay(colleagues, leaves, serving.send);
    const seconds = (performance.now() - began) / 1000;
    clearTimeout(killing);
    const store = await openStore(url);
    try {
      const judgement = judge(await store.log(), day);
      const chain = await store.verify();
      return { ...judgement, day, seconds, kills: killed, answered: serving.answered(), chain };
    } finally {
      await store.close();
    }
  } finally {
    clearTimeout(killing);
    await serving.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

let databases = 0;

/** Runs `work` with a database of its own on this server, dropped afterwards. */
export async function freshDatabase<Result>(server: string, work: (url: string) => Promise<Result>): Promise<Result> {
  databases += 1;
  const name = `zhice_bench_${process.pid}_${databases}`;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(`create database ${name} encoding 'UTF8' template template0`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return await work(url.href);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

/** Runs `work` with a file of its own. */
export async function freshFile<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "zhice-bench-"));
  try {
    return await work(`sqlite:${join(folder, "log.sqlite")}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
