/**
 * The log of requests for people who audit it: a JSON object a line; or the verdict on the chain in one sentence. And the
 * confirmed questions, for whoever moves good ones into data/questions; and what became of a copy.
 *
 * Takes    a reading of the log, or its verdict. Returns the exit code: 1 where the log was tampered with or damaged.
 */
import type { Writable } from "node:stream";
import { type LogCopy, type LogVerdict, logCopy, logRebuilt, logVerdict } from "./labels.ts";
import { writerTo } from "./writer.ts";

/** Prints the events, oldest first. */
export async function printLog(rows: readonly object[], output: Writable): Promise<0> {
  const write = writerTo(output);
  for (const row of rows) if (!(await write(`${JSON.stringify(row)}\n`))) break;
  return 0;
}

/** What of a confirmed question is for data/questions: never who asked. */
interface Confirmed {
  readonly at: string;
  readonly doc: string;
  readonly clause: string;
  readonly quote: string;
  readonly question: string;
}

/** Prints the confirmed questions, oldest first. */
export const printQuestions = (questions: readonly Confirmed[], output: Writable): Promise<0> =>
  printLog(
    questions.map(({ at, doc, clause, quote, question }) => ({ date: at.slice(0, 10), doc, clause, quote, question })),
    output,
  );

/** Says whether the chain is whole, and where it is not. */
export async function printVerdict(verdict: LogVerdict, output: Writable): Promise<0 | 1> {
  await writerTo(output)(`${logVerdict(verdict)}\n`);
  return verdict.kind === "whole" ? 0 : 1;
}

/** Says what became of the list of requests. */
export async function printRebuilt(rebuilt: Parameters<typeof logRebuilt>[0], output: Writable): Promise<0 | 1> {
  await writerTo(output)(`${logRebuilt(rebuilt)}\n`);
  return rebuilt.kind === "rebuilt" ? 0 : 1;
}

/** Says what became of a backup, a restoring or a move. */
export async function printCopied(copied: LogCopy, output: Writable): Promise<0 | 1> {
  await writerTo(output)(`${logCopy(copied)}\n`);
  return copied.kind === "copied" ? 0 : 1;
}
