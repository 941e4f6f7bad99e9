/**
 * The index at a thousand to a million passages: building, the saved files, the start from them, questions, memory.
 *
 * Takes    nothing. Each size is built by a process of its own and asked by another one, which builds nothing: what it holds
 *          is what a serving process would hold for its index. Returns rows. A million take two minutes and 0.5 GB of disk.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { node } from "./program.ts";
import { quantile, type Row, rounded } from "./row.ts";
import { askedSchema, builtSchema } from "./scale-process.ts";

const sizes = [1000, 10_000, 100_000, 1_000_000];

export async function scale(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) rows.push(...(await measured(size)));
  return rows;
}

async function measured(size: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "zhice-scale-"));
  try {
    const built = builtSchema.parse(await run("build", size, folder));
    const asked = askedSchema.parse(await run("ask", size, folder));
    const row = (measure: string, value: number, unit: string, places: number): Row => ({
      measure: `${size.toLocaleString("en")}: ${measure}`,
      value: rounded(value, places),
      unit,
    });
    return [
      row("built and saved", built.seconds, "s", 2),
      row("of it drawing texts and making terms", built.termSeconds, "s", 2),
      row("most memory of the building", built.megabytes, "MB", 0),
      row("saved", built.savedMegabytes, "MB", 1),
      row("start from what was saved", asked.startSeconds, "s", 3),
      row("the first question", asked.firstMs, "ms", 2),
      row("a question, p50", quantile(asked.ms, 0.5), "ms", 2),
      row("a question, p95", quantile(asked.ms, 0.95), "ms", 2),
      row("memory of the process that is asked", asked.megabytes, "MB", 0),
      row("one document more, saved", asked.moreSeconds, "s", 3),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(work: string, size: number, folder: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(node, ["bench/scale-process.ts", work, String(size), folder]);
  return JSON.parse(stdout);
}
