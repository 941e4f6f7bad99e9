/**
 * A process that files is killed (kill -9) at random moments; after each the log is opened again and counted.
 *
 * Takes    the address of a log, how many moments, and what to wait for after each. Returns what was acknowledged and found, and what was lost or there twice.
 * A moment is a random number of milliseconds after a random acknowledgement: while a commit is under way, as a rule.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openStore } from "../../src/store/open.ts";

const child = fileURLToPath(new URL("filing-child.ts", import.meta.url));
const mostAcknowledgements = 30;
const mostMilliseconds = 5;

export interface Count {
  readonly moments: number;
  readonly acknowledged: number;
  readonly found: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** After how many moments the chain was whole. */
  readonly whole: number;
}

export async function killAtMoments(
  url: string,
  moments: number,
  settled: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Count> {
  const acknowledged = new Set<string>();
  const lost = new Set<string>();
  const doubled = new Set<string>();
  let whole = 0;
  let found = 0;
  for (let moment = 0; moment < moments; moment += 1) {
    const filings = [...acknowledged].filter((one) => one.endsWith(" filed")).length;
    // The last one that was acknowledged may lack its approval.
    for (const one of await workUntilKilled(url, Math.max(0, filings - 1))) acknowledged.add(one);
    await settled();
    const store = await openStore(url);
    const log = (await store.log()).map(({ requestId, event }) => `${requestId} ${event.kind}`);
    const kept = new Set(log);
    for (const one of acknowledged) {
      const [id = ""] = one.split(" ");
      if (!kept.has(one) || (await store.conversation(id))?.version !== 1) lost.add(one);
    }
    for (const [place, one] of log.entries()) if (log.indexOf(one) < place) doubled.add(one);
    const verdict = await store.verify();
    if (verdict.kind === "whole" && verdict.events === log.length) whole += 1;
    found = log.length;
    await store.close();
  }
  return { moments, acknowledged: acknowledged.size, found, lost: [...lost], doubled: [...doubled], whole };
}

/** Runs the process until it is killed; returns what it had acknowledged by then. */
function workUntilKilled(url: string, from: number): Promise<string[]> {
  const killAfter = Math.floor(Math.random() * mostAcknowledgements);
  return new Promise((done, failed) => {
    const running = spawn(process.execPath, [child, url, String(from)], { stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    let complaints = "";
    let doomed = false;
    running.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (doomed || printed.split("\n").length <= killAfter) return;
      doomed = true;
      setTimeout(() => running.kill("SIGKILL"), Math.random() * mostMilliseconds);
    });
    running.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaints += text;
    });
    running.on("error", failed);
    running.on("close", (code) => {
      if (code !== null) failed(new Error(`it ended by itself: ${code} ${complaints}`));
      // A last line without its end was cut by the kill: it was not acknowledged.
      else done(printed.split("\n").slice(0, -1));
    });
  });
}
