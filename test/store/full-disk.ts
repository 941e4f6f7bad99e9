/**
 * The disk under the log of the running program fills up at random moments, and is freed again once the program has said so.
 *
 * Takes    how many moments. Returns what was acknowledged and found, and how often the program said that the disk is full; or nothing
 *          where no small disk can be made: that is a tmpfs, which takes the right to mount.
 * The program is `ask --jsonl` as it stands: a person of the office files one leave after the other, in words.
 */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { typeset } from "../../src/answer/typeset.ts";
import { said } from "../../src/answer/wording/replies.ts";
import type { Reply } from "../../src/assistant.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { startProcesses } from "../office/processes.ts";
import { officeOf } from "../office/staff.ts";
import type { Count } from "./killed.ts";

const momentsADisk = 10;
const diskSize = "16m";
const now = "2026-11-23T09:00:00+08:00";
const full = typeset(said.logTrouble.full);

export interface FullCount extends Count {
  /** How often the program said that the disk is full; every other trouble, and an end of the process, is an error here. */
  readonly saidFull: number;
}

export async function fillAtMoments(moments: number): Promise<FullCount | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "zhice-full-"));
  try {
    if (!mounted(folder)) return undefined;
    const counts: FullCount[] = [];
    for (let left = moments; left > 0; left -= momentsADisk) {
      counts.push(await onOneLog(folder, `log-${left}`, Math.min(left, momentsADisk)));
    }
    const sum = (of: (one: FullCount) => number) => counts.reduce((total, one) => total + of(one), 0);
    return {
      moments: sum((one) => one.moments),
      acknowledged: sum((one) => one.acknowledged),
      found: sum((one) => one.found),
      lost: counts.flatMap(({ lost }) => lost),
      doubled: counts.flatMap(({ doubled }) => doubled),
      whole: sum((one) => one.whole),
      saidFull: sum((one) => one.saidFull),
    };
  } finally {
    unmounted(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onOneLog(folder: string, name: string, moments: number): Promise<FullCount> {
  const { file, colleagues } = officeOf(60);
  const place = mkdtempSync(join(folder, name));
  const [path, staff, ballast] = ["log.sqlite", "staff.json", "ballast"].map((one) => join(place, one)) as [
    string,
    string,
    string,
  ];
  writeFileSync(staff, JSON.stringify(file));
  const program = await startProcesses(1, { DATABASE_URL: `sqlite:${path}`, STAFF_FILE: staff });
  const acknowledged: string[] = [];
  let saidFull = 0;
  let isFull = false;

  /** Said again until it is answered; whoever is told that the disk is full has space made. */
  async function say(as: string, text: string): Promise<Reply> {
    for (;;) {
      const reply = await program.send({ conversation: "c", as, now, text });
      if (reply === "lost") throw new Error("the program has ended");
      if (reply.kind !== "error") return reply;
      if (reply.text !== full || !isFull) throw new Error(reply.text);
      saidFull += 1;
      rmSync(ballast);
      isFull = false;
    }
  }

  let filings = 0;
  async function fileOne(): Promise<void> {
    const who = colleagues[filings % colleagues.length]?.id ?? "";
    const day = 1 + (Math.floor(filings / colleagues.length) % 28);
    filings += 1;
    await say(who, `请2027年1月${day}日一天事假,家里有事`);
    const { kind, request } = await say(who, "确认");
    if (kind === "filed" && request !== undefined) acknowledged.push(request.id);
  }

  for (let moment = 0; moment < moments; moment += 1) {
    // Once at least: a disk that is full before the log is open ends the process, as it should.
    for (let before = 1 + Math.floor(Math.random() * 7); before > 0; before -= 1) await fileOne();
    const filing = fileOne();
    // Somewhere in the middle of that filing.
    await new Promise((fills) => setTimeout(fills, Math.random() * 20));
    fill(ballast);
    isFull = true;
    await filing;
    while (isFull) await fileOne();
  }
  await program.end();

  const store = await openSqlite(path);
  const log = await store.log();
  const ids = log.map(({ requestId }) => requestId);
  // One leave of one day is meant by each filing: a second id for it would be a second filing.
  const meant = log.map(({ event }) =>
    event.kind === "filed" ? `${event.by} ${event.request.fields.start}` : event.kind,
  );
  const verdict = await store.verify();
  await store.close();
  rmSync(place, { recursive: true });
  return {
    moments,
    acknowledged: acknowledged.length,
    found: ids.length,
    lost: acknowledged.filter((id) => !ids.includes(id)),
    doubled: meant.filter((one, index) => meant.indexOf(one) < index),
    whole: verdict.kind === "whole" && verdict.events === ids.length ? moments : 0,
    saidFull,
  };
}

/** Writes until no byte fits. */
function fill(path: string): void {
  const file = openSync(path, "w");
  try {
    for (const size of [1 << 16, 1 << 12, 1]) {
      const block = Buffer.alloc(size);
      try {
        while (writeSync(file, block) === size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
    }
  } finally {
    closeSync(file);
  }
}

function mounted(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${diskSize}`, "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function unmounted(folder: string): void {
  try {
    execFileSync("umount", [folder], { stdio: "ignore" });
  } catch {
    // It was never mounted.
  }
}
