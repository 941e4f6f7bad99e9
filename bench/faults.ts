/**
 * What a fault costs the log on SQLite: killed with -9 at a hundred random moments, its disk full at a hundred more.
 *
 * Takes    nothing; works in temporary folders, and mounts a small disk of its own where it may.
 * Returns  what was acknowledged and found; what was lost or done twice, which must be none, and how often the chain was whole.
 * Leaves   killing and filling to test/store, where a few moments run with every test.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fillAtMoments } from "../test/store/full-disk.ts";
import { type Count, killAtMoments } from "../test/store/killed.ts";
import type { Row } from "./row.ts";

const moments = 100;

export async function faults(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "zhice-bench-"));
  try {
    const killed = await killAtMoments(`sqlite:${join(folder, "log.sqlite")}`, moments);
    const filled = await fillAtMoments(moments);
    if (filled === undefined) console.error("left out: a full disk, for no small one can be mounted here");
    const said = filled && {
      measure: "full disk: said so",
      value: filled.saidFull,
      unit: "",
      holds: filled.saidFull >= moments,
    };
    return [...rowsOf("kill -9", killed), ...(filled ? rowsOf("full disk", filled) : []), ...(said ? [said] : [])];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rowsOf = (what: string, { moments, acknowledged, found, lost, doubled, whole }: Count): Row[] => [
  { measure: `${what}: random moments`, value: moments, unit: "" },
  { measure: `${what}: events acknowledged`, value: acknowledged, unit: "" },
  { measure: `${what}: events found`, value: found, unit: "", holds: found >= acknowledged },
  { measure: `${what}: acknowledged and lost`, value: lost.length, unit: "", holds: lost.length === 0 },
  { measure: `${what}: done twice`, value: doubled.length, unit: "", holds: doubled.length === 0 },
  { measure: `${what}: chain whole after it`, value: whole, unit: `of ${moments}`, holds: whole === moments },
];
