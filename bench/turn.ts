/**
 * How long one turn takes inside the assistant, over every turn of the written conversations.
 *
 * Takes    nothing. Returns p50, p95 and the slowest in milliseconds, commits to a log on disk included.
 * Why      every conversation is played several times and a turn counts with its median: what another program on this
 *          machine did meanwhile slows one round, not the turn.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { play } from "../test/talks/player.ts";
import { type Handle, openDesks, talks } from "./desk.ts";
import { middle, quantile, type Row, rounded } from "./row.ts";

const rounds = 3;

export async function turn(): Promise<Row[]> {
  const withDesk = await openDesks();
  const folder = mkdtempSync(join(tmpdir(), "zhice-bench-"));
  const took = new Map<string, number[]>();
  const timed =
    (handle: Handle): Handle =>
    async (one) => {
      const began = performance.now();
      const reply = await handle(one);
      took.set(one.id, [...(took.get(one.id) ?? []), performance.now() - began]);
      return reply;
    };
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const talk of Object.values(talks).flat()) {
        await withDesk(join(folder, `${round}-${talk.id}.sqlite`), (handle) => play(talk, timed(handle)));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const turns = [...took.values()].map(middle);
  return [
    { measure: "turns", value: turns.length, unit: `× ${rounds} rounds` },
    { measure: "a turn, p50", value: rounded(quantile(turns, 0.5), 1), unit: "ms" },
    { measure: "a turn, p95", value: rounded(quantile(turns, 0.95), 1), unit: "ms" },
    { measure: "a turn, slowest", value: rounded(Math.max(...turns), 1), unit: "ms" },
  ];
}
