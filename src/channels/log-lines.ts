/**
 * The log of requests for people who audit it: a JSON object a line, then whether the chain is whole.
 *
 * Takes    a reading of the log and its verdict. Returns the exit code: 1 where the log was tampered with or damaged.
 */
import type { Writable } from "node:stream";
import { writerTo } from "./writer.ts";

export interface LogParts {
  readonly rows: () => Promise<readonly object[]>;
  readonly verify: () => Promise<{ readonly kind: string }>;
  readonly output: Writable;
  readonly report: (line: string) => void;
}

export async function printLog({ rows, verify, output, report }: LogParts): Promise<0 | 1> {
  const write = writerTo(output);
  for (const row of await rows()) if (!(await write(`${JSON.stringify(row)}\n`))) break;
  const verdict = await verify();
  report(JSON.stringify(verdict));
  return verdict.kind === "whole" ? 0 : 1;
}
