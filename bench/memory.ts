/**
 * What the serving process holds after a day's work: the console, 500 turns of many people over HTTP.
 *
 * Takes    nothing. Returns mebibytes of resident memory when it has begun to listen and after the turns.
 * Why      the turns are those of the written conversations, again and again: questions, sums, filings, refusals.
 */
import { execFileSync } from "node:child_process";
import { talks } from "./desk.ts";
import { begin, main, node, printedAddress, withLog } from "./program.ts";
import { type Row, rounded } from "./row.ts";

const turns = 500;

export async function memory(): Promise<Row[]> {
  return withLog(async (databaseUrl) => {
    const program = begin(node, [main, "serve"], databaseUrl);
    try {
      const address = await printedAddress(program);
      const atStart = residentMiB(program.pid);
      const began = performance.now();
      await work(address);
      const seconds = (performance.now() - began) / 1000;
      return [
        { measure: "resident when it listens", value: atStart, unit: "MiB" },
        { measure: `resident after ${turns} turns`, value: residentMiB(program.pid), unit: "MiB" },
        { measure: "turns over HTTP, one after the other", value: Math.round(turns / seconds), unit: "1/s" },
      ];
    } finally {
      await program.end();
    }
  });
}

/** Everybody speaks in a dialogue of their own, as browsers do. */
async function work(address: string): Promise<void> {
  const said = Object.values(talks).flatMap((all) => all.flatMap((talk) => talk.turns));
  const dialogues = new Map<string, string>();
  for (let sent = 0; sent < turns; sent += 1) {
    const { as, say } = said[sent % said.length] ?? { as: "keyuan", say: "" };
    const talk = dialogues.get(as) ?? crypto.randomUUID();
    dialogues.set(as, talk);
    const answer = await fetch(`${address}/turns`, {
      method: "POST",
      headers: { cookie: `zhice_as=${as}; zhice_talk=${talk}`, "hx-request": "true" },
      body: new URLSearchParams({ text: say, back: "talk" }),
    });
    await answer.text();
    if (!answer.ok) throw new Error(`${address} answered ${answer.status} to: ${say.slice(0, 60)}`);
  }
}

/** `ps` knows it on Linux and macOS alike, in KiB. */
function residentMiB(pid: number | undefined): number {
  const kib = Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
  return rounded(kib / 1024, 1);
}
